"""Where a sentence tells that something of the field happened, or that it did not.

A verb alone is not enough: what it acts on must stand with it, its tense must say that it was
done, and what is only threatened, expected, asked for or supposed is told apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import unique

from tecum.docket.acts.chronology import EventKind
from tecum.docket.proposals.body import Sentence
from tecum.docket.proposals.lexicon import VerbRow, load_verbs
from tecum.docket.proposals.naming import Names
from tecum.docket.proposals.speech import Speech
from tecum.reading.dates.calendar_words import MONTH, WEEKDAY
from tecum.words import Word

__all__ = ["Mood", "Trigger", "Voice", "triggers_in"]


@unique
class Mood(Word):
    """Whether something is told as done, or only as what may come."""

    DONE = "done"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A verb of the field in its clause.

    Attributes:
        start: Where the verb begins.
        end: Where it ends.
        clause: The clause, as positions.
        left: Where the words before the verb begin: the clause, or the noun that it hangs on.
        subject_end: Where the words end that may name the subject.
        acted_on: Where the thing acted on stands, if it is named.
    """

    row: VerbRow
    start: int
    end: int
    clause: tuple[int, int]
    left: int
    subject_end: int
    is_passive: bool
    is_denied: bool
    mood: Mood
    acted_on: tuple[int, int] | None
    inherits: bool = False
    signals: tuple[str, ...] = ()


_FORMS = (
    r"(?:has|have|had|was|were|is|are|did|does|do|will|would|could|may|might|never|not|been"
    r"|[a-z]{2,}ed|sent|got|gave|made|took|wrote|told|held|met|paid|cut|froze|withheld|withdrew)"
)
_CUT = re.compile(
    r"[;:—]\s|\s-\s|,\s(?=which\b|who\b|whose\b|while\b|after\b|before\b|because\b|although\b"
    r"|though\b"
    r"|the first time\b|the (?:latest|second|third)\b|citing\b|holding\b|asking\b|threatening\b"
    r"|demanding\b|seeking\b|saying\b|writing\b|arguing\b)"
    rf"|,?\s(?:and|but|or|yet|then)\s(?=(?:(?:later|then|also|never|has|have|since|not"
    rf"|now)\s)?{_FORMS}\b"
    rf"|(?:it|they|he|she|we|I|nobody)\s|(?:[Tt]he\s|[Aa]n?\s|its\s|their\s"
    rf"|[A-Z])\s?(?:[\w'’.]+\s){{0,6}}?{_FORMS}\b)"
    r"|\s(?=(?:who|which|whom|while|because|after|before|when|although|though|if|unless|until"
    r"|where|whether|so\sthat|once|under\swhich|that(?!\s[a-z]+(?:\s(?:on|in|to|and|by|for|at|last"
    r"|this|as)\b|[.,;]|$)))\s)|,\s(?=(?:if|unless|until|when)\s)"
)
_JOINS = re.compile(r",?\s(?:and|but|or|yet|then)\s")
_FINITE = re.compile(rf"\b{_FORMS}\b")
_HANGS = re.compile(r"\s?,?\s?(?:who|which|that|whom)\s")
_IF = re.compile(
    r"\W{0,3}(?:the first time|if|unless|until|once|whether|when(?=ever)|whenever|in case)\b",
    re.IGNORECASE,
)
_DAY = rf"(?:(?:on|late|early|in)\s)?(?:{WEEKDAY}|{MONTH}\.?(?:\s[0-9]{{1,2}})?|today|yesterday)"
_AUX = re.compile(
    r"(?:(?:^|(?<=[\s,]))(?:has|have|had|was|were|is|are|been|be|being|did|does|do|got|not"
    r"|never|also"
    r"|now|then|later|already|first|recently|since|again|just|still|each|once|twice|yet|all|both"
    r"|will|would|could|may|might|can|should|must|shall|cannot|won't|didn't|wasn't|weren't|hasn't"
    r"|haven't|hadn't|doesn't|isn't|aren't|to|failed|going|expected|likely|plans|plan|intends"
    r"|intend|expects|expect|set|about|no|longer|ever|reportedly|formally|promptly|immediately"
    rf"|hereby|(?i:{_DAY})|[a-z]{{3,14}}ly|so\sfar|had\syet|subject)[\s,]+)+$"
)
_MODAL = re.compile(
    r"\b(?:will|would|could|may|might|can|cannot|should|must|shall|won't|going to|expected to"
    r"|likely to|plans? to|intends? to|expects? to|set to|about to)\b"
)
_NEGATED = re.compile(r"\b(?:not|never|failed to|no longer|cannot|yet to)\b|n't\b")
_BE = re.compile(r"\b(?:was|were|been|is|are|being|be|wasn't|weren't|isn't|aren't|got)\b")
_IS = re.compile(r"\b(?:is|are|isn't|aren't)\b(?!.*\b(?:been|being)\b)")
_PAPER_BEFORE = re.compile(
    r"\b(?:subpoenas?|warrants?|summons|letters?|orders?|documents?|records?|papers?|requests?)\s*$"
)
_DO = re.compile(r"\b(?:did|didn't|failed to|yet to)\b")
_NO_SUBJECT = re.compile(r"\b(?:No|None|Nobody|Neither|No one|no|none|nobody|neither|nothing)\b")
_NO_OBJECT = re.compile(r"\s(?:no|nothing|none|neither|not a single|not one)\b")
_STANDS_FOR = re.compile(
    r"\s(?:(?:the|that|this|any of)\s)?(?:first|second|third|fourth|fifth|other|one|it|them"
    r"|half|any)\b"
)
_COUNT_OF_THEM = re.compile(r"\s[a-z0-9-]{1,12}\sof\s(?:them|these|those)\b")
_STOOD_FOR = re.compile(
    r"\b(?:first|second|third|fourth|fifth|other|one|it|they|half)(?:\sone)?(?:\s(?:of"
    r"|in)\s[^,]{2,40})?\s*$",
    re.IGNORECASE,
)
_SUBJECT_HERE = re.compile(
    r"(?:\b(?:we|i)|\b(?:the|this|your)\s(?:court|city|county|department|agency|office|state|town"
    r"|district|authority|bureau|sheriff|commission|division|government))\s*$",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"\b(?:court|courts|judge|judges|justice|panel|circuit|magistrate|tribunal)\b", re.IGNORECASE
)
_MUTE = re.compile(
    r"\bdeclined to (?:comment|say|discuss|answer questions|elaborate|give)|\bnot (?:immediately )?"
    r"(?:respond|reply|return|answer)(?:ed)? (?:to )?(?:an? |the |repeated |several "
    r"|any )?(?:requests?"
    r"|messages?|calls?|e-?mails?|questions?|inquir\w+)(?! (?:of|dated|for (?!comment)))"
    r"|\bwould (?:not|neither) (?:confirm|comment|say)|\breferred (?:all )?(?:questions|inquiries)",
    re.IGNORECASE,
)
_GERUND = re.compile(r"\b(?:was|were|is|are|been|denied|denies|of)$|,$")
_ONLY_JOINS = re.compile(r"\W*(?:and|but|or|then|yet|also|later|\s)+")
_ARTICLE = re.compile(r"\s(?:the|an?|its|their|no|four|three|two)\s")
_REACH = 110


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a document's own are: ``is_own`` a body's, ``by_court`` a court's."""

    is_own: bool = False
    by_court: bool = False


@dataclass(frozen=True, slots=True)
class _Seen:
    """A form of a verb where it stands: its clause, its helping verbs, its subject's words."""

    text: str
    form: str
    start: int
    end: int
    low: int
    high: int
    sentence: int
    subject_end: int
    helped: str
    before: tuple[Trigger, ...]
    voice: Voice

    @property
    def subject(self) -> str:
        """The words of the clause before the verb and its helping verbs."""
        return self.text[self.low : self.subject_end]

    @property
    def mood(self) -> Mood:
        """Whether it is told as done."""
        return Mood.AHEAD if _MODAL.search(self.helped) else Mood.DONE

    @property
    def hangs(self) -> re.Match[str] | None:
        """The "who", "which" or "that" with which the clause begins."""
        return _HANGS.match(self.text, self.low, self.start)

    @property
    def inherits(self) -> bool:
        """Whether the clause names no subject of its own: "… and released both"."""
        hangs = self.hangs
        named = self.text[hangs.end() if hangs else self.low : self.subject_end]
        return not re.search(r"[A-Za-z]", named) or bool(_ONLY_JOINS.fullmatch(self.subject))

    @property
    def is_supposed(self) -> bool:
        """Whether it is only wanted, asked for, or what might have been."""
        if self.mood is Mood.AHEAD:
            return re.search(r"\bhave\s", self.helped) is not None
        wanted = re.search(r"(?:^|\s)to\s+$", self.helped) is not None
        return wanted and not _DO.search(self.helped)


def triggers_in(
    text: str, sentence: Sentence, names: Names, speech: Speech, voice: Voice
) -> list[Trigger]:
    """The verbs of the field in a sentence that tell of something.

    Args:
        text: The document's text, folded.
        sentence: The sentence.
        names: Where parties are named.
        speech: What is said by whom: a clause never runs from one speaker into another.
        voice: Whose the document is: a body's own acts by saying so ("The County objects").
    """
    whole = text[sentence.start : sentence.end]
    if whole.rstrip("\"”')").endswith("?"):
        return []
    cuts = _cuts(text, sentence, names, speech)
    found: list[Trigger] = []
    for match in load_verbs().pattern.finditer(text, sentence.start, sentence.end):
        if speech.frames_at(match.start()) or _mute(text, sentence, match.start()):
            continue
        seen = _seen(text, match, cuts, tuple(found), voice)
        if seen is None:
            continue
        made = [_as_row(seen, row) for row in load_verbs().by_form[seen.form]]
        best = min(filter(None, made), key=_distance, default=None)
        if best is not None:
            found.append(best)
    return found


def _mute(text: str, sentence: Sentence, at: int) -> bool:
    """Whether a verb belongs to words by which somebody says nothing."""
    return any(
        match.start() - 2 <= at <= match.end() + 60
        for match in _MUTE.finditer(text, sentence.start, sentence.end)
    )


def _cuts(text: str, sentence: Sentence, names: Names, speech: Speech) -> list[int]:
    """Where clauses begin and end in a sentence."""
    cuts = {sentence.start, sentence.end}
    inside = names.within(sentence.start, sentence.end)
    last = sentence.start
    for cut in _CUT.finditer(text, sentence.start, sentence.end):
        if any(row.start < cut.end() and cut.start() < row.end for row in inside):
            continue
        if _JOINS.match(cut[0]) and not _FINITE.search(text, last, cut.start()):
            continue
        cuts.add(cut.start())
        last = cut.end()
    bounds = [(row.start, row.end) for row in speech.frames_near(sentence.start, sentence.end)]
    bounds += [(row.start, row.end) for row in speech.said_near(sentence.start, sentence.end)]
    cuts |= {at for pair in bounds for at in pair if sentence.start < at < sentence.end}
    return sorted(cuts)


def _seen(
    text: str,
    match: re.Match[str],
    cuts: list[int],
    before: tuple[Trigger, ...],
    voice: Voice,
) -> _Seen | None:
    start, end = match.span()
    low = max(cut for cut in cuts if cut <= start)
    high = min(cut for cut in cuts if cut >= end)
    left = text[low:start]
    if _IF.match(left):
        return None
    aux = _AUX.search(left)
    return _Seen(
        text, " ".join(match[0].split()), start, end, low, high, cuts[0],
        low + aux.start() if aux else start, aux[0] if aux else "", before, voice,
    )  # fmt: skip


def _distance(trigger: Trigger) -> int:
    if trigger.acted_on is None:
        return _REACH
    low, high = trigger.acted_on
    return low - trigger.end if low >= trigger.end else trigger.start - high


def _as_row(seen: _Seen, row: VerbRow) -> Trigger | None:
    """The verb under one of its uses, None where what that use needs is not there."""
    if seen.is_supposed or not (seen.form in row.past or _is_told(seen, row)):
        return None
    reduced = _is_reduced(seen, row)
    passive = reduced or (seen.form in row.past and bool(_BE.search(seen.helped)))
    if not _can_be(seen, row, passive=passive, reduced=reduced):
        return None
    left = _antecedent(seen) if seen.hangs else seen.low
    acted_on = _acted_on(seen, row, left, is_passive=passive)
    if row.object not in ("any", "passive") and acted_on is None:
        return None
    if "court" in row.marks and not _by_court(seen, row, left, passive=passive):
        return None
    if seen.hangs and not seen.inherits and (acted_on is None or acted_on[0] >= seen.low):
        left = seen.low
    denied = _NEGATED.search(seen.helped) or _NO_OBJECT.match(seen.text, seen.end)
    nobody = None if seen.inherits else _NO_SUBJECT.search(seen.subject)
    return Trigger(
        row=row, start=seen.start, end=seen.end, clause=(seen.low, seen.high), left=left,
        subject_end=seen.subject_end, is_passive=passive, is_denied=bool(denied or nobody),
        mood=seen.mood, acted_on=acted_on, inherits=seen.inherits,
        signals=("reduced",) if reduced else ("gerund",) if seen.form in row.ing else (),
    )  # fmt: skip


def _can_be(seen: _Seen, row: VerbRow, *, passive: bool, reduced: bool) -> bool:
    """Whether voice, tense and what stands around allow this use."""
    habit = passive and not reduced and _IS.search(seen.helped) is not None
    if habit and seen.mood is Mood.DONE and not (seen.voice.is_own and row.present):
        return False
    bare = not passive and not seen.helped.strip()
    if bare and seen.form in row.past and _PAPER_BEFORE.search(seen.subject):
        return False
    if row.object == "passive" and not passive:
        return False
    if row.behind is not None and row.behind.match(seen.text, seen.end) is None:
        return False
    gerund = seen.form in row.ing
    alone = not passive and not gerund and seen.inherits and not seen.hangs and not seen.before
    return not (alone and seen.mood is Mood.DONE)


def _by_court(seen: _Seen, row: VerbRow, left: int, *, passive: bool) -> bool:
    """Whether a court does it: by name, by the document's own voice, or by what is done."""
    if row.object == "any" and seen.hangs and seen.end >= seen.high - 2:
        return False
    if seen.voice.by_court:
        return True
    agent = seen.text[seen.end : seen.high] if passive else seen.text[left : seen.subject_end]
    if seen.inherits and seen.before:
        last = seen.before[-1]
        agent += seen.text[last.clause[0] : last.start]
    return _COURT.search(agent) is not None or (passive and row.object != "any")


def _is_told(seen: _Seen, row: VerbRow) -> bool:
    """Whether a form other than the past tells of something: "did not send", "demanding"."""
    if seen.form in row.base and (_DO.search(seen.helped) or seen.mood is Mood.AHEAD):
        return True
    left = seen.text[seen.low : seen.start]
    if seen.form in row.ing:
        return bool(_GERUND.search(left.rstrip())) or not left.strip()
    return seen.form in row.present and seen.voice.is_own and bool(_SUBJECT_HERE.search(left))


def _antecedent(seen: _Seen) -> int:
    """Where the words begin on which a clause with "who", "which" or "that" may hang."""
    low = max(seen.sentence, seen.low - 90)
    comma = seen.text.rfind(", ", low, seen.low - 12)
    if comma >= 0:
        return comma + 2
    while seen.sentence < low < seen.low and not seen.text[low - 1].isspace():
        low += 1
    return low


def _is_reduced(seen: _Seen, row: VerbRow) -> bool:
    """Whether a participle hangs on what was acted on: "a subpoena issued Monday"."""
    if row.acted_on is None or seen.helped.strip() or seen.form not in row.past:
        return False
    tail = seen.subject.rstrip(" ,")
    if not any(found.end() == len(tail) for found in row.acted_on.finditer(tail)):
        return False
    return _ARTICLE.match(seen.text, seen.end) is None


def _acted_on(seen: _Seen, row: VerbRow, left: int, *, is_passive: bool) -> tuple[int, int] | None:
    """Where the thing acted on stands: behind the verb, or before it in the passive voice."""
    if row.object == "subject":
        return (left, seen.subject_end)
    noun = row.acted_on
    if noun is None:
        return None
    behind = noun.search(seen.text, seen.end, min(seen.high, seen.end + _REACH))
    ahead = None
    for found in noun.finditer(seen.text, left, seen.subject_end):
        ahead = found
    given = seen.form in ("served", "handed", "awarded")
    if is_passive:
        chosen = ahead or (behind if given else None)
    else:
        chosen = behind or (ahead if left < seen.low else None)
    return chosen.span() if chosen is not None else _stands_for(seen, row, left, is_passive)


def _stands_for(seen: _Seen, row: VerbRow, left: int, is_passive: bool) -> tuple[int, int] | None:
    """Words that stand for the thing acted on: "it", "the fourth", "three of them"."""
    whole = (left, seen.subject_end)
    if is_passive and seen.form in ("served", "handed", "paid"):
        # "The county was not served": whom it is done to stands where the thing would.
        return whole if re.search(r"[A-Z]", seen.text[slice(*whole)]) else None
    found = None
    if "or_count" in row.marks and not is_passive:
        found = _COUNT_OF_THEM.match(seen.text, seen.end, seen.high)
    if found is None and row.object in ("instrument", "answer", "receipt"):
        if row.kind is EventKind.ISSUED:
            return None
        if is_passive:
            return whole if _STOOD_FOR.search(seen.text[slice(*whole)]) else None
        found = _STANDS_FOR.match(seen.text, seen.end, seen.high)
    return found.span() if found is not None else None
