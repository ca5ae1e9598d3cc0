"""Cited provisions compared: by section, and to the last subsection."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tecum.evaluation.given import listed, plain, stated
from tecum.evaluation.likeness import folded, squashed
from tecum.evaluation.sheet import Paper, Sheet
from tecum.evaluation.tally import Outcome

__all__ = ["score_authorities"]

_FEDERAL_RULES = ("usc", "cfr", "frcp", "frcrp", "fre", "eo", "frap")
_SUBSECTION = re.compile(r"\(([0-9a-z]+)\)")
_SUBSECTIONS = r"((?:\([0-9a-z]+\))*)"
_USC = re.compile(
    r"(\d+)\s*u\.?\s*s\.?\s*c\.?\s*(?:section|sec\.?|§+)?\s*(\d+[a-z]*(?:-\d+[a-z]*)?)"
    + _SUBSECTIONS
)
_CFR = re.compile(
    r"(\d+)\s*c\.?\s*f\.?\s*r\.?\s*(?:section|part|§+)?\s*(\d+(?:\.\d+[a-z]*)?)" + _SUBSECTIONS
)
_NUMBER = re.compile(r"(\d+[a-z]?(?:[.:-]\d+[a-z]*)*)")
_ANY_CODE = "*"

Section = tuple[str, ...]


def score_authorities(sheet: Sheet, paper: Paper) -> None:
    """Judge the provisions that a demand cites; the code's name of a state is free."""
    truth = paper.truth
    if not truth.is_demand or not truth.has("authorities"):
        return
    wanted = {folded(row.get("id")) for row in truth.rows("authorities") if row.get("id")}
    optional = {folded(x) for x in truth.accepted("authorities_optional")}
    read = {_id_of(row) for row in listed(paper.reading, "authorities")}
    sheet.authorities["exact hit"] += len(wanted & read)
    sheet.authorities["exact wanted"] += len(wanted)
    sheet.measures["authorities read"] += len(read - optional)
    true_sections = {_section(x) for x in wanted}
    read_sections = {_section(x) for x in read}
    known = true_sections | {_section(x) for x in optional}
    loose = {s[1] for s in known if s[0] == _ANY_CODE}
    for section in sorted(true_sections):
        found = _found(section, read_sections)
        outcome = Outcome.RIGHT if found else Outcome.ABSTAINED
        outcome = Outcome.MISSING if paper.failed else outcome
        sheet.count(paper, "authorities (section)", outcome)
        if not found:
            sheet.miss(paper, "authorities", outcome, "/".join(section), None)
    for section in sorted(read_sections):
        last = section[-1]
        if section in known or last in loose or any(last == k[-1] for k in known):
            continue
        sheet.count(paper, "authorities (section)", Outcome.SPURIOUS, channel=False)
        sheet.miss(paper, "authorities", Outcome.SPURIOUS, None, "/".join(section))


def _found(section: Section, read: set[Section]) -> bool:
    if section in read:
        return True
    if section[0] == _ANY_CODE and any(r[-1] == section[1] for r in read):
        return True
    return any(r[0] == _ANY_CODE and r[1] == section[-1] for r in read)


def _id_of(row: Any) -> str:
    """The id of a cite as read, from its id or else from its words."""
    given = stated(row.get("id")) if isinstance(row, Mapping) else None
    if given:
        return folded(given).strip("/")
    words = folded((plain(row.get("cite")) or "") if isinstance(row, Mapping) else row)
    for code, pattern in (("usc", _USC), ("cfr", _CFR)):
        match = pattern.search(words)
        if match:
            return "/".join([code, match[1], match[2], *_SUBSECTION.findall(match[3])])
    number = _NUMBER.search(words)
    return f"?/{number[1] if number else squashed(words)}"


def _section(id_: str) -> Section:
    """What decides a match: title and section, or the section alone for a state's code."""
    path = folded(id_).split("/")
    if path[0] in ("usc", "cfr"):
        return tuple(path[:3])
    if path[0] in _FEDERAL_RULES:
        return tuple(path[:2])
    return _ANY_CODE, path[1] if len(path) > 1 else path[0]
