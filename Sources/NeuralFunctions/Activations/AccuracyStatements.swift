/// What the entries say of their error against correctly rounded values.
enum Accuracy {
  static let exact = "Exact."
  static let oneRounding = "Value and derivative correctly rounded."
  static let fourUlp =
    "Value and derivative within 4 ulp over the whole range of Double, subnormal results "
    + "included; second derivative within 16 ulp of its largest term."
  static let oneUlp =
    "Value and derivative within 1 ulp over the whole range of Double, subnormal results "
    + "included; second derivative within 16 ulp of its largest term."
}
