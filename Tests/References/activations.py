"""The activations. At a kink they take what docs/functions.md says is used there."""
from mpmath import atan, cos, exp, expm1, log1p, mp, mpf, pi, sech, sin, sqrt, tanh

from formulas import FORMULAS, erfc, formula, line, row, sigmoid, softplus

# Sigmoidal.


@formula("sigmoid")
def sigmoid_itself(x):
    p, q = sigmoid(x), sigmoid(-x)
    return row(p, p * q, -p * q * tanh(x / 2))


@formula("tanh", odd=True)
def tanh_itself(x):
    return row(tanh(x), sech(x) ** 2, -2 * tanh(x) * sech(x) ** 2)


@formula("log-sigmoid")
def log_sigmoid(x):
    return row(-softplus(-x), sigmoid(-x), -sigmoid(x) * sigmoid(-x))


@formula("softsign", odd=True)
def softsign(x):
    r = 1 / (1 + abs(x))
    return row(x * r, r ** 2, -2 * mp.sign(x) * r ** 3)


@formula("arctan", odd=True)
def arctan(x):
    r = 1 / (1 + x * x)
    return row(atan(x), r, -2 * x * r * r)


@formula("hard-sigmoid")
def hard_sigmoid(x):
    if abs(x) < 3:
        return line((x + 3) / 6, mpf(1) / 6)
    return line(mpf(x > 0), 0)


@formula("hardtanh", {"min": -1.0, "max": 1.0}, odd=True)
def hardtanh(x, low, high):
    if x <= low:
        return line(low, 0)
    return line(high, 0) if x >= high else line(x, 1)


@formula("sparse-sigmoid")
def sparse_sigmoid(x):
    if abs(x) < 1:
        return line((x + 1) / 2, mpf(1) / 2)
    return line(mpf(x > 0), mpf(1) / 4 if abs(x) == 1 else 0)


@formula("soft-cap", {"c": 30.0}, odd=True)
def soft_cap(x, c):
    v = x / c
    slope = 4 * sigmoid(2 * v) * sigmoid(-2 * v)
    return row(c * tanh(v), slope, -2 * tanh(v) * slope / c)


# Rectified.


@formula("relu")
def relu(x):
    return line(x, 1) if x > 0 else line(mpf(0), 0)


@formula("leaky-relu", {"alpha": 0.01})
@formula("prelu", {"a": 0.25})
def leaky(x, a):
    return line(x, 1) if x > 0 else line(a * x, a)


@formula("relu6")
def relu6(x):
    return hardtanh(x, mpf(0), mpf(6))


@formula("threshold", {"theta": 0.0, "value": 0.0})
def threshold(x, theta, value):
    return line(x, 1) if x > theta else line(value, 0)


@formula("squared-relu")
def squared_relu(x):
    return row(x * x, 2 * x, mpf(2)) if x > 0 else line(mpf(0), 0)


@formula("elu", {"alpha": 1.0})
def elu(x, a):
    return line(x, 1) if x > 0 else row(a * expm1(x), a * exp(x), a * exp(x))


@formula("selu")
def selu(x):
    # The scale and the slope that keep mean 0 and variance 1, by their closed form.
    tail, root = erfc(1 / sqrt(mpf(2))), sqrt(mp.e)
    alpha = -sqrt(2 / pi) / (tail * root - 1)
    scale = (1 - tail * root) * sqrt(2 * pi) / sqrt(
        2 * erfc(sqrt(mpf(2))) * mp.e ** 2 + pi * tail ** 2 * mp.e - 2 * (2 + pi) * tail * root
        + pi + 2)
    return line(scale * x, scale) if x > 0 else elu(x, scale * alpha)


@formula("celu", {"alpha": 1.0})
def celu(x, a):
    return line(x, 1) if x > 0 else row(a * expm1(x / a), exp(x / a), exp(x / a) / a)


@formula("sparse-plus")
def sparse_plus(x):
    if abs(x) < 1:
        return row((x + 1) ** 2 / 4, (x + 1) / 2, mpf(1) / 2)
    return line(x, 1) if x > 0 else line(mpf(0), 0)


# Smooth and gated: of the terms of f', x times the slope of the gate cancels the gate.


@formula("softplus", {"beta": 1.0})
def softplus_itself(x, b):
    return row(softplus(b * x) / b, sigmoid(b * x), b * sigmoid(b * x) * sigmoid(-b * x))


@formula("squareplus", {"b": 4.0})
def squareplus(x, b):
    r = sqrt(x * x + b)
    small = b / 2 / (r + abs(x))
    return row(
        small if x < 0 else x + small, small / r if x < 0 else 1 - small / r, b / 2 / (r * r * r))


@formula("gelu")
def gelu(x):
    gate, slope = erfc(-x / sqrt(mpf(2))) / 2, exp(-x * x / 2) / sqrt(2 * pi)
    return row(x * gate, gate + x * slope, (2 - x * x) * slope, mpf(0), max(gate, abs(x * slope)))


@formula("gelu-tanh")
def gelu_tanh(x):
    c, k = 2 * sqrt(2 / pi), mpf(44715) / 1000000
    v, dv, ddv = c * x * (1 + k * x * x), c * (1 + 3 * k * x * x), 6 * c * k * x
    p, q = sigmoid(v), sigmoid(-v)
    slope = x * dv * p * q
    return row(
        x * p, p + slope, p * q * (2 * dv + x * ddv - x * dv * dv * tanh(v / 2)),
        mpf(0), max(p, abs(slope)))


@formula("silu", {"beta": 1.0})
def silu(x, b):
    v = b * x
    p, q = sigmoid(v), sigmoid(-v)
    bend = v * tanh(v / 2)
    return row(
        x * p, p * (1 + v * q), b * p * q * (2 - bend),
        mpf(0), p * max(1, abs(v) * q), b * p * q * max(2, bend))


@formula("quick-gelu")
def quick_gelu(x):
    return silu(x, mpf(1702) / 1000)


@formula("hard-swish")
def hard_swish(x):
    if abs(x) < 3:
        return row(x * (x + 3) / 6, x / 3 + mpf(1) / 2, mpf(1) / 3, mpf(0), max(abs(x) / 3, mpf(1) / 2))
    return line(x, 1) if x > 0 else line(mpf(0), 0)


@formula("mish")
def mish(x):
    # tanh(softplus(x)) is n / (n + 2), n = e^x (e^x + 2); above 0 all in e^-x.
    e = exp(-abs(x))
    n, m = (1 + 2 * e, 2 * e * e) if x > 0 else (e * (e + 2), mpf(2))
    gate, other = n / (n + m), (1 + e) * e
    d = 4 * other / (n + m) ** 2 * (e if x > 0 else 1)
    # d'/d = 1 + e^x / (1 + e^x) - 4 e^x (1 + e^x) / (n + 2).
    bend = 1 + sigmoid(x) - 4 * (1 + e if x > 0 else other) / (n + m)
    return row(x * gate, gate + x * d, d * (2 + x * bend), mpf(0), max(gate, abs(x * d)))


# Shrinkage and others.


@formula("tanhshrink", odd=True)
def tanhshrink(x):
    return row(x - tanh(x), tanh(x) ** 2, 2 * tanh(x) * sech(x) ** 2)


@formula("softshrink", {"lambda": 0.5}, odd=True)
def softshrink(x, l):
    return line(mpf(0), 0) if -l <= x <= l else line(x - l if x > 0 else x + l, 1)


@formula("hardshrink", {"lambda": 0.5}, odd=True)
def hardshrink(x, l):
    return line(mpf(0), 0) if -l <= x <= l else line(x, 1)


@formula("exponential")
def exponential(x):
    return row(exp(x), exp(x), exp(x))


@formula("gaussian")
def gaussian(x):
    f = exp(-x * x)
    return row(f, -2 * x * f, (4 * x * x - 2) * f)


@formula("sine", {"omega": 1.0}, odd=True)
def sine(x, w):
    return row(sin(w * x), w * cos(w * x), -w * w * sin(w * x))


@formula("snake", {"a": 1.0})
def snake(x, a):
    square = sin(a * x) ** 2 / a
    return row(
        x + square, 1 + sin(2 * a * x), 2 * a * cos(2 * a * x), max(abs(x), square), mpf(1))
