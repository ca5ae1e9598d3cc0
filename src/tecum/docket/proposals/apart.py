"""What a document says that is no event: predictions, opinions, statistics; and positions."""

from __future__ import annotations

import re

from tecum.docket.proposals.model import Apart
from tecum.reading.text.matching import plain

__all__ = ["apart_of", "is_conditional_threat", "is_position", "says_nothing"]

_AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|won't|likely to|expects? to|expected to|predict\w*|plans? to"
    r"|going to|intends? to|next (?:week|month|year))\b"
)
_OPINION = re.compile(
    r"\b(?:wrong|right thing|should|ought|shame\w*|outrag\w*|disappoint\w*|political(?:ly)?"
    r"|unfair|fair"
    r"|dangerous|(?:less|more|no one|anyone) safer?|afraid|fear|proud|hope|believe|think|bully\w*"
    r"|overreach\w*|reckless|best|worst|good|bad|unnecessary|absurd|cruel|common sense|sad|happy"
    r"|pleased|concerned|unclear|expect more)\b"
)
_STATISTIC = re.compile(
    r"(?:\b[0-9]+(?:\.[0-9]+)?\s?(?:%|percent|per cent|percentage points)"
    r"|\b(?:rose|fell|dropped|climbed|declined|increased|decreased|grew|is (?:up|down)"
    r"|are (?:up|down))"
    r"\b[^.]{0,40}\b[0-9]|\b[0-9,.]+ (?:a|per) (?:day|week|month|year|100,000)\b)"
)
_MATTER = re.compile(
    r"\b(?:subpoena|summons|warrant|detainer|letter|request|demand|order|injunction|petition|suit"
    r"|lawsuit|court|judge|judicial|law|laws|statute|ordinance|policy|policies|rule|section|u\.s\.c"
    r"|record|records|information|document|documents|file|files|grant|grants|award|fund|funds|money"
    r"|condition|conditions|deadline|compl(?:y|ies|ied|iance)|agency|jail|custody|notice|signed"
    r"|access|respond|litigation|left out|recipient|power|authority|means|answer|response"
    r"|destroyed|sought|received|inquiry)s?\b"
)
_MUTE = re.compile(
    r"\b(?:would|did|could) not (?:immediately )?(?:confirm|comment|say|respond|reply)"
    r"|\bdeclined to (?:comment|say|discuss|answer)"
)
_THREAT = re.compile(
    r"\b(?:will|would|could|may|might)\s(?:also\s|then\s)?(?:be subject to\b[^.]{0,60}\bsubpoena"
    r"|subpoena|seek the return|demand the return|withhold|cut off|sue|ask (?:a|the) (?:federal )?"
    r"(?:judge|court)|petition|impose|require (?:further|additional|new)"
    r"|find\b[^.]{0,60}\bineligible"
    r"|suspend|terminate|seek (?:an order|enforcement|contempt)|refer)\b"
)
_IF = re.compile(r"\b(?:if|unless|failure to|fail(?:s|ed)? to|does not|do not|should you)\b")


def apart_of(words: str, *, predicts: bool = False) -> Apart | None:
    """Why a statement is no event, None where it may be a position or an event."""
    low = plain(words)
    if predicts or _AHEAD.search(low):
        return Apart.PREDICTION
    if _STATISTIC.search(low):
        return Apart.STATISTIC
    if _OPINION.search(low):
        return Apart.OPINION
    return None


def says_nothing(words: str) -> bool:
    """Whether somebody only declines to say anything."""
    return _MUTE.search(plain(words)) is not None


def is_position(words: str) -> bool:
    """Whether a statement is about the field's matters, so that it may be a position."""
    return _MATTER.search(plain(words)) is not None


def is_conditional_threat(words: str, around: str) -> bool:
    """Whether a measure is held out in case of something: "if you do not respond, we will …"."""
    return bool(_THREAT.search(plain(words)) and _IF.search(plain(around)))
