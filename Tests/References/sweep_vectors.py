#!/usr/bin/env python3
"""Draws anew the logits at which softmax and log-softmax are tried, at temperatures over the whole range
of Double, and writes sweep-vectors.txt to standard output.

    pip install mpmath
    python3 Tests/References/sweep_vectors.py > Tests/NeuralFunctionsTests/Reference/sweep-vectors.txt

To recompute the file at the logits it has, run reference.py. A row of logits is a line: `T`, logits,
probabilities, their logarithms, log-sum-exp and what it is added up from, a vector v, the product of v
with the Jacobian of softmax, and with the transposed one of log-softmax, separated by bars. The logits
of every other row are those of a Float.
"""
import random

from mpmath import mpf

from exact import LEAST, MAX, as_float, settled, text
from vectors import products, softmax

TEMPERATURES = [
    1.0, 0.1, 0.3, 0.01, 0.001, 1e-5, 2.0, 10.0, 1e8, 1e30, 1e100, 1e300, 1e308, MAX, 1e-30, 1e-100,
    1e-290, 1e-300, 1e-310, LEAST]


def line(temperature, logits, vector):
    def compute():
        p, logarithms, above = softmax(logits, temperature)
        excess = above * mpf(temperature)
        moved, pulled = products(p, vector, temperature)
        return p + logarithms + [max(logits) + excess, excess] + moved + pulled
    doubles = settled(compute)[1]
    count = len(logits)
    results = [doubles[:count], doubles[count:2 * count], doubles[2 * count:2 * count + 2]]
    moved = [doubles[2 * count + 2:3 * count + 2], doubles[3 * count + 2:]]
    columns = [[temperature], logits, *results, vector, *moved]
    return " | ".join(" ".join(map(text, column)) for column in columns)


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
            vector = [vectors.uniform(-1, 1) for _ in logits]
            print(line(temperature, logits, vector))


if __name__ == "__main__":
    main()
