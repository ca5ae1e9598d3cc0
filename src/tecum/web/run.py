"""What the command line calls: serve, demo, rebuild, reread, publish; nothing else is called.

Each command holds the data folder for as long as it runs, brings the tables up to date and
leaves a whole state behind; what stays running is :mod:`tecum.web.supervisor`.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tecum.clock import from_environment
from tecum.errors import CheckFailed, DataUnusable, UsageError
from tecum.web.config import Config, load_config
from tecum.web.home import Home
from tecum.web.supervisor import must_be_free, supervise
from tecum.words import Role

if TYPE_CHECKING:
    from tecum.law import Packs
    from tecum.law.replay import Asked
    from tecum.ledger.log import Log
    from tecum.machine import Line
    from tecum.office import Office
    from tecum.reports.period import Period

__all__ = [
    "demo",
    "docket_asked",
    "go_on_from_newest",
    "installation_lines",
    "kept_pack",
    "open_product_log",
    "publish",
    "rebuild",
    "report_names",
    "report_printed",
    "reread",
    "serve",
]

DEMO_AT = "2020-01-15T09:00:00-07:00"
PATIENCE = 5.0


def serve(*, lost: bool = False) -> int:
    """Run the product on the data folder until it is told to stop.

    Args:
        lost: Take away the passkeys and codes of whom the printed link lets in.
    """
    home, config = _prepare()
    must_be_free(config)
    with home.held(PATIENCE):
        _start_django(home)
        from tecum.web.accounts.selectors import office

        row = office()
        if row is not None and row.demo:
            raise CheckFailed(
                "This data folder holds a demonstration.",
                why="Real demands and invented ones must not stand side by side.",
                do="Name another folder with TECUM_HOME.",
                code="home.demo",
            )
        if lost:
            _take_factors_away()
        supervise(config, _greeting(config, "Tecum"))
    return 0


def demo(*, reset: bool = False) -> int:
    """Run the product with a fictional office, SPECIMEN documents and a fixed day."""
    os.environ["TECUM_DEMO"] = "1"
    os.environ.setdefault("TECUM_AT", DEMO_AT)
    if "TECUM_HOME" not in os.environ:
        os.environ["TECUM_HOME"] = str(Path.home() / ".local/share/tecum-demo")
    home, config = _prepare()
    if not config.is_loopback or config.public_url:
        raise UsageError(
            "The demonstration listens on this machine alone.",
            why="Anybody who reaches it can take any role.",
            do="Use an address such as 127.0.0.1:8710.",
            code="demo.loopback",
        )
    must_be_free(config)
    with home.held(PATIENCE):
        if reset:
            _empty_demo(home)
        _start_django(home)
        from tecum.web.demo.build import build

        build()
        go_on_from_newest()
        supervise(config, _greeting(config, "Tecum, demonstration", Role.CLERK))
    return 0


def go_on_from_newest() -> None:
    """Let the clock of a demonstration that was stopped go on, never back."""
    from tecum.clock import advance, now
    from tecum.web.docket.models import Entry

    newest = Entry.objects.order_by("-recorded_at").values_list("recorded_at", flat=True).first()
    if newest is not None and newest > now():
        os.environ["TECUM_AT"] = newest.isoformat()
        advance(newest - now())


def rebuild() -> int:
    """Rebuild every projection from the entries and say what was rebuilt."""
    home, _ = _prepare()
    if not home.root.is_dir():
        raise DataUnusable("There is no data folder to rebuild.", code="home.missing")
    with home.held(PATIENCE):
        is_done = _start_django(home)
        from tecum.web.docket.current import alone
        from tecum.web.docket.rebuild import counts_by_table
        from tecum.web.upgrading import fold_anew

        if not is_done:
            with alone():
                fold_anew(whole=True)
        counts = counts_by_table()
    for name, count in counts.items():
        print(f"{name:<16} {count}")
    return 0


def docket_asked(on: date | None, known_on: date | None) -> tuple[Packs, list[Asked], Office]:
    """The packs, every item and action of the docket, and the office; writes nothing."""
    _only_reading()
    from tecum.web.docket.replaying import docket_rows

    return docket_rows(on=on, known_on=known_on)


def kept_pack(digest: str, name: str | None = None) -> tuple[str, str, bytes]:
    """A version of a pack that the data folder keeps: digest, id and bytes; writes nothing.

    Args:
        digest: The first digits of the version's digest.
        name: The pack's id, where several packs have a version that begins so.

    Raises:
        UsageError: no version begins so, or several do.
    """
    _only_reading()
    from tecum.web.docket.shelf import versions_beginning

    found = versions_beginning(digest, name)
    if len(found) != 1:
        raise UsageError(
            f'{len(found) or "No"} kept versions of packs begin with "{digest}".',
            do="Copy the digest from the page of the pack, with more of its digits.",
            code="packs.no-version",
        )
    (row,) = found
    return row.sha256, row.name, bytes(row.content)


def installation_lines() -> list[Line]:
    """What the data folder's own product says of itself, read and not changed; none without one."""
    home = Home.from_environment()
    if not home.database.exists() and "TECUM_DATABASE" not in os.environ:
        return []
    _only_reading(current=False)
    from tecum.web.status.selectors import installation

    return installation()


def report_names() -> list[str]:
    """One line for each report that can be counted on the data folder; writes nothing."""
    _only_reading()
    from tecum.web.reports.printed import names

    return names()


def report_printed(name: str, period: Period, form: str, **more: Any) -> str:
    """A report of a period as text, JSON, CSV or SVG; writes nothing."""
    _only_reading()
    from tecum.web.reports.printed import printed

    return printed(name, period, form, **more)


def publish(folder: Path) -> list[str]:
    """Write what the office has published into a folder; the names of the files.

    Raises:
        DataUnusable: there is no office, or the folder cannot be written.
    """
    _only_reading()
    from tecum.clock import now
    from tecum.web.accounts.selectors import office
    from tecum.web.public.build import write_out
    from tecum.web.public.page import publication

    if office() is None:
        raise DataUnusable("There is no office yet that could publish.", code="publish.no-office")
    try:
        return write_out(publication(now()), folder)
    except OSError as error:
        raise DataUnusable(
            "The public page could not be written.",
            why=f"The folder answered: {error.strerror}.",
            do="Name a folder that this account may write to.",
            code="publish.folder",
        ) from error


def open_product_log(directory: Path) -> Log:
    """The log of an installed product whose entries lie in its database.

    Args:
        directory: The folder ``log`` in a data folder.

    Raises:
        UsageError: the folder is not that of an installed product with a database.
    """
    home = directory.resolve().parent
    if directory.resolve().name != "log" or not (home / "keys").is_dir():
        raise UsageError(
            "This log's entries lie in a product's database, and the product is not here.",
            why="Its folder alone would look like a log that lost everything.",
            do="Name the folder log in the product's data folder.",
            code="log.database",
        )
    os.environ["TECUM_HOME"] = str(home)
    _prepare()
    import django
    from django.db import connection

    django.setup()
    if connection.vendor != "postgresql":
        raise UsageError(
            "This log's entries lie in PostgreSQL, and the settings name another database.",
            do="Set TECUM_DATABASE as the product has it.",
            code="log.database",
        )
    from tecum.web.ledger.log import open_log

    return open_log()


def _only_reading(*, current: bool = True) -> None:
    """Start what reads the database, and let nothing write to it.

    Args:
        current: Refuse lists that another version has made.
    """
    home, _ = _prepare()
    if not home.root.is_dir():
        raise DataUnusable("There is no data folder with a docket.", code="home.missing")
    import django
    from django.db import connection

    django.setup()
    only_reading = {"sqlite": "PRAGMA query_only = ON"}
    with connection.cursor() as cursor:
        cursor.execute(
            only_reading.get(connection.vendor, "SET default_transaction_read_only = on")
        )
    if current:
        from tecum.web.upgrading import must_be_current

        must_be_current()


def reread() -> Iterator[int]:
    """Read again what an older reader read; stopped half-way, the next run goes on.

    Yields:
        First how many documents wait, then how many of them are done, after each.

    Raises:
        DataUnusable: there is no data folder.
        CheckFailed: documents are left that could not be read; they are tried again later.
    """
    home, _ = _prepare()
    if not home.root.is_dir():
        raise DataUnusable("There is no data folder to read again.", code="home.missing")
    with home.held(PATIENCE):
        _start_django(home)
        from tecum.web.intake.jobs import requeue_abandoned, work_one
        from tecum.web.intake.selectors import waiting_jobs
        from tecum.web.intake.services import read_older_again

        requeue_abandoned()
        read_older_again()
        waits = waiting_jobs()["queued"]
        yield waits
        done = 0
        while work_one():
            done += 1
            yield done
        left = sum(waiting_jobs().values())
    if left:
        raise CheckFailed(
            f"{left} of the documents could not be read now.",
            do="Start the product, or run this again: they are tried again.",
            code="reread.left",
        )


def _prepare() -> tuple[Home, Config]:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tecum.web.settings.serve"
    from_environment()
    home = Home.from_environment()
    os.umask(0o077)
    return home, load_config(home)


def _start_django(home: Home) -> bool:
    """Make ready what is to run; gives whether every docket was folded anew."""
    home.make()
    import django
    from django.core.management import call_command
    from django.db import connection

    from tecum.web.upgrading import upgrade

    django.setup()
    is_anew = upgrade()
    call_command("collectstatic", verbosity=0, interactive=False)
    from tecum.web.ledger.log import has_log, open_log

    if has_log():
        open_log()
    from tecum.web.intake.erasing import purge_erased
    from tecum.web.intake.store import sweep

    purge_erased()
    sweep()
    if connection.vendor == "sqlite":
        from tecum.web.engine.base import checkpoint

        checkpoint(connection)
    return is_anew


def _take_factors_away() -> None:
    from tecum.web.accounts.selectors import first_in
    from tecum.web.accounts.services import start_anew

    person = first_in(Role.LEAD)
    if person is None:
        raise UsageError(
            "No office has been set up here, so nobody has lost anything.",
            do="Start without --lost-passkeys and open the link that is printed.",
            code="office.absent",
        )
    start_anew(person)


def _greeting(config: Config, name: str, role: Role = Role.LEAD) -> str:
    from tecum.web.accounts.models import SignInLink
    from tecum.web.accounts.selectors import first_in
    from tecum.web.accounts.services import make_link

    person = first_in(role)
    purpose = SignInLink.FIRST_RUN if person is None else SignInLink.SIGN_IN
    token = make_link(purpose, person)
    return (
        f"{name} is at {config.url}\n"
        f"Open this once, within 60 minutes, in the browser you will work in:\n"
        f"  {config.url}/sign-in/{token}\n"
        "Ctrl-C ends it. Nothing acknowledged is lost."
    )


def _empty_demo(home: Home) -> None:
    """Throw a demonstration away, and nothing that is not one."""
    import shutil

    marker = home.root / "demonstration"
    if home.database.exists() and not marker.exists():
        raise CheckFailed(
            "This data folder does not hold a demonstration.",
            why="Real demands are never thrown away.",
            do="Name another folder with TECUM_HOME.",
            code="demo.real-data",
        )
    if not marker.exists():
        return
    logging.getLogger("tecum").info("demonstration reset")
    for name in ("db.sqlite3", "db.sqlite3-wal", "db.sqlite3-shm"):
        (home.root / name).unlink(missing_ok=True)
    for folder in (home.files, home.log, home.keys):
        shutil.rmtree(folder, ignore_errors=True)
    print("The demonstration starts afresh.", file=sys.stderr)
