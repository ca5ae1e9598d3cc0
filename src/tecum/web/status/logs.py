"""Log lines as JSON: time, level, event; never an argument, a path or a trace's values."""

from __future__ import annotations

import json
import logging

from tecum.clock import now
from tecum.errors import TecumError

__all__ = ["JsonLines"]

_KEPT = ("entry", "job", "docket", "ms", "actor", "count")


class JsonLines(logging.Formatter):
    """One JSON object a record.

    Messages of our own are fixed words with details in ``extra``; of others only the logger's
    name and the unfilled text are kept, since arguments may hold addresses or names.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, object] = {
            "time": now().isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": f"{record.name}: {record.msg}",
        }
        line.update({key: getattr(record, key) for key in _KEPT if hasattr(record, key)})
        if record.exc_info and record.exc_info[1] is not None:
            line.update(_places(record.exc_info[1]))
        return json.dumps(line, default=str)


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
