"""Log lines as JSON: time, level, event; never an argument, a path or a trace's values."""

from __future__ import annotations

import json
import logging

from gunicorn.glogging import Logger

from tecum.clock import now
from tecum.errors import TecumError

__all__ = ["JsonLines", "ServerLogger"]

_KEPT = ("entry", "job", "docket", "ms", "actor", "count", "variable", "near")


class ServerLogger(Logger):  # type: ignore[misc]
    """The server's own messages through our lines alone: its format would hold addresses."""

    def _set_handler(self, *_: object, **__: object) -> None:
        """Add no handler; the configuration of logging has one already."""


class JsonLines(logging.Formatter):
    """One JSON object a record.

    Messages of our own are fixed words with details in ``extra``. Of others only the logger's
    name is kept, and the text where it is visibly a template: arguments, and texts that were
    filled before they came here, may hold addresses or names.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, object] = {
            "time": now().isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": f"{record.name}: {_said(record)}",
        }
        line.update({key: getattr(record, key) for key in _KEPT if hasattr(record, key)})
        if record.exc_info and record.exc_info[1] is not None:
            line.update(_places(record.exc_info[1]))
        return json.dumps(line, default=str)


def _said(record: logging.LogRecord) -> str:
    ours = record.name == "tecum" or record.name.startswith("tecum.")
    return str(record.msg) if ours or record.args else "(text not kept)"


def _places(error: BaseException) -> dict[str, object]:
    places = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}")
        trace = trace.tb_next
    told: dict[str, object] = {"error": type(error).__name__, "at": places[-8:]}
    if isinstance(error, TecumError):
        told["code"] = error.code
    return told
