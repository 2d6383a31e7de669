"""Other arguments of the same kind as those that a file has."""
import math
import random

from exact import MAX, as_float


class Kept:
    """The arguments as they are."""

    def x(self, x, near=None, most=math.inf):
        return x

    def logits(self, logits):
        return logits


class Fresh(Kept):
    """Other arguments in their places, of the same sign and about the same size: what is tiny stays tiny,
    a tail a tail, a root a root, a Float as a rule a Float. 0 and what is not finite stays."""

    def __init__(self, seed):
        self.draw = random.Random(seed)

    def x(self, x, near=None, most=math.inf):
        """`near` asks for one that is a few units in the last place away; without it this is so for
        every second one. None lies above `most`."""
        if x == 0 or not math.isfinite(x):
            return x
        if self.draw.random() < 0.5 if near is None else near:
            moved = x + self.draw.randint(-999, 999) * math.ulp(x)
        else:
            moved = math.ldexp(math.copysign(self.draw.uniform(0.5, 1 - 2 ** -24), x), math.frexp(x)[1])
            moved = as_float(moved) if as_float(x) == x else moved
        return moved if moved * x > 0 and math.isfinite(moved) and moved <= most else x

    def logits(self, logits):
        """As far apart as they were, in about the same order."""
        finite = [z for z in logits if math.isfinite(z)]
        spread = max(finite) / 8 - min(finite) / 8 if len(finite) > 1 else 0.0
        if spread == 0:
            return [self.x(z) for z in logits]
        moved = [z + self.draw.uniform(-spread, spread) for z in logits]
        moved = [max(-MAX, min(MAX, new)) if math.isfinite(z) else z for z, new in zip(logits, moved)]
        return list(map(as_float, moved)) if list(map(as_float, logits)) == logits else moved
