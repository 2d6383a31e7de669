@preconcurrency import Benchmark
import NeuralFunctions

// The best of all runs is what counts on a machine that others use too.
BenchmarkColumn.registry["M/s"] = BenchmarkColumn(
  name: "M/s",
  value: { result in
    guard let elements = result.settings[Elements.self]?.value,
      let best = result.measurements.min()
    else { return 0 }
    return Double(elements) / best * 1e3
  },
  formatter: { value, _ in String(Int(value.rounded())) })

Benchmark.main(
  [scalarSuite, bulkSuite, bulkFloatSuite, lossSuite, softmaxSuite, rowSuite, jacobianSuite],
  customDefaults: defaultSettings + [Columns(["name", "min", "M/s", "iterations"])])
