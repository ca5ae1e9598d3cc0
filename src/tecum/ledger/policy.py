"""Trust files: which logs, witnesses, signers and time authorities a verifier believes.

A C2SP tlog-policy that other tools read, with our own lines as comments:

    log <vkey>
    witness <name> <vkey>
    group <name> all|any|<k> <name>…
    quorum <name>|none
    #tecum policy 1
    #tecum name <origin> <words for people>
    #tecum signer <vkey> [from <instant>] [until <instant>]
    #tecum tsa <name> <base64 DER certificate>
    #tecum operator <witness name>…
    #tecum domain <origin> <domain>          whose keys are named <domain>/… runs this log

Authority: C2SP tlog-policy. Whatever is not understood is refused.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from tecum.ledger.encodings import from_base64, has_control, read_instant
from tecum.ledger.note import ED25519, WITNESS, Key
from tecum.ledger.refused import Malformed, PolicyRefused, refuse_if

__all__ = ["Policy", "Signer"]

_MAX_BYTES = 256 * 1024
_MAX_EACH = 64


@dataclass(frozen=True)
class Signer:
    """A key that may state things, and the period in which its statements count."""

    key: Key
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, eq=False)
class Policy:
    """A trust file, read and found usable; told apart by being read, so that it can be a key."""

    sha256: bytes
    logs: dict[str, Key] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    witnesses: dict[str, Key] = field(default_factory=dict)
    groups: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    signers: dict[tuple[str, bytes], Signer] = field(default_factory=dict)
    authorities: dict[str, tuple[bytes, ...]] = field(default_factory=dict)
    operators: frozenset[str] = frozenset()
    quorum: str | None = None
    domains: dict[str, str] = field(default_factory=dict)

    @classmethod
    def parse(cls, raw: bytes) -> Policy:
        """Read a trust file.

        Raises:
            PolicyRefused: the line and a code ``policy.…``.
        """
        # Octets above ASCII are opaque to the format: they are kept apart, never interpreted.
        text = raw.decode("utf-8", "surrogateescape")
        reader, n = _Reader(hashlib.sha256(raw).digest()), 0
        try:
            refuse_if(len(raw) > _MAX_BYTES, "policy.limit")
            is_plain = not has_control(raw.replace(b"\t", b" ")) and raw.endswith(b"\n")
            refuse_if(not is_plain, "policy.control")
            for n, line in enumerate(text.split("\n"), 1):  # noqa: B007
                reader.read(line)
            n = 0
            return reader.policy()
        except Malformed as error:
            raise PolicyRefused(n, error.code) from None

    def is_own(self, key_name: str, origin: str) -> bool | None:
        """Whether a key is of the body that runs a log; none where no domain is stated."""
        domain = self.domains.get(origin)
        return None if domain is None else key_name.partition("/")[0] == domain

    def is_quorum(self, cosigned: Container[str]) -> bool:
        """Whether the witnesses named suffice; with ``quorum none`` nothing does."""
        return self.quorum is not None and self._has(self.quorum, cosigned)

    def _has(self, name: str, cosigned: Container[str]) -> bool:
        if name not in self.groups:
            return name in cosigned
        least, members = self.groups[name]
        return sum(self._has(member, cosigned) for member in members) >= least


class _Reader:
    """One line after another; what a line may refer to must stand above it."""

    def __init__(self, sha256: bytes) -> None:
        self.found = Policy(sha256)
        self.quorum: str | None = None
        self.operators: set[str] = set()
        self._publics: set[bytes] = set()
        self._members: set[str] = set()
        self._quorums = self._versions = self._directives = 0

    def read(self, line: str) -> None:
        """Take in one line."""
        found, words, is_ours = self.found, line.split(), line.startswith("#tecum ")
        self._directives += is_ours
        if not is_ours and (not words or words[0].startswith("#")):
            return
        match words:
            case ["log", vkey] | ["log", vkey, _]:
                key = self._key(vkey, ED25519)
                self._put(found.logs, key.name, key)
            case ["witness", name, vkey] | ["witness", name, vkey, _]:
                self._is_new(name)
                self._put(found.witnesses, name, self._key(vkey, WITNESS))
            case ["group", name, least, _, *_]:
                self._group(name, least, words[3:])
            case ["quorum", name]:
                self._quorums += 1
                if name != "none":
                    self._is_defined(name)
                    self.quorum = name
            case ["#tecum", "policy", *rest]:
                self._versions += 1
                refuse_if(rest != ["1"], "policy.version")
            case ["#tecum", "name", origin, _, *_]:
                self._put(found.names, origin, line.split(None, 3)[3].strip())
            case ["#tecum", "signer", vkey, *rest]:
                key = self._key(vkey, ED25519)
                self._put(found.signers, (key.name, key.id), _signer(key, rest))
            case ["#tecum", "tsa", name, der]:
                pins = (*found.authorities.get(name, ()), from_base64(der, "policy.tsa"))
                found.authorities[name] = pins
                refuse_if(sum(map(len, found.authorities.values())) > _MAX_EACH, "policy.limit")
            case ["#tecum", "operator", _, *_]:
                self.operators.update(words[2:])
            case ["#tecum", "domain", origin, domain]:
                self._put(found.domains, origin, domain)
            case _:
                raise Malformed("policy.directive" if is_ours else "policy.line")

    def policy(self) -> Policy:
        """What was read, if it is whole."""
        refuse_if(self._quorums != 1, "policy.quorum")
        refuse_if(self._versions != (1 if self._directives else 0), "policy.version")
        unknown = self.operators - self.found.witnesses.keys()
        unknown |= self.found.domains.keys() - self.found.logs.keys()
        refuse_if(unknown, "policy.undefined")
        return replace(self.found, operators=frozenset(self.operators), quorum=self.quorum)

    def _group(self, name: str, least: str, members: Sequence[str]) -> None:
        self._is_new(name)
        for member in members:
            self._is_defined(member)
            refuse_if(member in self._members, "policy.member")
            self._members.add(member)
        number = {"all": str(len(members)), "any": "1"}.get(least, least)
        refuse_if(not (number.isascii() and number.isdigit() and number[0] != "0"), "policy.group")
        refuse_if(len(number) > 2 or int(number) > len(members), "policy.group")
        self._put(self.found.groups, name, (int(number), tuple(members)))

    def _key(self, vkey: str, kind: int) -> Key:
        try:
            key = Key.parse(vkey, kind)
        except (Malformed, UnicodeEncodeError):
            raise Malformed("policy.key") from None
        refuse_if(key.public in self._publics, "policy.duplicate_key")
        self._publics.add(key.public)
        return key

    def _is_new(self, name: str) -> None:
        taken = name == "none" or name in self.found.witnesses or name in self.found.groups
        refuse_if(taken, "policy.duplicate_name")

    def _is_defined(self, name: str) -> None:
        is_known = name in self.found.witnesses or name in self.found.groups
        refuse_if(not is_known, "policy.undefined")

    @staticmethod
    def _put(table: dict, name: object, value: object) -> None:  # type: ignore[type-arg]
        refuse_if(name in table, "policy.duplicate_name")
        table[name] = value
        refuse_if(len(table) > _MAX_EACH, "policy.limit")


def _signer(key: Key, words: Sequence[str]) -> Signer:
    """``[from <instant>] [until <instant>]``"""
    rest, found = [*words], dict[str, datetime]()
    for word in ("from", "until"):
        if len(rest) >= 2 and rest[0] == word:
            found[word], rest = read_instant(rest[1], "policy.period"), rest[2:]
    since, until = found.get("from"), found.get("until")
    refuse_if(rest or (since and until and since > until), "policy.period")
    return Signer(key, since, until)
