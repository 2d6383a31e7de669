#!/usr/bin/env python3
"""Values and derivatives to 50 digits, rounded once to Double, of the soft cap c*tanh(x/c) and of
weighted binary cross-entropy with logits.

    pip install mpmath
    python3 Tests/References/own_forms.py

writes soft-cap.json and weighted-bce-with-logits.json to Tests/NeuralFunctionsTests/Reference. A row
is c, x, f, f', f'' or w, y, z, L, L' and the larger term of L', as C writes hexadecimal
floating-point numbers.
"""
import json
import random
from pathlib import Path

from mpmath import exp, log1p, mp, mpf, sech, tanh

mp.dps = 50
# Enough for x/c as small as numbers get, where tanh is its argument to more digits than 50.
WORKING = 400


def rounded(number):
    """The nearest double, ties to even, subnormal numbers included."""
    if number == 0:
        return 0.0
    sign, mantissa, exponent, bits = number._mpf_
    drop = max(int(bits) - 53, -1074 - int(exponent))
    if drop > 0:
        if int(exponent) + int(bits) < -1075:
            return -0.0 if sign else 0.0
        half, rest = 1 << (drop - 1), int(mantissa) & ((1 << drop) - 1)
        mantissa, exponent = int(mantissa) >> drop, int(exponent) + drop
        if rest > half or (rest == half and mantissa & 1):
            mantissa += 1
    # In two steps, of which neither rounds: 2**-1074 itself is no normal number.
    try:
        size = float(int(mantissa)) * 2.0 ** (int(exponent) // 2) * 2.0 ** (int(exponent) - int(exponent) // 2)
    except OverflowError:
        size = float("inf")
    return -size if sign else size


def cap(c, x):
    with mp.workdps(WORKING):
        u = mpf(x) / mpf(c)
        t, s = tanh(u), sech(u) ** 2
        return [c, x, rounded(mpf(c) * t), rounded(s), rounded(-2 * t * s / mpf(c))]


def weighted(w, y, z):
    with mp.workdps(WORKING):
        e = exp(mpf(z))
        positive, negative = mpf(w) * mpf(y), 1 - mpf(y)
        loss = positive * log1p(1 / e) + negative * log1p(e)
        pull, push = positive / (1 + e), negative * e / (1 + e)
        return [w, y, z, rounded(loss), rounded(push - pull), rounded(max(pull, push))]


def write(name, rows):
    folder = Path(__file__).resolve().parent.parent / "NeuralFunctionsTests" / "Reference"
    lines = ",\n".join(json.dumps([float(number).hex() for number in row]) for row in rows)
    (folder / name).write_text('{"rows": [\n' + lines + "\n]}\n")


random.seed(16)
rows = []
for c in [30.0, 50.0, 1.0, 0.1, 3.0, 1e-300, 1e300, 2.0**-1060, 2.0**1023, 7.3e-5, 1e10]:
    ratios = [random.uniform(-3, 3) for _ in range(12)] + [random.uniform(-370, 370) for _ in range(8)]
    ratios += [10 ** random.uniform(-320, 0) for _ in range(4)] + [2.0**-27, 2.0**-26, 0.5, 1.0, 372.0, 5000.0]
    rows += [cap(c, ratio * c) for ratio in ratios if abs(ratio * c) != float("inf") and ratio * c != 0]
write("soft-cap.json", rows)

rows = []
for w in [2.0, 1.0, 0.1, 7.5, 1e-300, 1e300]:
    for y in [0.0, 1.0, 0.25, 0.9, 2.0**-60]:
        logits = [random.uniform(-3, 3) for _ in range(4)] + [random.uniform(-740, 740) for _ in range(4)]
        logits += [0.0, random.uniform(-40, 40), 1e-10, -1e-300]
        if 0 < y < 1:
            best = float(mp.log(mpf(w) * mpf(y) / (1 - mpf(y))))
            logits += [best, best * (1 + 1e-9)]
        rows += [weighted(w, y, z) for z in logits]
write("weighted-bce-with-logits.json", rows)
