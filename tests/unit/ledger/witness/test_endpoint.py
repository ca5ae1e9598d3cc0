"""The witness: every row of the protocol's table, races, kills, clocks and damaged records."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tecum.ledger.checkpoint import Checkpoint, SignedCheckpoint
from tecum.ledger.encodings import to_base64
from tecum.ledger.errors import Malformed
from tecum.ledger.merkle import EMPTY_ROOT
from tecum.ledger.note import Note
from tecum.ledger.signing import cosign, signed_head
from tecum.ledger.witness.endpoint import TEXT_SIZE, Answer, Witness
from tecum.ledger.witness.gossip import take_head
from tecum.ledger.witness.kept import Kept, origin_hash
from tests.shared import ROOT, SHARED
from tests.unit.ledger.office import AGENCY, ARCHIVE, INTAKE, log_key
from tests.unit.ledger.witness.bodies import Clock, Tree, witness

KILLS = int(os.environ.get("TECUM_TEST_CRASH_ROUNDS", "3"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def agency(tmp_path: Path, clock: Clock, told: list[str]) -> Witness:
    return witness(tmp_path, clock, told)


def cosigned(answer: Answer, note: bytes) -> int:
    """The second of the one line in an answer, which must verify over the head."""
    assert answer.status == 200
    whole = Note.parse(note + answer.body)
    signed = SignedCheckpoint.verify(whole, log_key().key, [AGENCY.key])
    assert len(signed.cosignatures) == 1
    return signed.cosignatures[0].at


def test_the_first_head_and_its_extensions_are_cosigned(agency: Witness, clock: Clock) -> None:
    tree = Tree.of(9)
    for old, new in ((0, 3), (3, 7), (7, 7), (7, 9)):
        clock.on(seconds=1)
        answer = agency.add_checkpoint(tree.body(old, new))
        assert cosigned(answer, tree.note(new)) == int(clock.at.timestamp())
        newest = agency.newest(origin_hash(log_key().name))
        assert newest == tree.note(new) + answer.body
    assert agency.newest("0" * 64) is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"old 0",
        b"old 0\n",
        b"\n\n",
        b"old 00\n\n{note}",
        b"old -1\n\n{note}",
        b"old +1\n\n{note}",
        b"old  1\n\n{note}",
        b"OLD 1\n\n{note}",
        b"old 9223372036854775808\n\n{note}",
        b"old 0\nAAAA\n\n{note}",
        b"old 0\n" + b"A" * 43 + b"\n\n{note}",
        b"old 0\r\n\r\n{note}",
        b"old 0\n{note}",
        b"old 0\n\n\n{note}",
        b"old 0\n\n{note}trailing",
        b"old 0\n\nexample.org/log\n1\n",
        b"\xffold 0\n\n{note}",
    ],
)
def test_what_is_not_of_the_form_is_a_bad_request(agency: Witness, body: bytes) -> None:
    assert agency.add_checkpoint(body.replace(b"{note}", Tree.of(1).note(1))).status == 400


def test_too_many_hashes_or_bytes_are_a_bad_request(agency: Witness) -> None:
    note = Tree.of(1).note(1)
    row = to_base64(bytes(32)).encode() + b"\n"
    assert agency.add_checkpoint(b"old 0\n" + row * 63 + b"\n" + note).status == 422
    assert agency.add_checkpoint(b"old 0\n" + row * 64 + b"\n" + note).status == 400
    assert agency.add_checkpoint(b"old 0\n\n" + note + b" " * 65536).status == 400


def test_a_fourth_line_of_a_head_is_a_bad_request(agency: Witness) -> None:
    text = Tree.of(1).head(1).text + "extension\n"
    body = f"old 0\n\n{text}\n{log_key().line(text)}"
    assert agency.add_checkpoint(body.encode()).status == 400


def test_a_log_that_is_not_listed_is_not_found(agency: Witness) -> None:
    other = log_key("other")
    head = signed_head(Checkpoint(other.name, 0, EMPTY_ROOT), other)
    assert agency.add_checkpoint(b"old 0\n\n" + head).status == 404


def test_a_head_that_the_log_did_not_sign_is_forbidden(agency: Witness) -> None:
    head = Tree.of(1).head(1)
    for line in (INTAKE.line(head.text), INTAKE.line(head.text) * 2):
        assert agency.add_checkpoint(f"old 0\n\n{head.text}\n{line}".encode()).status == 403
    bad = bytearray(Tree.of(1).body(0, 1))
    bad[-10] = ord("A") if bad[-10] != ord("A") else ord("B")
    assert agency.add_checkpoint(bytes(bad)).status in (400, 403)
    twice = Tree.of(1).body(0, 1) + log_key().line(head.text).encode()
    assert agency.add_checkpoint(twice).status == 403


def test_a_known_line_that_fails_is_forbidden_and_unknown_lines_are_ignored(
    agency: Witness,
) -> None:
    tree = Tree.of(1)
    own = cosign(tree.head(1).text, AGENCY, 1).replace("\u2014 agency", "\u2014 agency")
    foreign = cosign("something else\n", ARCHIVE, 1)
    assert agency.add_checkpoint(tree.body(0, 1) + cosign("else\n", AGENCY, 1).encode()).status == (
        403
    )
    assert agency.add_checkpoint(tree.body(0, 1) + (own + foreign).encode()).status == 200


def test_an_old_size_above_the_new_one_is_a_bad_request(agency: Witness) -> None:
    assert agency.add_checkpoint(Tree.of(9).body(0, 2)).status == 200
    assert agency.add_checkpoint(Tree.of(9).body(5, 3)).status == 400


def test_another_old_size_than_the_recorded_one_is_a_conflict(agency: Witness) -> None:
    tree = Tree.of(9)
    answer = agency.add_checkpoint(tree.body(2, 5))
    assert answer == Answer(409, b"0\n", TEXT_SIZE)
    assert agency.add_checkpoint(tree.body(0, 4)).status == 200
    for old, new in ((0, 4), (0, 9), (3, 9), (5, 9), (2, 2)):
        assert agency.add_checkpoint(tree.body(old, new)) == Answer(409, b"4\n", TEXT_SIZE)


def test_what_does_not_follow_is_unprocessable_and_kept(
    agency: Witness, tmp_path: Path, told: list[str]
) -> None:
    tree, fork = Tree.of(9), Tree.of(9, "other")
    assert agency.add_checkpoint(tree.body(0, 4)).status == 200
    row = to_base64(bytes(32))
    wrong = [
        fork.body(4, 4),
        tree.body(4, 4).replace(b"old 4\n", f"old 4\n{row}\n".encode()),
        tree.body(4, 7).replace(b"old 4\n", f"old 4\n{row}\n".encode()),
        fork.body(4, 7),
        tree.body(4, 7).partition(b"\n")[0] + b"\n\n" + tree.note(7),
    ]
    for body in wrong:
        assert agency.add_checkpoint(body).status == 422
    evidence = {path.name: path.read_text() for path in (tmp_path / "evidence").iterdir()}
    conflicts = [text for name, text in evidence.items() if name.startswith("conflict-")]
    assert len(conflicts) == 1
    assert tree.note(4).decode() in conflicts[0]
    assert fork.note(4).decode() in conflicts[0]
    unproven = [text for name, text in evidence.items() if name.startswith("unproven-")]
    assert any(fork.note(7).decode() in text and tree.note(4).decode() in text for text in unproven)
    assert len(told) == 5
    assert agency.add_checkpoint(tree.body(4, 7)).status == 200


def test_a_first_head_with_a_proof_or_an_empty_tree_with_a_root_is_unprocessable(
    agency: Witness,
) -> None:
    row = to_base64(bytes(32))
    first = Tree.of(2).body(0, 2).replace(b"old 0\n", f"old 0\n{row}\n".encode())
    assert agency.add_checkpoint(first).status == 422
    rooted = signed_head(Checkpoint(log_key().name, 0, bytes(32)), log_key())
    assert agency.add_checkpoint(b"old 0\n\n" + rooted).status == 422
    assert agency.add_checkpoint(Tree().body(0, 0)).status == 200
    assert agency.add_checkpoint(Tree().body(0, 0)).status == 200
    assert agency.add_checkpoint(Tree.of(2).body(0, 2)).status == 200


def test_a_clock_that_cannot_be_relied_on_signs_nothing(
    agency: Witness, clock: Clock, told: list[str]
) -> None:
    tree = Tree.of(9)
    clock.is_good = False
    assert agency.add_checkpoint(tree.body(0, 2)).status == 503
    clock.is_good = True
    assert agency.add_checkpoint(tree.body(0, 2)).status == 200
    clock.on(seconds=-1)
    assert agency.add_checkpoint(tree.body(2, 3)).status == 503
    clock.on(seconds=1)
    assert agency.add_checkpoint(tree.body(2, 3)).status == 200
    assert len(told) == 2


def test_a_log_that_asks_without_end_must_wait_and_nobody_else_makes_it_wait(
    tmp_path: Path, clock: Clock
) -> None:
    agency = witness(tmp_path, clock, per_minute=3)
    tree = Tree.of(2)
    head = tree.head(1)
    forged = f"old 0\n\n{head.text}\n{INTAKE.line(head.text)}".encode()
    assert {agency.add_checkpoint(forged).status for _ in range(9)} == {403}
    assert [agency.add_checkpoint(tree.body(0, 1)).status for _ in range(4)] == [200, 409, 409, 429]
    clock.on(seconds=61)
    assert agency.add_checkpoint(tree.body(1, 2)).status == 200


def test_a_head_smaller_than_one_that_was_shown_is_not_the_largest(
    agency: Witness, tmp_path: Path
) -> None:
    tree = Tree.of(9)
    assert agency.add_checkpoint(tree.body(0, 2)).status == 200
    logs = [log_key().key]
    take_head(tree.note(6), logs, tmp_path / "witnessed", tmp_path / "evidence")
    assert agency.add_checkpoint(tree.body(2, 4)) == Answer(409, b"6\n", TEXT_SIZE)
    assert agency.add_checkpoint(tree.body(2, 6)).status == 200
    fork = Tree.of(9, "other")
    take_head(tree.note(8), logs, tmp_path / "witnessed", tmp_path / "evidence")
    assert agency.add_checkpoint(fork.body(6, 8)).status == 422


@pytest.mark.parametrize("damage", [b"", b"x", None])
def test_a_damaged_record_cosigns_nothing(
    agency: Witness, tmp_path: Path, told: list[str], damage: bytes | None
) -> None:
    tree = Tree.of(9)
    assert agency.add_checkpoint(tree.body(0, 2)).status == 200
    path = tmp_path / "witnessed" / origin_hash(log_key().name) / "head"
    path.write_bytes(path.read_bytes()[:-40] if damage is None else damage)
    if damage is None:
        path.write_bytes(path.read_bytes().replace(b"\n2\n", b"\n3\n"))
    assert agency.add_checkpoint(tree.body(2, 3)).status == 500
    assert agency.add_checkpoint(tree.body(0, 3)).status == 500
    assert told


def test_the_evidence_does_not_grow_without_bound(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "w", tmp_path / "evidence", log_key().key)
    paths = [kept.keep_evidence("conflict", f"text {n}") for n in range(203)]
    assert paths[-1] is None
    assert kept.keep_evidence("conflict", "text 5") == paths[5]
    assert len(list((tmp_path / "evidence").iterdir())) == 200


def test_a_witness_needs_a_witness_key(tmp_path: Path) -> None:
    with pytest.raises(Malformed):
        Witness(
            INTAKE,
            [],
            tmp_path,
            tmp_path,
            clock=Clock().now,
            is_synchronised=lambda: True,
        )


def test_of_32_at_once_only_one_line_of_heads_is_cosigned(tmp_path: Path, clock: Clock) -> None:
    """Heads of two histories at once, at two witnesses that share one record."""
    agency = [witness(tmp_path, clock, per_minute=10**6) for _ in range(2)]
    one, other = Tree.of(40), Tree.of(40, "other")

    def submit(n: int) -> tuple[str, int] | None:
        tree, name = (one, "one") if n % 2 else (other, "other")
        old = 0
        for _ in range(200):
            answer = agency[n // 16].add_checkpoint(tree.body(old, n + 1))
            if answer.status != 409:
                return (name, n + 1) if answer.status == 200 else None
            old = int(answer.body)
            if old > n + 1:
                return None
        return None

    with ThreadPoolExecutor(32) as pool:
        found = [row for row in pool.map(submit, range(32)) if row]
    assert len({name for name, _ in found}) == 1
    tree = one if found[0][0] == "one" else other
    newest = agency[0].newest(origin_hash(log_key().name))
    assert newest is not None
    size = Checkpoint.parse(Note.parse(newest).text).size
    assert size == max(n for _, n in found)
    assert tree.head(size).root == Checkpoint.parse(Note.parse(newest).text).root


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.unit.ledger.witness.bodies import Clock, Tree, witness

where, mark, old, new, at = Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:6])
seen = 0
def hook(real):
    def call(*words, **more):
        global seen
        seen += 1
        if seen == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*words, **more)
    return call
os.fsync, os.write, os.replace = hook(os.fsync), hook(os.write), hook(os.replace)
answer = witness(where, Clock()).add_checkpoint(Tree.of(60, mark).body(old, new))
sys.stdout.write(f"{answer.status} {answer.body.decode()}")
sys.stdout.flush()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_killed_between_record_and_answer_no_second_history_is_cosigned(tmp_path: Path) -> None:
    """The log tries another history after every kill: it must never be cosigned."""
    tree = Tree.of(60)
    recorded = 0
    for point in range(1, 4 * KILLS + 1):
        for mark, new in (("entry", recorded + 1), ("other", recorded + 1)):
            done = subprocess.run(
                [
                    sys.executable,
                    "-c",
                    KILLED,
                    str(tmp_path),
                    mark,
                    str(recorded),
                    str(new),
                    str(point),
                ],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=False,
                timeout=240,
            )
            assert done.returncode == -signal.SIGKILL, done.stderr
            if mark == "other" and recorded:
                assert not done.stdout.startswith("200")
        again = witness(tmp_path, Clock())
        raw = again.newest(origin_hash(log_key().name))
        if raw is None:
            continue
        head = Checkpoint.parse(Note.parse(raw).text)
        if recorded == 0 and head.root != tree.head(head.size).root:
            # Before anything was recorded the other history may be the one that came first.
            return
        assert head.root == tree.head(head.size).root
        recorded = head.size
    assert recorded


@pytest.mark.shared("vectors/ledger/example")
def test_the_example_is_answered_as_it_says(tmp_path: Path) -> None:
    import json

    from tecum.ledger.note import ED25519, WITNESS, Key
    from tecum.ledger.signing import SigningKey

    example = SHARED / "vectors/ledger/example"
    values = json.loads((example / "values.json").read_text())
    body = (example / "witness/1-request.txt").read_bytes()
    first = (example / "log/checkpoints/1").read_bytes()
    words = (example / "court.policy").read_text().split()
    log = Key.parse(words[words.index("log") + 1], ED25519)
    vkey = next(word for word in words if word.startswith("agency.example/witness+"))
    seed = bytes.fromhex(_seed_of(values, Key.parse(vkey, WITNESS).public))
    key = SigningKey("agency.example/witness", WITNESS, seed)
    want = (example / "witness/1-reply-200.txt").read_bytes()
    at = int.from_bytes(Note.parse(first + want).lines[1].signature[:8], "big")
    clock = Clock()
    from datetime import UTC, datetime

    clock.at = datetime.fromtimestamp(at, UTC)
    agency = Witness(
        key,
        [log],
        tmp_path / "w",
        tmp_path / "e",
        clock=clock.now,
        is_synchronised=lambda: True,
    )
    assert agency.add_checkpoint(b"old 0\n\n" + first).status == 200
    assert agency.add_checkpoint(body) == Answer(200, want)
    wrong = (example / "witness/2-request-wrong-old.txt").read_bytes()
    told = (example / "witness/2-reply-409.txt").read_bytes()
    assert agency.add_checkpoint(wrong) == Answer(409, told, TEXT_SIZE)
    beat = (example / "witness/3-request-heartbeat.txt").read_bytes()
    assert agency.add_checkpoint(beat).status == 200
    fork = (example / "witness/5-request-fork-4-to-5.txt").read_bytes()
    assert agency.add_checkpoint(fork).status == 422


def _seed_of(values: object, public: bytes) -> str:
    """The seed, wherever in the values it stands, that makes this public key."""
    from tecum.ledger.signing import public_key

    found: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            for one in value.values():
                walk(one)
        elif isinstance(value, list):
            for one in value:
                walk(one)
        elif isinstance(value, str) and len(value) == 64:
            try:
                raw = bytes.fromhex(value)
            except ValueError:
                return
            if public_key(raw) == public:
                found.append(value)

    walk(values)
    return found[0]
