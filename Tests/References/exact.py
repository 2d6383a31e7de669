"""Numbers beyond doubles, and how they become doubles: what every program in this folder is made of."""
import math
import struct
import sys

from mpmath import mp, mpf

LEAST, MAX = 5e-324, sys.float_info.max
# Bits that hold the sum or difference of any two doubles, so that the least of them still tells which
# way to round beside a tie: x / 2 + x^2 / 4.
BITS = 2400
# Stands for infinity where a limit is asked for: beyond MAX, yet its square fits in so many bits.
FAR = mpf(2) ** 1100


def rounded(number):
    """The nearest double, ties to even, subnormal numbers included."""
    if not mp.isfinite(number) or number == 0:
        return float(number)
    sign, mantissa, exponent, bits = map(int, number._mpf_)
    if exponent + bits > 1025:
        return -math.inf if sign else math.inf
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
        size = math.ldexp(mantissa, exponent)
    except OverflowError:
        size = math.inf
    return -size if sign else size


def as_float(number):
    """The nearest Float, or one of the largest."""
    return struct.unpack("f", struct.pack("f", max(-3e38, min(3e38, number))))[0]


def settled(compute):
    """The numbers that `compute()` gives, and the doubles nearest to them, with so many bits that
    half as many round to the same doubles."""
    precision = BITS
    def at(bits):
        mp.prec = bits
        exact = compute()
        return exact, [rounded(number) for number in exact]
    before = at(precision)[1]
    while precision < 8 * BITS:
        precision *= 2
        exact, doubles = at(precision)
        if list(map(text, doubles)) == list(map(text, before)):
            return exact, doubles
        before = doubles
    raise ArithmeticError(f"no precision settles {before}")


def residual(exact, double):
    """(exact - double) in units of the last place of the double, to four digits after the point; 0
    where the double is not finite."""
    if not math.isfinite(double):
        return 0.0
    # A 0 has no sign here.
    return round(float((exact - mpf(double)) / mpf(math.ulp(double))), 4) + 0.0


def text(double):
    """As C and Swift write a hexadecimal floating-point number."""
    return double.hex() if math.isfinite(double) else str(double)


def number(cell):
    return float.fromhex(cell)


def ratio(a, b):
    """a / b, infinite where b alone is 0."""
    return a / b if b else mp.sign(a) * mp.inf if a else mpf(0)
