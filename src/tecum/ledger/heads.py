"""The heads that a log keeps for ever, with every cosignature and time token they received.

checkpoints/<size>                          as the log signed it, nothing more
checkpoints/<size>.cosignatures             lines of witnesses: of each the first and the newest
checkpoints/<size>.<authority>.tsr          a time token over the head
checkpoints/<token>.<n>.<newest size>.<authority>.renewal
                                            a token over (the token before ‖ a newer head)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.errors import Malformed, Quarantined
from tecum.ledger.folder import Files
from tecum.ledger.note import Note, SignatureLine
from tecum.ledger.receipt import Token

__all__ = ["Heads", "Renewal", "is_authority_name"]

_FOLDER = "checkpoints"
_TIME = slice(0, 8)
_CONSIDERED = 8


def is_authority_name(name: str) -> bool:
    """Whether a time authority may be called so: its name stands in file names."""
    if not name:
        return False
    plain = name.isascii() and name.replace("-", "").replace(".", "").isalnum()
    return plain and name == name.lower() and name[0] not in "-." and len(name) <= 64


@dataclass(frozen=True)
class Renewal:
    """A token over an older token and a newer head."""

    name: str
    renewed: str
    number: int
    size: int
    authority: str


class Heads:
    """The kept heads below a log's public folder."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def as_signed(self, size: int) -> bytes:
        """A kept head as it was signed.

        Raises:
            LookupError: no head of this size is kept.
        """
        return self.token(str(size))

    def sizes(self) -> list[int]:
        """The sizes of all kept heads, smallest first."""
        return sorted(int(name) for name in self._names() if name.isdigit())

    def cosigned_sizes(self) -> list[int]:
        """The sizes whose heads a witness has cosigned."""
        parts = [name.partition(".") for name in self._names()]
        return [int(n) for n, _, rest in parts if rest == "cosignatures" and n.isdigit()]

    def first(self, least: int, most: int) -> int:
        """The first size from ``least`` on that most witnesses have cosigned; else the best.

        For statements of a key whose time has ended: they count as far as they are shown to
        have existed before its end.
        """
        cosigned = sorted(n for n in self.cosigned_sizes() if least <= n <= most)[:_CONSIDERED]
        if not cosigned:
            return self.best(least, most)
        return max(cosigned, key=lambda n: (len(self.note(n, newest=True).lines), -n))

    def best(self, least: int, most: int) -> int:
        """The size, from ``least`` to ``most``, whose head shows most; else ``most`` itself."""
        cosigned = sorted(n for n in self.cosigned_sizes() if least <= n <= most)
        dated = sorted({n for _, n, _ in self.token_names() if least <= n <= most})
        chosen = {*cosigned[-_CONSIDERED:], *dated[-_CONSIDERED:]}

        def shows(size: int) -> tuple[int, int, int]:
            witnesses = len(self.note(size, newest=True).lines) - 1
            return witnesses, len(self.tokens(size)), size

        return max(chosen, key=shows, default=most)

    def note(self, size: int, *, newest: bool) -> Note:
        """A kept head with one cosignature of each witness: the first, or the newest."""
        note = Note.parse(self.as_signed(size))
        chosen: dict[tuple[str, bytes], SignatureLine] = {}
        for line in self.cosignatures(size, note.text):
            held = chosen.setdefault((line.name, line.id), line)
            if (line.signature[_TIME] > held.signature[_TIME]) is newest:
                chosen[line.name, line.id] = line
        return Note(note.text, (*note.lines[:1], *chosen.values()))

    def cosignatures(self, size: int, text: str) -> list[SignatureLine]:
        """Every kept line of a witness over a head."""
        kept = self._files.read(f"{_FOLDER}/{size}.cosignatures") or b""
        rows = kept.splitlines(keepends=True)
        return [Note.parse(text.encode() + b"\n" + row).lines[0] for row in rows]

    def keep_cosignatures(self, size: int, lines: Iterable[SignatureLine]) -> None:
        """Keep lines that witnesses gave; of each witness the first and the newest stay."""
        text = Note.parse(self.as_signed(size)).text
        by: dict[tuple[str, bytes], list[SignatureLine]] = {}
        for line in [*self.cosignatures(size, text), *lines]:
            by.setdefault((line.name, line.id), []).append(line)
        rows: list[str] = []
        for held in by.values():
            held.sort(key=lambda line: line.signature[_TIME])
            rows += [line.text for line in dict.fromkeys((held[0], held[-1]))]
        self._files.replace(f"{_FOLDER}/{size}.cosignatures", "".join(rows).encode())

    def token(self, name: str) -> bytes:
        """A token or renewal by its file name."""
        raw = self._files.read(f"{_FOLDER}/{name}")
        if raw is None:
            raise LookupError(f"{_FOLDER}/{name} is not kept")
        return raw

    def tokens(self, size: int) -> tuple[Token, ...]:
        """The tokens over a head, by the name of the authority that gave each."""
        return tuple(
            Token(authority, self.token(name))
            for name, n, authority in self.token_names()
            if n == size
        )

    def token_names(self) -> Iterator[tuple[str, int, str]]:
        """(file name, size, authority) of every token over a head."""
        for name in self._names():
            number, _, rest = name.partition(".")
            if number.isdigit() and rest.endswith(".tsr"):
                yield name, int(number), rest.removesuffix(".tsr")

    def keep_token(self, size: int, authority: str, der: bytes) -> str:
        """Keep a token over a head; one that is there already stays."""
        name = f"{size}.{authority}.tsr"
        # Where another process kept one at the same time, that one is as good.
        with suppress(Quarantined):
            self._files.create(f"{_FOLDER}/{name}", der)
        return name

    def renewals(self, token: str) -> list[Renewal]:
        """The renewals of a token, oldest first."""
        start = f"{token}."
        found = [read_renewal(name) for name in self._names() if name.startswith(start)]
        return sorted((one for one in found if one is not None), key=lambda one: one.number)

    def keep_renewal(self, token: str, size: int, authority: str, der: bytes) -> str:
        """Keep a token over the newest of a token's chain and the head of a size."""
        name = f"{token}.{len(self.renewals(token)) + 1}.{size}.{authority}.renewal"
        self._files.create(f"{_FOLDER}/{name}", der)
        return name

    def renewed_message(self, token: str, before: Sequence[Renewal], size: int) -> bytes:
        """What the next renewal is over: the newest token of the chain and a newer head."""
        last = before[-1].name if before else token
        return self.token(last) + self.as_signed(size)

    def largest(self) -> Checkpoint | None:
        """The head of the largest size that is kept."""
        sizes = self.sizes()
        if not sizes:
            return None
        return Checkpoint.parse(Note.parse(self.as_signed(sizes[-1])).text)

    def _names(self) -> list[str]:
        return self._files.names(_FOLDER)


def read_renewal(name: str) -> Renewal | None:
    """Take the name of a renewal apart; none if it is not one.

    Raises:
        Malformed: it ends like one and is not of the form.
    """
    if not name.endswith(".renewal"):
        return None
    token, mark, rest = name.partition(".tsr.")
    words = rest.removesuffix(".renewal").split(".", 2)
    if not mark or len(words) != 3 or not (words[0].isdigit() and words[1].isdigit()):
        raise Malformed("timestamp.name")
    return Renewal(name, f"{token}.tsr", int(words[0]), int(words[1]), words[2])
