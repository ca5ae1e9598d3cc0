"""Why bytes were not taken in, or cannot be given.

TecumError
├── TooLarge      longer than this installation takes
├── DiskFull      the disk cannot hold it
└── FileGone      the docket no longer holds the file's key
"""

from __future__ import annotations

from tecum.errors import TecumError
from tecum.worded import worded as _

__all__ = ["DiskFull", "FileGone", "TooLarge"]


class TooLarge(TecumError):
    """Longer than this installation takes; nothing of it was kept."""

    code = "intake.too-large"

    def __init__(self, limit_mb: int) -> None:
        super().__init__(
            _("The file is larger than {n} MB and was not taken in.", n=limit_mb),
            why=_("Nothing of it was kept, so the sender still has the only copy."),
            do=_("Ask for it in parts or by another way, or raise upload_limit_mb."),
            limit_mb=limit_mb,
        )


class DiskFull(TecumError):
    """The disk cannot hold it; nothing is acknowledged."""

    code = "intake.disk-full"

    def __init__(self, reason: str) -> None:
        super().__init__(
            _("The file could not be stored: {reason}.", reason=reason),
            why=_("Nothing is acknowledged that is not durable."),
            do=_("Free disk space, then send the file again."),
        )


class FileGone(TecumError):
    """The file was erased here, or its bytes are missing."""

    code = "file.gone"

    def __init__(self) -> None:
        super().__init__(
            _("This docket no longer holds the file."),
            why=_("Its key was destroyed, or its bytes are missing."),
            do=_("See the trail for the erasure and its ground."),
        )
