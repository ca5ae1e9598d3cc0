"""Due phrases that are periods: what one limits, what it runs from, and in which direction.

A period whose direction is in doubt is never counted on.

Authority: READING 11, grammar of ``period``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tecum.provenance import Span
from tecum.reading.dates.appointments import is_attribute
from tecum.reading.dates.case_times import runs_from_the_answer
from tecum.reading.dates.duties import (
    DIRECTIVE,
    Duty,
    duty_of,
    duty_of_the_addressed,
    is_of_another,
)
from tecum.reading.dates.not_due import is_of_accommodation, is_unit_afterwards
from tecum.reading.dates.other_times import (
    is_asked_about,
    is_past_act,
    is_rate,
    is_senders_event,
    is_senders_work,
    is_to_follow,
)
from tecum.reading.dates.period_labels import is_unticked, label_of
from tecum.reading.dates.periods import FoundPeriod
from tecum.reading.dates.set_times import sets_the_time
from tecum.reading.dates.several import PhraseAt
from tecum.reading.result import DuePhrase
from tecum.reading.text.matching import Unit, spaced, unit_at
from tecum.words import Band, Direction, DueFor, DueForm, Kind, OwedBy, Trigger

__all__ = ["Spans", "period_phrase"]
Spans = Callable[[int, int], tuple[Span, ...]]
_DUE_BEFORE = spaced(
    r"(?:within|\bnlt|received\s(?:in|at|by)\s(?:this|our)\s\w{4,12}"
    r"|\bdue(?:\s(?:in|at)\s(?:this|our|my|the)\s\w{4,10})?|(?:before"
    r"|by)\s(?:the\s)?(?:end|close|expiration|expiry)\sof|inside(?:\sof)?"
    r"|\bin"
    r"|no(?:t)?\slater\sthan|no(?:t)?\smore\sthan|no\s(?:less"
    r"|fewer)\sthan|not\s(?:less|fewer)\sthan"
    r"|at\sleast|minimum\sof|not\sto\sexceed|not\sexceed(?:ing)?|up\sto|maximum\sof|\bby|have|has"
    r"|given|gives?(?:\syou)?|allowed?|(?:gives|allows|affords|grants|allots)(?:\s(?:you|us"
    r"|agencies"
    r"|(?:the|an?|your|each|every|this)\s\w{3,14}(?:\s\w{3,14})?))?|afford(?:ed|s)?"
    r"|you\s(?:only\s)?get"
    r"|upon|\bon"
    r"|(?:da|dan|concede|otorga|fija|senala)n?(?:\sa\s(?:(?:la|el|los|las|su|esta|este|ese)\s)?\w{3,14})?(?:\s(?:un|el)"
    r"\s(?:plazo|termino)(?:\s\w{6,14})?\sde)?|(?:tiene|tendra|dispone)n?(?:\susted(?:es)?)?(?:\sde)?|cuentan?(?:\susted(?:es)?)?\scon|next|following|first|exceed|dentro\sde(?:\slos|\slas)?"
    r"|plazo(?:\smaximo)?(?:\sno\smayor|\sque\sno\sexced\w{2,4})?\s(?:de|a)|con|no\smenos\sde|termino\sde|a\smas\stardar(?:\sa\slos)?"
    r"|al\smenos|por\slo\smenos|minimo\sde|en\slos|en)\s{1,3}(?:the\s|a\s|your\s"
    r"|los\s)?(?:(?:statutory|allotted|prescribed)\s)?(?:(?:period|maximum|minimum|total|time\speriod)\sof\s(?:not\s(?:more"
    r"|less)\sthan\s)?|next\s|following\s|first\s|proximos\s|siguientes\s)?(?:\")?$"
)
_DURATION = spaced(
    r"(?:(?<!provides )(?<!provide )(?<!allows )(?<!calls )\bfor|during"
    r"|throughout|por|durante)\s{1,3}(?:an?\s)?(?:further\s|additional\s|initial\s"
    r"|minimum\s|maximum\s|reasonable\s)?(?:period\s)?(?:of\s)?(?:(?:not\s(?:more|less)"
    r"|no\s(?:more|longer|less)|no\s(?:mas|menos))\s(?:than\s|de\s)|at\sleast\s|up\sto\s"
    r"|not\sto\sexceed\s|not\sexceeding\s|un\speriodo\s(?:de\s|no\smayor\sa\s|maximo\sde\s))?$"
)
_PAST = spaced(
    r"(?:last|past|previous|preceding|prior|most\srecent|ultim[oa]s|every|each|older\sthan|aged?"
    r"|over\sthe|trailing|per|cada|for\sthe|of\sthe)\s{1,3}(?:period\sof\s)?$"
)
_LONGER_BY = spaced(
    r"\b(?:extend(?:ed)?|renew(?:ed)?|prolong(?:ed)?|enlarge[d]?|lengthen(?:ed)?)\b[^.;]{0,40}\b(?:by|for|up\sto)\s$"
)
_BARE_IN = re.compile(r"in\s")


def _is_plain(unit: Unit, lead: re.Match[str] | None, *, duration: bool) -> bool:
    """Whether a period may limit what a plain statement to the recipient asks."""
    return lead is not None and not duration and not unit.is_item and not _BARE_IN.match(lead[0])


_THAN = spaced(r"(?<!\bnot )(?<!\bno )(?:more|less|fewer|longer|greater|later)\sthan\s$")
_BY_ITS_END = spaced(r"\b(?:before|by)\s(?:the\s)?(?:end|close|expiration|expiry)\sof\sthe\s$")
_NOT_BEFORE = spaced(
    r"(?:(?:not|no|nor)\s(?:sooner|earlier|before)|\bnot\s(?:\w{2,10}\s){1,4}(?:sooner|earlier))\b[^.;)]{0,120}$"
)
_OFFER = spaced(r"\bunless,?\s(?:within|in|by|no\slater\sthan)\s$")
_DEADLINE_BEHIND = spaced(
    r"\s{0,2}(?:deadline|response\s(?:time|period|requested|required|needed|expected)|time\slimit"
    r"|return\b|turnaround|hence\b|from\snow\b|period\s(?:to"
    r"|for)\s(?:respond|response|compl))"
)


def period_phrase(
    spans: Spans, low: str, cut: tuple[Unit, ...], period: FoundPeriod, kind: Kind | None
) -> PhraseAt | None:
    """The phrase that a period is, or None where it limits nothing that anybody owes.

    Args:
        spans: From places of the text to the words on the page.
        low: The text, plain.
        cut: Its units.
        period: The period, where it stands.
        kind: The instrument's kind, where it is known.
    """
    at = unit_at(cut, period.start)
    unit = cut[at]
    left = low[unit.start : period.start]
    right = low[period.end : unit.end]
    if _limits_nothing(low, unit, period, left):
        return None
    duration = _DURATION.search(left[-60:]) is not None
    lead = _DUE_BEFORE.search(left[-60:])
    head = _THAN.sub("", left[: len(left) - len(lead[0])] if lead else left)
    happened = period.trigger is Trigger.OTHER and _HAPPENED.search(period.trigger_text or "")
    if is_attribute(head, "", is_item=unit.is_item or bool(happened)):
        return None
    runs = period.direction is not None and period.trigger is not Trigger.UNKNOWN
    label = label_of(low, cut, at, period, has_lead=lead is not None)
    timed = lead is not None or label is not None
    backward = period.direction is Direction.BEFORE
    if not (duration or timed or runs or backward or _DEADLINE_BEHIND.match(right)):
        return None
    if backward and period.trigger is Trigger.UNKNOWN and not timed:
        return None
    bare_in = lead is not None and _BARE_IN.match(lead[0]) is not None
    if unit.is_item and bare_in and not runs and period.unit.value in ("months", "years"):
        return None
    if low[period.start] == "a" and not runs and (bare_in or not timed):
        return None
    duty = _duty(low, cut, at, left, right, kind=kind, duration=duration)
    if label is not None:
        duty = Duty(DueFor.RESPONSE, OwedBy.RECIPIENT, True, " ".join(label["label"].split()))
    elif duty.cue is None and duty.why_not is None and _is_plain(unit, lead, duration=duration):
        duty = duty_of_the_addressed(left, right, kind) or duty
    if duty.cue is None and duty.why_not is None:
        duty = _by_its_words(period, left, right, kind) or duty
    period = _from_introduction(low, cut, at, period)
    if duty.cue is None or (duty.why_not == "narrated"):
        return None
    before = low[cut[at - 1].start : cut[at - 1].end] if at else ""
    why_not = _why_not(low, unit, period, left, before)
    if duty.binds and why_not is not None:
        duty = replace(duty, binds=False, why_not=why_not)
    loose = unit.is_item and not timed and not backward and _BINDS.search(left) is None
    if loose and duty.due_for is DueFor.RESPONSE:
        return None
    return _period_phrase(spans, low, unit, period, duty, timed=timed)


def _by_its_words(period: FoundPeriod, left: str, right: str, kind: Kind | None) -> Duty | None:
    """The duty of a period that no word near it names, where its own words tell it."""
    if period.trigger is not Trigger.UNKNOWN and sets_the_time(left, right):
        return Duty(DueFor.RESPONSE, OwedBy.RECIPIENT, True, "the span itself")
    if _is_notice(period, left):
        return Duty(DueFor.NOTIFICATION, OwedBy.RECIPIENT, True, "before release")
    if _AT_LATEST.search(left[-60:]):
        return duty_of_the_addressed(f"{left} your answer", right, kind)
    return None


_AT_LATEST = spaced(r"\b(?:at\sthe\s(?:very\s)?latest|no\slater\sthan)\b[^.;]{0,20}$")


def _is_notice(period: FoundPeriod, left: str) -> bool:
    """Whether a period is the notice wanted before somebody is released."""
    back = period.direction is Direction.BEFORE and period.trigger is Trigger.RELEASE
    return back and _AT_LEAST.search(left[-40:]) is not None


_BINDS = re.compile(r"\b(?:shall|must|ordered|commanded|required)\b")
_OPTION = spaced(r"\byou\smay\b[^.;]{0,160}$")
_RESCHEDULED = spaced(r"\bthereafter(?:\sand)?(?:\swithin)?\s$")


def _why_not(low: str, unit: Unit, period: FoundPeriod, left: str, before: str) -> str | None:
    """Why a period that the recipient may keep is not the time to comply, or None."""
    if is_of_accommodation(before, left):
        return "accommodation"
    if period.trigger_text is None and is_rate(low[unit.start : period.core_end]):
        return "rate"
    if is_senders_work(low[period.core_end : unit.end]):
        return "another_acts"
    if is_senders_event(period.trigger_text) or is_to_follow(left):
        return "later_stage"
    if _CONTINUES.search(left[-120:]) and _OF_SOMETHING.match(low, period.core_end):
        return "continuing"
    behind = low[period.core_end : min(unit.end, period.core_end + 110)]
    if is_unit_afterwards(behind) or runs_from_the_answer(behind):
        return "afterwards"
    if period.direction is Direction.BEFORE and _TO_PREPARE.search(left[-60:]):
        return "notice_owed" if _OF_VISIT.search(period.trigger_text or "") else None
    back = period.direction is Direction.BEFORE and period.trigger is Trigger.OTHER
    if back and _OPTION.search(left):
        return "option"
    if _OWED_NOTICE.search(left[-90:]) and _OF_NOTICE.match(low, period.core_end):
        return "notice_owed"
    return "rescheduled" if _RESCHEDULED.search(left[-40:]) else None


_CONTINUES = spaced(
    r"\b(?:supplement|update|amend)\b(?=[^.;]{0,40}\b(?:response|answer|production|disclosure)s?\b)[^.;]{0,80}$"
)
_OF_SOMETHING = spaced(
    r"\s(?:of|after|from|following)\s(?:\w{2,8}\s)?(?:learning|discover|obtain|receiving|finding|becoming|any|each|such)"
)
"""What is to be done again each time that something new turns up."""
_OWED_NOTICE = spaced(
    r"\b(?:gives?|given|allow(?:s|ed)?|grants?|guarantees?|entitle[sd]?|entitled\sto|receiv\w{1,3})\s"
    r"(?:(?:an?|the|each|every)\s)?(?:employers?|you|persons?|part(?:y|ies)|licensees?|owners?)?\s?"
    r"(?:(?:with|to|at\sleast|no\sless\sthan|not\sless\sthan|a\sminimum\sof)\s){0,2}$"
)
_OF_NOTICE = re.compile(r"'?\s{0,3}'?\s{0,4}(?:advance |prior |written )?notice\b")
"""Notice that the recipient is owed ("three business days' notice"), not a time to answer."""
_TO_PREPARE = spaced(
    r"\byou\s(?:will\s|shall\s)?(?:have|get|are\s(?:given|allowed))\s(?:at\sleast\s)?$"
)
_OF_VISIT = re.compile(r"\b(?:inspection|visit|audit|review|examination)\b")
"""Days that the recipient has before others come: on none of them is anything to be handed over."""


_HAS_RUN = spaced(
    r"[^.;]{0,60}[.;,]\s(?:and\s|but\s)?(?:that|the|this|which)\s(?:(?:period|time|deadline|term)\s)?(?:has|had)?\s?(?:now\s|already\s|since\s)?"
    r"(?:ended|expired|passed|ran\s(?:out|on)|run\sout|lapsed|elapsed|went\sby|gone\sby)\b"
)
"""What is said of a span that is over."""
_ENACTED = spaced(
    r"\s(?:of|after|from|following)\s(?:the\s)?(?:date\s(?:of|on\swhich)\s)?(?:the\s)?(?:enactment|this\s(?:act|section)\s(?:takes|is))\b"
)
"""What a statute lays down from its own day on."""
_STARTED = frozenset({Trigger.LETTER_DATE, Trigger.ISSUE, Trigger.RECEIPT, Trigger.SERVICE})
_AGREED = spaced(
    r"\b(?:was|were)\s(?:\w{2,12}ly\s)?(?:agreed|understood|settled)\sthat\b[^.;]{0,60}?\b(?:would|will|shall|is\sto|are\sto)\b[^.;]{0,60}$"
)
"""What was agreed for a time that this very paper starts."""


def _limits_nothing(low: str, unit: Unit, period: FoundPeriod, left: str) -> bool:
    """Whether a period is told, offered, asked about, over, or beside an empty box."""
    if _is_of_the_past(left, period) or _OFFER.search(left[-60:]):
        return True
    over = _HAS_RUN.match(low, period.core_end) or _ENACTED.match(low, period.core_end)
    if is_unticked(low, period.start) or over:
        return True
    return is_asked_about(low[unit.start : unit.end])


def _is_of_the_past(left: str, period: FoundPeriod) -> bool:
    """Whether a period tells of time gone by, or of a time before which nothing is owed."""
    past = (_PAST.search(left[-40:]) or _LONGER_BY.search(left[-70:])) and not _BY_ITS_END.search(
        left[-40:]
    )
    gone = period.trigger not in _STARTED if _AGREED.search(left) else is_past_act(left)
    return bool(past or _NOT_BEFORE.search(left[-140:]) or gone)


def _from_introduction(
    low: str, cut: tuple[Unit, ...], at: int, period: FoundPeriod
) -> FoundPeriod:
    """A period of a list runs from the event that its introduction names ("upon receipt:")."""
    if not at or period.trigger is not Trigger.UNKNOWN:
        return period
    introduction = low[cut[at - 1].start : cut[at - 1].end]
    upon = _UPON_RECEIPT.search(introduction) if introduction.endswith(":") else None
    if upon is None:
        return period
    return replace(period, trigger=Trigger.RECEIPT, trigger_text=upon["what"])


def _period_phrase(
    spans: Spans, low: str, unit: Unit, period: FoundPeriod, duty: Duty, *, timed: bool
) -> PhraseAt:
    signals = dict(period.signals)
    clash = "conflict" in signals
    band = Band.CERTAIN if timed and period.trigger is not Trigger.UNKNOWN else Band.LIKELY
    if "repaired" in signals:
        band = Band.LIKELY
    if "range" in signals:
        band = Band.UNSURE
    if duty.cue:
        signals["cue"] = duty.cue
    if duty.why_not:
        signals["why_not_due"] = duty.why_not
    qualifier = _qualifier(low[unit.start : period.start])
    start = period.start - (len(qualifier[1]) if qualifier else 0)
    direction, trigger, doubt = _direction_of(low, unit, period, duty, qualifier)
    if doubt:
        band = Band.UNSURE
    phrase = DuePhrase(
        form=DueForm.PERIOD,
        spans=spans(start, period.end),
        due_for=duty.due_for,
        owed_by=duty.owed_by,
        amount=period.amount,
        unit=period.unit.value,
        counting=period.counting.value,
        direction=direction.value if direction else None,
        trigger=trigger.value,
        trigger_text=period.trigger_text,
        qualifier=qualifier[0] if qualifier else None,
        band=(Band.CONFLICT if clash else band).value,
        value_band=Band.UNSURE.value if clash else None,
        rule="due.period/1",
        signals=signals,
        conflicts=tuple({"amount": a, "unit": period.unit.value} for a in period.clash),
    )
    return PhraseAt(phrase, start, period.end, duty.binds)


_PERHAPS_BACK = spaced(
    r"^[^.;]{0,24}\b(?:prior|before|in\sadvance|ahead\sof|preceding|antes|previ[oa]s?)\b"
    r"|^\W{0,4}(?:be\w{5,9}|(?:in\s)?[ao]dvan\w{0,4})\b"
    r"|^\W{0,4}\w{3,9}\s(?:to|fo)\s(?:\w{2,4}\s){0,2}(?:h\w{3,5}g|r\w{0,2}leas\w{0,3}|trial"
    r"|deposition"
    r"|discharge)\b"
)
"""Words that may count a period back from an event, though what follows them is not read."""
_BY_THEN = spaced(r"no(?:t)?\slater\sthan$")
_AT_LEAST = spaced(
    r"(?:at\sleast|(?:no|not)\s(?:less|fewer)\sthan|a?\s?minimum\sof|al\smenos|por\slo\smenos"
    r"|minimo\sde)\s{1,3}$"
)


def _direction_of(
    low: str, unit: Unit, period: FoundPeriod, duty: Duty, qualifier: tuple[str, str] | None
) -> tuple[Direction | None, Trigger, bool]:
    """The direction, the trigger, and whether the words leave the direction in doubt.

    "At least 48 hours" to notify is counted back from the event: read as counting on, it would
    let the deadline fall after the release. Where the words behind are lost, that is in doubt.
    """
    if period.direction is not None:
        return period.direction, period.trigger, False
    if _AT_LEAST.search(low[max(unit.start, period.start - 40) : period.start]) is None:
        # "Not later than 72 hours" may have gone on "beforehand": what is lost is not guessed.
        notice = duty.due_for is DueFor.NOTIFICATION and "releas" in low[unit.start : unit.end]
        by_then = qualifier is not None and _BY_THEN.match(qualifier[0]) is not None
        behind = low[period.core_end : min(unit.end, period.core_end + 50)]
        if (notice and by_then) or _PERHAPS_BACK.search(behind):
            return None, period.trigger, True
        return Direction.AFTER, period.trigger, False
    if duty.due_for is not DueFor.NOTIFICATION:
        return None, period.trigger, True
    released = "releas" in low[period.end : min(unit.end, period.end + 120)]
    return Direction.BEFORE, Trigger.RELEASE if released else period.trigger, True


_OWN_VERB = spaced(
    r"\b(?:you|respondent|recipient)\s(?:now\s)?(?:must|shall|may|will|should|are|have)\b"
)
"""A clause that says itself what it limits, though in words that no lexicon holds."""
_HAPPENED = re.compile(r"incident|arrest|accident|crash|collision|offen[cs]e|event\b|stop\b|injury")
_UPON_RECEIPT = spaced(r"\bupon\s(?P<what>receipt)\b")
_QUALIFIER = spaced(
    r"(?P<q>within|no(?:t)?\slater\sthan|no(?:t)?\smore\sthan|no(?:t)?\s(?:less|fewer)\sthan"
    r"|at\sleast"
    r"|not\sto\sexceed|not\sexceeding|up\sto|by|dentro\sde|a\smas\stardar|in)\s{1,3}(?:a\s"
    r"|the\s)?(?:period\sof\s)?$"
)


def _qualifier(left: str) -> tuple[str, str] | None:
    match = _QUALIFIER.search(left[-60:])
    return (" ".join(match["q"].split()), match[0]) if match else None


def _duty(
    low: str,
    cut: tuple[Unit, ...],
    at: int,
    left: str,
    right: str,
    *,
    kind: Kind | None,
    duration: bool,
) -> Duty:
    """The duty of a phrase; a phrase that stands alone takes the words before or behind it."""
    duty = duty_of(left, right, kind, duration=duration)
    if duty.cue is None and duty.why_not is None and not duration and DIRECTIVE.search(left):
        duty = duty_of_the_addressed(left, right, kind) or duty
    if (
        duty.cue is None
        and at > 0
        and cut[at].start - cut[at - 1].end < 6
        and not is_of_another(left)
    ):
        before = low[cut[at - 1].start : cut[at - 1].end]
        borrowed = duty_of(f"{before} {left}", right, kind, duration=duration)
        if borrowed.why_not != "narrated" or _OWN_VERB.search(left) is None:
            duty = borrowed
    if duty.cue is None and at + 1 < len(cut) and _OWN_VERB.search(left) is None:
        behind = low[cut[at + 1].start : cut[at + 1].end]
        duty = duty_of(left, f"{right} {behind}", kind, duration=duration)
    return duty
