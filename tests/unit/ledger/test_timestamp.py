"""Time tokens: asked for, checked, kept, renewed; and what a receipt with them proves."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tecum.errors import DataUnusable, UsageError
from tecum.ledger.audit import Finding
from tecum.ledger.config import LogConfig
from tecum.ledger.errors import Malformed, TokenRefused
from tecum.ledger.heads import Heads, is_authority_name, read_renewal
from tecum.ledger.policy import Policy
from tecum.ledger.statement import statement_hash
from tecum.ledger.timestamp import (
    Stamper,
    make_request,
    read_answer,
    require_stamped,
)
from tecum.ledger.token import check_token
from tecum.ledger.verifier.build import archive
from tecum.ledger.verify import Outcome, verify
from tecum.ledger.witness.outgoing import Reply
from tests.unit.ledger.authority import POLICY, TimeAuthority, later
from tests.unit.ledger.office import Office
from tests.unit.ledger.witness.bodies import Clock

NONCE = bytes(range(200, 208))


def refused(authority: TimeAuthority) -> str:
    message = b"a head"
    query = make_request(message, NONCE, POLICY)
    with pytest.raises(TokenRefused) as caught:
        read_answer(authority.answer(query), message, NONCE, authority.pins, POLICY)
    return caught.value.code


@pytest.mark.parametrize("kind", ["rsa", "ecdsa"])
def test_a_good_answer_dates_the_message(kind: str) -> None:
    authority = TimeAuthority(kind)
    answer = authority.answer(make_request(b"a head", NONCE))
    stamp = read_answer(answer, b"a head", NONCE, authority.pins)
    assert (stamp.at, stamp.accuracy) == (authority.at, timedelta(seconds=1))
    with pytest.raises(TokenRefused):
        read_answer(answer, b"a head", NONCE, TimeAuthority("ecdsa", name="other").pins[:0])


@pytest.mark.parametrize("kind", ["rsa", "ecdsa"])
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"imprint": bytes(32)}, "timestamp.imprint"),
        ({"nonce": "other"}, "timestamp.nonce"),
        ({"nonce": "none"}, "timestamp.nonce"),
        ({"policy": "1.2.3.4"}, "timestamp.policy"),
        ({"status": 2}, "timestamp.status"),
        ({"usage": "absent"}, "timestamp.usage"),
        ({"usage": "optional"}, "timestamp.usage"),
        ({"usage": "also"}, "timestamp.usage"),
        ({"until": later(days=-1)}, "timestamp.expired"),
        ({"since": later(days=1)}, "timestamp.expired"),
        ({"at": later(days=2000)}, "timestamp.expired"),
    ],
)
def test_a_bad_answer_is_refused_by_its_code(
    kind: str, change: dict[str, object], code: str
) -> None:
    assert refused(TimeAuthority(kind, **change)) == code  # type: ignore[arg-type]


def test_a_certificate_that_has_expired_since_still_dates() -> None:
    authority = TimeAuthority(until=later(days=1))
    answer = authority.answer(make_request(b"x", NONCE))
    assert check_token(answer, b"x", authority.pins).at == authority.at


def test_another_authority_of_the_same_name_is_not_believed() -> None:
    answer = TimeAuthority("ecdsa").answer(make_request(b"x", NONCE))
    with pytest.raises(TokenRefused) as caught:
        read_answer(answer, b"x", NONCE, TimeAuthority("rsa").pins)
    assert caught.value.code == "timestamp.untrusted"


def test_every_flipped_bit_of_a_token_is_refused_or_says_the_same() -> None:
    """What no signature covers (the bag, the status text) may change; what it says may not."""
    authority = TimeAuthority("ecdsa")
    answer = authority.answer(make_request(b"x", NONCE))
    good = read_answer(answer, b"x", NONCE, authority.pins)
    for at in range(len(answer)):
        bad = bytearray(answer)
        bad[at] ^= 1 << (at % 8)
        try:
            assert read_answer(bytes(bad), b"x", NONCE, authority.pins) == good
        except TokenRefused:
            continue


def test_a_query_is_what_openssl_reads(tmp_path: Path) -> None:
    (tmp_path / "q.tsq").write_bytes(make_request(b"a head", NONCE, POLICY))
    program = shutil.which("openssl")
    assert program is not None
    done = subprocess.run(
        [program, "ts", "-query", "-in", str(tmp_path / "q.tsq"), "-text"],
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
    )
    assert f"Nonce: 0x{NONCE.hex().upper()}" in done.stdout
    assert f"Policy OID: {POLICY}" in done.stdout
    assert "Certificate required: yes" in done.stdout
    with pytest.raises(ValueError, match="8 bytes"):
        make_request(b"", b"")


@pytest.mark.parametrize("kind", ["rsa", "ecdsa"])
def test_our_authority_is_one_that_openssl_believes(tmp_path: Path, kind: str) -> None:
    from cryptography.hazmat.primitives.serialization import Encoding

    authority = TimeAuthority(kind)
    (tmp_path / "head").write_bytes(b"a head")
    (tmp_path / "t.tsr").write_bytes(authority.answer(make_request(b"a head", NONCE)))
    (tmp_path / "ca.pem").write_bytes(authority.root.public_bytes(Encoding.PEM))
    words = ["-data", "head", "-in", "t.tsr", "-CAfile", "ca.pem", "-attime", "1772452900"]
    program = shutil.which("openssl")
    assert program is not None
    done = subprocess.run(
        [program, "ts", "-verify", *words],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert "Verification: OK" in done.stdout + done.stderr


# The log's own -------------------------------------------------------------------------------


def dated(tmp_path: Path, *authorities: TimeAuthority) -> tuple[Office, LogConfig]:
    office = Office.at(tmp_path / "log")
    with (office.folder / "log.toml").open("a") as config:
        for one in authorities:
            pins = ", ".join(f'"{base64.b64encode(pin).decode()}"' for pin in one.pins)
            config.write(
                f'[[authority]]\nname = "{one.name}"\nurl = "https://{one.name}/"\n'
                f"certificates = [{pins}]\n"
            )
    return Office.again(office.folder), LogConfig.read(office.folder)


def stamper(
    office: Office, config: LogConfig, clock: Clock, *authorities: TimeAuthority
) -> Stamper:
    def send(url: str, body: bytes | None, media_type: str, private: bool) -> Reply:
        one = next(one for one in authorities if url == f"https://{one.name}/")
        one.at = clock.at
        return one.send(url, body, media_type, private)

    return Stamper(office.log, config, clock=clock.now, send=send)


def trusting(office: Office, *authorities: TimeAuthority, quorum: str = "none") -> Policy:
    rows = "".join(
        f"#tecum tsa {one.name} {base64.b64encode(pin).decode()}\n"
        for one in authorities
        for pin in one.pins
    )
    return Policy.parse(office.policy(quorum, rows).encode())


def test_a_dated_head_makes_its_receipts_timestamped(tmp_path: Path) -> None:
    one, two = TimeAuthority("rsa", "one.example"), TimeAuthority("ecdsa", "two.example")
    office, config = dated(tmp_path, one, two)
    made = office.add(3)
    clock = Clock()
    found = stamper(office, config, clock, one, two).ask()
    assert [(row.name, row.code, row.size) for row in found] == [
        ("one.example", "dated", 3),
        ("two.example", "dated", 3),
    ]
    require_stamped(found)
    assert stamper(office, config, clock, one, two).ask() == []
    office.add(2)
    raw = office.log.prove(statement_hash(made[1]))
    verdict = verify(raw, trusting(office, one, two))
    assert verdict.outcome is Outcome.TIMESTAMPED
    assert verdict.bracket.not_after == clock.at + timedelta(seconds=1)
    assert verdict.bracket.not_before is None
    assert verify(raw, trusting(office)).outcome is Outcome.LOGGED
    assert {one.tsa for one in office.log.heads.tokens(3)} == {"one.example", "two.example"}
    assert office.log.audit().is_clean


@pytest.mark.parametrize("kind", ["rsa", "ecdsa"])
def test_the_zipapp_and_the_command_agree_on_a_token(
    tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    one = TimeAuthority(kind)
    office, config = dated(tmp_path, one)
    made = office.add(2)
    stamper(office, config, Clock(), one).ask()
    (tmp_path / "receipt").write_bytes(office.log.prove(statement_hash(made[0])))
    rows = f"#tecum tsa {one.name} {base64.b64encode(one.pins[0]).decode()}\n"
    (tmp_path / "policy").write_text(office.policy("none", rows))
    from tecum.ledger.__main__ import main as verify_main

    words = [str(tmp_path / "receipt"), "--policy", str(tmp_path / "policy"), "--json"]
    assert verify_main(words) == 10
    own = json.loads(capsys.readouterr().out)
    (tmp_path / "v.pyz").write_bytes(archive())
    done = subprocess.run(
        [sys.executable, str(tmp_path / "v.pyz"), *words],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 10
    other = json.loads(done.stdout)
    assert own.pop("verifier")["version"] == other.pop("verifier")["version"]
    assert own == other
    assert own["timestamps"][0]["counted"] is True


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"nonce": "other"}, "timestamp.nonce"),
        ({"imprint": bytes(32)}, "timestamp.imprint"),
        ({"usage": "absent"}, "timestamp.usage"),
        ({"media_type": "text/html"}, "timestamp.reply"),
        ({"http": 500}, "timestamp.reply"),
    ],
)
def test_an_answer_that_does_not_count_is_not_kept(
    tmp_path: Path, change: dict[str, object], code: str
) -> None:
    one = TimeAuthority(**change)  # type: ignore[arg-type]
    office, config = dated(tmp_path, one)
    office.add(1)
    found = stamper(office, config, Clock(), one).ask()
    assert [row.code for row in found] == [code]
    assert office.log.heads.tokens(1) == ()
    with pytest.raises(TokenRefused) as caught:
        require_stamped(found)
    assert caught.value.code == code


def test_a_head_is_dated_daily_and_at_once_for_what_bears_a_deadline(tmp_path: Path) -> None:
    one = TimeAuthority()
    office, config = dated(tmp_path, one)
    clock = Clock()
    asks = stamper(office, config, clock, one)
    office.add(1)
    assert [row.name for row in asks.due()] == ["tsa.example"]
    asks.ask(asks.due())
    assert asks.due() == []
    office.add(1)
    assert asks.due() == []
    clock.on(hours=24)
    assert len(asks.due()) == 1
    asks.ask(asks.due())
    clock.on(hours=48)
    assert asks.due() == []
    clock.on(hours=-47)
    office.add(1)
    assert asks.due() == []
    config_now = replace(config, dated=frozenset({"entry.recorded"}))
    assert len(stamper(office, config_now, clock, one).due()) == 1


def test_tokens_are_renewed_yearly_and_before_a_key_ends(tmp_path: Path) -> None:
    one = TimeAuthority()
    office, config = dated(tmp_path, one)
    clock = Clock()
    office.add(2)
    asks = stamper(office, config, clock, one)
    asks.ask()
    assert asks.renew() == []
    clock.on(days=365)
    office.add(1)
    assert [row.code for row in asks.renew()] == ["renewed"]
    assert asks.renew() == []
    clock.on(days=365)
    office.add(1)
    assert [row.code for row in asks.renew()] == ["renewed"]
    heads = office.log.heads
    names = [row.name for row in heads.renewals("2.tsa.example.tsr")]
    assert names == [
        "2.tsa.example.tsr.1.3.tsa.example.renewal",
        "2.tsa.example.tsr.2.4.tsa.example.renewal",
    ]
    assert office.log.audit(authorities=config.pins).findings == []
    folder = office.folder / "public/checkpoints"
    first = folder / names[0]
    whole = first.read_bytes()
    first.write_bytes((folder / names[1]).read_bytes())
    assert Finding("timestamp.imprint", "checkpoints/2.tsa.example.tsr") in (
        office.log.audit(authorities=config.pins).findings
    )
    first.write_bytes(whole)
    first.rename(folder / "2.tsa.example.tsr.7.3.tsa.example.renewal")
    assert not office.log.audit(authorities=config.pins).is_clean


def test_a_key_that_ends_soon_calls_for_one_renewal(tmp_path: Path) -> None:
    one = TimeAuthority()
    office, config = dated(tmp_path, one)
    clock = Clock(later(days=900))
    office.add(1)
    asks = stamper(office, config, clock, one)
    asks.ask()
    assert asks.renew() == []
    clock.on(days=60)
    assert [row.code for row in asks.renew()] == ["renewed"]
    assert asks.renew() == []


def test_a_pin_that_is_no_certificate_is_named(tmp_path: Path) -> None:
    one = TimeAuthority()
    office, config = dated(tmp_path, one)
    office.add(1)
    stamper(office, config, Clock(), one).ask()
    broken = replace(config.authorities[0], certificates=(b"no certificate",))
    changed = replace(config, authorities=(broken,))
    with pytest.raises(TokenRefused) as caught:
        stamper(office, changed, Clock(), one).renew()
    assert caught.value.code == "timestamp.malformed"


def test_the_audit_judges_tokens_by_the_pinned_authority(tmp_path: Path) -> None:
    one = TimeAuthority("ecdsa")
    office, config = dated(tmp_path, one)
    office.add(1)
    path = office.folder / "public/checkpoints/1.tsa.example.tsr"
    path.write_bytes(TimeAuthority("rsa").answer(make_request(office.log.newest(), NONCE)))
    assert office.log.audit(authorities=config.pins).findings == [
        Finding("timestamp.untrusted", "checkpoints/1.tsa.example.tsr")
    ]


@pytest.mark.parametrize("name", ["", "A", "a/b", "..", ".a", "-a", "ä", "a" * 65, "a b"])
def test_names_of_authorities_stand_in_file_names(name: str) -> None:
    assert not name or not is_authority_name(name)


def test_the_name_of_a_renewal_is_of_one_form() -> None:
    assert read_renewal("1.a.tsr") is None
    found = read_renewal("1.a.b.tsr.2.30.c.d.renewal")
    assert found is not None
    assert (found.renewed, found.number, found.size, found.authority) == ("1.a.b.tsr", 2, 30, "c.d")
    for name in ("1.renewal", "1.a.tsr.x.2.c.renewal", "1.a.tsr.1.renewal"):
        with pytest.raises(Malformed):
            read_renewal(name)


def test_settings_that_are_not_understood_are_refused(tmp_path: Path) -> None:
    office = Office.at(tmp_path / "log")
    path = office.folder / "log.toml"
    sound = path.read_text()
    vkey = "agency.example/witness+00000000+BAAA"
    for extra in (
        "[[witnes]]\n",
        "heartbeat_minutes = 0\n",
        "name = 3\n",
        "[[authority]]\nname = 'A'\nurl = ''\ncertificates = ['']\n",
        "[[authority]]\nname = 'a'\nurl = ''\ncertificates = []\n",
        "[[authority]]\nname = 'a'\nurl = ''\ncertificates = ['=']\n",
        f"[[witness]]\nvkey = '{vkey}'\n",
        "[witnessing]\nclock = 'sundial'\n",
        "[[witness]]\nvkey = 'x'\nallow_private = 'yes'\n",
        "witness = 3\n",
        "witness = [3]\n",
        "dated = 'all'\n",
    ):
        path.write_text(extra + sound if "[" not in extra else sound + extra)
        with pytest.raises((DataUnusable, UsageError)) as caught:
            LogConfig.read(office.folder)
        assert caught.value.code in ("log.config", "log.absent"), extra
    assert Heads(office.log.files).largest() is None
