"""What lies ready for every document: the office's profile, packs, calendars, catalogue.

A pack acts in the version that the office put in force, from its day on; a pack of which no
version was put in force acts as shipped, unless the profile lets only approved versions act.
Reviews that are acts on the office's docket count as those beside a pack do.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import OuterRef, Subquery

from tecum.clock import today
from tecum.docket.acts import PackBlockReviewed
from tecum.docket.state.model import State
from tecum.docket.state.packs import in_force_on
from tecum.law import Packs
from tecum.law.kept import lay_out, pack_kept
from tecum.law.reviews import ReviewRow
from tecum.law.signature import SIGNATURE_FILE
from tecum.office import Office as Profile
from tecum.reckoning import Clock, by_id
from tecum.triage import Desk
from tecum.web.accounts.models import Office
from tecum.web.accounts.selectors import everybody, office, typed_profile
from tecum.web.docket import states
from tecum.web.docket.models import Docket
from tecum.web.docket.shelf import note_of, version
from tecum.web.home import write_durably

__all__ = [
    "clocks",
    "desk",
    "forget",
    "laid_out",
    "office_state",
    "reviewed",
    "reviews_of",
]

_lock = threading.Lock()
_desks: dict[tuple[str, ...], Desk] = {}


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What the office's docket says of packs on a day."""

    versions: Mapping[str, str]
    reviews: Mapping[str, tuple[ReviewRow, ...]]


_chosen: dict[tuple[str, date], _Chosen] = {}


def desk() -> Desk:
    """The desk of the office as its profile and its docket now stand; loaded once for each.

    Raises:
        LawError, ReckonError: a pack or calendar that the profile names cannot be used.
    """
    head = Docket.objects.filter(pk=OuterRef("docket_id")).values("digest")[:1]
    row: Any = Office.objects.annotate(head=Subquery(head)).get()
    profile = typed_profile(row)
    chosen = _chosen_on(row, profile)
    key = (
        json.dumps(row.profile, sort_keys=True),
        repr(sorted(chosen.versions.items())),
        repr(chosen.reviews),
    )
    with _lock:
        if key not in _desks:
            _desks.clear()
            _desks[key] = _loaded(profile, chosen)
        return _desks[key]


def clocks(ready: Desk) -> dict[str, Clock]:
    """The clocks of the loaded packs, by id."""
    return by_id(block.clock for block in ready.packs.clocks)


def forget() -> None:
    """Load packs and calendars anew the next time: they have changed on the disk."""
    with _lock:
        _desks.clear()
        _chosen.clear()


def office_state() -> State:
    """The state of the office's own docket."""
    row = office()
    if row is None:
        raise Office.DoesNotExist
    return states.state_of(Docket.objects.get(pk=row.docket_id))


def laid_out(sha256: str) -> Path | None:
    """The folder of a kept version of a pack, None where there is none of this digest."""
    row = version(sha256)
    if row is None:
        return None
    folder = lay_out(bytes(row.content), sha256, settings.HOME.root / "kept-packs", row.name)
    note, beside = note_of(sha256), folder / SIGNATURE_FILE
    if note is not None and not (beside.is_file() and beside.read_bytes() == note):
        write_durably(beside, note)
    elif note is None:
        beside.unlink(missing_ok=True)
    return folder


def reviewed(packs: Packs, reviews: Mapping[str, tuple[ReviewRow, ...]]) -> Packs:
    """The packs with the reviews of the office's docket beside their own."""
    with_them = tuple(
        replace(pack, reviews=(*pack.reviews, *reviews.get(pack.id, ()))) for pack in packs.packs
    )
    return replace(packs, packs=with_them, theories={})


def _chosen_on(row: Any, profile: Profile) -> _Chosen:
    key = (row.head or "", today(profile.zone))
    with _lock:
        held = _chosen.get(key)
    if held is None:
        docket = Docket.objects.filter(pk=row.docket_id).first()
        state = states.state_of(docket) if docket is not None else None
        held = _Chosen({}, {}) if state is None else _of_docket(state, key[1], profile.zone)
        with _lock:
            _chosen.clear()
            _chosen[key] = held
    return held


def _of_docket(state: State, day: date, zone: str) -> _Chosen:
    return _Chosen(dict(in_force_on(state, day)), reviews_of(state, zone))


def reviews_of(state: State, zone: str) -> dict[str, tuple[ReviewRow, ...]]:
    """The reviews that are acts on the office's docket, by pack."""
    names = {person.public_id: person.name for person in everybody()} if state.block_reviews else {}
    found: dict[str, tuple[ReviewRow, ...]] = {}
    for ref in state.block_reviews:
        entry = state.entries[ref]
        act = entry.act
        assert isinstance(act, PackBlockReviewed)
        row = ReviewRow(
            block=act.block,
            sha256=act.sha256,
            by=names.get(entry.actor.person or "", entry.actor.role.value),
            capacity=act.capacity if isinstance(act.capacity, str) else "",
            on=entry.recorded_at.astimezone(ZoneInfo(zone)).date(),
            note=act.note if isinstance(act.note, str) else "",
        )
        found[act.pack] = (*found.get(act.pack, ()), row)
    return found


def _loaded(profile: Profile, chosen: _Chosen) -> Desk:
    roots = [folder.parent for folder in map(laid_out, chosen.versions.values()) if folder]
    names = [*profile.packs, *(name for name in chosen.versions if name not in profile.packs)]
    if profile.packs_approved:
        names = _approved(chosen.versions)
    found = Desk.for_office(profile, names, roots)
    return replace(found, packs=reviewed(found.packs, chosen.reviews))


def _approved(versions: Mapping[str, str]) -> list[str]:
    """The packs in force whose every needed pack is in force too."""
    needs: dict[str, tuple[str, ...]] = {}
    for name, sha256 in versions.items():
        row = version(sha256)
        if row is not None:
            needs[name] = pack_kept(bytes(row.content), sha256).needs
    left = set(needs)
    while wanting := {name for name in left if not left.issuperset(needs[name])}:
        left -= wanting
    return sorted(left)
