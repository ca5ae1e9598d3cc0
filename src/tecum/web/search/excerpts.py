"""The words around a hit, opened for those who may read them and for nobody else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import has_role, sees_all_subjects
from tecum.web.docket import models
from tecum.web.ledger.vault import openings_of
from tecum.web.search.asked import Term
from tecum.web.search.models import IndexedWords
from tecum.web.search.passages import Passage, Place, opened, papers
from tecum.web.search.words import Token, tokens
from tecum.words import Role

__all__ = ["Excerpt", "excerpts", "followed", "led_up"]

_AROUND = 60
_MOST = 2
"""Quotations a hit."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A found word with what stands around it, and where it stands."""

    place: Place
    name: str
    before: str
    words: str
    after: str


def excerpts(
    person: Person, dockets: Sequence[models.Docket], terms: Sequence[Term]
) -> dict[str, tuple[Excerpt, ...]]:
    """Docket → the first places where the words stand, of the dockets whose words may be read."""
    read_by = _read_by(person, dockets)
    shown = IndexedWords.objects.filter(docket__in=read_by).values_list("docket_id", "open")
    # What the number or the institution shows is not quoted again, and nothing is opened for it.
    left = {docket: _not_in(terms, held.split()) for docket, held in shown}
    wanted = [docket for docket, rest in left.items() if rest]
    is_counsel = has_role(person, Role.COUNSEL, Role.LEAD)
    found = {
        docket: _quoted(passages, left[docket])
        for docket, passages in _sealed(wanted, is_counsel=is_counsel).items()
    }
    missing = [docket for docket in wanted if not found.get(docket)]
    for docket, read in _readings(missing).items():
        pages = [
            page
            for paper in papers(read)
            if is_counsel or not paper.for_counsel
            for page in paper.pages
        ]
        found[docket] = _quoted(pages, terms)
    return {docket: rows for docket, rows in found.items() if rows}


def _not_in(terms: Sequence[Term], words: Sequence[str]) -> list[Term]:
    """The terms that are not all among these words."""
    held = set(words)
    return [term for term in terms if not held.issuperset(term.words)]


def _sealed(dockets: Sequence[str], *, is_counsel: bool) -> dict[str, list[Passage]]:
    """Docket → its sealed passages in order, opened."""
    rows = list(models.Entry.objects.filter(docket__in=dockets).order_by("docket", "seq"))
    keys = openings_of(row.pk for row in rows) if rows else {}
    found: dict[str, list[Passage]] = {docket: [] for docket in dockets}
    for row in rows:
        for passage, for_counsel in opened(json.loads(bytes(row.body)), keys[row.pk].fields):
            if is_counsel or not for_counsel:
                found[row.docket_id].append(passage)
    return found


def _read_by(person: Person, dockets: Sequence[models.Docket]) -> set[str]:
    """The dockets of these on which somebody sees subjects."""
    ids = [row.pk for row in dockets]
    if sees_all_subjects(person):
        return set(ids)
    if not has_role(person, Role.CLERK, Role.CUSTODIAN, Role.ISSUING_OFFICER):
        return set()
    members = models.DocketMember.objects.filter(docket__in=ids, person_id=person.public_id)
    return set(members.values_list("docket_id", flat=True))


def _readings(dockets: list[str]) -> Mapping[str, list[Mapping[str, Any]]]:
    from tecum.web.intake.selectors import latest_readings

    return latest_readings(dockets) if dockets else {}


def _quoted(passages: Iterable[Passage], terms: Sequence[Term]) -> tuple[Excerpt, ...]:
    """The first place of each term, each passage once."""
    left, found = list(terms), []
    for passage in passages:
        if not left or len(found) == _MOST:
            break
        words = list(tokens(passage.text))
        for term in left:
            at = _stands(term, words)
            if at is not None:
                found.append(_excerpt(passage, words, *at))
                left = [one for one in left if _stands(one, words) is None]
                break
    return tuple(found)


def _stands(term: Term, words: Sequence[Token]) -> tuple[int, int] | None:
    size = len(term.words)
    for start in range(len(words) - size + 1):
        if all(words[start + n].word == term.words[n] for n in range(size)):
            return start, start + size - 1
    return None


def _excerpt(passage: Passage, words: Sequence[Token], first: int, last: int) -> Excerpt:
    text, start, end = passage.text, words[first].start, words[last].end
    return Excerpt(
        passage.place,
        passage.name,
        _flat(led_up(text, start)),
        text[start:end],
        _flat(followed(text, end)),
    )


def led_up(text: str, start: int) -> str:
    """The words before, none of them cut; dots say that there are more."""
    first = start - _AROUND
    if first <= 0:
        return text[:start]
    cut = text[first:start]
    if not text[first - 1].isspace():
        cut = cut.partition(" ")[2] or cut
    return f"… {cut.lstrip()}"


def followed(text: str, end: int) -> str:
    """The words after, none of them cut; dots say that there are more."""
    last = end + _AROUND
    if last >= len(text):
        return text[end:]
    cut = text[end:last]
    if not text[last].isspace() and len(cut.split()) > 1:
        cut = cut.rsplit(maxsplit=1)[0]
    return f"{cut.rstrip()} …"


def _flat(text: str) -> str:
    """Lines of a page as one; a blank at either end stays."""
    flat = " ".join(text.split())
    return f"{' ' if text[:1].isspace() else ''}{flat}{' ' if text[-1:].isspace() and flat else ''}"
