"""A docket of many demands, written in bulk by the product's own functions.

    python bench/pages_docket.py FOLDER [DEMANDS] [PROCESSES]

Each act is guarded and applied, sealed, chained and stated in writing by the functions that
record it (``apply``, ``seal_entry``, ``entry_digest``, ``state_in_writing``), and the rows of lists
and of the index are made by the projections from the last state. Left out are what makes single
acts durable: a question to the database for each permission and a transaction for each act.
Statements are signed and wait, as they do while a log is closed. One in seven demands is open.
Each process writes a database of its own with the office's keys; they are then laid together.
"""

from __future__ import annotations

import os
import random
import secrets
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

BATCH = 500
FIRST = datetime(2016, 1, 4, 9, tzinfo=UTC)
LAST = datetime(2026, 1, 1, 9, tzinfo=UTC)
RECIPIENT = "Example County Sheriff"
PLACES = ("Example", "Northfield", "Southport", "Lakeside", "Hillview", "Westbrook")
BODIES = ("Agency", "Bureau", "Court", "Office", "Department")
ISSUERS = [f"{body} of {place}" for body in BODIES for place in PLACES]
WORDS = [
    "records",
    "copies",
    "release",
    "date",
    "address",
    "employment",
    "housing",
    "booking",
    "custody",
    "photographs",
    "visits",
    "statements",
    "payroll",
    "calls",
    "video",
    "incident",
    "officers",
    "policies",
    "training",
    "audit",
    "grant",
    "notices",
    "correspondence",
    "registers",
    "names",
    "any",
    "and",
    "all",
    "documents",
    "concerning",
    "between",
    "within",
    "of",
    "the",
]


def start(home: Path, database: Path | None = None) -> None:
    """Django on a data folder, with a database elsewhere where one is named."""
    os.environ["TECUM_HOME"] = str(home)
    os.environ["DJANGO_SETTINGS_MODULE"] = "tecum.web.settings.serve"
    import django
    from django.conf import settings

    settings.HOME.make()
    settings.ALLOWED_HOSTS = ["testserver"]
    if database is not None:
        settings.DATABASES["default"]["NAME"] = str(database)
    django.setup()


def office(home: Path) -> None:
    """The office, its log, and the people of whom the docket is."""
    start(home)
    from django.core.management import call_command

    from tecum.clock import at_fixed
    from tecum.web.accounts.services import add_person, found_office
    from tecum.words import Role

    call_command("migrate", verbosity=0, interactive=False)
    profile = {"name": RECIPIENT, "zone": "America/Denver", "jurisdiction": "US-CO",
               "packs": ["us-co"], "calendars": {"office": "us.co.24-11-101"}}  # fmt: skip
    with at_fixed(FIRST):
        lead = found_office(profile, "Lead")
        for name, role in (("Clerk", Role.CLERK), ("Counsel A", Role.COUNSEL),
                           ("Counsel B", Role.COUNSEL), ("Auditor", Role.AUDITOR)):  # fmt: skip
            add_person(lead, name, [role])


def write(home: Path, database: Path, numbers: range, seed: int) -> None:
    """Demands of these numbers, each with its acts, in days of their own."""
    start(home, database)
    from django.db import connection

    from tecum.web.accounts.models import Person

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous = OFF")
    chance = random.Random(seed)
    step = (LAST - FIRST) / max(1, numbers.stop)
    people = {row.name: row for row in Person.objects.all()}
    for first in range(numbers.start, numbers.stop, BATCH):
        kept = Kept()
        for n in range(first, min(first + BATCH, numbers.stop)):
            _one(n, chance, people, Written(kept, FIRST + n * step))
        kept.write()


class Kept:
    """Rows that wait to be written together; stands where the database would be asked."""

    def __init__(self) -> None:
        from tecum.web.docket import states
        from tecum.web.ledger import services, vault

        self.rules = states.rules()
        self.rows: dict[Any, list[Any]] = {}
        self.statements: dict[str, str] = {}
        services.Statement = _Table(self, services.Statement)  # type: ignore[attr-defined]
        vault.VaultRecord = _Table(self, vault.VaultRecord)  # type: ignore[attr-defined]
        vault.VaultKey = _Table(self, vault.VaultKey)  # type: ignore[attr-defined]

    def add(self, model: Any, rows: list[Any]) -> None:
        """Keep rows of a table."""
        self.rows.setdefault(model, []).extend(rows)

    def write(self) -> None:
        """Write them, in the order in which they lean on each other."""
        from django.db import transaction

        with transaction.atomic():
            for model in sorted(self.rows, key=lambda one: one.__name__ != "Docket"):
                model._base_manager.bulk_create(self.rows[model])


class _Table:
    """A table that is only written to; what refers to an earlier statement finds it here."""

    def __init__(self, kept: Kept, model: Any) -> None:
        self.kept, self.model = kept, getattr(model, "model", model)
        self.objects = self

    def __call__(self, **values: Any) -> Any:
        return self.model(**values)

    def create(self, **values: Any) -> None:
        self.kept.statements[values["entry_id"]] = values["sha256"]
        self.kept.add(self.model, [self.model(**values)])

    def bulk_create(self, rows: list[Any]) -> None:
        self.kept.add(self.model, rows)

    def filter(self, *, entry_id__in: list[str], **_: Any) -> Any:
        self.found = [self.kept.statements[one] for one in entry_id__in]
        return self

    def values_list(self, *_: str, **__: Any) -> list[str]:
        return self.found

    def order_by(self, *_: str) -> Any:
        return self


class Written:
    """One docket being written."""

    def __init__(self, kept: Kept, at: datetime) -> None:
        from tecum.docket.entry import DocketKind
        from tecum.docket.state import new_state
        from tecum.web.docket import models
        from tecum.web.docket.record import new_docket_id

        self.kept, self.at = kept, at
        self.state = new_state(DocketKind.DEMAND, kept.rules)
        self.docket = models.Docket(id=new_docket_id(), kind="demand", opened_at=at)

    def act(self, person: Any, act: Any) -> Any:
        """One act of one person."""
        from tecum.docket.codec import canonical
        from tecum.docket.entry import (
            Actor,
            DateKind,
            DocketId,
            Entry,
            EntryId,
            KnownBy,
            entry_digest,
        )
        from tecum.docket.seal import seal_entry
        from tecum.docket.state import apply
        from tecum.docket.when import at
        from tecum.web.docket import models
        from tecum.web.ledger.services import state_in_writing
        from tecum.words import Side

        held = self.docket
        self.at += timedelta(minutes=5)
        role = sorted(act.recorded_by & person.roles)[0]
        entry = Entry(
            id=EntryId(secrets.token_hex(16)),
            docket=DocketId(held.pk),
            seq=held.seq + 1,
            act=act,
            side=Side.OURS,
            known_by=KnownBy.OWN_ACT,
            happened=at(DateKind.OCCURRED, self.at, "America/Denver"),
            recorded_at=self.at,
            actor=Actor(office="0" * 32, person=person.public_id, role=role),
            basis=(),
            key=None,
        )
        self.state = apply(self.state, entry)
        sealed = seal_entry(entry, lambda: secrets.token_bytes(32))
        digest = entry_digest(sealed.public, bytes.fromhex(held.digest) if held.digest else None)
        row = models.Entry(
            id=entry.id, docket=held, seq=entry.seq, slug=act.slug, recorded_at=entry.recorded_at,
            person_id=person.public_id, role=role.value, body=canonical(sealed.public),
            digest=digest.hex(),
        )  # fmt: skip
        self.kept.add(models.Entry, [row])
        held.statement = state_in_writing(self.state, entry, sealed, held.statement)
        held.seq, held.digest = entry.seq, digest.hex()
        return entry

    def done(self) -> None:
        """The rows of lists and of the index, by the projections."""
        from tecum.web.docket import models
        from tecum.web.docket.projections import rows_of
        from tecum.web.search.services import rows_of as indexed

        self.kept.add(models.Docket, [self.docket])
        for made in (rows_of(self.docket, self.state), indexed(self.docket, self.state)):
            for model, rows in made.items():
                self.kept.add(model, rows)


def _one(number: int, chance: random.Random, people: dict[str, Any], docket: Written) -> None:
    from tecum.docket.acts import DemandWithdrawn

    fate = chance.random()
    # One in ten goes out and was withdrawn.
    docket.act(people["Counsel A"], _registered(number, chance, goes_out=fate > 0.9))
    if fate < 0.15:
        _leave_open(people, docket, chance)
    elif fate < 0.5:
        _answer(people, docket, chance)
    else:
        docket.act(people["Counsel A"], DemandWithdrawn())
    docket.done()


def _registered(number: int, chance: random.Random, *, goes_out: bool) -> Any:
    from tecum.docket.acts import DemandRegistered
    from tecum.docket.acts.registration import Urgency
    from tecum.docket.entry import Label, SubjectRef
    from tecum.docket.parts import ItemAsked, SubjectNamed
    from tecum.docket.vocabulary import Direction
    from tecum.words import Category, Kind

    kinds = [kind for kind in Kind if kind.is_demand]
    items = tuple(
        ItemAsked(
            label=Label(str(n)),
            text=" ".join(chance.choices(WORDS, k=chance.randrange(8, 30))),
            category=chance.choice(list(Category)),
        )
        for n in range(1, chance.randrange(2, 5))
    )
    return DemandRegistered(
        number=f"D-{number:06}",
        direction=Direction.OUTWARD if goes_out else Direction.INWARD,
        kind=chance.choice(kinds),
        issuer=chance.choice(ISSUERS),
        issuer_class=None,
        judicial=chance.random() < 0.2,
        recipient=RECIPIENT,
        form=f"F-{chance.randrange(900)}",
        matter_numbers=(f"M-{chance.randrange(10**6)}",),
        items=items,
        subjects=(SubjectNamed(subject=SubjectRef("s1"), name=f"Subject {number}"),),
        urgency=Urgency.ROUTINE,
    )


def _leave_open(people: dict[str, Any], docket: Written, chance: random.Random) -> None:
    """Open, with a date around the day on which pages are asked for; some taken up."""
    from tecum.docket.acts import DemandAssigned, DueDateSet
    from tecum.docket.acts.clocks import DueReason
    from tecum.docket.acts.registration import Need
    from tecum.docket.entry import ObligationId, PersonId
    from tecum.docket.vocabulary import ObligationObject
    from tecum.words import Role

    due = date(2026, 1, 1) + timedelta(days=chance.randrange(-30, 120))
    stated = DueDateSet(
        obligation=ObligationId("answer.1"),
        object=ObligationObject.ANSWER,
        due=due,
        reason=DueReason.STATED_IN_DOCUMENT,
    )
    docket.act(people["Clerk"], stated)
    if chance.random() < 0.3:
        taken = DemandAssigned(
            assignee=PersonId(people["Clerk"].public_id),
            assignee_role=Role.CLERK,
            need=Need.READ,
        )
        docket.act(people["Clerk"], taken)


def _answer(people: dict[str, Any], docket: Written, chance: random.Random) -> None:
    from tecum.docket.acts import (
        AnswerSent,
        DeterminationApproved,
        DeterminationProposed,
        FindingsTaken,
    )
    from tecum.docket.acts.answer import ItemAnswered
    from tecum.docket.acts.decision import Determined, Found
    from tecum.docket.parts import PackPin
    from tecum.docket.vocabulary import Disposition
    from tecum.provenance import Sha256
    from tecum.words import Channel, Outcome

    labels = tuple(docket.state.items)
    counsel, second = people["Counsel A"], people["Counsel B"]
    pin = Sha256("0" * 64)
    found = FindingsTaken(
        packs=(PackPin(id="us-co", sha256=pin),),
        facts_sha256=pin,
        outcomes=tuple(
            Found(item=one, action="disclose", outcome=Outcome.SILENT) for one in labels
        ),
        trace_sha256=pin,
    )
    findings = docket.act(counsel, found)
    proposed = DeterminationProposed(
        items=labels,
        outcome=Determined.WITHHOLD,
        findings=findings.id,
        reason="See the memorandum",
    )
    entry = docket.act(counsel, proposed)
    docket.act(second, DeterminationApproved(proposal=entry.id))
    lines = tuple(ItemAnswered(item=one, disposition=Disposition.WITHHELD) for one in labels)
    answer = AnswerSent(
        document=Sha256(chance.randbytes(32).hex()), items=lines, to="Example", channel=Channel.POST
    )
    docket.act(counsel, answer)


def lay_together(target: Path, parts: list[Path]) -> None:
    """Put the rows of the parts into one database; numbers of rows go on where they ended."""
    connection = sqlite3.connect(target)
    connection.execute("PRAGMA synchronous = OFF")
    for part in parts:
        connection.execute("ATTACH ? AS part", [str(part)])
        for table in _tables(connection):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            numbered = next((name for name in ("id", "number") if name in columns), None)
            number = numbered is not None and _is_number(connection, table, numbered)
            top = (
                connection.execute(f"SELECT max({numbered}) FROM main.{table}").fetchone()[0]
                if number
                else 0
            )
            chosen = [
                f"{name} + {top or 0}" if number and name == numbered else f'"{name}"'
                for name in columns
            ]
            connection.execute(
                f"INSERT OR IGNORE INTO main.{table} SELECT {', '.join(chosen)} FROM part.{table}"
            )
        connection.commit()
        connection.execute("DETACH part")
    connection.execute("ANALYZE")
    connection.commit()
    connection.close()


def _tables(connection: sqlite3.Connection) -> Iterator[str]:
    kept = ("docket_", "ledger_statement", "ledger_vault", "search_indexed")
    rows = connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall()
    order = {"docket_docket": 0, "ledger_vaultrecord": 1}
    names = [name for (name,) in rows if name.startswith(kept)]
    yield from sorted(names, key=lambda name: (order.get(name, 2), name))


def _is_number(connection: sqlite3.Connection, table: str, column: str) -> bool:
    kinds = {row[1]: row[2] for row in connection.execute(f"PRAGMA table_info({table})")}
    return "int" in kinds[column].lower()


def build(home: Path, demands: int, processes: int) -> float:
    """The whole docket; gives the seconds it took."""
    begun = time.perf_counter()
    shutil.rmtree(home, ignore_errors=True)
    python = [sys.executable, __file__]
    subprocess.run([*python, "--office", str(home)], check=True)
    parts = []
    running = []
    for n in range(processes):
        part = home / f"part-{n}.sqlite3"
        with sqlite3.connect(home / "db.sqlite3") as made, sqlite3.connect(part) as copy:
            made.backup(copy)
        span = (demands * n // processes, demands * (n + 1) // processes)
        words = [*python, "--write", str(home), str(part), *map(str, span), str(n)]
        running.append(subprocess.Popen(words))
        parts.append(part)
    if any(one.wait() for one in running):
        raise SystemExit("a process failed")
    lay_together(home / "db.sqlite3", parts)
    for part in parts:
        for path in home.glob(f"{part.name}*"):
            path.unlink()
    return time.perf_counter() - begun


def main() -> None:
    """Build, or one step of it."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
    words = sys.argv[1:]
    if words[0] == "--office":
        office(Path(words[1]))
    elif words[0] == "--write":
        first, last, seed = map(int, words[3:6])
        write(Path(words[1]), Path(words[2]), range(first, last), seed)
    else:
        demands = int(words[1]) if len(words) > 1 else 100_000
        processes = int(words[2]) if len(words) > 2 else 3
        took = build(Path(words[0]).resolve(), demands, processes)
        print(f"{demands} demands in {took:.0f} s, {1000 * took / demands:.2f} ms each")


if __name__ == "__main__":
    main()
