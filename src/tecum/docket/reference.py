"""The table of acts for the reference, made from the declarations themselves.

``python -m tecum.docket.reference > docs/reference/acts.md`` writes it; a test holds the file
equal to the code.
"""

from __future__ import annotations

import sys
import typing
from types import UnionType

from tecum.docket.acts import ACTS, Act
from tecum.docket.codec import type_of
from tecum.docket.declare import Erased, declared
from tecum.docket.vocabulary import LogAs, Personal

__all__ = ["acts_reference"]

_GROUPS = {
    "arrival": "Arrival",
    "registration": "Registration",
    "service": "Service and delivery",
    "clocks": "Clocks and duties",
    "decision": "Decision",
    "records": "Records",
    "answer": "Answer",
    "course": "Course of the demand",
    "courts": "Proceedings and orders",
    "measures": "Measures",
    "erasure": "Erasure",
    "campaign": "Campaign docket",
    "chronology": "Chronology",
    "office": "Office docket",
    "connections": "Connections, on the office docket",
    "packs": "Packs, on the office docket",
}
_MARKS = {
    Personal.NONE: "",
    Personal.OFFICIAL: "°",
    Personal.PERSON: "*",
    Personal.SENSITIVE: "**",
    Personal.FILE: "§",
}
_HEAD = """# Acts of a docket

Made from the code by `python -m tecum.docket.reference`; a test holds the two equal.

Marks: ° official, * about a person or free text, ** sensitive, § file; no mark: codes, counts, \
dates, institutions. A marked value is sealed under a salted commitment and can be erased \
without breaking a proof. `[code]` stands in the signed statement, `[commit]` is committed to \
in it. *World* acts report what happened and are never refused for what they say; *office* acts \
make this office act and have a guard.
"""


def acts_reference() -> str:
    """The closed list of acts as one Markdown table a group."""
    parts = [_HEAD]
    for group, title in _GROUPS.items():
        parts.append(f"\n## {title}\n")
        parts.append("| act | fields | who | world or office | statement |")
        parts.append("|---|---|---|---|---|")
        rows = [cls for cls in ACTS.values() if cls.group == group]
        parts.extend(_row(cls) for cls in rows)
    return "\n".join(parts) + "\n"


def _row(cls: type[Act]) -> str:
    says = " · ".join(f"`{name}`" for name in cls.says)
    who = " ".join(sorted(role.value for role in cls.recorded_by))
    first = (cls.__doc__ or "").strip().splitlines()[0]
    return f"| `{cls.slug}`: {first} | {_fields(cls)} | {who} | {cls.sphere} | {says} |"


def _fields(cls: type) -> str:
    return ", ".join(_field(cls, name) for name in declared(cls))


def _field(cls: type, name: str) -> str:
    mark = declared(cls)[name]
    if mark.parts:
        inner = _part_of(type_of(cls)[name])
        held = "" if inner is None else f" ({_fields(inner)})"
        return f"{name}{held}"
    log = "" if mark.log is LogAs.OFF else f" [{mark.log}]"
    return f"{name}{_MARKS[mark.personal].replace('*', chr(92) + '*')}{log}"


def _part_of(kind: object) -> type | None:
    args = typing.get_args(kind)
    if args and (typing.get_origin(kind) in (tuple, typing.Union, UnionType)):
        found = (_part_of(arg) for arg in args)
        return next((part for part in found if part is not None), None)
    is_part = isinstance(kind, type) and hasattr(kind, "__dataclass_fields__")
    return kind if is_part and isinstance(kind, type) and kind is not Erased else None


if __name__ == "__main__":
    sys.stdout.write(acts_reference())
