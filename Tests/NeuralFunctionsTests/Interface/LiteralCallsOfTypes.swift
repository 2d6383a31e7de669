// Written by the test "every type is called" with NABLA_RECORD=1.

import NeuralFunctions

extension LiteralCalls {
  static let activations: [LiteralCalls] = [
    callsOfArctan(),
    callsOfCELU(),
    callsOfELU(),
    callsOfExponential(),
    callsOfGELU(),
    callsOfGaussian(),
    callsOfHardSigmoid(),
    callsOfHardSwish(),
    callsOfHardTanh(),
    callsOfHardshrink(),
    callsOfIdentity(),
    callsOfLeakyReLU(),
    callsOfLogSigmoid(),
    callsOfMish(),
    callsOfPReLU(),
    callsOfQuickGELU(),
    callsOfReLU(),
    callsOfReLU6(),
    callsOfSELU(),
    callsOfSiLU(),
    callsOfSigmoid(),
    callsOfSine(),
    callsOfSnake(),
    callsOfSoftCap(),
    callsOfSoftplus(),
    callsOfSoftshrink(),
    callsOfSoftsign(),
    callsOfSparsePlus(),
    callsOfSparseSigmoid(),
    callsOfSquaredReLU(),
    callsOfSquareplus(),
    callsOfStep(),
    callsOfTanh(),
    callsOfTanhGELU(),
    callsOfTanhshrink(),
    callsOfThreshold(),
  ]

  static let losses: [LiteralCalls] = [
    callsOfBinaryCrossEntropy(),
    callsOfBinaryCrossEntropyOnLogits(),
    callsOfClampedBinaryCrossEntropy(),
    callsOfCrossEntropyTerm(),
    callsOfFocal(),
    callsOfGaussianNegativeLogLikelihood(),
    callsOfHinge(),
    callsOfHuber(),
    callsOfKullbackLeiblerTerm(),
    callsOfLogCosh(),
    callsOfMeanAbsoluteError(),
    callsOfMeanSquaredError(),
    callsOfPinball(),
    callsOfPoissonOfLogRate(),
    callsOfPoissonOfRate(),
    callsOfSmoothL1(),
    callsOfSoftMargin(),
    callsOfSquaredHinge(),
    callsOfWeightedBinaryCrossEntropyOnLogits(),
  ]
}

private func callsOfArctan() -> LiteralCalls {
  let f = Arctan()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfCELU() -> LiteralCalls {
  let f = CELU()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfELU() -> LiteralCalls {
  let f = ELU()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfExponential() -> LiteralCalls {
  let f = Exponential()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfGELU() -> LiteralCalls {
  let f = GELU()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfGaussian() -> LiteralCalls {
  let f = Gaussian()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfHardSigmoid() -> LiteralCalls {
  let f = HardSigmoid()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfHardSwish() -> LiteralCalls {
  let f = HardSwish()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfHardTanh() -> LiteralCalls {
  let f = HardTanh()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfHardshrink() -> LiteralCalls {
  let f = Hardshrink()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfIdentity() -> LiteralCalls {
  let f = Identity()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfLeakyReLU() -> LiteralCalls {
  let f = LeakyReLU()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfLogSigmoid() -> LiteralCalls {
  let f = LogSigmoid()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfMish() -> LiteralCalls {
  let f = Mish()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfPReLU() -> LiteralCalls {
  let f = PReLU()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfQuickGELU() -> LiteralCalls {
  let f = QuickGELU()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfReLU() -> LiteralCalls {
  let f = ReLU()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfReLU6() -> LiteralCalls {
  let f = ReLU6()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfSELU() -> LiteralCalls {
  let f = SELU()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfSiLU() -> LiteralCalls {
  let f = SiLU()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfSigmoid() -> LiteralCalls {
  let f = Sigmoid()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfSine() -> LiteralCalls {
  let f = Sine()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfSnake() -> LiteralCalls {
  let f = Snake()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfSoftCap() -> LiteralCalls {
  let f = SoftCap()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfSoftplus() -> LiteralCalls {
  let f = Softplus()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfSoftshrink() -> LiteralCalls {
  let f = Softshrink()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfSoftsign() -> LiteralCalls {
  let f = Softsign()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfSparsePlus() -> LiteralCalls {
  let f = SparsePlus()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfSparseSigmoid() -> LiteralCalls {
  let f = SparseSigmoid()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfSquaredReLU() -> LiteralCalls {
  let f = SquaredReLU()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfSquareplus() -> LiteralCalls {
  let f = Squareplus()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfStep() -> LiteralCalls {
  let f = Step()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfTanh() -> LiteralCalls {
  let f = Tanh()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfTanhGELU() -> LiteralCalls {
  let f = TanhGELU()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfTanhshrink() -> LiteralCalls {
  let f = Tanhshrink()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfThreshold() -> LiteralCalls {
  let f = Threshold()
  return LiteralCalls(
    f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
    atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
    inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
}

private func callsOfBinaryCrossEntropy() -> LiteralCalls {
  let f = BinaryCrossEntropy()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfBinaryCrossEntropyOnLogits() -> LiteralCalls {
  let f = BinaryCrossEntropyOnLogits()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfClampedBinaryCrossEntropy() -> LiteralCalls {
  let f = ClampedBinaryCrossEntropy()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfCrossEntropyTerm() -> LiteralCalls {
  let f = CrossEntropyTerm()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfFocal() -> LiteralCalls {
  let f = Focal()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfGaussianNegativeLogLikelihood() -> LiteralCalls {
  let f = GaussianNegativeLogLikelihood()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfHinge() -> LiteralCalls {
  let f = Hinge()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfHuber() -> LiteralCalls {
  let f = Huber()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfKullbackLeiblerTerm() -> LiteralCalls {
  let f = KullbackLeiblerTerm()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfLogCosh() -> LiteralCalls {
  let f = LogCosh()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfMeanAbsoluteError() -> LiteralCalls {
  let f = MeanAbsoluteError()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfMeanSquaredError() -> LiteralCalls {
  let f = MeanSquaredError()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfPinball() -> LiteralCalls {
  let f = Pinball()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfPoissonOfLogRate() -> LiteralCalls {
  let f = PoissonOfLogRate()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfPoissonOfRate() -> LiteralCalls {
  let f = PoissonOfRate()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfSmoothL1() -> LiteralCalls {
  let f = SmoothL1()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfSoftMargin() -> LiteralCalls {
  let f = SoftMargin()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfSquaredHinge() -> LiteralCalls {
  let f = SquaredHinge()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}

private func callsOfWeightedBinaryCrossEntropyOnLogits() -> LiteralCalls {
  let f = WeightedBinaryCrossEntropyOnLogits()
  return LiteralCalls(
    f,
    atWholeNumber: [
      f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
    ],
    atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
    both: f.valueAndDerivative(1, target: 1),
    inBulk: [
      (try? f.values(of: [1], targets: [1])) ?? [],
      (try? f.derivatives(of: [1], targets: [1])) ?? [],
    ])
}
