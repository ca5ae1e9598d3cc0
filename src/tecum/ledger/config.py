"""``log.toml``: whose log it is, who speaks in it, who watches it, and whom it watches.

origin = "sigsum.org/v1/tree/…"
name = "City of Example, Records Unit"
signers = ["records.city.example/intake+…", …]
retired = []                        # their statements stand; they make no new ones
heartbeat_minutes = 10

[[witness]]                         # who cosigns our heads
vkey = "agency.example/witness+…"
url = "https://agency.example/witness"
allow_private = false

[[authority]]                       # who dates our heads (RFC 3161)
name = "tsa.example"
url = "https://tsa.example/"
certificates = ["<base64 DER>"]     # one of them is the signer's or stands above it
policy = "1.3.6.1.4.1.…"            # asked for, where stated
allow_private = false

[witnessing]                        # whose heads we cosign
clock = "kernel"                    # or "kept": the operator vouches for the clock
[[witnessing.log]]
vkey = "sigsum.org/v1/tree/…+…"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tecum.errors import DataUnusable, UsageError, nearest
from tecum.ledger.encodings import from_base64
from tecum.ledger.errors import Malformed
from tecum.ledger.folder import replace_durably
from tecum.ledger.heads import is_authority_name
from tecum.ledger.note import ED25519, WITNESS, Key

__all__ = ["Authority", "LogConfig", "Remote", "put_setting", "with_lists"]

_DATED = (
    "log.frozen",
    "demand.submitted",
    "demand.delivered",
    "answer.submitted",
    "answer.delivered",
    "clock.set",
    "extension.granted",
)
"""What bears a deadline, and the end of a log: their head is dated at once."""


@dataclass(frozen=True)
class Remote:
    """A witness that is asked, and where; none where it is asked by file alone."""

    key: Key
    url: str | None = None
    allow_private: bool = False

    @property
    def name(self) -> str:
        """The witness's key name."""
        return self.key.name


@dataclass(frozen=True)
class Authority:
    """A time authority that is asked, and the certificates by which its tokens are checked."""

    name: str
    url: str
    certificates: tuple[bytes, ...]
    policy: str | None = None
    allow_private: bool = False


@dataclass(frozen=True)
class LogConfig:
    """What ``log.toml`` says."""

    origin: str
    name: str
    signers: tuple[Key, ...]
    retired: tuple[Key, ...] = ()
    witnesses: tuple[Remote, ...] = ()
    authorities: tuple[Authority, ...] = ()
    watched: tuple[Key, ...] = ()
    heartbeat_minutes: int = 10
    clock: str = "kernel"
    dated: frozenset[str] = frozenset(_DATED)
    ended: str = ""
    store: str = "folder"

    @property
    def pins(self) -> dict[str, tuple[bytes, ...]]:
        """Every time authority's pinned certificates, by its name."""
        return {one.name: one.certificates for one in self.authorities}

    @classmethod
    def read(cls, directory: Path) -> LogConfig:
        """Read the configuration of the log in a folder.

        Raises:
            UsageError: there is no log in the folder.
            DataUnusable: code ``log.config``; what is wrong is named.
        """
        try:
            table = tomllib.loads((directory / "log.toml").read_text("utf-8"))
        except (OSError, ValueError):
            raise UsageError(
                f'There is no usable log in "{directory.name}".',
                why="log.toml or the log's key is missing or cannot be read.",
                do="Name a folder made by: tecum log init.",
                code="log.absent",
            ) from None
        reader = _Reader(table)
        config = reader.config()
        publics = [one.public for one in reader.keys]
        if len(set(publics)) < len(publics):
            raise _wrong("one public key stands twice; no key is used for two purposes")
        return config

    def with_signers(self, directory: Path, signers: list[Key], retired: list[Key]) -> None:
        """Write who may speak from now on; everything else in the file stays as it is.

        Raises:
            DataUnusable: the lines were edited into a form that is not recognised.
        """
        path = directory / "log.toml"
        text = path.read_text("utf-8")
        lists = {
            "signers": [key.vkey for key in signers],
            "retired": [key.vkey for key in retired],
        }
        replace_durably(path, with_lists(text, lists).encode())


def with_lists(text: str, lists: Mapping[str, Sequence[str]]) -> str:
    """The text of a configuration with lists at its top level replaced.

    Raises:
        DataUnusable: the lines were edited into a form that is not recognised.
    """
    for word, values in lists.items():
        text = _with_list(text, word, list(values))
    found = tomllib.loads(text)
    if any(found.get(word) != list(values) for word, values in lists.items()):
        raise _wrong("a list could not be rewritten; write one key a line")
    return text


def put_setting(directory: Path, word: str, value: str) -> None:
    """Put a setting that is not there yet at the head of the configuration."""
    path = directory / "log.toml"
    text = path.read_text("utf-8")
    replace_durably(path, f'{word} = "{value}"\n{text}'.encode())


class _Reader:
    """Takes a table apart; an unknown word is refused, with the nearest known one."""

    def __init__(self, table: Mapping[str, object]) -> None:
        self.table = table
        self.keys: list[Key] = []

    def config(self) -> LogConfig:
        table = self.table
        words = "origin name signers retired heartbeat_minutes dated ended store"
        _require_words(table, f"{words} witness authority witnessing".split())
        watching = _table(table.get("witnessing", {}))
        _require_words(watching, ["clock", "log"])
        minutes = table.get("heartbeat_minutes", 10)
        if not isinstance(minutes, int) or not 1 <= minutes <= 1440:
            raise _wrong("heartbeat_minutes is a whole number from 1 to 1440")
        clock = _one_of(watching, "clock", ("kernel", "kept"))
        return LogConfig(
            _text(table, "origin"),
            _text(table, "name", ""),
            tuple(self._key(one, ED25519) for one in _strings(table, "signers")),
            tuple(self._key(one, ED25519) for one in _strings(table, "retired")),
            tuple(self._remote(one) for one in _tables(table, "witness")),
            tuple(self._authority(one) for one in _tables(table, "authority")),
            tuple(self._watched(one) for one in _tables(watching, "log")),
            minutes,
            clock,
            frozenset(_strings(table, "dated", _DATED)),
            _text(table, "ended", ""),
            _one_of(table, "store", ("folder", "database")),
        )

    def _remote(self, one: Mapping[str, object]) -> Remote:
        _require_words(one, ["vkey", "url", "allow_private"])
        url = _text(one, "url") if "url" in one else None
        return Remote(self._key(_text(one, "vkey"), WITNESS), url, _flag(one, "allow_private"))

    def _authority(self, one: Mapping[str, object]) -> Authority:
        _require_words(one, ["name", "url", "certificates", "policy", "allow_private"])
        name = _text(one, "name")
        if not is_authority_name(name):
            raise _wrong("the name of a time authority is lower-case letters, digits, - and .")
        try:
            pins = tuple(from_base64(text) for text in _strings(one, "certificates"))
        except Malformed:
            raise _wrong(f"a certificate of {name} is not base64 of its DER form") from None
        if not pins:
            raise _wrong(f"no certificate of {name} is pinned")
        policy = _text(one, "policy") if "policy" in one else None
        return Authority(name, _text(one, "url"), pins, policy, _flag(one, "allow_private"))

    def _watched(self, one: Mapping[str, object]) -> Key:
        _require_words(one, ["vkey", "name"])
        return self._key(_text(one, "vkey"), ED25519)

    def _key(self, vkey: str, kind: int) -> Key:
        try:
            key = Key.parse(vkey, kind)
        except Malformed as error:
            raise _wrong(f"a key cannot be used ({error.code})") from None
        self.keys.append(key)
        return key


def _wrong(what: str) -> DataUnusable:
    return DataUnusable(
        f"log.toml cannot be used: {what}.",
        why="A setting that is not understood could leave out a witness or let in a stranger.",
        do="Correct log.toml; docs/howto/witness-each-other.md shows every setting.",
        code="log.config",
    )


def _require_words(table: Mapping[str, object], known: list[str]) -> None:
    for word in table:
        if word not in known:
            near = nearest(word, known)
            raise _wrong(f'"{word}" is not a setting' + (f'; nearest: "{near}"' if near else ""))


def _text(table: Mapping[str, object], word: str, default: str | None = None) -> str:
    value = table.get(word, default)
    if not isinstance(value, str):
        raise _wrong(f'"{word}" is a text')
    return value


def _one_of(table: Mapping[str, object], word: str, known: tuple[str, ...]) -> str:
    value = _text(table, word, known[0])
    if value not in known:
        raise _wrong(f'"{word}" is one of: {", ".join(known)}')
    return value


def _flag(table: Mapping[str, object], word: str) -> bool:
    value = table.get(word, False)
    if not isinstance(value, bool):
        raise _wrong(f'"{word}" is true or false')
    return value


def _strings(table: Mapping[str, object], word: str, default: Sequence[str] = ()) -> list[str]:
    value = table.get(word, list(default))
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _wrong(f'"{word}" is a list of texts')
    return value


def _table(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise _wrong("a table is written as a single value")
    return value


def _tables(table: Mapping[str, object], word: str) -> list[Mapping[str, object]]:
    value = table.get(word, [])
    if not isinstance(value, list):
        raise _wrong(f'"{word}" is a list of tables: [[{word}]]')
    return [_table(one) for one in value]


def _with_list(text: str, word: str, values: list[str]) -> str:
    """The text with one list at its top level replaced, or added before the first table."""
    rows = "".join(f'  "{value}",\n' for value in values)
    made = f"{word} = [\n{rows}]\n"
    lines = text.splitlines(keepends=True)
    tables = next((n for n, line in enumerate(lines) if line.startswith("[")), len(lines))
    start = next((n for n in range(tables) if lines[n].split("=")[0].strip() == word), None)
    if start is None:
        return "".join([*lines[:tables], made, *lines[tables:]])
    end = next((n for n in range(start, len(lines)) if lines[n].rstrip().endswith("]")), start)
    return "".join([*lines[:start], made, *lines[end + 1 :]])
