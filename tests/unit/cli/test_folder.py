"""Folders of files: whole answers, done once, a lost worker costs one file, Ctrl-C is quiet."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tecum.cli.__main__ import main
from tecum.cli.folder import Answer, below, run_folder
from tecum.reading.many import Done, in_parallel
from tecum.reading.text.layout import Opened
from tests.patience import waiting
from tests.unit.cli.papers import DENVER_SUBPOENA

PAPERS = 400
"""More than are read before somebody can press Ctrl-C."""


def office_post(folder: Path, n: int = 4) -> Path:
    (folder / "a" / "b").mkdir(parents=True)
    for i in range(n):
        where = folder / "a" / ("b" if i % 2 else ".") / f"{i}.txt"
        where.write_bytes(DENVER_SUBPOENA + f"Copy {i}.\n".encode())
    return folder


def index(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / "index.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("command", ["read", "triage"])
def test_every_file_has_its_answer_under_its_hash(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    post, out = office_post(tmp_path / "post"), tmp_path / "out"
    assert main([command, str(post), "--out", str(out), "-j", "2"]) == 0
    rows = index(out)
    assert sorted(str(r["path"]) for r in rows) == sorted(map(str, post.rglob("*.txt")))
    for row in rows:
        data = Path(str(row["path"])).read_bytes()
        assert row["sha256"] == hashlib.sha256(data).hexdigest()
        answer = json.loads((out / f"{row['sha256']}.json").read_text("utf-8"))
        assert answer["schema"] == ("tecum.reading/1" if command == "read" else "tecum.triage/1")
    assert not list(out.glob(".*"))
    assert "4 read" in capsys.readouterr().out


def test_a_reading_kept_is_the_reading_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    post, out = office_post(tmp_path / "post", 1), tmp_path / "out"
    file = next(post.rglob("*.txt"))
    main(["read", str(post), "--out", str(out), "-j", "1"])
    capsys.readouterr()
    main(["read", str(file), "--json"])
    (kept,) = out.glob("*.json")
    assert kept.read_text("utf-8") == capsys.readouterr().out


def test_what_is_done_is_not_done_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post, out = office_post(tmp_path / "post"), tmp_path / "out"
    main(["read", str(post), "--out", str(out), "-j", "2"])
    before = {p.name: p.stat().st_mtime_ns for p in out.glob("*.json")}
    (post / "new.txt").write_bytes(DENVER_SUBPOENA)
    capsys.readouterr()
    main(["read", str(post), "--out", str(out), "-j", "2"])
    assert "1 read, 4 kept" in capsys.readouterr().out
    after = {p.name: p.stat().st_mtime_ns for p in out.glob("*.json")}
    assert before.items() <= after.items()
    assert len({str(r["path"]) for r in index(out)}) == 5


def test_another_reader_answers_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post, out = office_post(tmp_path / "post", 2), tmp_path / "out"
    run_folder("read", [str(post)], out, 1, by="reader 1", make=_echo)
    run_folder("read", [str(post)], out, 1, by="reader 2", make=_echo)
    said = capsys.readouterr().out
    assert said.count("2 read") == 2
    assert {r["by"] for r in index(out)[-2:]} == {"reader 2"}


def _echo(name: str, opened: Opened) -> Answer:
    return Answer({"bytes": opened.bytes})


def test_an_answer_cut_off_is_done_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    post, out = office_post(tmp_path / "post", 2), tmp_path / "out"
    run_folder("read", [str(post)], out, 1, by="r", make=_echo)
    whole = (out / "index.jsonl").read_text("utf-8")
    (out / "index.jsonl").write_text(whole[:-9], encoding="utf-8")
    next(out.glob("*.json")).unlink()
    (out / ".x.json.1.part").write_text("half", encoding="utf-8")
    capsys.readouterr()
    run_folder("read", [str(post)], out, 1, by="r", make=_echo)
    assert "read" in capsys.readouterr().out
    assert len(list(out.glob("*.json"))) == 2
    assert not list(out.glob(".*"))


def test_a_file_that_cannot_be_opened_costs_only_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    post, out = office_post(tmp_path / "post", 2), tmp_path / "out"
    names = [str(post), str(tmp_path / "not-there.pdf")]
    assert main(["read", *names, "--out", str(out), "-j", "2"]) == 3
    out_text, err = capsys.readouterr()
    assert "2 read, 1 not read" in out_text
    assert "not-there.pdf: not read: cannot be opened" in err


def _dies_at_three(task: int) -> int:
    if task == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    if task == 5:
        raise ZeroDivisionError
    return task * task


def test_a_lost_worker_costs_one_task() -> None:
    done = sorted(in_parallel(_dies_at_three, range(12), 3), key=lambda d: d.at)
    assert [d.at for d in done] == list(range(12))
    assert done[3] == Done(3, mistake="worker lost", lost=True)
    assert done[5] == Done(5, mistake="ZeroDivisionError")
    others = [d for d in done if d.at not in (3, 5)]
    assert all(d.result == d.at * d.at for d in others)


def test_every_worker_lost_is_every_task_named() -> None:
    done = list(in_parallel(lambda task: os._exit(1), range(5), 2))
    assert sorted(d.at for d in done) == list(range(5))
    assert all(d.lost for d in done)


def test_the_folder_of_answers_is_no_input(tmp_path: Path) -> None:
    post = office_post(tmp_path / "post", 1)
    out = post / "out"
    out.mkdir()
    (out / "x.json").write_text("{}", encoding="utf-8")
    assert [Path(p).name for p in below([str(post), str(post)], out)] == ["0.txt"]


def test_ctrl_c_ends_quietly_and_leaves_whole_files(tmp_path: Path) -> None:
    post, out = office_post(tmp_path / "post", PAPERS), tmp_path / "out"
    code = "import sys; from tecum.cli.__main__ import main; sys.exit(main())"
    run = subprocess.Popen(
        [sys.executable, "-c", code, "read", str(post), "--out", str(out), "-j", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    for _ in waiting("the first answer"):
        if list(out.glob("*.json")) or run.poll() is not None:
            break
        time.sleep(0.02)
    os.killpg(run.pid, signal.SIGINT)
    _, err = run.communicate(timeout=120)
    assert run.returncode == 130
    assert "Traceback" not in err
    assert "What was finished is kept" in err
    done = list(out.glob("*.json"))
    assert 0 < len(done) < PAPERS
    for file in done:
        json.loads(file.read_text("utf-8"))


def test_out_goes_with_no_other_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "x", "--out", str(tmp_path), "--json"]) == 2
    assert main(["triage", "x", "--out", str(tmp_path), "--json"]) == 2
    capsys.readouterr()
