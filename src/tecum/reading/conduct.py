"""What the document itself does: make a demand, answer, contest, report, pass on, or nothing.

Decided before and apart from the kind of instrument (READING 8). Quotation is not issue: what
stands in a mail's quoted layer, in a stamp, or between quotation marks speaks for nobody.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tecum.instruments.patterns import Pattern
from tecum.instruments.region import Region
from tecum.instruments.sought import Pointers
from tecum.instruments.word_places import places_in
from tecum.provenance import Read, Span
from tecum.reading.acts import Mood, Speech, quotations
from tecum.reading.counterweights import (
    ASKS_ITSELF,
    add,
    blanks,
    covers_nothing,
    drop,
    drop_denials,
    handles_yours,
    keep_the_rest,
    stand,
    writes_back,
)
from tecum.reading.genres import Titled, title_of
from tecum.reading.headings import is_set_as_heading
from tecum.reading.paper import Paper
from tecum.reading.settings import settings
from tecum.reading.sides import sides_of
from tecum.reading.standing import Standing, standing_of
from tecum.reading.surety import conduct_band
from tecum.reading.utterances import Utterance, utterances
from tecum.reading.weights import act_weights
from tecum.words import Band, Conduct, Kind

__all__ = ["Weighed", "decide_conduct", "signals", "weigh"]

RULE = "conduct.signals/2"
_SALUTATION = re.compile(
    r"\W{0,3}(?:Dear|DEAR|To Whom [Ii]t|TO WHOM IT|Estimad[oa]s?)\b.{0,80}[:,]?\s{0,3}$"
)


@dataclass(frozen=True, slots=True)
class _Signal:
    id: str
    conduct: Conduct
    weight: float
    patterns: tuple[Pattern, ...]
    regions: frozenset[Region]
    kind: Kind | None
    heading: bool
    opening: int
    unless: tuple[Pattern, ...]
    letters: bool
    stated: bool
    things: bool


@dataclass(frozen=True, slots=True)
class Weighed:
    """The weight for each conduct, the signals found, and the kinds they speak for."""

    totals: dict[Conduct, float]
    found: tuple[tuple[str, Conduct, float, tuple[Span, ...]], ...]
    kinds: dict[Kind, float]
    writes_back: bool = False

    def ranked(self) -> list[tuple[Conduct, float]]:
        """The conducts, weightiest first; in a tie the one that is safer to show."""
        order = list(Conduct)
        safe = sorted(order, key=lambda c: (c is Conduct.ISSUES, order.index(c)))
        return sorted(((c, self.totals.get(c, 0.0)) for c in safe), key=lambda row: -row[1])

    def spans_for(self, conduct: Conduct) -> tuple[Span, ...]:
        """The words of the weightiest signal for a conduct."""
        rows = sorted((row for row in self.found if row[1] is conduct), key=lambda row: -row[2])
        return rows[0][3][:2] if rows else ()


@cache
def signals() -> tuple[_Signal, ...]:
    """The signals of ``conduct.toml``."""
    table = tomllib.loads((files("tecum.reading") / "conduct.toml").read_text("utf-8"))
    return tuple(
        _Signal(
            row["id"],
            Conduct(row["conduct"]),
            float(row["weight"]),
            tuple(Pattern(text, case=row.get("case", False)) for text in row["any"]),
            frozenset(Region(word) for word in row.get("regions", ["any"])),
            Kind(row["kind"]) if "kind" in row else None,
            row.get("heading", False),
            row.get("opening", 0),
            tuple(Pattern(text) for text in row.get("unless", [])),
            row.get("letters", True),
            row.get("stated", False),
            row.get("things", row["conduct"] == "reports"),
        )
        for row in table["signal"]
    )


@cache
def _pointers() -> tuple[tuple[Pattern, ...], Pointers]:
    patterns = tuple(pattern for signal in signals() for pattern in signal.patterns)
    return patterns, Pointers(pattern.landmarks for pattern in patterns)


def _awake(text: str) -> frozenset[Pattern]:
    """The patterns of signals that a text may hold, told by its words alone."""
    patterns, pointers = _pointers()
    return frozenset(patterns[number] for number in pointers.told(text))


def _hits(paper: Paper, signal: _Signal, awake: Set[Pattern]) -> Iterator[re.Match[str]]:
    words = paper.words
    places = places_in(words)
    if signal.opening and signal.opening < len(paper.lines):
        # What must stand among the first lines is looked for nowhere else.
        words = words[: paper.start_of(signal.opening)]
    for pattern in signal.patterns:
        if pattern in awake:
            yield from pattern.matches(words, places)


def weigh(paper: Paper, standing: Standing | None = None) -> Weighed:
    """Sum the signals of a document's own words, and what its sentences say beside them."""
    quotes = quotations(paper)
    speech = Speech(paper, quotes)
    totals: dict[Conduct, float] = {}
    kinds: dict[Kind, float] = {}
    found: list[tuple[str, Conduct, float, tuple[Span, ...]]] = []
    posted = paper.is_mail or any(_SALUTATION.match(line.text) for line in paper.lines[:40])
    awake = _awake(paper.words)
    for signal in signals():
        if awake.isdisjoint(signal.patterns) or (posted and not signal.letters):
            continue
        best: tuple[float, re.Match[str]] | None = None
        for hit in _hits(paper, signal, awake):
            if any(a <= hit.start() < b for a, b in quotes) and signal.conduct is Conduct.ISSUES:
                continue
            line = paper.index_at(hit.start())
            if not _stands_right(paper, signal, line):
                continue
            if signal.stated and speech.supposes(hit.start()):
                continue
            if signal.things and speech.asks_for(hit.start()):
                continue
            tags = paper.regions[line]
            inside = Region.ANY in signal.regions or bool(tags & signal.regions)
            weight = signal.weight * (1.0 if inside else settings().outside_region)
            if best is None or weight > best[0]:
                best = weight, hit
            if inside:
                break
        if best is None:
            continue
        weight, hit = best
        totals[signal.conduct] = totals.get(signal.conduct, 0.0) + weight
        if signal.kind is not None:
            kinds[signal.kind] = kinds.get(signal.kind, 0.0) + weight
        found.append((signal.id, signal.conduct, weight, paper.spans(*hit.span())))
    standing = standing or standing_of(paper)
    drop_denials(totals, found)
    add(Conduct.ISSUES, asked_weights(speech, answers=handles_yours(found)), totals, found)
    _name(title_of(paper), totals, kinds, found)
    add(Conduct.TEMPLATES, blanks(paper, standing), totals, found)
    keep_the_rest(totals, found)
    for kind in _hear(paper, standing, quotes, totals, found):
        kinds[kind] = kinds.get(kind, 0.0) + act_weights()["kind_of_deed"]
    told = standing.has_headline or any(row[0] == "byline" for row in found)
    if standing.is_posted or not told:
        # That somebody "said" something makes no newspaper of what has neither head nor author.
        kinds.pop(Kind.NEWS_ARTICLE, None)
    return Weighed(totals, tuple(found), kinds, writes_back(paper, standing))


def _hear(
    paper: Paper,
    standing: Standing,
    quotes: Sequence[tuple[int, int]],
    totals: dict[Conduct, float],
    found: list[tuple[str, Conduct, float, tuple[Span, ...]]],
) -> frozenset[Kind]:
    """Add what the build of the sentences says, and how the paper stands between people.

    Returns:
        The kinds of demand that are told by the deed that is asked for.
    """
    sides = sides_of(paper, standing.letter)
    said = tuple(utterances(paper, sides, quotes, is_addressed=standing.is_addressed))
    for conduct in Conduct:
        _raise(conduct, said, totals, found)
    if totals.get(Conduct.ISSUES, 0.0) >= ASKS_ITSELF and covers_nothing(paper, found):
        drop("fax_cover", totals, found)
    if standing.is_from_watcher:
        for name in ("memo", "staff_rule"):
            drop(name, totals, found)
    stand(standing, totals, found)
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


def _stands_right(paper: Paper, signal: _Signal, line: int) -> bool:
    """Whether a hit stands on a heading, or among the opening lines, where its signal must."""
    if signal.opening and line >= signal.opening:
        return False
    text = paper.lines[line].text
    if any(True for pattern in signal.unless for _ in pattern.matches(text)):
        return False
    return not signal.heading or is_set_as_heading(paper, line)


_FRESH = re.compile(
    r"\b(?:also|still|additionally|in addition|one more|further|outstanding|missing|as well|too)\b"
)
"""Words by which a request says that it asks for more than was given."""


_ONLY_WHETHER = re.compile(
    r"\b(?:tell|let|advise|inform|confirm|clarify|say|know)\b(?: to)?(?: us| me| this office)?"
    r"(?: know)?[^.;:?]{0,40}? (?:whether|if|which of|how you|what you mean|by return)\b"
)
"""What one asks of a requester before one searches: what was meant, whether to go on."""


def asked_weights(
    speech: Speech, *, answers: bool = False
) -> Iterator[tuple[str, float, tuple[Span, ...]]]:
    """What a paper's own directives weigh: the first of each mood, and a little for more.

    Args:
        speech: The paper's sentences.
        answers: The paper handles its addressee's demand; a question back to him asks nothing.
    """
    weights = act_weights()
    for mood in Mood:
        acts = [act for act in speech.acts if act.mood is mood]
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
    return Weighed(totals, weighed.found, weighed.kinds, weighed.writes_back)


_OF_PAPERS = re.compile(
    r"\b(?:subpoenas?|detainers?|summonses|warrants?|records? requests|legal process"
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
    names = sorted(row[0] for row in weighed.found if row[1] is best)
    band, named = conduct_band(weighed.found, best, lead)
    if next_ > 0:
        named["rival"] = f"{second.value} {next_:g}"
    spans = weighed.spans_for(best) or paper.line_spans(0)
    return paper.read(best, spans, RULE, band, found=names, lead=round(lead, 2), **named)
