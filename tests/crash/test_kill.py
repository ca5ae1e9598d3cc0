"""kill -9 in the middle of intake and acts: nothing acknowledged is missing, the log verifies."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from tests.patience import WAIT, waiting

ROOT = Path(__file__).parents[2]
PAPERS = int(os.environ.get("TECUM_TEST_CRASH_PAPERS", "200"))
KILLS = int(os.environ.get("TECUM_TEST_CRASH_KILLS", "6"))


def _start(home: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.crash.writer", str(home), *words],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    home = tmp_path / "home"
    made = _start(home, "set-up")
    _, errors = made.communicate(timeout=WAIT)
    assert made.returncode == 0, errors[-2000:]
    chance = random.Random(20200115)
    told: list[str] = []
    for _ in range(KILLS):
        told += _written_until_killed(home, chance.uniform(0.05, 1.5))
    last = _start(home, "write", str(max(1, PAPERS - len(told) // 2)))
    out, errors = last.communicate(timeout=WAIT)
    assert "done" in out, errors[-2000:]
    told += out.splitlines()
    check = _start(home, "check")
    out, errors = check.communicate("\n".join(told) + "\n", timeout=WAIT)
    assert check.returncode == 0, errors[-3000:]
    found = json.loads(out.splitlines()[-1])
    assert found["problems"] == []
    assert found["told"] >= PAPERS


def _written_until_killed(home: Path, seconds: float) -> list[str]:
    """What the writer acknowledged before it was killed, a while after its first words."""
    writer = _start(home, "write", "100000")
    lines: list[str] = []

    def listen() -> None:
        assert writer.stdout is not None
        lines.extend(line.rstrip("\n") for line in writer.stdout)

    listener = threading.Thread(target=listen)
    listener.start()
    for _ in waiting("the writer's first words"):
        if lines or writer.poll() is not None:
            break
        time.sleep(0.01)
    time.sleep(seconds)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(writer.pid, signal.SIGKILL)
    writer.wait(timeout=WAIT)
    listener.join(timeout=WAIT)
    errors = writer.stderr.read()[-2000:] if writer.stderr else ""
    for stream in (writer.stdin, writer.stdout, writer.stderr):
        if stream is not None:
            stream.close()
    assert lines, errors
    assert writer.returncode == -signal.SIGKILL, errors
    # A line is an acknowledgement only if it left whole.
    return [line for line in lines if line.startswith("ack ") and len(line.split()) == 4]
