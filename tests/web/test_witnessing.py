"""The running product as a witness of another log, and its own log watched and dated."""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client as Browser

from tecum.clock import at_fixed, now
from tecum.ledger.checkpoint import SignedCheckpoint
from tecum.ledger.config import LogConfig
from tecum.ledger.note import WITNESS, Key, Note
from tecum.ledger.timestamp import Stamper
from tecum.ledger.witness.claims import Seen, SeenBy
from tecum.ledger.witness.client import Client
from tecum.ledger.witness.kept import origin_hash
from tecum.ledger.witness.outgoing import Reply
from tecum.ledger.witness.own import witness_key
from tecum.web.ledger import witnessing
from tecum.web.ledger.log import open_log
from tecum.web.ledger.selectors import witnesses_now
from tecum.web.ledger.sequencer import put_waiting_into_log
from tests.unit.ledger.authority import TimeAuthority
from tests.unit.ledger.office import AGENCY, ARCHIVE, log_key
from tests.unit.ledger.witness.bodies import Clock, Tree
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db
WATCHES = "[witnessing]\nclock = 'kept'\n[[witnessing.log]]\nvkey = '{vkey}'\n"


def configure(text: str) -> None:
    with (settings.HOME.log / "log.toml").open("a") as config:
        config.write(text)


def test_the_product_cosigns_what_log_toml_lists_and_nothing_else(staff: Staff) -> None:
    browser = Browser(enforce_csrf_checks=True)
    tree = Tree.of(5)

    def post(body: bytes) -> tuple[int, bytes]:
        answer = browser.post("/witness/add-checkpoint", body, content_type="text/plain")
        return answer.status_code, answer.content

    assert post(tree.body(0, 2))[0] == 404
    configure(WATCHES.format(vkey=log_key().key.vkey))
    status, line = post(tree.body(0, 2))
    assert status == 200
    own = witness_key(settings.HOME.log, LogConfig.read(settings.HOME.log))
    found = SignedCheckpoint.verify(Note.parse(tree.note(2) + line), log_key().key, [own.key])
    assert len(found.cosignatures) == 1
    assert post(tree.body(0, 3)) == (409, b"2\n")
    assert post(Tree.of(5, "other").body(2, 2))[0] == 422
    assert post(b"x")[0] == 400
    assert post(b"old 0\n" + b"x" * 70_000)[0] == 400
    name = origin_hash(log_key().name)
    assert browser.get(f"/witness/{name}/checkpoint").content == tree.note(2) + line
    assert browser.get(f"/witness/{'0' * 64}/checkpoint").status_code == 404
    assert browser.get("/witness/add-checkpoint").status_code == 405
    assert "tecum" not in browser.cookies


def test_a_damaged_configuration_cosigns_nothing(staff: Staff) -> None:
    configure(WATCHES.format(vkey=log_key().key.vkey) + "nonsense = 1\n")
    answer = Browser().post("/witness/add-checkpoint", b"", content_type="text/plain")
    assert answer.status_code == 404


def test_our_head_is_cosigned_and_dated_when_it_is_due(
    staff: Staff, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    while put_waiting_into_log():
        pass
    authority = TimeAuthority()
    pin = base64.b64encode(authority.pins[0]).decode()
    configure(
        f"[[witness]]\nvkey = '{AGENCY.key.vkey}'\nurl = 'https://agency.example'\n"
        f"[[authority]]\nname = 'tsa.example'\nurl = 'https://tsa.example'\n"
        f"certificates = ['{pin}']\n"
    )
    log, clock = open_log(), Clock(now())
    asked: list[str] = []

    def send(url: str, body: bytes | None, media_type: str, private: bool) -> Reply:
        asked.append(url)
        if "tsa" in url:
            authority.at = clock.at.replace(microsecond=0)
            return authority.send(url, body, media_type, private)
        answer = watching.add_checkpoint(body or b"")
        return Reply(answer.status, answer.media_type, answer.body)

    from tecum.ledger.witness.endpoint import Witness

    watching = Witness(
        AGENCY,
        [Key.parse(log.key.vkey, 1)],
        settings.HOME.log.parent / "agency",
        settings.HOME.log.parent / "agency",
        clock=clock.now,
        is_synchronised=lambda: True,
    )
    assert AGENCY.type == WITNESS
    monkeypatch.setattr(witnessing, "Client", lambda *w, **m: Client(*w, **m, send=send))
    monkeypatch.setattr(witnessing, "Stamper", lambda *w, **m: Stamper(*w, **m, send=send))
    witnessing._asked.clear()
    for minutes, times in ((0, 2), (0, 2), (2, 2), (12, 3)):
        with at_fixed(clock.at + timedelta(minutes=minutes)):
            clock.at = now()
            assert witnessing.ask_those_due() is False
        assert len(asked) == times, asked
    head = log.head
    assert head is not None
    assert len(log.heads.tokens(head.size)) == 1
    note = Note.parse(log.files.read("checkpoint") or b"")
    assert len(SignedCheckpoint.verify(note, log.key, [AGENCY.key]).cosignatures) == 1
    with at_fixed(clock.at):
        found = witnesses_now()
        (one,) = found.witnesses
        assert (found.size, one.name, one.size) == (head.size, AGENCY.name, head.size)
        assert one.has_newest
        assert found.seen_at is not None
        assert found.seen_at < clock.at
        assert one.last_at == clock.at.replace(microsecond=0)
        assert found.silent == found.against == ()
    with at_fixed(clock.at + timedelta(minutes=31)):
        assert witnesses_now().silent == (witnesses_now().witnesses[0],)
    SeenBy(settings.HOME.log / "private" / "witnesses").put(
        AGENCY.key, Seen(code="rollback.witness", claimed=900)
    )
    assert [row.claim for row in witnesses_now().against] == ["rollback.witness"]


def test_a_witness_that_never_answered_is_silent_and_one_asked_by_files_is_not(
    staff: Staff,
) -> None:
    while put_waiting_into_log():
        pass
    assert witnesses_now().witnesses == ()
    configure(
        f"[[witness]]\nvkey = '{AGENCY.key.vkey}'\nurl = 'https://agency.example'\n"
        f"[[witness]]\nvkey = '{ARCHIVE.key.vkey}'\n"
    )
    asked, by_file = witnesses_now().witnesses
    assert (asked.is_asked, asked.is_silent, asked.size) == (True, True, None)
    assert (by_file.is_asked, by_file.is_silent, by_file.last_at) == (False, False, None)
    assert witnesses_now().age is None


def test_nobody_is_asked_where_nobody_is_named(staff: Staff) -> None:
    witnessing._asked.clear()
    assert witnessing.ask_those_due() is False
