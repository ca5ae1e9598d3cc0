"""Receipts and what is needed to check them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from tecum.clock import now
from tecum.docket.errors import NotPermitted
from tecum.exchange.dispute.established import ADMITTING
from tecum.ledger.commitment import Opening
from tecum.ledger.config import LogConfig
from tecum.ledger.encodings import from_base64
from tecum.ledger.errors import Erased
from tecum.ledger.statement import Statement as Note
from tecum.ledger.witness.now import WitnessesNow, WitnessNow, witnesses_at
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may_see_subjects, visible_entries
from tecum.web.accounts.selectors import office
from tecum.web.ledger.errors import NotYetInLog
from tecum.web.ledger.log import has_log, open_log
from tecum.web.ledger.models import Statement, TheirStatement
from tecum.web.ledger.vault import openings_of
from tecum.words import Strength

__all__ = [
    "ReceiptLine",
    "WitnessNow",
    "WitnessesNow",
    "head_note",
    "log_head",
    "openable",
    "receipt_for",
    "receipt_lines",
    "recent_receipts",
    "trust_file",
    "waiting_count",
    "with_strengths",
    "witnesses_now",
]

MOST = 100
"""Entries on the page of receipts; older ones stand on the trail of their docket."""


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """The proof of one entry: its statement, its place in the log if it has one yet, its strength.

    The strength grows: logged, then seen by a witness or dated, then referred to by a statement
    of the other side that admits it. ``act`` and ``demand`` say what it is about, where asked.
    """

    entry: str
    seq: int
    type: str
    statement: str
    index: int | None
    docket: str = ""
    strength: Strength = Strength.SELF_ASSERTED
    act: str = ""
    demand: str = ""
    recorded_at: datetime | None = None

    @property
    def file_name(self) -> str:
        """The name under which the receipt leaves the office."""
        return f"{self.statement[:16]}.tlog-proof"


def receipt_lines(entry_ids: Iterable[str]) -> dict[str, ReceiptLine]:
    """The proof of each of these entries."""
    rows = Statement.objects.filter(entry_id__in=list(entry_ids)).select_related("logged")
    return {row.entry_id: _line(row) for row in rows}


def recent_receipts(person: Person, *, entry: str | None = None) -> list[ReceiptLine]:
    """The proofs of the newest entries that somebody may know of, or of one entry."""
    visible = visible_entries(person)
    # Entries of one instant have no order of their own; that of their statements gives one.
    stated = Statement.objects.filter(entry_id=OuterRef("pk")).values("number")[:1]
    newest = visible.annotate(stated=Subquery(stated)).order_by("-recorded_at", "-stated")[:MOST]
    chosen = visible.filter(pk=entry) if entry else newest
    wanted = ("pk", "slug", "docket__demand__number", "recorded_at")
    about = {row[0]: row[1:] for row in chosen.values_list(*wanted)}
    lines = [
        replace(line, act=slug, demand=number or "", recorded_at=at)
        for pk, line in receipt_lines(about).items()
        for slug, number, at in [about[pk]]
    ]
    rows = with_strengths(lines)
    return sorted(rows, key=lambda row: (row.index is not None, -(row.index or 0)))


def with_strengths(lines: Iterable[ReceiptLine]) -> list[ReceiptLine]:
    """Each of these proofs with the strength that it has by now."""
    rows = list(lines)
    seen = _seen_by_others()
    admitted = _admitted({row.docket for row in rows})
    found = []
    for row in rows:
        strength = Strength.SELF_ASSERTED if row.index is None else Strength.LOGGED
        if row.index is not None and row.index < seen:
            strength = Strength.WITNESSED
        if row.statement in admitted:
            strength = Strength.ACKNOWLEDGED
        found.append(replace(row, strength=strength))
    return found


def _seen_by_others() -> int:
    """The largest size that a witness has cosigned or an authority has dated."""
    if not has_log():
        return 0
    sizes = [one.size or 0 for one in witnesses_now().witnesses]
    return max([*sizes, *(n for _, n, _ in open_log().heads.token_names())], default=0)


def _admitted(dockets: Iterable[str]) -> set[str]:
    """The hashes of our statements that the other side admits by a statement of its own."""
    rows = TheirStatement.objects.filter(docket_id__in=list(dockets), type__in=ADMITTING)
    notes = [Note.parse(bytes(note)) for note in rows.values_list("note", flat=True)]
    return {
        from_base64(ref).hex()
        for note in notes
        if not {"differs", "unreadable"} & {*note.lines.get("code", ())}
        for ref in note.lines.get("ref", ())
    }


def openable(person: Person, entry_id: str) -> list[str]:
    """The labels of the commitments that a receipt of this entry could open.

    Raises:
        NotFound: no such entry, or none that this person may know of.
    """
    if not visible_entries(person).filter(pk=entry_id).exists():
        raise NotFound
    return sorted(openings_of([entry_id])[entry_id].labels)


def receipt_for(person: Person, entry_id: str, open_labels: Iterable[str] = ()) -> bytes:
    """The receipt of an entry, as a ``.tlog-proof`` file.

    Args:
        open_labels: Commitments to open in it; once given they cannot be taken back.

    Raises:
        NotFound: no such entry, or none that this person may know of.
        NotYetInLog: recorded, but not under a published head.
        NotPermitted: an opening is asked for by somebody who may not see what it opens.
        Erased: an opening that was asked for is gone; the bare receipt can be had.
    """
    entry = visible_entries(person).select_related("docket").filter(pk=entry_id).first()
    if entry is None:
        raise NotFound
    wanted = list(open_labels)
    if wanted and not may_see_subjects(person, entry.docket):
        raise NotPermitted(
            _("Opening a commitment shows what it holds."),
            why=_("Addresses, documents and reasons are for those who see subjects here."),
            do=_("Take the receipt without openings."),
        )
    statement = Statement.objects.select_related("logged").get(entry_id=entry_id)
    if _line(statement).index is None:
        raise NotYetInLog
    openings = _openings(entry_id, wanted)
    return open_log().prove(bytes.fromhex(statement.sha256), openings)


def trust_file() -> str:
    """The office's trust file: its logs and signers with their periods, no witness.

    It is kept beside the log, where every change of a key is written; the name is today's.

    Authority: LEDGER 21 (a C2SP tlog-policy with our comment lines).
    """
    origin, row = open_log().key.name, office()
    name = f"#tecum name {origin} "
    lines = (settings.HOME.log / "trust.policy").read_text("utf-8").splitlines()
    if row is not None:
        lines = [name + row.name if line.startswith(name) else line for line in lines]
    return "\n".join(lines) + "\n"


def log_head() -> tuple[str, int] | None:
    """Origin and size of the newest published head."""
    head = open_log().head if has_log() else None
    return None if head is None else (head.origin, head.size)


def head_note() -> str:
    """The newest published head with its signatures, as the note that verifiers read; else empty.

    Authority: C2SP signed-note and tlog-checkpoint.
    """
    log = open_log() if has_log() else None
    if log is None or log.head is None:
        return ""
    return log.heads.note(log.head.size, newest=True).raw.decode()


def waiting_count() -> int:
    """How many statements are recorded and not yet in the log."""
    return Statement.objects.filter(logged__isnull=True).count()


def witnesses_now() -> WitnessesNow:
    """Who has cosigned the newest head, how long ago, and who is silent; nobody is asked."""
    if not has_log():
        return WitnessesNow(None, None, (), now())
    folder = settings.HOME.log
    return witnesses_at(open_log(), LogConfig.read(folder), folder, now())


def _line(row: Statement) -> ReceiptLine:
    logged = getattr(row, "logged", None)
    index = None if logged is None else logged.index
    return ReceiptLine(row.entry_id, row.seq, row.type, row.sha256, index, row.docket_id)


def _openings(entry_id: str, labels: list[str]) -> list[Opening]:
    if not labels:
        return []
    held = openings_of([entry_id])[entry_id].labels
    if set(labels) - held.keys():
        raise Erased(
            _("An opening that was asked for does not exist any more."),
            why=_("Its key was destroyed; the commitment stays and proves nothing by itself."),
            do=_("Take the receipt without it."),
        )
    return [held[label] for label in labels]
