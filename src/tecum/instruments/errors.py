"""What can be wrong with a catalogue file."""

from __future__ import annotations

from tecum.errors import DataUnusable

__all__ = ["CatalogueInvalid", "PatternUnsafe"]


class CatalogueInvalid(DataUnusable):
    """A file of the catalogue has an unknown key, region or word, or lacks what it must have."""

    code = "catalogue.invalid"


class PatternUnsafe(CatalogueInvalid):
    """A pattern whose matching time cannot be shown to grow only with the text's length."""

    code = "catalogue.pattern"
