"""``tecum decide`` and ``tecum packs``: what they print and with which status they end."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tecum.cli.__main__ import main
from tecum.law.pack import pack_folder
from tests.shared import ROOT
from tests.unit.law.situations import COMMON, situations

SCHEMA = json.loads(
    (ROOT / "docs/reference/schemas/tecum.findings-1.schema.json").read_text("utf-8")
)


def facts_file(tmp_path: Path, facts: dict[str, Any], actions: list[str] | None = None) -> str:
    path = tmp_path / "facts.json"
    body = {"on": "2020-02-10", "known_on": "2020-02-10", "facts": facts, "actions": actions}
    path.write_text(json.dumps(body), "utf-8")
    return str(path)


def test_every_worked_situation_gives_a_record_of_the_schema(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for row in situations():
        path = facts_file(tmp_path, row.facts, [row.action])
        command = ["decide", "--packs", row.packs, "--facts", path, "--json"]
        status = main([*command, "--on", str(row.on), "--known-on", str(row.known_on)])
        assert status == 0
        record = json.loads(capsys.readouterr().out)
        jsonschema.validate(record, SCHEMA)
        (finding,) = record["findings"]
        expect, _, possible = row.expect.partition(":")
        assert finding["outcome"] == expect
        assert finding["possible"] == (possible.split("|") if possible else [expect])


def test_the_text_states_both_dates_and_that_nothing_is_advice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = facts_file(tmp_path, COMMON["us-ca"], ["transfer"])
    assert main(["decide", "--packs", "us-ca", "--facts", path]) == 0
    out = capsys.readouterr().out
    assert "On 2020-02-10, as known on 2020-02-10" in out
    assert "Not legal advice." in out
    assert "transfer — UNKNOWN: may | must_not | silent" in out


def test_without_actions_every_action_with_a_rule_is_decided(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = facts_file(tmp_path, {})
    assert main(["decide", "--packs", "example-strict", "--facts", path, "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert len(record["findings"]) == 12


@pytest.mark.parametrize(
    ("facts", "arguments", "status"),
    [
        ({"item_public": "maybe"}, [], 3),
        ({"no_such_fact": True}, [], 3),
        ({}, ["--on", "2018-13-01"], 2),
        ({}, ["--known-on", "yesterday"], 2),
        ({}, ["--action", "share_statuses"], 2),
        ({}, ["--packs", "us-cal"], 2),
    ],
)
def test_what_is_wrong_has_its_status(
    tmp_path: Path, facts: dict[str, Any], arguments: list[str], status: int
) -> None:
    path = facts_file(tmp_path, facts)
    assert main(["decide", "--packs", "us-ca", "--facts", path, *arguments]) == status


def test_a_facts_file_that_is_not_json_is_unusable(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_text("{", "utf-8")
    assert main(["decide", "--packs", "us-ca", "--facts", str(path)]) == 3
    assert main(["decide", "--packs", "us-ca", "--facts", str(tmp_path / "none.json")]) == 3


def test_a_pack_with_mistakes_ends_check_with_five_and_decide_with_three(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "example-strict"
    shutil.copytree(pack_folder("example-strict"), folder)
    law = folder / "law" / "policy.md"
    law.write_text(law.read_text("utf-8").replace("must not: hold", "must not: holdd"), "utf-8")
    assert main(["packs", "check", str(folder)]) == 5
    assert 'P101 unknown action "holdd". Nearest: "hold".' in capsys.readouterr().out
    assert main(["packs", "check", str(folder), "--json"]) == 5
    assert json.loads(capsys.readouterr().out)[0]["code"] == "P101"
    path = facts_file(tmp_path, {})
    assert main(["decide", "--packs", str(folder), "--facts", path]) == 3


def test_fmt_writes_once_and_check_tells(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "example-strict"
    shutil.copytree(pack_folder("example-strict"), folder)
    assert main(["packs", "fmt", "--check", str(folder)]) == 0
    law = folder / "law" / "policy.md"
    canonical = law.read_text("utf-8")
    law.write_text(canonical.replace("when: court_issued", "when:   court_issued"), "utf-8")
    assert main(["packs", "fmt", "--check", str(folder)]) == 5
    assert "law/policy.md is not canonical" in capsys.readouterr().out
    assert main(["packs", "fmt", str(folder)]) == 0
    assert law.read_text("utf-8") == canonical


def test_a_case_that_does_not_hold_is_shown_with_its_explanation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "example-strict"
    shutil.copytree(pack_folder("example-strict"), folder)
    assert main(["packs", "test", str(folder)]) == 0
    cases = folder / "cases" / "policy.csv"
    cases.write_text(cases.read_text("utf-8").replace(",must_not,", ",may,", 1), "utf-8")
    assert main(["packs", "test", str(folder)]) == 5
    out = capsys.readouterr().out
    assert "expected may, got must_not" in out
    assert "strict-1" in out


def test_cases_that_never_show_a_rule_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "example-strict"
    shutil.copytree(pack_folder("example-strict"), folder)
    cases = folder / "cases" / "policy.csv"
    kept = [line for line in cases.read_text("utf-8").splitlines() if "hold" not in line]
    cases.write_text("\n".join(kept) + "\n", "utf-8")
    assert main(["packs", "test", str(folder)]) == 0
    assert "not covered: rule strict-3 is live in no case" in capsys.readouterr().out


def test_show_gives_the_provision_the_orders_on_it_and_its_cases(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["packs", "show", "ca-7285.1", "--on", "2018-03-01"]) == 0
    out = capsys.readouterr().out
    assert "must not: allow_nonpublic_access" in out
    assert "stayed by o-ca-1 from 2018-07-05" in out
    assert "unreviewed example" in out
    assert "case access-stayed" in out
    assert main(["packs", "show", "ca-7285.11"]) == 2
