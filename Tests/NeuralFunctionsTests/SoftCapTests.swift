import Foundation
import NeuralFunctions
import Testing

@Suite("Soft cap")
struct SoftCapTests {
  private struct File: Decodable { var rows: [[String]] }

  @Test("value and derivative lie within 1 ulp for every bound, the second derivative within 2")
  func bounds() throws {
    let rows = try JSONDecoder().decode(File.self, from: referenceData("soft-cap")).rows
    #expect(rows.count > 200)
    for row in rows {
      let numbers = try row.map { try referenceNumber($0) }
      let (f, x) = (SoftCap(c: numbers[0]), numbers[1])
      let errors = [
        ulpError(f.value(x), numbers[2]), ulpError(f.derivative(x), numbers[3]),
        ulpError(f.secondDerivative(x), numbers[4]),
      ]
      #expect(errors[0] <= 1 && errors[1] <= 1, "c = \(f.c), x = \(x): \(errors)")
      #expect(errors[2] <= 2, "c = \(f.c), x = \(x): \(errors)")
    }
  }

  @Test("it is odd, and takes its limits")
  func conventions() {
    let f = SoftCap()
    #expect(f.value(.infinity) == 30 && f.value(-.infinity) == -30)
    #expect(f.derivative(.infinity) == 0 && f.secondDerivative(-.infinity) == 0)
    #expect(identical(f.value(-0.0), -0.0) && identical(f.value(0.0), 0))
    #expect(f.value(.nan).isNaN && f.derivative(.nan).isNaN && f.secondDerivative(.nan).isNaN)
    for x in [1e-300, 0.3, 20, 90] { #expect(f.value(-x) == -f.value(x)) }
  }
}
