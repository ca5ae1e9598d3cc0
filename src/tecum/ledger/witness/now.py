"""How far the witnesses of a log have followed it; nobody is asked by looking."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tecum.ledger.checkpoint import SignedCheckpoint
from tecum.ledger.config import LogConfig, Remote
from tecum.ledger.errors import BadSignature, Malformed, Quarantined
from tecum.ledger.log import Log
from tecum.ledger.witness.claims import SeenBy

__all__ = ["WitnessNow", "WitnessesNow", "witnesses_at"]

_LOOKED_BACK = 200
"""Heads that are looked through for the last one that a witness cosigned."""
_MISSED = 3
"""Heartbeats without a cosignature after which a witness counts as silent."""
_Seen = tuple[int, datetime, datetime]


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
        looked_at: The instant of looking.
    """

    size: int | None
    seen_at: datetime | None
    witnesses: tuple[WitnessNow, ...]
    looked_at: datetime

    @property
    def age(self) -> timedelta | None:
        """How long ago a witness saw the newest head first."""
        return None if self.seen_at is None else self.looked_at - self.seen_at

    @property
    def silent(self) -> tuple[WitnessNow, ...]:
        """Those who should have answered and did not."""
        return tuple(one for one in self.witnesses if one.is_silent)

    @property
    def against(self) -> tuple[WitnessNow, ...]:
        """Those who say that they have seen another history."""
        return tuple(one for one in self.witnesses if one.claim)


def witnesses_at(log: Log, config: LogConfig, directory: Path, at: datetime) -> WitnessesNow:
    """Who has cosigned the newest head, how long ago, and who is silent.

    Args:
        directory: The log's folder, where what witnesses said is kept.
        at: The present instant.
    """
    size = log.head.size if log.head is not None else None
    seen = _cosigned(log, config)
    firsts = [first for n, first, _ in seen.values() if n == size]
    patience = timedelta(minutes=_MISSED * config.heartbeat_minutes)
    rows = []
    for one in config.witnesses:
        n, last = (None, None)
        if one.key.hash in seen:
            n, _, last = seen[one.key.hash]
        is_late = last is None or at - last > patience
        rows.append(
            WitnessNow(
                name=one.name,
                is_asked=one.url is not None,
                has_newest=n is not None and n == size,
                size=n,
                last_at=last,
                is_silent=one.url is not None and is_late,
                claim=_claim(directory, one),
            )
        )
    return WitnessesNow(size, min(firsts, default=None), tuple(rows), at)


def _cosigned(log: Log, config: LogConfig) -> dict[bytes, _Seen]:
    """Of each witness the last head that it cosigned: its size, and when first and last."""
    found: dict[bytes, _Seen] = {}
    keys = [one.key for one in config.witnesses]
    for size in sorted(log.heads.cosigned_sizes(), reverse=True)[:_LOOKED_BACK]:
        if len(found) == len(keys):
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


def _claim(directory: Path, one: Remote) -> str:
    try:
        return SeenBy(directory / "private" / "witnesses").of(one.key).code
    except Quarantined as error:
        return error.code
