"""Ctrl-C at any moment ends work that is shared among processes, and is never lost."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading

import pytest

from tecum.reading.interrupts import interrupts_kept

ROUNDS = 200

_ROUNDS = """
import os, random, signal, sys, time
import logging  # whose functions Python calls around each fork
from tecum.reading.many import in_parallel

dice, ballast, ended = random.Random(15), bytearray(40 << 20), []

def work(task):
    time.sleep(0.05)

for number in range(int(sys.argv[1])):
    told, tell = os.pipe()
    one = os.fork()
    if one == 0:
        os.setpgid(0, 0)
        status = 0
        try:
            os.write(tell, b"1")
            for _ in in_parallel(work, range(60), 2):
                pass
        except KeyboardInterrupt:
            status = 130
        os._exit(status)
    os.read(told, 1)
    os.close(told), os.close(tell)
    time.sleep(dice.uniform(0, 0.03))
    (os.killpg if number % 2 else os.kill)(one, signal.SIGINT)
    ended.append(os.waitstatus_to_exitcode(os.waitpid(one, 0)[1]))
print(ended.count(130), len(ended))
"""

_AT_THE_FORK = """
import os, signal, sys
from tecum.reading.many import in_parallel

os.register_at_fork(before=lambda: os.kill(os.getpid(), signal.SIGINT))
try:
    for _ in in_parallel(str, range(3), 2):
        pass
    print("went on")
except KeyboardInterrupt:
    print("ended")
"""


def run(code: str, *words: str) -> tuple[str, str]:
    command = [sys.executable, "-c", code, *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=500, check=True)
    return done.stdout.strip(), done.stderr


def test_at_random_moments_every_interrupt_ends_the_work() -> None:
    out, err = run(_ROUNDS, str(ROUNDS))
    assert (out, err) == (f"{ROUNDS} {ROUNDS}", "")


def test_an_interrupt_while_a_worker_is_made_ends_the_work() -> None:
    assert run(_AT_THE_FORK) == ("ended", "")


def test_an_interrupt_comes_when_it_is_no_longer_held() -> None:
    done: list[str] = []

    def held() -> None:
        with interrupts_kept():
            signal.raise_signal(signal.SIGINT)
            done.append("to the end")

    with pytest.raises(KeyboardInterrupt):
        held()
    assert done == ["to the end"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_whoever_heeds_no_interrupt_goes_on_not_heeding_it() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with interrupts_kept():
            signal.raise_signal(signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_another_thread_has_nothing_to_hold() -> None:
    failed: list[BaseException] = []

    def elsewhere() -> None:
        try:
            with interrupts_kept():
                pass
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert failed == []
