"""Whether this installation can do its work, each answer from a trial, none assumed."""

from __future__ import annotations

import os

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from tecum.errors import TecumError
from tecum.web.background import BACKGROUND

__all__ = ["readiness"]


def readiness() -> dict[str, bool]:
    """Database writable, folder writable, log able to sign, worker running."""
    return {
        "database": _can_write_database(),
        "storage": os.access(settings.HOME.root, os.W_OK | os.X_OK),
        "log": _can_sign(),
        "worker": BACKGROUND.is_alive(),
    }


def _can_write_database() -> bool:
    from tecum.web.accounts.models import Office

    try:
        with transaction.atomic():
            Office.objects.filter(pk=-1).update(name="")
    except DatabaseError:
        connection.close()
        return False
    return True


def _can_sign() -> bool:
    from tecum.web.accounts.selectors import office
    from tecum.web.ledger.log import open_log

    if office() is None:
        return True
    try:
        open_log().check()
    except (TecumError, OSError):
        return False
    return True
