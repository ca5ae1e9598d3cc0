"""What is kept when a log refuses to sign: the reason, and what its own records say."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tecum.ledger.errors import Quarantined, StorageFailed
from tecum.ledger.folder import replace_durably
from tecum.ledger.journal import Head

__all__ = ["keep_reason", "reason_of"]


def reason_of(error: Quarantined, head: Head | None, published: bytes, entries: int) -> str:
    """The reason, with journal, published head and number of entries as they stand."""
    rows = [f"{error.code}: {error.detail}", "", "-- journal --"]
    rows += [head.as_signed.decode() if head else "(none)", "-- published --"]
    rows += [published.decode("utf-8", "replace") or "(none)", "-- entries --"]
    return "\n".join([*rows, str(entries)]) + "\n"


def keep_reason(folder: Path, at: datetime, text: str) -> None:
    """Keep a reason as evidence; one that is kept already is not kept again.

    Raises:
        StorageFailed: the disk did not take it.
    """
    name = f"quarantine-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}.txt"
    try:
        folder.mkdir(exist_ok=True)
        # A log that is asked again and again has one reason, not one every second.
        if any(path.read_text("utf-8") == text for path in folder.glob("quarantine-*.txt")):
            return
        replace_durably(folder / name, text.encode())
    except OSError as error:
        raise StorageFailed("keep the evidence", error.strerror or "unknown") from error
