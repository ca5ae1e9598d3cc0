"""What pages read of arrivals: the fields with their words, the page images."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from tecum.docket.acts import DocumentRead, DocumentReceived, FieldConfirmed, FieldCorrected
from tecum.docket.acts.arrival import ValueStanding
from tecum.docket.declare import Erased
from tecum.docket.entry import EntryId
from tecum.docket.state.model import FieldState, Reading, State
from tecum.reading.errors import CannotRender
from tecum.reading.failed import FailedRedaction
from tecum.reading.working_copy import burned_copy
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import (
    has_role,
    may_see_subjects,
    visible_docket,
)
from tecum.web.docket import states
from tecum.web.intake import store
from tecum.web.intake.errors import FileGone
from tecum.web.intake.fields import ROWS, SUBJECT_FIELDS, Field, fields_of, paths_to_confirm
from tecum.web.intake.models import FileKey, Job, ReadingMade, StoredFile
from tecum.words import Role

__all__ = [
    "Shown",
    "changed_by_rereading",
    "document_bytes",
    "fields_shown",
    "fields_unhidden",
    "forget_copies",
    "is_being_read",
    "latest_readings",
    "may_have_original",
    "page_bytes",
    "reading_json",
    "waiting_jobs",
    "working_copy",
]

ORIGINALS = (Role.COUNSEL, Role.LEAD)
"""Who may have a file in which somebody's redaction failed (DOCKET 1.5, DocumentRead)."""

HIDDEN = "hidden"
_COPIES_KEPT = 8
_copies: dict[str, bytes] = {}
"""Working copies of late, in memory only: each page of one is asked for by itself."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A field as a page shows it.

    Attributes:
        value: The value in force: the person's where there is one, else the machine's.
        machine: What the machine read; it stays beneath.
        state: read, checked, edited, unknown, absent, unreadable, conflict or hidden.
        must_confirm: A person has to confirm it before anything rests on it.
        entry: The correction, where there is one.
        differs: A newer reading says something else than what a person confirmed.
    """

    path: str
    value: Any
    machine: Any
    band: str
    state: str
    spans: tuple[Mapping[str, Any], ...]
    rule: str
    signals: Mapping[str, Any]
    must_confirm: bool
    entry: str | None = None
    differs: bool = False

    @property
    def group(self) -> str:
        """The field's name without position."""
        return self.path.split(".")[0]


def fields_shown(person: Person, docket_id: str, arrival: str | None = None) -> list[Shown]:
    """The fields of an arrival's latest reading, each with its words and its state.

    Raises:
        NotFound: no such docket, or none that this person may know of.
    """
    docket = visible_docket(person, docket_id)
    state = states.state_of(docket)
    reading = _latest(state, arrival)
    stored = reading_json(docket_id, state, reading)
    if reading is None or stored is None:
        return []
    return _all_shown(state, reading, stored, sees=may_see_subjects(person, docket))


def fields_unhidden(state: State, reading: Reading, stored: Mapping[str, Any]) -> list[Shown]:
    """The fields with nothing hidden, for what is computed from them; never for a page."""
    return _all_shown(state, reading, stored, sees=True)


def reading_json(docket_id: str, state: State, reading: Reading | None) -> Mapping[str, Any] | None:
    """The whole Reading that the machine made, as stored. For services and pages of fields."""
    if reading is None:
        return None
    received = state.entries[reading.arrival].act
    if not isinstance(received, DocumentReceived) or isinstance(received.file, Erased):
        return None
    read_act = state.entries[reading.entry].act
    rows = ReadingMade.objects.filter(docket_id=docket_id, document__name=received.file)
    if isinstance(read_act, DocumentRead):
        rows = rows.filter(reader=read_act.reader_version)
    made = rows.select_related("reading").order_by("-id").first()
    if made is not None and made.turn > 1 and isinstance(read_act, DocumentRead):
        # One reader read it more than once: each entry has its own.
        own = rows.filter(reading__keyed_hash=store.keyed_hash(read_act.reading_sha256))
        made = own.select_related("reading").order_by("-id").first() or made
    if made is None:
        return None
    stored: Mapping[str, Any] = json.loads(store.read_bytes(made.reading, docket_id))
    return stored


def latest_readings(docket_ids: Iterable[str]) -> dict[str, list[Mapping[str, Any]]]:
    """Docket → the newest stored Reading of each of its papers, in two questions; for services."""
    made = ReadingMade.objects.filter(docket_id__in=list(docket_ids)).select_related("reading")
    newest = {(row.docket_id, row.document_id): row for row in made.order_by("id")}
    keys = FileKey.objects.filter(file__in=[row.reading_id for row in newest.values()])
    held = {(key.docket_id, key.file_id): key for key in keys}
    found: dict[str, list[Mapping[str, Any]]] = {}
    for (docket_id, _), row in newest.items():
        key = held.get((docket_id, row.reading_id))
        if key is not None:
            with suppress(FileGone):
                stored = json.loads(store.read_bytes(row.reading, docket_id, key))
                found.setdefault(docket_id, []).append(stored)
    return found


def document_bytes(person: Person, docket_id: str, arrival: str | None = None) -> bytes:
    """The file as it came, for page images and download.

    Raises:
        NotFound: not visible, or the person may not see subjects and so not the page.
        FileGone: the file was erased.
    """
    docket = visible_docket(person, docket_id)
    if not may_see_subjects(person, docket):
        raise NotFound
    state = states.state_of(docket)
    wanted = arrival or next(reversed(list(state.arrivals)), None)
    received = state.entries[EntryId(wanted)].act if wanted and wanted in state.entries else None
    if not isinstance(received, DocumentReceived):
        raise NotFound
    held = state.arrivals.get(EntryId(wanted)) if wanted else None
    if held is not None and held.original_sealed and not has_role(person, *ORIGINALS):
        raise NotFound
    return _bytes_of(received, docket_id)


def may_have_original(person: Person, docket_id: str) -> bool:
    """Whether somebody may have the file as it came: where redactions failed, few may."""
    docket = visible_docket(person, docket_id)
    state = states.state_of(docket)
    sealed = any(arrival.original_sealed for arrival in state.arrivals.values())
    return may_see_subjects(person, docket) and (not sealed or has_role(person, *ORIGINALS))


def changed_by_rereading(docket_id: str) -> list[str]:
    """Paths that the newest reading reads otherwise than the one before, and that matter."""
    made = ReadingMade.objects.filter(docket_id=docket_id).order_by("-id").first()
    return list(made.summary.get("changed", ())) if made is not None else []


def page_bytes(person: Person, docket_id: str) -> bytes:
    """What page pictures are drawn from: the file, or its working copy for those who may not.

    Raises:
        NotFound: not visible, or the page is withheld.
    """
    if may_have_original(person, docket_id) and _pictures(docket_id) is None:
        return document_bytes(person, docket_id)
    key = f"{docket_id}:{person.public_id}"
    if key not in _copies:
        if len(_copies) >= _COPIES_KEPT:
            _copies.pop(next(iter(_copies)))
        try:
            _copies[key] = working_copy(person, docket_id)
        except CannotRender:
            raise NotFound from None
    return _copies[key]


def forget_copies(docket_id: str) -> None:
    """Drop the working copies of a docket's documents."""
    for key in [key for key in _copies if key.startswith(f"{docket_id}:")]:
        _copies.pop(key, None)


def working_copy(person: Person, docket_id: str) -> bytes:
    """The document as page pictures with the places of failed redactions painted over.

    Of a document that opened with a password it is the copy made at that reading.

    Raises:
        NotFound: not visible, the page is withheld, or it has not been read.
        CannotRender: a page could not be drawn.
    """
    docket = visible_docket(person, docket_id)
    state = states.state_of(docket)
    reading = _latest(state, None)
    stored = reading_json(docket_id, state, reading)
    if not may_see_subjects(person, docket) or reading is None:
        raise NotFound
    received = state.entries[reading.arrival].act
    if not isinstance(received, DocumentReceived):
        raise NotFound
    pictures = _pictures(docket_id)
    if pictures is not None:
        return store.read_bytes(pictures, docket_id)
    failed = FailedRedaction.from_json((stored or {}).get("failed_redaction"))
    return burned_copy(_bytes_of(received, docket_id), failed)


def _pictures(docket_id: str) -> StoredFile | None:
    made = ReadingMade.objects.filter(docket_id=docket_id, pictures__isnull=False)
    newest = made.select_related("pictures").order_by("-id").first()
    return newest.pictures if newest is not None else None


def _bytes_of(received: DocumentReceived, docket_id: str) -> bytes:
    file = StoredFile.objects.filter(name=received.file).first()
    if file is None:
        raise NotFound
    return store.read_bytes(file, docket_id)


def is_being_read(docket_id: str, arrival: str) -> bool:
    """Whether the reader has an arrival before it, or soon will."""
    active = (Job.QUEUED, Job.RUNNING)
    return Job.objects.filter(
        kind="read", docket_id=docket_id, subject=arrival, state__in=active
    ).exists()


def waiting_jobs() -> Mapping[str, int]:
    """How many jobs are in each state, for the status page."""
    counts = dict.fromkeys((Job.QUEUED, Job.RUNNING, Job.FAILED), 0)
    for state in Job.objects.exclude(state=Job.DONE).values_list("state", flat=True):
        counts[state] += 1
    return counts


def _all_shown(
    state: State, reading: Reading, stored: Mapping[str, Any], *, sees: bool
) -> list[Shown]:
    corrections = _corrections(state, reading)
    confirmed = _confirmed_before(state, reading)
    wanted = paths_to_confirm(stored)
    # A field to confirm that no row bears (a due date, where none was found) gets one of its own.
    added = dict.fromkeys((*confirmed, *corrections, *wanted))
    looked = "unreadable" if stored["conduct"]["band"] == "unreadable" else "absent"
    return [
        _shown(field, reading, corrections.get(field.path), set(wanted), confirmed, sees=sees)
        for field in _with_added(fields_of(stored), added, looked)
    ]


def _confirmed_before(state: State, reading: Reading) -> dict[str, Any]:
    """Path → the value that a person confirmed on an older reading: it stands."""
    readings = state.arrivals[reading.arrival].readings
    on: dict[str, EntryId] = {}
    for entry in state.entries.values():
        if isinstance(entry.act, FieldConfirmed) and entry.act.reading in readings:
            on[entry.act.path] = entry.act.reading
    found: dict[str, Any] = {}
    docket_id = next(iter(state.entries.values())).docket
    for older in {held for held in on.values() if held != reading.entry}:
        stored = reading_json(docket_id, state, state.readings[older])
        values = {field.path: field.value for field in fields_of(stored)} if stored else {}
        found |= {path: values.get(path) for path, held in on.items() if held == older}
    return found


def _latest(state: State, arrival: str | None) -> Reading | None:
    wanted = arrival or next(reversed(list(state.arrivals)), None)
    held = state.arrivals.get(EntryId(wanted)) if wanted else None
    if held is None or not held.readings:
        return None
    return state.readings[held.readings[-1]]


def _corrections(state: State, reading: Reading) -> dict[str, tuple[str, FieldCorrected]]:
    """Path → the last correction of this arrival's readings."""
    readings = state.arrivals[reading.arrival].readings
    found: dict[str, tuple[str, FieldCorrected]] = {}
    for entry in state.entries.values():
        if isinstance(entry.act, FieldCorrected) and entry.act.reading in readings:
            found[entry.act.path] = (entry.id, entry.act)
    return found


def _with_added(fields: list[Field], paths: Iterable[str], band: str) -> list[Field]:
    """The read fields, and those that only a person has filled, or has still to look at."""
    known = {field.path for field in fields}
    added = [Field(path, None, band, (), "person", {}) for path in paths if path not in known]
    return [*fields, *added]


def _shown(
    field: Field,
    reading: Reading,
    correction: tuple[str, FieldCorrected] | None,
    wanted: set[str],
    confirmed: Mapping[str, Any],
    *,
    sees: bool,
) -> Shown:
    held = reading.fields.get(field.path)
    state = field.band if field.band in ("absent", "unreadable", "conflict") else "read"
    if held is not None and held is not FieldState.READ:
        state = held.value
    value = confirmed.get(field.path, field.value)
    if correction is not None:
        value = corrected_value(correction[1])
    # What a person typed is sealed as it stands, whatever field it was typed into.
    typed = correction is not None and not sees
    return Shown(
        path=field.path,
        value=value if sees else HIDDEN if typed else _hidden(field.group, value),
        machine=field.value if sees else _hidden(field.group, field.value),
        band=field.band,
        state=HIDDEN if typed or (not sees and field.group in SUBJECT_FIELDS) else state,
        spans=field.spans if sees else (),
        rule=field.rule,
        signals=field.signals if sees else {},
        must_confirm=field.path in wanted and held in (None, FieldState.READ),
        entry=correction[0] if correction else None,
        differs=field.path in confirmed and correction is None and value != field.value,
    )


def _hidden(group: str, value: Any) -> Any:
    """A value as those see it who may not see subjects: its words may name a person."""
    if group in SUBJECT_FIELDS:
        return HIDDEN
    if group == "items" and isinstance(value, Mapping):
        return {**value, "text": HIDDEN, "lead_in": []}
    if group == "due" and isinstance(value, Mapping):
        return {**value, "trigger_text": None, "qualifier": None}
    return value


def corrected_value(act: FieldCorrected) -> Any:
    """The value that a person entered, with its parts where the field has parts."""
    if act.standing is not ValueStanding.VALUE or not isinstance(act.value, str):
        return None
    if act.path.split(".")[0] in ROWS:
        return json.loads(act.value)
    return act.value
