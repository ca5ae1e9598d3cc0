"""A product process that writes until it is killed, telling its parent what it acknowledged.

python -m tests.crash.writer HOME set-up          make the office
python -m tests.crash.writer HOME write COUNT     take papers in and record acts, in threads
python -m tests.crash.writer HOME check           read lines "ack …" and check every one
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

THREADS = 4


def main() -> None:
    """Do what the arguments say."""
    home, what = sys.argv[1], sys.argv[2]
    os.environ["TECUM_HOME"] = home
    os.environ["DJANGO_SETTINGS_MODULE"] = "tecum.web.settings.serve"
    from tecum.web.home import Home
    from tecum.web.run import _start_django

    folder = Home.from_environment()
    with folder.held(10):
        _start_django(folder)
        if what == "set-up":
            _set_up()
        elif what == "write":
            _write(int(sys.argv[3]))
        else:
            _check()


def _set_up() -> None:
    from tecum.web.accounts.services import add_person, found_office
    from tecum.words import Role

    lead = found_office({"name": "Example County", "zone": "America/Denver"}, "Lead")
    add_person(lead, "Records clerk", [Role.CLERK])


def _write(count: int) -> None:
    from django.db import connection

    from tecum.docket.acts.course import Audience
    from tecum.web.accounts.models import Person
    from tecum.web.background import BACKGROUND
    from tecum.web.docket.services import add_note
    from tecum.web.intake.services import receive_document
    from tecum.words import Channel, Role

    clerk = Person.objects.filter(held_roles__role=Role.CLERK).latest("id")
    BACKGROUND.start()
    speaking = threading.Lock()

    def say(*words: str) -> None:
        with speaking:
            print("ack", *words, flush=True)

    def work(_: int) -> None:
        content = secrets.token_hex(4000).encode()
        received = receive_document(content, "paper.txt", Channel.DROP, clerk)
        say(received.docket, received.entry.id, hashlib.sha256(content).hexdigest())
        note = add_note(clerk, received.docket, "Looked at", Audience.MATTER)
        say(received.docket, note.id, "-")
        connection.close()

    print("ready", flush=True)
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(work, range(count)))
    BACKGROUND.stop(10)
    print("done", flush=True)


def _check() -> None:
    from tecum.ledger.verify import verify
    from tecum.web.accounts.models import Person
    from tecum.web.docket.models import Docket, Entry
    from tecum.web.intake import store
    from tecum.web.intake.models import FileKey, Job
    from tecum.web.ledger.models import Statement
    from tecum.web.ledger.selectors import receipt_for, trust_file
    from tecum.web.ledger.sequencer import put_waiting_into_log
    from tecum.words import Role
    from tests.web.rebuilt import rebuild_all, snapshot

    while put_waiting_into_log():
        pass
    problems: list[str] = []
    policy = _policy(trust_file())
    lead = Person.objects.filter(held_roles__role=Role.LEAD).latest("id")
    told = [line.split()[1:] for line in sys.stdin if line.startswith("ack ")]
    for docket, entry, sha256 in told:
        if not Entry.objects.filter(pk=entry, docket_id=docket).exists():
            problems.append(f"lost entry {entry}")
            continue
        if verify(receipt_for(lead, entry), policy).outcome.name != "LOGGED":
            problems.append(f"receipt {entry}")
        if sha256 != "-":
            key = FileKey.objects.filter(docket_id=docket, is_document=True).first()
            content = store.read_bytes(key.file, docket) if key else b""
            if hashlib.sha256(content).hexdigest() != sha256:
                problems.append(f"lost bytes {docket}")
            if not Job.objects.filter(docket_id=docket, subject=entry).exists():
                problems.append(f"lost job {docket}")
    for row in Docket.objects.all():
        numbers = list(row.entries.order_by("seq").values_list("seq", flat=True))
        if numbers != list(range(1, row.seq + 1)):
            problems.append(f"numbers of {row.pk}")
    waiting = Statement.objects.filter(logged__isnull=True).count()
    if waiting or Statement.objects.count() != Entry.objects.count():
        problems.append("statements")
    before = snapshot()
    rebuild_all()
    if snapshot() != before:
        problems.append("projections")
    problems += _audit()
    print(json.dumps({"told": len(told), "problems": problems}))


def _policy(text: str) -> Any:
    from tecum.ledger.policy import Policy

    return Policy.parse(text.encode())


def _audit() -> list[str]:
    """Every entry of the log hashed again, and its head compared."""
    from tecum.web.home import Home
    from tecum.web.ledger.log import open_log

    log = open_log()
    log.check()
    rows = list(log.store.rows(0, log.store.size()))
    for row in rows:
        if hashlib.sha256(row.statement).digest() != row.statement_hash:
            return ["log statement"]
    evidence = Path(Home.from_environment().log) / "evidence"
    return ["quarantine"] if any(evidence.glob("quarantine-*")) else []


if __name__ == "__main__":
    main()
