"""The lists of a paper: what they name, what leads them, and whether anybody hands it over.

Whoever wants records names them, whatever verb he uses or none: he lists them, counts them in a
table, or sets them down in sentences without a verb. Whoever gives records names them too, but
says so where he begins the list. This looks at that build alone and knows no phrase of asking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from tecum.instruments.sought import find_first
from tecum.reading.paper.paper import Paper
from tecum.reading.speech.lexicon import load_lexicon
from tecum.reading.text.matching import Unit, fold, plain, units

__all__ = ["Build", "Listed", "count_things", "lists_of"]

_FEWEST = 2
_SHARE = 0.5
_LONGEST = 400
_FRAGMENT = 260
_SHORT = 9
_LEAD = 260
_LONG_SENTENCE = 1200
_MOST = 400
"""Units of a long paper that are looked at."""
_MARKER = re.compile(
    r"\s{0,20}(?:[(\[]?(?:\d{1,3}|[a-z]|[ivx]{2,5})[)\].]{1,2}|[-*\u2022\u25cf\u25aa\u25e6\u00b7\u25a0\u25a1\u2610])"
    r"\s{1,9}"
)
_INLINE = re.compile(r"(?<=[\s(])\(?(?P<mark>[a-h]|[1-9])\)\s{1,3}(?=[a-z0-9])")
_WORD = re.compile(r"[a-z][a-z0-9'-]*")
_MORE_THINGS = frozenset(
    """chronology timeline number numbers count counts summary summaries tally listing listings
    printout screenshot screenshots log-in log-ins login logins voicemail voicemails text tracker
    trackers packets portfolio warranty warranties survey surveys rating ratings rubric sign-up
    sign-in memoranda addendum amendments order orders ledgers balance reconcilement timesheet
    timesheets logs worksheet worksheets receipts chain-of-custody write-up write-ups progress
    documentation evidence proof percentage percent breakdown bitacora comprobante relacion
    nombramiento plano planos""".split()  # noqa: SIM905
)
_TURNS = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|whether|if|because|since|how|what|why|as|you|he|she"
    r"|they|it|we|i|while|que|quien|cuando|donde)\b"
)
"""Where a name of things turns into a sentence about them."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|shall|must|should|may(?! \d)|can|cannot|could"
    r"|would|did|does|do|isn't|wasn't|don't|doesn't|didn't|won't|can't|'ll|es|son|fue|fueron|esta|estan|ha|han"
    r"|debe|deben|puede|pueden)\b"
)
_THIRD_PERSON = re.compile(
    r"\b([a-z]{3,14}s) (?:(?:an?|the|no|his|her|its|their|each|every|to|any|production)\b|\")"
)
_AT_FIRST = re.compile(r"(?:in|on|by|at|as|for|to|with|from|regarding|concerning|since|after)\b")
"""Words that begin a sentence's frame rather than a name."""
_ASKS_WHICH = re.compile(
    r"(?:who|whom|whose|what|which|when|where|why|how|whether|if|quien|que|cuando|cual|como)\b"
)
_BIDS = re.compile(
    r"(?:please |also |and ){0,2}(?:provide|produce|list|state|identify|describe|explain|send|give"
    r"|attach|include|name|tell|submit|furnish|copy|show|bring|confirm|specify|supply|indicate"
    r"|return|complete|preserve|keep|certify|disclose|take|remove|disable|say|hold|appear|make"
    r"|allow|permit|let|save|stop|pull|notify|answer|bring)\b"
)
_SETTLED = re.compile(
    r"\b(?:enclosed|attached|produced|provided|released|withheld|redacted|denied|granted|none"
    r"|n/a|exempt|no responsive|not (?:held|kept|found)|destroyed|approved|adopted|carried|tabled"
    r"|accepted|missing|removed|replaced|repaired|adjunt[oa]s?)\b"
)
_GIVEN = re.compile(
    r"\b(?:enclosed|attached|herewith|here (?:is|are)|encloses?|contains?|holds|accompan\w{3,5}"
    r"|(?:we|i) (?:have |are |am |now |also |hereby ){0,2}(?:produc|provid|send|sent|releas|enclos"
    r"|attach|search|locat|review|return|deliver|includ)\w{0,5}|(?:we|i) (?:have (?:found|received)"
    r"|found|received|took|hold|keep|can (?:give|offer))"
    r"|(?:handed|given|delivered|turned over) (?:to|with)\b|with this (?:letter|note|memo)"
    r"|(?:has|have) (?:this day |today |now )?(?:made available|provided|tendered|disclosed"
    r"|furnished)"
    r"|(?:was|were|been|being) (?:produced|released|withheld|redacted|delivered|returned|received"
    r"|taken|seized|sent|included|removed|made|found)|exhibits?|inventory|agenda|present|contents"
    r"|on the (?:table|programme?|menu|calendar)|topics|speakers"
    r"|in this (?:issue|report|guide)|adjunt\w{1,5}|anex\w{1,5}|se (?:entregan|remiten|envian))\b"
)
_HANDED = re.compile(
    r"\W{0,4}(?:handed|delivered|given|turned over|sent|provided|returned|submitted|produced)"
    r" (?:(?:over )?(?:to|with) (?:you|your|the|officer|agent)\b[^.;:]{0,30} )?"
    r"(?:with this|herewith)\b"
)
"""How a list begins of what goes with the letter, whatever paper asked for it."""
_ASKS_BACK = re.compile(
    r"\b(?:before (?:we|i) (?:can|could|may)|(?:so|in order) (?:that )?(?:we|i) (?:can|may|could)"
    r"|to help us|in order to|unable to) (?:\w{3,10} )?(?:look|search|start|begin|process"
    r"|copy|release|send|find|locate|go on|help|identify)\b"
)
"""What one asks of a requester so that one can look for what he wants."""
_RECITED = re.compile(
    r"\b(?:the|your|that|its|his|her|their) (?:\w{3,16} )?(?:subpoena|summons|request|letter|demand"
    r"|warrant) (?:asks?|asked|calls?|called|seeks?|sought|wants?|wanted|demands?|demanded|names?"
    r"|named|lists?|listed)\b"
    r"|\b(?:you|your (?:office|firm|client)) (?:have |had |first |also |originally )?"
    r"(?:asked (?:us |me )?(?:for|to)|requested|sought|wanted|inquired|applied for)\b"
    r"|\busted(?:es)? (?:ha |han )?(?:solicit|pidi|requir)\w{1,6}\b"
)
"""What another paper asks for, or the addressee asked for, is told, not asked."""
_WANTED = re.compile(
    r"\b(?:please|need\w{0,3}|request\w{0,3}|ask\w{0,3}|want\w{0,2}|requir\w{1,3}|seeks?|sought|due"
    r"|lacks?|without|must|shall|kindly|would|could|forward|furnish|bring|owed?|open|outstanding|missing|by"
    r"|within|until|debera\w?|solicit\w{1,5}|sirvase)\b"
)
_ROW = re.compile(r"\s{0,9}(?P<mark>[a-z]?-?\d{1,2})(?:\s{1,9}(?=[a-z])|\s{0,3}$)")


@cache
def _things() -> frozenset[str]:
    """Nouns of what is recorded."""
    lexicon = load_lexicon()
    thing = frozenset(lexicon.letters["thing"] + lexicon.letters["thing_es"])
    named = {word for word, entry in lexicon.words.items() if entry.plain in thing}
    return frozenset(named | _MORE_THINGS) - {"following", "items", "item", "things", "material"}


@cache
def _verbs() -> frozenset[str]:
    """Words that are verbs wherever they stand."""
    rows = load_lexicon().words.items()
    return frozenset(word for word, entry in rows if entry.verb and not entry.plain)


def count_things(text: str) -> int:
    """How many nouns of records a stretch names."""
    things = _things()
    words = (w.rpartition("-")[2] if w not in things else w for w in _WORD.findall(text))
    return sum(w in things or w.removesuffix("s") in things for w in words)


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: the sentence that leads it, its entries, and how many of them name records."""

    lead: tuple[int, int]
    entries: tuple[tuple[int, int], ...]
    wanted: int
    is_given: bool

    @property
    def is_asked(self) -> bool:
        """Whether most entries are records or questions, and nobody says that they come along."""
        return not self.is_given and self.wanted >= _FEWEST and self.share >= _SHARE

    @property
    def share(self) -> float:
        """The part of the entries that name records."""
        return self.wanted / len(self.entries)


def _is_wanted(entry: str) -> bool:
    """Whether an entry is a name of records, a question or a bidding, and no statement."""
    text = _MARKER.sub("", entry, count=1).strip()
    if find_first(_SETTLED, text):
        return False
    if text.endswith("?") or _ASKS_WHICH.match(text) or _BIDS.match(text):
        return True
    verb = _THIRD_PERSON.match(text)
    if verb is not None and verb[1] not in _things():
        return False  # "requires a copy …": what a bill or a ruling does
    name = text[: turn.start()] if (turn := _TURNS.search(text)) else text
    return _FINITE.search(name) is None and count_things(name) > 0


def lists_of(text: str, cut: Sequence[Unit]) -> Iterator[Listed]:
    """The lists of a text, each with the sentence before it.

    Args:
        text: The running text, plain.
        cut: Its sentences and entries.
    """
    at = 0
    while at < len(cut):
        if not cut[at].is_item:
            yield from _inline(text, cut[at])
            at += 1
            continue
        first, broken = at, 0
        entries: list[Unit] = []
        while at < len(cut) and (cut[at].is_item or (at + 1 < len(cut) and cut[at + 1].is_item)):
            if cut[at].is_item:
                entries.append(cut[at])
            else:
                broken += 1
            at += 1
        if len(entries) < _FEWEST or 2 * broken >= len(entries):
            continue  # numbered paragraphs, each of several sentences
        lead = cut[first - 1] if first else cut[first]
        yield _listed(text, (lead.start, lead.end), tuple((u.start, u.end) for u in entries))


def _inline(text: str, unit: Unit) -> Iterator[Listed]:
    """A list that runs on within its sentence: "a) … b) … c) …"."""
    marks = list(_INLINE.finditer(text, unit.start, min(unit.end, unit.start + _LONG_SENTENCE)))
    if len(marks) < _FEWEST or marks[0]["mark"] not in "a1" or marks[1]["mark"] not in "b2":
        return
    ends = [m.start() for m in marks[1:]] + [unit.end]
    entries = tuple((m.end(), end) for m, end in zip(marks, ends, strict=True))
    yield _listed(text, (unit.start, marks[0].start()), entries)


def _listed(text: str, lead: tuple[int, int], entries: tuple[tuple[int, int], ...]) -> Listed:
    words = text[lead[0] : lead[1]]
    given = find_first(_GIVEN, words) is not None and _WANTED.search(words) is None
    given = given or _HANDED.match(words) is not None
    given = given or find_first(_RECITED, words) is not None
    given = given or find_first(_ASKS_BACK, words) is not None
    wanted = sum(_is_wanted(text[a : min(b, a + _LONGEST)]) for a, b in entries)
    return Listed(lead, entries, wanted, given)


def _fragments(text: str, cut: Sequence[Unit]) -> Iterator[Unit]:
    """Sentences without a verb that name records: a list that was written as a sentence."""
    for unit in cut[2:]:
        if unit.is_item or unit.end - unit.start > _FRAGMENT:
            continue
        words = text[unit.start : unit.end]
        if words[-1] not in ".?!" or words.count(" ") < 1 or find_first(_SETTLED, words):
            continue
        if find_first(_GIVEN, words) or re.match(r"(?:re|subject|cc|from|to|date)\s?[:.]", words):
            continue
        if _FINITE.search(words) or _BIDS.search(words) or _AT_FIRST.match(words):
            continue
        told = (verb[1] not in _things() for verb in _THIRD_PERSON.finditer(words))
        if any(told) or any(word in _verbs() for word in _WORD.findall(words)):
            continue
        if count_things(words) > 1 or (count_things(words) and len(words.split()) < _SHORT):
            yield unit


def _numbered_rows(paper: Paper, text: str) -> Iterator[Listed]:
    """The rows of a table that are counted 1, 2, 3 without a sign behind the number."""
    entries: list[tuple[int, int]] = []
    first, last = -1, 0
    for i, line in enumerate(paper.lines):
        start = paper.start_of(i)
        match = _ROW.match(text, start, start + len(line.text))
        if match is None:
            continue
        number = int(re.sub(r"\D", "", match["mark"]))
        if number != last + 1 and not (number == 1 and match["mark"][0].isalpha()):
            continue
        alone = match.end() == start + len(line.text) and i + 1 < len(paper.lines)
        at = i + 1 if alone else i
        begins = paper.start_of(at) if alone else match.end()
        entries.append((begins, paper.start_of(at) + len(paper.lines[at].text)))
        first, last = i if first < 0 else first, number
    if len(entries) > _FEWEST:
        start = max(0, paper.start_of(first) - _LEAD)
        yield _listed(text, (start, paper.start_of(first)), tuple(entries))


@dataclass(frozen=True)
class Build:
    """A paper's own sentences and lists.

    Attributes:
        paper: The document.
        quotes: What it quotes of others, which is left out.
    """

    paper: Paper
    quotes: Sequence[tuple[int, int]]

    @cached_property
    def text(self) -> str:
        """The running text, plain."""
        return plain(self.paper.words)

    @cached_property
    def sentences(self) -> tuple[Unit, ...]:
        """The paper's own sentences and entries."""
        cut = units(fold(self.paper.words))[:_MOST]
        return tuple(u for u in cut if not any(a <= u.start < b for a, b in self.quotes))

    @cached_property
    def lists(self) -> tuple[Listed, ...]:
        """The paper's lists, those of its tables last."""
        return (*lists_of(self.text, self.sentences), *_numbered_rows(self.paper, self.text))

    @cached_property
    def bare_names(self) -> tuple[tuple[int, int], ...]:
        """The sentences without a verb that name records."""
        return tuple((u.start, u.end) for u in _fragments(self.text, self.sentences))

    @property
    def asked_entries(self) -> tuple[tuple[int, int], ...]:
        """The entries of lists that ask: what they name, nobody does or says."""
        return tuple(part for row in self.lists if row.is_asked for part in row.entries)
