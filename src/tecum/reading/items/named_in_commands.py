"""The things that a command names behind whom, when and where it says so.

The last resort of a paper that demands something and lists nothing: behind a verb of giving, the
first words that name a record or a fact, however much stands between ("have ready for our
examiners, in the week of July 6, the general ledger"). What is found so is unsure: a person looks
at the sentence (READING 12, unnumbered demands).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

from tecum.reading.items.asked_objects import is_no_thing, trimmed
from tecum.reading.items.enumerated import names_record, series_of
from tecum.reading.speech.asked_words import CONDITIONAL, DENIED, LAW_TOLD, SAID_BEFORE
from tecum.reading.speech.directives import GIVING
from tecum.reading.speech.operative import is_statement, turns_to_reader
from tecum.reading.text.matching import Unit, spaced

__all__ = ["named_in_commands"]

_GIVES = spaced(
    r"\b(?:have\s(?:ready|at\shand|on\shand|available)|make\s(?:available|ready)|upload"
    r"|permit\s(?:the\s)?(?:inspection|copying|examination)(?:\sand\s(?:copying|inspection))?"
    r"|file\swith|to\sbring|respond\b[^.;:]{0,60}\bwith|is\sto\s(?:give|furnish|produce)|give"
    r"|informar|remit\w{1,4}|entreg\w{1,4}|envi\w{1,4})\b"
)
"""Verbs of giving beside those of directives, some with whom or how between their parts."""
_WORD = re.compile(r"[a-z\u00e0-\u00ff][a-z\u00e0-\u00ff'-]{1,30}")
_ARTICLES = frozenset(
    """the all any an each every your its their his her copies certified complete original la el
    los las un una copia""".split()  # noqa: SIM905
)
_NO_THING = frozenset(
    """us me him her them it itself call ring word notice questions""".split()  # noqa: SIM905
)
_COMPOUND = re.compile(r" {1,3}(?:details?|records?|logs?|sheets?|histor(?:y|ies)|register|book)\b")
"""What makes a kind of record of such a word ("the call detail records", "the notice log")."""
_FORBIDDEN = re.compile(r"\b(?:not|never|neither|nor|no)\b[^,;.]{0,24}$")
_NEGATED = 32
_LEADS_ASIDE = frozenset(
    """to at by for when from before under within in on about regarding concerning during through
    via into this these such said as en al del ante por para dentro""".split()  # noqa: SIM905
)
_THIS_PAPER = re.compile(
    r"(?:the |an? |this |your )?(?:signed |second |enclosed |attached )?(?:copy|original|form"
    r"|letter|notice|page|sheet|paper|subpoena|summons|detainer|warrant|order)s?\b"
    r"(?! (?:of|book|log))"
)
"""What goes back or is handed on: the demand itself."""
_NEAR, _SEEN, _LEAST = 3, 60, 6
_STOPS = (",", ":", ";")
_STOP = re.compile(r"[,:;.(]")


def named_in_commands(low: str, cut: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """The things named behind the verbs of giving of commands and requests, in printed order.

    Args:
        low: The text, plain.
        cut: Its units.
    """
    for i, unit in enumerate(cut):
        if any(p.match(low, unit.start, unit.end) for p in (DENIED, CONDITIONAL)):
            continue
        if LAW_TOLD.search(low, unit.start, unit.end):
            continue
        gives = _GIVES.search(low, unit.start, unit.end) or GIVING.search(low, unit.start, unit.end)
        if gives is None or not (
            gives.start() == unit.start or turns_to_reader(low[unit.start : unit.end])
        ):
            continue
        if _FORBIDDEN.search(low, max(unit.start, gives.start() - _NEGATED), gives.start()):
            continue
        start = _first_thing(low, gives.end(), unit.end)
        if start is None:
            continue
        behind = takewhile(lambda u: u.after_semicolon, cut[i + 1 :])
        parts = chain([(start, unit.end)], ((_past_and(low, u), u.end) for u in behind))
        for a, b in chain.from_iterable(series_of(low, *part) for part in parts):
            end = trimmed(low, a, b)
            if end - a >= _LEAST:
                yield a, end


_AND = re.compile(r"(?:and|or|y|o)\s{1,4}")


def _past_and(low: str, unit: Unit) -> int:
    """Where a part behind a semicolon begins, past the "and" before the last one."""
    joins = _AND.match(low, unit.start, unit.end)
    return joins.end() if joins else unit.start


def _first_thing(low: str, at: int, end: int) -> int | None:
    """Where the first words begin that name a thing, with the article before them.

    What a preposition leads is whom, when or where, up to a comma or the next article.
    """
    before, article, aside, last = "", None, False, at
    for word in _WORD.finditer(low, at, end):
        if any(stop in _STOPS for stop in low[last : word.start()]):
            before, article, aside = "", None, False
        last = word.end()
        if word[0] in _ARTICLES:
            if aside and before not in _LEADS_ASIDE and before != "of":
                aside = False
            article = word.start() if article is None else article
            continue
        aside = aside or word[0] in _LEADS_ASIDE
        told = word[0] in _NO_THING and _COMPOUND.match(low, word.end(), end) is None
        if not aside and not told and _names(low, word.start(), end):
            start = word.start() if article is None else article
            elsewhere = any(p.match(low, start, end) for p in (SAID_BEFORE, _THIS_PAPER))
            elsewhere = elsewhere or is_no_thing(low, start, end)
            return None if elsewhere or is_statement(low[start:end]) else start
        before, article = word[0], None
    return None


def _names(low: str, at: int, end: int) -> bool:
    words = _STOP.split(low[at : min(end, at + _SEEN)], maxsplit=1)[0]
    return names_record(words, within=_NEAR)
