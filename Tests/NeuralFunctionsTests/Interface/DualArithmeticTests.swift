import NeuralFunctions
import Testing

@Suite("Numbers beside duals")
struct DualArithmeticTests {
  @Test("a number of any type is a constant, on either side")
  func numbers() {
    let (a, b): (Double, Float) = (0.5, 4)
    let x = Dual(variable: 3)
    let all = [a * x, x * a, a + x, x + a, a - x, x - a, a / x, x / a, b * x]
    #expect(all.map(\.value) == [1.5, 1.5, 3.5, 3.5, -2.5, 2.5, 0.5 / 3, 6, 12])
    #expect(all.map(\.tangent) == [0.5, 0.5, 1, 1, -1, 1, -0.5 / 9, 2, 4])
    let twice = Dual(Dual(variable: 3), tangent: Dual(constant: 1))
    #expect((a * twice * twice).tangent.tangent == 1)
    #expect((0.5 * x + 2 * x - 1).tangent == 2.5)
  }

  #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
    @Test("Float16 holds its constants")
    func half() {
      let x = Dual(variable: Float16(2))
      #expect((0.3 * x).tangent == 0.3)
      #expect(LeakyReLU().value(Dual(variable: Float16(-12))).tangent == 0.01)
      let twice = Dual(x, tangent: Dual(constant: 1))
      #expect((0.3 * twice).value.value == Float16(0.3) * 2)
      #expect((0.3 * twice * twice).tangent.tangent == 2 * Float16(0.3))
    }
  #endif
}
