"""The command and its parts on small corpora: truth, goals, baselines, marks, lateness, reports."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tecum.cli.__main__ import main
from tecum.errors import DataUnusable, DependencyMissing
from tecum.evaluation.baselines import baselines
from tecum.evaluation.goals import Measure, check_goals, load_goals
from tecum.evaluation.late import Counted
from tecum.evaluation.measures import NAMES
from tecum.evaluation.report import figure, interval
from tecum.evaluation.tally import wilson
from tecum.evaluation.truth import Truth, load_truth, truth_from
from tests.unit.cli.papers import DENVER_SUBPOENA

NOTE = b"MEMORANDUM\n\nTo: All staff\nFrom: The clerk\n\nThe office is closed on Friday.\n"


def corpus(folder: Path, **more: Any) -> Path:
    """Two documents: a subpoena, and a memorandum that demands nothing."""
    demand = {
        "schema": "tecum.truth/1", "id": "demand", "split": "dev", "family": "a",
        "channel": "txt", "conduct": "issues", "kind": "administrative_subpoena",
        "judicial": False, "issued_on": None,
    } | more  # fmt: skip
    other = {
        "schema": "tecum.truth/1", "id": "memo", "split": "dev", "family": "b",
        "channel": "txt", "conduct": "reports", "kind": "other",
        "accept": {"conduct": ["none"]},
    }  # fmt: skip
    for name, data, truth in (("demand", DENVER_SUBPOENA, demand), ("memo", NOTE, other)):
        (folder / name).mkdir(parents=True)
        (folder / name / "document.txt").write_bytes(data)
        (folder / name / "truth.json").write_text(json.dumps(truth), encoding="utf-8")
    return folder


def goals(folder: Path, text: str) -> Path:
    (folder / "goals.toml").write_text(f'schema = "tecum.goals/1"\n{text}', encoding="utf-8")
    return folder


def test_a_folder_is_scored_and_its_goals_decide_the_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = goals(corpus(tmp_path / "c"), '[[goal]]\nmeasure = "false demand rate"\nat_most = 0\n')
    assert main(["evaluate", str(folder), "--json", "--marks", "-j", "1"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["schema"] == "tecum.evaluation/1"
    assert found["fields"]["conduct"]["right"] == 2
    assert found["goals"][0]["holds"] is True
    assert {row["verdict"] for row in found["marks"]} >= {"works", "untried"}
    goals(folder, '[[goal]]\nmeasure = "kind right"\nat_least = 1.1\n')
    assert main(["evaluate", str(folder), "-j", "2"]) == 5
    out, err = capsys.readouterr()
    assert "goal missed: kind right" in err
    assert "MISSED" in out


def test_an_unknown_key_is_named_and_the_rest_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = corpus(tmp_path / "c", conduckt="x")
    assert main(["evaluate", str(folder), "-j", "1"]) == 0
    assert 'conduckt (nearest: "conduct")' in capsys.readouterr().out


def test_reports_are_whole_files_without_scripts(tmp_path: Path) -> None:
    folder = corpus(tmp_path / "c", kind="civil_subpoena", issued_on="2020-01-01")
    out = tmp_path / "report"
    accuracy = tmp_path / "accuracy.md"
    arguments = ["--out", str(out), "--accuracy", str(accuracy), "-j", "1"]
    assert main(["evaluate", str(folder), *arguments]) == 0
    page = out.with_suffix(".html").read_text("utf-8")
    assert "<script" not in page
    assert "civil_subpoena" in page
    assert "| demand | kind | wrong | civil_subpoena | administrative_subpoena |" in (
        out.with_suffix(".md").read_text("utf-8")
    )
    assert json.loads(out.with_suffix(".json").read_text("utf-8"))["documents"] == 2
    said = accuracy.read_text("utf-8")
    assert "What they do not mean" in said
    assert "%" not in said.replace("95 %", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[goal]]\nmeasure = "kind rihgt"\nat_least = 1\n', 'did you mean "kind right"'),
        ('[[goal]]\nmeasure = "kind right"\n', "one number"),
        ('[[goal]]\nmeasure = "kind right"\nat_least = 1\nat_most = 1\n', "one number"),
        ('[[goal]]\nmeasure = "kind right"\nat_least = true\n', "one number"),
        ("other = 1\n", "nothing else"),
        ("[[goal\n", "not TOML"),
    ],
)
def test_goals_that_are_not_understood_are_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(DataUnusable, match=said):
        load_goals(goals(tmp_path, text), NAMES)


def test_a_goal_on_what_was_not_measured_is_not_met(tmp_path: Path) -> None:
    wanted = load_goals(
        goals(tmp_path, '[[goal]]\nmeasure = "kind right"\nat_least = 0.5\n'), NAMES
    )
    (met,) = check_goals(wanted, [Measure("kind right", 0, 0, "")])
    assert met.holds is None
    (met,) = check_goals(wanted, [Measure("kind right", 1, 2, "")])
    assert met.holds is True


def test_a_folder_without_truth_or_with_a_broken_one_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", str(tmp_path)]) == 3
    assert main(["evaluate", str(tmp_path / "none")]) == 2
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "truth.json").write_text("{", encoding="utf-8")
    assert main(["evaluate", str(tmp_path)]) == 3
    (tmp_path / "x" / "document.txt").write_bytes(NOTE)
    with pytest.raises(DataUnusable, match="not JSON"):
        load_truth(tmp_path / "x")
    with pytest.raises(DataUnusable, match="schema"):
        truth_from({"schema": "tecum.truth/9"}, tmp_path / "x" / "document.txt")
    capsys.readouterr()


def test_baselines_say_what_simpler_means_reach(tmp_path: Path) -> None:
    truths = [
        Truth(f"{i}", tmp_path / "d", {
            "conduct": "issues" if i % 3 else "reports",
            "kind": "civil_subpoena" if i % 3 else "other",
            "split": "test" if i > 20 else "dev", "family": f"f{i}",
        })
        for i in range(30)
    ]  # fmt: skip
    texts = ["subpoena to produce records" if i % 3 else "news of the day" for i in range(30)]
    found = baselines(truths, texts)
    assert found["conduct"]["majority"] == {
        "right": 6, "of": 9, "false demands": 3, "others": 3,
    }  # fmt: skip
    assert found["kind"]["key words only"]["right"] == 9
    assert found["conduct"]["TF-IDF + logistic regression"]["right"] == 9
    assert baselines(truths[:20], texts[:20])["trained"].startswith("in 5 parts")


def test_baselines_without_their_library_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [n for n in sys.modules if n.split(".")[0] == "sklearn"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "sklearn", None)
    rows = [{"conduct": "issues", "split": s, "family": s} for s in ("dev", "test")]
    truths = [Truth("x", tmp_path / "d", row) for row in rows]
    with pytest.raises(DependencyMissing, match="scikit-learn"):
        baselines(truths, ["a", "b"])


def test_percentages_need_thirty() -> None:
    assert figure(29, 29) == "29 of 29"
    assert figure(30, 30) == "30 of 30 (100.0 %)"
    assert interval(29, 29) == ""
    assert wilson(0, 0) is None


@pytest.mark.parametrize(
    ("read", "late"),
    [
        ({"amount": 14, "trigger": "service"}, False),
        ({"amount": 15, "trigger": "service"}, True),
        ({"amount": 10, "trigger": "service"}, False),
        ({"amount": 14, "trigger": "issue"}, False),
        ({"amount": 14, "trigger": "service", "counting": "business"}, True),
        ({"amount": 14, "trigger": "unknown"}, False),
        ({"amount": 30, "trigger": "service", "band": "conflict"}, False),
        ({"amount": 3, "unit": "weeks", "trigger": "service"}, True),
    ],
)
def test_lateness_is_counted_by_the_same_rules(
    read: dict[str, Any], late: bool, tmp_path: Path
) -> None:
    true = {"form": "period", "amount": 14, "unit": "days", "direction": "after"}
    true |= {"trigger": "service", "counting": "unstated"}
    truth = Truth("x", tmp_path / "d", {"issued_on": "2026-03-02", "served_on": "2026-03-04"})
    row = {**true, "band": "certain", **read}
    assert Counted.ready().is_later(true, row, truth) is late


def test_a_period_from_the_letter_read_as_one_from_service_is_late(tmp_path: Path) -> None:
    true = {"form": "period", "amount": 14, "unit": "days", "direction": "after"}
    true |= {"trigger": "letter_date", "counting": "unstated"}
    truth = Truth("x", tmp_path / "d", {"issued_on": "2026-03-02", "served_on": None})
    assert Counted.ready().is_later(true, {**true, "trigger": "service"}, truth)
