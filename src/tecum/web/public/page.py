"""The public page as HTML and as JSON: one reading for the served page and the built files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from typing import Any

from django.template.loader import render_to_string

from tecum.docket.acts.registration import PublicField
from tecum.web.accounts.selectors import profile
from tecum.web.docket.published import PublicDemand, by_field, published
from tecum.web.ledger.selectors import head_note, log_head

__all__ = ["PAGE_ROWS", "Head", "Publication", "publication", "style"]

PAGE_ROWS = 200
"""Rows of one page, so that it stays below 50 kB."""


@dataclass(frozen=True, slots=True)
class Head:
    """The newest published head of the log, as the note that verifiers read."""

    size: int
    note: str


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything that the office has made public at an instant."""

    office: str
    zone: str
    made_at: datetime
    demands: tuple[PublicDemand, ...]
    head: Head | None

    def to_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return {
            "schema": "tecum.public/1",
            "office": self.office,
            "made_at": self.made_at.isoformat(),
            "demands": [one.to_json() for one in self.demands],
            "head": self.head.note if self.head is not None else None,
        }

    def to_html(
        self,
        at: int,
        *,
        verify_url: str,
        json_url: str,
        older: str,
        other_languages: Sequence[tuple[str, str, str]] = (),
    ) -> str:
        """One page of it, from the row at ``at`` on; it needs no script and no other file.

        Args:
            at: The first row.
            verify_url: Where a receipt is checked.
            json_url: Where the same stands as values.
            older: Where the next rows are, if there are more.
            other_languages: Address, code and name of each further language of this page.
        """
        rows = self.demands[at : at + PAGE_ROWS]
        columns = [f.value for f in PublicField if any(f.value in one.to_json() for one in rows)]
        context = {
            "office_name": self.office,
            "zone": self.zone,
            "made_at": self.made_at,
            "total": len(self.demands),
            "columns": columns,
            "demands": [[(name, by_field(one).get(name)) for name in columns] for one in rows],
            "older": older if len(self.demands) > at + PAGE_ROWS else "",
            "head": self.head,
            "style": style(),
            "verify_url": verify_url,
            "json_url": json_url,
            "other_languages": other_languages,
        }
        return render_to_string("public/page.html", context)


def publication(at: datetime) -> Publication:
    """What is public at an instant."""
    office = profile()
    found = log_head()
    head = Head(found[1], head_note()) if found is not None else None
    return Publication(office.name, office.zone, at, tuple(published(at)), head)


def style() -> str:
    """The page's own style, which stands in the page."""
    return files("tecum.web.public").joinpath("page.css").read_text("utf-8")
