"""How long pages take on a docket of many demands, and what they ask of the database.

    python bench/pages_speed.py FOLDER [sqlite|postgresql]

FOLDER is made by ``bench/pages_docket.py``. Each request passes through the whole of the product
in this process: middleware, permission, page, compression. ``bench/pages_rival.py`` measures a
ticket tool of the same size; its figures are set beside ours where it ran before.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import random
import shutil
import sqlite3
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from pages_docket import ISSUERS, LAST, WORDS, start
from record import RESULTS, record

ROUNDS = 60
USERS = 8
WAITING = 60
SECONDS = 30
GOALS = {"p95 ms": 150, "queries": 30, "bytes": 100_000}


def addresses(chance: random.Random) -> dict[str, Callable[[], str]]:
    """Page → what gives one of its addresses; another each time."""
    from tecum.docket.status import StatusCode
    from tecum.web.docket.models import Demand, Docket

    demands = list(Demand.objects.order_by("pk").values_list("pk", flat=True)[:2000])
    open_ones = list(Demand.objects.filter(state="open").values_list("pk", flat=True)[:2000])
    board = Docket.objects.filter(kind="campaign").first()
    numbers = Demand.objects.count()
    deep = list(Demand.objects.order_by("registered_at").values_list("pk", flat=True)[100:130])
    words = [word for word in WORDS if len(word) > 3]
    found = {
        "list": lambda: "/docket",
        "list, deep": lambda: f"/docket?after={chance.choice(deep)}",
        "list, next date": lambda: f"/docket?order=due&after={chance.choice(open_ones)}",
        "list, by issuer": lambda: "/docket?issuer=" + chance.choice(ISSUERS).replace(" ", "+"),
        "list, by status": lambda: "/docket?status=" + chance.choice(
            [StatusCode.LATE, StatusCode.DUE_SOON, StatusCode.NEEDS_DECISION]).value,
        "demand": lambda: f"/docket/{chance.choice(demands)}",
        "demand, dates": lambda: f"/docket/{chance.choice(open_ones)}/dates",
        "demand, trail": lambda: f"/docket/{chance.choice(demands)}/trail",
        "deadlines": lambda: "/deadlines",
        "deadlines, one lane": lambda: "/deadlines?lane=overdue",
        "search, number": lambda: f"/search?q=D-{chance.randrange(numbers):06}",
        "search, institution": lambda: "/search?q=" + chance.choice(ISSUERS).replace(" ", "+"),
        "search, two words": lambda: "/search?q=" + "+".join(chance.sample(words, 2)),
        "search, a word everywhere": lambda: "/search?q=records",
        "search, words in a row": lambda: '/search?q="' + "+".join(chance.sample(words, 2)) + '"',
        "jump": lambda: f"/search/jump?q=D-{chance.randrange(numbers) // 100:04}",
        "inbox": lambda: "/inbox",
        "approvals": lambda: "/approvals",
    }  # fmt: skip
    if board is not None:
        found["campaign"] = lambda: f"/campaigns/{board.pk}"
    return found


def client() -> Any:
    """Counsel, signed in as anybody signs in."""
    import re

    from django.test import Client

    from tecum.web.accounts.models import Person, SignInLink
    from tecum.web.accounts.services import make_link

    made = Client()
    person = Person.objects.get(name="Counsel A")
    address = f"/sign-in/{make_link(SignInLink.SIGN_IN, person)}"
    token = re.search(rb'csrfmiddlewaretoken" value="(\w+)"', made.get(address).content)
    assert token is not None
    made.post(address, {"csrfmiddlewaretoken": token.group(1).decode()})
    return made


def measured(page: Callable[[], str], asked: Any, rounds: int) -> dict[str, Any]:
    """Milliseconds, questions and compressed bytes of one page, one request after another.

    The processor's own time stands beside, which a busy machine shares among others.
    """
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    each, used, queries, sizes, slow = [], [], [], [], ("", 0.0)
    for n in range(rounds + 3):
        address = page()
        begun, processor = time.perf_counter(), time.process_time()
        answer = asked.get(address)
        took = 1000 * (time.perf_counter() - begun)
        assert answer.status_code == 200, (address, answer.status_code)
        if n >= 3:
            each.append(took)
            used.append(1000 * (time.process_time() - processor))
            slow = max(slow, (address, took), key=lambda row: row[1])
    for _ in range(5):
        with CaptureQueriesContext(connection) as held:
            answer = asked.get(page())
        queries.append(len(held))
        sizes.append(len(gzip.compress(answer.content)))
    return {
        "p50 ms": round(statistics.median(each), 1),
        "p95 ms": round(statistics.quantiles(each, n=20)[18], 1),
        "p95 ms of processor time": round(statistics.quantiles(used, n=20)[18], 1),
        "queries": max(queries),
        "bytes": max(sizes),
        "slowest": slow[0].partition("?")[2] or slow[0][:8],
    }


def together(pages: dict[str, Callable[[], str]], seconds: float) -> dict[str, Any]:
    """Eight people at once, each reading between one page and the next."""
    each: list[float] = []
    end = time.perf_counter() + seconds

    def work(seed: int) -> None:
        from django.db import connection

        chance, asked = random.Random(seed), client()
        while time.perf_counter() < end:
            time.sleep(chance.uniform(1, 3))
            address = chance.choice(list(pages.values()))()
            begun = time.perf_counter()
            asked.get(address)
            each.append(1000 * (time.perf_counter() - begun))
        connection.close()

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(USERS)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return {
        "requests": len(each),
        "p50 ms": round(statistics.median(each), 1),
        "p95 ms": round(statistics.quantiles(each, n=20)[18], 1),
    }


def campaign() -> None:
    """The public campaign of 23 recipients beside the many demands, and an inbox with papers."""
    from django.db import connection

    from tecum.docket.chronology.load import shipped_threads
    from tecum.web.accounts.models import Person
    from tecum.web.chronologies.services import bring_in
    from tecum.web.intake.services import receive_document
    from tecum.words import Channel

    for path in shipped_threads():
        bring_in(Person.objects.get(name="Counsel A"), path.read_bytes())
    for n in range(WAITING):
        receive_document(b"%d" % n, f"{n}.txt", Channel.FAX, Person.objects.get(name="Clerk"))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    connection.close()


def load(source: Path) -> None:
    """The rows of the SQLite file into a migrated PostgreSQL database."""
    import psycopg
    from django.db import connection

    skipped = ("django_", "auth_", "sqlite_", "search_words")
    held = sqlite3.connect(source)
    tables = [name for (name,) in held.execute("SELECT name FROM sqlite_master WHERE type='table'")
              if not name.startswith(skipped)]  # fmt: skip
    words = {key: value for key, value in connection.get_connection_params().items()
             if key in ("dbname", "user", "host", "port")}  # fmt: skip
    with psycopg.connect(**words) as target:
        target.execute("SET session_replication_role = replica")
        for table in tables:
            found = target.execute(
                "SELECT column_name, data_type FROM information_schema.columns "
                "WHERE table_name = %s AND is_generated = 'NEVER'", [table]).fetchall()  # fmt: skip
            if not found:
                continue
            kinds = dict(found)
            names = [
                row[1] for row in held.execute(f"PRAGMA table_info({table})") if row[1] in kinds
            ]
            flags = [n for n, name in enumerate(names) if kinds[name] == "boolean"]
            listed = ", ".join(f'"{name}"' for name in names)
            target.execute(f"DELETE FROM {table}")  # what the migrations put there
            with target.cursor().copy(f"COPY {table} ({listed}) FROM STDIN") as copy:
                for row in held.execute(f"SELECT {listed} FROM {table}"):
                    cells = list(row)
                    for n in flags:
                        cells[n] = None if cells[n] is None else bool(cells[n])
                    copy.write_row(cells)
            for name in ("id", "number"):
                if kinds.get(name) == "bigint":
                    target.execute(
                        f"SELECT setval(pg_get_serial_sequence('{table}', '{name}'), "
                        f"coalesce(max({name}), 1)) FROM {table}"
                    )
    with psycopg.connect(**words, autocommit=True) as target:
        target.execute("VACUUM ANALYZE")


@contextmanager
def engine(home: Path, name: str) -> Iterator[Path]:
    """The data folder with the database of this engine behind it."""
    if name == "sqlite":
        yield home
        return
    running = _server()
    beside = home.with_name(f"{home.name}-pg")
    shutil.rmtree(beside, ignore_errors=True)
    shutil.copytree(home, beside, ignore=shutil.ignore_patterns("*.sqlite3*"))
    with running() as address:
        os.environ["TECUM_DATABASE"] = address
        yield beside


def _server() -> Any:
    """The tests' PostgreSQL, without what the tests' package starts when it is imported."""
    path = Path(__file__).resolve().parents[1] / "tests" / "web" / "server.py"
    found = importlib.util.spec_from_file_location("server", path)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module.running


def main() -> None:
    """Measure one engine; write what was found beside what was found before."""
    home, name = Path(sys.argv[1]).resolve(), (sys.argv[2:] or ["sqlite"])[0]
    with engine(home, name) as folder:
        start(folder)
        from django.core.management import call_command
        from django.db import connection

        from tecum.clock import set_offset

        # The day on which the docket ends: some dates are over, some near, some far.
        set_offset(LAST - datetime.now(UTC))
        call_command("collectstatic", verbosity=0, interactive=False)
        call_command("migrate", verbosity=0, interactive=False)
        if name == "postgresql":
            load(home / "db.sqlite3")
        from tecum.web.docket.models import Demand, Docket, Entry

        if not Docket.objects.filter(kind="campaign").exists():
            campaign()
        counted = {"demands": Demand.objects.count(), "entries": Entry.objects.count()}
        pages = addresses(random.Random(7))
        asked = client()
        figures: dict[str, Any] = {}
        for page, address in pages.items():
            figures[page] = measured(address, asked, ROUNDS)
            print(f"{page:<28} {json.dumps(figures[page])}", flush=True)
        crowd = together(pages, SECONDS)
        print(f"{USERS} users: {crowd}")
        connection.close()
    missed = [
        f"{page}: {goal} {row[goal]} over {most}"
        for page, row in figures.items() for goal, most in GOALS.items() if row[goal] > most
    ]  # fmt: skip
    print("\n".join(missed) or "every goal is met")
    rival = RESULTS / "pages_rival.json"
    beside = json.loads(rival.read_text())["figures"] if rival.exists() else "not measured"
    record(f"pages_{name}", {"size": counted, "pages": figures, f"{USERS} users": crowd,
                             "goals": GOALS, "missed": missed, "django-helpdesk": beside},
           "django")  # fmt: skip


if __name__ == "__main__":
    main()
