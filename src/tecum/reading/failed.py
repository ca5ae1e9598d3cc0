"""Failed redactions of others: how many letters lie under boxes, where, and never which.

What was covered stays in the limited child. What leaves it are pages, boxes and counts
(READING 14, PRODUCTION 4.5).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tecum import sandbox
from tecum.errors import DataUnusable
from tecum.reading.answer import failed_places
from tecum.reading.limits import Limits, default_limits
from tecum.reading.text.layout import FailedPlace, Part

__all__ = ["CannotCheck", "FailedPlace", "FailedRedaction", "failed_in", "failed_redactions"]

_JOB = "tecum.reading.pdf.pages:read_pdf"


@dataclass(frozen=True, slots=True)
class FailedRedaction:
    """Failed redactions of one document: counts and boxes, never the letters."""

    places: tuple[FailedPlace, ...]

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages that have such places."""
        return tuple(sorted({place.page for place in self.places}))

    @property
    def letters(self) -> int:
        """How many letters lie there to be taken out."""
        return sum(place.letters for place in self.places)

    @classmethod
    def from_json(cls, found: Mapping[str, Any] | None) -> FailedRedaction:
        """The places that the key ``failed_redaction`` of a Reading names."""
        rows = found["boxes"] if found else ()
        return cls(
            tuple(
                FailedPlace(row["page"], row["letters"], tuple(row["box"]) if row["box"] else None)
                for row in rows
            )
        )

    def to_json(self) -> dict[str, Any]:
        """The key ``failed_redaction`` of a Reading."""
        return {
            "pages": list(self.pages),
            "boxes": [
                {
                    "page": place.page,
                    "box": None if place.box is None else [round(v, 2) for v in place.box],
                    "letters": place.letters,
                }
                for place in self.places
            ],
            "letters": self.letters,
        }


class CannotCheck(DataUnusable):
    """A PDF could not be looked through for failed redactions; nothing may be concluded."""

    code = "failed.cannot_check"

    def __init__(self, outcome: str) -> None:
        super().__init__(
            "The file could not be looked through for failed redactions.",
            why="Nothing is known of what lies under its boxes.",
            do="Treat it as if there were something, or ask for another copy.",
            outcome=outcome,
        )
        self.outcome = outcome


def failed_redactions(
    data: bytes, *, password: str | None = None, limits: Limits | None = None
) -> FailedRedaction | None:
    """Look through a PDF for letters that are covered, cropped away or only in a past revision.

    Args:
        data: The file.
        password: A password that a person gave for it.
        limits: Caps; those of the product unless raised.

    Returns:
        Where and how many; None where there is none.

    Raises:
        CannotCheck: The file, or a page of it, could not be opened. That is no "none".
    """
    caps = limits or default_limits()
    places: list[FailedPlace] = []
    first, total = 1, 1
    while first <= total:
        wanted = {**caps.to_json(), "first": first, "password": password}
        try:
            value = sandbox.run(_JOB, data, wanted).value
        except sandbox.ChildEnded as ended:
            raise CannotCheck(ended.outcome) from ended
        outcome = value.get("outcome", "read")
        pages = value.get("pages", ())
        total = value.get("page_count", 1)
        lost = any(page.get("lost") or page.get("capped") for page in pages)
        if outcome != "read" or lost or not pages or not isinstance(total, int):
            raise CannotCheck(str(outcome) if outcome != "read" else "damaged")
        if total > caps.pages:
            raise CannotCheck("too_large")
        try:
            places.extend(place for page in pages for place in failed_places(page))
        except (KeyError, TypeError, ValueError) as error:
            raise CannotCheck("damaged") from error
        first += caps.pages_per_child
    return FailedRedaction(tuple(places)) if places else None


def failed_in(parts: Iterable[Part]) -> FailedRedaction | None:
    """The failed redactions of these parts of a file, counted together."""
    places = tuple(place for part in parts if part.text is not None for place in part.text.failed)
    return FailedRedaction(places) if places else None
