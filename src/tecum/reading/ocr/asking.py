"""Which pages are recognised, and their answers put in the place of what the file states.

The parent's side of recognition. Pages with healthy text are never sent; a page that no child
could finish keeps its cause, so that nothing is claimed about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tecum import sandbox
from tecum.reading.answer import BadAnswer, Gathered
from tecum.reading.limits import Limits
from tecum.reading.ocr.engines import Engine, engine_here

__all__ = ["CAUSES", "NO_ENGINE", "Part", "recognise_unread"]

CAUSES = frozenset({"needs_ocr", "garbled", "embedded_ocr", "only_stamp", "part_picture"})
"""Why a page's own letters are not enough."""

NO_ENGINE = "no_ocr_engine"
_JOB = "tecum.reading.ocr.job:recognise_pages"


@dataclass
class Part:
    """The part whose pages are recognised, and what its children said of their engine."""

    data: bytes
    kind: str
    limits: Limits
    password: str | None = None
    repaired: bool = False
    engines: dict[str, str] = field(default_factory=dict)


def recognise_unread(part: Part, gathered: Gathered) -> None:
    """Recognise the pages of which the file's own letters are not enough."""
    numbers = [n for n in sorted(gathered.unread) if gathered.unread[n] in CAUSES]
    if not numbers:
        return
    engine = engine_here()
    if engine is None:
        gathered.unread.update(dict.fromkeys(numbers, NO_ENGINE))
        return
    part.engines.update(engine.named())
    size = part.limits.recognised_per_child
    for first in range(0, len(numbers), size):
        _recognise(part, gathered, engine, numbers[first : first + size])


def _recognise(part: Part, gathered: Gathered, engine: Engine, numbers: list[int]) -> None:
    """One child over some pages; where it ends early, one child a page."""
    wanted = {
        **part.limits.to_json(),
        "kind": part.kind,
        "numbers": numbers,
        "causes": [gathered.unread[n] for n in numbers],
        "engine": engine.to_json(),
        "seconds": part.limits.recognition_seconds,
        "password": part.password,
        "repaired": part.repaired,
    }
    limits = sandbox.ChildLimits.for_rendering(len(numbers))
    readable = (engine.folder,) if engine.folder else ()
    try:
        given = sandbox.run(_JOB, part.data, wanted, limits=limits, readable=readable)
    except sandbox.ChildEnded as ended:
        if len(numbers) > 1:
            for n in numbers:
                _recognise(part, gathered, engine, [n])
        else:
            gathered.unread[numbers[0]] = ended.reason_code
        return
    _taken_over(part, gathered, given.value, engine, numbers)


def _taken_over(
    part: Part, gathered: Gathered, answer: Mapping[str, Any], engine: Engine, numbers: list[int]
) -> None:
    """Check a child's pages one by one; a page out of shape stays unread."""
    unread = set(numbers)
    try:
        part.engines.update({str(k)[:40]: str(v)[:80] for k, v in answer["engines"].items()})
        pages, fields = list(answer["pages"]), list(answer["fields"])
    except (KeyError, TypeError, AttributeError):
        pages, fields = [], []
    for raw in pages:
        try:
            n = raw["n"]
            if n in unread and not raw.get("lost"):
                raw.setdefault("engine", engine.name)
                gathered.replace(raw, [row for row in fields if row["page"] == n])
                unread.discard(n)
        except (BadAnswer, KeyError, TypeError, AttributeError):
            continue
    for n in unread:
        gathered.unread[n] = "unreadable"
