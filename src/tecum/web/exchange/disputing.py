"""What both sides can prove of one docket or of several: our log's receipts beside their papers.

The same function and the same words as ``tecum dispute``.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from tecum.clock import now
from tecum.docket.acts import DocumentAttached
from tecum.docket.entry import DocketKind
from tecum.docket.state.service_terms import service_terms
from tecum.errors import TecumError, UsageError
from tecum.exchange.dispute import Paper as Shown
from tecum.exchange.dispute import established, evidence
from tecum.exchange.message import parse
from tecum.ledger.errors import Malformed
from tecum.ledger.policy import Policy
from tecum.ledger.receipt import Receipt
from tecum.ledger.statement import HEADER
from tecum.ledger.statement import Statement as Note
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may_see_subjects, require, visible_docket
from tecum.web.docket.desk import office_state
from tecum.web.exchange.models import Paper
from tecum.web.exchange.trust import connections, our_domain, policy_for, trust_text
from tecum.web.intake import store
from tecum.web.intake.models import FileKey
from tecum.web.ledger.log import open_log
from tecum.web.ledger.models import Statement
from tecum.web.ledger.services import keep_theirs
from tecum.web.ledger.vault import openings_of
from tecum.worded import worded as _

__all__ = ["Asked", "bundle", "dispute", "must_keep", "offices_on", "show_paper"]

OPENED = ("content", "due", "items", "manifest", "notice", "rule")
"""Labels that our own receipts open here: what the other side holds anyway, and dates."""
_COUNTS = (Paper.TAKEN, Paper.KEPT, Paper.SHOWN)


@dataclass(frozen=True, slots=True)
class Asked:
    """A dispute that was laid out, with all that it rests on."""

    found: dict[str, Any]
    ours: tuple[Shown, ...]
    theirs: tuple[Shown, ...]
    trust: bytes
    office: str | None


def offices_on(docket_ids: Iterable[str]) -> list[str]:
    """The offices of which papers are kept on these dockets, and which are no strangers."""
    rows = Paper.objects.filter(docket_id__in=list(docket_ids), outcome__in=_COUNTS)
    return sorted({row for row in rows.values_list("office", flat=True) if row})


def dispute(person: Person, docket_ids: Sequence[str], office: str | None = None) -> Asked:
    """Lay out what both sides can prove.

    Args:
        docket_ids: One docket, or several that belong together.
        office: Which of several other offices is the other side.

    Raises:
        NotFound: a docket is not visible, or what its papers open is hidden from the person.
        UsageError: papers of several other offices lie here and none is named.
    """
    for docket_id in docket_ids:
        docket = visible_docket(person, docket_id)
        if docket.kind == DocketKind.OFFICE.value or not may_see_subjects(person, docket):
            raise NotFound
    others = offices_on(docket_ids)
    if office is None and len(others) > 1:
        raise UsageError(
            _("Papers of several offices lie here."),
            do=_("Choose the other side: {names}.", names=tuple(others)),
            code="dispute.office",
        )
    other = office or next(iter(others), None)
    if other is not None and other not in {*others, *connections()}:
        raise NotFound
    ours = (*_ours(docket_ids), *_our_terms())
    theirs = tuple(_theirs(docket_ids, other))
    text = trust_text(other).encode()
    found = established(ours, theirs, policy_for(other), us=our_domain()).as_json()
    return Asked(found, ours, theirs, text, other)


def bundle(person: Person, docket_ids: Sequence[str], office: str | None = None) -> bytes:
    """The dispute as one file for a court, an auditor or the other side.

    Raises:
        NotFound, UsageError: as :func:`dispute`.
    """
    asked = dispute(person, docket_ids, office)
    kept = settings.HOME.log / "evidence"
    more = {f"evidence/{path.name}": path.read_bytes() for path in sorted(kept.glob("conflict*"))}
    Policy.parse(asked.trust)
    return evidence(asked.found, asked.ours, asked.theirs, asked.trust, more)


def must_keep(person: Person, docket_id: str) -> None:
    """Ask that somebody may keep papers on a docket.

    Raises:
        NotFound, NotPermitted: the docket, or keeping papers there, is not the person's.
    """
    require(person, DocumentAttached.slug, visible_docket(person, docket_id))


def show_paper(person: Person, docket_id: str, raw: bytes) -> Paper:
    """Keep a receipt or statement of another office that somebody shows, on a docket.

    Raises:
        NotFound, NotPermitted: the docket, or keeping papers there, is not the person's.
        UsageError: it is none that counts, by the keys that are trusted here; nothing is kept.
    """
    must_keep(person, docket_id)
    note, reason = _statement(raw), ""
    domain = note.first.name.partition("/")[0] if note is not None else ""
    if note is None:
        reason = "malformed"
    elif domain == our_domain():
        reason = "ours"
    else:
        shown = established([], [Shown("paper", raw)], policy_for(domain)).as_json()
        rows: Any = shown["not_counted"]
        reason = rows[0]["reason"] if rows else ""
    if reason or note is None:
        raise UsageError(
            _("This paper counts as nothing here: {reason}.", reason=reason),
            why=_("Its proof does not hold, or its keys are not trusted here."),
            do=_("Compare that office's keys first, or ask for the file again, unchanged."),
            code="dispute.paper",
        )
    laid = store.lay_down(io.BytesIO(raw))
    with transaction.atomic():
        file, _is_new = store.enter(laid, docket_id, is_document=False)
        known = Paper.objects.filter(docket_id=docket_id, file=file).first()
        if known is not None:
            return known
        keep_theirs(note, docket_id, "", now())
        return Paper.objects.create(
            outcome=Paper.SHOWN,
            statement=note.hash.hex(),
            office=domain,
            type=note.type,
            docket_id=docket_id,
            file=file,
            came_at=now(),
        )


def _statement(raw: bytes) -> Note | None:
    try:
        if raw.startswith(HEADER.encode() + b"\n"):
            return Note.parse(raw)
        if raw.startswith(b"statement.note\0"):
            return parse(raw).statement
        return Receipt.parse(raw).statement
    except (TecumError, Malformed):
        return None


def _ours(docket_ids: Sequence[str]) -> Iterable[Shown]:
    """A receipt of every statement of ours on these dockets that stands in the log.

    Each under the first head that witnesses saw: it bounds the time most closely.
    """
    yield from _receipts(Statement.objects.filter(docket_id__in=docket_ids))


def _our_terms() -> Iterable[Shown]:
    """A receipt of what this office has stated to count as receipt, as it stands now."""
    entries = [entry.id for entry in service_terms(office_state()).values()]
    rows = Statement.objects.filter(entry_id__in=entries, type="service.terms")
    yield from _receipts(rows, ("addressee", "terms"))


def _receipts(found: QuerySet[Statement], opens: Sequence[str] = OPENED) -> Iterable[Shown]:
    rows = list(
        found.filter(logged__isnull=False).select_related("logged").order_by("docket_id", "seq")
    )
    held = openings_of([row.entry_id for row in rows])
    log = open_log()
    head = log.head
    for row in rows:
        labels = held[row.entry_id].labels
        opened = [labels[one] for one in sorted(labels) if one.partition(".")[0] in opens]
        least = row.logged.index + 1
        size = None if head is None else log.heads.first(least, head.size)
        yield Shown(
            f"{row.sha256[:16]}.tlog-proof",
            log.prove(bytes.fromhex(row.sha256), opened, size=size),
        )


def _theirs(docket_ids: Sequence[str], office: str | None) -> Iterable[Shown]:
    rows = Paper.objects.filter(docket_id__in=docket_ids, outcome__in=_COUNTS, office=office or "")
    for row in rows.select_related("file").order_by("id"):
        if FileKey.objects.filter(file=row.file, docket_id=row.docket_id).exists():
            raw = store.read_bytes(row.file, row.docket_id)
            ending = "tecum" if raw.startswith(b"statement.note\0") else "tlog-proof"
            yield Shown(f"{row.statement[:16]}-{row.pk}.{ending}", raw)
