"""The losses of one prediction: x is the prediction or the logit."""
from mpmath import exp, log, log1p, mp, mpf, sech, sinh, tanh

from exact import ratio
from formulas import formula, row, sigmoid, softplus


@formula("bce")
def bce(p, y):
    f = (-y * log(p) if y else mpf(0)) + (-(1 - y) * log1p(-p) if y != 1 else mpf(0))
    d = ratio(mpf(1), 1 - p) if y == 0 else -ratio(mpf(1), p) if y == 1 else ratio(p - y, p * (1 - p))
    s = (ratio(y, p ** 2) if y else mpf(0)) + (ratio(1 - y, (1 - p) ** 2) if y != 1 else mpf(0))
    return row(f, d, s)


@formula("bce-clamped")
def bce_clamped(p, y):
    below, above = log(p) <= -100, p == 1
    f = -y * max(log(p), -100) - (1 - y) * (-100 if above else log1p(-p))
    d = (mpf(0) if above else (1 - y) / (1 - p)) - (mpf(0) if below else y / p)
    s = (mpf(0) if above else (1 - y) / (1 - p) ** 2) + (mpf(0) if below else y / p ** 2)
    return row(f, d, s)


@formula("cross-entropy-term")
def cross_entropy(p, y):
    return row(-y * log(p) if y else mpf(0), -ratio(y, p), ratio(y, p ** 2))


@formula("kl")
def kl(p, y):
    return row(y * log(ratio(y, p)) if y else mpf(0), -ratio(y, p), ratio(y, p ** 2))


@formula("bce-with-logits")
def bce_logits(z, y):
    p, q = sigmoid(z), sigmoid(-z)
    return row(
        y * softplus(-z) + (1 - y) * softplus(z), (1 - y) * p - y * q, p * q,
        mpf(0), mpf(0) if y in (0, 1) else max(p, y) if z < 0 else max(q, 1 - y))


@formula("weighted-bce-with-logits", {"weight": 1.0})
def weighted_bce(z, y, w):
    p, q = sigmoid(z), sigmoid(-z)
    return row(
        w * y * softplus(-z) + (1 - y) * softplus(z), (1 - y) * p - w * y * q,
        (1 - y + w * y) * p * q, mpf(0), mpf(0) if y in (0, 1) else max((1 - y) * p, w * y * q))


@formula("focal", {"gamma": 2.0, "alpha": 0.25})
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


@formula("soft-margin")
def soft_margin(z, y):
    return row(softplus(-y * z), -y * sigmoid(-y * z), sigmoid(y * z) * sigmoid(-y * z))


@formula("mse")
def mse(p, y):
    return row((p - y) ** 2, 2 * (p - y), mpf(2))


@formula("mae")
def mae(p, y):
    return row(abs(p - y), mpf((p > y) - (p < y)), mpf(0))


def is_joint(p, y, distance):
    """Whether p is the double beside y + distance or y - distance: what is shown as the joint."""
    return p != y and float(p) in (float(y) + float(distance), float(y) - float(distance))


@formula("huber", {"delta": 1.0})
def huber(p, y, delta):
    d = p - y
    bend = mpf(abs(d) <= delta or is_joint(p, y, delta))
    if abs(d) <= delta:
        return row(d * d / 2, d, bend)
    return row(delta * (abs(d) - delta / 2), delta if d > 0 else -delta, bend)


@formula("smooth-l1", {"beta": 1.0})
def smooth_l1(p, y, beta):
    d = p - y
    if abs(d) < beta:
        return row(d * d / (2 * beta), d / beta, mpf(0) if is_joint(p, y, beta) else 1 / beta)
    return row(abs(d) - beta / 2, mpf((d > 0) - (d < 0)), mpf(0))


@formula("log-cosh")
def log_cosh(p, y):
    d = abs(p - y)
    f = d - log(2) + log1p(exp(-2 * d)) if d > 1 else log1p(2 * sinh(d / 2) ** 2)
    return row(f, tanh(p - y), sech(d) ** 2)


@formula("pinball", {"q": 0.9})
def pinball(p, y, q):
    d = p - y
    if d == 0:
        return row(mpf(0), mpf(0), mpf(0))
    return row(-q * d, -q, mpf(0)) if d < 0 else row((1 - q) * d, 1 - q, mpf(0))


@formula("gaussian-nll", {"variance": 0.25})
def gaussian(p, y, v):
    square = (p - y) ** 2 / v
    # Where the two cancel, 2 ulp of a 512th of either are 2^-60 of it.
    return row((log(v) + square) / 2, (p - y) / v, 1 / v, min(abs(log(v)), square) / 1024)


@formula("poisson-nll")
def poisson(p, y):
    second = y * log(p) if y else mpf(0)
    return row(
        p - second, ratio(p - y, p) if y else mpf(1), ratio(y, p ** 2), max(p, abs(second)))


@formula("poisson-nll-log")
def poisson_log(z, y):
    return row(
        exp(z) - y * z, exp(z) - y, exp(z), max(exp(z), abs(y * z)) if y else mpf(0),
        max(exp(z), y) if y else mpf(0))


@formula("hinge")
def hinge(z, y):
    m = y * z
    return row(mpf(0), mpf(0), mpf(0)) if m >= 1 else row(1 - m, -y, mpf(0))


@formula("squared-hinge")
def squared_hinge(z, y):
    m = y * z
    return row(mpf(0), mpf(0), mpf(0)) if m >= 1 else row((1 - m) ** 2, -2 * y * (1 - m), mpf(2))
