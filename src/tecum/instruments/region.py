"""Where on a document a mark is looked for (READING 9)."""

from __future__ import annotations

from enum import unique

from tecum.words import Word

__all__ = ["Region"]


@unique
class Region(Word):
    """A part of a document that marks may be bound to."""

    TITLE = "title"
    CAPTION = "caption"
    HEADER = "header"
    FOOTER = "footer"
    BODY = "body"
    SIGNATURE = "signature"
    FIRST_PAGE = "first_page"
    LAST_PAGE = "last_page"
    ANY = "any"
