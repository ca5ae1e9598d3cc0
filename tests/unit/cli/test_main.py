"""The one entry: names, statuses, pipes that close, mistakes of our own, Ctrl-C."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tecum.cli import __main__ as entry
from tecum.cli.__main__ import main
from tests.patience import WAIT
from tests.unit.cli.papers import DENVER_SUBPOENA

COMMAND = (
    sys.executable,
    "-c",
    "import sys; from tecum.cli.__main__ import main; sys.exit(main())",
)


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["triag"], 2, 'Did you mean "triage"?'),
        (["zzzzzz"], 2, 'See "tecum --help"'),
        (["triage"], 2, "Missing argument"),
        (["triage", "--jsn", "x"], 2, "--json"),
        (["triage", "no-such-file"], 3, "cannot be opened"),
        (["read", "."], 3, "cannot be opened"),
        (["triage", "x", "--packs", "us-cal"], 2, 'Nearest: "us-ca"'),
        (["triage", "x", "--received-at", "yesterday"], 2, "is not an instant"),
        (["triage", "x", "--received-at", "2026-03-02T09:00"], 2, "names no time zone"),
        (["triage", "x", "--on", "2018-13-01"], 2, "is not a day"),
        (["due", "frcp-45-d-2-C", "--from", "2026-06-24"], 2, 'Nearest: "frcp-45-d-2-B"'),
        (["due", "frcp-45-d-2-B"], 2, "no date of it is given"),
        (["due", "frcp-45-d-2-B", "--from", "x"], 2, "neither a date nor an instant"),
        (
            ["due", "frcp-45-d-2-B", "--from", "2026-06-24", "--calendar", "us.fed.frcp6"],
            2,
            'Nearest: "us.fed.frcp6a6"',
        ),
        (
            ["due", "frcp-45-d-2-B", "--from", "2026-06-24", "--tz", "America/Denvr"],
            2,
            'Nearest: "America/Denver"',
        ),
        (
            ["due", "frcp-45-d-2-B", "--from", "2026-06-24", "--event", "retrn_date=2026-07-01"],
            2,
            'Nearest: "return_date"',
        ),
        (["due", "--vectors", "no-such-file"], 3, "cannot be opened"),
        (["calendars", "us.fed.opn"], 2, 'Nearest: "us.fed.opm"'),
        (["calendars", "--year", "99999999999999999999"], 2, "--year"),
        (["decide", "--packs", "", "--facts", "x"], 2, "names no pack"),
        (["decide", "--packs", "us-cal", "--facts", "x"], 2, 'Nearest: "us-ca"'),
        (["packs", "chek"], 2, "check"),
        (["packs", "show", "den-subpena"], 2, 'Nearest: "den-subpoena"'),
        (["log", "append", "no-such-log", "x"], 2, "no usable log"),
        (["verify", "x", "--policy", "y"], 3, "cannot be used"),
        (["thread", "check", "no-such-file"], 3, "cannot be read"),
        (["demo", "--at", "yesterday"], 2, "is not an instant"),
    ],
)
def test_a_wrong_argument_has_its_status_and_the_nearest_name(
    arguments: list[str],
    status: int,
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(arguments) == status
    out, err = capsys.readouterr()
    assert said in err
    assert out == ""


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], ["help"], ["--version"]])
def test_help_and_version(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    assert "tecum" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["packs", "log", "exchange", "thread", "report"])
def test_a_group_alone_shows_its_help_with_whole_sentences(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert main([name]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f"Usage: tecum {name} " in err
    said = err.partition("Commands:")[2]
    assert said.strip()
    assert "..." not in said
    assert all(len(line) <= 60 for line in said.splitlines())


def test_the_files_are_read_though_an_option_is_wrong_only_when_it_is_used(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["triage", "no-such-file", "--office", "no-such-profile"]) == 3
    assert "no-such-profile cannot be opened" in capsys.readouterr().err


def fake(error: BaseException) -> SimpleNamespace:
    def run(_: object) -> int:
        raise error

    return SimpleNamespace(run=run)


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (RuntimeError("a private thing"), 3, "stopped by a mistake in Tecum itself (RuntimeError)"),
        (ModuleNotFoundError("no", name="pikepdf"), 4, '"pikepdf" is not installed'),
        (KeyboardInterrupt(), 130, "Interrupted"),
    ],
)
def test_no_error_of_any_kind_shows_a_trace(
    error: BaseException,
    status: int,
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("TECUM_DEBUG", raising=False)
    monkeypatch.setattr(entry.importlib, "import_module", lambda _: fake(error))
    assert main(["doctor"]) == status
    err = capsys.readouterr().err
    assert said in err
    assert "private" not in err
    assert "Traceback" not in err


def test_a_mistake_of_our_own_is_shown_to_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TECUM_DEBUG", "1")
    monkeypatch.setattr(entry.importlib, "import_module", lambda _: fake(RuntimeError("x")))
    with pytest.raises(RuntimeError):
        main(["doctor"])


def test_a_pipe_that_closes_early_is_no_error() -> None:
    process = subprocess.Popen(
        [*COMMAND, "calendars", "--year", "2026"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    process.wait(WAIT)
    assert err == b""


def test_an_odd_name_and_a_narrow_encoding_end_nothing(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/odd\xff.txt"
    Path(os.fsdecode(path)).write_bytes(DENVER_SUBPOENA)
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for more in ([], ["--json"]):
        done = subprocess.run(
            [*COMMAND, "triage", path, *more], capture_output=True, env=environment, check=False
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"fourteen" in done.stdout


def _terminal(
    *arguments: str, stop_at: bytes | None = None, command: tuple[str, ...] = COMMAND
) -> tuple[int, str]:
    """A command on a terminal of its own: its status and all that the terminal was sent.

    Args:
        arguments: The words of the command.
        stop_at: Ctrl-C as soon as the terminal was sent this.
        command: How ``tecum`` is called.
    """
    pid, screen = pty.fork()
    if pid == 0:
        os.execv(command[0], [*command, *arguments])  # pragma: no cover
    sent = b""
    while True:
        if stop_at is not None and stop_at in sent:
            os.kill(pid, signal.SIGINT)
            stop_at = None
        try:
            chunk = os.read(screen, 65536)
        except OSError:
            break
        if not chunk:
            break
        sent += chunk
    os.close(screen)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), sent.decode("utf-8", "replace")


def test_a_terminal_sees_how_far_the_work_has_come_and_a_pipe_nothing(tmp_path: Path) -> None:
    names = []
    for n in range(60):
        path = tmp_path / f"paper{n}.txt"
        path.write_bytes(DENVER_SUBPOENA.replace(b"Subject A", b"Subject %d" % n))
        names.append(str(path))
    status, sent = _terminal("triage", *names)
    assert status == 0
    assert " of 60  paper" in sent
    quiet = subprocess.run(
        [*COMMAND, "triage", *names[:2]], capture_output=True, text=True, check=False
    )
    assert (quiet.returncode, quiet.stderr) == (0, "")


AT_ONCE = (
    sys.executable,
    "-c",
    COMMAND[2].replace("import sys;", "import sys, tecum.cli.terminal as t; t._AFTER = 0.0;"),
)


def test_the_first_command_of_a_version_says_on_a_terminal_what_it_waits_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(DENVER_SUBPOENA)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    status, sent = _terminal("triage", str(path), command=AT_ONCE)
    assert status == 0
    before, answered, after = sent.partition("fourteen")
    assert answered
    assert "Getting ready" in before
    assert "keeping what makes later commands quicker" in after
    assert sent.endswith("\x1b[K")
    short = _terminal("due", "frcp-45-d-2-B", "--from", "2026-06-24", command=AT_ONCE)[1]
    assert "Getting ready" not in short


EARLY = """
import sys
class Pressed:
    def find_spec(self, name, *_):
        if name == sys.argv[1]:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Pressed())
from tecum.cli.__main__ import main
sys.exit(main(["triage", "paper.txt"]))
"""


@pytest.mark.parametrize("at", ["tecum.errors", "tecum.cli.triage", "tecum.reading.read"])
def test_ctrl_c_while_the_modules_are_loaded_leaves_no_trace(at: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", EARLY, at], capture_output=True, text=True, check=False
    )
    assert done.returncode == 130
    assert done.stderr.startswith("Interrupted.")
    assert "Traceback" not in done.stderr


def test_ctrl_c_ends_cleanly(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(DENVER_SUBPOENA)
    status, sent = _terminal("triage", *[str(path)] * 400, stop_at=b" of 400  paper")
    assert status == 130, sent
    assert "Interrupted. What was finished is kept." in sent
    assert "Traceback" not in sent
