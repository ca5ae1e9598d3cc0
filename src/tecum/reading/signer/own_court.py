"""Whether a judge signs as the court of the paper's own caption (READING 10).

Retired judges arbitrate and mediate, hear appeals of agencies and bear their title at the end of
such letters; a lawyer's letter repeats the order of another case; societies and schools have
courts of their own. A judge's hand then orders nothing as a court.
"""

from __future__ import annotations

import re

from tecum.reading.paper.caption import Caption
from tecum.reading.paper.paper import Paper
from tecum.reading.signer.conformed import Block

__all__ = ["why_not_its_court"]

_RETIRED = re.compile(r"\b(?:retired|former(?:ly)?|emerit(?:us|a))\b|\bRet\.", re.IGNORECASE)
_NEUTRAL = re.compile(
    r"\b(?:hearing (?:officer|examiner|panel)|arbitrat(?:ors?|ion panel)|mediators?|umpires?"
    r"|neutrals?|private judge|fact[- ]?finder|ombuds(?:man|person)|discovery referee)\b",
    re.IGNORECASE,
)
_AS_NEUTRAL = re.compile(
    r"\bas (?:the |an? |your |sole |agreed )?"
    r"(?:hearing officer|arbitrator|mediator|umpire|neutral)\b",
    re.IGNORECASE,
)
_NO_STATES = re.compile(
    r"\b(?:student|moot|mock|honou?r|arbitration|ecclesiastical|diocesan|fraternal)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"\b(?:[Pp]lease|[Ww]e|[Yy]ou|[Yy]our|[Oo]ur|[Mm]y)\b")
_SUBJECT = re.compile(r"\W{0,3}(?:re|subject|ref(?:erence)?)\s?:", re.IGNORECASE)
_HEAD, _NEAR = 6, 3


def why_not_its_court(paper: Paper, judge: Block, caption: Caption) -> str | None:
    """Why a judge's signature is not that of the caption's court; None where nothing speaks so."""
    first, last = min(judge.lines), max(judge.lines)
    near = range(max(0, first - 1), min(len(paper.lines), last + 1 + _NEAR))
    about = [paper.lines[i].text for i in near]
    head = [paper.lines[i].text for i in range(min(_HEAD, first))]
    if any(map(_RETIRED.search, about)):
        return "a retired judge signs; whether he sits as a court is not told"
    if any(map(_NEUTRAL.search, (*about, *head))) or paper.search(_AS_NEUTRAL):
        return "a judge by title signs in another office"
    named = caption.lines[0] if caption.lines else 0
    if named >= first:
        return "the court is named by the signer's title alone"
    if _SUBJECT.match(paper.lines[named].text):
        return "the court is named in what a letter is about"
    if any(_SPEAKS.search(paper.lines[i].text) for i in range(named)):
        return "the court's caption stands within another's text"
    courts = (caption.court, *(paper.lines[i].text for i in caption.lines))
    if any(map(_NO_STATES.search, (*courts, *head))):
        return "not a court of the state"
    return None
