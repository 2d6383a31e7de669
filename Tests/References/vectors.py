"""Softmax and its kind, of logits at a temperature."""
from mpmath import exp, log1p, mpf


def scaled(logits, temperature):
    return [mpf(z) / mpf(temperature) for z in logits]


def softmax(logits, temperature=1):
    """Probabilities, their logarithms, and how far log-sum-exp lies above the largest logit / T."""
    z = scaled(logits, temperature)
    top = max(z)
    largest = z.index(top)
    terms = [exp(each - top) for each in z]
    others = sum(term for index, term in enumerate(terms) if index != largest)
    above = log1p(others)
    return [term / (1 + others) for term in terms], [each - top - above for each in z], above


def without(p, index):
    """1 - p[index], all of whose digits are right."""
    return sum((q for other, q in enumerate(p) if other != index), mpf(0))


def jacobian(p, temperature=1):
    """Row after row."""
    return [
        p[i] * (without(p, i) if i == j else -p[j]) / mpf(temperature)
        for i in range(len(p)) for j in range(len(p))]


def products(p, vector, temperature):
    """J·v of softmax, and Jᵀ·v of log-softmax."""
    mean = sum(q * v for q, v in zip(p, vector))
    moved = [q * (v - mean) / mpf(temperature) for q, v in zip(p, vector)]
    total = sum(mpf(v) for v in vector)
    return moved, [(v - q * total) / mpf(temperature) for q, v in zip(p, vector)]


def cross_entropy(p, logarithms, target):
    """The loss and its gradient with respect to the logits / T."""
    gradient = [-without(p, target) if index == target else q for index, q in enumerate(p)]
    return -logarithms[target], gradient


def entropy(p, logarithms):
    return -sum((q * logarithm for q, logarithm in zip(p, logarithms) if q), mpf(0))


def sparsemax(logits, temperature=1):
    z = scaled(logits, temperature)
    total, threshold = mpf(0), None
    for count, each in enumerate(sorted(z, reverse=True), start=1):
        total += each
        if 1 + count * each > total:
            threshold = (total - 1) / count
    return [max(each - threshold, mpf(0)) for each in z]
