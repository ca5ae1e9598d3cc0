"""Every act ends in a line of its receipt (DOCKET 2.2, rule 5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from tecum.docket.entry import DocketKind, Entry
from tecum.web.docket.models import Entry as Row
from tecum.web.docket.recorded import gathering
from tecum.web.ledger.selectors import receipt_lines
from tecum.words import Role

__all__ = ["EntryLines", "Recorded", "recorded"]

_MARK = "entry-"


@dataclass(frozen=True, slots=True)
class Recorded:
    """The entry that an act made: its number, when, and its place in the log once it has one."""

    id: str
    docket: str
    seq: int
    at: datetime
    index: int | None
    has_trail: bool


class EntryLines:
    """Let what a page says of an act name the entry that the act made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return self.get_response(request)
        with gathering() as entries:
            answer = self.get_response(request)
        said = messages.get_messages(request)
        made = _by_a_person(entries)
        # The page that follows says it too where the act had no words of its own; where it leads
        # to a place in the page, as from one field to the next, that place has the focus.
        follows = answer.status_code in (302, 303) and "#" not in answer["Location"]
        if made is not None and (follows or getattr(said, "added_new", False)):
            messages.info(request, str(made.seq), extra_tags=f"{_MARK}{made.id}")
        return answer


def _by_a_person(entries: Sequence[Entry]) -> Entry | None:
    """The last entry that somebody made, not what followed from it by itself."""
    made = [entry for entry in entries if entry.actor.role is not Role.SYSTEM]
    return made[-1] if made else None


def recorded(tags: str) -> Recorded | None:
    """The entry that the tags of a message name; None where they name none."""
    name = next((tag for tag in tags.split() if tag.startswith(_MARK)), "")
    row = Row.objects.select_related("docket").filter(pk=name.removeprefix(_MARK)).first()
    if not name or row is None:
        return None
    proof = receipt_lines([row.pk]).get(row.pk)
    return Recorded(
        id=row.pk,
        docket=row.docket_id,
        seq=row.seq,
        at=row.recorded_at,
        index=proof.index if proof is not None else None,
        has_trail=row.docket.kind == DocketKind.DEMAND.value,
    )
