"""Who is speaking: a listed party, a role in words, or nobody that may be named.

A person's name is never kept: a role stands in its place, or "one person".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from tecum.docket.proposals.model import Published
from tecum.docket.proposals.naming import GENERIC, Mention, Names

__all__ = ["ONE_PERSON", "Speaker", "Speakers"]

ONE_PERSON = "one person"
_PRONOUN = re.compile(r"^(?:he|she|they|it)$", re.IGNORECASE)
_OURS = re.compile(r"^(?:we|i)$|^our\b|^this office\b", re.IGNORECASE)
_UNNAMED = re.compile(
    r"\bcondition of anonymity\b|\bnot (?:to )?be(?:ing)? (?:named|identified)|\banonymously\b"
    r"|\b(?:did|would|could) not (?:give|state|provide) (?:his|her|their|a) names?\b|\bunnamed\b"
    r"|\bnot authori[sz]ed to (?:speak|discuss)|\bdeclined to be (?:named|identified)",
    re.IGNORECASE,
)
_SOURCES = re.compile(
    r"\b(?:officials?|sources?|insiders?)\b|\b(?:people|person|persons) (?:familiar|briefed|close"
    r"|with knowledge)",
    re.IGNORECASE,
)
_ON_RECORD = re.compile(r"\b(?:elected|press|spokes\w+)\b", re.IGNORECASE)
_ALONE = re.compile(
    r"\b(?:commissioner|supervisor|council ?(?:member|man|woman|person)|member|resident|neighbou?r"
    r"|advocate|activist|lawmaker|legislator|senator|representative|expert|scholar|professor"
    r"|analyst|critic|supporter|opponent|parent|protester|witness|judge|chair(?:man|woman)?"
    r"|president|friend|relative|employee|worker|driver|owner|pastor|lawyer for the|group)s?\b",
    re.IGNORECASE,
)
"""Somebody who speaks for himself, or for more than the body that is named beside him."""
_PAPER = re.compile(
    r"\b(?:letter|petition|complaint|filing|filings|lawsuit|suit|report|memo|memorandum|message"
    r"|statement|notice|papers|records|documents|document|subpoena|copy|brief|motion|audit)\b",
    re.IGNORECASE,
)
_ROLE_OF = (
    (re.compile(r"\b(?:mayor|city (?:attorney|manager|lawyer|clerk|counsel|solicitor))\b"), "city"),
    (re.compile(r"\bcounty (?:attorney|counsel|clerk|manager|executive|lawyer)\b"), "county"),
    (re.compile(r"\bpolice chief\b|\bchief of police\b"), "police"),
    (re.compile(r"\bsuperintendent\b"), "district"),
    (re.compile(r"\battorney general\b"), "attorney general"),
)
_TITLE = re.compile(
    r"\b(?:sheriff|mayor|chief|secretary|attorney general|governor|director|superintendent"
    r"|spokes(?:man|woman|person)|commissioner|counsel|attorney|manager|officer|official|president"
    r"|chair(?:man|woman)?|lawyer|clerk|prosecutor|judge|member|administrator)s?\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][\w.'’&-]*")
_BODY_WORD = frozenset(
    "county city town village state department office board council association university court"  # noqa: SIM905 - a list of words reads best so
    " district union police authority commission agency bureau service school coalition"
    " center centre foundation institute library committee company league society federation"
    " states congress senate house administration conference network project group".split()
)
_BODIES = "|".join(sorted(_BODY_WORD, key=len, reverse=True))
_TO_BODY = re.compile(rf"(?:[A-Z][\w.&-]*\s(?:(?:and|of|&)\s)?){{1,5}}(?i:{_BODIES})\b")
_BODY_OF = re.compile(
    r"\b(?i:city|county|town|village|state|university|department|bureau|district|league"
    r"|association|union|society|federation)\sof\s(?P<named>(?:[A-Z][\w.-]*\s?){1,3})"
)
_JOINED = re.compile(r"\w\s(?:and|but|or)$", re.IGNORECASE)
"""A clause that goes on with the verb of speech: whose words follow stands further in front."""
_SMALL = re.compile(
    r"^(?:a|an|the|one|two|three|four|some|several|its|their|his|her|your|our|that)\b"
)
_TITLES_OFFICE = re.compile(r"\b(?:director|attorney general|sheriff|mayor|secretary|chief"
                            r"|city attorney|county attorney|spokes\w+|counsel|commissioner)\b",
                            re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whoever speaks.

    Attributes:
        by: The id of a listed party, or words that name no person.
        role: In words, where somebody speaks for a party.
        is_unnamed: An official or source whose name is kept back.
        is_own: The document's own voice.
        signals: How it was settled: a name, "the city", a pronoun.
    """

    by: str
    is_listed: bool
    words: str
    role: str | None = None
    is_unnamed: bool = False
    is_own: bool = False
    signals: tuple[str, ...] = ()


@dataclass
class Speakers:
    """Settles who is meant, walking through a document from its first word to its last."""

    names: Names
    published: Published
    own: Speaker
    by_role: dict[str, Speaker] = field(default_factory=dict)
    by_name: dict[str, Speaker] = field(default_factory=dict)
    last: Speaker | None = None
    last_paragraph: int = -1

    def settle(
        self,
        text: str,
        start: int,
        end: int,
        *,
        beside: str,
        paragraph: int,
        quoted: bool = False,
        also: tuple[int, int] | None = None,
    ) -> Speaker | None:
        """The speaker that a phrase names.

        Args:
            text: The document's text.
            start: Where the phrase begins.
            end: Where it ends.
            beside: The words that stand with it, for what they say of its name.
            paragraph: The number of its paragraph.
            quoted: Whether the phrase stands in a quotation, where "they" is somebody else.
            also: The apposition beside it, whose names are the speaker's too.
        """
        if quoted and _PRONOUN.match(" ".join(text[start:end].split())):
            return None
        phrase = " ".join(text[start:end].split())
        if _JOINED.search(phrase):
            return None
        speaker = self._settled(phrase, start, end, paragraph)
        if speaker is None:
            return None
        unnamed = _UNNAMED.search(beside) is not None
        if unnamed or (_SOURCES.search(phrase) and not _ON_RECORD.search(phrase)):
            unnamed = unnamed or not _names_in(phrase, self.names.within(start, end), start)
        if unnamed and not speaker.is_own:
            speaker = _with(speaker, is_unnamed=True)
        self._remember(phrase, speaker, start, end, paragraph)
        if also is not None:
            for name in _names_in(text[slice(*also)], self.names.within(*also), also[0]):
                self.by_name[name] = speaker
        return speaker

    def _settled(self, phrase: str, start: int, end: int, paragraph: int) -> Speaker | None:
        if _OURS.search(phrase):
            return self.own if self.own.is_own else None
        if phrase.lower() in ("and", "but", "or"):
            return self.last
        if _PRONOUN.match(phrase):
            near = self.last is not None and paragraph - self.last_paragraph <= 1
            return _with(self.last, signal="pronoun") if near and self.last else None
        mentions = [row for row in self.names.within(start, end) if not row.is_place]
        words = self._words(phrase, mentions, start)
        if _ALONE.search(phrase) or (_PAPER.search(phrase) and not _is_of(phrase, mentions, start)):
            known = self._remembered(phrase) if phrase.lower().startswith("the ") else None
            return known or self._in_words(words)
        if mentions:
            party = mentions[0].party
            role = words if _TITLE.search(phrase) or _SOURCES.search(phrase) else None
            return Speaker(party, True, words, role, signals=("named",))
        return self._by_word(phrase, words, start) or self._in_words(words)

    def _by_word(self, phrase: str, words: str, start: int) -> Speaker | None:
        low = phrase.lower()
        named = self._by_name(phrase)
        if named is not None and named.by != ONE_PERSON:
            return named
        remembered = self._remembered(phrase)
        if remembered is not None and low.startswith(("the ", "that ")):
            heads = [word for word in GENERIC if re.search(rf"\b{word}\b", low)]
            if not heads or re.search(r"\b(?:official|officer)s?$", low):
                return remembered
        for pattern, word in _ROLE_OF:
            if pattern.search(low):
                party = self._own_or(word, start)
                if party is not None:
                    return Speaker(party, True, words, words, signals=(f"the {word}",))
        for word in GENERIC:
            if re.search(rf"\b{word}(?:'s|’s)?\b", low):
                party = self._own_or(word, start)
                if party is not None:
                    role = words if _TITLE.search(phrase) or _SOURCES.search(phrase) else None
                    return Speaker(party, True, words, role, signals=(f"the {word}",))
                break
        if (
            self.own.is_own
            and not self._is_court
            and _TITLES_OFFICE.search(phrase)
            and not low.startswith("your")
        ):
            return _with(self.own, role=words, signal="own_official")
        return remembered if low.startswith(("the ", "that ")) else None

    @property
    def _is_court(self) -> bool:
        """A court's opinion tells what the parties say; no official in it is the court's own."""
        return re.search(r"\bcourt\b", self.own.words, re.IGNORECASE) is not None

    def _own_or(self, word: str, before: int) -> str | None:
        """The party that a word means; in a body's own document, that body first."""
        own = self.names.parties.get(self.own.by) if self.own.is_own else None
        if own is not None and any(GENERIC[word].search(name) for name in (own.name, *own.names)):
            return own.id
        return self.names.meant_by(word, before)

    def _remembered(self, phrase: str) -> Speaker | None:
        title = _TITLE.search(phrase)
        if title is not None:
            known = self.by_role.get(title[0].lower().rstrip("s"))
            if known is not None:
                return _with(known, signal="said_before")
        return self._by_name(phrase)

    def _by_name(self, phrase: str) -> Speaker | None:
        """Whoever came with a name that stands in the phrase."""
        for name in _WORD.findall(phrase):
            base = name.removesuffix("'s").removesuffix("’s")
            if base in self.by_name:
                return _with(self.by_name[base], signal="said_before")
        return None

    def _in_words(self, words: str) -> Speaker | None:
        return Speaker(words, False, words, signals=("words",)) if words else None

    def _words(self, phrase: str, mentions: list[Mention], start: int) -> str:
        """The phrase without any person's name; "one person" where nothing is left."""
        names = _names_in(phrase, mentions, start)
        kept = [word for word in phrase.split() if word.strip(",.'’s") not in names]
        words = " ".join(kept).strip(" ,")
        if names and not _TITLE.search(words) and not _BODY_WORD & set(words.lower().split()):
            return ONE_PERSON
        if names and re.match(r"(?:of|for|from|at|in)\s", words):
            return f"{ONE_PERSON} {words}"
        return words[:1].lower() + words[1:] if _SMALL.match(words.lower()) else words

    def _remember(
        self, phrase: str, speaker: Speaker, start: int, end: int, paragraph: int
    ) -> None:
        self.last, self.last_paragraph = speaker, paragraph
        title = _TITLE.search(phrase)
        if title is not None and "own_official" not in speaker.signals:
            self.by_role[title[0].lower().rstrip("s")] = speaker
        for name in _names_in(phrase, self.names.within(start, end), start):
            self.by_name[name] = speaker


def _is_of(phrase: str, mentions: list[Mention], start: int) -> bool:
    """Whether a paper is named as somebody's: "the city's filing"."""
    return any(
        re.match(r"['’]s\b", phrase[row.end - start :]) is not None for row in mentions[:1]
    ) and not re.search(r"\b(?:to|from|against)\b", phrase)


def _names_in(phrase: str, mentions: list[Mention], start: int) -> frozenset[str]:
    """Capitalised words that belong to no listed party, to no office and to no body's name.

    A word belongs to a body's name only where nothing but capitals leads from it to the word
    for the body ("Maple County"), or from that word to it ("University of Maple").
    """
    covered = [(row.start - start, row.end - start) for row in mentions]
    ofs = [match.span("named") for match in _BODY_OF.finditer(phrase)]
    ofs += [match.span() for match in _TO_BODY.finditer(phrase)]
    found = set()
    for word in _WORD.finditer(phrase):
        name = word[0]
        base = name.removesuffix("'s").removesuffix("’s").rstrip(".")
        if not name[0].isupper() or (word.start() == 0 and _SMALL.match(name.lower())):
            continue
        if any(low <= word.start() < high for low, high in (*covered, *ofs)):
            continue
        if _TITLE.fullmatch(base) or base.lower() in _BODY_WORD or _is_common(word.start(), base):
            continue
        if not re.search(r"\b(?:in|from|at|near)\s(?:[A-Z]\w+\s)?$", phrase[: word.start()]):
            found.add(base)
    return frozenset(found)


def _is_common(at: int, word: str) -> bool:
    """A word that is capitalised only because it begins the phrase."""
    return at == 0 and bool(
        re.match(
            r"(?i)(?:officials?|lawyers?|critics?|supporters?|records?|court|state|county|city|federal"
            r"|local|legal|residents?|advocates?|authorities|agents?|police|court|mayors?|federal"
            r"|his|her|neither|both|other|most|many|experts?|sources?)$",
            word,
        )
    )


def _with(speaker: Speaker, *, signal: str = "", **changes: Any) -> Speaker:
    """The same speaker, with one more signal of how it was settled."""
    signals = (*speaker.signals, signal) if signal else speaker.signals
    return replace(speaker, signals=signals, **changes)
