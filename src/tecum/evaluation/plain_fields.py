"""Conduct, kind, judicial, names, dates: fields with one value each."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from tecum.evaluation.given import listed, plain, stated
from tecum.evaluation.likeness import folded, same_name, squashed, words_of
from tecum.evaluation.sheet import Paper, Sheet
from tecum.evaluation.tally import Outcome

__all__ = ["score_plain_fields"]

DEMAND = "issues"
_SURE = frozenset({"certain", "likely"})
_ASKED = re.compile(r"request|ask|please|not required|voluntar")
_BOUND = re.compile(r"order|prohibit|shall not|not to|must not|forbid|certif")


def score_plain_fields(sheet: Sheet, paper: Paper) -> None:
    """Judge every field of one document that has one value."""
    sheet.counts["demands" if paper.truth.is_demand else "others"] += 1
    _conduct_and_kind(sheet, paper)
    _judicial(sheet, paper)
    for name in ("issuer", "recipient"):
        _name(sheet, paper, name)
    _words(sheet, paper)
    if paper.truth.is_demand:
        _of_a_demand(sheet, paper)
    _signatory(sheet, paper)
    if paper.truth.is_demand:
        _matter_numbers(sheet, paper)


def _conduct_and_kind(sheet: Sheet, paper: Paper) -> None:
    truth, reading = paper.truth, paper.reading
    for name in ("conduct", "kind"):
        if not truth.has(name):
            continue
        wanted, more = truth.get(name), truth.accepted(name)

        def is_right(value: Any, wanted: Any = wanted, more: list[Any] = more) -> bool:
            return value == wanted or value in more

        outcome = sheet.plain_field(paper, name, wanted, is_right)
        value = stated(reading.get(name))
        if outcome is not Outcome.RIGHT:
            read = value or ("-" if paper.failed else "abstained")
            sheet.confusion[name][str(wanted), str(read)] += 1
        if name == "kind":
            part = "kind (demands)" if truth.is_demand else "kind (others)"
            sheet.count(paper, part, outcome)
            if outcome in (Outcome.RIGHT, Outcome.WRONG):
                sheet.band(paper, part, _band(reading, name), outcome)
            sheet.families[f"kind: {truth.get('kind')}"].add(outcome)
    _safety(sheet, paper)


def _band(reading: Mapping[str, Any], name: str) -> str:
    field = reading.get(name)
    return str(field.get("band") or "no band") if isinstance(field, Mapping) else "no band"


def _safety(sheet: Sheet, paper: Paper) -> None:
    """Demands taken for something else, and the other way round."""
    truth = paper.truth
    if not truth.has("conduct"):
        return
    value, more = stated(paper.reading.get("conduct")), truth.accepted("conduct")
    if truth.is_demand and value is not None and value != DEMAND and value not in more:
        sheet.counts["missed demand"] += 1
        sheet.measures["missed demand, certain or likely"] += (
            _band(paper.reading, "conduct") in _SURE
        )
    if not truth.is_demand and value == DEMAND and DEMAND not in more:
        sheet.counts["false demand"] += 1


def _judicial(sheet: Sheet, paper: Paper) -> None:
    truth = paper.truth
    value = stated(paper.reading.get("judicial"))
    if truth.is_demand and truth.has("judicial"):
        wanted = truth.get("judicial")
        outcome = sheet.plain_field(paper, "judicial", wanted, lambda v: bool(v) == wanted)
        if outcome is Outcome.WRONG:
            sheet.counts["false judicial" if value else "missed judicial"] += 1
    elif not truth.is_demand and value is True:
        demanded = stated(paper.reading.get("conduct")) == DEMAND
        if demanded and truth.get("kind") != "court_order":
            sheet.counts["false judicial on a non-demand"] += 1


def _name(sheet: Sheet, paper: Paper, name: str) -> None:
    truth = paper.truth
    wanted = truth.get(name)
    if truth.has(name) and (truth.is_demand or wanted):
        names = [wanted, *truth.accepted(name)]
        sheet.plain_field(paper, name, wanted, lambda value: same_name(value, names))


def _bare_form(value: object) -> str:
    return squashed(value or "").replace("form", "").replace("dhs", "")


def _words(sheet: Sheet, paper: Paper) -> None:
    """Issuer's class, form number, date of issue."""
    truth = paper.truth
    wanted = truth.get("issuer_class")
    if truth.has("issuer_class") and wanted:
        more = truth.accepted("issuer_class")
        sheet.plain_field(paper, "issuer_class", wanted, lambda v: v == wanted or v in more)
    form = truth.get("form")
    if truth.has("form") and (truth.is_demand or form):
        sheet.plain_field(paper, "form", form, lambda v: _bare_form(v) == _bare_form(form))
    if truth.has("issued_on"):
        day = truth.get("issued_on")
        sheet.plain_field(paper, "issued_on", day, lambda v: str(v)[:10] == day)


def _of_a_demand(sheet: Sheet, paper: Paper) -> None:
    """What only a demand states: service, place, secrecy, consequences."""
    truth, reading = paper.truth, paper.reading
    served = truth.get("served_on")
    if served and truth.has("served_on"):
        sheet.plain_field(paper, "served_on", served, lambda v: str(v)[:10] == served)
    place = truth.get("place_or_manner")
    if place and truth.has("place_or_manner"):
        sheet.plain_field(paper, "place_or_manner", place, lambda v: _half_shared(v, place))
    if truth.has("nondisclosure"):
        _secrecy(sheet, paper)
    if truth.get("consequences") and truth.has("consequences"):
        found = bool(listed(reading, "consequences"))
        outcome = Outcome.RIGHT if found else Outcome.ABSTAINED
        outcome = Outcome.MISSING if paper.failed else outcome
        sheet.count(paper, "consequences", outcome, channel=False)


def _half_shared(read: object, wanted: object) -> bool:
    ours, theirs = set(words_of(read)), set(words_of(wanted))
    return len(ours & theirs) / max(1, min(len(ours), len(theirs))) >= 0.5


def _secrecy(sheet: Sheet, paper: Paper) -> None:
    wanted = paper.truth.get("nondisclosure")
    said = _secrecy_as_read(stated(paper.reading.get("nondisclosure")))
    if wanted is None:
        return
    if paper.failed:
        outcome = None if wanted == "none" else Outcome.MISSING
    elif wanted == "none":
        outcome = Outcome.QUIET if said == "none" else Outcome.SPURIOUS
    elif said == "none":
        outcome = Outcome.ABSTAINED
    else:
        outcome = Outcome.RIGHT if said in (wanted, "stated") else Outcome.WRONG
    if outcome is None:
        return
    sheet.count(paper, "nondisclosure", outcome, channel=False)
    if outcome not in (Outcome.RIGHT, Outcome.QUIET):
        sheet.miss(paper, "nondisclosure", outcome, wanted, said)


def _secrecy_as_read(value: Any) -> str:
    if value in (None, False, "none", "absent"):
        return "none"
    said = folded(json.dumps(value) if isinstance(value, Mapping) else value)
    if _ASKED.search(said):
        return "requested"
    return "ordered" if _BOUND.search(said) else "stated"


def _signatory(sheet: Sheet, paper: Paper) -> None:
    truth = paper.truth
    wanted = truth.get("signatory")
    if not isinstance(wanted, Mapping):
        return
    read = paper.reading.get("signatory")
    read = read if isinstance(read, Mapping) else {}
    inner = read.get("value")
    read = inner if isinstance(inner, Mapping) else read
    nothing = None if paper.failed else {"value": None}
    role = wanted.get("role") or truth.get("signatory_role")
    if role not in (None, "unknown") and not truth.any_is_right("signatory_role"):
        more = truth.accepted("signatory_role")
        field = read.get("role", nothing)
        sheet.plain_field(
            paper,
            "signatory_role",
            role,
            lambda v: v == role or v in more,
            read=field,
            key="signatory",
        )
    name = wanted.get("name")
    if name and not truth.any_is_right("signatory_name"):
        names = [name, *truth.accepted("signatory_name")]
        field = read.get("name", nothing)
        sheet.plain_field(
            paper,
            "signatory_name",
            name,
            lambda v: same_name(v, names),
            read=field,
            key="signatory",
        )


def _matter_numbers(sheet: Sheet, paper: Paper) -> None:
    wanted = paper.truth.get("matter_numbers")
    if not wanted or not paper.truth.has("matter_numbers"):
        return
    read = [squashed(plain(x) or "") for x in listed(paper.reading, "matter_numbers")]
    for number in wanted:
        sought = squashed(number)
        found = any(sought == r or (len(r) > 4 and (r in sought or sought in r)) for r in read)
        outcome = Outcome.RIGHT if found else Outcome.ABSTAINED
        outcome = Outcome.MISSING if paper.failed else outcome
        sheet.count(paper, "matter_numbers", outcome, channel=False)
        if not found:
            sheet.miss(paper, "matter_numbers", outcome, number, ", ".join(read) or None)
