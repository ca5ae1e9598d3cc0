"""Why a finding says what it says, in the page's own form: plain words, sources linked.

Drawn from the steps of the trace alone, the same facts as the command line shows; no step is
invented here (LAW section 10).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from tecum.law.finding import Finding, Step
from tecum.law.pack import Packs
from tecum.web.ui.templatetags.ui import day, words
from tecum.words import Review

__all__ = ["Why", "WhyLine", "WhyRule", "why_of"]


@dataclass(frozen=True, slots=True)
class WhyLine:
    """One step: what is asked or said, what is known of it, who says so, which text says so."""

    text: str
    value: str = ""
    said_by: str = ""
    cite: str = ""


@dataclass(frozen=True, slots=True)
class WhyRule:
    """One rule or order, how it stands, and the steps that make it stand so."""

    standing: str
    effect: str
    source: str
    url: str
    pack: str
    lines: tuple[WhyLine, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """The whole of it: days, packs, rules in play, what stays open, what would settle it."""

    finding: Finding
    packs: tuple[tuple[str, str, bool], ...]
    rules: tuple[WhyRule, ...]
    folded: int
    quarrels: tuple[str, ...]
    notes: tuple[str, ...]
    asks: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def why_of(finding: Finding, packs: Packs, version: str = "") -> Why:
    """The steps of a finding for a page.

    Args:
        finding: What was found; without steps where they are hidden from the reader.
        packs: The packs by which it was found, for the titles and addresses of provisions.
        version: Id of a pack that is not in force in this version; its own page is linked.
    """
    groups = list(_groups(finding.trace))
    shown = [group for group in groups if not group[0].detail["folded"]]
    return Why(
        finding=finding,
        packs=tuple(_packs(shown, packs, version)),
        rules=tuple(_rule(group, packs, version) for group in shown),
        folded=len(groups) - len(shown),
        quarrels=tuple(_quarrels(finding, packs)),
        notes=tuple(_notes(finding, packs)),
        asks=tuple(_asks(finding)),
    )


def _groups(trace: Iterable[Step]) -> Iterator[list[Step]]:
    group: list[Step] = []
    for step in trace:
        if step.kind == "live":
            if group:
                yield group
            group = [step]
        elif step.rule is not None:
            group.append(step)
    if group:
        yield group


def _packs(
    groups: Iterable[list[Step]], packs: Packs, version: str
) -> Iterator[tuple[str, str, bool]]:
    """Id, address of the version, and whether it is reviewed, of each pack in play."""
    for name in sorted({group[0].detail["pack"] for group in groups}):
        pack = packs.pack(name)
        yield name, _page(name, packs, version), pack.review is Review.REVIEWED


def _page(name: str, packs: Packs, version: str) -> str:
    if name == version:
        return reverse("packs:version", args=[name, packs.pack(name).sha256])
    return reverse("packs:pack", args=[name])


def _rule(group: list[Step], packs: Packs, version: str) -> WhyRule:
    head = group[0].detail
    name = group[0].rule or ""
    return WhyRule(
        standing=_standing(head["status"]),
        effect=str(head["effect"]),
        source=head["source"],
        url=_page(head["pack"], packs, version) + f"#{_section(name, head['pack'], packs)}",
        pack=head["pack"],
        lines=tuple(line for step in group[1:] for line in _lines(step, packs)),
    )


def _standing(status: str) -> str:
    """How a rule stands, in words."""
    said = {
        "live": _("counts"),
        "may be live": _("counts if its facts are so"),
        "beaten": _("gives way"),
    }
    return said.get(status, _("does not count"))


def _section(name: str, pack: str, packs: Packs) -> str:
    """The section that holds a block: its place on the pack's page."""
    return next(
        (
            block.section_id
            for law in packs.pack(pack).laws
            for block in law.blocks
            if block.id == name
        ),
        name,
    )


def _title(name: str, packs: Packs) -> str:
    """How a provision is called; its source where it has no title of its own."""
    for block in (*packs.rules, *packs.orders):
        if block.id == name:
            return block.source
    return name


def _lines(step: Step, packs: Packs) -> Iterator[WhyLine]:
    detail = step.detail
    cite = detail.get("cite") or ""
    if step.kind == "in_force":
        yield from _in_force(detail)
    elif step.kind == "condition":
        if detail["plain"] or detail["value"] != "yes" or "elsewhere" in detail:
            yield _asked(detail, packs, _("It applies where: {what}"), cite)
    elif step.kind == "exception":
        yield _asked(detail, packs, _("Except where: {what}"), cite)
    elif step.kind == "stayed":
        names = ", ".join(_title(name, packs) for name in detail["by"].split(", "))
        yield WhyLine(
            _("Stayed by {order}").format(order=names), _answer(detail.get("value", "yes"))
        )
    elif step.kind == "yields":
        own = _own(detail.get("by"), detail.get("on"))
        text = _("Gives way to: {other}").format(other=_title(detail["to"], packs))
        yield WhyLine(text, _counts(detail["value"]), own, cite)
    elif step.kind == "beaten":
        own = _own(detail.get("decided_by"), detail.get("decided_on"))
        yield WhyLine(_("By: {other}").format(other=_title(detail["by"], packs)), "", own, cite)
    elif step.kind == "restraint" and "against" in detail:
        text = _("It stands against: {other}").format(other=_title(detail["against"], packs))
        yield WhyLine(text, _answer(detail["value"]), "", cite)
    elif step.kind == "restraint":
        makers = ", ".join(detail["restrains"])
        text = (
            _("It restrains rules made by: {makers}").format(makers=makers)
            if detail["bears_on"]
            else _("It restrains rules, and there is none to restrain.")
        )
        yield WhyLine(text)


def _in_force(detail: Mapping[str, Any]) -> Iterator[WhyLine]:
    if detail.get("order"):
        stayed = {"no": _("not stayed"), "yes": _("stayed")}
        yield WhyLine(_span(detail), stayed.get(detail["stayed"], _("perhaps stayed")))
        return
    reason = detail.get("unconfirmed")
    if reason is not None:
        yield WhyLine(_("Whether it is in force is to be confirmed: {why}").format(why=reason))
    else:
        for window in detail["windows"]:
            outside = "" if detail["value"] != "no" else _("not on the day that counts")
            yield WhyLine(_span(window), outside)
        if not detail["day"]:
            which = words(detail["judged_at"])
            yield WhyLine(_("The day it is judged at is not known: {which}").format(which=which))
    if detail.get("confidence") == "unconfirmed":
        yield WhyLine(_("It rests on a text to be confirmed."))
    if detail.get("note"):
        yield WhyLine(_("Note: {note}").format(note=detail["note"]))


def _span(window: Mapping[str, Any]) -> str:
    start, known = _day(window["from"]), _day(window["recorded"])
    if window.get("to"):
        text = _("In force from {start} to {end}, and known from {known}")
        return text.format(start=start, end=_day(window["to"]), known=known)
    return _("In force from {start}, and known from {known}").format(start=start, known=known)


def _day(text: str) -> str:
    return str(day(date.fromisoformat(text)))


def _asked(detail: Mapping[str, Any], packs: Packs, pattern: str, cite: str) -> WhyLine:
    """A condition: the question itself where it is one fact, else its text in words."""
    spec = packs.facts.get(detail["text"])
    what = spec.ask if spec is not None and spec.ask else words(detail["text"])
    value = _answer(detail["value"])
    if detail.get("conflicting"):
        value = _("unknown: the sources differ")
    said = "; ".join(dict.fromkeys(str(source) for source in detail["facts"].values()))
    return WhyLine(pattern.format(what=what), value, words(said), cite)


def _answer(value: str) -> str:
    return {"yes": _("yes"), "no": _("no")}.get(value, _("unknown"))


def _counts(value: str) -> str:
    return {"yes": _("it counts"), "no": _("it does not count")}.get(value, _("unknown"))


def _own(by: str | None, on: str | None) -> str:
    if not by or not on:
        return ""
    text = _("the office's own precedence, decided by {who} on {day}")
    return text.format(who=by, day=_day(on))


def _quarrels(finding: Finding, packs: Packs) -> Iterator[str]:
    for step in finding.trace:
        if step.kind == "open_question":
            one, other = (
                "; ".join(_title(name, packs) for name in side) for side in step.detail["sides"]
            )
            text = _("{one} forbids, {other} does not. No loaded source says which gives way.")
            if "against" in step.detail:
                text = _("May {one} stand against {other}? No loaded source settles it.")
            yield text.format(one=one, other=other)


def _notes(finding: Finding, packs: Packs) -> Iterator[str]:
    if finding.settled_whatever:
        yield _("It is so whatever the missing facts are.")
    if finding.limit:
        yield _("Too many facts are missing to try every case; some outcomes may be too many.")
    if finding.rests_on_unconfirmed:
        names = "; ".join(_title(name, packs) for name in finding.rests_on_unconfirmed)
        yield _("It rests on what is not confirmed: {names}").format(names=names)


def _asks(finding: Finding) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    for question in finding.questions:
        answers = tuple(
            (", ".join(words(choice.said) for choice in choices), outcome.value)
            for choices, outcome in question.settles
        )
        yield " · ".join(question.questions), answers
