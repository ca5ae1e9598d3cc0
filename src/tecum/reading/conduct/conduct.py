"""What the document itself does: make a demand, answer, contest, report, pass on, or nothing.

Decided before and apart from the kind of instrument (READING 8). Quotation is not issue: what
stands in a mail's quoted layer, in a stamp, or between quotation marks speaks for nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tecum.provenance import Read, Span
from tecum.reading.conduct.counterweights import (
    ASKS_ITSELF,
    add,
    answers_on_its_cover,
    blanks,
    covers_nothing,
    drop,
    drop_repeated,
    drop_subject,
    drop_thanks_for_a_part,
    drop_what_is_fought,
    handles_yours,
    keep_the_rest,
    stand,
    writes_back,
)
from tecum.reading.conduct.everyday_papers import everyday
from tecum.reading.conduct.genres import Titled
from tecum.reading.conduct.heard import heard, signals
from tecum.reading.conduct.insists import (
    HEARD_OF_YOURS,
    OF_A_REQUEST,
    asks_a_judge,
    insists,
    requests_under_law,
)
from tecum.reading.conduct.owed import (
    for_its_reader,
    idle_sentences,
    names_what_is_wanted,
    owed,
)
from tecum.reading.conduct.parts import asks_by_its_parts
from tecum.reading.conduct.rulings import (
    add_so_ordered,
    drop_denials,
    drop_rulings,
    drop_schedule,
    keep_the_new,
)
from tecum.reading.conduct.standing import Standing, standing_of
from tecum.reading.conduct.surety import Row, asks_in_its_reply, conduct_band, open_between
from tecum.reading.conduct.weights import act_weights
from tecum.reading.paper.headings import is_set_as_heading
from tecum.reading.paper.paper import Paper
from tecum.reading.settings import settings
from tecum.reading.speech.acts import Mood, Speech
from tecum.reading.speech.named_things import Build
from tecum.reading.speech.quotations import quotations
from tecum.reading.speech.sides import sides_of
from tecum.reading.speech.utterances import Utterance, utterances
from tecum.words import Band, Conduct, Kind

__all__ = ["Weighed", "decide_conduct", "signals", "weigh"]

RULE = "conduct.signals/2"


@dataclass(frozen=True, slots=True)
class Weighed:
    """The weight for each conduct, the signals found, and the kinds they speak for."""

    totals: dict[Conduct, float]
    found: tuple[tuple[str, Conduct, float, tuple[Span, ...]], ...]
    kinds: dict[Kind, float]
    writes_back: bool = False
    could_ask: bool = False
    """Whether it names things to somebody as a demand would, in words that tell nothing."""

    def ranked(self) -> list[tuple[Conduct, float]]:
        """The conducts, weightiest first; in a tie the one that is safer to show."""
        order = list(Conduct)
        safe = sorted(order, key=lambda c: (c is Conduct.ISSUES, order.index(c)))
        return sorted(((c, self.totals.get(c, 0.0)) for c in safe), key=lambda row: -row[1])

    def spans_for(self, conduct: Conduct) -> tuple[Span, ...]:
        """The words of the weightiest signal for a conduct."""
        rows = sorted((row for row in self.found if row[1] is conduct), key=lambda row: -row[2])
        return rows[0][3][:2] if rows else ()


def weigh(paper: Paper, standing: Standing | None = None) -> Weighed:
    """Sum the signals of a document's own words, and what its sentences say beside them."""
    quotes = quotations(paper)
    speech, build = Speech(paper, quotes), Build(paper, quotes)
    totals: dict[Conduct, float] = {}
    kinds: dict[Kind, float] = {}
    found: list[tuple[str, Conduct, float, tuple[Span, ...]]] = []
    for signal, weight, span in heard(paper, speech, quotes, build.asked_entries):
        totals[signal.conduct] = totals.get(signal.conduct, 0.0) + weight
        if signal.kind is not None:
            kinds[signal.kind] = kinds.get(signal.kind, 0.0) + weight
        found.append((signal.id, signal.conduct, weight, paper.spans(*span)))
    standing = standing or standing_of(paper)
    drop_denials(totals, found, standing.titled)
    if any(row.is_asked for row in build.lists) and any(act.about_records for act in speech.acts):
        # Whoever lists what he wants may say besides what he offers.
        drop("sells", totals, found)
    idle = () if standing.speaks_to_all else idle_sentences(build)
    asked = asked_weights(speech, answers=handles_yours(found), idle=idle)
    add(Conduct.ISSUES, asked, totals, found)
    _see(build, standing, totals, kinds, found)
    if standing.is_posted and handles_yours(found):
        # Above a salutation the answer names what it answers,
        # and says itself what of it is granted.
        for name in ("instrument_title", "titled_demand", "order_title", "grants"):
            drop(name, totals, found)
    drop_rulings(totals, found, standing.titled)
    drop_schedule(paper, totals, found)
    add_so_ordered(paper, totals, found)
    keep_the_new(paper, totals, found)
    keep_the_rest(totals, found)
    for kind in _hear(paper, standing, quotes, totals, found, idle=idle):
        kinds[kind] = kinds.get(kind, 0.0) + act_weights()["kind_of_deed"]
    drop_what_is_fought(totals, found)
    drop_repeated(totals, found)
    drop_subject(paper, standing, totals, found)
    drop_thanks_for_a_part(paper, totals, found)
    _insist(paper, standing, quotes, totals, found)
    told = standing.has_headline or any(row[0] == "byline" for row in found)
    if standing.is_posted or not told:
        # That somebody "said" something makes no newspaper of what has neither head nor author.
        kinds.pop(Kind.NEWS_ARTICLE, None)
    told_back = writes_back(paper, standing)
    tells = told_back or bool(idle) or sides_of(paper, standing.letter).are_colleagues
    sent = bool(standing.blocks) or not standing.is_unsent
    could_ask = sent and names_what_is_wanted(build, standing, tells=tells)
    return Weighed(totals, tuple(found), kinds, told_back, could_ask)


def _insist(
    paper: Paper,
    standing: Standing,
    quotes: Sequence[tuple[int, int]],
    totals: dict[Conduct, float],
    found: list[Row],
) -> None:
    """A demand after an answer is one, whatever it says of that; a letter to a judge moves."""
    weight = act_weights()["insists"]
    sought = asks_a_judge(paper, standing)
    if sought:
        drop("act_request", totals, found)
        add(Conduct.CONTESTS, [("asks_a_judge", weight, sought)], totals, found)
        return
    if requests_under_law(paper, (row[0] for row in found), quotes):
        for name in OF_A_REQUEST:
            drop(name, totals, found)
    yours = writes_back(paper, standing) or any(row[0] in HEARD_OF_YOURS for row in found)
    again = insists(paper, quotes) if yours and not standing.speaks_to_all else ()
    if again:
        for name in HEARD_OF_YOURS:
            drop(name, totals, found)
        add(Conduct.ISSUES, [("insists", weight, again)], totals, found)


_NOBODY_ASKS = frozenset(
    {
        "byline",
        "said",
        "draft",
        "proposed",
        "nothing_filled_in",
        "asks_opinions",
        "vacancy",
        "buys",
        "sells",
    }
)
"""Signs of a newspaper or a blank: what it lists, it asks of nobody."""


def _see(
    build: Build,
    standing: Standing,
    totals: dict[Conduct, float],
    kinds: dict[Kind, float],
    found: list[tuple[str, Conduct, float, tuple[Span, ...]]],
) -> None:
    """Add what the paper's title, its blanks and its lists say, whatever their phrases."""
    paper = build.paper
    titled = standing.titled
    if titled is not None:
        at = paper.start_of(titled.line)
        named = paper.is_mail and titled.genre.conduct is Conduct.CONTESTS
        if named or any(a <= at < b for a, b in build.asked_entries):
            titled = None  # a mail that names a motion is none, nor is a list that names minutes
    _name(titled, totals, kinds, found)
    for name, conduct, weight, spans, kind in everyday(paper, standing):
        add(conduct, [(name, weight, spans)], totals, found)
        kinds[kind] = kinds.get(kind, 0.0) + weight
    add(Conduct.TEMPLATES, blanks(paper, standing), totals, found)
    own_good = list(for_its_reader(build))
    add(Conduct.NONE, own_good, totals, found)
    if not own_good and not any(row[0] in _NOBODY_ASKS for row in found):
        add(Conduct.ISSUES, owed(build, standing), totals, found)
        add(Conduct.ISSUES, asks_by_its_parts(paper, standing), totals, found)


def _hear(
    paper: Paper,
    standing: Standing,
    quotes: Sequence[tuple[int, int]],
    totals: dict[Conduct, float],
    found: list[tuple[str, Conduct, float, tuple[Span, ...]]],
    *,
    idle: Sequence[tuple[int, int]],
) -> frozenset[Kind]:
    """Add what the build of the sentences says, and how the paper stands between people.

    Returns:
        The kinds of demand that are told by the deed that is asked for.
    """
    sides = sides_of(paper, standing.letter)
    said = tuple(utterances(paper, sides, quotes, idle, is_addressed=standing.is_addressed))
    for conduct in Conduct:
        _raise(conduct, said, totals, found)
    if totals.get(Conduct.ISSUES, 0.0) >= ASKS_ITSELF and covers_nothing(paper, found):
        drop("fax_word", totals, found)
    told = totals.get(Conduct.ANSWERS, 0.0) > totals.get(Conduct.ISSUES, 0.0)
    if told and answers_on_its_cover(paper, found):
        for name in ("fax_word", "fax_cover"):
            drop(name, totals, found)
    if standing.is_from_watcher:
        for name in ("memo", "staff_rule"):
            drop(name, totals, found)
    stand(paper, standing, totals, found)
    asked = totals.get(Conduct.ISSUES, 0.0)
    if sides.are_colleagues and asked:
        weight = asked + act_weights()["colleagues"]
        add(Conduct.NONE, [("colleagues", weight, ())], totals, found)
    return frozenset(row.kind for row in said if row.kind is not None)


def _raise(
    conduct: Conduct,
    said: Iterable[Utterance],
    totals: dict[Conduct, float],
    found: list[tuple[str, Conduct, float, tuple[Span, ...]]],
) -> None:
    """Let a conduct weigh no less than what the build of its sentences says for it."""
    rows = [row for row in said if row.conduct is conduct]
    weight = max((row.weight for row in rows), default=0.0)
    more = act_weights()["each_more"] * min(len(rows) - 1, 3) if rows else 0.0
    missing = weight + more - totals.get(conduct, 0.0)
    if missing > 0:
        best = max(rows, key=lambda row: row.weight)
        add(conduct, [(best.id, missing, best.spans)], totals, found)


def _name(
    title: Titled | None,
    totals: dict[Conduct, float],
    kinds: dict[Kind, float],
    found: list[tuple[str, Conduct, float, tuple[Span, ...]]],
) -> None:
    """Add what the head of the title says."""
    if title is None or title.genre.conduct is None:
        return
    genre, conduct = title.genre, title.genre.conduct
    add(conduct, [(f"titled_{genre.id}", title.weight, title.spans)], totals, found)
    if genre.kind is not None:
        kinds[genre.kind] = kinds.get(genre.kind, 0.0) + title.weight


_FRESH = re.compile(
    r"\b(?:also|still|additionally|in addition|one more|further|outstanding|missing|as well|too)\b"
)
"""Words by which a request says that it asks for more than was given."""


_ONLY_WHETHER = re.compile(
    r"\b(?:tell|let|advise|inform|confirm|clarify|say|know)\b(?: to)?(?: us| me| this office)?"
    r"(?: know)?[^.;:?]{0,40}? (?:whether|if|which of|how you|what you mean|by return)\b"
    r"|\b(?:needs?|requires?|must have|send|provide|furnish|submit|present|bring|enclose)\b"
    r"[^.;?]{0,40}? (?:an? |the |your )(?:[\w-]{3,14} ){0,2}(?:release|authorization|consent"
    r"|waiver|court order|order of|warrant|subpoena|power of attorney|death certificate|deposit"
    r"|fee|payment|check)\b"
)
"""What one asks of a requester before one gives anything: what was meant, a right, the fee."""


def asked_weights(
    speech: Speech, *, answers: bool = False, idle: Sequence[tuple[int, int]] = ()
) -> Iterator[tuple[str, float, tuple[Span, ...]]]:
    """What a paper's own directives weigh: the first of each mood, and a little for more.

    Args:
        speech: The paper's sentences.
        answers: The paper handles its addressee's demand; a question back to him asks nothing.
        idle: Sentences that ask, but for no records.
    """
    weights = act_weights()
    said = [act for act in speech.acts if not any(a <= act.start < b for a, b in idle)]
    for mood in Mood:
        acts = [act for act in said if act.mood is mood]
        about = [
            act
            for act in acts
            if act.about_records
            and not (answers and _ONLY_WHETHER.search(speech.text, act.start, act.end))
        ]
        if not acts:
            continue
        first = (about or acts)[0]
        row = weights[mood.value if about else f"{mood.value}_of_something_else"]
        if about and any(_FRESH.search(speech.text, act.start, act.end) for act in about):
            row += weights["asked_besides"]
        more = weights["each_more"] * min(len(about) - 1, 2) if about else 0.0
        spans = speech.paper.spans(first.start, min(first.end, first.start + 240))
        yield f"act_{mood.value}" + ("" if about else "_aside"), row + more, spans


_OBJECTING = frozenset(
    {"objects", "objection_title", "written_objections", "titled_objection_papers"}
)


def _answers_that_object(weighed: Weighed) -> Weighed:
    """What an answer says beside its objection speaks for the objection, not against it."""
    objects = any(row[0] in _OBJECTING for row in weighed.found)
    answers = weighed.totals.get(Conduct.ANSWERS, 0.0)
    if not objects or not answers:
        return weighed
    totals = dict(weighed.totals)
    totals[Conduct.CONTESTS] = totals.get(Conduct.CONTESTS, 0.0) + answers
    totals[Conduct.ANSWERS] = answers / 2
    return replace(weighed, totals=totals)


_OF_PAPERS = re.compile(
    r"\b(?:subpoenas?|detainers?|summonses|warrants?|records? requests|legal process|dmca|foia"
    r"|cease[- ]and[- ]desist|freedom of information|preservation letters?|litigation holds?"
    r"|citaciones|[oó]rdenes judiciales)\b",
    re.IGNORECASE,
)


def _mentions(paper: Paper) -> Iterator[int]:
    """Lines of running text that speak of demands: what does nothing else, tells of them."""
    for i, line in enumerate(paper.lines):
        if len(line.text) > 40 and not is_set_as_heading(paper, i) and _OF_PAPERS.search(line.text):
            yield i


def decide_conduct(paper: Paper, weighed: Weighed) -> Read[Conduct]:
    """The conduct with the greatest weight, banded by its lead over the second."""
    if not paper.lines:
        return Read(None, Band.UNREADABLE, (), RULE)
    ranked = _answers_that_object(weighed).ranked()
    (best, top), (second, next_) = ranked[0], ranked[1]
    if top < settings().conduct_floor and weighed.could_ask:
        strongest = f"{best.value} {top:g}"
        return _supposed(paper, paper.line_spans(0), strongest=strongest)
    if top < settings().conduct_floor:
        mention = next(_mentions(paper), None)
        told = Conduct.NONE if mention is None else Conduct.REPORTS
        if weighed.writes_back:
            told = Conduct.ANSWERS
        return paper.read(
            told,
            paper.line_spans(mention or 0),
            RULE,
            Band.UNSURE,
            strongest=f"{best.value} {top:g}",
        )
    lead = top - next_
    if asks_in_its_reply(weighed.found, best, second, lead):
        (best, top), (second, next_) = (second, next_), (best, top)
        lead = 0.0
    names = sorted(row[0] for row in weighed.found if row[1] is best)
    band, named = conduct_band(weighed.found, best, lead)
    if open_between(weighed.found, best, second, lead):
        ahead = lead if best is Conduct.ISSUES else -lead
        rows = {"found": names, "lead": round(ahead, 2) + 0.0}
        other = (best, top) if best is not Conduct.ISSUES else (second, next_)
        spans = weighed.spans_for(Conduct.ISSUES) or paper.line_spans(0)
        return _supposed(paper, spans, rival=f"{other[0].value} {other[1]:g}", **rows)
    if next_ > 0:
        named["rival"] = f"{second.value} {next_:g}"
    spans = weighed.spans_for(best) or paper.line_spans(0)
    return paper.read(best, spans, RULE, band, found=names, lead=round(lead, 2), **named)


def _supposed(paper: Paper, spans: tuple[Span, ...], **signals: object) -> Read[Conduct]:
    """A demand that is only supposed: what it asks and by when is read, but no conduct given."""
    value = Conduct.ISSUES
    return paper.read(value, spans, RULE, Band.UNSURE, supposed=value.value, **signals)
