"""Odd arguments and odd files through the whole command: a status of the list, never a trace."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.cli.__main__ import COMMANDS, main
from tests.shared import ROOT

CASES = int(os.environ.get("TECUM_TEST_CLI_CASES", "10"))
LETTER = (
    b"To: Sheriff\nYou are commanded to produce by March 1, 2027:\n1. The address of Subject A.\n"
)
HARMLESS = sorted({*COMMANDS} - {"serve", "demo", "rebuild", "reread", "publish", "log"})
STATUSES = {0, 2, 3, 4, 5, 10, 11, 20, 30, 40}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4)
    ),
    max_leaves=12,
)
WORDS = st.sampled_from(
    [
        *COMMANDS, "--json", "--on", "--known-on", "--from", "--tz", "--office", "--packs",
        "--facts", "--policy", "--vectors", "--year", "--calendar", "--event", "--state",
        "--served-by", "check", "show", "test", "frcp-45-d-2-B", "dhs-detainer-48h", "ca-12a",
        "us.fed.opm", "us-ca", "us-co",
        "2026-03-02", "2026-03-02T10:00", "9999-12-31", "0001-01-01", "America/Denver", "mail",
        "return_date=2026-07-01", "../x", "", "-1", "99999999999999999999", "a\x00b", "é\x1b[2J",
    ]
)  # fmt: skip


def ran(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(list(arguments))
    out, err = capsys.readouterr()
    shown = (arguments, status, err[-500:])
    assert status in STATUSES, shown
    assert "Traceback" not in err, shown
    assert "(internal)" not in err, shown
    assert "\x1b" not in out + err, shown
    if status not in (0, 5):
        assert (out + err).strip(), shown
    return status, out, err


@pytest.fixture(autouse=True)
def _nothing_typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    monkeypatch.chdir(tmp_path)


@given(command=st.sampled_from(HARMLESS), rest=st.lists(WORDS | st.text(max_size=8), max_size=6))
@settings(max_examples=4 * CASES)
def test_any_arguments(command: str, rest: list[str], request: pytest.FixtureRequest) -> None:
    if command == "packs" and "fmt" in rest:
        return  # the one command here that may write
    ran(request.getfixturevalue("capsys"), command, *rest)


@given(data=st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
@settings(max_examples=CASES)
def test_any_bytes_as_a_document(data: bytes, request: pytest.FixtureRequest) -> None:
    path = request.getfixturevalue("tmp_path") / "document.pdf"
    path.write_bytes(data)
    capsys = request.getfixturevalue("capsys")
    for command in ("triage", "read"):
        status, out, _ = ran(capsys, command, str(path), "--json")
        found = json.loads(out)
        assert (status == 0) is (found["outcome"] in ("read", "read_with_warnings"))


@given(data=st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
@settings(max_examples=2 * CASES)
def test_any_bytes_as_facts_vectors_threads_receipts_policies(
    data: bytes, request: pytest.FixtureRequest
) -> None:
    path = request.getfixturevalue("tmp_path") / "given"
    path.write_bytes(data)
    capsys, name = request.getfixturevalue("capsys"), str(path)
    assert ran(capsys, "verify", name, "--policy", name)[0] in (3, 20, 40)
    ran(capsys, "decide", "--packs", "example-strict", "--facts", name)
    ran(capsys, "due", "--vectors", name)
    assert ran(capsys, "thread", "check", name)[0] == 3


KEYS = st.sampled_from(
    ["name", "zone", "aliases", "hours", "packs", "calendars", "signers", "two_persons", "mail",
     "precedence", "silent_means", "margin_days", "confirm_all", "recipient_class", "method",
     "cutoff", "jurisdiction", "local_rules_complete", "zzz"]
)  # fmt: skip


def as_toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {as_toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return '""' if value is None else json.dumps(value)


@given(table=st.dictionaries(KEYS, JSON, max_size=4), raw=st.none() | st.binary(max_size=80))
@settings(max_examples=2 * CASES)
def test_any_office_profile(
    table: dict[str, Any], raw: bytes | None, request: pytest.FixtureRequest
) -> None:
    folder = request.getfixturevalue("tmp_path")
    (folder / "letter.txt").write_bytes(LETTER)
    profile = folder / "office.toml"
    table = {"name": "Office A", "zone": "America/Denver", **table}
    text = "".join(f"{key} = {as_toml(value)}\n" for key, value in table.items())
    profile.write_bytes(raw if raw is not None else text.encode("utf-8", "replace"))
    ran(
        request.getfixturevalue("capsys"),
        "decide", "--packs", "example-strict", "--facts", str(folder / "no-facts"),
        "--office", str(profile),
    )  # fmt: skip


@given(at=st.integers(0, 5000), byte=st.integers(0, 255), cut=st.booleans())
@settings(max_examples=CASES)
def test_any_pack_with_one_byte_wrong(
    at: int, byte: int, cut: bool, request: pytest.FixtureRequest
) -> None:
    source = ROOT / "packs" / "example-strict"
    pack = request.getfixturevalue("tmp_path") / "example-strict"
    for path in source.rglob("*"):
        if path.is_file():
            target = pack / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    files = sorted(path for path in pack.rglob("*") if path.is_file())
    broken = files[at % len(files)]
    data = broken.read_bytes()
    place = at % (len(data) + 1)
    broken.write_bytes(data[:place] if cut else data[:place] + bytes([byte]) + data[place + 1 :])
    status, _, _ = ran(request.getfixturevalue("capsys"), "packs", "check", str(pack))
    assert status in (0, 5)
