#!/usr/bin/env python3
"""Correctly rounded softmax and log-softmax at temperatures over the whole range of Double.

    pip install mpmath
    python3 Tests/NeuralFunctionsTests/Sweep/sweep-vectors.py > Tests/NeuralFunctionsTests/Reference/sweep-vectors.txt

A row of logits is a line, as C writes hexadecimal floating-point numbers: `T`, logits, probabilities,
their logarithms, log-sum-exp and what it is added up from, a vector v, the product of v with the
Jacobian of softmax, and with the transposed one of log-softmax, separated by bars. The logits of
every other row are those of a Float.
"""
import random
import struct
import sys

from mpmath import exp, log, log1p, mp, mpf

from sweep import LEAST, MAX, rounded

TEMPERATURES = [
    1.0, 0.1, 0.3, 0.01, 0.001, 1e-5, 2.0, 10.0, 1e8, 1e30, 1e100, 1e300, 1e308, MAX, 1e-30, 1e-100,
    1e-290, 1e-300, 1e-310, LEAST]


def as_float(number):
    return struct.unpack("f", struct.pack("f", max(-3e38, min(3e38, number))))[0]


def reference(logits, temperature):
    mp.prec = 2400
    scaled = [mpf(z) / mpf(temperature) for z in logits]
    top = max(scaled)
    # What is far below is not there at any precision that is asked for.
    terms = [exp(z - top) if z - top > -2000 else mpf(0) for z in scaled]
    largest = scaled.index(top)
    others = sum(t for i, t in enumerate(terms) if i != largest)
    total = log1p(others)
    return [t / (1 + others) for t in terms], [z - top - total for z in scaled], total


def products(p, vector, temperature):
    """J·v of softmax, and Jᵀ·v of log-softmax."""
    mean = sum(q * v for q, v in zip(p, vector))
    moved = [q * (v - mean) / mpf(temperature) for q, v in zip(p, vector)]
    total = sum(mpf(v) for v in vector)
    return moved, [(v - q * total) / mpf(temperature) for q, v in zip(p, vector)]


def main():
    draw, vectors = random.Random(1), random.Random(2)
    for temperature in TEMPERATURES:
        for index in range(6):
            count = draw.choice((2, 3, 8, 9, 17))
            spread = draw.choice((1, 5, 50, 700))
            middle = draw.choice((0, 0, 1, -3)) * temperature
            logits = [middle + temperature * draw.uniform(-spread, spread) for _ in range(count)]
            logits = [max(-MAX, min(MAX, z)) for z in logits]
            if index % 2 == 1:
                logits = [as_float(z) for z in logits]
            p, logarithms, total = reference(logits, temperature)
            excess = total * mpf(temperature)
            top = mpf(max(logits))
            vector = [vectors.uniform(-1, 1) for _ in logits]
            moved, pulled = products(p, vector, temperature)
            print(" | ".join(
                " ".join(number.hex() for number in numbers)
                for numbers in (
                    [temperature], logits, map(rounded, p), map(rounded, logarithms),
                    map(rounded, (top + excess, excess)), vector, map(rounded, moved),
                    map(rounded, pulled))))


if __name__ == "__main__":
    main()
