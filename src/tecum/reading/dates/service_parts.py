"""The parts of a paper in which somebody certifies that it was served.

A date there is the day of service or of the certificate: never that of the paper, nor one by
which anything is due.

Authority: READING 7 (a certificate of service supplies the date of service) and READING 11.
"""

from __future__ import annotations

import re

from tecum.instruments.sought import is_absent
from tecum.reading.text.layout import Flow
from tecum.reading.text.matching import plain, spaced

__all__ = ["is_within", "service_parts"]

_HEAD = spaced(
    r"\W{0,6}(?:(?:[0-9]{1,2}|[a-z])[.)]?\s(?:\|\s)?)?(?:return\s(?=return))?"
    r"(?:certificates?|proof|affidavit|return|declaration|constancia)\s(?:of|de)\s"
    r"(?:personal\s)?(?:service|mailing|notificacion)\b[^.;:]{0,70}:?\W{0,6}"
)
_LONGEST = 110
_OF_SERVICE = re.compile(r"\b(?:serv|certif|proof|return|mailing|notific)")
_SHEET = re.compile(
    r"\W{0,6}(?:attachment|schedule|exhibit|appendix|rider|anexo)"
    r"(?:\s(?:[a-z]|[0-9]{1,2}|to|no)\b[^.]{0,80})?\W{0,6}"
)
_LETTERS = 6


def service_parts(flow: Flow) -> tuple[tuple[int, int], ...]:
    """From the heading of each certificate of service to the page's end or the next heading.

    A paper that is mostly a certificate is one, and has its own date there.
    """
    if is_absent(_HEAD, flow.text):
        return ()
    found: list[tuple[int, int]] = []
    starts, lines = flow.starts, flow.lines
    at = 0
    while at < len(lines):
        if len(lines[at].text) > _LONGEST or not _HEAD.fullmatch(plain(lines[at].text)):
            at += 1
            continue
        page, begin = lines[at].page, starts[at]
        at += 1
        while at < len(lines) and lines[at].page == page and not _is_next_head(lines[at].text):
            at += 1
        found.append((begin, starts[at] if at < len(lines) else len(flow.text)))
    return tuple((a, b) for a, b in found if 2 * (b - a) < len(flow.text))


def is_within(parts: tuple[tuple[int, int], ...], at: int) -> bool:
    """Whether a place of the running text lies in one of the parts."""
    return any(a <= at < b for a, b in parts)


def _is_next_head(text: str) -> bool:
    """Whether a line begins another part: a sheet's name, or capitals that speak of no service."""
    low = plain(text)
    if len(text) < _LONGEST and _SHEET.fullmatch(low):
        return True
    letters = sum(map(str.isalpha, text))
    return text.isupper() and letters >= _LETTERS and _OF_SERVICE.search(low) is None
