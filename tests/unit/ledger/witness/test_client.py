"""Asking witnesses: two offices watch each other; what their answers do to us."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tecum.errors import DataUnusable
from tecum.ledger.checkpoint import Checkpoint, SignedCheckpoint
from tecum.ledger.config import LogConfig, Remote
from tecum.ledger.errors import Fork, Malformed, Quarantined, UnknownKey
from tecum.ledger.log import Log
from tecum.ledger.note import WITNESS, Note
from tecum.ledger.policy import Policy
from tecum.ledger.recovery import recover
from tecum.ledger.signing import SigningKey, cosign, signed_head
from tecum.ledger.statement import statement_hash
from tecum.ledger.verify import Outcome, verify
from tecum.ledger.witness.client import Client, require_cosigned
from tecum.ledger.witness.endpoint import TEXT_SIZE, Witness
from tecum.ledger.witness.errors import AddressRefused, WitnessRefused
from tecum.ledger.witness.gossip import take_head
from tecum.ledger.witness.outgoing import Reply
from tecum.ledger.witness.shown import take_shown
from tests.unit.ledger.office import AGENCY, ARCHIVE, COUNSEL, Office, key, log_key
from tests.unit.ledger.witness.bodies import Clock, Tree

URL = {AGENCY.name: "https://agency.example/w", ARCHIVE.name: "https://archive.example"}


@dataclass
class Net:
    """Witnesses by their addresses, without a network; what was sent is remembered."""

    clock: Clock
    witnesses: dict[str, Witness] = field(default_factory=dict)
    answers: dict[str, Callable[[bytes | None], Reply]] = field(default_factory=dict)
    sent: list[str] = field(default_factory=list)

    def send(self, url: str, body: bytes | None, media_type: str, private: bool) -> Reply:
        self.sent.append(url)
        base = next(one for one in URL.values() if url.startswith(one))
        if base in self.answers:
            return self.answers[base](body)
        if base not in self.witnesses:
            raise AddressRefused("address.silent", "nobody answers")
        if body is None:
            raw = self.witnesses[base].newest(url.split("/")[-2])
            return Reply(200 if raw else 404, "text/plain", raw or b"")
        answer = self.witnesses[base].add_checkpoint(body)
        return Reply(answer.status, answer.media_type.partition(";")[0], answer.body)

    def put(self, folder: Path, witness: SigningKey, **more: int) -> None:
        self.witnesses[URL[witness.name]] = Witness(
            witness,
            [log_key().key],
            folder / witness.name.replace("/", "_"),
            folder / "evidence",
            clock=self.clock.now,
            is_synchronised=lambda: self.clock.is_good,
            **more,
        )


@dataclass
class Watched:
    """An office whose log is watched by an agency and an archive."""

    office: Office
    net: Net
    clock: Clock

    def client(self) -> Client:
        folder = self.office.folder
        config = LogConfig.read(folder)
        return Client(self.office.log, config, folder, clock=self.clock.now, send=self.net.send)

    def again(self) -> None:
        last = dict(self.office.last)
        self.office = Office.again(self.office.folder)
        self.office.last = last

    def codes(self) -> list[str]:
        self.clock.on(seconds=10)
        return [one.code for one in self.client().ask()]


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    office = Office.at(tmp_path / "log")
    with (office.folder / "log.toml").open("a") as config:
        for one in (AGENCY, ARCHIVE):
            config.write(f'[[witness]]\nvkey = "{one.key.vkey}"\nurl = "{URL[one.name]}"\n')
    clock = Clock()
    net = Net(clock)
    for one in (AGENCY, ARCHIVE):
        net.put(tmp_path / "others", one)
    return Watched(Office.again(office.folder), net, clock)


def test_every_head_is_cosigned_and_a_receipt_becomes_witnessed(watched: Watched) -> None:
    office = watched.office
    made = office.add(3)
    assert watched.codes() == ["cosigned"] * 2
    made += office.add(4)
    assert watched.codes() == ["cosigned"] * 2
    published = Note.parse((office.folder / "public/checkpoint").read_bytes())
    found = SignedCheckpoint.verify(published, log_key().key, [AGENCY.key, ARCHIVE.key])
    assert (found.head.size, len(found.cosignatures)) == (7, 2)
    verdict = verify(
        office.log.prove(statement_hash(made[5])), Policy.parse(office.policy().encode())
    )
    assert verdict.outcome is Outcome.WITNESSED
    assert verdict.bracket.not_before is not None
    assert office.log.audit().is_clean


def test_a_heartbeat_tightens_the_bracket_and_keeps_the_first_and_the_newest(
    watched: Watched,
) -> None:
    watched.office.add(2)
    for _ in range(4):
        assert watched.codes() == ["cosigned"] * 2
    text = watched.office.log.head
    assert text is not None
    lines = watched.office.log.heads.cosignatures(2, text.text)
    times = [int.from_bytes(line.signature[:8], "big") for line in lines if line.is_by(AGENCY.key)]
    start = int(watched.clock.at.timestamp()) - 30
    assert times == [start, start + 30]
    newest = Note.parse((watched.office.folder / "public/checkpoint").read_bytes())
    signed = SignedCheckpoint.verify(newest, log_key().key, [AGENCY.key])
    assert [one.at for one in signed.cosignatures] == [start + 30]


def test_what_is_due_is_a_new_head_or_a_heartbeat(watched: Watched) -> None:
    watched.office.add(1)
    assert watched.client().is_due()
    assert watched.codes() == ["cosigned"] * 2
    assert not watched.client().is_due()
    watched.clock.on(minutes=10)
    assert watched.client().is_due()
    watched.codes()
    watched.office.add(1)
    assert watched.client().is_due()


def test_a_lost_record_of_what_was_sent_is_told_by_the_witness(watched: Watched) -> None:
    watched.office.add(3)
    watched.codes()
    watched.office.add(2)
    for path in (watched.office.folder / "private/witnesses").iterdir():
        path.unlink()
    assert watched.codes() == ["cosigned"] * 2
    assert len(watched.net.sent) == 6


def test_a_silent_witness_holds_up_nobody(watched: Watched) -> None:
    del watched.net.witnesses[URL[AGENCY.name]]
    watched.office.add(1)
    asked = watched.client().ask()
    assert [one.code for one in asked] == ["address.silent", "cosigned"]
    with pytest.raises(WitnessRefused) as refused:
        require_cosigned(asked)
    assert refused.value.status == 0
    watched.office.add(1)


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500, 503, 302])
def test_other_answers_are_reported_and_change_nothing(watched: Watched, status: int) -> None:
    watched.net.answers[URL[AGENCY.name]] = lambda body: Reply(status, "text/plain", b"no\n")
    watched.office.add(1)
    assert watched.codes() == [f"witness.{status}", "cosigned"]
    watched.office.add(1)
    assert watched.office.log.audit().is_clean


def rolled_back(watched: Watched) -> None:
    """The whole log is put back to two entries, with its journal and its public folder."""
    import shutil

    folder = watched.office.folder
    watched.office.add(2)
    assert watched.codes() == ["cosigned"] * 2
    shutil.copytree(folder, folder.with_name("backup"))
    last = dict(watched.office.last)
    watched.office.add(3)
    assert watched.codes() == ["cosigned"] * 2
    shutil.rmtree(folder)
    shutil.copytree(folder.with_name("backup"), folder)
    watched.office.last = last
    watched.again()


def test_a_whole_log_put_back_is_told_by_its_witnesses(watched: Watched) -> None:
    rolled_back(watched)
    watched.office.log.check()
    assert watched.codes() == ["rollback.witness"] * 2
    for _ in range(2):
        with pytest.raises(Quarantined) as refused:
            watched.office.log.append([watched.office.statement()])
        assert refused.value.code == "rollback.witness"
        with pytest.raises(Quarantined):
            watched.office.log.checkpoint()
        watched.again()
    assert {code for code, _ in watched.office.log.audit().findings} == {"rollback.witness"}
    evidence = list((watched.office.folder / "evidence").glob("quarantine-*"))
    assert len(evidence) == 1
    # What a witness showed is signed by our own key: leaving it out of log.toml ends nothing.
    config = watched.office.folder / "log.toml"
    config.write_text(config.read_text().partition("[[witness]]")[0])
    watched.again()
    with pytest.raises(Quarantined):
        watched.office.log.checkpoint()
    # A witness that has forgotten is not believed over a head that our own key signed.
    assert watched.office.log.prove(next(watched.office.log.store.rows(0, 1)).statement_hash)


def test_a_bare_word_ends_with_the_witness_own_cosignature(watched: Watched) -> None:
    watched.office.add(2)
    url = URL[AGENCY.name]
    watched.net.answers[url] = lambda body: (
        Reply(404, "", b"") if body is None else Reply(409, TEXT_SIZE, b"900\n")
    )
    assert watched.codes() == ["rollback.witness", "cosigned"]
    with pytest.raises(Quarantined):
        watched.office.log.checkpoint()
    del watched.net.answers[url]
    assert watched.codes() == ["cosigned"] * 2
    watched.office.log.checkpoint()
    watched.net.answers[url] = lambda body: (
        Reply(404, "", b"") if body is None else Reply(409, TEXT_SIZE, b"900\n")
    )
    assert watched.codes() == ["rollback.witness", "cosigned"]
    config = watched.office.folder / "log.toml"
    config.write_text(config.read_text().replace(AGENCY.key.vkey, key("x/w", WITNESS).key.vkey))
    watched.again()
    watched.office.log.checkpoint()


def test_a_size_that_no_tree_has_is_only_a_refusal(watched: Watched) -> None:
    watched.office.add(1)
    for body in (b"99999999999999999999\n", b"9223372036854775808\n", b"-1\n", b"1", b"01\n", b""):
        watched.net.answers[URL[AGENCY.name]] = lambda _, said=body: Reply(409, TEXT_SIZE, said)
        assert watched.codes()[0] == "witness.409"
        watched.office.log.checkpoint()
    watched.net.answers[URL[AGENCY.name]] = lambda _: Reply(409, "text/plain", b"9\n")
    assert watched.codes()[0] == "witness.409"


def test_a_witness_that_never_agrees_on_a_size_is_not_asked_for_ever(watched: Watched) -> None:
    watched.office.add(3)
    sizes = iter([b"1\n", b"2\n"] * 99)
    watched.net.answers[URL[AGENCY.name]] = lambda _: Reply(409, TEXT_SIZE, next(sizes))
    assert watched.codes() == ["witness.409", "cosigned"]
    assert watched.net.sent.count(f"{URL[AGENCY.name]}/add-checkpoint") == 4


@pytest.mark.parametrize("status", [422, 409])
def test_another_root_of_our_size_stops_the_log_and_is_kept(watched: Watched, status: int) -> None:
    watched.office.add(2)
    watched.codes()
    other = Tree.of(2, "other")
    shown = other.note(2) + cosign(other.head(2).text, AGENCY, 1).encode()
    watched.net.answers[URL[AGENCY.name]] = lambda body: (
        Reply(200, "text/plain", shown)
        if body is None
        else Reply(status, TEXT_SIZE if status == 409 else "text/plain", b"2\n")
    )
    assert watched.codes() == ["fork.root", "cosigned"]
    with pytest.raises(Quarantined) as refused:
        watched.office.log.append([watched.office.statement()])
    assert refused.value.code == "fork.root"
    (path,) = (watched.office.folder / "evidence").glob("conflict-*")
    assert other.note(2).decode() in path.read_text()
    assert watched.office.log.newest().decode() in path.read_text()
    # The cosignature of a witness that forgot does not undo what our own key signed.
    del watched.net.answers[URL[AGENCY.name]]
    watched.codes()
    with pytest.raises(Quarantined):
        watched.office.log.checkpoint()


def test_a_bad_signature_of_a_known_key_is_kept_and_not_published(watched: Watched) -> None:
    watched.office.add(1)
    url = URL[AGENCY.name]
    head = watched.office.log.head
    assert head is not None
    good = cosign(head.text, AGENCY, 5)
    stranger = cosign(head.text, key("stranger.example/witness", WITNESS), 5)
    for body in (cosign("x\n", AGENCY, 5), stranger, "", good + "x", COUNSEL.line(head.text)):
        watched.net.answers[url] = lambda _, said=body: Reply(200, "text/plain", said.encode())
        assert watched.codes() == ["cosignature", "cosigned"]
    watched.net.answers[url] = lambda _: Reply(200, "text/plain", (stranger + good).encode())
    assert watched.codes() == ["cosigned", "cosigned"]
    kept = watched.office.log.heads.cosignatures(1, head.text)
    assert {line.name for line in kept} == {AGENCY.name, ARCHIVE.name}
    assert list((watched.office.folder / "evidence").glob("answer-*"))


def test_an_unreadable_record_of_a_witness_stops_the_log(watched: Watched) -> None:
    watched.office.add(1)
    watched.codes()
    path = next((watched.office.folder / "private/witnesses").iterdir())
    for damage in (b"", b"[]", b'{"size": -1}', b'{"code": 1}', b'{"size": true}', b'{"x": 1}'):
        path.write_bytes(damage)
        with pytest.raises(Quarantined):
            watched.office.log.checkpoint()


def test_a_head_that_was_signed_and_not_published_is_published_with_its_cosignature(
    watched: Watched,
) -> None:
    watched.office.add(2)
    folder = watched.office.folder / "public"
    (folder / "checkpoint").write_bytes((folder / "checkpoints/1").read_bytes())
    (folder / "checkpoints/2").unlink()
    assert watched.codes() == ["cosigned"] * 2
    assert watched.office.log.audit().findings == []
    assert len(Note.parse((folder / "checkpoint").read_bytes()).lines) == 3


def test_one_key_is_not_used_for_two_purposes(watched: Watched) -> None:
    config = watched.office.folder / "log.toml"
    with config.open("a") as file:
        file.write(f'[witnessing]\n[[witnessing.log]]\nvkey = "{COUNSEL.key.vkey}"\n')
    with pytest.raises(DataUnusable, match="stands twice"):
        LogConfig.read(watched.office.folder)


def test_by_file_two_offices_need_no_server(watched: Watched) -> None:
    watched.office.add(3)
    client = watched.client()
    remote = Remote(AGENCY.key)
    agency = watched.net.witnesses[URL[AGENCY.name]]
    sent = client.request(remote).write()
    watched.office.add(1)
    asked = client.take_answer(remote, sent, agency.add_checkpoint(sent).body)
    assert asked is not None
    assert (asked.code, asked.size) == ("cosigned", 3)
    path = watched.office.folder / "private/witnesses"
    for one in path.iterdir():
        one.unlink()
    sent = client.request(remote).write()
    assert client.take_answer(remote, sent, agency.add_checkpoint(sent).body) is None
    sent = client.request(remote).write()
    asked = client.take_answer(remote, sent, agency.add_checkpoint(sent).body)
    assert asked is not None
    assert (asked.code, asked.size) == ("cosigned", 4)
    with pytest.raises(Malformed):
        client.take_answer(remote, Tree.of(3).body(0, 3), b"")


# Heads that arrive ----------------------------------------------------------------------------


def test_two_heads_of_one_size_become_evidence_that_proves_itself(tmp_path: Path) -> None:
    one, other = Tree.of(4), Tree.of(4, "other")
    logs = [log_key().key]
    folders = (tmp_path / "witnessed", tmp_path / "evidence")
    assert take_head(one.note(4), logs, *folders).head == one.head(4)
    take_head(one.note(4) + cosign(one.head(4).text, AGENCY, 9).encode(), logs, *folders)
    take_head(other.note(3), logs, *folders)
    with pytest.raises(Fork) as fork:
        take_head(other.note(4), logs, *folders)
    assert {fork.value.fields["head_a"], fork.value.fields["head_b"]} == {
        one.note(4),
        other.note(4),
    }
    (path,) = (tmp_path / "evidence").iterdir()
    notes = path.read_text().split("-" * 72 + "\n")[1:3]
    heads = [SignedCheckpoint.verify(Note.parse(text.encode()), logs[0]).head for text in notes]
    assert heads[0].size == heads[1].size
    assert heads[0].root != heads[1].root
    with pytest.raises(UnknownKey):
        take_head(signed_head(Checkpoint("x", 0, bytes(32)), log_key()), logs, *folders)


def shown(watched: Watched, raw: bytes) -> Checkpoint:
    folder = watched.office.folder
    return take_shown(folder, watched.office.log, LogConfig.read(folder), raw).head


def test_heads_of_our_own_that_somebody_shows_are_held_against_our_tree(watched: Watched) -> None:
    watched.office.add(3)
    assert shown(watched, watched.office.log.newest()).size == 3
    assert shown(watched, watched.office.log.heads.as_signed(2)).size == 2
    watched.office.log.append([watched.office.statement() for _ in range(4)])
    with pytest.raises(UnknownKey):
        shown(watched, signed_head(Checkpoint("x", 0, bytes(32)), log_key()))
    with pytest.raises(Fork):
        shown(watched, Tree.of(5).note(5))
    (path,) = (watched.office.folder / "evidence").glob("conflict-*")
    assert "at size 5" in path.read_text()
    for _ in range(2):
        with pytest.raises(Quarantined) as refused:
            watched.office.log.checkpoint()
        assert refused.value.code == "fork.root"
        watched.again()


def test_a_later_head_of_our_own_that_somebody_shows_tells_of_a_rollback(
    watched: Watched, tmp_path: Path
) -> None:
    import shutil

    watched.office.add(2)
    folder = watched.office.folder
    shutil.copytree(folder, tmp_path / "backup")
    watched.office.add(2)
    late = watched.office.log.newest()
    shutil.copytree(folder, tmp_path / "whole")
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "backup", folder)
    watched.again()
    watched.office.log.check()
    with pytest.raises(Quarantined) as refused:
        shown(watched, late)
    assert refused.value.code == "rollback.witness"
    with pytest.raises(Quarantined):
        Log.open(folder).checkpoint()
    recover(folder, entries=tmp_path / "whole/private/entries.sqlite")
    assert Log.open(folder).checkpoint() == late


def test_two_offices_witness_each_other(tmp_path: Path) -> None:
    """Each has a log and a witness; neither's records depend on the other's being there."""
    clock = Clock()
    logs: dict[str, Log] = {}
    for name in ("city", "county"):
        roles = [f"{name}.example/intake"]
        logs[name] = Log.create(tmp_path / name, name, roles, at=clock.at, clock="ntp 50")
    other = {"city": "county", "county": "city"}
    keys = {name: key(f"{name}.example/witness", WITNESS) for name in logs}
    witnesses = {
        name: Witness(
            keys[name],
            [logs[other[name]].key],
            tmp_path / name / "private/witnessed",
            tmp_path / name / "evidence",
            clock=clock.now,
            is_synchronised=lambda: True,
        )
        for name in logs
    }

    def send(url: str, body: bytes | None, media_type: str, private: bool) -> Reply:
        name = url.partition("//")[2].partition(".")[0]
        answer = witnesses[name].add_checkpoint(body or b"")
        return Reply(answer.status, answer.media_type, answer.body)

    for name, log in logs.items():
        with (tmp_path / name / "log.toml").open("a") as config:
            vkey = keys[other[name]].key.vkey
            config.write(f'[[witness]]\nvkey = "{vkey}"\nurl = "https://{other[name]}.example"\n')
        client = Client(
            log, LogConfig.read(tmp_path / name), tmp_path / name, clock=clock.now, send=send
        )
        assert [one.code for one in client.ask()] == ["cosigned"]
        signed = SignedCheckpoint.verify(
            Note.parse((tmp_path / name / "public/checkpoint").read_bytes()),
            log.key,
            [keys[other[name]].key],
        )
        assert len(signed.cosignatures) == 1
