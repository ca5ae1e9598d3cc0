"""Feed broken bytes to the verifier's readers; an exception that is not declared is a failure.

    python bench/ledger_fuzz.py [--minutes N] [--seed S]

Two cases of three go to the reader of statements, the rest to notes, receipts, trust files and
tokens. What leads to a refusal not met before is kept and changed further, so that the cases
reach deeper with time. Whatever is taken must say the same when it is written again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from record import record
from tecum.ledger import vocabulary
from tecum.ledger.errors import Malformed, PolicyRefused, TokenRefused
from tecum.ledger.note import Note
from tecum.ledger.policy import Policy
from tecum.ledger.receipt import Receipt
from tecum.ledger.statement import Statement
from tecum.ledger.token import check_token
from tests.unit.ledger.dishonest import honest

KEPT = 600
WORDS = [
    *vocabulary.KEYS, *vocabulary.TYPES, *vocabulary.CHANNELS, *vocabulary.CLOCKS,
    *vocabulary.GRADES, *vocabulary.COUNT_LABELS, *vocabulary.COMMIT_LABELS, "unknown",
    "content.2", "0", "1", "01",
    "9223372036854775807", "9223372036854775808", "2026-02-29", "2026-02-28T23:59:60Z",
    "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "A" * 44, "AAAA", "\u2014", "\u00e9", "\r",
    "\x00", "\n\n", "tecum.statement/1", "tecum.statement/2",
]  # fmt: skip


def _statement(raw: bytes) -> str:
    found = Statement.parse(raw)
    assert found.note.raw == raw
    rows = [f"{key} {value}" for key, values in found.lines.items() for value in values]
    assert found.note.text == "\n".join(["tecum.statement/1", *rows]) + "\n"
    shown = (found.hash, found.type, found.log, found.docket, found.seq, found.prev, found.at)
    assert all(one is not None for one in shown[:3])
    assert found.clock_error_ms >= 0
    assert len(found.commits) <= 16
    return f"taken {found.type}"


def _note(raw: bytes) -> str:
    assert Note.parse(raw).raw == raw
    return "taken"


def _receipt(raw: bytes) -> str:
    found = Receipt.parse(raw)
    return f"taken {len(found.openings)} {found.earlier is not None} {len(found.unknown)}"


def _policy(raw: bytes) -> str:
    found = Policy.parse(raw)
    return f"taken {len(found.witnesses)} {len(found.groups)} {found.quorum is not None}"


def _token(raw: bytes) -> str:
    check_token(raw, b"a head", [])
    return "taken"


TARGETS: dict[str, Callable[[bytes], str]] = {
    "statement": _statement, "note": _note, "receipt": _receipt, "policy": _policy, "token": _token,
}  # fmt: skip


def starts(seed: int) -> dict[str, list[bytes]]:
    """Sound examples of every form to begin with; tokens are begun from nothing but their shape."""
    made: dict[str, list[bytes]] = {name: [] for name in TARGETS}
    for n in range(seed, seed + 6):
        one = honest(n)
        made["statement"] += one.world.statements[:3]
        made["note"] += [one.kept, one.world.statements[0]]
        made["receipt"].append(one.receipt)
        made["policy"].append(one.trust.encode())
    made["token"] = [bytes.fromhex("30143003020100300d06092a864886f70d010702a000")]
    for kind, rule in vocabulary.TYPES.items():
        made["statement"].append(_example(kind, rule))
    return made


def _example(kind: str, rule: vocabulary.Type) -> bytes:
    """A statement of a type with every line that it needs; its signature is for nobody."""
    wide = "A" * 43 + "="
    values = {
        "type": [kind], "log": [wide], "at": ["2026-03-02T09:14:00Z"], "clock": ["ntp 50"],
        "channel": ["email"], "grade": [min(rule.grades)],
        "code": [min(rule.codes, default="an-act")],
        "on": ["2026-03-02"], "head": [f"a {n} {wide}" for n in range(max(1, rule.heads))],
        "ref": [wide], "key": [honest(0).trust.split()[1]],
        "count": [f"{one} 3" for one in rule.counts],
        "commit": [f"{one.split('|')[0]} {wide}" for one in rule.commits],
    }  # fmt: skip
    keys = {"type", "log", "at", "clock", "count", "commit"} | rule.needs
    if not rule.governance:
        values |= {"docket": [wide], "seq": ["1"]}
        keys |= {"docket", "seq"}
    rows = [f"{key} {one}" for key in vocabulary.KEYS if key in keys for one in sorted(values[key])]
    text = "\n".join(["tecum.statement/1", *rows]) + "\n"
    return f"{text}\n\u2014 a.example/intake {'A' * 91}=\n".encode()


def broken(raw: bytes, others: list[bytes], dice: random.Random) -> bytes:
    """The bytes with one to four changes: bits, bytes, words, lines, joins with another."""
    for _ in range(dice.randint(1, 4)):
        kind, at = dice.randrange(10), dice.randrange(len(raw) + 1)
        rows = raw.split(b"\n")
        row = dice.randrange(len(rows))
        if kind == 0 and raw:
            spot = at % len(raw)
            raw = raw[:spot] + bytes([raw[spot] ^ 1 << dice.randrange(8)]) + raw[spot + 1 :]
        elif kind == 1:
            raw = raw[:at] + raw[at + dice.choice([1, 1, 4, 40]) :]
        elif kind == 2:
            raw = raw[:at] + dice.randbytes(dice.choice([1, 1, 2, 8])) + raw[at:]
        elif kind == 3:
            del rows[row]
            raw = b"\n".join(rows)
        elif kind == 4:
            rows.insert(row, dice.choice(rows))
            raw = b"\n".join(rows)
        elif kind == 5:
            other = dice.choice(others).split(b"\n")
            rows.insert(row, dice.choice(other))
            raw = b"\n".join(rows)
        elif kind == 6:
            words = rows[row].split(b" ")
            words[dice.randrange(len(words))] = dice.choice(WORDS).encode()
            rows[row] = b" ".join(words)
            raw = b"\n".join(rows)
        elif kind == 7:
            other = dice.choice(others)
            raw = raw[:at] + other[dice.randrange(len(other) + 1) :]
        elif kind == 8:
            raw = raw[:at] + dice.choice(WORDS).encode() * dice.choice([1, 1, 2, 300]) + raw[at:]
        else:
            head, blank, tail = raw.partition(b"\n\n")
            first, *lines = head.split(b"\n")
            order = {name.encode(): n for n, name in enumerate(vocabulary.KEYS)}
            lines = sorted({*lines}, key=lambda one: (order.get(one.split(b" ")[0], 99), one))
            raw = b"\n".join([first, *lines]) + blank + tail
    return raw


def main() -> int:
    """Run until the time is over; report the counts, and every exception with its bytes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    pools = starts(options.seed)
    met: Counter[str] = Counter()
    failed: list[str] = []
    cases: Counter[str] = Counter()
    start = time.monotonic()
    while time.monotonic() - start < 60 * options.minutes and len(failed) < 20:
        name = "statement" if dice.random() < 0.67 else dice.choice([*TARGETS][1:])
        raw = broken(dice.choice(pools[name]), pools[name], dice)
        cases[name] += 1
        try:
            word = TARGETS[name](raw)
        except (Malformed, PolicyRefused, TokenRefused) as refused:
            word = refused.code + str(refused.fields.get("detail", ""))
        except Exception:
            failed.append(f"{name} {raw[:300].hex()}\n{traceback.format_exc()}")
            continue
        key = f"{name}: {word}"
        met[key] += 1
        if met[key] <= 8 or (word.startswith("taken") and met[key] <= 40):
            pools[name] = [*pools[name][-KEPT:], raw]
    print(*(f"{count:>9} {word}" for word, count in sorted(met.items())), sep="\n")
    print(*failed, sep="\n")
    figures = {
        "minutes": round((time.monotonic() - start) / 60, 1), "seed": options.seed,
        "cases": dict(cases), "outcomes": len(met), "exceptions": len(failed),
        "statement_refusals": sorted(one for one in met if one.startswith("statement: statement.")),
        "run": sha256(repr(sorted(met.items())).encode()).hexdigest()[:16],
    }  # fmt: skip
    print(figures)
    record("ledger_fuzz", figures, "cryptography")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
