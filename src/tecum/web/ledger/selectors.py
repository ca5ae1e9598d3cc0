"""Receipts and what is needed to check them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from django.conf import settings

from tecum.clock import now
from tecum.docket.errors import NotPermitted
from tecum.exchange.dispute.established import ADMITTING
from tecum.ledger.checkpoint import SignedCheckpoint
from tecum.ledger.commitment import Opening
from tecum.ledger.config import LogConfig, Remote
from tecum.ledger.encodings import from_base64
from tecum.ledger.errors import BadSignature, Erased, Malformed, Quarantined
from tecum.ledger.log import Log
from tecum.ledger.statement import Statement as Note
from tecum.ledger.witness.claims import SeenBy
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


_LOOKED_BACK = 200
"""Heads that are looked through for the last one that a witness cosigned."""
_MISSED = 3
"""Heartbeats without a cosignature after which a witness counts as silent."""


@dataclass(frozen=True, slots=True)
class WitnessNow:
    """How far one witness has followed the log.

    Attributes:
        is_asked: It has an address; else it is asked by files that people carry.
        has_newest: It has cosigned the newest head.
        size: The size of the last head that it cosigned; None where it never did.
        last_at: When it cosigned last.
        is_silent: It has an address and let several heartbeats pass.
        claim: The code of what it says against our log; then nothing is signed.
    """

    name: str
    is_asked: bool
    has_newest: bool
    size: int | None
    last_at: datetime | None
    is_silent: bool
    claim: str


@dataclass(frozen=True, slots=True)
class WitnessesNow:
    """The newest head and those who watch the log; an empty list where nobody does.

    Attributes:
        size: Entries under the newest head; None before the first.
        seen_at: When a witness saw the newest head first; None where none has.
    """

    size: int | None
    seen_at: datetime | None
    witnesses: tuple[WitnessNow, ...]

    @property
    def age(self) -> timedelta | None:
        """How long ago a witness saw the newest head first."""
        return None if self.seen_at is None else now() - self.seen_at

    @property
    def silent(self) -> tuple[WitnessNow, ...]:
        """Those who should have answered and did not."""
        return tuple(one for one in self.witnesses if one.is_silent)

    @property
    def against(self) -> tuple[WitnessNow, ...]:
        """Those who say that they have seen another history."""
        return tuple(one for one in self.witnesses if one.claim)


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """The proof of one entry: its statement, its place in the log if it has one yet, its strength.

    The strength grows: logged, then seen by a witness or dated, then referred to by a statement
    of the other side that admits it.
    """

    entry: str
    seq: int
    type: str
    statement: str
    index: int | None
    docket: str = ""
    strength: Strength = Strength.SELF_ASSERTED

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
    chosen = visible.filter(pk=entry) if entry else visible.order_by("-recorded_at", "-pk")[:MOST]
    ids = list(chosen.values_list("pk", flat=True))
    lines = receipt_lines(ids)
    # Entries of one instant have no order of their own; their place in the log gives one.
    rows = with_strengths(lines.values())
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
            "Opening a commitment shows what it holds.",
            why="Addresses, documents and reasons are for those who see subjects here.",
            do="Take the receipt without openings.",
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
        return WitnessesNow(None, None, ())
    log, config = open_log(), LogConfig.read(settings.HOME.log)
    size = log.head.size if log.head is not None else None
    seen = _cosigned(log, [one.key.hash for one in config.witnesses], config)
    firsts = [first for n, first, _ in seen.values() if n == size]
    rows = tuple(_witness(one, size, seen.get(one.key.hash), config) for one in config.witnesses)
    return WitnessesNow(size, min(firsts, default=None), rows)


_Seen = tuple[int, datetime, datetime]


def _cosigned(log: Log, wanted: list[bytes], config: LogConfig) -> dict[bytes, _Seen]:
    """Of each witness the last head that it cosigned: its size, and when first and last."""
    found: dict[bytes, _Seen] = {}
    keys = [one.key for one in config.witnesses]
    for size in sorted(log.heads.cosigned_sizes(), reverse=True)[:_LOOKED_BACK]:
        if len(found) == len(wanted):
            break
        times: dict[bytes, list[int]] = {}
        for newest in (False, True):
            with suppress(LookupError, Malformed, BadSignature):
                note = log.heads.note(size, newest=newest)
                for one in SignedCheckpoint.verify(note, log.key, keys).cosignatures:
                    times.setdefault(one.key.hash, []).append(one.at)
        for key, held in times.items():
            first, last = (datetime.fromtimestamp(at, UTC) for at in (min(held), max(held)))
            found.setdefault(key, (size, first, last))
    return found


def _witness(one: Remote, head: int | None, seen: _Seen | None, config: LogConfig) -> WitnessNow:
    size, last = (seen[0], seen[2]) if seen is not None else (None, None)
    patience = timedelta(minutes=_MISSED * config.heartbeat_minutes)
    try:
        claim = SeenBy(settings.HOME.log / "private" / "witnesses").of(one.key).code
    except Quarantined as error:
        claim = error.code
    return WitnessNow(
        name=one.name,
        is_asked=one.url is not None,
        has_newest=size is not None and size == head,
        size=size,
        last_at=last,
        is_silent=one.url is not None and (last is None or now() - last > patience),
        claim=claim,
    )


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
            "An opening that was asked for does not exist any more.",
            why="Its key was destroyed; the commitment stays and proves nothing by itself.",
            do="Take the receipt without it.",
        )
    return [held[label] for label in labels]
