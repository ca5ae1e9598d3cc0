"""Verbs of speech: which they are, where they are none, and where what is said begins.

``VERB`` finds them; a match of it is what the other functions take.
"""

from __future__ import annotations

import re

from tecum.docket.acts.chronology import Stance
from tecum.docket.proposals.body import Sentence
from tecum.reading.dates.calendar_words import MONTH, WEEKDAY

__all__ = ["VERB", "behind", "is_speech", "stance_of"]

_STATES = (
    r"says?|said|wrote|writes|told|added|adds|explained|explains|noted|notes|testified"
    r"|stated|states|insisted|insists|argued|argues|contended|contends|maintained|maintains"
    r"|claimed|claims|asserted|asserts|alleged|alleges|conceded|confirmed|confirms|acknowledged"
    r"|show|shows|reported|responded|responds|replied"
)
_DENIES = r"denied|denies|disputed|disputes"
_PREDICTS = r"predicted|predicts|expects|expected|fears?|feared|hopes?|hoped"
_THINKS = r"believes?|believed|thinks?|called|calls|criticized|criticised|questioned|questions"
VERB = re.compile(
    rf"\b(?:(?P<states>{_STATES})|(?P<denies>{_DENIES})|(?P<predicts>{_PREDICTS})"
    rf"|(?P<thinks>{_THINKS}))\b",
)
_ONLY_THAT = frozenset(
    "acknowledged conceded show shows reported responded responds replied questioned questions"  # noqa: SIM905 - a list of words reads best so
    " called calls stated states notes noted claims".split()
)
"""Verbs that are speech only where a clause follows them."""
_NOT_SPEECH = re.compile(
    r"(?:\b(?:was|were|been|be|being|is|are|to|not|never|n't|the|a|an|its|their|his|her|such|these"
    r"|those|no|any|of|have|has|had to|would|could|will|should|may|might|declined to)\s{1,3})$",
    re.IGNORECASE,
)
_DAY = (
    rf"(?:(?:on |late |early )?(?:{WEEKDAY}|{MONTH}\.? [0-9]{{1,2}})(?:,? [0-9]{{4}})?"
    r"(?: (?:morning|afternoon|evening|night))?|today|yesterday|last (?:week|month|year)"
    r"|in [12][0-9]{3})"
)
_ADJUNCT = re.compile(
    rf"\s{{0,3}},?\s{{0,3}}(?:{_DAY}|(?:in|on|at|by|during|under|to|from|through|via)\s"
    r"(?:(?:an?|the|its|his|her|their|our)\s)?(?:[\w'’-]+\s){0,3}?(?:statement|interview|e-?mail"
    r"|letter|filing|message|release|hearing|meeting|briefing|conference|call|telephone|phone"
    r"|text|post|memo|court|brief|motion|reporters|anonymity|parents|lawmakers|oath|speech"
    r"|writing|testimony|station|paper|complaint|lawsuit)"
    r"(?:\s(?:to|with|from|of)\s(?:the\s)?[\w]+)?)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\s{1,3}(?:[A-Z][\w.'’]+|us|me|them|him|her|it|reporters|(?:the|a|an|our|his|its|their)\s"
    r"(?:[\w'’-]+\s){0,2}?[\w'’-]+)(?=\s(?:that|in|on|by|at|it|the|he|she|they|no)\b"
    r"|[,:\s]*[\"“‘']|,)"
)
_TO_SOMEBODY = re.compile(r"\s(?:\w+\s)?to\s")
_CLAUSE = re.compile(r"\s*(?:that\b|[\"“])")


def stance_of(verb: re.Match[str]) -> Stance:
    """How its speaker stands to what is said."""
    if verb["denies"]:
        return Stance.DENIES
    return Stance.PREDICTS if verb["predicts"] else Stance.STATES


def is_speech(text: str, sentence: Sentence, verb: re.Match[str], after: int) -> bool:
    """Whether a verb is one of speech here: "claims" and "reported" need what is said."""
    if _NOT_SPEECH.search(text[max(sentence.start, verb.start() - 14) : verb.start()]):
        return False
    if verb[0] in ("wrote", "writes") and _TO_SOMEBODY.match(text, verb.end()):
        return False
    if verb[0] not in _ONLY_THAT or _CLAUSE.match(text, after):
        return True
    follows = text[after : sentence.end].strip(" .")
    if not follows:
        return "," in text[sentence.start : verb.start()]
    return bool(verb["thinks"])


def behind(text: str, verb: re.Match[str], end: int) -> int:
    """Where what is said begins behind a verb: past the one told, the day and the occasion."""
    at = verb.end()
    if verb[0] == "told":
        told = _TOLD.match(text, at, end)
        at = told.end() if told else at
    while True:
        adjunct = _ADJUNCT.match(text, at, end)
        if adjunct is None or adjunct.end() == at:
            return at
        at = adjunct.end()
