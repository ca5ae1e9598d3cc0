"""What a court's order tells besides what it orders: motions, reasons, the case's own days.

An order that rules on a motion, gives its reasons or sets the days of a case is weighed by
whether it tells somebody to give anything (READING 8).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.reading.conduct.counterweights import add, drop
from tecum.reading.conduct.genres import Titled, says_order
from tecum.reading.conduct.surety import Row
from tecum.reading.conduct.weights import act_weights
from tecum.reading.paper.paper import Paper
from tecum.words import Conduct

__all__ = ["add_so_ordered", "drop_denials", "drop_rulings", "drop_schedule", "keep_the_new"]

_OF_THE_MOTION = ("motion_title", "moves", "moves_to", "says_asks_a_court_to_undo")
_TOLD_BY_ORDERS = ("money", "asks_for_time", "grants_time", "will_deliver")
"""What an order tells of parties: the fee that one has not paid, the time that he asked for."""
_DIRECTIVES = frozenset({"act_command", "act_request", "act_order_of_third", "it_is_ordered"})


def drop_denials(totals: dict[Conduct, float], found: list[Row], titled: Titled | None) -> None:
    """What denies a motion in part and grants it for the rest is an order."""
    names = {row[0] for row in found}
    if "grants" in names:
        drop("rules_against", totals, found)
    if titled is not None and not titled.is_subject and says_order(titled):
        # An order tells which motion it rules upon; the motion was somebody else's.
        for name in (*_OF_THE_MOTION, *_TOLD_BY_ORDERS):
            drop(name, totals, found)
        if "quashes" in names and names.isdisjoint(_DIRECTIVES):
            # It tells what the subpoena asked for that it puts an end to.
            for name in ("grants", "says_lists_things", "says_names_things"):
                drop(name, totals, found)
    if {"it_is_ordered", "order_title"} <= names:
        # An order upon a petition names the petition in the second line of its title.
        drop("petition_title", totals, found)


_TOLD_TO_GIVE = re.compile(
    r"\b(?:shall|must|(?:is|are|be) (?:hereby )?(?:ordered|directed|required) to|ordered to)\s"
    r"(?:\w{2,12}\s){0,2}?(?:produce|turn over|disclose|deliver|provide|furnish|make available"
    r"|hand over|submit|transmit|release|file|send|give)\b",
    re.IGNORECASE,
)
"""What is ordered of somebody that gives, and not only marks, returns or destroys."""


def _told_to_give(paper: Paper, found: list[Row]) -> Iterator[int]:
    """Where an order tells somebody to give things, if its words were heard as an order."""
    whole = act_weights()["order_of_third"]
    if any(row[0] == "act_order_of_third" and row[2] >= whole for row in found):
        yield from (match.start() for match in paper.find(_TOLD_TO_GIVE))


_SO_ORDERED = re.compile(r"^\W{0,9}(?:(?:IT IS|AND IT IS) )?SO ORDERED\b", re.MULTILINE)
_RULES_ONLY = frozenset({"rules_against", "opinion_parts", "quashes", "byline", "said"})


def add_so_ordered(paper: Paper, totals: dict[Conduct, float], found: list[Row]) -> None:
    """A paper that tells somebody to give things and closes with "So ordered" orders it."""
    names = {row[0] for row in found}
    told = next(_told_to_give(paper, found), None) is not None
    if not told or names & _RULES_ONLY or "it_is_ordered" in names:
        return
    closing = paper.search(_SO_ORDERED)
    if closing is not None:
        rows = [("so_ordered", act_weights()["so_ordered"], paper.spans(*closing.span()))]
        add(Conduct.ISSUES, rows, totals, found)


_IN_ITS_PLACE = re.compile(
    r"\bin (?:its|their) (?:place|stead)\b|\bsupersed(?:es|ing)\b"
    r"|^\W{0,6}(?:FIRST |SECOND )?AMENDED\b",
    re.IGNORECASE | re.MULTILINE,
)


def keep_the_new(paper: Paper, totals: dict[Conduct, float], found: list[Row]) -> None:
    """What sets an earlier demand aside and commands anew in its place commands."""
    if any(row[0] == "act_command" for row in found) and paper.search(_IN_ITS_PLACE):
        for name in ("quashes", "court_reasons", "closes"):
            drop(name, totals, found)


_SETS_A_CASE = ("titled_schedule_of_a_case", "titled_order_that_protects")
_A_PARTY = re.compile(
    r"(?<!non-)\b(?:part(?:y|ies)|plaintiffs?|defendants?|petitioners?|respondents?|counsel|movants?|debtors?"
    r"|state|prosecution|defen[cs]e)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)


def drop_schedule(paper: Paper, totals: dict[Conduct, float], found: list[Row]) -> None:
    """An order that sets a case's days and tells somebody else to produce orders that as well.

    What the parties are to exchange between them is the case's own course.
    """
    others = any(
        _A_PARTY.search(paper.words, max(0, at - _NEAR), at) is None
        for at in _told_to_give(paper, found)
    )
    for row in [row for row in found if others and row[0] in _SETS_A_CASE]:
        drop(row[0], totals, found)
        besides = [("orders_besides", act_weights()["request"], row[3])]
        add(Conduct.ISSUES, besides, totals, found)


_NEAR = 60
_ORDERS_A_DEED = frozenset({"act_command", "act_request", "act_order_of_third", "grants"})


def drop_rulings(totals: dict[Conduct, float], found: list[Row], titled: Titled | None) -> None:
    """What only denies a motion or dismisses a petition orders nobody to give anything.

    What orders somebody gives its reasons too.
    """
    names = {row[0] for row in found}
    if "act_order_of_third" in names and titled is not None and says_order(titled):
        drop("opinion_parts", totals, found)
    if "rules_against" in names and names.isdisjoint(_ORDERS_A_DEED):
        for name in ("it_is_ordered", "titled_demand", "order_title"):
            drop(name, totals, found)
