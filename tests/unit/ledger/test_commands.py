"""``tecum log`` and ``tecum verify`` as a clerk and the other side call them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tecum.cli.__main__ import main
from tecum.ledger.statement import Statement
from tests.shared import ROOT

DRAFT = """type demand.delivered
docket Ov4ZcctVh0hI/txdxdCxptJtIdn7KXEQ10OUnTkkqDA=
channel email
grade handed_over
commit content @demand.txt
commit addressee =records@city.example
"""


@pytest.fixture
def folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "demand.txt").write_text("To the Records Unit\n")
    (tmp_path / "draft").write_text(DRAFT)
    arguments = ["log", "init", "log", "--name", "City of Example", "--clock", "ntp 50"]
    roles = ["city.example/intake", "city.example/counsel", "city.example/operator"]
    assert main([*arguments, *(f"--signer={role}" for role in roles)]) == 0
    assert capsys.readouterr().out.startswith("origin sigsum.org/v1/tree/")
    return tmp_path


def append(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main(["log", "append", "log", *arguments]) == 0
    return capsys.readouterr().out.split()


def test_from_draft_to_verdict(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    index, digest, name = append(capsys, "draft", "--signer", "intake")
    assert (index, name) == ("1", f"{digest[:16]}.tlog-proof")
    arguments = [
        "log",
        "prove",
        "log",
        "--statement",
        digest,
        "--open",
        "content",
        "--open",
        "addressee",
    ]
    assert main(arguments) == 0
    out, err = capsys.readouterr()
    assert out.strip() == name
    assert "cannot be taken back" in err
    check = ["verify", name, "--policy", "log/trust.policy", "--file", "demand.txt"]
    assert main([*check, "--report", "report.html"]) == 11
    out = capsys.readouterr().out
    assert out.startswith(f"LOGGED  {name}\nIn the log according to its operator alone.")
    assert "This does not prove" in out
    page = (folder / "report.html").read_text()
    for words in ("902(13)", "not relevance", "LOGGED", "demand.txt", "City of Example", digest):
        assert words in page
    assert "<script" not in page
    assert main([*check, "--at-least", "logged"]) == 0
    assert "Accepted, because --at-least logged was given." in capsys.readouterr().out
    (folder / "demand.txt").write_text("something else")
    assert main(check) == 40
    assert "file.mismatch" in capsys.readouterr().out


def test_the_verdict_follows_its_schema(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, digest, name = append(capsys, "draft", "--signer", "intake")
    main(["log", "prove", "log", "--statement", digest, "--open", "content"])
    (folder / "broken").write_bytes(b"x")
    capsys.readouterr()
    assert main(["verify", name, "broken", "--policy", "log/trust.policy", "--json"]) == 40
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["verdict"] for row in rows] == ["LOGGED", "INVALID"]
    schema = json.loads((ROOT / "docs/reference/schemas/tecum.verdict-1.schema.json").read_text())
    for row in rows:
        jsonschema.validate(row, schema)
    assert rows[0]["verifier"]["engine"] == "cryptography"
    assert len(rows[0]["verifier"]["sha256"]) == 64


def test_the_receipts_extra_follows_its_schema(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import base64

    _, digest, name = append(capsys, "draft", "--signer", "intake")
    main(["log", "prove", "log", "--statement", digest, "--open", "content"])
    extra = (folder / name).read_text().split("\n")[1].removeprefix("extra ")
    schema = json.loads((ROOT / "docs/reference/schemas/tecum.receipt-1.schema.json").read_text())
    jsonschema.validate(json.loads(base64.b64decode(extra)), schema)


def test_a_docket_goes_on_by_itself_and_signed_statements_are_taken(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    append(capsys, "draft", "--signer", "intake")
    append(capsys, "draft", "--signer", "city.example/counsel")
    assert main(["log", "prove", "log", "--index", "2", "-o", "two"]) == 0
    from tecum.ledger.receipt import Receipt

    receipt = Receipt.parse((folder / "two").read_bytes())
    assert receipt.statement.seq == 2
    assert receipt.statement.first.name == "city.example/counsel"
    (folder / "signed").write_bytes(receipt.statement.raw)
    capsys.readouterr()
    assert append(capsys, "signed")[0] == "2"


def test_governance_is_signed_by_the_operator(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "status").write_text("type clock.status\ncode synchronised\n")
    append(capsys, "status")
    main(["log", "prove", "log", "--index", "1", "-o", "out"])
    from tecum.ledger.receipt import Receipt

    statement: Statement = Receipt.parse((folder / "out").read_bytes()).statement
    assert statement.first.name == "city.example/operator"
    assert statement.docket is None


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["log", "append", "log", "draft"], 2, "--signer"),
        (["log", "append", "log", "draft", "--signer", "nobody"], 2, "--signer"),
        (["log", "append", "log", "absent"], 3, "cannot be opened"),
        (["log", "append", "nowhere", "draft"], 2, "no usable log"),
        (["log", "prove", "log"], 2, "--statement or by --index"),
        (["log", "prove", "log", "--index", "9"], 2, "no entry 9"),
        (["log", "prove", "log", "--statement", "zz"], 2, "64 hex"),
        (["log", "prove", "log", "--statement", "00"], 3, "does not hold"),
        (["log", "prove", "log", "--index", "0", "--open", "content"], 2, "no opening"),
        (["log", "init", "log", "--name", "x", "--signer", "x.example/y"], 2, "not empty"),
        (
            ["log", "init", "new", "--name", "x", "--signer", "Subject A"],
            2,
            "<office domain>/<role>",
        ),
        (["log", "init", "new", "--name", "x\ny", "--signer", "x.example/y"], 3, "trust file"),
        (["log", "inti"], 2, "inti"),
        (["verify", "absent", "--policy", "log/trust.policy"], 3, "absent"),
        (["verify", "draft", "--policy", "draft"], 3, "trust file is refused"),
        (["verify", "draft"], 2, "--policy"),
        (["verify", "draft", "--policy", "log/trust.policy", "--file", "absent"], 3, "absent"),
    ],
)
def test_mistakes_are_told_apart(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
    words: str,
) -> None:
    assert main(arguments) == status
    assert words in capsys.readouterr().err
    assert not (folder / "new").exists()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("grade", "grad", 'Did you mean "grade"?'),
        ("demand.delivered", "demand.deliverd", 'Did you mean "demand.delivered"?'),
        ("@demand.txt", "@absent.txt", "cannot be read"),
    ],
)
def test_mistakes_in_drafts_are_told_apart(
    folder: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, words: str
) -> None:
    (folder / "draft").write_text(DRAFT.replace(old, new))
    assert main(["log", "append", "log", "draft", "--signer", "intake"]) == 2
    assert words in capsys.readouterr().err


def test_an_erased_opening_is_said_to_be_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tecum.ledger.drafts import OfficeVault

    _, digest, _ = append(capsys, "draft", "--signer", "intake")
    office = OfficeVault.of(folder / "log")
    records = (folder / "log/private/records" / digest).read_text().split()
    office.vault.erase([bytes.fromhex(one) for one in records])
    assert main(["log", "prove", "log", "--statement", digest, "--open", "content"]) == 3
    assert "erased" in capsys.readouterr().err
    assert main(["log", "prove", "log", "--statement", digest]) == 0


def test_audit_and_checkpoint(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    append(capsys, "draft", "--signer", "intake")
    assert main(["log", "checkpoint", "log"]) == 0
    head = capsys.readouterr().out
    assert head == (folder / "log/public/checkpoint").read_text()
    (folder / "kept").write_text(head)
    assert main(["log", "audit", "log", "--known", "kept"]) == 0
    assert "0 findings" in capsys.readouterr().out
    tile = folder / "log/public/tile/0/000.p/2"
    tile.write_bytes(bytes(64))
    assert main(["log", "audit", "log", "--json"]) == 5
    report = json.loads(capsys.readouterr().out)
    assert {"code": "tile.mismatch", "where": "tile/0/000.p/2"} in report["findings"]
    assert main(["log", "append", "log", "draft", "--signer", "intake"]) == 5
    assert "refuses to sign (tile.mismatch)" in capsys.readouterr().err


def test_sigsum_export(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    append(capsys, "draft", "--signer", "intake")
    assert main(["log", "export", "log", "--sigsum", "2", "--index", "1", "-o", "p"]) == 0
    assert (folder / "p").read_text().startswith("version=2\nlog=")
    assert (folder / "p.pub").read_text().endswith(" intake\n")
    assert (folder / "p.policy").read_text().endswith("quorum none\n")
    assert Statement.parse((folder / "p.statement").read_bytes()).type == "demand.delivered"


def test_kept_heads_are_compared_through_tiles(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    append(capsys, "draft", "--signer", "intake")
    kept = (folder / "log/public/checkpoints/1").read_bytes()
    (folder / "kept").write_bytes(kept)
    main(["log", "prove", "log", "--index", "1", "-o", "receipt"])
    capsys.readouterr()
    check = ["verify", "receipt", "--policy", "log/trust.policy", "--known", "kept", "--json"]
    assert main(check) == 11
    assert json.loads(capsys.readouterr().out)["notices"] == ["known.not_comparable: kept"]
    assert main([*check, "--tiles", "log/public"]) == 11
    assert json.loads(capsys.readouterr().out)["notices"] == []
    assert main([*check, "--tiles", "absent"]) == 11
