"""Attributed speech: which stretch of a document is said by whom, and who only passes it on.

A stretch inside another belongs to the inner speaker; what stands in a quotation inside a
quotation is never the outer speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from tecum.docket.acts.chronology import Stance
from tecum.docket.proposals.body import PublicReading, Sentence
from tecum.docket.proposals.days import days_in
from tecum.docket.proposals.phrases import who_speaks
from tecum.docket.proposals.quotations import Quotation
from tecum.docket.proposals.speakers import Speaker, Speakers
from tecum.docket.proposals.speech_verbs import VERB, behind, is_speech, stance_of
from tecum.docket.proposals.stretches import Stretches
from tecum.docket.vocabulary import DateKind
from tecum.docket.when import When

__all__ = ["Frame", "Said", "Speech", "speech_in"]

_ACCORDING = re.compile(
    r"\b(?:according to|in the words of)\s{1,4}"
    r"(?P<who>[^,.;:\"“”]{3,120}?)(?=\s*[,.;:\"“”]|\s(?:that|when|and|but)\s)",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r",\s{1,4}(?P<verb>writing|saying|adding|arguing|stating|insisting)\s(?=that\b|[\"“])"
)
_SUBJECT = re.compile(
    r"(?:(?:In|On|At|After)\s[^,]{2,60},\s)?(?P<who>(?:(?:The|A|An"
    r"|One)\s(?:[\w'’-]+\s){0,4}?[\w'’-]+"
    r"|(?:[A-Z][\w'’.-]+\s?){1,6}))\s(?=(?:[a-z]+ed|issued|wrote|sent|ruled|sided|struck)\b)"
)
_COURT = re.compile(r"\b(?:court|judge|panel|circuit)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^\s*(?:on|in|at|after|before|during|last|earlier|later|meanwhile|but|and|also|then|however"
    r"|under|by|for|still|yet|instead)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of text that somebody says.

    ``direct``: in quotation marks. ``speaker`` is None where somebody is quoted of whom the
    document does not say who it is; nothing is proposed from such words.
    """

    start: int
    end: int
    speaker: Speaker | None
    verb: str
    stance: Stance
    rule: str
    asserted: When | None = None
    direct: bool = False
    via: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that only say who says something, and when."""

    start: int
    end: int


@dataclass(frozen=True)
class Speech:
    """All that is said in a document, with the words that only say who says it."""

    said: tuple[Said, ...]
    frames: tuple[Frame, ...]

    @cached_property
    def _said(self) -> Stretches[Said]:
        return Stretches(self.said)

    @cached_property
    def _frames(self) -> Stretches[Frame]:
        return Stretches(self.frames)

    def said_near(self, start: int, end: int) -> list[Said]:
        """What is said in a stretch of the text."""
        return self._said.near(start, end)

    def frames_near(self, start: int, end: int) -> list[Frame]:
        """The words of a stretch that only say who says something."""
        return self._frames.near(start, end)

    def at(self, position: int) -> Said | None:
        """What is said at a position: the narrowest stretch, its outer speaker passing it on."""
        near = self.said_near(position, position)
        around = [row for row in near if row.start <= position < row.end]
        if not around:
            return None
        around.sort(key=lambda row: row.end - row.start)
        inner = around[0]
        outer = next((row for row in around[1:] if _differs(row.speaker, inner.speaker)), None)
        return replace(inner, via=outer.speaker) if outer is not None else inner

    def frames_at(self, position: int) -> bool:
        """Whether a position lies in words that only say who says something."""
        near = self.frames_near(position, position)
        return any(row.start <= position < row.end for row in near)


@dataclass(frozen=True, slots=True)
class _Found:
    """A verb of speech with its speaker: its frame, and what it says before and behind."""

    frame: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    speaker: Speaker | None
    verb: str
    stance: Stance
    rule: str
    asserted: When | None = None


def speech_in(
    reading: PublicReading,
    quoted: tuple[Quotation, ...],
    speakers: Speakers,
    published: date | None,
) -> Speech:
    """Walk through the sentences and say of each stretch whose words it holds."""
    walk = _Walk(reading.text, quoted, speakers, published)
    said: list[Said] = []
    frames: list[Frame] = []
    by_paragraph: dict[int, list[_Found]] = {}
    for sentence in reading.sentences:
        for found in walk.sentence(sentence):
            frames.append(Frame(*found.frame))
            by_paragraph.setdefault(sentence.paragraph, []).append(found)
            said += [
                Said(
                    start, end, found.speaker, found.verb, found.stance, found.rule, found.asserted
                )
                for start, end in found.content
            ]
    said += _quoted(reading.text, quoted, by_paragraph, said)
    return Speech(tuple(said), tuple(frames))


@dataclass(frozen=True)
class _Walk:
    text: str
    quoted: tuple[Quotation, ...]
    speakers: Speakers
    published: date | None

    def sentence(self, sentence: Sentence) -> Iterator[_Found]:
        """Every verb of speech of a sentence with its speaker."""
        for match in _ACCORDING.finditer(self.text, sentence.start, sentence.end):
            if not self._around(match.start()):
                yield self._according(sentence, match)
        yield from self._by_participle(sentence)
        floor = sentence.start
        for verb in VERB.finditer(self.text, sentence.start, sentence.end):
            around = self._around(verb.start())
            low = around.start + 1 if around else sentence.start
            high = around.end - 1 if around else sentence.end
            within = Sentence(max(low, sentence.start), min(high, sentence.end), sentence.paragraph)
            found = self._by_verb(within, verb, floor)
            if found is not None:
                floor = max(floor, found.frame[1])
                yield found

    @cached_property
    def _quoted(self) -> Stretches[Quotation]:
        return Stretches(self.quoted)

    def _around(self, position: int) -> Quotation | None:
        near = self._quoted.near(position, position)
        return next((row for row in near if row.holds(position)), None)

    def _settle(
        self, sentence: Sentence, start: int, end: int, also: tuple[int, int] | None = None
    ) -> Speaker | None:
        return self.speakers.settle(
            self.text,
            start,
            end,
            also=also,
            beside=self.text[sentence.start : sentence.end],
            paragraph=sentence.paragraph,
            quoted=self._around(start) is not None,
        )

    def _by_participle(self, sentence: Sentence) -> Iterator[_Found]:
        """Speech that hangs on the sentence's own subject: "The judge refused, writing that …"."""
        for match in _PARTICIPLE.finditer(self.text, sentence.start, sentence.end):
            subject = _SUBJECT.match(self.text, sentence.start, match.start())
            if subject is not None:
                yield _Found(
                    frame=match.span(),
                    content=((match.end(), sentence.end),),
                    speaker=self._settle(sentence, *subject.span("who")),
                    verb=match["verb"],
                    stance=Stance.STATES,
                    rule="speech.participle/1",
                )

    def _according(self, sentence: Sentence, match: re.Match[str]) -> _Found:
        start, end = match.span("who")
        content = [(sentence.start, match.start())] if match.start() > sentence.start else []
        if re.search(r"[A-Za-z]{2}", self.text[end : sentence.end]):
            content.append((end, sentence.end))
        return _Found(
            frame=match.span(),
            content=tuple(content),
            speaker=self._settle(sentence, start, end),
            verb=match[0],
            stance=Stance.STATES,
            rule="speech.according_to/1",
        )

    def _by_verb(self, sentence: Sentence, verb: re.Match[str], floor: int) -> _Found | None:
        framed = behind(self.text, verb, sentence.end)
        if not is_speech(self.text, sentence, verb, framed):
            return None
        low = max(sentence.start, floor) if floor <= verb.start() else sentence.start
        who = who_speaks(self.text, Sentence(low, sentence.end, 0), verb, self.speakers)
        if who is None or (verb["denies"] and _COURT.search(self.text, who.start, who.end)):
            return None
        speaker = self._settle(sentence, who.start, who.end, who.also)
        if speaker is None and not self._around(verb.start()):
            return None
        inverted = who.inverted
        start = min(who.start, who.also[0]) if who.also else who.start
        frame = (min(start, verb.start()), max(framed, who.end if inverted else verb.end()))
        days = days_in(self.text[verb.end() : frame[1]], self.published)
        return _Found(
            frame=frame,
            content=tuple(_contents(self.text, sentence, frame, inverted=inverted)),
            speaker=speaker,
            verb=verb[0],
            stance=stance_of(verb),
            rule=f"speech.{'inverted' if inverted else 'verb'}/1",
            asserted=next((day.when(DateKind.SAID) for day in days), None),
        )


def _contents(
    text: str, sentence: Sentence, frame: tuple[int, int], *, inverted: bool
) -> Iterator[tuple[int, int]]:
    before, after = text[sentence.start : frame[0]], text[frame[1] : sentence.end]
    has_after = len(re.findall(r"[A-Za-z]{2,}", after)) >= 2
    goes_on = re.match(r"\s*,\s*(?:and|but|or|adding|who)\b", after) is not None
    hangs = re.match(r"(?:If|When|Unless|Once)\b", before) is not None
    goes_on = goes_on or hangs
    apposition = re.match(r"\s*[,.;]\s*(?:who|which|an?|the|adding)\b", after) is not None
    clause = has_after and (hangs or not apposition)
    has_before = len(before.split()) >= 3
    quoted_before = re.search(r"[\"”]\s*$", before.rstrip(", ")) is not None
    if clause:
        yield frame[1], sentence.end
    leads = _LEAD.match(before) is not None and clause and not goes_on
    stands = quoted_before or (not leads and (inverted or not clause or goes_on))
    if has_before and stands and re.search(r"[,?!\"”]\s*$", before):
        yield sentence.start, frame[0]


def _quoted(
    text: str,
    quoted: tuple[Quotation, ...],
    by_paragraph: dict[int, list[_Found]],
    said: list[Said],
) -> Iterator[Said]:
    """Each quotation with its speaker: by its own sentence, its paragraph, or the one before."""
    before: Said | None = None
    placed = Stretches(said)
    for row in quoted:
        near = placed.near(row.start, row.end)
        own = [one for one in near if one.start < row.end and row.start < one.end]
        outer = [one for one in own if not (row.start < one.start and one.end < row.end)]
        found = max(outer, key=lambda one: one.start) if outer else None
        if found is None:
            found = _of_paragraph(text, row, by_paragraph)
        if found is None and before is not None and row.opens_paragraph:
            found = before
        if found is None:
            yield Said(row.start, row.end, None, "", Stance.STATES, "speech.quoted/1", direct=True)
            before = None
        else:
            stance = Stance.STATES if found.stance is Stance.DENIES else found.stance
            whole = replace(found, start=row.start, end=row.end, direct=True, stance=stance)
            yield whole
            before = whole if row.is_open else None
        for start, end in row.inner:
            if not any(start <= one.start and one.end <= end + 2 for one in own):
                told = next((one for one in near if one.start <= start < one.end <= row.end), None)
                if told is None:
                    yield Said(start, end, None, "", Stance.STATES, "speech.nested/1", direct=True)


def _of_paragraph(text: str, row: Quotation, by_paragraph: dict[int, list[_Found]]) -> Said | None:
    """The speaker last named in the quotation's paragraph before it, else the first behind.

    Only of a quotation that begins a sentence: one in the middle of a sentence belongs to
    whoever that sentence is about.
    """
    if not row.opens_paragraph and text[: row.start].rstrip()[-1:] not in '.?!"”':
        return None
    found = [one for one in by_paragraph.get(row.paragraph, ()) if not row.holds(one.frame[0])]
    earlier = [one for one in found if one.frame[0] < row.start]
    chosen = earlier[-1] if earlier else next(iter(found), None)
    if chosen is None or chosen.speaker is None:
        return None
    return Said(
        row.start, row.end, chosen.speaker, chosen.verb, Stance.STATES, "speech.quoted/1",
        chosen.asserted, direct=True,
    )  # fmt: skip


def _differs(one: Speaker | None, other: Speaker | None) -> bool:
    return one is not None and other is not None and one.by != other.by
