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
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

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
from tecum.web.ui.templatetags.spoken import spoken
from tecum.web.ui.templatetags.ui import moment

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
    return [_tried(_(name), look) for name, look in _LOOKS.items()]


def _tried(name: str, look: Callable[[str], Line]) -> Line:
    try:
        return look(name)
    except (TecumError, OSError, DatabaseError) as error:
        return Line(
            name, "not checked", type(error).__name__,
            _("Nothing is known of it now."),
            _("Look at the other lines first, then at the log lines."),
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
                return Line(
                    name, "not checked", _("{found}, opened for reading alone").format(found=found)
                )
    if _can_write_database():
        return Line(name, "ok", _("{found}, can be written").format(found=found))
    return Line(
        name, "missing", _("{found}, cannot be written").format(found=found),
        _("Nothing can be recorded; what is there can be read."),
        _("Look at the disk and at the rights of the data folder."),
    )  # fmt: skip


def _lists(name: str) -> Line:
    try:
        must_not_be_newer()
    except DataUnusable as newer:
        return Line(name, "missing", spoken(newer.what), spoken(newer.why), spoken(newer.do))
    how = how_projected()
    row = how.row
    if how.state == "half-way" and row is not None:
        return Line(
            name, "limited",
            _("{n} of {all} dockets are folded anew").format(n=row.done, all=how.total),
            _("Lists may lack what is recorded until it is done."),
            _("Start the product: it goes on where it stopped."),
        )  # fmt: skip
    if row is None or how.state != "current":
        return Line(
            name, "missing", _("made by an older version"),
            _("Lists and boards may lack what is recorded."),
            _("Start the product, or run: tecum rebuild."),
        )  # fmt: skip
    found = _("made by this version")
    if row.made_at:
        how_many = (
            _("made by this version; {n} dockets folded anew, {at}")
            if row.whole
            else _("made by this version; {n} dockets compared, {at}")
        )
        found = how_many.format(n=row.looked_at, at=_at(row.made_at))
    if row.failed:
        return Line(
            name, "limited",
            _("{found}; {n} could not be folded").format(found=found, n=len(row.failed)),
            _("Their rows are as they were: {rows}.").format(
                rows=", ".join(one[:16] for one in row.failed[:5])
            ),
            _("Run tecum rebuild; if that does not help, restore the database and its keys."),
        )  # fmt: skip
    return Line(name, "ok", found)


def _worker(name: str) -> Line:
    heard = settings.HOME.heartbeat
    if not heard.exists():
        return Line(
            name, "not checked", _("never heard of"),
            _("Documents wait, and nothing goes into the log."),
            _("Start the product: tecum serve."),
        )  # fmt: skip
    ago = age_of(heard)
    if ago > SILENT_AFTER:
        return Line(
            name, "missing", _("silent for {n} s").format(n=int(ago.total_seconds())),
            _("Documents wait, and nothing goes into the log."), _("Start the product again."),
        )  # fmt: skip
    return Line(name, "ok", _("heard of within a minute"))


def _queue(name: str) -> Line:
    held = dict(Job.objects.values_list("state").annotate(Count("pk")))
    waits = held.get(Job.QUEUED, 0) + held.get(Job.RUNNING, 0)
    failed = held.get(Job.FAILED, 0)
    oldest = Job.objects.filter(state=Job.QUEUED).aggregate(oldest=Min("due_at"))["oldest"]
    late = oldest is not None and now() - oldest > _WAITS_TOO_LONG
    found = _("{waits} waiting, {failed} failed").format(waits=waits, failed=failed)
    if oldest:
        found = _("{found}; the oldest since {at}").format(found=found, at=_at(oldest))
    if failed or late:
        return Line(
            name, "limited", found,
            _("Documents that could not be read are in the inbox, unread.") if failed
            else _("Documents wait for the reader."),
            _("Open the inbox, look at the documents by eye, or read them again.") if failed
            else _("Look whether the worker runs."),
        )  # fmt: skip
    return Line(name, "ok", found)


def _storage(name: str) -> Line:
    folder = settings.HOME.files
    if not os.access(settings.HOME.root, os.W_OK | os.X_OK):
        return Line(
            name, "missing", _("cannot be written"), _("No document can be taken in."),
            _("Give the data folder back to the user that runs the product."),
        )  # fmt: skip
    usage = shutil.disk_usage(folder if folder.exists() else settings.HOME.root)
    share, reserve = 100 * usage.free / usage.total, settings.CONFIG.reserve_percent
    found = _("{gib} GiB free, {share}%; intake stops below {reserve}%").format(
        gib=usage.free >> 30, share=f"{share:.0f}", reserve=reserve
    )
    if share < reserve:
        return Line(name, "missing", found, _("No document is taken in."), _("Free some space."))
    if share < 20:
        return Line(name, "limited", found, _("Little space is left."), _("Free some space."))
    return Line(name, "ok", found)


def _log(name: str) -> Line:
    if office() is None:
        return Line(name, "not checked", _("no office has been set up"))
    if not has_log():
        return Line(
            name, "missing", _("no log"), _("No receipt can be made."),
            _("Restore the folder of the log."),
        )  # fmt: skip
    head, waiting = log_head(), waiting_count()
    found = _("{n} entries under the newest head, {waiting} waiting").format(
        n=head[1] if head else 0, waiting=waiting
    )
    if not _can_sign():
        return Line(
            name, "missing", _("{found}; may not sign").format(found=found),
            _("Acts are recorded and have no receipt."),
            _("Run: tecum log audit. It says what does not agree."),
        )  # fmt: skip
    return Line(name, "ok", found)


def _witnesses(name: str) -> Line:
    if not has_log():
        return Line(name, "not checked", _("no log"))
    held = witnesses_now()
    if held.against:
        return Line(
            name, "missing",
            "; ".join(
                _("{name} says {claim}").format(name=one.name, claim=one.claim)
                for one in held.against
            ),
            _("Nothing is signed until this is settled."),
            _("See docs/howto/witness-each-other.md."),
        )  # fmt: skip
    if not held.witnesses:
        return Line(
            name, "limited", _("none"),
            _("No other organisation vouches for the order of the log."),
            _("Exchange keys with another office: docs/howto/witness-each-other.md."),
        )  # fmt: skip
    newest = [one.name for one in held.witnesses if one.has_newest]
    found = _("{n} of {all} have seen the newest head").format(
        n=len(newest), all=len(held.witnesses)
    )
    if held.silent:
        names = ", ".join(one.name for one in held.silent)
        said = _("{found}; silent: {names}").format(found=found, names=names)
        return Line(name, "limited", said, "", _("Ask them whether they run."))
    return Line(name, "ok", found)


def _packs(name: str) -> Line:
    left = blocks_without_review()
    whole = sum(left.values())
    if whole:
        found = ", ".join(f"{pack} {count}" for pack, count in left.items() if count)
        return Line(
            name, "limited",
            _("{n} blocks that nobody of this office stands for: {found}").format(
                n=whole, found=found
            ),
            _("Their outcomes bear the words: worked example, not reviewed."),
            _("Review them on the page of the pack."),
        )  # fmt: skip
    return Line(name, "ok", _("every block of the packs in force was reviewed here"))


def _calendars(name: str) -> Line:
    ready = desk()
    used = {one for one in ready.office.calendars.values() if one in ready.calendars}
    named = set(ready.office.calendars.values())
    until = today(ready.office.zone) + _AHEAD
    short = sorted(one for one in used if ready.calendars[one].last < until.year)
    absent = sorted(named - used)
    if short or absent:
        return Line(
            name, "missing",
            _("no days for {year}: {names}").format(
                year=until.year, names=", ".join(short + absent)
            ),
            _("Dates in that year cannot be counted."),
            _("Install a newer edition of the calendar."),
        )  # fmt: skip
    if not named:
        return Line(
            name, "limited", _("none is named in the profile"), _("Weekdays alone count."),
            _("Name the office's calendar in its settings."),
        )  # fmt: skip
    unchecked = sorted(one for one in used if until.year not in ready.calendars[one].checked)
    if unchecked:
        return Line(
            name, "limited",
            _("computed, not compared with a published list for {year}: {names}").format(
                year=until.year, names=", ".join(unchecked)
            ), "", _("Compare the days with the authority's list."),
        )  # fmt: skip
    return Line(
        name, "ok",
        _("days for {year} are there: {names}").format(
            year=until.year, names=", ".join(sorted(used))
        ),
    )  # fmt: skip


def _backup(name: str) -> Line:
    folder = settings.HOME.root / "backup"
    made = [age_of(path) for path in folder.glob("*")] if folder.is_dir() else []
    if not made:
        return Line(
            name, "not checked", _("this installation knows of none"),
            _("A copy made by other means is not seen from here."),
            _("Copy the data folder while the product is stopped, the keys apart from it."),
        )  # fmt: skip
    ago = min(made)
    state = "ok" if ago <= _OLD_BACKUP else "limited"
    found = _("the newest is {n} hours old; restoring was not tried").format(
        n=int(ago.total_seconds() // 3600)
    )
    return Line(name, state, found, "" if state == "ok" else _("Newer work is not in it."), "")


def _at(instant: datetime) -> str:
    """An instant as the pages write it."""
    return moment(instant, profile().zone if office() is not None else "")


def _clock(name: str) -> Line:
    found = _at(now())
    if is_synchronised():
        return Line(name, "ok", _("{found}, kept by a time service").format(found=found))
    return Line(
        name, "limited", _("{found}, not known to be kept by a time service").format(found=found),
        _("Receipts bear a time that nobody compares with another clock."),
        _("Let the system keep time by NTP (Debian: apt-get install systemd-timesyncd)."),
    )  # fmt: skip


def _mail(name: str) -> Line:
    held = profile().mail.domains if office() is not None else ()
    own = (
        _("own domains: {names}").format(names=", ".join(held)) if held else _("no domain is named")
    )
    out = channel() if office() is not None else None
    if out is not None and not is_proved():
        return Line(
            name, "limited",
            _("{own}; mail out through {host}, not proved").format(own=own, host=out.host),
            _("Whether a message arrives is not known."),
            _("Send a test on the page of the office."),
        )  # fmt: skip
    way = (
        _("mail out through {host}, proved").format(host=out.host)
        if out is not None
        else _("no server for mail out")
    )
    return Line(
        name, "not checked",
        _("{own}; {way}; no mailbox is connected").format(own=own, way=way),
        _("Mail is taken in as files, and letters are sent by hand."), "",
    )  # fmt: skip


_LOOKS: dict[str, Callable[[str], Line]] = {
    gettext_noop("Versions"): _versions,
    gettext_noop("Database"): _database,
    gettext_noop("Lists"): _lists,
    gettext_noop("Worker"): _worker,
    gettext_noop("Queue of documents"): _queue,
    gettext_noop("Storage"): _storage,
    gettext_noop("Log"): _log,
    gettext_noop("Witnesses"): _witnesses,
    gettext_noop("Packs"): _packs,
    gettext_noop("Calendars"): _calendars,
    gettext_noop("Backup"): _backup,
    gettext_noop("System clock"): _clock,
    gettext_noop("Mail"): _mail,
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
