"""The phrase that names a speaker: where it begins and ends, and what stands beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tecum.docket.proposals.body import Sentence
from tecum.docket.proposals.speakers import Speakers

__all__ = ["Who", "who_speaks"]

_BOUNDARY = re.compile(
    r"[,;:—]\s{1,4}|[\"“”»]\s{0,4}|\s-\s|\s(?:and|but|that|while|because|when|after|as|although"
    r"|though|if|whether|where|before|since|which)\s{1,4}"
)
_INVERTED = re.compile(
    r"\s{1,3}(?P<who>(?:(?:an?|the|one|two|three|its|their)\s|[A-Z])[^,.;:\"“”]{2,90}?)"
    r"(?=\s*[,.;:\"“”]|\s(?:in|on|at|by|during|when|who|while)\s|$)"
)
_BARE_NAME = re.compile(r"(?:[A-Z][\w.'’-]+\s?){1,4}")
_APPOSITION = re.compile(r"^\s*(?:who|which|whose|an?\s|the\s|speaking|citing|[A-Z])")
_ADVERB = re.compile(r"\s+(?:also|later|then|again|have|has|had|previously|repeatedly|still|now)$")
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Who:
    """The phrase that names the speaker, and the apposition beside it."""

    start: int
    end: int
    inverted: bool = False
    also: tuple[int, int] | None = None


def who_speaks(
    text: str, sentence: Sentence, verb: re.Match[str], speakers: Speakers
) -> Who | None:
    """The phrase that names the speaker: before the verb, or behind it ("said the mayor")."""
    left = text[sentence.start : verb.start()].rstrip()
    behind = _INVERTED.match(text, verb.end(), sentence.end)
    says = re.search(r"[\"”’']$", left) or (left.endswith(",") and _is_clause(left))
    if behind is not None and says and _may_speak(behind["who"]):
        return Who(*behind.span("who"), inverted=True)
    end = sentence.start + len(_ADVERB.sub("", left))
    if left.endswith(","):
        return _with_apposition(text, sentence.start, end - 1, speakers)
    found = _last_phrase(text, sentence.start, end, speakers)
    if found is None or not _may_speak(text[found[0] : found[1]]):
        return None
    return Who(*found)


def _is_clause(left: str) -> bool:
    """Whether words before a comma are what is said, and no name with an apposition."""
    if re.search(r",\s(?:who|which|an?|the)\s[^,]{3,160},$", left) is not None:
        return False
    return (
        re.search(r"\b(?:is|are|was|were|has|have|had|will|did|[a-z]{2,}ed|sent|got)\b", left)
        is not None
    )


def _with_apposition(text: str, start: int, end: int, speakers: Speakers) -> Who | None:
    """A speaker with an apposition; of a bare name the apposition says who it is."""
    at = end
    for _ in range(3):
        comma = text.rfind(",", start, at)
        if comma < 0:
            return None
        if _APPOSITION.match(text[comma + 1 : end]):
            head = _last_phrase(text, start, comma, speakers)
            if head is None or not _may_speak(text[head[0] : head[1]]):
                return None
            beside = (comma + 1 + len(text[comma + 1 :]) - len(text[comma + 1 :].lstrip()), end)
            role = re.match(r"(?:an?|the)\s", text[beside[0] : beside[1]])
            if role is not None and _BARE_NAME.fullmatch(text, *head):
                cut = re.search(r",|\s(?:who|which)\s", text[beside[0] : end])
                stop = beside[0] + cut.start() if cut else end
                return Who(beside[0], stop, also=head)
            return Who(*head, also=beside)
        at = comma
    return None


def _last_phrase(text: str, start: int, end: int, speakers: Speakers) -> tuple[int, int] | None:
    low = start
    for cut in _BOUNDARY.finditer(text, start, end):
        inside = any(
            row.start < cut.end() and cut.start() < row.end
            for row in speakers.names.within(start, end)
        )
        if not inside and cut.end() < end:
            low = cut.end()
    while low < end and text[low] in " \n\"“”'‘":
        low += 1
    joined = re.match(r"(?:and|but|while|then)\s", text[low:end])
    low += joined.end() if joined else 0
    words = text[low:end].split()
    return (low, end) if 0 < len(words) <= _LONGEST else None


def _may_speak(phrase: str) -> bool:
    first = phrase.split(maxsplit=1)[0].lower() if phrase.split() else ""
    if first in ("in", "on", "at", "by", "of", "to", "from", "with", "under", "what", "there"):
        return False
    return bool(re.search(r"[A-Za-z]{2}|^I$", phrase)) and not re.search(
        r"\b(?:is|are|was|were|has|have|had|will|would|did|does)\b", phrase
    )
