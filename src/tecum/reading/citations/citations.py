"""The provisions that a document cites; never that they apply or support the demand.

Authority: READING 12; ids as in facts, section 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tecum.instruments.sought import find_all, find_first
from tecum.provenance import Read
from tecum.reading.citations.case_cites import case_cites
from tecum.reading.citations.federal_cites import (
    CFR_SECTION,
    INA_SECTION,
    USC_SECTION,
    FoundCite,
    act_id,
    federal_cites,
    ina_id,
    now_of,
)
from tecum.reading.citations.sections import MARK, Section, read_sections
from tecum.reading.citations.state_cites import STATE_SECTION, code_behind, state_cites
from tecum.reading.result import Cite
from tecum.reading.text.layout import Flow
from tecum.reading.text.matching import fold
from tecum.reading.text.recognised import are_recognised
from tecum.words import Band

__all__ = ["cites"]

_BARE = re.compile(rf"(?<![A-Za-z0-9])(?P<mark>{MARK})\s{{0,3}}(?=[0-9])")
_OF_TITLE = re.compile(
    r",?\s{0,3}(?:(?:of|del?)\s{1,3})?(?:[Tt]itle|[Tt][ií]tulo)\s{1,3}(?P<title>[0-9]{1,2}),?"
    r"\s{0,3}(?:(?:of|del?)\s{1,3})?(?:the\s{1,3})?(?P<code>C[oó]digo\s{1,3}de\s{1,3}los"
    r"\s{1,3}Estados\s{1,3}Unidos|C[oó]digo\s{1,3}de\s{1,3}(?:Reglamentos|Regulaciones)"
    r"\s{1,3}Federales|United\s{1,3}States\s{1,3}Code|U\.?\s?S\.?\s?C\.?"
    r"|Code\s{1,3}of\s{1,3}Federal\s{1,3}Regulations|C\.?\s?F\.?\s?R\.?)"
)
_OF_INA = re.compile(
    r",?\s{0,3}(?:(?:of|de)\s{1,3}(?:the\s{1,3}|la\s{1,3})?)?(?P<name>INA\b|I\.N\.A\."
    r"|Ley\s{1,3}de\s{1,3}Inmigraci[oó]n\s{1,3}y\s{1,3}(?:de\s{1,3})?Nacionalidad"
    r"|Immigration\s{1,3}(?:and"
    r"|&)\s{1,3}Nationality\s{1,3}Act)"
)
_NAMES_INA = re.compile(
    r"Immigration\s{1,3}(?:and|&)\s{1,3}Nationality\s{1,3}Act|\bINA\b|(?<![0-9])8\s{0,2}C\.?F\.?R"
    r"|[Ii]mmigration\s{1,3}[Oo]fficer"
)
_OF_THE_ACT = re.compile(r"\s{0,3}of\s{1,3}(?:the|said)\s{1,3}Act\b")
_OF_SOME_ACT = re.compile(
    r"\s{0,3},?\s{0,3}of\s{1,3}(?:the|this|that|your|our|said|such|an?)\s{1,3}(?!Act\b)[A-Za-z]"
)
_LAW_BEHIND = re.compile(
    r",?\s{0,3}(?:of|under)\s{1,3}(?:the\s{1,3})?(?P<act>(?:[A-Z][A-Za-z.'&-]{0,24}[ ,\n]{1,3}"
    r"|(?:of|and|the|for|on|to|in)\s{1,3}){0,12}?(?:Act|Code|Law|Ordinances?|Statutes|Charter"
    r"|Regulations|IIRIRA|PRWORA)\b)(?:\s{1,3}of\s{1,3}(?P<year>[12][0-9]{3}))?"
)
"""A law named behind a section; its own words begin with a capital."""
_LAW_BEFORE = re.compile(
    r"(?:[A-Z][A-Za-z.'&-]{0,24}\s{1,2}|(?:of|and|the|for)\s{1,2}){1,8}?(?:Act|Code|Law"
    r"|Ordinances?|Statutes|Charter|Rules|Regulations)(?:\s{1,2}\([A-Z.]{2,10}\))?,?\s{0,3}$"
)
_DAMAGED = re.compile(
    r"(?:§\s{0,3}|U\.\s?S\.\s?C\.\s{0,3}|C\.\s?F\.\s?R\.\s{0,3})(?P<n>(?![SO])(?=[lIOS]{0,3}[0-9])"
    r"(?=[0-9]{0,4}[lIOS])[0-9lIOS]{3,5})(?![A-Za-z0-9])"
)
_DIGITS = str.maketrans("lIOS", "1105")


def cites(flow: Flow) -> tuple[Cite, ...]:
    """Every provision cited, each id once, in the order of its first mention.

    A section that no code is named for stays unresolved: its id is None.
    """
    printed_text = fold(flow.text)
    text = _DAMAGED.sub(_undamaged, printed_text)
    found = [*federal_cites(text), *state_cites(text), *case_cites(text)]
    found = _outermost(found)
    found = _outermost([*found, *_bare(text, found), *_bare_rules(text, found)])
    unique: dict[str, Cite] = {}
    for cite in found:
        printed = " ".join(flow.text[cite.start : cite.end].split())
        key = cite.id or f"?{printed}"
        if key in unique:
            continue
        where = flow.spans(cite.start, cite.end)
        repaired = (
            _HALF.search(printed) is not None
            or text[cite.start : cite.end] != printed_text[cite.start : cite.end]
        )
        read = Read(
            printed,
            _band(cite, repaired=repaired or are_recognised(flow.source, where)),
            where,
            "citations/1",
            {"repaired": printed} if repaired else {},
        )
        now = now_of(cite.id) if cite.id else None
        unique[key] = Cite(cite=read, id=cite.id, now=now, unresolved=cite.id is None)
    return tuple(unique.values())


_HALF = re.compile(r"^[0-9]{1,2}\s{1,3}S\.\s?C\.")
"""A cite of the United States Code whose first letter a recogniser has lost."""


def _band(cite: FoundCite, *, repaired: bool) -> Band:
    """Recognised letters alone do not make a number certain: nothing else agrees with it."""
    if cite.id is None:
        return Band.UNSURE
    return Band.LIKELY if repaired else Band.CERTAIN


def _undamaged(match: re.Match[str]) -> str:
    """The cite with the letters of its number read as digits; the length stays."""
    return match[0][: match.start("n") - match.start()] + match["n"].translate(_DIGITS)


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


@dataclass
class _Named:
    """The cites named so far, as the text is walked: the last one, and the last per section."""

    cites: list[FoundCite]
    has_ina: bool
    at: int = 0
    last: FoundCite | None = None
    by_section: dict[str, FoundCite] = field(default_factory=dict)

    def upto(self, position: int) -> None:
        """Walk on to a position."""
        while self.at < len(self.cites) and self.cites[self.at].end <= position:
            cite = self.cites[self.at]
            if cite.base:
                self.last = cite
                if cite.section:
                    self.by_section[cite.section] = cite
            self.at += 1

    def covers(self, position: int) -> bool:
        """Whether a position lies inside a cite named."""
        return any(c.start <= position < c.end for c in self.cites[self.at : self.at + 4])


def _bare(text: str, found: list[FoundCite]) -> Iterator[FoundCite]:
    """Sections whose code is named behind them, or that resolve to a code named before."""
    named = _Named(
        sorted(found, key=lambda c: (c.end, c.start)), find_first(_NAMES_INA, text) is not None
    )
    for match in find_all(_BARE, text):
        named.upto(match.start())
        if not named.covers(match.start()):
            yield from _one_bare(text, match, named)


_BARE_RULE = re.compile(r"(?<![A-Za-z])(?:Rules?|RULES?)\s{1,3}(?=[0-9]{1,3}(?:\.[0-9])?\s?\()")
_RULE_BODIES = frozenset(("frcp", "frcrp", "fre", "frap", "frbp"))


def _bare_rules(text: str, found: list[FoundCite]) -> Iterator[FoundCite]:
    """A part of a rule whose body of rules was named with the same rule before it.

    "Fed. R. Civ. P. 45 are attached: Rule 45(c), Rule 45(d)".
    """
    rules = [c for c in found if c.base in _RULE_BODIES and c.section]
    if not rules:
        return
    for match in _BARE_RULE.finditer(text):
        if any(c.start <= match.start() < c.end for c in found):
            continue
        for section in read_sections(text, match.end(), STATE_SECTION, plural=True):
            before = [c for c in rules if c.end <= match.start() and c.section == section.number]
            if before:
                base = before[-1].base or ""
                cite = f"{base}/{section.path}"
                yield FoundCite(match.start(), section.end, cite, base, section.number)


def _one_bare(text: str, match: re.Match[str], named: _Named) -> Iterator[FoundCite]:
    mark = match["mark"]
    plural = mark.startswith("§§") or mark.lower().rstrip(".").endswith("s")
    found = read_sections(text, match.end(), STATE_SECTION, plural=plural)
    if not found:
        return
    end = found[-1].end
    titled = _OF_TITLE.match(text, end)
    if titled is not None:
        yield from _of_title(text, match, titled, plural=plural)
        return
    act = _OF_INA.match(text, end) or (_OF_THE_ACT.match(text, end) if named.has_ina else None)
    if act is not None:
        for section in read_sections(text, match.end(), INA_SECTION, plural=plural):
            resolved = ina_id(section)
            if resolved is not None or "name" in act.groupdict():
                yield FoundCite(match.start(), act.end(), resolved, "ina", section.number)
        return
    behind = code_behind(text, end)
    if behind is not None:
        for section in found:
            yield FoundCite(
                match.start(), behind[1], f"{behind[0]}/{section.path}", behind[0], section.number
            )
        return
    law = _LAW_BEHIND.match(text, end)
    if law is not None:
        for section in found:
            cite = act_id(law["act"], section)
            yield FoundCite(match.start(), law.end(), cite, None, section.number)
        return
    if _OF_SOME_ACT.match(text, end):
        return
    before = _LAW_BEFORE.search(text[max(0, match.start() - 110) : match.start()])
    if before is not None:
        start = match.start() - len(before[0])
        for section in found:
            cite = act_id(before[0], section)
            yield FoundCite(start, section.end, cite, None, section.number)
        return
    yield from _resolved(text, match, found, named)


def _of_title(
    text: str, match: re.Match[str], titled: re.Match[str], *, plural: bool
) -> Iterator[FoundCite]:
    """Sections whose title and code are named behind them."""
    is_usc = titled["code"].startswith("U") or titled["code"].endswith("Unidos")
    base = f"{'usc' if is_usc else 'cfr'}/{int(titled['title'])}"
    shape = USC_SECTION if is_usc else CFR_SECTION
    for section in read_sections(text, match.end(), shape, plural=plural):
        yield FoundCite(match.start(), titled.end(), f"{base}/{section.path}", base, section.number)


_CODE_LIKE = re.compile(
    r"[0-9]{1,3}[A-Z]?[-.:][0-9]{1,4}[-.:][0-9]{1,4}(?:\.[0-9]{1,3})?|[0-9]{3,5}\.[0-9]{2,4}"
)
"""A number that only a section of a code has ("2-3-107"); a paper's own sections have none."""


def _resolved(
    text: str, match: re.Match[str], found: list[Section], named: _Named
) -> Iterator[FoundCite]:
    """A section that was named before, or one of the last code named in the paragraph."""
    paragraph = text.rfind("\n\n", max(0, match.start() - 4000), match.start())
    for section in found:
        known = named.by_section.get(section.number)
        if known is None and (
            match["mark"].startswith("§") or _CODE_LIKE.fullmatch(section.number)
        ):
            near = named.last is not None and named.last.start > paragraph
            known = named.last if near else None
            if known is None:
                yield FoundCite(match.start(), section.end, None, None, section.number)
        if known is not None:
            base = known.base or ""
            cite = ina_id(section) if base == "ina" else f"{base}/{section.path}"
            yield FoundCite(match.start(), section.end, cite, base, section.number)
