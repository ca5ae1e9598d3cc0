"""The sentences a clerk reads for a cause of refusal or a warning."""

from __future__ import annotations

from functools import cache
from importlib import resources

from tecum.tables import table_of

__all__ = ["reason", "warning"]


@cache
def _sentences() -> dict[str, dict[str, str]]:
    text = resources.files("tecum.reading").joinpath("sentences.toml").read_text("utf-8")
    return table_of(text)


def reason(code: str) -> str:
    """The sentence for why an opening ended as it did.

    >>> reason("no_pages")
    'The file is sound but holds no page and no text.'
    """
    return _sentences()["reason"][code]


def warning(code: str) -> str:
    """The sentence for a warning that an opening raised."""
    return _sentences()["warning"][code]
