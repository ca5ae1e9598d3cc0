"""What the operator states about the log itself, so that nothing that befell it is hidden.

    clock.status        once a day, and whenever the clock's state changes or it was stepped
    incident.recorded   for every quarantine and every restore that the evidence folder tells of
    fork.found          for every two heads there that cannot both be true

Each is signed once, kept, and only then appended, so that a process that ends in between
appends the same statement again, which keeps its index.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.commitment import Opening
from tecum.ledger.encodings import to_base64
from tecum.ledger.errors import Malformed, StorageFailed
from tecum.ledger.folder import replace_durably
from tecum.ledger.founding import operator_of
from tecum.ledger.log import Log
from tecum.ledger.note import Note
from tecum.ledger.signing import draft, sign
from tecum.ledger.statement import Statement

__all__ = ["ClockSteps", "Stated", "is_clock_due", "state_clock", "state_what_happened"]

_DAY = timedelta(days=1)
_STEP_SECONDS = 5.0
"""The clock and the machine's own ticks may go apart by as much as a claim is allowed to."""
_RULER = "-" * 72 + "\n"
_INCIDENTS = ("quarantine", "restore")


@dataclass(frozen=True)
class Stated:
    """A statement about the log: its type, its code, and where in the log it stands."""

    type: str
    code: str
    index: int


class ClockSteps:
    """Notices that the clock was set while the process ran."""

    def __init__(self) -> None:
        self._before: tuple[datetime, float] | None = None

    def look(self, at: datetime, ticks: float) -> bool:
        """Whether the clock and the machine's ticks went apart since the last look.

        Args:
            ticks: Seconds of a clock that nobody sets.
        """
        before, self._before = self._before, (at, ticks)
        if before is None:
            return False
        gone = (at - before[0]).total_seconds() - (ticks - before[1])
        return abs(gone) > _STEP_SECONDS


def is_clock_due(log: Log, directory: Path, at: datetime, code: str) -> bool:
    """Whether the clock's state has to be stated: daily, on a change, and on every step."""
    kept = _read(_Kept(directory).clock)
    if kept is None or code == "stepped" or log.store.find(kept.hash) is None:
        return True
    return code != kept.value("code") or not timedelta(0) <= at - kept.at < _DAY


def state_clock(
    log: Log, directory: Path, at: datetime, code: str, clock: str = "unknown"
) -> Stated | None:
    """Append a ``clock.status`` if one is due.

    Args:
        code: ``synchronised``, ``unsynchronised`` or ``stepped``.
        clock: The clock's quality, as in every statement.

    Raises:
        Quarantined, Busy, StorageFailed: the log cannot sign now.
    """
    if log.is_frozen or not is_clock_due(log, directory, at, code):
        return None

    def made() -> bytes:
        text = draft("clock.status", log.key.hash, at, clock, code=code)
        return sign(text, operator_of(log.keys.values()))

    kept = _Kept(directory)
    last = _read(kept.clock)
    if last is not None and log.store.find(last.hash) is not None:
        kept.forget_clock()
    return _state_once(log, kept, kept.clock, made)


def state_what_happened(
    log: Log, directory: Path, at: datetime, clock: str = "unknown", *, told: Path | None = None
) -> list[Stated]:
    """Append what the evidence folder tells of and the log does not hold yet.

    A statement about an incident commits to the evidence; what opens the commitment is kept
    beside it.

    Args:
        told: The folder of evidence; that of the log before this one, after a succession.

    Raises:
        Quarantined, Busy, StorageFailed: the log cannot sign now.
    """
    if log.is_frozen:
        return []
    kept, found = _Kept(directory), []
    for path in sorted((told or directory / "evidence").glob("*.txt")):
        make = _maker(log, kept, path, at, clock)
        if make is not None and not kept.holds(log, path.name):
            found.append(_state_once(log, kept, kept.folder / path.name, make))
    return found


def _maker(
    log: Log, kept: _Kept, path: Path, at: datetime, clock: str
) -> Callable[[], bytes] | None:
    """What signs the statement about a piece of evidence; none where there is nothing to state."""
    kind, signer = path.name.partition("-")[0], operator_of(log.keys.values())
    raw = path.read_bytes()
    if kind in _INCIDENTS:

        def incident() -> bytes:
            opening = Opening.of("reason", secrets.token_bytes(32), raw, keep=False)
            kept.keep_opening(path.name, opening)
            commit = {"reason": opening.commitment}
            return sign(
                draft("incident.recorded", log.key.hash, at, clock, code=kind, commit=commit),
                signer,
            )

        return incident
    heads = list(_heads_in(raw)) if kind == "conflict" else []
    if len({head.root for head in heads}) < 2:
        return None
    shown = [f"{head.origin} {head.size} {to_base64(head.root)}" for head in heads]
    return lambda: sign(draft("fork.found", log.key.hash, at, clock, head=shown), signer)


def _heads_in(raw: bytes) -> Iterator[Checkpoint]:
    """The two heads of a file of evidence that proves itself."""
    for part in raw.decode("utf-8", "replace").split(_RULER)[1:3]:
        try:
            yield Checkpoint.parse(Note.parse(part.encode()).text)
        except Malformed:
            return


def _state_once(log: Log, kept: _Kept, path: Path, make: Callable[[], bytes]) -> Stated:
    """Append the statement kept at a path, or else sign one, keep it and append it."""
    statement = _read(path)
    if statement is None or not any(statement.first.is_by(one) for one in log.signers.values()):
        statement = Statement.parse(make())
        kept.put(path.name, statement.raw)
    (index,) = log.append([statement.raw])
    return Stated(statement.type, statement.value("code") or "", index)


def _read(path: Path) -> Statement | None:
    try:
        return Statement.parse(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, Malformed):
        raise StorageFailed("read what was stated", "it is damaged") from None


class _Kept:
    """What was signed about the log, by the name of what it is about."""

    def __init__(self, directory: Path) -> None:
        self.folder = directory / "private" / "stated"
        self.clock = self.folder / "clock.status"

    def put(self, name: str, raw: bytes) -> None:
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise StorageFailed("keep what is stated", error.strerror or "unknown") from error
        replace_durably(self.folder / name, raw, 0o600)

    def holds(self, log: Log, name: str) -> bool:
        statement = _read(self.folder / name)
        return statement is not None and log.store.find(statement.hash) is not None

    def forget_clock(self) -> None:
        """The last statement is in the log; the next takes its place."""
        self.clock.unlink()

    def keep_opening(self, name: str, opening: Opening) -> None:
        shown = {"label": opening.label, "salt": to_base64(opening.salt)}
        row = json.dumps({**shown, "sha256": to_base64(opening.sha256)})
        self.put(f"{name}.opening", row.encode() + b"\n")
