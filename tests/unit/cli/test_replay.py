"""``tecum replay``: the same rows under a change, from CSV and Parquet, by polars or SQLite."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from jsonschema import Draft202012Validator

from tecum.cli.__main__ import main
from tecum.law import column_files
from tests.shared import ROOT

WORKED = ROOT / "tests" / "packs" / "worked"
DENVER = str(WORKED / "us-co-denver")
SCHEMA = json.loads((ROOT / "docs/reference/schemas/tecum.replay-1.schema.json").read_text())
HEAD = "id,action,on,known_on,recipient_class,instrument,court_issued,purpose,demand_in_o_gomez\n"
SAID = "2020-04-21,2020-04-21,denver_agency,administrative_subpoena,no,unstated"
ROWS = (
    f"a,share_personal_information,{SAID},yes\n"
    f"b,share_personal_information,{SAID},yes\n"
    f"c,share_personal_information,{SAID},no\n"
    f"d,share_personal_information,{SAID},\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rows.csv"
    path.write_text(HEAD + ROWS, "utf-8")
    return path


def replayed(capsys: pytest.CaptureFixture[str], *words: object) -> dict[str, Any]:
    status = main(["replay", *map(str, words), "--packs", DENVER, "--json"])
    out = capsys.readouterr()
    assert (status, out.err) == (0, "")
    shape: dict[str, Any] = json.loads(out.out)
    Draft202012Validator(SCHEMA).validate(shape)
    return shape


def ways(shape: dict[str, Any]) -> list[tuple[str, str, int, list[str]]]:
    return [(g["from"], g["to"], g["count"], g["rows"]) for g in shape["groups"]]


LIFTED = [("must", "must_not", 2, ["a", "b"]), ("unknown:must|must_not", "must_not", 1, ["d"])]


@pytest.mark.parametrize("polars", [True, False])
def test_a_lifted_order(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    file: Path,
    polars: bool,
) -> None:
    monkeypatch.setattr(column_files, "has_polars", lambda: polars)
    shape = replayed(capsys, file, "--change", "lift:o-gomez")
    assert ways(shape) == LIFTED
    assert (shape["rows"], shape["changed"]) == (4, 3)


def test_a_parquet_file_says_the_same(
    capsys: pytest.CaptureFixture[str], file: Path, tmp_path: Path
) -> None:
    yes = {"yes": True, "no": False}
    frame = pl.read_csv(file, try_parse_dates=True).with_columns(
        pl.col(name).replace_strict(yes, return_dtype=pl.Boolean)
        for name in ("court_issued", "demand_in_o_gomez")
    )
    frame.write_parquet(tmp_path / "rows.parquet")
    shape = replayed(capsys, tmp_path / "rows.parquet", "--change", "lift:o-gomez")
    assert ways(shape) == LIFTED


@pytest.mark.parametrize(
    ("change", "rows"),
    [
        ("known-on:2020-04-19", LIFTED),
        ("on:2020-04-19", LIFTED),
        ("fact:court_issued=yes", [("must_not", "silent", 1, ["c"])]),
        ("fact:demand_in_o_gomez=no", LIFTED),
    ],
)
def test_other_changes(
    capsys: pytest.CaptureFixture[str], file: Path, change: str, rows: list[Any]
) -> None:
    found = ways(replayed(capsys, file, "--change", change))
    assert [row for row in found if row[0] != "unknown:must|must_not"] == [
        row for row in rows if row[0] != "unknown:must|must_not"
    ]


def test_another_version_of_a_pack(
    capsys: pytest.CaptureFixture[str], file: Path, tmp_path: Path
) -> None:
    changed = tmp_path / "newer"
    for path in (WORKED / "us-co-denver").rglob("*"):
        if path.is_file():
            other = changed / path.relative_to(WORKED / "us-co-denver")
            other.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text("utf-8")
            other.write_text(text.replace("prevails over: den-subpoena", "text: x; was"), "utf-8")
    for path in changed.glob("orders/*.md"):
        lines = path.read_text("utf-8").splitlines()
        path.write_text("\n".join(r for r in lines if "x; was" not in r) + "\n", "utf-8")
    shape = replayed(capsys, file, "--change", f"pack:{changed}")
    assert ("must", "counsel", 2, ["a", "b"]) in ways(shape)
    assert shape["packs"]["before"] != shape["packs"]["after"]


def test_both_explanations_of_a_row(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    words = [str(file), "--packs", DENVER, "--change", "lift:o-gomez", "--row", "b"]
    assert main(["replay", *words]) == 0
    out = capsys.readouterr().out
    assert "Under lift:o-gomez: 3 of 4 change. Nothing is written." in out
    before, after = out.split("before\n")[1].split("after\n")
    assert "share_personal_information — MUST " in before
    assert "o-gomez" in before
    assert "MUST_NOT" in after
    assert "o-gomez" not in after
    both = replayed(capsys, file, "--change", "lift:o-gomez", "--row", "b")["explained"]
    assert [(row["before"]["outcome"], row["after"]["outcome"]) for row in both] == [
        ("must", "must_not")
    ]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--change", "lift:o-gome"], 2, 'Nearest: "o-gomez"'),
        (["--change", "lif:o-gomez"], 2, 'Nearest: "lift"'),
        (["--change", "on:2020-13-01"], 2, "is not a day"),
        (["--change", "fact:court_isued=yes"], 2, 'Nearest: "court_issued"'),
        (["--change", "fact:court_issued=maybe"], 3, "true, false or null"),
        (["--change", "lift:o-gomez", "--row", "x"], 2, 'no row "x"'),
        ([], 2, "No change is named"),
    ],
)
def test_what_is_refused(
    capsys: pytest.CaptureFixture[str], file: Path, words: list[str], status: int, said: str
) -> None:
    assert main(["replay", str(file), "--packs", DENVER, *words]) == status
    assert said in capsys.readouterr().err


def test_files_that_cannot_be_used(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("action,court_isued\nshare_status,yes\n", "utf-8")
    words = ["--packs", DENVER, "--change", "lift:o-gomez"]
    assert main(["replay", str(path), *words]) == 3
    assert 'Nearest: "court_issued"' in capsys.readouterr().err
    path.write_text("court_issued\nyes\n", "utf-8")
    assert main(["replay", str(path), *words]) == 3
    assert 'no column "action"' in capsys.readouterr().err
    assert main(["replay", str(tmp_path / "none.csv"), *words]) == 3


def test_parquet_without_polars_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(column_files, "has_polars", lambda: False)
    (tmp_path / "x.parquet").write_bytes(b"")
    words = ["--packs", DENVER, "--change", "lift:o-gomez"]
    assert main(["replay", str(tmp_path / "x.parquet"), *words]) == 4
    assert "-m pip install polars, or write CSV" in capsys.readouterr().err
