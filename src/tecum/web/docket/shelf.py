"""The packs and calendars that dates on the docket rest on, kept by their digest for ever."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping

from tecum.clock import now
from tecum.law.kept import clocks_kept, pack_kept, to_keep
from tecum.reckoning import Clock
from tecum.reckoning.calendar_file import calendar_from
from tecum.reckoning.calendars import Calendar
from tecum.reckoning.recompute import Shelf, Stored
from tecum.triage import Desk
from tecum.web.docket.models import KeptLaw

__all__ = [
    "PACK",
    "keep",
    "keep_note",
    "keep_packs",
    "keep_version",
    "note_of",
    "shelf_for",
    "version",
    "versions_beginning",
]

PACK = "pack"
CALENDAR = "calendar"
NOTE = "note"


def keep(ready: Desk, stored: Stored) -> None:
    """Keep every pack and calendar that a reckoning rests on, where it is not kept yet.

    Raises:
        KeptPackBroken: a pack's folder was changed since it was loaded.
    """
    wanted = {*stored.packs, *(digest for _, digest in stored.pins.calendars)}
    wanted -= set(KeptLaw.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    if not wanted:
        return
    rows = [row for row in _loaded(ready, stored) if row.sha256 in wanted]
    KeptLaw.objects.bulk_create(rows, ignore_conflicts=True)


def _loaded(ready: Desk, stored: Stored) -> Iterator[KeptLaw]:
    for pack in ready.packs.packs:
        if pack.sha256 in stored.packs:
            content = to_keep(pack)
            pack_kept(content, pack.sha256)
            yield KeptLaw(
                sha256=pack.sha256, kind=PACK, name=pack.id, content=content, kept_at=now()
            )
    for name, digest in stored.pins.calendars:
        text = ready.calendars[name].text.encode()
        yield KeptLaw(sha256=digest, kind=CALENDAR, name=name, content=text, kept_at=now())


def keep_packs(ready: Desk) -> None:
    """Keep every loaded pack, so that what is found by it now can be read for ever."""
    wanted = {pack.sha256: pack for pack in ready.packs.packs}
    kept = KeptLaw.objects.filter(pk__in=wanted).values_list("pk", flat=True)
    for sha256 in wanted.keys() - set(kept):
        keep_version(sha256, wanted[sha256].id, to_keep(wanted[sha256]))


def keep_version(sha256: str, name: str, content: bytes) -> None:
    """Keep a version of a pack under its digest, where it is not kept yet.

    Raises:
        KeptPackBroken: the bytes are not the pack of this digest.
    """
    pack_kept(content, sha256)
    row = KeptLaw(sha256=sha256, kind=PACK, name=name, content=content, kept_at=now())
    KeptLaw.objects.bulk_create([row], ignore_conflicts=True)


def keep_note(sha256: str, note: bytes) -> None:
    """Keep the signature of a version; it is no part of what the digest covers."""
    row = KeptLaw(
        sha256=hashlib.sha256(note).hexdigest(),
        kind=NOTE,
        name=sha256,
        content=note,
        kept_at=now(),
    )
    KeptLaw.objects.bulk_create([row], ignore_conflicts=True)


def note_of(sha256: str) -> bytes | None:
    """The signature of a version that came last, None where it came without one."""
    row = KeptLaw.objects.filter(kind=NOTE, name=sha256).order_by("-kept_at").first()
    return bytes(row.content) if row is not None else None


def version(sha256: str) -> KeptLaw | None:
    """A kept version of a pack, None where there is none of this digest."""
    return KeptLaw.objects.filter(pk=sha256, kind=PACK).first()


def versions_beginning(digest: str, name: str | None = None) -> list[KeptLaw]:
    """The kept versions whose digest begins so; three at most."""
    rows = KeptLaw.objects.filter(pk__startswith=digest, kind=PACK)
    return list((rows.filter(name=name) if name else rows)[:3])


def shelf_for(stored: Stored) -> Shelf:
    """What is kept of the law of one reckoning; what is missing is simply not on the shelf."""
    digests = {*stored.packs, *(digest for _, digest in stored.pins.calendars)}
    rows = {row.pk: row for row in KeptLaw.objects.filter(pk__in=digests)}
    return Shelf(packs=_packs(rows), calendars=_calendars(rows))


def _packs(rows: Mapping[str, KeptLaw]) -> dict[str, tuple[Clock, ...]]:
    return {
        digest: clocks_kept(bytes(row.content), digest)
        for digest, row in rows.items()
        if row.kind == PACK
    }


def _calendars(rows: Mapping[str, KeptLaw]) -> dict[str, Calendar]:
    return {
        digest: calendar_from(tomllib.loads(bytes(row.content).decode()), row.name)
        for digest, row in rows.items()
        if row.kind == CALENDAR
    }
