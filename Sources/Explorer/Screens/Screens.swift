extension App {
  /// The screens, in the order of their tabs.
  public static func screens(
    curves: CurvesScreen = CurvesScreen(), softmax: SoftmaxScreen = SoftmaxScreen()
  ) -> [any Screen] {
    [HostedScreen(curves), HostedScreen(softmax)]
  }
}
