"""The two sides of a paper: who writes it and who is addressed, by the names that it gives them.

A letter speaks of itself as "the Commission" or "the Union" and of its addressee by name as
often as by "we" and "you" (READING 8 and 12).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from email.utils import getaddresses

from tecum.instruments.region import Region
from tecum.reading.paper.letter import Letter
from tecum.reading.paper.paper import Paper
from tecum.reading.speech.lexicon import bodies, no_names, no_sides
from tecum.reading.text.matching import plain

__all__ = ["Sides", "sides_of"]

_WORD = re.compile(r"[a-z][a-z&'-]{2,}")
_TO = re.compile(
    r"(?:to|attn|attention|para|addressee|respondent|licensee|employer|discharger|provider)\s{0,3}:"
    r"\s{0,9}(?P<name>[^\n:]{3,80})"
)
_CALLS_ITSELF = re.compile(
    r"(?P<name>[A-Z][^.;:()\n]{2,120}?)\s\((?:(?:the|hereinafter|together|collectively),?\s){0,2}"
    r"[\u201c\"'](?P<short>[A-Z][\w.&' -]{1,30})[\u201d\"']\),?(?:\s\d{1,2})?\s"
    r"(?:(?:hereby|respectfully|now|also)\s)?"
    r"(?:requests?|seeks?|makes?|submits?|demands?|asks?|writes?|commands?|directs?|orders?"
    r"|(?:is|are)\s(?:\w{3,12}ly\s)?(?:investigating|conducting|writing|requesting|seeking"
    r"|reviewing|examining|asking))\b"
)
"""A name with the short one that the paper gives it, where that body asks or inquires."""
_HOST = re.compile(r"@([\w.-]{3,100})")
_FREE = re.compile(
    r"(?:gmail|yahoo|hotmail|outlook|aol|icloud|proton(?:mail)?|comcast|msn|live|mail|email)\."
)
_NAME = re.compile(
    r"(?=(?:[A-Z][\w.'&,-]{0,160}+\s{0,3}+|(?:of|for|the|and|&)\s{1,3}+){1,7}+$)"
    r"(?:[A-Z][\w.'&-]{0,20},?\s{0,3}|(?:of|for|the|and|&)\s{1,3}){1,7}"
)
"""Names alone; the look ahead spares a row of capitals that is none the many ways to cut it."""
_WATCHES = re.compile(
    r"\b(?:committee|subcommittee|commission|auditors?|inspector general|ombuds\w{0,7}|comptroller"
    r"|board of (?:supervisors|commissioners|trustees|aldermen)|council|legislat\w{2,5}|oversight"
    r"|monitor|union|local \d|trustees?|board member|public defender|defenders?|advocate)\b",
    re.IGNORECASE,
)
"""Who watches over a house from within it asks as an outsider does."""
_OUTSIDE = re.compile(
    r"\b(?:members?|grantees?|licensees|employers?|providers?|vendors?|contractors?|tenants?"
    r"|agenc(?:y|ies)|sheriffs|counties|cities|municipalities|localities|districts"
    r"|(?:county|court|city|town) clerks|registrars|superintendents|customers?|subscribers?"
    r"|parents?|policyholders|applicants|participating \w{3,14})\b",
    re.IGNORECASE,
)
"""Addressees who work in other houses, though a list of the sender's host reaches them."""
_MACHINE = re.compile(r"\b(?:no-?reply|do-?not-?reply|noreply|website|webmaster|forms?|portal)\b")
"""A sender that is a form or a portal: it hands on what somebody from outside entered."""
_LAST_LINES = 4


@dataclass(frozen=True, slots=True)
class Sides:
    """Words that name the writer, words that name the addressee, and how they stand."""

    writer: frozenset[str] = frozenset()
    addressee: frozenset[str] = frozenset()
    are_colleagues: bool = False
    writer_bodies: frozenset[str] = frozenset()
    addressee_bodies: frozenset[str] = frozenset()

    def of_word(self, low: str, printed: str) -> str | None:
        """The side that a word names: "we", "you" or neither."""
        if not printed[:1].isupper():
            return None
        word = low.removesuffix("'s")
        if word in self.writer:
            return "we"
        return "you" if word in self.addressee else None

    def of_body(self, low: str) -> str | None:
        """The side that "the county" or "the school" is, where only one side is such a body."""
        if low in self.writer_bodies:
            return "we"
        return "you" if low in self.addressee_bodies else None


def sides_of(paper: Paper, letter: Letter) -> Sides:
    """Who writes a paper and who is addressed, from its head, its foot and a mail's headers."""
    head = [paper.lines[i].text for i in letter.letterhead]
    to = [paper.lines[i].text for i in letter.address]
    first = "\n".join(line.text for line in paper.lines[:24])
    to += [match["name"] for match in _TO.finditer(plain(first))]
    foot = paper.lines[-_LAST_LINES:] if len(paper.lines) > _LAST_LINES else ()
    last = [line.text for line in foot if _NAME.fullmatch(line.text.strip())]
    head += [f"{m['name']} {m['short']}" for m in paper.find(_CALLS_ITSELF)]
    if paper.is_mail:
        head += [name for name, _ in getaddresses([paper.header("from")])]
        head += [" ".join(host.split(".")[:-1]) for host in _HOST.findall(paper.header("from"))]
        to += [name for name, _ in getaddresses([paper.header("to")])]
    elif not head:
        head = [
            line.text
            for i, line in enumerate(paper.lines[:3])
            if Region.TITLE in paper.regions[i] and line.text.isupper()
        ]
    writer, addressee = _words(head), _words(to)
    both = writer & addressee
    signers = _words(last) - addressee - both
    own, theirs = _bodies(head), _bodies(to)
    return Sides(
        (writer - both) | signers,
        addressee - both - signers,
        _are_colleagues(paper),
        own - theirs,
        theirs - own,
    )


def _bodies(lines: Iterable[str]) -> frozenset[str]:
    found = {word for line in lines for word in _WORD.findall(plain(line))}
    return frozenset(word.removesuffix("'s") for word in found) & bodies()


def _words(lines: Iterable[str]) -> frozenset[str]:
    found = {word for line in lines for word in _WORD.findall(plain(line))}
    return frozenset(word.removesuffix("'s") for word in found) - no_names() - no_sides()


def _are_colleagues(paper: Paper) -> bool:
    """Whether a mail goes from one to another of the same host, which is no public mail host."""
    if not paper.is_mail:
        return False
    sent = {host.lower() for host in _HOST.findall(paper.header("from"))}
    got = {host.lower() for host in _HOST.findall(paper.header("to"))}
    if _WATCHES.search(paper.header("from")) or _OUTSIDE.search(paper.header("to")):
        return False
    if _MACHINE.search(paper.header("from").lower()):
        return False
    return bool(sent) and sent == got and not any(_FREE.match(host) for host in sent)
