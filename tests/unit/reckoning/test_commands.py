"""``tecum due`` and ``tecum calendars``, as a person and a script call them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tecum.cli.__main__ import main
from tests.shared import ROOT

SCHEMA = json.loads(
    (ROOT / "docs/reference/schemas/tecum.reckoned-1.schema.json").read_text(encoding="utf-8")
)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    shown = capsys.readouterr()
    return status, shown.out, shown.err


def test_the_page_shows_the_strip_the_reasons_and_the_pins(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, out, _ = run(
        capsys, "due", "frcp-45-d-2-B", "--from", "2026-01-28", "--tz", "America/Denver",
        "--served-by", "mail", "--known-on", "2026-11-01",
    )  # fmt: skip
    assert status == 0
    assert "Due      Tue 2026-02-17, end of day 24:00 MST" in out
    assert "    28 >     29 1     30 2     31 3" in out
    assert "12 +1    13 +2    14 ~     15 ~" in out
    assert "Mon 2026-02-16     rolled   Washington's Birthday" in out
    assert "Note: at the latest: return date is not known and may be earlier" in out
    assert "Known on 2026-11-01. Not legal advice." in out


def test_several_readings_stand_with_the_safe_one_first(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out, _ = run(
        capsys, "due", "dhs-detainer-48h", "--from", "2026-02-12T17:00", "--tz", "America/Chicago"
    )
    assert out.index("Safe     Sat 2026-02-14, 17:00 CST") < out.index("Latest   Tue 2026-02-17")
    assert out.index("-- main") < out.index("-- regulation")
    assert "14 [48h]" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("dhs-detainer-48h", "--from", "2026-02-12T17:00-06:00", "--tz", "America/Chicago"),
        ("foia-determination", "--from", "2025-12-22"),
        ("ca-410", "--from", "2026-06-10"),
        ("ca-410", "--from", "2026-06-10", "--event", "issue=2026-06-01"),
        (
            "foia-determination",
            "--from",
            "2026-02-13",
            "--event",
            "clarification_request=2026-02-20",
        ),
    ],
)
def test_json_keeps_its_schema(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    status, out, _ = run(capsys, "due", *arguments, "--json")
    assert status == 0
    found = json.loads(out)
    jsonschema.validate(found, SCHEMA)
    assert (found["safe"] is None) == (found["status"] in ("waiting", "tolled"))
    assert found["pins"]["clock"][0] == arguments[0]
    assert len(found["pins"]["clock"][1]) == 64


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("frcp-45-d-2", "--from", "2026-01-28"), 'Nearest: "frcp-45-d-2-B"'),
        (("frcp-6", "--from", "2026-01-28"), "is a method of computation"),
        (("i9-notice",), "no date of it is given"),
        (("i9-notice", "--from", "soon"), "neither a date nor an instant"),
        (("i9-notice", "--from", "2026-01-28", "--tz", "Mars"), "No time zone"),
        (("i9-notice", "--from", "2026-01-28", "--calendar", "us.fed.opn"), '"us.fed.opm"'),
        (("frcp-45-d-2-B", "--from", "2026-01-28", "--served-by", "pigeon"), "pigeon"),
        (("dhs-detainer-48h", "--from", "2026-01-28T10:00"), "has no zone"),
        (("i9-notice", "--from", "2026-01-28", "--event", "hearing"), "is not an event"),
        (("i9-notice", "--from", "2026-01-28", "--closed", "x"), "--closed"),
        (("frcp-45-d-2-B", "--from", "2026-01-28", "--state", "US-ZZ"), 'calendar of "US-ZZ"'),
        ((), "Which clock?"),
    ],
)
def test_a_wrong_argument_ends_with_2(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    status, out, err = run(capsys, "due", *arguments)
    assert (status, out) == (2, "")
    assert said in err


def test_a_rule_that_was_not_in_force_ends_with_3(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "due", "frcp-45-d-2-B", "--from", "2012-01-28")
    assert status == 3
    assert "the next is in force from 2013-12-01" in err


def test_vectors_are_answered_line_by_line_in_their_order(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    rows = [
        {"id": "b", "kind": "fixed", "input": {"fixed": "2026-06-27"}, "more": 1},
        {"id": "a", "kind": "omen", "input": {}},
        {"kind": "days", "input": {"start": "2026-06-01", "n": 1, "count": "calendar"}},
    ]
    path = tmp_path / "vectors.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    status, out, _ = run(capsys, "due", "--vectors", str(path))
    assert status == 0
    assert [json.loads(line) for line in out.splitlines()] == [
        {"id": "b", "got": ["2026-06-27"]},
        {"id": "a", "got": [], "refused": "kind 'omen' not understood"},
        {"id": "3", "got": ["2026-06-02"]},
    ]


@pytest.mark.parametrize("text", ["not json", '{"id": 1}'])
def test_a_vector_file_of_another_form_ends_with_3(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str
) -> None:
    path = tmp_path / "vectors.json"
    path.write_text(text, encoding="utf-8")
    assert run(capsys, "due", "--vectors", str(path))[0] == 3


def test_calendars_are_listed_with_their_versions(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "calendars")
    assert status == 0
    (line,) = [row for row in out.splitlines() if row.startswith("us.fed.opm ")]
    assert line.endswith("(checked 2015–2027)")


def test_a_calendar_shows_a_year(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "calendars", "us.fed.opm", "--year", "2025")
    assert "Thu 2025-06-19  Juneteenth" in out
    assert "closed, not a legal holiday" in out
    _, text, _ = run(capsys, "calendars", "us.fed.opm", "--year", "2026", "--json")
    found = json.loads(text)
    assert [row["moved_from"] for row in found["days"] if row["date"] == "2026-07-03"] == [
        "2026-07-04"
    ]
    assert found["sha256"] in run(capsys, "calendars", "us.fed.opm", "--year", "2026")[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("us.fed.omp",), '"us.fed.opm"'), (("us.ny.gcl24", "--year", "1950"), "2000 to 2100")],
)
def test_a_wrong_calendar_or_year_ends_with_2(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    status, _, err = run(capsys, "calendars", *arguments)
    assert status == 2
    assert said in err
