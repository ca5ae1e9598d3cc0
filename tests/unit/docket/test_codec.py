"""Acts as JSON, sealed and opened; entries and their digests."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tecum.docket import acts
from tecum.docket.acts import Act
from tecum.docket.codec import UPCASTERS, act_from_json, act_to_json, canonical
from tecum.docket.declare import Erased
from tecum.docket.entry import Entry, entry_digest, entry_from_json, entry_to_json
from tecum.docket.errors import ActMalformed, DateWithoutKind, OpeningMismatch
from tecum.docket.seal import act_bytes, open_act, open_entry, seal, seal_entry
from tecum.docket.vocabulary import DateKind, Erasure, Personal, Precision
from tecum.docket.when import When, on, unknown
from tests.unit.docket.build import EXAMPLES, START, Docket, received, salts

BY_SLUG = {act.slug: act for act in EXAMPLES}


@pytest.mark.parametrize("act", EXAMPLES, ids=lambda act: act.slug)
def test_json_goes_both_ways(act: Act) -> None:
    stored = json.loads(json.dumps(act_to_json(act)))
    assert act_from_json(stored) == act


@pytest.mark.parametrize("act", EXAMPLES, ids=lambda act: act.slug)
def test_sealed_and_opened_is_the_same_act(act: Act) -> None:
    sealed = seal(act, salts())
    stored = json.loads(act_bytes(sealed.public))
    assert open_act(stored, sealed.openings) == act


@pytest.mark.parametrize("act", EXAMPLES, ids=lambda act: act.slug)
def test_without_openings_an_act_still_opens_and_seals_to_the_same_bytes(act: Act) -> None:
    sealed = seal(act, salts())
    left = open_act(sealed.public, {})
    assert act_bytes(seal(left, salts()).public) == act_bytes(sealed.public)


def test_no_personal_value_stands_in_the_public_form() -> None:
    sealed = seal(BY_SLUG["demand-registered"], salts())
    text = act_bytes(sealed.public).decode()
    for planted in ("Subject A", "A-1", "M-1", "Officer", "the release date"):
        assert planted not in text
    assert "detainer" in text


def test_openings_name_whose_data_it_is_and_what_erases_it() -> None:
    openings = seal(BY_SLUG["demand-registered"], salts()).openings
    assert openings["subjects.0.name"].personal is Personal.SENSITIVE
    assert openings["subjects.0.name"].subject == "s1"
    assert openings["items.0.text"].erasure is Erasure.SHRED_SUBJECT
    assert openings["matter_numbers"].erasure is Erasure.SHRED_DOCKET
    assert openings["document"].erasure is Erasure.SHRED_FILE


def test_one_value_can_be_erased_and_the_others_stay_checkable() -> None:
    sealed = seal(BY_SLUG["demand-registered"], salts())
    kept = {path: held for path, held in sealed.openings.items() if held.subject != "s1"}
    act = open_act(sealed.public, kept)
    assert isinstance(act, acts.DemandRegistered)
    assert isinstance(act.subjects[0].name, Erased)
    assert act.matter_numbers == ("M-1",)


def test_an_opening_that_does_not_open_is_refused() -> None:
    sealed = seal(received(), salts())
    wrong = replace(sealed.openings["sender_stated"], value=b'"other@agency.example"')
    with pytest.raises(OpeningMismatch) as caught:
        open_act(sealed.public, {**sealed.openings, "sender_stated": wrong})
    assert "other" not in caught.value.what


def test_equal_values_have_different_commitments() -> None:
    draw = salts()
    one, two = seal(received(), draw), seal(received(), draw)
    assert one.public["fields"]["sha256"] != two.public["fields"]["sha256"]


@pytest.mark.parametrize(
    ("stored", "says"),
    [
        ({"act": "note-aded", "schema": 1, "fields": {}}, "note-added"),
        ({"act": "note-added", "schema": 1}, "schema number"),
        ({"act": "note-added", "schema": 1, "fields": {"txt": "x"}}, "text"),
        ({"act": "note-added", "schema": 1, "fields": {"text": "x"}}, "audience is missing"),
        ({"act": "note-added", "schema": 1, "fields": {"text": 1, "audience": "matter"}}, "a text"),
        (
            {"act": "note-added", "schema": 1, "fields": {"text": "x", "audience": "all"}},
            "Audience",
        ),
        ({"act": "note-added", "schema": 2, "fields": {}}, "newer version"),
        ({"act": "note-added", "schema": 0, "fields": {}}, "cannot be lifted"),
        ({"act": "note-added", "schema": 1, "fields": []}, "table"),
        (["note-added"], "stored as"),
    ],
)
def test_what_is_not_an_act_is_refused_by_name(stored: object, says: str) -> None:
    with pytest.raises(ActMalformed) as caught:
        act_from_json(stored)
    assert says in caught.value.diagnostics()


@pytest.mark.parametrize(
    ("slug", "field", "value"),
    [
        ("document-received", "bytes", "10"),
        ("document-received", "bytes", True),
        ("document-received", "sha256", {"commit": "xyz"}),
        ("document-received", "grade", "opened"),
        ("clock-started", "safe", "27 January 2020"),
        ("clock-started", "safe", 27),
        ("clock-started", "pack", 3),
        ("clock-started", "readings", []),
        ("non-receipt-stated", "as_of", "2020-01-13"),
        ("delivery-recorded", "grade", "opened"),
        ("due-date-set", "source", 3),
        ("demand-registered", "items", {}),
        ("demand-registered", "items", [1]),
        ("delivery-recorded", "code", "timeout"),
        ("service-disputed", "codes", []),
        ("field-corrected", "value", None),
    ],
)
def test_a_value_of_the_wrong_form_is_refused(slug: str, field: str, value: object) -> None:
    stored = act_to_json(BY_SLUG[slug])
    stored["fields"] = {**stored["fields"], field: value}
    with pytest.raises(ActMalformed):
        act_from_json(stored)


def test_a_text_that_no_encoding_can_store_is_refused() -> None:
    act = replace(received(), sender_stated="\ud800")
    with pytest.raises(ActMalformed):
        seal(act, salts())


def test_older_shapes_are_lifted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acts.NoteAdded, "schema", 2)
    monkeypatch.setitem(
        UPCASTERS, ("note-added", 1), lambda old: {"text": old["note"], "audience": "matter"}
    )
    lifted = act_from_json({"act": "note-added", "schema": 1, "fields": {"note": "x"}})
    assert isinstance(lifted, acts.NoteAdded)
    assert lifted.text == "x"


def _entry() -> Entry:
    docket = Docket()
    words = When(kind=DateKind.SAID, words="since mid-January")
    return docket.entry(received(), happened=words)


def test_entries_go_both_ways() -> None:
    entry = _entry()
    assert entry_from_json(json.loads(json.dumps(entry_to_json(entry)))) == entry
    sealed = seal_entry(entry, salts())
    assert b"mid-January" not in canonical(sealed.public)
    assert open_entry(json.loads(canonical(sealed.public)), sealed.openings) == entry


def test_the_digest_chains() -> None:
    public = seal_entry(_entry(), salts()).public
    first = entry_digest(public, None)
    assert len(first) == 32
    assert entry_digest(public, first) != first
    assert entry_digest({**public, "seq": 2}, None) != first


def test_a_date_without_kind_is_refused() -> None:
    with pytest.raises(DateWithoutKind):
        When(kind=None, precision=Precision.UNKNOWN)  # type: ignore[arg-type]
    stored = entry_to_json(_entry())
    del stored["happened"]["kind"]
    with pytest.raises(DateWithoutKind):
        entry_from_json(stored)


@pytest.mark.parametrize(
    "more",
    [
        {"id": "x"},
        {"docket": "2020-1"},
        {"seq": 0},
        {"recorded_at": START.astimezone(timezone(timedelta(hours=-7)))},
    ],
)
def test_an_entry_is_well_formed(more: dict[str, object]) -> None:
    with pytest.raises(ActMalformed):
        replace(_entry(), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fields",
    [
        {"precision": Precision.DAY},
        {"precision": Precision.INSTANT, "value": date(2020, 1, 1)},
        {"precision": Precision.UNKNOWN, "value": date(2020, 1, 1)},
        {"precision": Precision.BETWEEN, "earliest": date(2020, 1, 1)},
        {
            "precision": Precision.BETWEEN,
            "earliest": date(2020, 1, 2),
            "latest": date(2020, 1, 1),
        },
        {"precision": Precision.BEFORE},
        {"precision": Precision.AFTER},
        {"precision": Precision.DAY, "value": date(2020, 1, 1), "zone": "Denver"},
    ],
)
def test_a_date_is_well_formed(fields: dict[str, object]) -> None:
    with pytest.raises(ActMalformed):
        When(kind=DateKind.SERVED, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("when", "interval"),
    [
        (on(DateKind.SENT, date(2020, 2, 3)), (date(2020, 2, 3), date(2020, 2, 3))),
        (
            When(kind=DateKind.SENT, value=date(2020, 2, 9), precision=Precision.MONTH),
            (date(2020, 2, 1), date(2020, 2, 29)),
        ),
        (
            When(kind=DateKind.SENT, value=date(2020, 12, 9), precision=Precision.MONTH),
            (date(2020, 12, 1), date(2020, 12, 31)),
        ),
        (
            When(kind=DateKind.SENT, value=date(2020, 2, 9), precision=Precision.YEAR),
            (date(2020, 1, 1), date(2020, 12, 31)),
        ),
        (
            When(kind=DateKind.SENT, value=date(2020, 2, 9), precision=Precision.BEFORE),
            (None, date(2020, 2, 9)),
        ),
        (
            When(kind=DateKind.SENT, value=date(2020, 2, 9), precision=Precision.AFTER),
            (date(2020, 2, 9), None),
        ),
        (When(kind=DateKind.SENT, value=date(2020, 2, 9), precision=Precision.ABOUT), (None, None)),
        (unknown(DateKind.SENT), (None, None)),
        (
            When(
                kind=DateKind.SENT,
                precision=Precision.BETWEEN,
                earliest=date(2020, 1, 2),
                latest=date(2020, 1, 5),
            ),
            (date(2020, 1, 2), date(2020, 1, 5)),
        ),
        (
            When(
                kind=DateKind.SENT,
                value=datetime(2020, 1, 14, 3, tzinfo=UTC),
                precision=Precision.INSTANT,
                zone="America/Denver",
            ),
            (date(2020, 1, 13), date(2020, 1, 13)),
        ),
    ],
)
def test_a_date_is_as_wide_as_it_is_known(when: When, interval: tuple[object, object]) -> None:
    assert when.interval() == interval
