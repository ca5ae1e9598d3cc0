"""The command itself: starts on an empty folder, ends on Ctrl-C, comes back after kill -9."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.patience import WAIT, waiting
from tests.ports import own_port

ROOT = Path(__file__).parents[2]


class Running:
    """A ``tecum serve`` of its own data folder."""

    def __init__(self, home: Path, command: str = "serve") -> None:
        self.port = own_port()
        environment = {k: v for k, v in os.environ.items() if not k.startswith("TECUM_")}
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "tecum.cli", command],
            cwd=ROOT,
            env={
                **environment,
                "TECUM_HOME": str(home),
                "TECUM_ADDRESS": f"127.0.0.1:{self.port}",
            },
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def wait_ready(self) -> dict[str, object]:
        """The answer of ``/readyz`` once it comes."""
        for _ in waiting("it is ready"):
            assert self.process.poll() is None, self.process.communicate()
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz") as answer:
                    ready: dict[str, object] = json.load(answer)
                    return ready
            except OSError:
                time.sleep(0.05)
        raise AssertionError

    def interrupt(self) -> str:
        """Ctrl-C, which reaches the whole group; gives what was printed."""
        os.killpg(self.process.pid, signal.SIGINT)
        out, errors = self.process.communicate(timeout=WAIT)
        assert self.process.returncode == 0, errors[-2000:]
        return out

    def kill(self) -> None:
        """kill -9 of everything at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate(timeout=WAIT)


def test_starts_on_nothing_and_ends_on_ctrl_c(tmp_path: Path) -> None:
    running = Running(tmp_path / "home")
    ready = running.wait_ready()
    assert set(ready) == {"ready", "database", "storage", "log", "worker"}
    assert set(ready.values()) == {True}
    out = running.interrupt()
    assert f"http://127.0.0.1:{running.port}/sign-in/" in out
    assert (tmp_path / "home").stat().st_mode & 0o777 == 0o700


def test_comes_back_after_kill_and_keeps_others_out(tmp_path: Path) -> None:
    first = Running(tmp_path / "home")
    first.wait_ready()
    second = Running(tmp_path / "home")
    _, errors = second.process.communicate(timeout=WAIT)
    assert second.process.returncode == 5
    assert "in use" in errors
    first.kill()
    third = Running(tmp_path / "home")
    third.wait_ready()
    third.interrupt()


def test_the_supervisor_replaces_a_dead_child(tmp_path: Path) -> None:
    running = Running(tmp_path / "home")
    running.wait_ready()
    children = subprocess.run(
        ["pgrep", "-P", str(running.process.pid)], capture_output=True, text=True, check=True
    )
    (child,) = children.stdout.split()
    os.kill(int(child), signal.SIGKILL)
    running.wait_ready()
    running.interrupt()


def test_a_demonstration_and_an_office_stay_apart(tmp_path: Path) -> None:
    running = Running(tmp_path / "home", "demo")
    running.wait_ready()
    out = running.interrupt()
    assert "demonstration" in out
    refused = Running(tmp_path / "home", "serve")
    _, errors = refused.process.communicate(timeout=WAIT)
    assert refused.process.returncode == 5
    assert "demonstration" in errors
