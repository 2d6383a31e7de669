extension App {
  /// The screens, in the order of their tabs.
  public static var defaultScreens: [any Screen] { [CurvesScreen(), SoftmaxScreen()] }
}
