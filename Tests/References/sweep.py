#!/usr/bin/env python3
"""Draws anew the places at which functions with a parameter or a target are tried, over the whole range
of both, and writes sweep.txt to standard output.

    pip install mpmath
    python3 Tests/References/sweep.py --points 4 > Tests/NeuralFunctionsTests/Reference/sweep.txt

`--points 400 --seed 2` draws more points, and others; `--only focal,sine` some functions alone. To
recompute the file at the places it has, run reference.py.

A line `# focal gamma=0x1p+1 target=0x1p+0` begins a function; each line after it is

    x f f' f'' scale-of-f scale-of-f' scale-of-f''

without scales of 0 at the end. formulas.py says what a scale is, places.py what is drawn.
"""
import argparse
import random

from mpmath import mp

from catalogue import FORMULAS
from exact import MAX, number, text
from places import FUNCTIONS, arguments


def heading(identifier, settings):
    return " ".join(["#", identifier] + [f"{name}={text(value)}" for name, value in settings.items()])


def read_heading(line):
    identifier, *settings = line.split()[1:]
    return identifier, {name: number(value) for name, value in (s.split("=") for s in settings)}


def line(identifier, settings, x):
    """One place: settings are parameters and the target, if there is one."""
    parameters = {name: value for name, value in settings.items() if name != "target"}
    doubles = FORMULAS[identifier].at(x, settings.get("target"), parameters)[1]
    while len(doubles) > 3 and doubles[-1] == 0:
        doubles.pop()
    return " ".join(map(text, [x] + doubles))


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    options.add_argument("--points", type=int, default=12, help="drawn for each setting")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default="", help="functions, separated by commas")
    chosen = options.parse_args()
    only = set(filter(None, chosen.only.split(",")))
    for name, settings, targets, centres, unit, domain in FUNCTIONS:
        if only and name not in only:
            continue
        for index, values in enumerate(settings):
            # All targets with the default parameters and in a large draw, else two in turn.
            count = len(targets) if targets else 1
            few = targets and index > 0 and chosen.points < 50
            turn = [targets[(2 * index + k) % count] for k in (0, 1)] if few else targets or [None]
            for target in turn:
                mp.prec = 240
                everything = dict(values) if target is None else dict(values, target=target)
                draw = random.Random(f"{chosen.seed} {name} {everything}")
                print(heading(name, everything))
                middle = [c for c in centres(everything) if abs(c) <= MAX] or [0.0]
                for x in arguments(draw, chosen.points, everything, middle, unit(everything), domain):
                    print(line(name, everything, x))


if __name__ == "__main__":
    main()
