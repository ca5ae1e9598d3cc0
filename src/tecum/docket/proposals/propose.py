"""From a public document to proposals: events, claims, and what is no event. No model.

``propose`` is deterministic: the same text, parties, events and day give the same proposals.
Nothing is on a chronology, in a count or in an export until a person accepts it.

Authority: DOCKET 1.13.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from tecum.docket.acts.chronology import ClaimValue, Distance, EventKind, Slot, Stance
from tecum.docket.proposals import apart as aside
from tecum.docket.proposals.body import PublicReading, Sentence
from tecum.docket.proposals.matching import known_events_for, same_before
from tecum.docket.proposals.model import (
    Apart,
    Asserter,
    KnownEvent,
    KnownParty,
    Proposal,
    ProposedSlot,
    Published,
)
from tecum.docket.proposals.naming import Names, all_parties
from tecum.docket.proposals.quotations import quotations
from tecum.docket.proposals.slots import Filled, Party, party_by, slots_of
from tecum.docket.proposals.speakers import Speaker, Speakers
from tecum.docket.proposals.speech import Said, Speech, speech_in
from tecum.docket.proposals.triggers import Mood, Trigger, Voice, triggers_in
from tecum.provenance import Sha256
from tecum.reading.citations.citations import cites
from tecum.words import Band

__all__ = ["PUBLICATION", "propose"]

PUBLICATION = "the publication"
_LONGEST = 300
"""No more of a document is quoted than this many characters."""
_HANGS = re.compile(r"(?:[Ii]f|[Ww]hen|[Uu]nless|[Oo]nce)\b[^,]*$")
"""Half a sentence: a condition without what hangs on it."""
_COURT = ("court", "judge", "tribunal")


def propose(
    reading: PublicReading,
    parties: Iterable[KnownParty],
    known_events: Iterable[KnownEvent],
    published: Published,
) -> list[Proposal]:
    """What a public document says, as proposals for a person to accept, edit or reject.

    Args:
        reading: The document's text and the way back to its pages.
        parties: The office's directory and the chronology's parties; the shipped list of
            institutions is added.
        known_events: The events that stand on the chronology already.
        published: Who publishes it, when, and whose own document it is.

    Returns:
        The proposals in the order of the text; what is no event has ``apart`` set.
    """
    maker = _Maker(reading, all_parties(parties), published)
    for sentence in reading.sentences:
        maker.sentence(sentence)
    events = tuple(known_events)
    found: list[Proposal] = []
    for row in sorted(maker.found, key=lambda one: one[0]):
        proposal = row[1]
        if proposal.apart is None:
            proposal = replace(
                proposal,
                known=known_events_for(proposal, events),
                same_as=same_before(proposal, found),
            )
        found.append(proposal)
    return found


@dataclass
class _Maker:
    reading: PublicReading
    parties: Sequence[KnownParty]
    published: Published
    found: list[tuple[int, Proposal]] = field(default_factory=list)

    def __post_init__(self) -> None:
        text = self.reading.text
        self.names = Names(self.parties, text)
        self.own = self._own_voice()
        speakers = Speakers(self.names, self.published, self.own)
        quoted = quotations(self.reading)
        self.speech: Speech = speech_in(self.reading, quoted, speakers, self.published.on)
        self.cites = tuple(
            (spot.page, spot.start, spot.end, cite.id)
            for cite in cites(self.reading.flow)
            for spot in cite.cite.spans
            if cite.id
        )
        self._seen: Counter[tuple[str, str]] = Counter()
        self._done: list[tuple[int, int]] = []

    def _own_voice(self) -> Speaker:
        """The document's own voice: the publication's, or that of the body whose it is."""
        issuer = self.published.issuer
        if issuer is None:
            return Speaker(PUBLICATION, False, PUBLICATION)
        known = self.names.parties.get(issuer)
        words = known.name if known is not None else issuer
        return Speaker(issuer, known is not None, words, is_own=True)

    def sentence(self, sentence: Sentence) -> None:
        """What one sentence says: its events, then what is said in it beside them."""
        by_court = self.own.is_own and any(word in self.own.words.lower() for word in _COURT)
        voice = Voice(self.own.is_own, by_court)
        triggers = triggers_in(self.reading.text, sentence, self.names, self.speech, voice)
        told: list[tuple[int, int]] = []
        before: list[tuple[Trigger, Party | None]] = []
        for trigger in triggers:
            said = self.speech.at(trigger.start)
            speaker = said.speaker if said is not None else self.own
            if speaker is None:
                continue
            by = party_by(self.reading.text, self.names, trigger, speaker, before)
            before.append((trigger, by))
            if trigger.mood is Mood.DONE:
                self._event(trigger, by, said, speaker)
                told.append((trigger.start, trigger.end))
        self._beside(sentence, told)

    def _event(
        self, trigger: Trigger, by: Party | None, said: Said | None, speaker: Speaker
    ) -> None:
        text = self.reading.text
        filled = slots_of(
            text,
            self.names,
            trigger,
            by,
            published=self.published.on,
            apart=self.speech.frames_near(*trigger.clause),
        )
        start, end = self._stretch(trigger, said)
        denies = said is not None and said.stance is Stance.DENIES and not said.direct
        stance = Stance.DENIES if denies else Stance.STATES
        signals: dict[str, object] = dict.fromkeys((*trigger.signals, *speaker.signals), True)
        if by is not None and by.signal:
            signals[f"by: {by.signal}"] = True
        rules = (trigger.row.rule, *((said.rule,) if said is not None else ()))
        self._add(
            start, end, said, speaker, rules=rules, kind=trigger.row.kind, stance=stance,
            slots=filled, signals=signals, band=_band(filled, by, speaker, trigger),
        )  # fmt: skip

    def _stretch(self, trigger: Trigger, said: Said | None) -> tuple[int, int]:
        """The words of an event: its clause, and no more than may be quoted."""
        text = self.reading.text
        start, end = min(trigger.left, trigger.clause[0]), trigger.clause[1]
        if said is not None and start < said.start <= trigger.start:
            start = said.start
        start, end = _trimmed(text, start, end)
        if end - start > _LONGEST:
            start = max(start, trigger.start - _LONGEST // 2)
            end = min(end, start + _LONGEST)
        return _trimmed(text, start, end)

    def _beside(self, sentence: Sentence, told: list[tuple[int, int]]) -> None:
        """What a sentence says beside its events: positions, threats, and what is no event."""
        for said in self._stretches(sentence):
            start, end = (said.start, said.end) if isinstance(said, Said) else said
            start, end = max(start, sentence.start), min(end, sentence.end)
            holds = any(start <= low < end for low, _ in told)
            if isinstance(said, Said):
                if said.speaker is not None and not holds:
                    self._statement(start, end, sentence, said, said.speaker)
            elif not holds:
                self._narrated(start, end, sentence)

    def _stretches(self, sentence: Sentence) -> list[Said | tuple[int, int]]:
        """The stretches of a sentence, each with one speaker, the narrowest where two meet."""
        near = self.speech.said_near(sentence.start, sentence.end)
        within = [row for row in near if row.start < sentence.end and sentence.start < row.end]
        chosen: list[Said | tuple[int, int]] = []
        for row in sorted(within, key=lambda one: one.end - one.start):
            if not any(
                isinstance(one, Said) and one.start < row.end and row.start < one.end
                for one in chosen
            ):
                best = self.speech.at(max(row.start, sentence.start))
                chosen.append(best if best is not None and best.start == row.start else row)
        if not chosen:
            chosen.append((sentence.start, sentence.end))
        return chosen

    def _statement(
        self, start: int, end: int, sentence: Sentence, said: Said, speaker: Speaker
    ) -> None:
        """Somebody's statement that tells of no event."""
        start, end = _trimmed(self.reading.text, start, end)
        words = self.reading.text[start:end]
        if len(words.split()) < 3 or self._has(start, end) or _HANGS.match(words):
            return
        if speaker.is_own and self._threat(start, end, said, speaker):
            return
        why = aside.apart_of(words, predicts=said.stance is Stance.PREDICTS)
        if why is None and not aside.is_position(words):
            why = Apart.OPINION
        self._position(start, end, said, speaker, why=why, rules=(said.rule,))

    def _narrated(self, start: int, end: int, sentence: Sentence) -> None:
        """The document's own words where they tell of no event."""
        start, end = _trimmed(self.reading.text, start, end)
        words = self.reading.text[start:end]
        if self.own.is_own and self._threat(start, end, None, self.own):
            return
        why = None if aside.says_nothing(words) else aside.apart_of(words)
        if why in (Apart.PREDICTION, Apart.STATISTIC):
            self._position(start, end, None, self.own, why=why, rules=("apart.narrated/1",))
        elif self.own.is_own and self._cited(start, end):
            self._position(start, end, None, self.own, why=why, rules=("position.cites/1",))

    def _threat(self, start: int, end: int, said: Said | None, speaker: Speaker) -> bool:
        text = self.reading.text
        around = text[max(0, start - 200) : end]
        if not aside.is_conditional_threat(text[start:end], around):
            return False
        rules = ("threat.conditional/1", *((said.rule,) if said else ()))
        filled = [Filled(Slot.BY, _voice(speaker), start, end)] if speaker.is_listed else []
        self._add(
            start, end, said, speaker, rules=rules, kind=EventKind.THREATENED,
            stance=Stance.STATES, slots=filled, signals={}, band=Band.UNSURE,
        )  # fmt: skip
        return True

    def _position(
        self,
        start: int,
        end: int,
        said: Said | None,
        speaker: Speaker,
        *,
        why: Apart | None,
        rules: tuple[str, ...],
    ) -> None:
        stance = said.stance if said is not None else Stance.STATES
        if why is Apart.PREDICTION:
            stance = Stance.PREDICTS
        first = f"{'apart' if why else 'position'}.{why.value if why else 'said'}/1"
        end = min(end, start + _LONGEST)
        filled = [Filled(Slot.POSITION, ClaimValue(words=self._words(start, end)), start, end)]
        cited = self._cited(start, end)
        signals: dict[str, object] = dict.fromkeys(speaker.signals, True)
        if cited:
            signals["cites"] = cited
        band = Band.LIKELY if speaker.is_listed and why is None else Band.UNSURE
        self._add(
            start, end, said, speaker, rules=(first, *rules), kind=EventKind.ANNOUNCED,
            stance=stance, slots=filled, signals=signals, band=band, why=why,
        )  # fmt: skip

    def _has(self, start: int, end: int) -> bool:
        return any(low <= start and end <= high for low, high in self._done[-40:])

    def _cited(self, start: int, end: int) -> tuple[str, ...]:
        where = self.reading.spans(start, end)
        return tuple(
            dict.fromkeys(
                id_
                for page, low, high, id_ in self.cites
                for span in where
                if not id_.startswith("case/")
                and span.page == page
                and span.start <= low
                and high <= span.end
            )
        )

    def _words(self, start: int, end: int) -> str:
        return " ".join(self.reading.flow.text[start:end].split())

    def _add(
        self,
        start: int,
        end: int,
        said: Said | None,
        speaker: Speaker,
        *,
        rules: tuple[str, ...],
        kind: EventKind,
        stance: Stance,
        slots: list[Filled],
        signals: dict[str, object],
        band: Band,
        why: Apart | None = None,
    ) -> None:
        spans = self.reading.spans(start, end)
        if not spans:
            return
        self._done.append((start, end))
        words = self._words(start, end)
        self._seen[rules[0], words] += 1
        via = said.via if said is not None else None
        by = self.published.issuer or PUBLICATION if speaker is self.own else speaker.by
        proposal = Proposal(
            id=self._identity(rules[0], words),
            rules=rules,
            kind=kind,
            label=words[:_LONGEST],
            asserter=Asserter(
                by, speaker.is_listed, speaker.words, speaker.role, via.by if via else None
            ),
            distance=_distance(speaker, said),
            stance=stance,
            slots=tuple(
                ProposedSlot(row.slot, row.value, self.reading.spans(row.start, row.end))
                for row in slots
            ),
            spans=spans,
            band=band,
            apart=why,
            asserted=said.asserted if said is not None else None,
            signals=signals,
        )
        self.found.append((start, proposal))

    def _identity(self, rule: str, words: str) -> Sha256:
        """The same words by the same rule in the same text are the same proposal."""
        n = self._seen[rule, words]
        whole = f"{self.reading.sha256}\n{rule}\n{words}\n{n}"
        return Sha256(hashlib.sha256(whole.encode()).hexdigest())


def _voice(speaker: Speaker) -> ClaimValue:
    return ClaimValue(party=speaker.by) if speaker.is_listed else ClaimValue(words=speaker.words)


def _distance(speaker: Speaker, said: Said | None) -> Distance:
    if speaker.is_own:
        return Distance.OWN_DOCUMENT
    if speaker.is_unnamed:
        return Distance.UNNAMED_SOURCE
    if said is None or not speaker.is_listed:
        return Distance.PARAPHRASED
    return Distance.QUOTED if said.direct else Distance.ON_THE_RECORD


def _band(filled: list[Filled], by: Party | None, speaker: Speaker, trigger: Trigger) -> Band:
    """Likely where party, asserter and day are settled; else a person looks harder."""
    names = {row.slot for row in filled}
    settled = (by is not None and by.is_listed) or Slot.TO in names
    doubtful = {"pronoun", "said_before"} & {*speaker.signals, by.signal if by else ""}
    dated = any(row.value.when is not None and row.value.when.is_known for row in filled)
    if settled and not doubtful and (dated or trigger.acted_on is not None):
        return Band.LIKELY
    return Band.UNSURE


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the marks and joining words at its ends."""
    while start < end and (text[start].isspace() or text[start] in ",;:-—'\"“”‘’"):
        start += 1
    for lead in ("and ", "but ", "that ", "or "):
        if text.startswith(lead, start):
            start += len(lead)
    for tail in (" and", " but", " or"):
        if text.endswith(tail, start, end):
            end -= len(tail)
    while end > start and (text[end - 1].isspace() or text[end - 1] in ',;:-—"“”‘'):
        end -= 1
    return start, end
