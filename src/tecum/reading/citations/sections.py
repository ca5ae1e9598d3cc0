"""Lists of sections behind the name of a code: "1225(d)(4)(A), 1226 and 1357(d)".

Every loop here advances through the text and is bounded, so that the time to read a text
grows with its length and no faster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["MARK", "Section", "read_sections"]

MARK = (
    r"(?:§{1,3}|(?:88|55|SS|\$\$)(?=\s[0-9]{3})|\$(?=\s?[0-9])|ss?\.(?=\s?[0-9])"
    r"|S{1,2}(?=\s[0-9]{2})|[58&](?=\s[0-9]{3})"
    r"|[Ss]ections?|SECTIONS?|[Ss]ecs?\b\.?|SECS?\b\.?|[Pp]arts?|[Aa]rt(?:icles?|s)?\b\.?"
    r"|[Ss]ecci[oó]n(?:es)?|art[ií]culos?)"
)
"""The mark before a section, with what a recogniser makes of the section sign."""

_SUBS = re.compile(r"(?:\s{0,2}\([ ]?[0-9A-Za-z]{1,5}[ ]?\)){1,8}")
_SUB = re.compile(r"\(\s?([0-9A-Za-z]{1,5})\s?\)")
_SUBDIVISION = re.compile(r",?\s{0,2}subd(?:ivision|iv|s|\.)?s?\.?\s{0,2}(?=\(|[0-9])")
_JOIN = re.compile(
    r"(?P<join>\s{0,2},\s{0,3}(?:and|or|&|y|AND|OR)\s{1,3}|\s{0,2}[,;]\s{0,3}|\s{1,3}(?:and|or|&"
    r"|y|to|through|thru|AND|OR|TO|THROUGH|-)\s{1,3}|\s?-\s?(?=\())"
    rf"(?P<mark>{MARK}\s{{0,3}})?"
)
_NOT_A_SECTION = re.compile(
    r"\s{0,2}(?:U\.?\s?S\.?\s?C|C\.?\s?F\.?\s?R|Stat\.|Fed\.|F\.|ILCS|Pa\.|Del\.|[Dd]ays?\b"
    r"|hours?\b|business\b|calendar\b|working\b|months?\b|years?\b|weeks?\b|[ap]\.?m\b|copies"
    r"|pages|%|st\b|nd\b|rd\b|th\b|:[0-9]{2}|[/-][0-9]{1,2}[/-])"
)


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a list with its paragraphs: characters ``start`` up to ``end``."""

    start: int
    end: int
    number: str
    subs: tuple[str, ...]

    @property
    def path(self) -> str:
        """The section and its paragraphs as the tail of an id."""
        return "/".join((self.number, *self.subs))


def read_sections(text: str, at: int, shape: re.Pattern[str], *, plural: bool) -> list[Section]:
    """The sections that stand at a position, each with its paragraphs.

    Args:
        text: The folded text.
        at: Where the first section must start.
        shape: What a section of this code looks like.
        plural: Whether the mark announces several ("§§", "sections").
    """
    found = _section(text, at, shape)
    while found and len(found) < 40:
        last = found[-1]
        join = _JOIN.match(text, last.end)
        if join is None:
            break
        at = join.end()
        if text.startswith("(", at):
            more = _same_section(text, at, last)
        else:
            more = _section(text, at, shape)
            if more and not (plural or join["mark"]) and not _is_evident(more[0], last):
                break
        if not more or _NOT_A_SECTION.match(text, more[-1].end):
            break
        found.extend(more)
    return found


def _section(text: str, at: int, shape: re.Pattern[str]) -> list[Section]:
    match = shape.match(text, at)
    if match is None or _NOT_A_SECTION.match(text, match.end()):
        return []
    subs, end = _subs(text, match.end())
    number = match[0].rstrip(".-:")
    if number != match[0]:
        subs, end = (), match.start() + len(number)
    ends = re.fullmatch(r"([0-9]{3,5})-([0-9]{3,5})", number)
    if ends and int(ends[2]) > int(ends[1]) and "." not in number:
        return [
            Section(match.start(), end, ends[1], ()),
            Section(match.start(), end, ends[2], subs),
        ]
    return [Section(match.start(), end, number, subs)]


def _subs(text: str, at: int) -> tuple[tuple[str, ...], int]:
    subdivision = _SUBDIVISION.match(text, at)
    start = subdivision.end() if subdivision else at
    if subdivision:
        plain = re.compile(r"[0-9]{1,2}(?![0-9])").match(text, start)
        if plain:
            return (plain[0],), plain.end()
    match = _SUBS.match(text, start)
    if match is None:
        return (), at
    return tuple(_SUB.findall(match[0])), match.end()


def _same_section(text: str, at: int, last: Section) -> list[Section]:
    """Further paragraphs of the section before ("45(c), (d) and (e)")."""
    subs, end = _subs(text, at)
    if not subs or not last.subs:
        return []
    depth = _depth(last.subs, subs[0])
    return [Section(at, end, last.number, (*last.subs[:depth], *subs))]


def _depth(before: tuple[str, ...], sub: str) -> int:
    """At which level a further paragraph stands: where one of the same sort stood."""
    for i in range(len(before) - 1, -1, -1):
        if _sort(before[i]) == _sort(sub):
            return i
    return max(0, len(before) - 1)


def _sort(sub: str) -> str:
    if sub.isdecimal():
        return "number"
    return "capital" if sub[0].isupper() else "letter"


def _is_evident(section: Section, before: Section) -> bool:
    """Whether a number behind a single mark is plainly a further section, not a quantity."""
    number = section.number
    if section.subs or any(c in number for c in ".:-"):
        return True
    digits, earlier = re.match(r"[0-9]+", number), re.match(r"[0-9]+", before.number)
    if digits is None or earlier is None or len(digits[0]) < 3:
        return False
    if len(digits[0]) != len(earlier[0]):
        return False
    return not 1900 <= int(digits[0]) <= 2099 or number != digits[0]
