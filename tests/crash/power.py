"""What a disk may hold after a power cut: recorded operations, cut anywhere, replayed.

A log works in a folder while everything that it asks of the disk is written down: files made,
written, synchronised, renamed, folders made and synchronised, commits of its database. Then the
power is cut after each of the operations. Whatever was synchronised by then is there; of the
rest any part may be: names without bytes, bytes without names, half of a file, zeros in its
place, operations on one folder but not those before them on another, bytes written into the
middle of a file or what stood there before. Afterwards the machine is another boot's.

SQLite's commits are taken at their word (``synchronous=FULL``): a transaction is there whole
from the moment its commit returned, and not at all before.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tecum.ledger import folder, journal, mending, sequencer
from tecum.ledger.store import SqliteStore

__all__ = ["Event", "Recording", "State", "rebooted", "recorded", "states"]

DATABASE = "private/entries.sqlite"


@dataclass(frozen=True)
class Event:
    """One thing that was asked of the disk, or said to somebody.

    Attributes:
        kind: ``make``, ``write``, ``patch`` (bytes inside a file), ``sync``, ``rename``,
            ``exchange`` (of two names), ``remove``, ``folder``, ``names`` (a folder is
            synchronised), ``commit``, ``signed``, ``told``.
        place: The file's number, or the folder that the operation is about.
        words: What else belongs to it.
    """

    kind: str
    place: Any
    words: tuple[Any, ...] = ()


@dataclass
class Recording:
    """What stood on the disk at first, and everything that was asked of it since."""

    folders: set[str]
    files: dict[str, bytes]
    events: list[Event] = field(default_factory=list)

    def numbers(self) -> dict[str, int]:
        """The files that stood there at first, numbered downwards."""
        return {name: -n for n, name in enumerate(sorted(self.files), 1) if name != DATABASE}

    def say(self, kind: str, place: Any = None, *words: Any) -> None:
        """Write down what happened."""
        self.events.append(Event(kind, place, words))


@dataclass(frozen=True)
class State:
    """What a disk holds after a cut, and what had been said by then."""

    cut: int
    how: str
    folders: frozenset[str]
    files: dict[str, bytes]
    signed: tuple[tuple[int, bytes], ...]
    told: tuple[tuple[int, bytes], ...]

    def write(self, root: Path) -> None:
        """Put it on a real disk, in place of whatever is there."""
        shutil.rmtree(root, ignore_errors=True)
        for name in sorted(self.folders):
            (root / name).mkdir(parents=True, exist_ok=True)
        for name, data in self.files.items():
            (root / name).write_bytes(data)


@contextmanager
def recorded(root: Path) -> Iterator[Recording]:
    """Write down everything that is asked of the disk below a folder."""
    paths = [path for path in root.rglob("*") if "sqlite" not in path.name]
    found = Recording(
        {".", *(str(path.relative_to(root)) for path in paths if path.is_dir())},
        {str(path.relative_to(root)): path.read_bytes() for path in paths if path.is_file()},
    )
    store = SqliteStore(root / DATABASE)
    found.files[DATABASE] = store._rows.serialize()
    store.close()
    with pytest.MonkeyPatch.context() as patch:
        _Watch(root, found).on(patch)
        yield found


@contextmanager
def rebooted(name: str) -> Iterator[None]:
    """The machine was started again, and calls its boot so."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (journal, mending):
            patch.setattr(module, "boot", lambda: name)
        yield


class _Watch:
    """Stands between the log and the system, and writes down what passes."""

    def __init__(self, root: Path, recording: Recording) -> None:
        self.root, self.recording = root, recording
        self.number = 0
        self.handles: dict[int, Any] = {}
        self.inodes = {
            name if "/" in name else f"./{name}": number
            for name, number in recording.numbers().items()
        }

    def on(self, patch: pytest.MonkeyPatch) -> None:
        """Take the places of the functions that ask the disk."""
        self.open, self.write, self.fsync, self.close = os.open, os.write, os.fsync, os.close
        self.replace, self.mkdir, self.unlink = os.replace, Path.mkdir, os.unlink
        self.exchange = folder._exchange
        self.pwrite = os.pwrite
        for name in ("open", "write", "pwrite", "fsync", "close"):
            patch.setattr(os, name, getattr(self, f"at_{name}"))
        patch.setattr(os, "fdatasync", self.at_fsync)
        watch = self

        def replace(path: str, target: str) -> None:
            where, name = watch.split(Path(path))
            _, new = watch.split(Path(target))
            watch.replace(path, target)
            number = watch.inodes[f"{where}/{new}"] = watch.inodes.pop(f"{where}/{name}")
            watch.recording.say("rename", where, name, new, number)

        def mkdir(path: Path, *words: Any, **more: Any) -> None:
            was = path.is_dir()
            watch.mkdir(path, *words, **more)
            if not was and path.is_relative_to(watch.root):
                watch.recording.say("folder", *watch.split(path))

        def unlink(path: str | Path, **more: Any) -> None:
            watch.unlink(path, **more)
            watch.recording.say("remove", *watch.split(Path(path)))

        def exchange(one: str, other: str) -> bool:
            done = watch.exchange(one, other)
            if done:
                where, first = watch.split(Path(one))
                _, second = watch.split(Path(other))
                a, b = f"{where}/{first}", f"{where}/{second}"
                watch.inodes[a], watch.inodes[b] = watch.inodes[b], watch.inodes[a]
                numbers = watch.inodes[a], watch.inodes[b]
                watch.recording.say("exchange", where, first, second, *numbers)
            return done

        patch.setattr(os, "replace", replace)
        patch.setattr(Path, "mkdir", mkdir)
        patch.setattr(os, "unlink", unlink)
        patch.setattr(folder, "_exchange", exchange)
        self._on_the_log(patch)

    def _on_the_log(self, patch: pytest.MonkeyPatch) -> None:
        writing, sign = SqliteStore._writing, sequencer.signed_head

        @contextmanager
        def committed(store: SqliteStore, step: str) -> Iterator[None]:
            with writing(store, step):
                yield
            self.recording.say("commit", None, store._rows.serialize())

        def signed(head: Any, key: Any) -> bytes:
            self.recording.say("signed", None, head.size, head.root)
            return sign(head, key)

        patch.setattr(SqliteStore, "_writing", committed)
        patch.setattr(sequencer, "signed_head", signed)

    def split(self, path: Path) -> tuple[str, str]:
        """Folder and name below the root."""
        inner = Path(path).relative_to(self.root)
        return str(inner.parent), inner.name

    def at_open(self, path: Any, flags: int, mode: int = 0o777, **more: Any) -> int:
        handle = self.open(path, flags, mode, **more)
        self.handles.pop(handle, None)
        place = Path(os.fsdecode(path))
        if not place.is_relative_to(self.root) or "lock" in place.name:
            return handle
        where, name = self.split(place)
        if flags & os.O_EXCL:
            self.number += 1
            self.handles[handle] = self.inodes[f"{where}/{name}"] = self.number
            self.recording.say("make", where, name, self.number)
        elif place.is_dir():
            self.handles[handle] = str(place.relative_to(self.root))
        else:
            self.handles[handle] = self.inodes.get(f"{where}/{name}", 0)
        return handle

    def at_write(self, handle: int, data: Any) -> int:
        done = self.write(handle, data)
        if handle in self.handles:
            self.recording.say("write", self.handles[handle], bytes(data)[:done])
        return done

    def at_pwrite(self, handle: int, data: Any, offset: int) -> int:
        done = self.pwrite(handle, data, offset)
        if handle in self.handles:
            self.recording.say("patch", self.handles[handle], offset, bytes(data)[:done])
        return done

    def at_fsync(self, handle: int) -> None:
        self.fsync(handle)
        place = self.handles.get(handle)
        if place is not None:
            self.recording.say("names" if isinstance(place, str) else "sync", place)

    def at_close(self, handle: int) -> None:
        self.handles.pop(handle, None)
        self.close(handle)


Fate = Callable[[bytes], bytes]
"""What becomes of bytes that were written and not synchronised."""

_FATES: dict[str, Fate] = {
    "kept": lambda data: data,
    "lost": lambda data: b"",
    "half": lambda data: data[: len(data) // 2],
    "zeros": lambda data: bytes(len(data)),
}


def states(recording: Recording, by_chance: int = 0, seed: int = 0) -> Iterator[State]:
    """Every state that a cut after any operation may leave, each once.

    Args:
        by_chance: How many mixtures are tried at each cut, beside the plain ones.
    """
    seen: set[Any] = set()
    for cut in range(len(recording.events) + 1):
        disk = _Disk(recording, cut)
        plain = [("nothing more", False, "kept"), *((name, True, name) for name in _FATES)]
        for how, keeps, fate in plain:
            made = disk.after(how, lambda: keeps, lambda: _FATES[fate])  # noqa: B023
            if (key := _key(made)) not in seen:
                seen.add(key)
                yield made
        for n in range(by_chance):
            chance = random.Random(f"{seed} {cut} {n}")
            made = disk.after(
                f"mixture {n}",
                lambda: chance.random() < 0.5,  # noqa: B023
                lambda: _FATES[chance.choice(sorted(_FATES))],  # noqa: B023
            )
            if (key := _key(made)) not in seen:
                seen.add(key)
                yield made


def _key(state: State) -> Any:
    return frozenset(state.files.items()), state.folders, state.signed, state.told


class _Disk:
    """What is certain and what is open after the first operations of a recording."""

    def __init__(self, recording: Recording, cut: int) -> None:
        self.recording, self.cut = recording, cut
        self.numbers = recording.numbers()
        self.certain = {n: recording.files[name] for name, n in self.numbers.items()}
        self.open: dict[int, bytes] = {}
        self.patches: dict[int, list[tuple[int, bytes]]] = {}
        self.pending: dict[str, list[Event]] = {}
        self.settled: dict[str, list[Event]] = {}
        self.database = recording.files[DATABASE]
        self.signed: list[tuple[int, bytes]] = []
        self.told: list[tuple[int, bytes]] = []
        for event in recording.events[:cut]:
            self._take(event)

    def _take(self, event: Event) -> None:
        kind, place, words = event.kind, event.place, event.words
        if kind in ("make", "rename", "exchange", "remove", "folder"):
            self.pending.setdefault(place, []).append(event)
        elif kind == "write":
            self.open[place] = self.open.get(place, b"") + words[0]
        elif kind == "patch":
            self.patches.setdefault(place, []).append((words[0], words[1]))
        elif kind == "sync":
            whole = self.certain.get(place, b"") + self.open.pop(place, b"")
            self.certain[place] = _patched(whole, self.patches.pop(place, []))
        elif kind == "names":
            self.settled.setdefault(place, []).extend(self.pending.pop(place, []))
        elif kind == "commit":
            self.database = words[0]
        else:
            (self.signed if kind == "signed" else self.told).append((words[0], words[1]))

    def after(self, how: str, keeps: Callable[[], bool], fate: Callable[[], Fate]) -> State:
        """One state: of what is open, what the two functions say."""
        names = dict(self.numbers)
        folders = set(self.recording.folders)
        for place in {*self.settled, *self.pending}:
            held = self.settled.get(place, [])
            for event in [*held, *(e for e in self.pending.get(place, []) if keeps())]:
                _apply(event, names, folders)
        contents = {number: fate()(data) for number, data in sorted(self.open.items())}
        patches = {
            number: [(at, fate()(data)) for at, data in rows]
            for number, rows in sorted(self.patches.items())
        }
        files = {
            name: _patched(
                self.certain.get(number, b"") + contents.get(number, b""), patches.get(number, [])
            )
            for name, number in names.items()
            if _stands(name, folders)
        }
        stand = frozenset(name for name in folders if name == "." or _stands(name, folders))
        return State(
            self.cut,
            how,
            stand,
            {**files, DATABASE: self.database},
            tuple(self.signed),
            tuple(self.told),
        )


def _patched(whole: bytes, patches: list[tuple[int, bytes]]) -> bytes:
    """A file after bytes were written into it."""
    for at, data in patches:
        whole = whole.ljust(at, b"\0")
        whole = whole[:at] + data + whole[at + len(data) :]
    return whole


def _apply(event: Event, names: dict[str, int], folders: set[str]) -> None:
    start, words = "" if event.place == "." else f"{event.place}/", event.words
    path = f"{start}{words[0]}"
    if event.kind == "folder":
        folders.add(path)
    elif event.kind == "make":
        names[path] = words[1]
    elif event.kind == "remove":
        names.pop(path, None)
    elif event.kind == "exchange":
        names[path], names[f"{start}{words[1]}"] = words[2], words[3]
    else:
        # The new name leads to the file, whether or not its first name ever reached the disk.
        names.pop(path, None)
        names[f"{start}{words[1]}"] = words[2]


def _stands(name: str, folders: set[str]) -> bool:
    """Whether every folder above is there."""
    return all(str(parent) in folders for parent in Path(name).parents)
