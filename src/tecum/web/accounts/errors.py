"""Why somebody is not let in, or may not do something.

    TecumError
    ├── SignInRefused      a one-time link that does not open
    └── NotFound           no such thing, or none that this person may know of

Who may know of a matter but not do something meets :class:`tecum.docket.errors.NotPermitted`.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from tecum.errors import TecumError

__all__ = ["NotFound", "SignInRefused"]


class SignInRefused(TecumError):
    """A one-time link that does not open; it says why."""

    code = "signin.refused"


class NotFound(TecumError):
    """Nothing here under this id. Said alike of what is missing and what is not visible."""

    code = "not-found"

    def __init__(self) -> None:
        super().__init__(
            _("There is nothing here under this address."),
            do=_("Check the address, or go back to the list."),
        )
