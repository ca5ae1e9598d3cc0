"""Whether this installation can do its work, each answer from a trial, none assumed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models import Count, Min
from django.utils.translation import override

from tecum.clock import age_of, is_synchronised, now, today
from tecum.errors import DataUnusable, TecumError
from tecum.machine import Line, examine
from tecum.web.accounts.models import Office
from tecum.web.accounts.selectors import office, profile
from tecum.web.background import BACKGROUND
from tecum.web.docket.current import how_projected, must_not_be_newer
from tecum.web.docket.desk import desk
from tecum.web.intake.models import Job
from tecum.web.ledger.log import has_log, open_log
from tecum.web.ledger.selectors import log_head, waiting_count, witnesses_now
from tecum.web.office.mailing import channel, is_proved
from tecum.web.packs.selectors import blocks_without_review
from tecum.web.ui.templatetags.ui import moment
from tecum.web.ui.tongues import SOURCE

__all__ = ["SILENT_AFTER", "installation", "lines", "readiness"]

SILENT_AFTER = timedelta(seconds=60)
"""A worker that has not been heard of for longer is taken for dead."""
_OLD_BACKUP = timedelta(days=1)
_AHEAD = timedelta(days=60)
_WAITS_TOO_LONG = timedelta(minutes=10)


def readiness() -> dict[str, bool]:
    """Database writable, folder writable, log able to sign, worker running."""
    return {
        "database": _can_write_database(),
        "storage": os.access(settings.HOME.root, os.W_OK | os.X_OK),
        "log": _can_sign(),
        "worker": BACKGROUND.is_alive(),
    }


def lines() -> list[Line]:
    """Everything that is known of this installation and of its machine."""
    return [*installation(), *examine()]


def installation() -> list[Line]:
    """What only the product can tell; a trial that itself fails is said to have failed."""
    return [_tried(name, look) for name, look in _LOOKS.items()]


def _tried(name: str, look: Callable[[str], Line]) -> Line:
    try:
        return look(name)
    except (TecumError, OSError, DatabaseError) as error:
        return Line(
            name, "not checked", type(error).__name__,
            "Nothing is known of it now.", "Look at the other lines first, then at the log lines.",
        )  # fmt: skip


def _versions(name: str) -> Line:
    return Line(name, "ok", f"Tecum {version('tecum')}, Django {version('django')}")


def _database(name: str) -> Line:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW server_version")
            found = f"PostgreSQL {cursor.fetchone()[0]}"
        else:
            cursor.execute("SELECT sqlite_version()")
            size = Path(settings.DATABASES["default"]["NAME"]).stat().st_size
            found = f"SQLite {cursor.fetchone()[0]}, {size >> 20} MiB"
            cursor.execute("PRAGMA query_only")
            if cursor.fetchone()[0]:
                return Line(name, "not checked", f"{found}, opened for reading alone")
    if _can_write_database():
        return Line(name, "ok", f"{found}, can be written")
    return Line(
        name, "missing", f"{found}, cannot be written",
        "Nothing can be recorded; what is there can be read.",
        "Look at the disk and at the rights of the data folder.",
    )  # fmt: skip


def _lists(name: str) -> Line:
    try:
        must_not_be_newer()
    except DataUnusable as newer:
        return Line(name, "missing", newer.what, newer.why, newer.do)
    how = how_projected()
    row = how.row
    if how.state == "half-way" and row is not None:
        return Line(
            name, "limited", f"{row.done} of {how.total} dockets are folded anew",
            "Lists may lack what is recorded until it is done.",
            "Start the product: it goes on where it stopped.",
        )  # fmt: skip
    if row is None or how.state != "current":
        return Line(
            name, "missing", "made by an older version",
            "Lists and boards may lack what is recorded.",
            "Start the product, or run: tecum rebuild.",
        )  # fmt: skip
    how_many = f"{row.looked_at} dockets " + ("folded anew" if row.whole else "compared")
    found = f"made by this version; {how_many}, {_at(row.made_at)}" if row.made_at else (
        "made by this version"
    )  # fmt: skip
    if row.failed:
        return Line(
            name, "limited", f"{found}; {len(row.failed)} could not be folded",
            f"Their rows are as they were: {', '.join(one[:16] for one in row.failed[:5])}.",
            "Run tecum rebuild; if that does not help, restore the database and its keys.",
        )  # fmt: skip
    return Line(name, "ok", found)


def _worker(name: str) -> Line:
    heard = settings.HOME.heartbeat
    if not heard.exists():
        return Line(
            name, "not checked", "never heard of", "Documents wait, and nothing goes into the log.",
            "Start the product: tecum serve.",
        )  # fmt: skip
    ago = age_of(heard)
    if ago > SILENT_AFTER:
        return Line(
            name, "missing", f"silent for {int(ago.total_seconds())} s",
            "Documents wait, and nothing goes into the log.", "Start the product again.",
        )  # fmt: skip
    return Line(name, "ok", "heard of within a minute")


def _queue(name: str) -> Line:
    held = dict(Job.objects.values_list("state").annotate(Count("pk")))
    waits = held.get(Job.QUEUED, 0) + held.get(Job.RUNNING, 0)
    failed = held.get(Job.FAILED, 0)
    oldest = Job.objects.filter(state=Job.QUEUED).aggregate(oldest=Min("due_at"))["oldest"]
    late = oldest is not None and now() - oldest > _WAITS_TOO_LONG
    found = f"{waits} waiting, {failed} failed" + (
        f"; the oldest since {_at(oldest)}" if oldest else ""
    )
    if failed or late:
        return Line(
            name, "limited", found,
            "Documents that could not be read are in the inbox, unread." if failed
            else "Documents wait for the reader.",
            "Open the inbox, look at the documents by eye, or read them again." if failed
            else "Look whether the worker runs.",
        )  # fmt: skip
    return Line(name, "ok", found)


def _storage(name: str) -> Line:
    folder = settings.HOME.files
    if not os.access(settings.HOME.root, os.W_OK | os.X_OK):
        return Line(
            name, "missing", "cannot be written", "No document can be taken in.",
            "Give the data folder back to the user that runs the product.",
        )  # fmt: skip
    usage = shutil.disk_usage(folder if folder.exists() else settings.HOME.root)
    share, reserve = 100 * usage.free / usage.total, settings.CONFIG.reserve_percent
    found = f"{usage.free >> 30} GiB free, {share:.0f}%; intake stops below {reserve}%"
    if share < reserve:
        return Line(name, "missing", found, "No document is taken in.", "Free some space.")
    if share < 20:
        return Line(name, "limited", found, "Little space is left.", "Free some space.")
    return Line(name, "ok", found)


def _log(name: str) -> Line:
    if office() is None:
        return Line(name, "not checked", "no office has been set up")
    if not has_log():
        return Line(
            name, "missing", "no log", "No receipt can be made.", "Restore the folder of the log."
        )
    head, waiting = log_head(), waiting_count()
    found = f"{head[1] if head else 0} entries under the newest head, {waiting} waiting"
    if not _can_sign():
        return Line(
            name, "missing", f"{found}; may not sign", "Acts are recorded and have no receipt.",
            "Run: tecum log audit. It says what does not agree.",
        )  # fmt: skip
    return Line(name, "ok", found)


def _witnesses(name: str) -> Line:
    if not has_log():
        return Line(name, "not checked", "no log")
    held = witnesses_now()
    if held.against:
        return Line(
            name, "missing", "; ".join(f"{one.name} says {one.claim}" for one in held.against),
            "Nothing is signed until this is settled.", "See docs/howto/witness-each-other.md.",
        )  # fmt: skip
    if not held.witnesses:
        return Line(
            name, "limited", "none", "No other organisation vouches for the order of the log.",
            "Exchange keys with another office: docs/howto/witness-each-other.md.",
        )  # fmt: skip
    newest = [one.name for one in held.witnesses if one.has_newest]
    found = f"{len(newest)} of {len(held.witnesses)} have seen the newest head"
    if held.silent:
        names = ", ".join(one.name for one in held.silent)
        return Line(name, "limited", f"{found}; silent: {names}", "", "Ask them whether they run.")
    return Line(name, "ok", found)


def _packs(name: str) -> Line:
    left = blocks_without_review()
    whole = sum(left.values())
    if whole:
        found = ", ".join(f"{pack} {count}" for pack, count in left.items() if count)
        return Line(
            name, "limited", f"{whole} blocks that nobody of this office stands for: {found}",
            "Their outcomes bear the words: worked example, not reviewed.",
            "Review them on the page of the pack.",
        )  # fmt: skip
    return Line(name, "ok", "every block of the packs in force was reviewed here")


def _calendars(name: str) -> Line:
    ready = desk()
    used = {one for one in ready.office.calendars.values() if one in ready.calendars}
    named = set(ready.office.calendars.values())
    until = today(ready.office.zone) + _AHEAD
    short = sorted(one for one in used if ready.calendars[one].last < until.year)
    absent = sorted(named - used)
    if short or absent:
        return Line(
            name, "missing", f"no days for {until.year}: {', '.join(short + absent)}",
            "Dates in that year cannot be counted.", "Install a newer edition of the calendar.",
        )  # fmt: skip
    if not named:
        return Line(
            name, "limited", "none is named in the profile", "Weekdays alone count.",
            "Name the office's calendar in its settings.",
        )  # fmt: skip
    unchecked = sorted(one for one in used if until.year not in ready.calendars[one].checked)
    if unchecked:
        return Line(
            name, "limited", f"computed, not compared with a published list for {until.year}: "
            + ", ".join(unchecked), "", "Compare the days with the authority's list.",
        )  # fmt: skip
    return Line(name, "ok", f"days for {until.year} are there: {', '.join(sorted(used))}")


def _backup(name: str) -> Line:
    folder = settings.HOME.root / "backup"
    made = [age_of(path) for path in folder.glob("*")] if folder.is_dir() else []
    if not made:
        return Line(
            name, "not checked", "this installation knows of none",
            "A copy made by other means is not seen from here.",
            "Copy the data folder while the product is stopped, the keys apart from it.",
        )  # fmt: skip
    ago = min(made)
    state = "ok" if ago <= _OLD_BACKUP else "limited"
    found = f"the newest is {int(ago.total_seconds() // 3600)} hours old; restoring was not tried"
    return Line(name, state, found, "" if state == "ok" else "Newer work is not in it.", "")


def _at(instant: datetime) -> str:
    """An instant as the pages write it; these lines are in the language of the source."""
    zone = profile().zone if office() is not None else ""
    with override(SOURCE):
        return moment(instant, zone)


def _clock(name: str) -> Line:
    found = _at(now())
    if is_synchronised():
        return Line(name, "ok", f"{found}, kept by a time service")
    return Line(
        name, "limited", f"{found}, not known to be kept by a time service",
        "Receipts bear a time that nobody compares with another clock.",
        "Let the system keep time by NTP (Debian: apt-get install systemd-timesyncd).",
    )  # fmt: skip


def _mail(name: str) -> Line:
    held = profile().mail.domains if office() is not None else ()
    own = f"own domains: {', '.join(held)}" if held else "no domain is named"
    out = channel() if office() is not None else None
    if out is not None and not is_proved():
        return Line(
            name, "limited", f"{own}; mail out through {out.host}, not proved",
            "Whether a message arrives is not known.", "Send a test on the page of the office.",
        )  # fmt: skip
    way = f"mail out through {out.host}, proved" if out is not None else "no server for mail out"
    return Line(
        name, "not checked", f"{own}; {way}; no mailbox is connected",
        "Mail is taken in as files, and letters are sent by hand.", "",
    )  # fmt: skip


_LOOKS: dict[str, Callable[[str], Line]] = {
    "Versions": _versions,
    "Database": _database,
    "Lists": _lists,
    "Worker": _worker,
    "Queue of documents": _queue,
    "Storage": _storage,
    "Log": _log,
    "Witnesses": _witnesses,
    "Packs": _packs,
    "Calendars": _calendars,
    "Backup": _backup,
    "Clock": _clock,
    "Mail": _mail,
}


def _can_write_database() -> bool:
    try:
        with transaction.atomic():
            Office.objects.filter(pk=-1).update(name="")
    except DatabaseError:
        connection.close()
        return False
    return True


def _can_sign() -> bool:
    if office() is None:
        return True
    try:
        open_log().check()
    except (TecumError, OSError):
        return False
    return True
