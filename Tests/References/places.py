"""Settings, targets and places of x at which functions with parameters or targets are tried: over the
whole range of all of them."""
import math

from mpmath import log, mp, mpf, sqrt

from exact import LEAST, MAX, rounded

SIZES = [
    LEAST, 1e-310, 1e-300, 1e-100, 1e-8, 0.1, 0.3, 3.0, 10.0, 30.0, 1e8, 1e30, 1e100, 1e200, 1e300, MAX]
SIGNED = [0.0, -1.0, -1e-310, -1e8, -MAX]
PROBABILITIES = [0.0, 1.0, 0.3, 0.5, 0.9, LEAST, 1e-300, 1e-8, 1 - 2.0 ** -53]
REALS = [0.0, 0.3, -2.5, 1e-310, 1e8, -1e300, MAX]
COUNTS = [0.0, 1.0, 20.0, 0.3, 1e-310, 1e8, 1e300, MAX]


def alone(name, values, others={}):
    return [dict(others, **{name: value}) for value in values]


NONE = [{}]


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
            size = draw.uniform(650, 760) / draw.choice((1, 1, 2, settings.get("gamma") or 1))
            points.append(sign * unit * size)
        else:
            centre = draw.choice(centres)
            points.append(centre * (1 + sign * 2.0 ** draw.uniform(-52, -3)))
    if domain:
        points += [draw.random() for _ in range(count // 2)]
        points += [1 - 2.0 ** draw.uniform(-53, -1) for _ in range(count // 4)]
        points = [p for p in points if domain[0] < p <= domain[1] and (p < 1 or domain[1] > 1)]
    return sorted({p for p in points if abs(p) <= MAX})


FUNCTIONS = [
    # identifier, settings, targets, where it bends, what x is measured in, domain
    ("leaky-relu", alone("alpha", [0.01] + SIZES + SIGNED), None, lambda p: [0.0], lambda p: 1.0, None),
    ("prelu", alone("a", [0.25] + SIZES + SIGNED), None, lambda p: [0.0], lambda p: 1.0, None),
    ("threshold",
     alone("theta", [0.0] + SIZES + SIGNED[1:], {"value": 0.0})
     + alone("value", SIZES + SIGNED[1:], {"theta": 0.3}),
     None, lambda p: [p["theta"]], lambda p: 1.0, None),
    ("hardtanh",
     alone("max", SIZES, {"min": -1.0}) + alone("min", [-1.0, -1e-310, -1e8, -MAX, 0.0], {"max": 1.0})
     + [{"min": LEAST, "max": 2 * LEAST}, {"min": -MAX, "max": MAX}],
     None, lambda p: [p["min"], p["max"]], lambda p: 1.0, None),
    ("softshrink", alone("lambda", [0.5, 0.0] + SIZES), None,
     lambda p: [p["lambda"], -p["lambda"]], lambda p: p["lambda"], None),
    ("hardshrink", alone("lambda", [0.5, 0.0] + SIZES), None,
     lambda p: [p["lambda"], -p["lambda"]], lambda p: p["lambda"], None),
    ("elu", alone("alpha", [1.0, 2.0, 0.0] + SIZES), None, lambda p: [0.0], lambda p: 1.0, None),
    ("celu", alone("alpha", [1.0, 2.0] + SIZES), None, lambda p: [0.0], lambda p: p["alpha"], None),
    ("softplus", alone("beta", [1.0, 2.0] + SIZES), None, lambda p: [0.0],
     lambda p: over(1, p["beta"]), None),
    ("squareplus", alone("b", [4.0] + SIZES), None, lambda p: [0.0], lambda p: p["b"] ** 0.5, None),
    ("silu", alone("beta", [1.0, 1.702] + SIZES), None,
     lambda p: [0.0, over(-1.2784645427610738, p["beta"]), over(2.399357280515468, p["beta"])],
     lambda p: over(1, p["beta"]), None),
    ("sine", alone("omega", [1.0, 2.0, 29.7, 1000.3] + SIZES), None,
     lambda p: [over(k * 1.5707963267948966, p["omega"]) for k in (0, 1, 2, 3, 1001, 65537)] + [1e-320],
     lambda p: over(1, p["omega"]), None),
    ("snake", alone("a", [1.0, 2.0] + SIZES), None,
     lambda p: [over(k * 0.7853981633974483, p["a"]) for k in (0, 1, -1, 2, 4, 3, 1001)],
     lambda p: over(1, p["a"]), None),
    ("soft-cap", alone("c", [1.0, 50.0] + SIZES), None, lambda p: [0.0], lambda p: p["c"], None),
    ("bce", NONE, PROBABILITIES, lambda p: [p["target"]], lambda p: 1.0, (0, 1)),
    ("bce-clamped", NONE, PROBABILITIES, lambda p: [p["target"]], lambda p: 1.0, (0, 1)),
    ("cross-entropy-term", NONE, PROBABILITIES, lambda p: [1.0], lambda p: 1.0, (0, 1)),
    ("kl", NONE, PROBABILITIES, lambda p: [p["target"]], lambda p: 1.0, (0, 1)),
    ("bce-with-logits", NONE, PROBABILITIES, lambda p: logit(p["target"]), lambda p: 1.0, None),
    ("focal",
     [{"gamma": g, "alpha": 0.25}
      for g in (2.0, 0.0, LEAST, 1e-8, 0.3, 0.5, 1.0, 1.5, 3.0, 5.0, 10.0, 33.3, 100.0)]
     + [{"gamma": g, "alpha": a} for a in (0.0, LEAST, 1e-300, 0.5, 1.0) for g in (2.0, 0.7)],
     PROBABILITIES, lambda p: logit(p["target"]), lambda p: 1.0, None),
    ("weighted-bce-with-logits", alone("weight", [2.0] + SIZES), PROBABILITIES,
     lambda p: logit(p["target"]), lambda p: 1.0, None),
    ("soft-margin", NONE, [-1.0, 1.0], lambda p: [0.0], lambda p: 1.0, None),
    ("hinge", NONE, [-1.0, 1.0], lambda p: [p["target"]], lambda p: 1.0, None),
    ("squared-hinge", NONE, [-1.0, 1.0], lambda p: [p["target"]], lambda p: 1.0, None),
    ("mse", NONE, REALS, lambda p: [p["target"]], lambda p: 1.0, None),
    ("mae", NONE, REALS, lambda p: [p["target"]], lambda p: 1.0, None),
    ("log-cosh", NONE, REALS, lambda p: [p["target"]], lambda p: 1.0, None),
    ("huber", alone("delta", [1.0] + SIZES), REALS,
     lambda p: [p["target"], p["target"] + p["delta"], p["target"] - p["delta"]],
     lambda p: p["delta"], None),
    ("smooth-l1", alone("beta", [1.0, 0.0] + SIZES), REALS,
     lambda p: [p["target"], p["target"] + p["beta"], p["target"] - p["beta"]], lambda p: p["beta"], None),
    ("pinball", alone("q", [0.9, 0.5, LEAST, 1e-300, 1e-8, 0.3, 1 - 2.0 ** -53]), REALS,
     lambda p: [p["target"]], lambda p: 1.0, None),
    ("gaussian-nll", alone("variance", [0.25, 1.0] + SIZES), REALS,
     lambda p: [p["target"]] + roots_of_gaussian(p), lambda p: p["variance"] ** 0.5, None),
    ("poisson-nll", NONE, COUNTS, lambda p: [p["target"], 1.0], lambda p: 1.0, (0, MAX)),
    ("poisson-nll-log", NONE, COUNTS,
     lambda p: [0.0] + ([float(log(p["target"]))] if p["target"] else []), lambda p: 1.0, None),
]
