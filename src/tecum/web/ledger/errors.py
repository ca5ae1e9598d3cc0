"""Why there is no receipt yet.

LedgerError
└── NotYetInLog    recorded and signed, but not under a published head
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from tecum.errors import LedgerError

__all__ = ["NotYetInLog"]


class NotYetInLog(LedgerError):
    """Recorded, not yet in the log."""

    code = "log.waiting"

    def __init__(self) -> None:
        super().__init__(
            _("Recorded, not yet in the log."),
            why=_("A receipt proves what a published head of the log contains."),
            do=_("Try again in a moment; if it lasts, see the status page."),
        )
