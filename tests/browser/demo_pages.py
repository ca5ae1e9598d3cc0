"""Build a demonstration in a new folder and write down every page that links lead to.

Run as a program, so that each run has a process, a folder and an order of hashes of its own:
``python -m tests.browser.demo_pages HOME OUT``. Without ``OUT`` it is built and not walked; in a
folder that holds one already, it is walked and not built.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

from tests.shared import ROOT

LONGEST = 1800
"""Seconds after which a run counts as endless."""
EACH = 8
"""Most pages of one sort: of sixty demands, eight are looked at with all their tabs."""
START = ("/inbox", "/demo/tour", "/demo/checks", "/me", "/erasures", "/public", "/exchange")
FILES = (".csv", ".ics", ".svg", ".zip", ".policy", ".tlog-proof", "/document", "/working-copy")
TOKEN = re.compile(
    r"""
      (?<=csrfmiddlewaretoken"\ value=")\w+  # of a form
    | (?<![\w+/-])[\w+/-]{42,}={1,2}       # keys and hashes, which may lack a figure
    | [0-9a-f]{8,}                        # ids, digests, and the short forms of both
    | (?:\b[0-9a-f]{4}\ ){3,}[0-9a-f]{4}  # fingerprints in groups
    | (?<![\w+/-])(?=[\w+/-]*[A-Z])(?=[\w+/-]*[a-z])(?=[\w+/-]*\d)[\w+/-]{27,}={0,2}
                                          # keys, signatures and secrets
    """,
    re.VERBOSE,
)
"""What is random in a page: it names something, and says nothing of it."""


class Links(HTMLParser):
    """The addresses that a page leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href") if tag == "a" else None
        if href:
            self.found.append(href)


def without_tokens(text: str) -> str:
    """A page without what is random in it."""
    return TOKEN.sub("·", text)


def pages(names: tuple[str, ...]) -> dict[str, str]:
    """Every page that each person of the office is led to, by person, address and turn."""
    from django.test import Client

    from tecum.clock import now
    from tecum.web.accounts.models import Person
    from tecum.web.accounts.sessions import BACKEND

    found: dict[str, str] = {}
    for name in names:
        client = Client(HTTP_HOST="localhost")
        client.force_login(Person.objects.get(name=name), backend=BACKEND)
        session = client.session
        session["since"] = session["seen"] = int(now().timestamp())
        session.save()
        for turn, (path, text) in enumerate(_walk(client)):
            found[f"{name} {turn} {without_tokens(path)}"] = without_tokens(text)
    return found


def _walk(client):  # type: ignore[no-untyped-def]
    waiting, seen = list(START), set(START)
    sorts: Counter[str] = Counter()
    while waiting:
        path = waiting.pop(0)
        sort = without_tokens(path).partition("?")[0]
        sorts[sort] += 1
        if sorts[sort] > EACH:
            continue
        answer = client.get(path)
        kind = answer.headers.get("Content-Type", "")
        if answer.status_code != 200 or not kind.startswith("text/html"):
            yield path, f"{answer.status_code} {kind}"
            continue
        text = answer.content.decode()
        yield path, text
        links = Links()
        links.feed(text)
        base = path.partition("?")[0]
        for href in links.found:
            parts = urlsplit(href)
            if parts.scheme or parts.path.endswith(FILES):
                continue
            to = (parts.path or base) + (f"?{parts.query}" if parts.query else "")
            if to.startswith("/") and to not in seen:
                seen.add(to)
                waiting.append(to)


def begin(seed: int, *arguments: Path) -> subprocess.Popen[str]:
    """This program as a process of its own, with an order of hashes that ``seed`` gives."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("TECUM_", "DJANGO_"))}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.browser.demo_pages", *map(str, arguments)],
        cwd=ROOT,
        env={**kept, "PYTHONHASHSEED": str(seed)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def end(process: subprocess.Popen[str]) -> None:
    """Wait until it has done what it was begun for."""
    said, _ = process.communicate(timeout=LONGEST)
    assert process.returncode == 0, said


def main(home: str, out: str = "") -> None:
    """Build, walk and write."""
    os.environ |= {"TECUM_HOME": home, "TECUM_DEMO": "1"}
    from tecum.web.run import DEMO_AT, _prepare, _start_django

    folder, _config = _prepare()
    _start_django(folder)
    from tecum.clock import at_fixed, parse_instant
    from tecum.web.demo.build import build

    with at_fixed(parse_instant(DEMO_AT)):
        build()
        found = pages(("Lead", "Auditor")) if out else {}
    if out:
        Path(out).write_text(json.dumps(found), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
