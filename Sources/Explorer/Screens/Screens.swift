import Widgets

extension Workbench {
  /// The explorer's screens, in the order of their tabs.
  public static func screens(
    curves: CurvesScreen = CurvesScreen(), softmax: SoftmaxScreen = SoftmaxScreen()
  ) -> [any Screen] {
    [curves, softmax]
  }
}
