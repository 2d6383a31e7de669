"""What a formula is here: a function of x, a target and parameters, as numbers of any precision, to
f, f', f'' and their scales.

A scale is the largest of the terms that cancel in a sum, or 0 where none do: its last place is what
an error is counted in. Everything else is written so that nothing cancels.
"""
import math

from mpmath import exp, log1p, mp, mpf, pi, sqrt

from exact import FAR, settled

FORMULAS = {}


class Formula:
    def __init__(self, compute, defaults, odd):
        self.compute, self.defaults, self.odd = compute, defaults, odd

    def arguments(self, target, parameters):
        """The target, if there is one, and the parameters in the order of the formula."""
        unknown = set(parameters) - set(self.defaults)
        if unknown:
            raise KeyError(f"{self.compute.__name__} has no parameter {', '.join(unknown)}")
        values = [{**self.defaults, **parameters}[name] for name in self.defaults]
        return ([] if target is None else [target]) + values

    def at(self, x, target=None, parameters={}):
        """f, f', f'' and the scales: as numbers, and as the nearest doubles.

        At an infinity each is its limit.
        """
        if math.isnan(x):
            return [mp.nan] * 6, [math.nan] * 6
        values = self.arguments(target, parameters)
        def compute():
            place = mp.sign(x) * FAR if math.isinf(x) else mpf(x)
            return self.compute(place, *map(mpf, values))
        exact, doubles = settled(compute)
        if self.odd and x == doubles[0] == 0:
            doubles[0] = x
        return exact, doubles


def formula(identifier, defaults={}, odd=False):
    """Enters a formula under the catalogue's identifier; `odd` for those that keep the sign of 0."""
    def enter(compute):
        FORMULAS[identifier] = Formula(compute, defaults, odd)
        return compute
    return enter


def row(f, d, s, *scales):
    return (f, d, s) + tuple(scales) + (mpf(0),) * (3 - len(scales))


def line(f, slope):
    """A straight piece."""
    return row(f, mpf(slope), mpf(0))


def sigmoid(v):
    return 1 / (1 + exp(-v)) if v >= 0 else exp(v) / (1 + exp(v))


def softplus(v):
    return v + log1p(exp(-v)) if v > 0 else log1p(exp(v))


def erfc(x):
    """The complementary error function. mpmath's own fails for arguments that no double's exponential
    reaches unless gmpy2 is installed; there the asymptotic series has all the bits that are asked for."""
    if x < 0:
        return 2 - erfc(-x)
    if x * x * mpf(1.4) < mp.prec + 64:
        return mp.erfc(x)
    term = total = mpf(1)
    least, divisor, k = mpf(2) ** (-mp.prec - 8), 2 * x * x, 0
    while abs(term) > least:
        k += 1
        term *= -(2 * k - 1) / divisor
        total += term
    return exp(-x * x) / (x * sqrt(pi)) * total
