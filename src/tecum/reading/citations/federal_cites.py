"""Cites of federal law: codes, regulations, rules, acts, orders; and of EU regulations.

Authority: READING 12 (authorities), ids as in facts, section 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tecum.instruments.sought import find_all
from tecum.reading.citations.sections import MARK, Section, read_sections
from tecum.tables import table_of

__all__ = [
    "CFR_SECTION",
    "INA_SECTION",
    "RULE",
    "USC_SECTION",
    "FoundCite",
    "act_id",
    "federal_cites",
    "ina_id",
    "now_of",
    "provisions",
]

USC_SECTION = re.compile(
    r"[0-9]{1,5}[a-z]{0,3}(?:-[0-9]{1,4}[a-z]?)?(?![0-9A-Za-z])|[0-9]{1,5}[A-Z](?![A-Za-z0-9])"
)
CFR_SECTION = re.compile(
    r"[0-9]{1,4}[a-z]{0,2}(?:\.[0-9]{1,4}[a-z]{0,2}(?:-[0-9]{1,3})?)?(?![0-9A-Za-z])"
)
INA_SECTION = re.compile(r"[0-9]{3}[A-D]?(?![0-9A-Za-z])")
RULE = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,3})?(?![0-9A-Za-z])")

_TITLE = r"(?P<title>[0-9lI]{1,2})"
_USC_NAME = (
    r"(?:S\.\s?C\.(?=\s{0,2}§)|U\s?[.,]?\s?[S5]\s?[.,]?\s?C\s?[.,]?(?:\s?A\.?)?(?![A-Za-z])"
    r"|United\s{1,3}States\s{1,3}Code|C[oó]digo\s{1,3}de\s{1,3}los\s{1,3}Estados\s{1,3}Unidos)"
)
_CFR_NAME = (
    r"(?:C\s?[.,]?\s?F\s?[.,]?\s?R\s?[.,]?(?![A-Za-z])"
    r"|Code\s{1,3}of\s{1,3}Federal\s{1,3}Regulations"
    r"|C[oó]digo\s{1,3}de\s{1,3}(?:Reglamentos|Regulaciones)\s{1,3}Federales)"
)
_USC = re.compile(
    rf"(?<![0-9A-Za-z.-]){_TITLE}\s{{0,3}}{_USC_NAME}\s{{0,3}}"
    rf"(?P<app>[Aa]pp(?:endix|x?\.)?,?\s{{0,3}}(?:[0-9]\s{{0,2}}(?=§))?)?"
    rf"(?P<mark>{MARK})?\s{{0,3}}(?=[0-9])"
)
_CFR = re.compile(
    rf"(?<![0-9A-Za-z.-]){_TITLE}\s{{0,3}}{_CFR_NAME}\s{{0,3}}(?P<mark>{MARK})?\s{{0,3}}(?=[0-9])"
)
_TITLED = re.compile(
    rf"[Tt](?:itle|ITLE|[ií]tulo)\s{{1,3}}{_TITLE},?\s{{1,3}}(?:(?:of"
    rf"|del?)\s{{1,3}}(?:the\s{{1,3}})?)?"
    rf"(?P<code>{_USC_NAME}|{_CFR_NAME}|UNITED\sSTATES\sCODE)[,]?\s{{0,3}}"
    rf"(?:\([A-Z. ]{{3,10}}\),?\s{{0,3}})?(?P<mark>{MARK})\s{{0,3}}(?=[0-9])"
)
_INA = re.compile(
    rf"(?:\bINA\b|\bI\.N\.A\.|Ley\s{{1,3}}de\s{{1,3}}Inmigraci[oó]n\s{{1,3}}y\s{{1,3}}"
    rf"(?:de\s{{1,3}})?Nacionalidad|Immigration\s{{1,3}}(?:and"
    rf"|&)\s{{1,3}}Nationality\s{{1,3}}Act(?:\s{{1,3}}\(\"?(?:the\s)?\"?(?:INA"
    rf"|Act)\"?\))?)(?:\s{{1,3}}of\s1952)?(?:,?\s{{1,3}}as\samended)?,?\s{{0,3}}"
    rf"(?P<mark>{MARK})?\s{{0,3}}(?=[0-9]{{3}})"
)
_ACT = re.compile(
    rf"(?<![A-Za-z.])(?P<act>IIRIRA|PRWORA|I\.R\.C\.|IRC"
    rf"|Internal\s{{1,3}}Revenue\s{{1,3}}Code)\s{{0,3}}(?P<mark>{MARK})?\s{{0,3}}(?=[0-9]{{3}})"
)
_RULES = (
    (
        "frcp",
        (
            r"(?:Fed(?:eral|\.)?\s?R(?:ules?|\.)?\s?(?:of\s)?Civ(?:il|\.)?\s?P(?:rocedure|roc\.?"
            r"|\.)?"
            r"|F\.?R\.?C\.?P\.?(?!\w)|FRCivP)"
        ),
    ),
    (
        "frcrp",
        (
            r"(?:Fed(?:eral|\.)?\s?R(?:ules?|\.)?\s?(?:of\s)?Crim(?:inal|\.)?\s?P(?:rocedure|roc\.?"
            r"|\.)?|FRCrP|F\.R\.Crim\.P\.)"
        ),
    ),
    ("fre", r"(?:Fed(?:eral|\.)?\s?R(?:ules?|\.)?\s?(?:of\s)?Evid(?:ence|\.)?|\bFRE\b|F\.R\.E\.)"),
    (
        "frap",
        (
            r"(?:Fed(?:eral|\.)?\s?R(?:ules?|\.)?\s?(?:of\s)?App(?:ellate|\.)?\s?P(?:rocedure"
            r"|roc\.?"
            r"|\.)?|\bFRAP\b)"
        ),
    ),
    (
        "frbp",
        (
            r"(?:Fed(?:eral|\.)?\s?R(?:ules?|\.)?\s?(?:of\s)?Bankr(?:uptcy|\.)?\s?P(?:rocedure"
            r"|roc\.?"
            r"|\.)?|\bFRBP\b)"
        ),
    ),
)
_RULE_NAMES = "|".join(rf"(?P<{name}>{pattern})" for name, pattern in _RULES)
_RULE_BEFORE = re.compile(
    rf"(?<![A-Za-z])(?:{_RULE_NAMES}),?\s{{0,3}}(?:[Rr]ules?\s{{1,3}}|§\s?)?(?=[0-9])"
)
_RULE_OF = re.compile(r"\b(?:Rules?|RULES?)\s{1,3}(?=[0-9])")
_RULE_NAME_BEHIND = re.compile(
    rf"\s{{0,3}}(?:,|of\s{{1,3}}(?:the\s{{1,3}})?|\(of\sthe\s|\()\s{{0,3}}(?:{_RULE_NAMES})"
)
_SIMPLE: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            (
                r"(?<![A-Za-z])(?:Exec(?:utive|\.)?\s{1,3}Ord(?:er|\.)|E\.\s?O\.|EO(?=\s(?:No"
                r"|[0-9]{4,5})))\s{0,3}(?:N(?:o|umber)s?\.?\s{0,3})?(?P<a>1[0-9],?[0-9]{3}"
                r"|[0-9]{4,5})(?![0-9])"
            )
        ),
        "eo/{a}",
    ),
    (
        re.compile(
            r"(?<![A-Za-z])(?:Pub(?:lic|\.)?\s?L(?:aw|\.)|P\.\s?L\.)\s{0,3}(?:No\.?\s{0,3})?"
            r"(?P<a>[0-9]{2,3})-(?P<b>[0-9]{1,4})(?:,?\s{1,3}(?:[Dd]iv\.?\s{1,2}[A-Z],?\s{1,3})?"
            r"(?:tit\.\s{1,2}[IVX]{1,5},?\s{1,3})?(?:§{1,2}|[Ss]ec(?:tion|\.)?)\s{0,3}[0-9]{1,4}"
            r"[A-Z]?(?:\([0-9A-Za-z]{1,4}\)){0,5})?"
        ),
        "publaw/{a}-{b}",
    ),
    (
        re.compile(
            r"(?<![0-9A-Za-z])(?P<a>[0-9]{1,3})\s{1,3}Stat\.\s{1,3}(?P<b>[0-9]{1,4}"
            r"(?:-[0-9]{1,4})?)"
            r"(?![0-9])"
        ),
        "stat/{a}/{b}",
    ),
    (
        re.compile(
            r"(?<![0-9A-Za-z])(?P<a>[0-9]{1,3})\s{1,3}(?:Fed\.\s{0,2}Reg\.|F\.\s?R\."
            r"|FR)\s{1,3}(?P<b>[0-9]{1,3},?[0-9]{3}|[0-9]{2,6})(?![0-9])"
        ),
        "fedreg/{a}/{b}",
    ),
    (
        re.compile(
            r"Regulation\s{1,3}\(EU\)\s{1,3}(?:No\.?\s{1,3})?(?P<a>[0-9]{4}/[0-9]{1,4})(?:,?\s{1,3}"
            r"(?:[Aa]rt(?:icle|\.)?)\s{0,2}(?P<b>[0-9]{1,3}))?"
        ),
        "eu-reg/{a}/{b}",
    ),
    (
        re.compile(
            r"[Aa]rt(?:icle|\.)?\s{1,2}(?P<b>[0-9]{1,3})"
            r"(?:\([0-9a-z]{1,3}\)){0,3}\s{1,3}of\s{1,3}Regulation\s{1,3}\(EU\)\s{1,3}"
            r"(?P<a>[0-9]{4}/[0-9]{1,4})"
        ),
        "eu-reg/{a}/{b}",
    ),
    (
        re.compile(
            r"(?:[Ss]pecial\s{1,3}(?:[Aa]ward\s{1,3})?|[Aa]ward\s{1,3}"
            r"(?:[Ss]pecial\s{1,3})?)[Cc]onditions?\s{1,3}(?:[Nn](?:o|umber)\.?\s{0,3}"
            r"|#\s?)?(?P<a>[0-9]{1,3})(?![0-9])"
        ),
        "award-condition/sc-{a}",
    ),
    (
        re.compile(
            r"U\.\s?S\.\s{0,2}Const(?:itution|\.)?,?\s{1,3}[Aa]mend(?:ment"
            r"|\.)?\s{1,3}(?P<r>[IVX]{1,5})\b"
        ),
        "us-const/amend/{r}",
    ),
    (
        re.compile(
            r"U\.\s?S\.\s{0,2}Const(?:itution|\.)?,?\s{1,3}[Aa]rt(?:icle"
            r"|\.)?\s{1,3}(?P<r>[IVX]{1,5})(?:,?\s{1,3}(?:§|[Ss]ec(?:tion"
            r"|\.)?)\s{0,2}(?P<b>[0-9]{1,2}))?"
        ),
        "us-const/art/{r}/{b}",
    ),
    (
        re.compile(
            r"\b(?P<st>[A-Z][a-z]{2,5})\.\s{1,2}Const\.,?\s{1,3}[Aa]rt(?:icle"
            r"|\.)?\s{1,3}(?P<r>[IVX]{1,6})(?:,?\s{1,3}(?:§|[Ss]ec(?:tion"
            r"|\.)?)\s{0,2}(?P<b>[0-9]{1,3}))?"
        ),
        "{st}-const/art/{r}/{b}",
    ),
    (
        re.compile(
            r"\b(?P<word>First|Fourth|Fifth|Sixth|Eighth|Tenth|Fourteenth)\s{1,3}Amendment\b"
        ),
        "us-const/amend/{word}",
    ),
)
_ROMAN = {"I": 1, "V": 5, "X": 10}
_AMENDMENTS = {
    "First": 1,
    "Fourth": 4,
    "Fifth": 5,
    "Sixth": 6,
    "Eighth": 8,
    "Tenth": 10,
    "Fourteenth": 14,
}


@dataclass(frozen=True, slots=True)
class FoundCite:
    """A cite where it stands; ``section`` and ``base`` allow a later "section 5" to resolve."""

    start: int
    end: int
    id: str | None
    base: str | None = None
    section: str | None = None


@cache
def provisions() -> dict[str, Any]:
    """The shipped table of provisions with two names or a new number."""
    data = files("tecum.reading").joinpath("lexicon", "provisions.toml").read_text("utf-8")
    return table_of(data)


def now_of(cite_id: str) -> str | None:
    """The present id of a renumbered provision, or None where it has kept its number."""
    table = provisions()
    parts = cite_id.split("/")
    for old, new in table["now"].items():
        width = old.count("/") + 1
        if "/".join(parts[:width]) == old:
            return "/".join([new, *parts[width:]])
    for row in table["now_range"]:
        if (
            parts[0] == row["prefix"]
            and len(parts) > 1
            and re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", parts[1])
        ) and row["from"] <= float(parts[1]) <= row["to"]:
            return str(row["now"])
    return None


def ina_id(section: Section) -> str | None:
    """The section of title 8 to which a section of the INA is classified."""
    mapped = provisions()["ina"].get(section.number)
    return "/".join(("usc/8", mapped, *section.subs)) if mapped else None


def act_id(name: str, section: Section) -> str | None:
    """The id of a section of an act that is known by its own name, or None.

    >>> act_id("Tariff Act", Section(0, 0, "509", ("a",)))
    'usc/19/1509/a'
    """
    low = " ".join(re.sub(r"[^a-z0-9 ]", " ", name.lower()).split())
    for row in provisions()["act"]:
        if not any(low.endswith(alias) for alias in row["names"]):
            continue
        if "title" in row:
            return "/".join((row["title"], section.number, *section.subs))
        known = row["sections"].get(section.number)
        return "/".join((known, *section.subs)) if known else None
    return None


def federal_cites(text: str) -> Iterator[FoundCite]:
    """Cites of federal law in a folded text, in no order."""
    for pattern, body, shape in ((_USC, "usc", USC_SECTION), (_CFR, "cfr", CFR_SECTION)):
        for match in find_all(pattern, text):
            yield from _titled(text, match, body, shape)
    for match in find_all(_TITLED, text):
        is_usc = match["code"].lstrip()[:1].upper() == "U"
        yield from _titled(
            text, match, "usc" if is_usc else "cfr", USC_SECTION if is_usc else CFR_SECTION
        )
    for match in find_all(_INA, text):
        for section in _list(text, match, INA_SECTION):
            yield FoundCite(match.start(), section.end, ina_id(section), "ina", section.number)
    for match in find_all(_ACT, text):
        for section in _list(text, match, USC_SECTION):
            cite = act_id(match["act"], section)
            yield FoundCite(match.start(), section.end, cite, None, section.number)
    yield from _rules(text)
    for pattern, form in _SIMPLE:
        for match in find_all(pattern, text):
            yield FoundCite(match.start(), match.end(), _simple_id(match, form))


def _titled(
    text: str, match: re.Match[str], body: str, shape: re.Pattern[str]
) -> Iterator[FoundCite]:
    title = match["title"].translate(str.maketrans("lI", "11"))
    if not 1 <= int(title) <= 54:
        return
    appendix = "/app" if match.groupdict().get("app") else ""
    base = f"{body}/{int(title)}{appendix}"
    for i, section in enumerate(_list(text, match, shape)):
        start = match.start() if i == 0 else section.start
        yield FoundCite(start, section.end, f"{base}/{section.path}", base, section.number)


def _list(text: str, match: re.Match[str], shape: re.Pattern[str]) -> list[Section]:
    mark = match["mark"] or ""
    plural = mark.startswith("§§") or mark.lower().rstrip(".").endswith("s")
    return read_sections(text, match.end(), shape, plural=plural)


def _rules(text: str) -> Iterator[FoundCite]:
    for match in find_all(_RULE_BEFORE, text):
        body = next(name for name, _ in _RULES if match[name])
        for i, section in enumerate(read_sections(text, match.end(), RULE, plural=True)):
            start = match.start() if i == 0 else section.start
            yield FoundCite(start, section.end, f"{body}/{section.path}", body, section.number)
    for match in find_all(_RULE_OF, text):
        found = read_sections(text, match.end(), RULE, plural=match[0].strip().lower() == "rules")
        if not found:
            continue
        behind = _RULE_NAME_BEHIND.match(text, found[-1].end)
        if behind is None:
            continue
        body = next(name for name, _ in _RULES if behind[name])
        for section in found:
            yield FoundCite(
                match.start(), behind.end(), f"{body}/{section.path}", body, section.number
            )


def _simple_id(match: re.Match[str], form: str) -> str:
    got = {k: (v or "").replace(",", "") for k, v in match.groupdict().items()}
    if "r" in got:
        got["r"] = str(_roman(got["r"]))
    if "word" in got:
        got["word"] = str(_AMENDMENTS[got["word"]])
    if "st" in got:
        got["st"] = got["st"].lower()
    return form.format(**got).rstrip("/")


def _roman(text: str) -> int:
    values = [_ROMAN[c] for c in text]
    return sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))
