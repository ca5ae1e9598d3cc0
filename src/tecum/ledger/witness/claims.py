"""What each witness was last seen at, and what it says against our own records.

A witness that has seen a larger head than ours, or another root of the same size, keeps the
log from signing until the two agree again. Its bare word is lifted by its own cosignature on
our head; a head that our key signed is lifted only by a log that contains it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from tecum.ledger.checkpoint import Checkpoint, SignedCheckpoint
from tecum.ledger.encodings import MAX_SIZE
from tecum.ledger.errors import BadSignature, Malformed, Quarantined
from tecum.ledger.folder import Folder
from tecum.ledger.note import Key, Note

__all__ = ["Seen", "SeenBy", "require_no_claim"]

Root = Callable[[int], bytes]
"""Size → the root of our own tree at that size."""


@dataclass(frozen=True)
class Seen:
    """What is known of one witness.

    Attributes:
        size: The size it has recorded of our log, as far as we know.
        asked_at: When it last cosigned, in POSIX seconds.
        code: Why its answer keeps us from signing, empty where it does not.
        claimed: The size it says it has seen.
        head: The head that it showed, signed by our own key.
    """

    size: int = 0
    asked_at: int = 0
    code: str = ""
    claimed: int = 0
    head: str = ""


class SeenBy:
    """The records of all witnesses, one file each."""

    def __init__(self, folder: Path) -> None:
        self._files = Folder(folder)

    def of(self, witness: Key) -> Seen:
        """What is known of a witness; nothing, where its file is damaged or not there.

        Raises:
            Quarantined: code ``rollback.witness``: the file cannot be read, so that a claim in
                it may be lost.
        """
        return self._read(self.name_of(witness))

    def put(self, witness: Key, seen: Seen) -> None:
        """Record what is known of a witness."""
        self._files.replace(self.name_of(witness), json.dumps(asdict(seen)).encode() + b"\n")

    def claims(self) -> list[tuple[str, Seen]]:
        """The records in which a witness speaks against our own, by their file names."""
        found = [(name, self._read(name)) for name in self._files.names("")]
        return [(name, seen) for name, seen in found if seen.code]

    def settle(self, name: str, seen: Seen) -> None:
        """A claim has ended."""
        self._files.replace(
            name, json.dumps(asdict(replace(seen, code="", claimed=0, head=""))).encode() + b"\n"
        )

    @staticmethod
    def name_of(witness: Key) -> str:
        """The name of a witness's record."""
        return f"{witness.hash.hex()}.json"

    def _read(self, name: str) -> Seen:
        raw = self._files.read(name)
        if raw is None:
            return Seen()
        try:
            row = json.loads(raw)
            seen = Seen(**row)
            numbers = (seen.size, seen.asked_at, seen.claimed)
            texts = (seen.code, seen.head)
            if not all(type(n) is int and 0 <= n < MAX_SIZE for n in numbers):
                raise ValueError
            if not all(isinstance(text, str) for text in texts):
                raise ValueError
        except (ValueError, TypeError):
            raise Quarantined(
                "rollback.witness", f"what witness {name[:16]} said cannot be read"
            ) from None
        return seen


def require_no_claim(
    seen_by: SeenBy,
    log: Key,
    newest: Callable[[], Checkpoint | None],
    root: Root,
    witnesses: Iterable[Key],
) -> None:
    """Refuse to sign while a witness has seen a history that ours does not contain.

    The bare word of a body that is not our witness any more counts no longer; a head that our
    own key signed counts whoever shows it.

    Raises:
        Quarantined: codes ``rollback.witness``, ``fork.root``.
    """
    if not (claims := seen_by.claims()):
        return
    head = newest()
    size = head.size if head is not None else 0
    asked = {SeenBy.name_of(one) for one in witnesses}
    for name, seen in claims:
        shown = _shown(seen, log)
        if shown is not None and shown.size <= size and _root(root, shown.size) == shown.root:
            seen_by.settle(name, seen)
            continue
        if shown is None and name not in asked:
            continue
        raise Quarantined(
            seen.code,
            f"witness {name[:16]} has seen a head of size {seen.claimed}, ours is of size {size}",
        )


def _root(root: Root, size: int) -> bytes | None:
    try:
        return root(size)
    except LookupError:
        return None


def _shown(seen: Seen, log: Key) -> Checkpoint | None:
    if not seen.head:
        return None
    try:
        return SignedCheckpoint.verify(Note.parse(seen.head.encode()), log).head
    except (Malformed, BadSignature):
        return None
