"""Cites of state and municipal codes, by a shipped table of their names.

Authority: READING 12 (state codes with every code name of California, New York and Texas).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tecum.instruments.compiled import compiled, led
from tecum.instruments.heads import Openings
from tecum.instruments.sought import find_all
from tecum.reading.citations.federal_cites import FoundCite
from tecum.reading.citations.sections import MARK, read_sections
from tecum.tables import table_of

__all__ = ["STATE_SECTION", "CodeName", "code_behind", "state_cites"]

STATE_SECTION = re.compile(
    r"[0-9]{1,5}[A-Za-z]{0,2}(?:[.:-][0-9]{1,5}[A-Za-z]{0,2}){0,5}(?:-[a-z](?![0-9A-Za-z-]))?"
    r"(?![0-9A-Za-z])"
)
_CHAPTER = re.compile(r"(?:[Cc](?:h(?:apter|\.)?|\.)\s{0,2}(?P<chapter>[0-9]{1,4}[A-Z]?),?\s{0,3})")
_CHAPTER_OF = re.compile(
    r"\b[Cc]h(?:apter|\.)\s{1,3}(?P<n>[0-9]{1,4}[A-Z]?(?:\.[0-9A-Z]{1,4}|-[0-9]{1,4})?)"
    r"(?:,\s{0,3}|\s{1,3})(?:of\s{1,3}(?:the\s{1,3})?)?(?=[A-Z])"
)
_STATES = {"cal": r"cal(?:ifornia|\.)?", "tex": r"tex(?:as|\.)?"}
_ILCS = re.compile(
    r"(?<![0-9])(?P<a>[0-9]{1,4})\s{1,3}I\.?L\.?C\.?S\.?\s{1,3}(?P<b>[0-9]{1,4})/"
    r"(?P<c>[0-9]{1,3}[A-Z]{0,2}(?:[.-][0-9]{1,4}[A-Za-z]{0,2}){0,4})(?P<subs>"
    r"(?:\([0-9A-Za-z.-]{1,5}\)){0,6})"
)
_STATE_RULES = re.compile(
    r"(?<![A-Za-z.])(?:(?P<st>Ala|Alaska|Ariz|Ark|Cal|Colo|Conn|Del|Fla|Ga|Haw|Idaho|Ill|Ind|Iowa"
    r"|Kan|Ky|La|Me|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\.\s?H|N\.\s?J|N\.\s?M|N\.\s?Y"
    r"|N\.\s?C|N\.\s?D|Ohio|Okla|Or|Pa|R\.\s?I|S\.\s?C|S\.\s?D|Tenn|Tex|Utah|Vt|Va|Wash|W\.\s?Va"
    r"|Wis|Wyo|D\.\s?C)\.?\s{0,2}(?:Super\.\s)?R(?:ules?\sof|\.)?\s{0,2}"
    r"(?P<kind>Civ|Crim|Evid|App|Juv|Jud\.\sAdmin)(?:il|inal|ence"
    r"|ellate)?\.?\s{0,2}(?:P(?:roc(?:edure)?)?\.?\s{0,2})?|(?P<short>Crim|Civ"
    r"|Evid)\.\s?R\.\s{0,2})(?:[Rr]ule\s)?(?=[0-9])"
)
_RULE_CODES = (
    ("crcp", r"C\.?R\.?C\.?P\.?"),
    ("orcp", r"O\.?R\.?C\.?P\.?"),
    ("nrcp", r"N\.?R\.?C\.?P\.?"),
    ("ncrcp", r"N\.C\.R\.C\.P\."),
)
_RULE_CODE = re.compile(
    rf"(?<![A-Za-z.])(?:{'|'.join(f'(?P<{n}>{p})' for n, p in _RULE_CODES)})\s{{1,2}}(?:Rule\s)?"
    rf"(?=[0-9])"
)
_RULE = re.compile(r"[0-9]{1,3}(?:[.-][0-9]{1,3})?(?![0-9A-Za-z])")
_ILLINOIS_RULE = re.compile(
    r"(?:Ill(?:inois|\.)\s{1,2})(?:Supreme\s{1,2}Court|S(?:up)?\.\s?Ct\.)\s{1,2}R(?:ules?"
    r"|\.)\s{1,2}(?=[0-9])"
)
_RULES_OF_COURT = re.compile(
    r"Cal(?:ifornia|\.)?\s{1,2}Rules\s{1,2}of\s{1,2}Court,?\s{1,3}[Rr]ules?\s{1,2}(?=[0-9])"
)


@dataclass(frozen=True, slots=True)
class CodeName:
    """One code of the table."""

    id: str
    state: str | None
    title_first: bool
    pattern: str
    names: tuple[str, ...]


@cache
def _codes() -> tuple[CodeName, ...]:
    data = files("tecum.reading").joinpath("lexicon", "codes.toml").read_text("utf-8")
    rows = table_of(data)["code"]
    return tuple(
        CodeName(
            row["id"],
            row.get("state"),
            row.get("title_first", False),
            "|".join(re.sub(r" (?!\?)", r"\\s{1,3}", name) for name in row["names"]),
            tuple(row["names"]),
        )
        for row in rows
    )


@cache
def _openings() -> dict[str, Openings]:
    """With what the names of a first letter go on."""
    return {letter: Openings(pattern) for letter, pattern in _names().items()}


@cache
def _names() -> dict[str, re.Pattern[str]]:
    """The names by their first letter; names of two states' codes are told apart by the state."""
    rows: dict[str, list[str]] = {}
    for i, code in enumerate(_codes()):
        before = rf"(?P<s{i}>{_STATES[code.state]}\s{{1,3}})?" if code.state else ""
        row = rf"(?P<c{i}>{before}(?:{code.pattern}))"
        letters = set().union(*(_first_letters(name) for name in code.names))
        for letter in sorted(letters | {code.state[0]} if code.state else letters):
            rows.setdefault(letter, []).append(row)
    return {
        letter: compiled(
            rf"(?<![a-z0-9.])(?:{'|'.join(sorted(some, key=len, reverse=True))})(?![a-z])",
            re.IGNORECASE,
        )
        for letter, some in rows.items()
    }


def _first_letters(name: str) -> set[str]:
    """The letters with which a name of the table may begin."""
    if not name.startswith("("):
        return {name[0]}
    depth, end = 0, 0
    for end, char in enumerate(name):  # noqa: B007
        depth += (char == "(") - (char == ")")
        if depth == 0:
            break
    letters = {part.lstrip("?:")[0] for part in name[1:end].split("|") if part.lstrip("?:")}
    return letters | _first_letters(name[end + 2 :]) if name[end + 1 : end + 2] == "?" else letters


_WORD_START = re.compile(r"(?<![A-Za-z0-9.])[A-Za-z]")
_LONG = 8_000
"""Letters of a text from which on it pays to know with what the names begin."""


def _names_in(text: str, low: int, high: int) -> Iterator[re.Match[str]]:
    """The names of codes in a stretch of a text."""
    done = low
    names = _names()
    openings = _openings() if len(text) >= _LONG or _openings.cache_info().currsize else {}
    for word in _WORD_START.finditer(text, low, high):
        at = word.start()
        letter = word[0].lower()
        if at < done or letter not in names:
            continue
        if openings and not openings[letter].may_begin(text, at):
            continue
        match = names[letter].match(text, at, high)
        if match is not None:
            yield match
            done = match.end()


def _name_at(text: str, at: int) -> re.Match[str] | None:
    """The name of a code that stands at a position."""
    pattern = _names().get(text[at : at + 1].lower())
    return pattern.match(text, at) if pattern else None


_HINT = led(
    r"(?i:\b(?:code|c[oó]digo|laws?|stat(?:utes|s)?|charter|act|ord(?:inances?)?|regs?|regulations"
    r"|rules)\b)"
    r"|[A-Z][A-Za-z.]{1,9}\s{0,2}(?:1978,?\s)?(?:§{1,2}|[Ss]ec(?:tions?|s)?\.?|art\."
    r"|ch?\.)?\s{0,2}(?=[0-9])"
)
_NUMBER_NEAR = re.compile(r"[0-9]")
_MARKED = re.compile(
    rf",?\s{{0,3}}(?:\(?[12][0-9]{{3}}\)?,?\s{{1,2}})?(?P<mark>{MARK})?\s{{0,3}}(?=[0-9])"
)
_TITLE_BEFORE = re.compile(r"(?<![0-9.-])([0-9]{1,3})\s{1,3}$")


def state_cites(text: str) -> Iterator[FoundCite]:
    """Cites of state and municipal law in a folded text, in no order."""
    for match in find_all(_ILCS, text):
        subs = re.findall(r"\(([^)]+)\)", match["subs"])
        parts = ("ilcs", match["a"], match["b"], match["c"], *subs)
        yield FoundCite(
            match.start(),
            match.end(),
            "/".join(parts),
            f"ilcs/{match['a']}/{match['b']}",
            match["c"],
        )
    for low, high in _windows(text):
        for match in _names_in(text, low, high):
            yield from _named(text, match)
    for chapter in find_all(_CHAPTER_OF, text):
        named = _name_at(text, chapter.end())
        if named is not None and _is_cite(text, named, "§", chapter["n"]):
            code = _codes()[_index(named)].id
            yield FoundCite(
                chapter.start(), named.end(), f"{code}/{chapter['n']}", code, chapter["n"]
            )
    yield from _state_rules(text)


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Where a name may stand; the pattern of all names is too slow for every word of a text."""
    low = high = -1
    for hint in _HINT.finditer(text):
        if _NUMBER_NEAR.search(text, hint.end() - 1, hint.end() + 56) is None:
            continue
        behind = 48 if "digo" in hint[0] else 8
        start, end = max(0, hint.start() - 60), min(len(text), hint.end() + behind)
        if start > high:
            if high >= 0:
                yield low, high
            low = start
        high = end
    if high >= 0:
        yield low, high


def _named(text: str, match: re.Match[str]) -> Iterator[FoundCite]:
    index = (
        int(match.lastgroup[1:]) if match.lastgroup and match.lastgroup[0] == "c" else _index(match)
    )
    code = _codes()[index]
    marked = _MARKED.match(text, match.end())
    at = match.end()
    chapter = ""
    if marked is None:
        behind = _CHAPTER.match(
            text, at + (len(text[at : at + 3]) - len(text[at : at + 3].lstrip(" ,")))
        )
        if behind is None:
            return
        chapter = behind["chapter"]
        marked = _MARKED.match(text, behind.end())
        if marked is None:
            yield FoundCite(match.start(), behind.end(), f"{code.id}/{chapter}", code.id, chapter)
            return
    mark = marked["mark"] or ""
    plural = mark.startswith("§§") or mark.lower().rstrip(".").endswith("s")
    found = read_sections(text, marked.end(), STATE_SECTION, plural=plural)
    if not found or not _is_cite(text, match, mark, found[0].number):
        return
    base, start = code.id, match.start()
    title = _TITLE_BEFORE.search(text[max(0, start - 8) : start]) if code.title_first else None
    if title is not None:
        base, start = f"{code.id}/{title[1]}", start - len(title[0])
    if chapter:
        base = f"{base}/{chapter}"
    base = _by_state(base, match, index, text)
    for i, section in enumerate(found):
        begin = start if i == 0 else section.start
        yield FoundCite(begin, section.end, f"{base}/{section.path}", base, section.number)


def _index(match: re.Match[str]) -> int:
    return next(int(k[1:]) for k, v in match.groupdict().items() if k[0] == "c" and v is not None)


def _is_cite(text: str, match: re.Match[str], mark: str, number: str) -> bool:
    """An abbreviation must be in capitals and its number look like a section."""
    name = match[0]
    letters = name.replace(".", "").replace(" ", "").replace("&", "")
    if mark.startswith("§"):
        return True
    if len(letters) <= 6 and " code" not in name.lower() and " law" not in name.lower():
        if mark and name.count(".") >= 3:
            return True
        if letters.upper() != letters and "stat" not in letters.lower() and letters != "RSMo":
            return False
        return bool(mark) or any(c in number for c in ".-:") or len(number) >= 3
    return name[0].isupper() or bool(mark)


def _by_state(base: str, match: re.Match[str], index: int, text: str) -> str:
    """A name that two states share belongs to the state that the document names."""
    code = _codes()[index]
    if code.state is None or match[f"s{index}"]:
        return base
    rival = next(
        (
            c
            for c in _codes()
            if c.state not in (None, code.state)
            and re.fullmatch(c.pattern, match[0].strip(), re.IGNORECASE)
        ),
        None,
    )
    if rival is None:
        return base
    low = text[:20000].lower()
    here, there = low.count("california"), low.count("texas")
    chosen = "tex" if there > here else "cal"
    return base if code.state == chosen else base.replace(code.id, rival.id, 1)


def code_behind(text: str, at: int) -> tuple[str, int] | None:
    """The code that is named behind a section: "of the Government Code", ", RSMo"."""
    link = re.compile(
        r"\s{0,3}(?:,\s{0,3}|del?\s{1,3}(?:la\s{1,3})?"
        r"|of\s{1,3}(?:the\s{1,3})?(?:(?:State\s{1,3}of\s{1,3})?"
        r"(?:New\s{1,3}York|Colorado|Oregon|Washington|State)\s{1,3}(?:State\s{1,3})?)?){1,2}"
    ).match(text, at)
    if link is None:
        return None
    match = _name_at(text, link.end())
    if match is None:
        return None
    index = _index(match)
    return _by_state(_codes()[index].id, match, index, text), match.end()


def _state_rules(text: str) -> Iterator[FoundCite]:
    for match in find_all(_STATE_RULES, text):
        state = (match["st"] or "ohio").replace(".", "").replace(" ", "").lower()
        kind = (match["kind"] or match["short"]).lower().split(".")[0]
        tail = {"civ": "rcivp", "crim": "rcrimp", "evid": "revid", "app": "rapp"}.get(kind, "rules")
        for i, section in enumerate(read_sections(text, match.end(), _RULE, plural=True)):
            base = f"{state}-{tail}"
            start = match.start() if i == 0 else section.start
            yield FoundCite(start, section.end, f"{base}/{section.path}", base, section.number)
    for pattern, plain_base in (
        (_RULE_CODE, ""),
        (_RULES_OF_COURT, "cal-rules"),
        (_ILLINOIS_RULE, "ill-sctr"),
    ):
        for match in find_all(pattern, text):
            base = match.lastgroup or plain_base
            for i, section in enumerate(read_sections(text, match.end(), _RULE, plural=True)):
                start = match.start() if i == 0 else section.start
                yield FoundCite(start, section.end, f"{base}/{section.path}", base, section.number)
