"""What the commands print as JSON is of the shapes that are published, one object a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

from tecum.cli.__main__ import main
from tests.shared import ROOT, SHARED
from tests.unit.cli.papers import DENVER_SUBPOENA, NEWS
from tests.unit.reading.papers import letter

FOLDER = ROOT / "docs" / "reference" / "schemas"
SCHEMAS = {path.name: json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.json")}
REGISTRY: Any = Registry().with_resources(
    (shape["$id"], Resource.from_contents(shape)) for shape in SCHEMAS.values() if "$id" in shape
)


def holds(value: object, name: str) -> None:
    checker = jsonschema.Draft202012Validator(SCHEMAS[name], registry=REGISTRY)
    errors = [
        f"{'/'.join(map(str, e.path))}: {e.message[:200]}" for e in checker.iter_errors(value)
    ]
    assert errors == []


def printed(capsys: pytest.CaptureFixture[str], status: int, *arguments: str) -> list[Any]:
    assert main(list(arguments)) == status
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def files(folder: Path) -> list[str]:
    contents = {
        "subpoena.txt": DENVER_SUBPOENA,
        "news.txt": NEWS,
        "empty.pdf": b"",
        "letter.pdf": letter(),
        "noise.bin": bytes(range(256)) * 4,
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return [str(folder / name) for name in contents]


def test_every_schema_is_one() -> None:
    for shape in SCHEMAS.values():
        jsonschema.Draft202012Validator.check_schema(shape)


def test_triage_and_read_print_one_object_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = files(tmp_path)
    rows = printed(capsys, 3, "triage", *names, "--json", "--received-at", "2026-03-02T09:00Z")
    assert [row["file"] for row in rows] == [Path(name).name for name in names]
    for row in rows:
        holds(row, "tecum.triage-1.schema.json")
    rows = printed(capsys, 3, "read", *names, "--json")
    assert len(rows) == len(names)
    for row in rows:
        holds(row, "tecum.reading-1.schema.json")


def test_a_reckoning(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("due", "frcp-45-d-2-B", "--from", "2026-06-24", "--json")
    (row,) = printed(capsys, 0, *asked)
    holds(row, "tecum.reckoned-1.schema.json")


def test_answers_to_vectors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "vectors.json"
    path.write_text('[{"id": "a", "kind": "fixed", "input": {"fixed": "2018-02-23"}}, {"id": 7}]')
    rows = printed(capsys, 0, "due", "--vectors", str(path))
    for row in rows:
        holds(row, "vector-answer.schema.json")
    assert rows[0]["got"] == ["2018-02-23"]
    assert rows[1]["refused"]


def test_calendars(capsys: pytest.CaptureFixture[str]) -> None:
    for asked in ((), ("us.fed.opm",), ("us.fed.opm", "--year", "2026")):
        (value,) = printed(capsys, 0, "calendars", *asked, "--json")
        holds(value, "calendars.schema.json")


def test_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "facts.json"
    path.write_text('{"on": null, "known_on": null, "facts": {}, "actions": null}')
    asked = ("decide", "--packs", "example-strict", "--facts", str(path), "--json")
    (value,) = printed(capsys, 0, *asked)
    holds(value, "tecum.findings-1.schema.json")


def test_problems_of_packs(capsys: pytest.CaptureFixture[str]) -> None:
    (value,) = printed(capsys, 0, "packs", "check", "us-ca", "--json")
    assert value
    holds(value, "packs-check.schema.json")


def test_doctor(capsys: pytest.CaptureFixture[str]) -> None:
    (value,) = printed(capsys, 0, "doctor", "--json")
    holds(value, "doctor.schema.json")


def test_an_audit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = str(tmp_path / "log")
    signers = ("--signer", "office.example/operator", "--signer", "office.example/clerk")
    assert main(["log", "init", log, "--name", "Office A", *signers]) == 0
    capsys.readouterr()
    (value,) = printed(capsys, 0, "log", "audit", log, "--json")
    holds(value, "log-audit.schema.json")


@pytest.mark.shared("facts/threads")
def test_checks_of_a_thread(capsys: pytest.CaptureFixture[str]) -> None:
    threads = sorted(str(path) for path in (SHARED / "facts" / "threads").glob("*.toml"))
    main(["thread", "check", *threads, "--json"])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(rows) == len(threads) > 0
    for row in rows:
        holds(row, "tecum.thread-check-1.schema.json")
