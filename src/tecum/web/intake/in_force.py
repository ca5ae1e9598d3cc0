"""A Reading as it stands after people have worked on it: the values that later steps rest on.

The machine's Reading is never changed; this is a copy in which a checked value is certain, a
corrected value is the person's, and what a person has marked unknown or absent is gone.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from tecum.web.intake.fields import ROWS
from tecum.web.intake.selectors import Shown

__all__ = ["in_force"]


def in_force(stored: Mapping[str, Any], shown: Iterable[Shown]) -> dict[str, Any]:
    """``tecum.reading/1`` with the people's work in it.

    Args:
        stored: The machine's Reading.
        shown: Its fields with their states, unhidden.
    """
    reading = copy.deepcopy(dict(stored))
    for row in shown:
        if row.state in ("checked", "edited", "unknown"):
            _put(reading, row)
    return reading


def _put(reading: dict[str, Any], row: Shown) -> None:
    group, _, rest = row.path.partition(".")
    if group in ROWS:
        # Without a number it is the list as a whole, of which nothing was read.
        _put_row(reading, row, group, int(rest) if rest else len(reading[group]))
        return
    node: Any = reading
    for name in row.path.split("."):
        if isinstance(node, list):
            node = node[int(name)] if int(name) < len(node) else None
        else:
            node = node.get(name)
        if node is None:
            return
    if isinstance(node, list):
        if row.value is not None:
            node.append(_person(row.value))
        return
    _settle(node.get("cite", node), row)


def _put_row(reading: dict[str, Any], row: Shown, group: str, n: int) -> None:
    rows = reading[group]
    if row.value is None:
        if n < len(rows):
            rows[n] = _without_value(rows[n], group)
        return
    while len(rows) <= n:
        rows.append(_empty(group, len(rows)))
    held = rows[n]
    if group == "due":
        singles = {name: row.value.get(name) for name in ("date", "time", "amount")}
        held.update({k: v for k, v in row.value.items() if k not in singles})
        for name, value in singles.items():
            held[name] = {**held[name], "value": value, "band": "certain"}
        held["band"] = "certain"
    elif group == "items":
        held.update({k: v for k, v in row.value.items() if k != "text"})
        _settle(held["text"], row, row.value.get("text"))
    else:
        _settle(held["name"], row, row.value.get("name"))


def _settle(node: dict[str, Any], row: Shown, value: Any = None) -> None:
    node["value"] = row.value if value is None else value
    known = node["value"] is not None
    node["band"] = "certain" if known else "absent"
    if known:
        node["confirmed_by"] = "a person"


def _person(value: Any) -> dict[str, Any]:
    read = {"value": value, "band": "certain", "spans": [], "rule": "person", "signals": {}}
    return {**read, "confirmed_by": "a person"}


def _without_value(row: dict[str, Any], group: str) -> dict[str, Any]:
    if group == "due":
        return {**row, "form": "none", "band": "absent"}
    name = "text" if group == "items" else "name"
    return {**row, name: {**row[name], "value": None, "band": "absent"}}


def _empty(group: str, n: int) -> dict[str, Any]:
    read: dict[str, Any] = {
        "value": None,
        "band": "absent",
        "spans": [],
        "rule": "person",
        "signals": {},
    }
    if group == "subjects":
        return {"name": dict(read), "identifiers": []}
    if group == "items":
        return {
            "label": f"u{n + 1}",
            "text": dict(read),
            "category": "other",
            "also": [],
            "lead_in": [],
            "period": None,
            "refers_to": [],
        }
    nothing = ("tz", "unit", "counting", "direction", "trigger", "trigger_text", "qualifier")
    return {
        "form": "none",
        "for": "response",
        "owed_by": "recipient",
        "date": dict(read),
        "time": dict(read),
        "amount": dict(read),
        **dict.fromkeys((*nothing, "combine")),
        "band": "absent",
        "rule": "person",
        "signals": {},
        "conflicts": [],
        "spans": [],
    }
