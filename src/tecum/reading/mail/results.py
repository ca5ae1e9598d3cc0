"""What a mail server wrote about a message's origin (Authentication-Results).

Anybody can write such a header into a mail. Only results of servers named in the profile
count, and of these only the block that stands topmost: a server writes its own above all
that it received.

Authority: RFC 8601, 2.2 (form), 5 (removal of forged results), 7.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tecum.reading.mail.domains import organisation

__all__ = ["Result", "aligned", "trusted_results"]

_METHOD = re.compile(
    r"\s{0,60}([a-z0-9-]{2,20})(?:/\d+)?\s{0,60}=\s{0,60}([a-z]{2,12})\b", re.IGNORECASE
)
_PROPERTY = re.compile(
    r"\b(header|smtp|policy)\s?\.\s?([a-z-]{1,20})\s?=\s?\"?([^\s;\"]{1,300})", re.IGNORECASE
)
_MOST = 40


@dataclass(frozen=True, slots=True)
class Result:
    """One method's result, with the domain it speaks of."""

    method: str
    result: str
    domain: str


def trusted_results(
    headers: Sequence[tuple[str, str]], servers: Iterable[str]
) -> tuple[list[Result], bool]:
    """The results of the office's own servers, and whether there are others' besides."""
    names = {name.lower() for name in servers}
    found: list[Result] = []
    others = taken = closed = False
    for key, value in headers:
        if key == "received" and taken:
            closed = True
        if key != "authentication-results":
            continue
        server, results = _parsed(value)
        if server in names and not closed:
            taken = True
            found += results
        else:
            others = True
    return found[:_MOST], others


def aligned(domain: str, sender: str) -> bool:
    """Whether two domains belong to one registered name (relaxed alignment, RFC 7489 3.1)."""
    return bool(domain and sender) and organisation(domain) == organisation(sender)


def _parsed(value: str) -> tuple[str, list[Result]]:
    pieces = _pieces(value[:8000])
    server = pieces[0].strip().split(" ")[0].strip('"').lower() if pieces else ""
    found = []
    for piece in pieces[1:_MOST]:
        head = _METHOD.match(piece)
        if head is not None:
            found.append(Result(head[1].lower(), head[2].lower(), _domain(head[1].lower(), piece)))
    return server, found


def _pieces(value: str) -> list[str]:
    """The parts between semicolons, comments left out: a comment may say anything."""
    out: list[str] = [""]
    depth, quoted, escaped = 0, False, False
    for char in value:
        if escaped:
            escaped = False
            continue
        if char == "\\":
            escaped = True
        elif quoted:
            quoted = char != '"'
            out[-1] += char if char != ";" else " "
        elif char == "(":
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
        elif not depth and char == ";":
            out.append("")
        elif not depth:
            quoted = char == '"'
            out[-1] += char
    return out


_SPEAKS_OF = {"dkim": ("d", "i"), "spf": ("mailfrom", "helo"), "dmarc": ("from",), "arc": ()}


def _domain(method: str, piece: str) -> str:
    values = {m[2].lower(): m[3] for m in _PROPERTY.finditer(piece)}
    for name in _SPEAKS_OF.get(method, ()):
        if name in values:
            return values[name].rsplit("@", 1)[-1].strip(".").lower()
    return ""
