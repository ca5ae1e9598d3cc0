"""Arrivals that are like another: the same file, the same words, nearly the same (READING 14).

Nothing is joined here; a person does that. The index holds keyed hashes, which say nothing
without the office's key; a document that somebody may not know of is never named to them.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings

from tecum.errors import TecumError
from tecum.reading.errors import CannotRender
from tecum.reading.files import sniff
from tecum.reading.likeness.likeness import LikenessIndex, Print, bands_of, print_of
from tecum.reading.likeness.particulars import Place, are_twins, differences
from tecum.reading.likeness.picture_hash import picture_hashes
from tecum.reading.text.layout import Layer, Opened
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may_see_subjects, visible_dockets
from tecum.web.docket.models import Arrival, Docket
from tecum.web.intake import store
from tecum.web.intake.models import FileKey, LikenessBand, ReadingMade

__all__ = ["Alike", "Differing", "alike", "enter_print", "print_of_opened"]

_MOST = 200


@dataclass(frozen=True, slots=True)
class Differing:
    """Words that differ: of what kind, as they stand here and there."""

    kind: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Alike:
    """A document that this one is like.

    Attributes:
        by: ``same_file``, ``same_text``, ``near_text`` or ``picture``.
        twins: The same letter with other particulars: no duplicate.
        differing: What differs, for those who see the words of both.
    """

    docket: str
    received_at: datetime
    by: str
    twins: bool = False
    differing: tuple[Differing, ...] = ()


def print_of_opened(opened: Opened, content: bytes) -> Print:
    """The print of a document: its body's words, or its pictures where it has too few."""
    body = "\n".join(
        line.text
        for part in opened.parts
        if part.text is not None
        for line in part.text.lines
        if line.layer is Layer.BODY
    )
    found = print_of(body)
    has_pages = opened.media_type == sniff.PDF or opened.media_type.startswith("image/")
    if found.text_sha256 is not None or not has_pages:
        return found
    try:
        return print_of(body, picture_hashes(content))
    except CannotRender:
        return found


def enter_print(made: ReadingMade, found: Print) -> None:
    """Enter a document's print under the hashes by which others find it."""
    LikenessBand.objects.filter(
        made__docket_id=made.docket_id, made__document=made.document
    ).delete()
    LikenessBand.objects.bulk_create(
        LikenessBand(made=made, docket_id=made.docket_id, band=band) for band in _bands(found)
    )


def alike(person: Person, docket_id: str) -> list[Alike]:
    """What a document is like, of what this person may know of; the same file first."""
    visible = visible_dockets(person)
    docket = visible.filter(pk=docket_id).first()
    mine = ReadingMade.objects.filter(docket_id=docket_id).order_by("-id").first()
    if docket is None:
        return []
    found = _same_files(docket_id, visible)
    if mine is not None:
        found += _near(person, docket, mine, {row.docket for row in found})
    return found


def _same_files(docket_id: str, visible: Any) -> list[Alike]:
    files = FileKey.objects.filter(docket_id=docket_id, is_document=True).values("file_id")
    others = (
        FileKey.objects.filter(
            file_id__in=files, is_document=True, docket_id__in=visible.values("pk")
        )
        .exclude(docket_id=docket_id)
        .values_list("docket_id", flat=True)
    )
    return [Alike(docket, at, "same_file") for docket, at in _arrivals(others)]


def _arrivals(dockets: Any) -> list[tuple[str, datetime]]:
    rows = Arrival.objects.filter(docket_id__in=list(dockets)).order_by("received_at")
    return list(dict(rows.values_list("docket_id", "received_at")).items())


def _near(person: Person, docket: Docket, mine: ReadingMade, known: set[str]) -> list[Alike]:
    stored = _stored(mine)
    if stored is None or "print" not in stored:
        return []
    own = Print.from_json(stored["print"])
    rows = (
        LikenessBand.objects.filter(
            band__in=_bands(own), docket_id__in=visible_dockets(person).values("pk")
        )
        .exclude(docket_id__in=[docket.pk, *known])
        .values_list("made_id", flat=True)
        .distinct()
    )
    index, held = LikenessIndex(), {}
    for made in ReadingMade.objects.filter(pk__in=list(rows)[-_MOST:]).select_related("reading"):
        other = _stored(made)
        if other is not None and "print" in other:
            index.add(made.docket_id, Print.from_json(other["print"]))
            held[made.docket_id] = other
    matches = {match.key: match for match in index.like(own)}
    sees = may_see_subjects(person, docket)
    found: list[Alike] = []
    for key, at in _arrivals(matches):
        other_docket = Docket.objects.get(pk=key)
        rows_: tuple[Differing, ...] = ()
        twins = False
        if sees and may_see_subjects(person, other_docket):
            rows_, twins = _differing(stored, held[key])
        found.append(Alike(key, at, matches[key].by.value, twins, rows_))
    return found


def _differing(
    here: Mapping[str, Any], there: Mapping[str, Any]
) -> tuple[tuple[Differing, ...], bool]:
    ours = {int(n): text for n, text in here.get("texts", {}).items()}
    theirs = {int(n): text for n, text in there.get("texts", {}).items()}
    found = differences(ours, theirs)
    rows = tuple(
        Differing(row.kind.value, _quote(ours, row.here), _quote(theirs, row.there))
        for row in found
    )
    return rows, are_twins(found)


def _quote(texts: Mapping[int, str], place: Place | None) -> str:
    return texts[place.page][place.start : place.end] if place is not None else ""


def _stored(made: ReadingMade) -> Mapping[str, Any] | None:
    """A kept Reading; None where its key was destroyed."""
    try:
        kept: Mapping[str, Any] = json.loads(store.read_bytes(made.reading, made.docket_id))
    except TecumError:
        return None
    return kept


def _bands(found: Print) -> list[str]:
    """The keyed hashes under which a print is found."""
    names = [repr(band) for band in bands_of(found)]
    if found.pictures:
        names.append(f"pages {len(found.pictures)}")
    key = settings.HOME.secret("index")
    return [hmac.new(key, f"like:{name}".encode(), "sha256").hexdigest()[:32] for name in names]
