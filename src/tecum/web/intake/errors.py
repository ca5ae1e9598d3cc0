"""Why bytes were not taken in, or cannot be given.

TecumError
├── TooLarge      longer than this installation takes
├── DiskFull      the disk cannot hold it
└── FileGone      the docket no longer holds the file's key
"""

from __future__ import annotations

from tecum.errors import TecumError

__all__ = ["DiskFull", "FileGone", "TooLarge"]


class TooLarge(TecumError):
    """Longer than this installation takes; nothing of it was kept."""

    code = "intake.too-large"

    def __init__(self, limit_mb: int) -> None:
        super().__init__(
            f"The file is larger than {limit_mb} MB and was not taken in.",
            why="Nothing of it was kept, so the sender still has the only copy.",
            do="Ask for it in parts or by another way, or raise upload_limit_mb.",
            limit_mb=limit_mb,
        )


class DiskFull(TecumError):
    """The disk cannot hold it; nothing is acknowledged."""

    code = "intake.disk-full"

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"The file could not be stored: {reason}.",
            why="Nothing is acknowledged that is not durable.",
            do="Free disk space, then send the file again.",
        )


class FileGone(TecumError):
    """The file was erased here, or its bytes are missing."""

    code = "file.gone"

    def __init__(self) -> None:
        super().__init__(
            "This docket no longer holds the file.",
            why="Its key was destroyed, or its bytes are missing.",
            do="See the trail for the erasure and its ground.",
        )
