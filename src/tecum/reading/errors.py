"""Errors of reading; each has a reason that a caller can act on."""

from __future__ import annotations

from tecum.errors import ReadError

__all__ = ["CannotRender"]


class CannotRender(ReadError):
    """A page could not be drawn."""

    code = "read.cannot_render"

    def __init__(self, page: int, why: str) -> None:
        super().__init__(
            f"Page {page} could not be drawn: {why}.",
            why="The page cannot be shown beside what was read from it.",
            do="Download the file and look at it in a viewer that you trust.",
            page=page,
        )
