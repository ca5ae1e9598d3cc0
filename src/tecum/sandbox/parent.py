"""The parent's side: have a child made, hand it the input, watch it, believe nothing it says."""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tecum.errors import SandboxError, UsageError, nearest
from tecum.sandbox import starters, wire

__all__ = ["ALLOWED", "ChildEnded", "ChildLimits", "Given", "run"]

ALLOWED = frozenset(
    {
        "tecum.reading.files.container:read_html",
        "tecum.reading.files.container:read_image",
        "tecum.reading.files.container:read_zip",
        "tecum.reading.mail.mail:read_mail",
        "tecum.reading.ocr.job:recognise_pages",
        "tecum.reading.pdf.pages:read_pdf",
        "tecum.reading.pdf.pages:read_repaired",
        "tecum.reading.pdf.pages:read_second",
        "tecum.reading.likeness.picture_hash:hash_pages",
        "tecum.reading.text.plain:read_text",
        "tecum.reading.pdf.render:draw_page",
        "tecum.reading.working_copy:draw_copy",
        "tecum.reading.files.doc:read_doc",
        "tecum.reading.files.locked_office:read_locked",
        "tecum.reading.mail.msg:read_msg",
        "tecum.reading.files.odt:read_odt",
        "tecum.reading.files.rtf:read_rtf",
        "tecum.reading.mail.tnef:read_tnef",
        "tecum.reading.files.wrapped:read_calendar",
        "tecum.reading.files.wrapped:read_signed",
        "tecum.reading.files.wordtext:read_docx",
        "tecum.sandbox.probe:misbehave",
        "tecum.sandbox.probe:probe",
    }
)


_MOST_MEMORY = 1 << 30
_LEAST_MEMORY = 640 << 20


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """Limits of one child (READING 2): seconds, bytes, counts.

    ``cpu`` bounds the work. A child has nothing to wait for, neither network nor file nor another
    process; ``wall`` ends one that hangs, and leaves a machine that is held up its time.
    """

    cpu: int = 20
    wall: float = 120.0
    memory: int = _MOST_MEMORY
    written: int = 64 << 20
    files: int = 32
    answer: int = 64 << 20
    blobs: int = 512 << 20

    def with_(self, **changes: float) -> ChildLimits:
        """The same limits with some of them changed."""
        return replace(self, **changes)  # type: ignore[arg-type]

    @classmethod
    def for_opening(cls, size: int) -> ChildLimits:
        """The limits for opening a file of so many bytes: a small one has no use for much memory.

        Even a small file may hold one picture of a large sheet, which is unpacked to be looked at.
        """
        return cls(memory=min(_MOST_MEMORY, _LEAST_MEMORY + 2 * size))

    @classmethod
    def for_rendering(cls, pages: int = 1) -> ChildLimits:
        """The limits for drawing or recognising some pages: seconds are counted per page."""
        return cls(cpu=60 * pages, wall=120.0 * pages, memory=3 << 29)


@dataclass(frozen=True, slots=True)
class Given:
    """What a child gave back; its shape is the caller's to check."""

    value: Mapping[str, Any]
    blobs: tuple[bytes, ...]
    landlock: int = 0
    call_filter: bool = False


class ChildEnded(SandboxError):
    """A child ended without an answer; ``outcome`` and ``reason_code`` are words of the intake."""

    code = "sandbox.child_ended"

    def __init__(self, outcome: str, reason_code: str, detail: str = "") -> None:
        super().__init__(
            "The process that opens documents ended without a result.",
            why="Nothing in the document has been looked for.",
            do="Open the document by eye, or ask the sender for a new copy.",
            outcome=outcome,
            reason=reason_code,
            detail=detail,
        )
        self.outcome = outcome
        self.reason_code = reason_code


_STANDARD = ChildLimits()


def run(
    job: str,
    data: bytes,
    wanted: Mapping[str, Any],
    *,
    limits: ChildLimits = _STANDARD,
    readable: tuple[str, ...] = (),
) -> Given:
    """Run one allowed function over one input in a limited child.

    Args:
        job: ``module:function`` of :data:`ALLOWED`.
        data: The only thing that the child can read besides its own program.
        wanted: Plain values for the function.
        limits: What the child may use.
        readable: Folders of this machine that it may read beside its own program.

    Raises:
        UsageError: The function is not on the list.
        ChildEnded: A limit was reached, the child died, or its answer is not one.
    """
    if job not in ALLOWED:
        near = nearest(job, ALLOWED)
        raise UsageError(
            f"{job} is not on the list of functions that a child may run.",
            do=f"Did you mean {near}?" if near else "",
        )
    request = {
        "job": job,
        "wanted": dict(wanted),
        "limits": {
            "cpu": limits.cpu,
            "memory": limits.memory,
            "written": limits.written,
            "files": limits.files,
        },
    }
    with _input_of(wire.pack_request(request), data) as handle:
        content, status, used = _watched(job, handle, readable, limits)
    return _given(content, status, used, limits)


@contextlib.contextmanager
def _input_of(head: bytes, data: bytes) -> Any:
    """An anonymous read-only file that holds request and input."""
    if hasattr(os, "memfd_create"):
        writer = os.memfd_create("tecum-input")
        path = f"/proc/self/fd/{writer}"
        _write_all(writer, head, data)
        reader = os.open(path, os.O_RDONLY)
        os.close(writer)
    else:
        with tempfile.NamedTemporaryFile() as file:
            file.write(head)
            file.write(data)
            file.flush()
            reader = os.open(file.name, os.O_RDONLY)
    try:
        yield reader
    finally:
        os.close(reader)


def _write_all(handle: int, *pieces: bytes) -> None:
    for piece in pieces:
        view = memoryview(piece)
        while view:
            view = view[os.write(handle, view) :]


@dataclass(slots=True)
class _Used:
    reason: str | None = None
    peak: int = 0


def _watched(
    job: str, handle: int, readable: tuple[str, ...], limits: ChildLimits
) -> tuple[bytearray, int, _Used]:
    """Have a child made and read until it ends, says too much, or takes too long.

    A starter that went away with its child says nothing about the input: the next one is asked.
    """
    for _ in range(starters.TRIES):
        content, used = bytearray(), _Used()
        with starters.borrowed(readable) as starter:
            told = _asked(starter, job, handle, limits, content=content, used=used)
        if told is not None:
            status, used.peak = told
            return content, status, used
        if used.reason is not None:
            break
    return content, -signal.SIGSYS, used


def _asked(
    starter: starters.Starter,
    job: str,
    handle: int,
    limits: ChildLimits,
    *,
    content: bytearray,
    used: _Used,
) -> tuple[int, int] | None:
    """Ask one starter for one child; None where the starter itself has gone."""
    pipe, answer = os.pipe()
    try:
        starter.ask(job, handle, answer)
    except OSError:
        os.close(pipe)
        starter.kill()
        return None
    finally:
        os.close(answer)
    try:
        used.reason = _drain(pipe, content, limits)
    finally:
        os.close(pipe)
        if used.reason is not None:
            starter.kill()
    return starter.ended()


def _drain(pipe: int, content: bytearray, limits: ChildLimits) -> str | None:
    ends = time.monotonic() + limits.wall
    most = limits.answer + limits.blobs
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while True:
            left = ends - time.monotonic()
            if left <= 0:
                return "wall"
            if not selector.select(left):
                continue
            piece = os.read(pipe, 1 << 20)
            if not piece:
                return None
            content += piece
            if len(content) > most:
                return "answer"


def _given(content: bytearray, status: int, used: _Used, limits: ChildLimits) -> Given:
    if used.reason == "wall":
        raise ChildEnded("took_too_long", "took_too_long", "wall clock")
    if used.reason == "answer":
        raise ChildEnded("damaged", "reader_crashed", "answer too long")
    try:
        value, blobs = wire.unpack_answer(memoryview(content), limits.answer)
    except wire.BadFrame as error:
        raise _death(status, used, limits) from error
    ended = value.get("ended")
    if ended == "memory":
        raise ChildEnded("took_too_long", "out_of_memory", "memory")
    if ended is not None or not isinstance(value.get("answer"), dict):
        raise ChildEnded("damaged", "reader_crashed", str(value.get("error", ended))[:60])
    stands = value.get("stands")
    stands = stands if isinstance(stands, dict) else {}
    landlock = stands.get("landlock")
    return Given(
        value["answer"],
        tuple(blobs),
        landlock if isinstance(landlock, int) else 0,
        stands.get("filter") is True,
    )


def _death(status: int, used: _Used, limits: ChildLimits) -> ChildEnded:
    """Why a child died, from the signal that ended it."""
    number = -status
    if number in (signal.SIGXCPU, signal.SIGKILL):
        return ChildEnded("took_too_long", "took_too_long", "processor time")
    if used.peak > 0.6 * limits.memory:
        return ChildEnded("took_too_long", "out_of_memory", "memory")
    if number == signal.SIGXFSZ:
        return ChildEnded("too_large", "too_large", "written bytes")
    return ChildEnded("damaged", "reader_crashed", f"status {status}")
