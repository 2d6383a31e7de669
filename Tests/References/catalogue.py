"""Every formula, by the catalogue's identifier."""
import activations  # noqa: F401 - enters its formulas
import losses  # noqa: F401
from formulas import FORMULAS  # noqa: F401
