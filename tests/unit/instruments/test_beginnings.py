"""Patterns whose search is led by the letters that a match may begin with find what they found."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tecum.instruments import compiled as module
from tecum.instruments.beginnings import with_beginnings
from tecum.instruments.compiled import led
from tests.unit.reading.patterns_held import patterns_of_catalogue, patterns_of_reader

FOLDED = "s\u017fS k\u212aK i\u0130\u0131I \u00e9\u00c9 \u00b5\u03bc \u00df\u1e9e \u0660\u2003_"
"""Letters that are the same to a pattern over capitals, figures and blanks beyond ASCII."""
LETTERS = "".join(map(chr, range(128))) + FOLDED
PAPER = """\
COUNTY OF EXAMPLE - OFFICE OF THE CLERK, Room 4 (Annex)
Date: 4 May 2031      Our ref.: 31-CV-0077     Re: subpoena no. 12/b
Dear Custodian: You are hereby commanded to produce, within ten (10) days of service,
 1. All payroll records, timesheets & "leave slips" for J. Doe (DOB 01/02/1980);
 2) any e-mail received from, or sent to, him after January 3rd, 2030 at 9:30 a.m.
Under Sec. 12.4 of the Example Code, 8 U.S.C. \u00a7 1225(d)(4), failure to comply may be contempt.
Por favor env\u00ede los documentos a m\u00e1s tardar el 5 de junio. /s/ A. Clerk ______ [seal]
SENT FROM: desk@example.org  SUBJECT: your request  TIME RECEIVED: 10:00 #7 $250 5% x.
"""
BUILDS = (
    r"\b(?:sender|from)\b", r"(?i:s)ent|K", r"[^\W\d_]{3}", r"[^a-z\s]+x?", r"a?b?c", r"(?=S)\w+",
    r"(?=[a-f])(?![ab])\w", r"(?!x)\d{2}|(?<=\s)-", r"(?P<q>[\"'])?(?(q)x|y)", r"(?:a|\Z)",
    r"(?>to|t)\b", r"(?:[bd]|[fh])++e", r"\s{2,}+\S", r"(?-i:R)oom|(?i:[\u00e0-\u00ff])",
    r".(?=\d)", r"(?m:^)\W{0,3}\d", r"(?s:.)\n", r"x*", r"(?:)", r"[\u0660-\u0669]|\u212a",
    r"(\w)\1", r"(?=x?)[yz]", r"(?:(?=e)|f)\w", r"a*(?=b)c?b",
)  # fmt: skip


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.ASCII, re.MULTILINE | re.IGNORECASE])
@pytest.mark.parametrize("written", BUILDS)
def test_every_build_finds_what_it_found(written: str, flags: int) -> None:
    plain, quick = re.compile(written, flags), led(written, flags)
    assert (quick.pattern, quick.flags, quick.groups) == (written, plain.flags, plain.groups)
    for text in (LETTERS, PAPER, PAPER.swapcase(), *LETTERS):
        assert spans(quick, text) == spans(plain, text)
        assert (quick.match(text) is None) == (plain.match(text) is None)


@given(
    st.sampled_from(BUILDS), st.text(st.sampled_from(sorted(set(LETTERS + PAPER)))), st.booleans()
)
def test_whatever_the_text_is(written: str, text: str, any_case: bool) -> None:
    flags = re.IGNORECASE if any_case else 0
    assert spans(led(written, flags), text) == spans(re.compile(written, flags), text)


def test_every_pattern_of_ours_finds_what_it_found() -> None:
    held = [p for p in patterns_of_reader().values() if isinstance(p.pattern, str)]
    held += [pattern.compiled for pattern in patterns_of_catalogue()]
    text = PAPER + LETTERS
    for pattern in held:
        plain, quick = (
            re.compile(pattern.pattern, pattern.flags),
            led(pattern.pattern, pattern.flags),
        )
        assert spans(quick, text) == spans(plain, text), pattern.pattern


def code_of(written: str, flags: int) -> tuple[list[int], list[int]]:
    """A pattern's code as the interpreter compiles it, and completed."""
    tree = module._parser.parse(written, flags)
    flags |= tree.state.flags
    plain = list(module._compiler._code(tree, flags))
    return plain, with_beginnings(plain, tree, flags)


@pytest.mark.parametrize("written", [r"\b(?:sender|from)\b", r"(?=[a-d])\w+", r"\d?(?i:x|y)"])
def test_what_begins_plainly_is_led(written: str) -> None:
    plain, completed = code_of(written, re.IGNORECASE)
    assert len(completed) > len(plain)


@pytest.mark.parametrize(
    "written",
    [
        r"x?", r"\S+", r".x", r"(?P<q>a)?(?(q)b|c)d",
        r"[#:]x",  # the interpreter knows these letters itself
    ],
)  # fmt: skip
def test_what_begins_with_nearly_anything_stays_as_it_is(written: str) -> None:
    plain, completed = code_of(written, re.IGNORECASE)
    assert completed == plain
