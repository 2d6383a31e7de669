#!/usr/bin/env python3
"""Recomputes the reference values of Tests/NeuralFunctionsTests/Reference, each at its own arguments.

    pip install mpmath gmpy2
    python3 Tests/References/reference.py --check     (half a minute of processor time; without gmpy2,
                                                      which is optional, two and a half)
    python3 Tests/References/reference.py             writes what is not the same
    python3 Tests/References/reference.py --fresh 7   writes other arguments of the same kinds, with
                                                      their values, to try the tests with: git restores
                                                      the files

Names of files restrict it to these. `--check` writes nothing, names every row that is not the same and
ends with status 1 if there is one. Every number is computed with 2,400 bits and again with twice as
many, until both round to the same doubles; these are written, as C writes hexadecimal floating-point
numbers.

A function's formula stands once, in activations.py, losses.py or vectors.py; sweep.py and
sweep_vectors.py draw the arguments of sweep.txt and sweep-vectors.txt.
"""
import argparse
import json
import sys
from pathlib import Path

from files import FILES
from fresh import Fresh, Kept

FOLDER = Path(__file__).resolve().parent.parent / "NeuralFunctionsTests" / "Reference"


def tree(name, content):
    return json.loads(content) if name.endswith(".json") else dict(enumerate(content.splitlines(), 1))


def differences(before, after, place=""):
    """Every row of two trees of dictionaries and lists that is not the same: its place and both."""
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        for key in before:
            yield from differences(before[key], after[key], f"{place} {key}")
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after) and any(
            isinstance(each, (dict, list)) for each in before):
        for index, pair in enumerate(zip(before, after)):
            yield from differences(*pair, f"{place} {index}")
    elif before != after:
        yield place.strip(), before, after


def main():
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="*", metavar="FILE", help=", ".join(FILES))
    options.add_argument("--check", action="store_true", help="write nothing; 1 if a row differs")
    options.add_argument("--fresh", metavar="SEED", help="draw other arguments of the same kinds")
    chosen = options.parse_args()
    unknown = set(chosen.files) - set(FILES)
    if unknown:
        options.error(f"no file {', '.join(unknown)}; there are {', '.join(FILES)}")
    if chosen.check and chosen.fresh is not None:
        options.error("fresh arguments have nothing to be checked against")
    arguments = Kept() if chosen.fresh is None else Fresh(chosen.fresh)
    same = True
    for name in chosen.files or FILES:
        before = (FOLDER / name).read_text()
        after = FILES[name](before, arguments)
        if before == after:
            continue
        same = False
        if not chosen.check:
            (FOLDER / name).write_text(after)
            print("wrote", name)
            continue
        found = list(differences(tree(name, before), tree(name, after)))
        for place, old, new in found:
            print(f"{name}: {place}: {old} should be {new}")
        if not found:
            print(f"{name}: the same numbers, laid out otherwise")
    sys.exit(1 if chosen.check and not same else 0)


if __name__ == "__main__":
    main()
