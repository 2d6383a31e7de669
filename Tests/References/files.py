"""The files of Tests/NeuralFunctionsTests/Reference: each is a function from its text to the same text
recomputed, at its own arguments or at what `arguments` makes of them.

A cell that is empty stays so: nothing is held to it.
"""
import json
import math

from mpmath import findroot, mp, mpf

import sweep
import sweep_vectors
from catalogue import FORMULAS
from exact import number, residual, rounded, settled, text
from vectors import cross_entropy, entropy, jacobian, softmax, sparsemax

# What reference.json calls otherwise than the catalogue.
IDENTIFIERS = {
    "bce_logits": "bce-with-logits", "ce_prob": "cross-entropy-term", "elu_a2": "elu",
    "focal_g2_a025": "focal", "gaussian_nll_v025": "gaussian-nll", "huber_d05": "huber",
    "pinball_q09": "pinball", "smooth_l1_b05": "smooth-l1"}
PARAMETERS = {"negative_slope": "alpha", "var": "variance"}
# Losses of a probability, which is at most 1.
PROBABILITIES = {"bce", "bce-clamped", "cross-entropy-term", "kl"}


def numbers(cells):
    return [number(cell) for cell in cells]


def texts(compute):
    return [text(double) for double in settled(compute)[1]]


def formula_of(name, table):
    """The formula of a table of reference.json, and its parameters."""
    parameters = {PARAMETERS.get(key, key): value for key, value in table["params"].items()}
    return IDENTIFIERS.get(name, name.replace("_", "-")), parameters


def residual_cell(x, exact, double):
    return f"{residual(exact, double):g}" if math.isfinite(x) else "0"


def tagged_row(row, identifier, parameters, has_target, arguments):
    """x, perhaps a target, f, f', of activations f'', both residuals, and what kind of place it is."""
    *cells, tag = row
    x, target = number(cells[0]), number(cells[1]) if has_target else None
    if tag not in ("special", "max", "kink"):
        most = 1 if identifier in PROBABILITIES else math.inf
        x = arguments.x(x, near=tag == "near_root", most=most)
    exact, doubles = FORMULAS[identifier].at(x, target, parameters)
    kept = [text(x), cells[1]] if has_target else [text(x)]
    # Of f'' no sign of 0 is known where it is a limit.
    second = doubles[2] + 0.0 if math.isinf(x) else doubles[2]
    bends = [] if has_target else [text(second) if cells[3] else ""]
    residuals = [residual_cell(x, exact[index], doubles[index]) for index in (0, 1)]
    return kept + [text(doubles[0]), text(doubles[1])] + bends + residuals + [tag]


def sides(x, identifier, parameters):
    """A kink and the derivative on either side of it."""
    formula = FORMULAS[identifier]
    values = formula.arguments(None, parameters)
    def beside(side):
        step = side * mpf(2) ** -2000
        return formula.compute(number(x) + step, *map(mpf, values))[1]
    return [x] + texts(lambda: [beside(-1), beside(1)])


def root(cell, identifier, parameters):
    """The root of the derivative beside a number."""
    formula = FORMULAS[identifier]
    values = formula.arguments(None, parameters)
    mp.prec = 400
    return text(rounded(findroot(
        lambda x: formula.compute(x, *map(mpf, values))[1], mpf(number(cell)))))


def reference(content, arguments):
    file = json.loads(content)
    for kind in ("unary", "losses"):
        for name, table in file[kind].items():
            identifier, parameters = formula_of(name, table)
            table["rows"] = [
                tagged_row(row, identifier, parameters, kind == "losses", arguments)
                for row in table["rows"]]
            if kind == "unary":
                table["kinks"] = [
                    sides(kink[0], identifier, parameters) for kink in table["kinks"]]
                table["derivative_roots"] = [
                    root(cell, identifier, parameters) for cell in table["derivative_roots"]]
    for name in ("softmax", "log_softmax", "sparsemax", "ce_logits"):
        for point in file[name]:
            vector_point(name, point, arguments)
    return json.dumps(file, separators=(",", ":"))


def vector_point(name, point, arguments):
    logits = arguments.logits(numbers(point["z"]))
    point["z"] = [text(z) for z in logits]
    if name == "softmax":
        point["p"] = texts(lambda: softmax(logits)[0])
        point["J"] = texts(lambda: jacobian(softmax(logits)[0]))
    elif name == "log_softmax":
        point["f"] = texts(lambda: softmax(logits)[1])
    elif name == "sparsemax":
        point["p"] = texts(lambda: sparsemax(logits))
        point["support"] = [index for index, p in enumerate(sparsemax(logits)) if p > 0]
    else:
        loss_and_gradient(point, "grad", logits, 1.0)


def loss_and_gradient(point, name, logits, temperature):
    def compute():
        p, logarithms, _ = softmax(logits, temperature)
        loss, gradient = cross_entropy(p, logarithms, point["target"])
        return [loss] + [each / temperature for each in gradient]
    point["loss"], *point[name] = texts(compute)


def hard_points(content, arguments):
    def again(identifier, row):
        x = arguments.x(number(row[0]))
        doubles = FORMULAS[identifier].at(x)[1]
        return [text(each) for each in [x] + doubles[:3] + [doubles[4]]]
    tables = [
        f' "{identifier}": [\n' + lines([again(identifier, row) for row in rows], "  ") + "\n ]"
        for identifier, rows in json.loads(content).items()]
    return "{\n" + ",\n".join(tables) + "\n}\n"


def hard_losses(content, arguments):
    file = json.loads(content)
    def again(loss, row):
        most = 1 if loss["loss"] in PROBABILITIES else math.inf
        x = arguments.x(number(row[0]), most=most)
        exact, doubles = FORMULAS[loss["loss"]].at(x, number(row[1]), loss["parameters"])
        scales = [
            text(double) if cell and scale else ""
            for cell, scale, double in zip(row[5:], exact[3:], doubles[3:])]
        return [text(x), row[1]] + [text(each) for each in doubles[:3]] + scales
    tables = [
        f'  {{"loss": "{loss["loss"]}", "parameters": {json.dumps(loss["parameters"])}, "rows": [\n'
        + lines([again(loss, row) for row in loss["rows"]], "    ") + "\n  ]}"
        for loss in file["losses"]]
    return f'{{"about": {json.dumps(file["about"])},\n "losses": [\n' + ",\n".join(tables) + "\n]}\n"


def hard_vectors(content, arguments):
    file = json.loads(content)
    for point in file["vectors"]:
        temperature = number(point["temperature"])
        logits = arguments.logits(numbers(point["logits"]))
        point["logits"] = [text(z) for z in logits]
        point["softmax"] = texts(lambda: softmax(logits, temperature)[0])
        point["logSoftmax"] = texts(lambda: softmax(logits, temperature)[1])
        point["jacobian"] = texts(lambda: jacobian(softmax(logits, temperature)[0], temperature))
        point["sparsemax"] = texts(lambda: sparsemax(logits, temperature))
        point["entropy"], = texts(lambda: [entropy(*softmax(logits, temperature)[:2])])
        loss_and_gradient(point, "gradient", logits, temperature)
    return f'{{"about": {json.dumps(file["about"])},\n "vectors": [\n' + lines(file["vectors"], "") + "\n]}\n"


def bulk(content, arguments):
    heading, *rows = content.splitlines()
    def again(row):
        name, cell, *_ = row.split(",")
        identifier = name.removesuffix("-derivative")
        x, index = arguments.x(number(cell)), int(identifier != name)
        exact, doubles = FORMULAS[identifier].at(x)
        distance = residual(exact[index], doubles[index])
        return f"{name},{text(x)},{text(doubles[index])},{distance:.4f}"
    return "\n".join([heading] + [again(row) for row in rows]) + "\n"


def soft_cap(content, arguments):
    def again(row):
        c, x = number(row[0]), arguments.x(number(row[1]))
        doubles = FORMULAS["soft-cap"].at(x, parameters={"c": c})[1]
        return [row[0]] + [text(each) for each in [x] + doubles[:3]]
    return rows_alone([again(row) for row in json.loads(content)["rows"]])


def weighted(content, arguments):
    """The last column is the larger of the two terms of L', also where only one is left."""
    def again(row):
        (w, y), x = numbers(row[:2]), arguments.x(number(row[2]))
        f, d, _, _, scale, _ = FORMULAS["weighted-bce-with-logits"].at(x, y, {"weight": w})[1]
        return row[:2] + [text(each) for each in [x, f, d, scale or abs(d)]]
    return rows_alone([again(row) for row in json.loads(content)["rows"]])


def swept(content, arguments):
    results = []
    for row in content.splitlines():
        if row.startswith("#"):
            identifier, settings = sweep.read_heading(row)
            results.append(sweep.heading(identifier, settings))
        else:
            most = 1 if identifier in PROBABILITIES else math.inf
            x = arguments.x(number(row.split()[0]), most=most)
            results.append(sweep.line(identifier, settings, x))
    return "\n".join(results) + "\n"


def swept_vectors(content, arguments):
    results = []
    for row in content.splitlines():
        columns = [numbers(column.split()) for column in row.split(" | ")]
        results.append(
            sweep_vectors.line(columns[0][0], arguments.logits(columns[1]), columns[5]))
    return "\n".join(results) + "\n"


def lines(rows, indent):
    return ",\n".join(indent + json.dumps(row) for row in rows)


def rows_alone(rows):
    return '{"rows": [\n' + lines(rows, "") + "\n]}\n"


FILES = {
    "reference.json": reference, "hard-points.json": hard_points, "hard-losses.json": hard_losses,
    "hard-vectors.json": hard_vectors, "bulk.csv": bulk, "soft-cap.json": soft_cap,
    "weighted-bce-with-logits.json": weighted, "sweep.txt": swept,
    "sweep-vectors.txt": swept_vectors}
