"""The public threads: shipped copies, their checks, and files that are refused whole."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from tecum.cli.thread import run
from tecum.docket.acts import EventNoted
from tecum.docket.acts.chronology import Happened
from tecum.docket.chronology import acts_of, load_thread, shipped_threads, thread_checks
from tecum.docket.chronology.form import FORM
from tecum.docket.chronology.load import certainty_of
from tecum.docket.chronology.mapping import EVENT_KINDS
from tecum.docket.conflicts import find_in
from tecum.docket.entry import DocketKind
from tecum.docket.errors import ThreadRefused
from tecum.errors import DataUnusable
from tecum.words import Role
from tests.shared import ROOT, SHARED
from tests.unit.docket.build import Docket

PATHS = shipped_threads()
SCHEMA = ROOT / "docs/reference/schemas/tecum.thread-1.schema.json"

GOOD = """\
schema = "tecum.thread/1"
id = "t"
title = "A thread"
kind = "docket"
[[source]]
id = "s1"
outlet = "a paper"
[[party]]
id = "agency"
name = "Agency"
class = "federal_agency"
[[demand]]
id = "d1"
kind = "administrative_subpoena"
issuer = "agency"
served_on = 2020-01-13
due = { form = "period", amount = 14, unit = "days", trigger = "service" }
sources = ["s1"]
[[demand.item]]
label = "1"
text = "home address"
category = "home_address"
[[event]]
id = "e1"
date = 2020-01-13
date_kind = "served"
actor = "agency"
act = "DemandServed"
demand = "d1"
sources = ["s1"]
certainty = "certain, by one source"
[[question]]
id = "q1"
text = "Was it received?"
[[claim]]
id = "c1"
question = "q1"
about = "e1"
by = "agency"
position = "yes"
sources = ["s1"]
[[check]]
id = "k1"
due = { d1 = 2020-01-27 }
expect = "due 2020-01-27"
"""


TWICE = '[[party]]\nid = "agency"\nname = "B"\nclass = "none"\n'


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "thread.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_two_threads_are_shipped() -> None:
    assert [path.stem for path in PATHS] == ["2018-letters", "2020-subpoenas"]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_no_check_that_can_be_computed_fails(path: Path) -> None:
    results = thread_checks(load_thread(path))
    assert len(results) == 6
    assert not [row.id for row in results if row.held is False]
    assert any(row.held for row in results)


@pytest.mark.shared("facts/threads")
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_shipped_copies_hold_the_same_facts(path: Path) -> None:
    ours = load_thread(path)
    theirs = load_thread(SHARED / "facts/threads" / path.name)
    assert thread_checks(ours) == thread_checks(theirs)
    assert (ours.claims, ours.recipients, ours.demands) == (
        theirs.claims,
        theirs.recipients,
        theirs.demands,
    )


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_thread_becomes_a_chronology_without_a_warning(path: Path) -> None:
    thread = load_thread(path)
    docket = Docket(DocketKind.CHRONOLOGY)
    for act in acts_of(thread):
        docket.add(act, Role.CLERK)
    assert docket.state.warnings == ()
    assert set(docket.state.events) == {event.id for event in thread.events}
    assert {claim.id for claim in thread.claims} <= set(docket.state.claims)
    assert set(docket.state.questions) == {question.id for question in thread.questions}


def chronology(stem: str) -> Docket:
    docket = Docket(DocketKind.CHRONOLOGY)
    for act in acts_of(load_thread(next(path for path in PATHS if path.stem == stem))):
        docket.add(act, Role.CLERK)
    return docket


def test_what_the_2020_thread_expects_in_words() -> None:
    docket = chronology("2020-subpoenas")
    claims = docket.state.claims
    received = [row.act.by for row in claims.values() if row.act.question == "q-received"]
    assert received == ["ice", "nypd"]
    assert claims["c12"].retracted_by is not None
    assert claims["c14"].retracted_by is None
    part = next(row.value for row in claims.values() if row.act.claim == "e05.s-ap.happened")
    assert (part.happened, part.low, part.of) == (Happened.PART, 3, 4)
    thread = load_thread(PATHS[1])
    counts = [row.count or 0 for row in thread.demands if row.kind == "administrative_subpoena"]
    assert sum(counts) == 22
    detainer = next(row for row in thread.demands if row.kind == "detainer")
    assert detainer.due is not None
    assert detainer.due.on is None


def test_positions_are_side_by_side_and_dates_that_differ_are_named() -> None:
    found = find_in(chronology("2020-subpoenas").state)
    by_about = {row.about[0]: row.kind.value for row in found}
    assert by_about["q-date-denver"] == "contradiction"
    assert by_about["q-unique"] == "recount"
    assert "q-available" not in by_about
    assert "q-received" not in by_about


def test_every_act_name_of_the_threads_is_mapped() -> None:
    names = {event.act for path in PATHS for event in load_thread(path).events}
    assert names <= set(EVENT_KINDS)


def test_a_free_act_name_becomes_a_note_that_keeps_it(tmp_path: Path) -> None:
    thread = load_thread(written(tmp_path, GOOD.replace("DemandServed", "BellRung")))
    (event,) = [act for act in acts_of(thread) if isinstance(act, EventNoted)]
    assert (event.kind.value, event.label) == ("other", "BellRung")


def test_days_from_a_known_service_are_counted(tmp_path: Path) -> None:
    (row,) = thread_checks(load_thread(written(tmp_path, GOOD)))
    assert row.held is True
    (row,) = thread_checks(load_thread(written(tmp_path, GOOD.replace("01-27 }", "01-28 }"))))
    assert row.held is False
    weekend = GOOD.replace("amount = 14", "amount = 12")
    (row,) = thread_checks(load_thread(written(tmp_path, weekend)))
    assert (row.held, row.left) == (None, ("due d1",))


def test_what_is_not_computable_is_named(tmp_path: Path) -> None:
    extra = '{ d1 = 2020-01-27 }\ncount = { moons = 3, prior_huge = 2 }\nmatrix = "full"'
    text = GOOD.replace("{ d1 = 2020-01-27 }", extra)
    (row,) = thread_checks(load_thread(written(tmp_path, text)))
    assert (row.held, row.left) == (True, ("moons", "prior_huge", "matrix"))
    text = GOOD.replace(
        'due = { form = "period", amount = 14, unit = "days", trigger = "service" }\n', ""
    )
    (row,) = thread_checks(load_thread(written(tmp_path, text)))
    assert row.left == ("due d1",)


BAD = [
    ('by = "agency"', 'by = "agancy"', 'claim: by "agancy" is no party', "by = "),
    ('sources = ["s1"]\n[[demand.item]]', 'sources = ["s9"]\n[[demand.item]]', '"s9" is not', "s9"),
    ('act = "DemandServed"', 'act = "DemandServed"\nactr = "x"', 'no key "actr"', "actr"),
    ('date_kind = "served"\n', "", "a date without date_kind", "date = 2020"),
    ('date_kind = "served"', 'date_kind = "arrived"', '"arrived" unknown', "arrived"),
    ("date = 2020-01-13", 'date = "13 January"', "date is not a date", "13 January"),
    ('kind = "administrative_subpoena"', 'kind = "subpoena"', '"subpoena" unknown', "subpoena"),
    ('category = "home_address"', 'category = "adress"', '"adress" unknown', "adress"),
    ('form = "period"', 'form = "perod"', 'due form "perod" unknown', "perod"),
    ("due = { d1", "due = { d7", 'due "d7" is no demand', "d7"),
    ("[[check]]", "[[chek]]", 'no table "chek"', "schema"),
    ('schema = "tecum.thread/1"', 'schema = "tecum.thread/2"', "schema is not", "schema"),
    ('title = "A thread"\n', "", "title is missing", "schema"),
    ('id = "q1"\ntext', 'id = "q1"\nstatus', "question: text is missing", "[[question]]"),
    ('question = "q1"\nabout = "e1"\n', "", "about no question", "[[claim]]"),
    ("[[question]]", f"{TWICE}[[question]]", "stands twice", 'id = "agency"'),
    ("date = 2020-01-13", 'month = "2020-13"', "month is not", "2020-13"),
    ("date = 2020-01-13\ndate_kind", "date_kind", "neither date", "[[event]]"),
]


@pytest.mark.parametrize(("old", "new", "says", "stands"), BAD, ids=[row[2] for row in BAD])
def test_a_bad_file_is_refused_whole_with_its_line(
    tmp_path: Path, old: str, new: str, says: str, stands: str
) -> None:
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    with pytest.raises(ThreadRefused) as caught:
        load_thread(written(tmp_path, text))
    problems = caught.value.fields["problems"]
    (problem,) = [row for row in problems if says in row.text]  # type: ignore[attr-defined]
    assert stands in text.splitlines()[problem.line - 1]


def test_all_errors_are_listed_at_once(tmp_path: Path) -> None:
    text = GOOD
    for old, new, _, _ in (BAD[0], BAD[4], BAD[7]):
        text = text.replace(old, new, 1)
    with pytest.raises(ThreadRefused) as caught:
        load_thread(written(tmp_path, text))
    assert len(caught.value.fields["problems"]) == 3  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["schema = ", None])
def test_a_file_that_is_not_toml_or_not_there(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "no.toml" if text is None else written(tmp_path, text)
    with pytest.raises(DataUnusable):
        load_thread(path)


@pytest.mark.parametrize("rows", ["party = 3", "party = [1]", "demand = [{item = 4}]"])
def test_a_table_of_the_wrong_form_is_refused(tmp_path: Path, rows: str) -> None:
    text = f'{rows}\nschema = "tecum.thread/1"\nid = "t"\ntitle = "T"\nkind = "k"\n'
    with pytest.raises(ThreadRefused):
        load_thread(written(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("reported", "reported"),
        ("reported, by one", "reported"),
        ("disputed (day)", "disputed"),
        ("certain for page 1", "certain"),
        ("contradicted by the docket", "contradicted"),
        ("quite sure", "to_confirm"),
        (None, "to_confirm"),
    ],
)
def test_certainty_is_the_closed_word_at_its_head(text: str | None, word: str) -> None:
    assert certainty_of(text).value == word


def test_events_stand_by_date_undated_last() -> None:
    events = load_thread(PATHS[0]).in_order()
    days = [event.when.interval()[0] or date.max for event in events]
    assert days == sorted(days)
    assert events[-1].id == "e35"


# --- schema and command ---------------------------------------------------------------------


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_schema_takes_the_shipped_threads(path: Path) -> None:
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    plain = json.loads(json.dumps(rows, default=str))
    jsonschema.validate(plain, json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_the_schema_names_the_same_keys_as_the_code() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))["properties"]
    for table, form in FORM.items():
        outer, _, inner = table.partition(".")
        row = schema[outer]["items"]
        if inner:
            row = row["properties"][inner]["items"]
        assert set(row["required"]) == form.needs, table
        if not form.is_free:
            assert set(row["properties"]) == form.needs | form.may, table
            assert row["additionalProperties"] is False


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = written(tmp_path, GOOD)
    assert run(["thread", "check", str(good)]) == 0
    assert "k1: held" in capsys.readouterr().out
    assert run(["thread", "check", "--json", str(good)]) == 0
    assert json.loads(capsys.readouterr().out)["checks"][0]["held"] is True
    failing = written(tmp_path, GOOD.replace("01-27 }", "01-28 }"))
    assert run(["thread", "check", str(failing)]) == 5
    assert "DID NOT HOLD" in capsys.readouterr().out
    bad = written(tmp_path, GOOD.replace('by = "agency"', 'by = "agancy"'))
    assert run(["thread", "check", str(bad), str(PATHS[0])]) == 3
    shown = capsys.readouterr()
    assert "thread.toml:39: claim: by" in shown.err
    assert "2018-letters" in shown.out
    assert run(["thread", "chek"]) == 2
