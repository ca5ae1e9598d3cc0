"""The provisions that a document cites; never that they apply or support the demand.

Authority: READING 12; ids as in facts, section 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tecum.provenance import Read
from tecum.reading.case_cites import case_cites
from tecum.reading.federal_cites import (
    CFR_SECTION,
    INA_SECTION,
    USC_SECTION,
    FoundCite,
    federal_cites,
    ina_id,
    now_of,
    provisions,
)
from tecum.reading.layout import Flow
from tecum.reading.matching import fold
from tecum.reading.result import Cite
from tecum.reading.sections import MARK, Section, read_sections
from tecum.reading.state_cites import STATE_SECTION, code_behind, state_cites
from tecum.words import Band

__all__ = ["cites"]

_BARE = re.compile(rf"(?<![A-Za-z0-9])(?P<mark>{MARK})\s{{0,3}}(?=[0-9])")
_OF_TITLE = re.compile(
    r",?\s{0,3}(?:of\s{1,3})?[Tt]itle\s{1,3}(?P<title>[0-9]{1,2}),?\s{0,3}(?:of\s{1,3})?(?:the\s{1,3})?(?P<code>United\s{1,3}States\s{1,3}Code|U\.?\s?S\.?\s?C\.?|Code\s{1,3}of\s{1,3}Federal\s{1,3}Regulations|C\.?\s?F\.?\s?R\.?)"
)
_OF_INA = re.compile(
    r",?\s{0,3}(?:of\s{1,3}(?:the\s{1,3})?)?(?P<name>INA\b|I\.N\.A\.|Immigration\s{1,3}(?:and|&)\s{1,3}Nationality\s{1,3}Act)"
)
_OF_THE_ACT = re.compile(r"\s{0,3}of\s{1,3}(?:the|said)\s{1,3}Act\b")
_OF_SOME_ACT = re.compile(
    r"\s{0,3},?\s{0,3}of\s{1,3}(?:the|this|that|your|our|said|such|an?)\s{1,3}(?!Act\b)[A-Za-z]"
)
_OF_OTHER = re.compile(
    r",?\s{0,3}of\s{1,3}(?:the\s{1,3})?(?P<act>Illegal\s{1,3}Immigration\s{1,3}Reform[A-Za-z ,]{0,80}Act|IIRIRA|Personal\s{1,3}Responsibility[A-Za-z ,]{0,80}Act|PRWORA)"
)


def cites(flow: Flow) -> tuple[Cite, ...]:
    """Every provision cited, each id once, in the order of its first mention.

    A section that no code is named for stays unresolved: its id is None.
    """
    text = fold(flow.text)
    found = [*federal_cites(text), *state_cites(text), *case_cites(text)]
    found = _outermost(found)
    found = _outermost([*found, *_bare(text, found)])
    unique: dict[str, Cite] = {}
    for cite in found:
        printed = " ".join(flow.text[cite.start : cite.end].split())
        key = cite.id or f"?{printed}"
        if key in unique:
            continue
        read = Read(
            printed,
            Band.CERTAIN if cite.id else Band.UNSURE,
            flow.spans(cite.start, cite.end),
            "citations/1",
        )
        unique[key] = Cite(cite=read, id=cite.id, now=now_of(cite.id) if cite.id else None)
    return tuple(unique.values())


def _outermost(found: Iterable[FoundCite]) -> list[FoundCite]:
    """Without cites that lie inside the reach of a longer one of another kind."""
    ordered = sorted(found, key=lambda c: (c.start, -c.end, c.id or ""))
    kept: list[FoundCite] = []
    for cite in ordered:
        if not any(_covers(outer, cite) for outer in kept[-6:]):
            kept.append(cite)
    return kept


def _covers(outer: FoundCite, cite: FoundCite) -> bool:
    if not (outer.start <= cite.start and cite.end <= outer.end):
        return False
    family = (cite.base or cite.id or "?").split("/")[0]
    return (outer.base or outer.id or "?").split("/")[0] != family or (
        cite.end - cite.start < outer.end - outer.start
        and (outer.id or "").startswith(f"{cite.id}/")
    )


def _bare(text: str, named: list[FoundCite]) -> Iterator[FoundCite]:
    """Sections whose code is named behind them, or that resolve to a code named before."""
    taken = sorted((c.start, c.end) for c in named)
    has_ina = re.search(r"Immigration\s+(?:and|&)\s+Nationality\s+Act|\bINA\b", text) is not None
    has_ina = (
        has_ina or re.search(r"8\s{0,2}C\.?F\.?R|[Ii]mmigration\s{1,3}[Oo]fficer", text) is not None
    )
    at = 0
    for match in _BARE.finditer(text):
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if any(a <= match.start() < b for a, b in taken[at : at + 3]):
            continue
        yield from _one_bare(text, match, named, has_ina=has_ina)


def _one_bare(
    text: str, match: re.Match[str], named: list[FoundCite], *, has_ina: bool
) -> Iterator[FoundCite]:
    mark = match["mark"]
    plural = mark.startswith("§§") or mark.lower().rstrip(".").endswith("s")
    found = read_sections(text, match.end(), STATE_SECTION, plural=plural)
    if not found:
        return
    end = found[-1].end
    titled = _OF_TITLE.match(text, end)
    if titled is not None:
        body, shape = (
            ("usc", USC_SECTION) if titled["code"].lstrip()[0] == "U" else ("cfr", CFR_SECTION)
        )
        base = f"{body}/{int(titled['title'])}"
        for section in read_sections(text, match.end(), shape, plural=plural):
            yield FoundCite(
                match.start(), titled.end(), f"{base}/{section.path}", base, section.number
            )
        return
    act = _OF_INA.match(text, end) or (_OF_THE_ACT.match(text, end) if has_ina else None)
    if act is not None:
        for section in read_sections(text, match.end(), INA_SECTION, plural=plural):
            resolved = ina_id(section)
            if resolved is not None or "name" in act.groupdict():
                yield FoundCite(match.start(), act.end(), resolved, "ina", section.number)
        return
    other = _OF_OTHER.match(text, end)
    if other is not None:
        short = "iirira" if other["act"].startswith(("I",)) else "prwora"
        for section in found:
            known = provisions()["acts"].get(f"{short} {section.number}")
            if known:
                yield FoundCite(match.start(), other.end(), "/".join((known, *section.subs)))
        return
    behind = code_behind(text, end)
    if behind is not None:
        for section in found:
            yield FoundCite(
                match.start(), behind[1], f"{behind[0]}/{section.path}", behind[0], section.number
            )
        return
    if _OF_SOME_ACT.match(text, end):
        return
    yield from _resolved(text, match, found, named)


def _resolved(
    text: str, match: re.Match[str], found: list[Section], named: list[FoundCite]
) -> Iterator[FoundCite]:
    before = [c for c in named if c.end <= match.start() and c.base]
    sign = match["mark"].startswith("§")
    for section in found:
        same = next((c for c in reversed(before) if c.section == section.number), None)
        if same is not None:
            base = same.base or ""
            cite = ina_id(section) if base == "ina" else f"{base}/{section.path}"
            yield FoundCite(match.start(), section.end, cite, base, section.number)
            continue
        if not sign:
            continue
        paragraph = text.rfind("\n\n", 0, match.start())
        near = [c for c in before if c.start > paragraph]
        if near and near[-1].base:
            base = near[-1].base
            cite = ina_id(section) if base == "ina" else f"{base}/{section.path}"
            yield FoundCite(match.start(), section.end, cite, base, section.number)
        else:
            yield FoundCite(match.start(), section.end, None, None, section.number)
