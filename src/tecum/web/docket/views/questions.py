"""Findings and the questions that would settle them, as the pages of items show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from tecum.law.finding import Finding
from tecum.law.pack import Packs
from tecum.triage import ItemFinding
from tecum.triage.findings import questions
from tecum.web.docket.desk import desk
from tecum.web.ui.templatetags.ui import say
from tecum.web.ui.why import why_of

__all__ = ["asked_of_demand", "asked_of_item", "shown"]


def shown(finding: Finding) -> dict[str, Any]:
    """A finding with each rule in play in one line, both sides of a collision, and its why."""
    packs = desk().packs
    rules = [step for step in finding.trace if step.kind == "live"]
    return {
        "finding": finding,
        "why": why_of(finding, packs),
        "sides": _sides(finding, packs),
        "rules": list(_rules(finding)),
        "folded": sum(1 for step in rules if step.detail["folded"]),
    }


def asked_of_item(found: list[ItemFinding], label: str) -> list[dict[str, Any]]:
    """The one question about the item itself that settles most; none where none settles."""
    rows = [row for row in found if row.label == label]
    asked = (_question(shape, label) for shape in questions(rows))
    return [row for row in asked if _settles(row) and row["about"] == "item"][:1]


def asked_of_demand(found: list[ItemFinding]) -> list[dict[str, Any]]:
    """Questions about the whole demand, each once, the most settling first, two at most."""
    asked = (_question(shape, "") for shape in questions(found))
    return [row for row in asked if _settles(row) and row["about"] != "item"][:2]


def _settles(row: Mapping[str, Any]) -> bool:
    return bool(row["settles"])


def _question(shape: Any, label: str) -> dict[str, Any]:
    names = shape.get("facts") or [shape["fact"]]
    asked = shape.get("questions") or [shape["question"]]
    specs = desk().packs.facts
    about = {specs[name].about for name in names}
    return {
        "item": label if about == {"item"} else "",
        "about": "item" if about == {"item"} else "demand",
        "key": f"{label or 'all'}-",
        "parts": [
            {"fact": name, "text": text, "spec": specs[name], "who": say(specs[name].who, "role")}
            for name, text in zip(names, asked, strict=True)
        ],
        "settles": shape["settles"] if len(names) == 1 else {},
    }


_STANDING = {"live": "", "may be live": _("if its facts are so"), "beaten": _("yields")}


def _rules(finding: Finding) -> Iterator[dict[str, Any]]:
    """The rules in play, in the order of the trace; those about other situations are left out."""
    for step in finding.trace:
        if step.kind != "live" or step.detail["folded"] or step.detail["status"] == "off":
            continue
        yield {
            "effect": step.detail["effect"],
            "source": step.detail["source"],
            "said": _STANDING.get(step.detail["status"], step.detail["status"]),
        }


def _sides(finding: Finding, packs: Packs) -> list[list[dict[str, str]]]:
    """Both sides of a collision, each rule with its effect and source, in equal form."""
    if finding.sides is None:
        return []
    effects = {step.rule: step.detail["effect"] for step in finding.trace if step.kind == "live"}
    sources: dict[str, str] = {
        block.id: block.source for block in _blocks(packs) if hasattr(block, "source")
    }
    return [
        [
            {"id": name, "effect": effects.get(name, ""), "source": sources.get(name, name)}
            for name in side
        ]
        for side in finding.sides
    ]


def _blocks(packs: Packs) -> Iterable[Any]:
    return (*packs.rules, *packs.orders)
