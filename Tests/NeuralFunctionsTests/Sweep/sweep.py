#!/usr/bin/env python3
"""Correctly rounded values of every function with a parameter or a target, over the whole range of both.

    pip install mpmath
    python3 Tests/NeuralFunctionsTests/Sweep/sweep.py --points 4 > Tests/NeuralFunctionsTests/Reference/sweep.txt

`--points 400 --seed 2` draws more points, and others; `--only focal,sine` some functions alone.

A line `# focal gamma=0x1p+1 target=0x1p+0` begins a function; each line after it is

    x f f' f'' scale-of-f scale-of-f' scale-of-f''

as C writes hexadecimal floating-point numbers, without scales of 0 at the end. A scale is the
largest of the terms that cancel in a sum: its last place is what an error is counted in. Each row is
computed with two precisions, from forms in which nothing cancels but what the scale names, and
again with more until both agree.
"""
import argparse
import random
import sys

from mpmath import mp, mpf, exp, expm1, log, log1p, sin, cos, sqrt, tanh, sech, pi, inf

LEAST, MAX = 5e-324, sys.float_info.max


def rounded(number):
    """The nearest double, ties to even, subnormal numbers included."""
    if not mp.isfinite(number) or number == 0:
        return float(number)
    sign, mantissa, exponent, bits = number._mpf_
    mantissa, exponent = int(mantissa), int(exponent)
    if exponent + bits > 1025:
        return -float("inf") if sign else float("inf")
    if exponent + bits < -1076:
        return -0.0 if sign else 0.0
    drop = max(bits - 53, -1074 - exponent)
    if drop > 0:
        half, rest = 1 << (drop - 1), mantissa & ((1 << drop) - 1)
        mantissa >>= drop
        if rest > half or (rest == half and mantissa & 1):
            mantissa += 1
        exponent += drop
    try:
        result = float(mantissa) * 2.0 ** exponent if exponent > -1000 else float(mantissa) * 2.0 ** (exponent + 60) * 2.0 ** -60
    except OverflowError:
        result = float("inf")
    return -result if sign else result


# The pieces.

def sigmoid(v):
    return 1 / (1 + exp(-v)) if v >= 0 else exp(v) / (1 + exp(v))


def softplus(v):
    return v + log1p(exp(-v)) if v > 0 else log1p(exp(v))


def row(f, d, s, *scales):
    return (f, d, s) + tuple(scales) + (mpf(0),) * (3 - len(scales))


# The activations: x and parameters to f, f', f'' and the scales.

def leaky(x, a):
    return row(x, mpf(1), mpf(0)) if x > 0 else row(a * x, a, mpf(0))


def prelu(x, a):
    return row(x, mpf(1), mpf(0)) if x > 0 else row(a * x, a, mpf(0))


def threshold(x, theta, value):
    return row(x, mpf(1), mpf(0)) if x > theta else row(value, mpf(0), mpf(0))


def hardtanh(x, low, high):
    if x <= low:
        return row(low, mpf(0), mpf(0))
    return row(high, mpf(0), mpf(0)) if x >= high else row(x, mpf(1), mpf(0))


def softshrink(x, l):
    if -l <= x <= l:
        return row(mpf(0), mpf(0), mpf(0))
    return row(x - l if x > 0 else x + l, mpf(1), mpf(0))


def hardshrink(x, l):
    return row(mpf(0), mpf(0), mpf(0)) if -l <= x <= l else row(x, mpf(1), mpf(0))


def elu(x, a):
    return row(x, mpf(1), mpf(0)) if x > 0 else row(a * expm1(x), a * exp(x), a * exp(x))


def celu(x, a):
    if x > 0:
        return row(x, mpf(1), mpf(0))
    return row(a * expm1(x / a), exp(x / a), exp(x / a) / a)


def softplus_of(x, b):
    return row(softplus(b * x) / b, sigmoid(b * x), b * sigmoid(b * x) * sigmoid(-b * x))


def squareplus(x, b):
    r = sqrt(x * x + b)
    small = b / 2 / (r + abs(x))
    return row(
        small if x < 0 else x + small, small / r if x < 0 else 1 - small / r, b / 2 / (r * r * r))


def silu(x, b):
    v = b * x
    p, q = sigmoid(v), sigmoid(-v)
    bend = v * tanh(v / 2)
    return row(
        x * p, p * (1 + v * q), b * p * q * (2 - bend),
        mpf(0), p * max(1, abs(v) * q), b * p * q * max(2, bend))


def sine(x, w):
    return row(sin(w * x), w * cos(w * x), -w * w * sin(w * x))


def snake(x, a):
    square = sin(a * x) ** 2 / a
    return row(
        x + square, 1 + sin(2 * a * x), 2 * a * cos(2 * a * x), max(abs(x), square), mpf(1))


def soft_cap(x, c):
    v = x / c
    slope = 4 * sigmoid(2 * v) * sigmoid(-2 * v)
    return row(c * tanh(v), slope, -2 * tanh(v) * slope / c)


# The losses: prediction, target and parameters.

def bce(p, y):
    f = (-y * log(p) if y else mpf(0)) + (-(1 - y) * log1p(-p) if y != 1 else mpf(0))
    d = 1 / (1 - p) if y == 0 else -1 / p if y == 1 else (p - y) / (p * (1 - p))
    return row(f, d, (y / p ** 2 if y else mpf(0)) + ((1 - y) / (1 - p) ** 2 if y != 1 else mpf(0)))


def bce_clamped(p, y):
    below, above = log(p) <= -100, p == 1
    f = -y * max(log(p), -100) - (1 - y) * (-100 if above else log1p(-p))
    d = (mpf(0) if above else (1 - y) / (1 - p)) - (mpf(0) if below else y / p)
    s = (mpf(0) if above else (1 - y) / (1 - p) ** 2) + (mpf(0) if below else y / p ** 2)
    return row(f, d, s)


def cross_entropy(p, y):
    return row(-y * log(p) if y else mpf(0), -y / p, y / p ** 2)


def kl(p, y):
    return row(y * log(y / p) if y else mpf(0), -y / p, y / p ** 2)


def bce_logits(z, y):
    p, q = sigmoid(z), sigmoid(-z)
    return row(
        y * softplus(-z) + (1 - y) * softplus(z), (1 - y) * p - y * q, p * q,
        mpf(0), mpf(0) if y in (0, 1) else max(p, y) if z < 0 else max(q, 1 - y))


def weighted_bce(z, y, w):
    p, q = sigmoid(z), sigmoid(-z)
    return row(
        w * y * softplus(-z) + (1 - y) * softplus(z), (1 - y) * p - w * y * q,
        (1 - y + w * y) * p * q, mpf(0), mpf(0) if y in (0, 1) else max((1 - y) * p, w * y * q))


def focal(z, y, gamma, alpha):
    p, q = sigmoid(z), sigmoid(-z)
    weight = alpha * y + (1 - alpha) * (1 - y)
    if y == 0 or y == 1:
        u = z if y == 1 else -z
        hit, miss, s = sigmoid(u), sigmoid(-u), softplus(-u)
        # From its logarithm, for a miss beside 1 keeps no digits of a hit.
        power = exp(-gamma * softplus(u))
        sign = -1 if y == 1 else 1
        terms = [gamma * gamma * hit * s, (2 * gamma + 1) * miss, -gamma * miss * s]
        # p'' has a second part: d(-gamma p s)/du = -gamma (p q s - p q), and 1 - 2p in hit'.
        return row(
            weight * power * s, sign * weight * power * (miss + gamma * hit * s),
            weight * power * hit * sum(terms), mpf(0), mpf(0),
            weight * power * hit * max(abs(t) for t in terms))
    miss, slope = y * q + (1 - y) * p, p * q
    power = miss ** gamma
    cost, cost_slope = y * softplus(-z) + (1 - y) * softplus(z), (1 - y) * p - y * q
    ratio, curve = (1 - 2 * y) * slope / miss, (1 - 2 * y) * slope * (q - p) / miss
    first = [gamma * ratio * cost, (1 - y) * p, -y * q]
    second = [
        gamma * (gamma - 1) * ratio * ratio * cost, gamma * curve * cost,
        2 * gamma * ratio * (1 - y) * p, -2 * gamma * ratio * y * q, slope]
    return row(
        weight * power * cost, weight * power * sum(first), weight * power * sum(second), mpf(0),
        weight * power * max(map(abs, first)), weight * power * max(map(abs, second)))


def soft_margin(z, y):
    return row(softplus(-y * z), -y * sigmoid(-y * z), sigmoid(y * z) * sigmoid(-y * z))


def mse(p, y):
    return row((p - y) ** 2, 2 * (p - y), mpf(2))


def mae(p, y):
    return row(abs(p - y), mpf((p > y) - (p < y)), mpf(0))


def is_joint(p, y, distance):
    """Whether p is the double beside y + distance or y - distance: what is shown as the joint."""
    return p != y and float(p) in (float(y) + float(distance), float(y) - float(distance))


def huber(p, y, delta):
    d = p - y
    bend = mpf(abs(d) <= delta or is_joint(p, y, delta))
    if abs(d) <= delta:
        return row(d * d / 2, d, bend)
    return row(delta * (abs(d) - delta / 2), delta if d > 0 else -delta, bend)


def smooth_l1(p, y, beta):
    d = p - y
    if abs(d) < beta:
        return row(d * d / (2 * beta), d / beta, mpf(0) if is_joint(p, y, beta) else 1 / beta)
    return row(abs(d) - beta / 2, mpf((d > 0) - (d < 0)), mpf(0))


def log_cosh(p, y):
    d = abs(p - y)
    f = d - log(2) + log1p(exp(-2 * d)) if d > 1 else log1p(2 * mp.sinh(d / 2) ** 2)
    return row(f, tanh(p - y), sech(d) ** 2)


def pinball(p, y, q):
    d = p - y
    if d == 0:
        return row(mpf(0), mpf(0), mpf(0))
    return row(-q * d, -q, mpf(0)) if d < 0 else row((1 - q) * d, 1 - q, mpf(0))


def gaussian(p, y, v):
    square = (p - y) ** 2 / v
    # Where the two cancel, 2 ulp of a 512th of either are 2^-60 of it.
    return row((log(v) + square) / 2, (p - y) / v, 1 / v, min(abs(log(v)), square) / 1024)


def poisson(p, y):
    second = y * log(p) if y else mpf(0)
    return row(
        p - second, (p - y) / p, y / p ** 2, max(p, abs(second)))


def poisson_log(z, y):
    return row(
        exp(z) - y * z, exp(z) - y, exp(z), max(exp(z), abs(y * z)) if y else mpf(0),
        max(exp(z), y) if y else mpf(0))


def hinge(z, y):
    m = y * z
    return row(mpf(0), mpf(0), mpf(0)) if m >= 1 else row(1 - m, -y, mpf(0))


def squared_hinge(z, y):
    m = y * z
    return row(mpf(0), mpf(0), mpf(0)) if m >= 1 else row((1 - m) ** 2, -2 * y * (1 - m), mpf(2))


# What is drawn.

SIZES = [LEAST, 1e-310, 1e-300, 1e-100, 1e-8, 0.1, 0.3, 3.0, 10.0, 30.0, 1e8, 1e30, 1e100, 1e200, 1e300, MAX]
SIGNED = [0.0, -1.0, -1e-310, -1e8, -MAX]
PROBABILITIES = [0.0, 1.0, 0.3, 0.5, 0.9, LEAST, 1e-300, 1e-8, 1 - 2.0 ** -53]
REALS = [0.0, 0.3, -2.5, 1e-310, 1e8, -1e300, MAX]
COUNTS = [0.0, 1.0, 20.0, 0.3, 1e-310, 1e8, 1e300, MAX]


def alone(name, values, others={}):
    return [dict(others, **{name: value}) for value in values]


NONE = [{}]
# In which the formulas take those parameters of which there are two.
ORDER = [
    "theta", "value", "min", "max", "gamma", "alpha", "a", "lambda", "beta", "b", "omega", "delta", "q",
    "variance", "c", "weight"]
# Formulas that compare exact differences of numbers of any size.
EXACT = {huber, smooth_l1, pinball, mae, hinge, squared_hinge}
FUNCTIONS = [
    # name, formula, settings, targets, where it bends, what x is measured in, domain
    ("leaky-relu", leaky, alone("alpha", [0.01] + SIZES + SIGNED), None, lambda p: [0.0], lambda p: 1.0, None),
    ("prelu", prelu, alone("a", [0.25] + SIZES + SIGNED), None, lambda p: [0.0], lambda p: 1.0, None),
    ("threshold", threshold,
     alone("theta", [0.0] + SIZES + SIGNED[1:], {"value": 0.0}) + alone("value", SIZES + SIGNED[1:], {"theta": 0.3}),
     None, lambda p: [p["theta"]], lambda p: 1.0, None),
    ("hardtanh", hardtanh,
     alone("max", SIZES, {"min": -1.0}) + alone("min", [-1.0, -1e-310, -1e8, -MAX, 0.0], {"max": 1.0})
     + [{"min": LEAST, "max": 2 * LEAST}, {"min": -MAX, "max": MAX}],
     None, lambda p: [p["min"], p["max"]], lambda p: 1.0, None),
    ("softshrink", softshrink, alone("lambda", [0.5, 0.0] + SIZES), None,
     lambda p: [p["lambda"], -p["lambda"]], lambda p: p["lambda"], None),
    ("hardshrink", hardshrink, alone("lambda", [0.5, 0.0] + SIZES), None,
     lambda p: [p["lambda"], -p["lambda"]], lambda p: p["lambda"], None),
    ("elu", elu, alone("alpha", [1.0, 2.0, 0.0] + SIZES), None, lambda p: [0.0], lambda p: 1.0, None),
    ("celu", celu, alone("alpha", [1.0, 2.0] + SIZES), None, lambda p: [0.0], lambda p: p["alpha"], None),
    ("softplus", softplus_of, alone("beta", [1.0, 2.0] + SIZES), None, lambda p: [0.0], lambda p: over(1, p["beta"]), None),
    ("squareplus", squareplus, alone("b", [4.0] + SIZES), None, lambda p: [0.0], lambda p: p["b"] ** 0.5, None),
    ("silu", silu, alone("beta", [1.0, 1.702] + SIZES), None,
     lambda p: [0.0, over(-1.2784645427610738, p["beta"]), over(2.399357280515468, p["beta"])],
     lambda p: over(1, p["beta"]), None),
    ("sine", sine, alone("omega", [1.0, 2.0, 29.7, 1000.3] + SIZES), None,
     lambda p: [over(k * 1.5707963267948966, p["omega"]) for k in (0, 1, 2, 3, 1001, 65537)] + [1e-320],
     lambda p: over(1, p["omega"]), None),
    ("snake", snake, alone("a", [1.0, 2.0] + SIZES), None,
     lambda p: [over(k * 0.7853981633974483, p["a"]) for k in (0, 1, -1, 2, 4, 3, 1001)],
     lambda p: over(1, p["a"]), None),
    ("soft-cap", soft_cap, alone("c", [1.0, 50.0] + SIZES), None, lambda p: [0.0], lambda p: p["c"], None),
    ("bce", bce, NONE, PROBABILITIES, lambda p: [p["target"]], lambda p: 1.0, (0, 1)),
    ("bce-clamped", bce_clamped, NONE, PROBABILITIES, lambda p: [p["target"]], lambda p: 1.0, (0, 1)),
    ("cross-entropy-term", cross_entropy, NONE, PROBABILITIES, lambda p: [1.0], lambda p: 1.0, (0, 1)),
    ("kl", kl, NONE, PROBABILITIES, lambda p: [p["target"]], lambda p: 1.0, (0, 1)),
    ("bce-with-logits", bce_logits, NONE, PROBABILITIES, lambda p: logit(p["target"]), lambda p: 1.0, None),
    ("focal", focal,
     [{"gamma": g, "alpha": 0.25} for g in (2.0, 0.0, LEAST, 1e-8, 0.3, 0.5, 1.0, 1.5, 3.0, 5.0, 10.0, 33.3, 100.0)]
     + [{"gamma": g, "alpha": a} for a in (0.0, LEAST, 1e-300, 0.5, 1.0) for g in (2.0, 0.7)],
     PROBABILITIES, lambda p: logit(p["target"]), lambda p: 1.0, None),
    ("weighted-bce-with-logits", weighted_bce, alone("weight", [2.0] + SIZES), PROBABILITIES,
     lambda p: logit(p["target"]), lambda p: 1.0, None),
    ("soft-margin", soft_margin, NONE, [-1.0, 1.0], lambda p: [0.0], lambda p: 1.0, None),
    ("hinge", hinge, NONE, [-1.0, 1.0], lambda p: [p["target"]], lambda p: 1.0, None),
    ("squared-hinge", squared_hinge, NONE, [-1.0, 1.0], lambda p: [p["target"]], lambda p: 1.0, None),
    ("mse", mse, NONE, REALS, lambda p: [p["target"]], lambda p: 1.0, None),
    ("mae", mae, NONE, REALS, lambda p: [p["target"]], lambda p: 1.0, None),
    ("log-cosh", log_cosh, NONE, REALS, lambda p: [p["target"]], lambda p: 1.0, None),
    ("huber", huber, alone("delta", [1.0] + SIZES), REALS,
     lambda p: [p["target"], p["target"] + p["delta"], p["target"] - p["delta"]], lambda p: p["delta"], None),
    ("smooth-l1", smooth_l1, alone("beta", [1.0, 0.0] + SIZES), REALS,
     lambda p: [p["target"], p["target"] + p["beta"], p["target"] - p["beta"]], lambda p: p["beta"], None),
    ("pinball", pinball, alone("q", [0.9, 0.5, LEAST, 1e-300, 1e-8, 0.3, 1 - 2.0 ** -53]), REALS,
     lambda p: [p["target"]], lambda p: 1.0, None),
    ("gaussian-nll", gaussian, alone("variance", [0.25, 1.0] + SIZES), REALS,
     lambda p: [p["target"]] + roots_of_gaussian(p), lambda p: p["variance"] ** 0.5, None),
    ("poisson-nll", poisson, NONE, COUNTS, lambda p: [p["target"], 1.0], lambda p: 1.0, (0, MAX)),
    ("poisson-nll-log", poisson_log, NONE, COUNTS,
     lambda p: [0.0] + ([float(log(p["target"]))] if p["target"] else []), lambda p: 1.0, None),
]


def over(a, b):
    try:
        return a / b
    except (OverflowError, ZeroDivisionError):
        return float("inf")


def logit(y):
    return [rounded(log(mpf(y) / (1 - mpf(y))))] if 0 < y < 1 else [0.0]


def roots_of_gaussian(p):
    v = mpf(p["variance"])
    if not v < 1:
        return []
    distance = rounded(sqrt(-v * log(v)))
    return [p["target"] + distance, p["target"] - distance]


def next_up(x, steps):
    import math
    for _ in range(abs(steps)):
        x = math.nextafter(x, math.inf if steps > 0 else -math.inf)
    return x


def arguments(draw, count, settings, centres, unit, domain):
    """x in all places: everywhere, in what the parameter makes the core, in the tails, about each
    bend and root, and the ends of the range."""
    points = [0.0, -0.0, LEAST, -LEAST, 1e-310, MAX, -MAX]
    for centre in centres:
        points += [centre] + [next_up(centre, step) for step in (1, -1, 2)]
    target = settings.get("target", 0.0)
    for index in range(count):
        sign = draw.choice((-1, 1))
        kind = index % 6
        if kind == 0:
            points.append(sign * 2.0 ** draw.uniform(-1074, 1023.99))
        elif kind in (1, 2):
            points.append(target + sign * unit * 10 ** draw.uniform(-3, 2))
        elif kind == 3:
            points.append(target + sign * unit * draw.uniform(0, 5))
        elif kind == 4:
            # Where an exponential's result is subnormal, or just not.
            points.append(sign * unit * draw.uniform(650, 760) / draw.choice((1, 1, 2, settings.get("gamma") or 1)))
        else:
            centre = draw.choice(centres)
            points.append(centre * (1 + sign * 2.0 ** draw.uniform(-52, -3)))
    if domain:
        points += [draw.random() for _ in range(count // 2)] + [1 - 2.0 ** draw.uniform(-53, -1) for _ in range(count // 4)]
        points = [p for p in points if domain[0] < p <= domain[1] and (p < 1 or domain[1] > 1)]
    return sorted({p for p in points if abs(p) <= MAX})


def evaluate(formula, x, values):
    """The row in doubles, from precisions that agree."""
    def at(precision):
        mp.prec = precision
        return tuple(map(rounded, formula(mpf(x), *map(mpf, values))))
    precision = 2400 if formula in EXACT else 240
    before = at(precision)
    while True:
        precision = precision * 2
        after = at(precision)
        if after == before:
            return after
        if precision > 20000:
            raise ArithmeticError(f"no agreement at {x} of {values}")
        before = after


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--points", type=int, default=12, help="drawn for each setting")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default="", help="functions, separated by commas")
    chosen = options.parse_args()
    only = set(filter(None, chosen.only.split(",")))
    for name, formula, settings, targets, centres, unit, domain in FUNCTIONS:
        if only and name not in only:
            continue
        for index, values in enumerate(settings):
            # All targets with the default parameters and in a large draw, else two in turn.
            count = len(targets) if targets else 1
            few = targets and index > 0 and chosen.points < 50
            for target in [targets[(2 * index + k) % count] for k in (0, 1)] if few else targets or [None]:
                mp.prec = 240
                everything = dict(values) if target is None else dict(values, target=target)
                draw = random.Random(f"{chosen.seed} {name} {everything}")
                print("#", name, *(f"{key}={value.hex()}" for key, value in everything.items()))
                middle = [c for c in centres(everything) if abs(c) <= MAX] or [0.0]
                ordered = [] if target is None else [target]
                ordered += [values[key] for key in sorted(values, key=ORDER.index)]
                for x in arguments(draw, chosen.points, everything, middle, unit(everything), domain):
                    numbers = evaluate(formula, x, ordered)
                    cells = [x.hex()] + [number.hex() for number in numbers]
                    while len(cells) > 4 and cells[-1] in ("0x0.0p+0", "-0x0.0p+0"):
                        cells.pop()
                    print(*cells)


if __name__ == "__main__":
    main()
