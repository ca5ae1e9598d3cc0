"""Loads the named predicates when the product starts."""

from tecum.web.accounts import policies

__all__ = ["policies"]
