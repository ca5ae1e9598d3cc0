"""The weights of directives in ``conduct.toml``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from tecum.tables import table_of

__all__ = ["act_weights"]


@cache
def act_weights() -> dict[str, float]:
    """The weights of directives in ``conduct.toml``."""
    table = table_of((files("tecum.reading.conduct") / "conduct.toml").read_text("utf-8"))
    return {key: float(value) for key, value in table["acts"].items()}
