"""The office as a witness of others, and others as witnesses of it, while the product runs.

What log.toml names decides all of it: without ``[[witness]]`` and ``[[authority]]`` nobody is
asked, without ``[[witnessing.log]]`` nothing is cosigned.
"""

from __future__ import annotations

import logging
import threading
from datetime import datetime, timedelta

from django.conf import settings

from tecum.clock import is_synchronised, now
from tecum.errors import TecumError
from tecum.ledger.config import LogConfig
from tecum.ledger.timestamp import Stamper
from tecum.ledger.witness.client import Client
from tecum.ledger.witness.endpoint import Answer, Witness
from tecum.ledger.witness.own import own_witness
from tecum.web.ledger.log import has_log, open_log

__all__ = ["answer_log", "ask_those_due", "newest_cosigned"]

LOG = logging.getLogger("tecum.witness")
REST = timedelta(minutes=1)
_NOT_HERE = Answer.saying(404, "nothing is watched here")
_lock = threading.Lock()
_witness: dict[tuple[str, int], Witness] = {}
_asked: dict[str, datetime] = {}


def answer_log(body: bytes) -> Answer:
    """What our witness answers to a log that asks for a cosignature."""
    witness = _own()
    return witness.add_checkpoint(body) if witness is not None else _NOT_HERE


def newest_cosigned(name: str) -> bytes | None:
    """The newest head that we cosigned of the log with this origin hash."""
    witness = _own()
    return witness.newest(name) if witness is not None else None


def ask_those_due() -> bool:
    """Ask witnesses and time authorities where a head, a heartbeat or a day calls for it.

    Returns:
        Never that more is waiting: the next look is a minute later.
    """
    home, at = str(settings.HOME.log), now()
    last = _asked.get(home)
    if not has_log() or (last is not None and last <= at < last + REST):
        return False
    _asked[home] = at
    config = LogConfig.read(settings.HOME.log)
    if not (config.witnesses or config.authorities):
        return False
    log = open_log()
    client = Client(log, config, settings.HOME.log, clock=now)
    found = [(one.name, one.code) for one in client.ask()] if client.is_due() else []
    stamper = Stamper(log, config, clock=now)
    due = stamper.due()
    found += [(one.name, one.code) for one in (stamper.ask(due) if due else [])]
    found += [(one.name, one.code) for one in stamper.renew()]
    for name, code in found:
        if code not in ("cosigned", "dated", "renewed"):
            LOG.warning("not cosigned or dated", extra={"by": name, "code": code})
    return False


def _own() -> Witness | None:
    """Our witness as log.toml has it now; none where it watches no log."""
    path = settings.HOME.log / "log.toml"
    try:
        key = (str(path), path.stat().st_mtime_ns)
    except OSError:
        return None
    with _lock:
        if key not in _witness:
            try:
                if not LogConfig.read(settings.HOME.log).watched:
                    return None
                made = own_witness(
                    settings.HOME.log,
                    clock=now,
                    is_synchronised=is_synchronised,
                    tell=LOG.warning,
                )
            except TecumError as error:
                LOG.warning("the witness cannot work", exc_info=error)
                return None
            _witness.clear()
            _witness[key] = made
        return _witness[key]
