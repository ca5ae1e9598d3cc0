"""Strings that have broken other programs: for pages, headers, paths, templates, spreadsheets."""

from __future__ import annotations

import random
from collections.abc import Iterator

__all__ = ["MARK", "STRINGS", "names"]

MARK = "data-planted"
"""The attribute that planted markup bears, by which a page is searched for it."""

STRINGS = (
    f"<script {MARK}>window.planted=1</script>",
    f"<img src=x {MARK} onerror=window.planted=1>",
    f'"><svg {MARK} onload=window.planted=1>',
    f"'><a {MARK} href=javascript:window.planted=1>here</a>",
    f"</textarea></title></style><b {MARK}>",
    f"<!--<b {MARK}>-->",
    "javascript:window.planted=1",
    "data:text/html,<script>window.planted=1</script>",
    "' autofocus onfocus=window.planted=1 x='",
    '" accesskey=x onclick=window.planted=1 y="',
    "&lt;b&gt;&#60;script&#62;",
    "{{ 7654321|add:41234567 }}{% now 'Y' %}{{ settings.SECRET_KEY }}",
    "${7654321+41234567}#{7654321+41234567}<%= 7654321+41234567 %>",
    "%s%n%x{0.__class__}{settings}",
    "a\r\nX-Planted: 1\r\n\r\nbody",
    "a\nSet-Cookie: planted=1",
    "a\u2028b\u2029c\u0085d",
    "\u202egnp.exe\u202c \u2066x\u2069",
    "\ufeff\u200b\u200d\u0301\u0301\u0301",
    "\U0001f469\u200d\U0001f52c" * 20,
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/passwd",
    "C:\\x\\y.pdf",
    "file:///etc/passwd",
    "~root/.ssh/id_rsa",
    "con.txt:stream",
    "-rf / ; rm x | cat `id` $(id)",
    "=1+1+cmd|' /C calc'!A0",
    '+HYPERLINK("https://elsewhere.test")',
    "@SUM(1+1)",
    "' OR 1=1 --",
    "x'; DROP TABLE docket_entry; --",
    "A" * 10_240,
    "]]>*/--></script>",
    "[x](javascript:window.planted=1)",
    "\\u003cscript\\u003e",
    "1e999",
    "NaN",
)


def names(count: int) -> Iterator[str]:
    """File names made of hostile pieces, the same each time."""
    draw = random.Random(20260105)
    own = ("../", "..\\", "/", "\0", "\r\n", ".", "..", "%2e%2e%2f", "~", ":", "|")
    pieces = (*own, *STRINGS[:33])
    for _ in range(count):
        yield "".join(draw.choices(pieces, k=draw.randint(1, 5))) + draw.choice((".pdf", ".txt"))
