"""The whole way from bytes to a Reading, its JSON form, and the command's exit status."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from tecum.cli.__main__ import main
from tecum.errors import DataUnusable
from tecum.instruments.catalogue import load_catalogue
from tecum.office import Mail, Office
from tecum.reading.marked import Shown, marked_page
from tecum.reading.open import open_document
from tecum.reading.read import read, read_file
from tecum.words import ReadingWarning
from tests.patience import ends
from tests.unit.reading.papers_demands import DEMANDS
from tests.unit.reading.papers_others import OTHERS
from tests.unit.reading.sheet import opened, read_text

SCHEMA = Path("docs/reference/schemas/tecum.reading-1.schema.json")


def _checker() -> jsonschema.Draft202012Validator:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_json_fits_the_schema() -> None:
    checker = _checker()
    for paper in (*DEMANDS, *OTHERS):
        checker.validate(read_text(paper.text).to_json())


def test_the_schema_refuses_another_shape() -> None:
    shape = read_text(DEMANDS[0].text).to_json()
    shape["kind"]["value"] = "a subpoena"
    with pytest.raises(jsonschema.ValidationError):
        _checker().validate(shape)


def test_confirm_names_what_a_person_must_confirm() -> None:
    reading = read_text(DEMANDS[0].text)
    assert reading.confirm[:4] == ("conduct", "kind", "judicial", "recipient")
    assert len([name for name in reading.confirm if name.startswith("due[")]) == len(reading.due)
    assert "served_on" in reading.confirm
    careful = Office(name="Example", zone="America/Denver", confirm_all=True)
    more = read(opened(DEMANDS[0].text), load_catalogue(), careful).confirm
    assert {"issuer", "items", "signatory"} <= set(more)


def test_the_reader_names_itself() -> None:
    reader = read_text(DEMANDS[0].text).reader
    assert reader["catalogue_sha256"] == load_catalogue().sha256
    assert set(reader) == {"version", "catalogue_sha256", "engines"}


def test_every_warning_has_a_sentence() -> None:
    table = tomllib.loads((files("tecum.reading") / "sentences.toml").read_text("utf-8"))
    assert set(table["warning"]) == {word.value for word in ReadingWarning}


def test_warnings_are_words_of_the_vocabulary() -> None:
    found = {w for p in (*DEMANDS, *OTHERS) for w in read_text(p.text).warnings}
    assert found
    assert all(isinstance(word, ReadingWarning) for word in found)


SENDERS = (
    ((), {}, "unknown"),
    (("mx.office.example",), {"dkim": "pass"}, "authenticated_domain"),
    (("other.example",), {"untrusted_results": True}, "unauthenticated"),
)


@pytest.mark.parametrize(("trusted", "signals", "standing"), SENDERS)
def test_only_our_own_servers_results_count(
    trusted: tuple[str, ...], signals: dict[str, object], standing: str
) -> None:
    headers = (
        ("from", "Officer <officer@agency.example>"),
        ("authentication-results", "mx.office.example; dkim=pass header.d=agency.example"),
    )
    office = Office(name="Example", zone="America/Denver", mail=Mail(authserv_ids=trusted))
    sender = read(opened("Please send the list.\n", headers=headers), load_catalogue(), office)
    assert sender.sender is not None
    assert sender.sender["standing"] == standing
    assert signals.items() <= sender.sender["signals"].items()


def test_a_reply_address_elsewhere_is_a_mismatch() -> None:
    headers = (("from", "a@agency.example"), ("reply-to", "b@elsewhere.example"))
    reading = read_text("Please send the list.\n", headers=headers)
    assert reading.sender is not None
    assert reading.sender["standing"] == "mismatch"


def test_a_marked_page_shows_values_and_runs_nothing(tmp_path: Path) -> None:
    file = tmp_path / "demand.txt"
    file.write_text(DEMANDS[0].text, encoding="utf-8")
    shown = Shown(
        "demand.txt", file.read_bytes(), read_file(file), open_document(file.read_bytes())
    )
    page = marked_page([shown])
    assert "<mark" in page
    assert "<script" not in page
    assert "http" not in page.replace('lang="en"', "")


def test_the_command_ends_with_the_status_of_the_contract(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, empty = tmp_path / "demand.txt", tmp_path / "empty.pdf"
    good.write_text(DEMANDS[0].text, encoding="utf-8")
    empty.write_bytes(b"")
    assert main(["read", str(good), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kind"]["value"] == DEMANDS[0].kind
    assert main(["read", str(good), str(empty), "--json"]) == 3
    rows = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert [row["outcome"] for row in rows] == ["read", "empty_file"]
    assert rows[1]["conduct"]["band"] == "unreadable"
    assert main(["read", str(tmp_path / "none.pdf")]) == 3
    assert main(["read"]) == 2
    assert main(["read", str(good), "--html", str(tmp_path / "out.html")]) == 0
    assert (tmp_path / "out.html").read_text("utf-8").startswith("<!doctype html>")
    assert "administrative_subpoena" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_an_error_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(DataUnusable):
        read_file(tmp_path / "none.pdf")


@pytest.mark.parametrize("piece", ["_", "-", "A.", "No. ", "To: A\n", "subpoena ", "§ 5 "])
def test_a_long_monotonous_text_comes_to_an_end(piece: str) -> None:
    with ends():
        read_text("SUBPOENA\n" + piece * (40_000 // len(piece)))
