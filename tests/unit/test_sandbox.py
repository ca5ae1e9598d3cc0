"""The limited child: what it may not do, and how each way of dying is told."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tecum import sandbox
from tecum.errors import UsageError
from tecum.sandbox import ladder, parent, starters, wire

PROBE = "tecum.sandbox.probe:probe"
TEXT = "tecum.reading.text.plain:read_text"


@pytest.fixture(params=["best", "limits"])
def rung(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "limits":
        monkeypatch.setattr(ladder, "rung", lambda: "limits")
    return str(request.param)


def test_the_child_reads_nothing_but_its_input(rung: str) -> None:
    given = sandbox.run(PROBE, b"abc", {"foreign": __file__})
    assert given.value == {
        "bytes": 3,
        "reads_foreign": False,
        "writes": False,
        "network": False,
        "forks": False,
        "signals": False,
        "found": None,
    }


def test_isolation_in_force_names_the_fences() -> None:
    found = sandbox.isolation_in_force()
    assert found.rung in ("bubblewrap", "landlock", "limits")
    assert (found.warning is not None) == (found.rung == "limits")
    assert found.sentence().startswith("Documents are opened under")


def test_a_function_off_the_list_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UsageError) as refused:
        sandbox.run("tecum.reading.pdf.pages:read_pdff", b"", {})
    assert "tecum.reading.pdf.pages:read_pdf" in refused.value.do


def test_the_processor_bounds_the_work_before_the_clock_does() -> None:
    for limits in (
        sandbox.ChildLimits(),
        sandbox.ChildLimits.for_opening(1 << 20),
        sandbox.ChildLimits.for_rendering(),
    ):
        assert limits.wall >= 2 * limits.cpu
    # Two processor seconds of a reading are done also where a machine gives a twentieth of itself.
    assert sandbox.ChildLimits.for_opening(1 << 20).wall > 2 * 20 * 2


def _ends(**limits: float) -> sandbox.ChildEnded:
    with pytest.raises(sandbox.ChildEnded) as ended:
        sandbox.run(
            "tecum.sandbox.probe:misbehave",
            b"",
            {"how": limits.pop("how")},
            limits=sandbox.ChildLimits().with_(**limits),
        )
    return ended.value


@pytest.mark.parametrize(
    ("how", "limits", "outcome", "reason"),
    [
        ("spin", {"cpu": 1, "wall": 20.0}, "took_too_long", "took_too_long"),
        ("sleep", {"wall": 0.7}, "took_too_long", "took_too_long"),
        ("swell", {"memory": 200 << 20}, "took_too_long", "out_of_memory"),
        ("crash", {}, "damaged", "reader_crashed"),
        ("raise", {}, "damaged", "reader_crashed"),
        ("recurse", {}, "damaged", "reader_crashed"),
        ("talk", {"answer": 1 << 20, "blobs": 1 << 20}, "damaged", "reader_crashed"),
    ],
)
def test_every_way_of_dying_has_a_word(
    how: str, limits: dict[str, float], outcome: str, reason: str, rung: str
) -> None:
    ended = _ends(how=how, **limits)  # type: ignore[arg-type]
    assert (ended.outcome, ended.reason_code) == (outcome, reason)


def test_a_dead_child_takes_nothing_with_it() -> None:
    _ends(how="crash")  # type: ignore[arg-type]
    wanted = {"lines_a_virtual_page": 60}
    assert sandbox.run(TEXT, b"Still here.", wanted).value["pages"][0]["text"] == "Still here."


@pytest.mark.parametrize(
    "content",
    [
        b"",
        wire.HELLO,
        b"tecum-child 2\n" + bytes(8),
        wire.HELLO + b"\xff" * 8,
        wire.HELLO + (2).to_bytes(8, "big") + b"[]",
        wire.HELLO + (3).to_bytes(8, "big") + b"{]}",
        wire.HELLO + (25).to_bytes(8, "big") + b'{"value": {}, "blobs": 1}',
        wire.HELLO + (25).to_bytes(8, "big") + b'{"value": [], "blobs": 0}',
    ],
)
def test_an_answer_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(wire.BadFrame):
        wire.unpack_answer(memoryview(content), 1 << 20)


def test_an_answer_comes_back_as_it_was_sent() -> None:
    sent = wire.HELLO + b"".join(wire.pack_answer({"a": "§"}, [b"", b"xyz"]))
    assert wire.unpack_answer(memoryview(sent), 1 << 20) == ({"a": "§"}, [b"", b"xyz"])
    with pytest.raises(wire.BadFrame):
        wire.unpack_answer(memoryview(sent[:-1]), 1 << 20)


def test_every_allowed_function_exists() -> None:
    from importlib import import_module

    for job in parent.ALLOWED:
        module, _, name = job.partition(":")
        assert callable(getattr(import_module(module), name))


def test_the_next_input_meets_nothing_of_the_last(rung: str) -> None:
    sandbox.run(PROBE, b"first", {"leave": "a word"})
    assert sandbox.run(PROBE, b"", {"found": True}).value["found"] is None


def test_the_copy_that_waits_for_the_next_input_is_behind_the_same_fences(rung: str) -> None:
    starters.end_all()
    wanted = {"foreign": __file__, "leave": "a word"}
    first, *others = [sandbox.run(PROBE, b"abc", wanted) for _ in range(6)]
    assert first.value["found"] is None
    assert first.call_filter
    assert not any(first.value[act] for act in ("reads_foreign", "writes", "network", "forks"))
    assert all(other == first for other in others)


def test_limits_hold_and_a_death_harms_no_copy_that_waits(rung: str) -> None:
    starters.end_all()
    for _ in range(3):
        assert _ends(how="raise").reason_code == "reader_crashed"  # type: ignore[arg-type]
    assert _ends(how="spin", cpu=1, wall=20.0).reason_code == "took_too_long"  # type: ignore[arg-type]
    assert _ends(how="swell", memory=200 << 20).reason_code == "out_of_memory"  # type: ignore[arg-type]
    assert _ends(how="crash").reason_code == "reader_crashed"  # type: ignore[arg-type]
    assert _ends(how="sleep", wall=0.5).reason_code == "took_too_long"  # type: ignore[arg-type]
    assert sandbox.run(PROBE, b"abc", {}).value["bytes"] == 3
    assert sandbox.run(TEXT, b"Here.", {"lines_a_virtual_page": 60}).value["pages"]


def _copy_of(process: int, state: str) -> int:
    """The one process that this one has made, as soon as it is in a state (S waits, Z is dead)."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                is_in, parent_of_it = stat.read_text().rpartition(")")[2].split()[:2]
                if int(parent_of_it) == process and is_in == state:
                    return int(stat.parent.name)
        time.sleep(0.01)
    raise AssertionError("no copy waits")


def test_a_waiting_copy_that_has_gone_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladder, "rung", lambda: "limits")
    starters.end_all()
    for _ in range(3):
        sandbox.run(PROBE, b"", {})
    (starter,) = starters._idle
    waiting = _copy_of(starter._process.pid, "S")
    os.kill(waiting, signal.SIGKILL)
    assert _copy_of(starter._process.pid, "Z") == waiting
    assert sandbox.run(PROBE, b"abc", {}).value["bytes"] == 3
    assert starters._idle == [starter]


def test_a_starter_is_used_again_and_one_that_has_gone_is_replaced(rung: str) -> None:
    starters.end_all()
    sandbox.run(PROBE, b"", {})
    (first,) = starters._idle
    sandbox.run(PROBE, b"", {})
    assert starters._idle == [first]
    first._process.kill()
    first._process.wait()
    assert sandbox.run(PROBE, b"abc", {}).value["bytes"] == 3
    assert starters._idle != [first]


def test_a_child_that_is_stopped_takes_its_starter_and_no_other(rung: str) -> None:
    sandbox.run(PROBE, b"", {})
    _ends(how="sleep", wall=0.3)  # type: ignore[arg-type]
    assert sandbox.run(PROBE, b"abc", {}).value["bytes"] == 3


def test_a_copy_of_this_process_begins_without_starters() -> None:
    sandbox.run(PROBE, b"", {})
    out, into = os.pipe()
    copy = os.fork()
    if copy == 0:
        # Whatever happens in the copy, it must not go on as a second run of the tests.
        try:
            said = f"{len(starters._idle)} {sandbox.run(PROBE, b'abc', {}).value['bytes']}"
            os.write(into, said.encode())
        finally:
            os._exit(0)
    os.waitpid(copy, 0)
    os.close(into)
    assert os.read(out, 100) == b"0 3"
    os.close(out)
    assert sandbox.run(PROBE, b"abcd", {}).value["bytes"] == 4


def test_many_threads_each_have_a_child_of_their_own() -> None:
    sizes = list(range(12))
    with ThreadPoolExecutor(6) as pool:
        given = pool.map(lambda n: sandbox.run(PROBE, bytes(n), {}).value["bytes"], sizes)
        assert list(given) == sizes
    assert len(starters._idle) <= starters.IDLE
    assert sandbox.run(PROBE, b"abc", {}).value["bytes"] == 3


def test_a_starter_outlives_the_thread_that_first_asked_for_it() -> None:
    starters.end_all()
    asking = threading.Thread(target=sandbox.run, args=(PROBE, b"", {}))
    asking.start()
    asking.join()
    (starter,) = starters._idle
    with pytest.raises(subprocess.TimeoutExpired):
        starter._process.wait(1)
    assert sandbox.run(PROBE, b"abc", {}).value["bytes"] == 3
    assert starters._idle == [starter]


def test_a_child_sends_no_signal_to_others() -> None:
    assert sandbox.run(PROBE, b"", {}).value["signals"] is False


def test_memory_for_opening_goes_by_the_size_of_the_file() -> None:
    small, large, huge = (sandbox.ChildLimits.for_opening(n) for n in (0, 50 << 20, 200 << 20))
    assert small.memory < large.memory < huge.memory == sandbox.ChildLimits().memory
