"""What the other side must audit: the verifier imports little, opens nothing, asks no clock."""

from __future__ import annotations

import ast
import io
import json
import subprocess
import sys
import tokenize
from pathlib import Path

import pytest

import tecum.ledger
from tecum.ledger.__main__ import main
from tests.shared import ROOT
from tests.unit.ledger.office import AGENCY, ARCHIVE, Office, opening

SOURCE = ROOT / "src" / "tecum"
MAX_CODE_LINES = 1889
"""The aim is 1,400 (docs/decisions/0010-size-of-the-verifier.md); this may only shrink."""

LOADED = """
import sys
before = set(sys.modules)
import tecum.ledger.__main__
for name in sorted(set(sys.modules) - before):
    print(name)
"""
FORBIDDEN = {
    "asyncio", "http", "os", "random", "requests", "secrets", "shutil", "socket", "sqlite3", "ssl",
    "subprocess", "tempfile", "time", "urllib",
}  # fmt: skip


def closure() -> list[Path]:
    """The files that running the verifier loads of ours."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, timeout=240
    )
    names = [name for name in done.stdout.split() if name.split(".")[0] == "tecum"]
    paths = [SOURCE.parent / (name.replace(".", "/") + ".py") for name in names]
    return [path if path.exists() else path.with_suffix("") / "__init__.py" for path in paths]


def test_the_verifier_loads_nothing_but_python_and_cryptography() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, timeout=240
    )
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    allowed = set(sys.stdlib_module_names) | {"tecum", "cryptography", "_cffi_backend", "_openssl"}
    assert loaded <= allowed
    ours = {name for name in done.stdout.split() if name.startswith("tecum")}
    outside = {name for name in ours if not name.startswith("tecum.ledger")}
    assert outside <= {"tecum", "tecum.errors"}
    outer = "log store journal sequencer vault audit drafts sigsum signing proofs handing bundles"
    for name in outer.split():
        assert f"tecum.ledger.{name}" not in ours


def test_only_the_command_opens_files_and_nothing_asks_a_clock() -> None:
    paths = closure()
    assert len(paths) > 15
    for path in paths:
        tree = ast.parse(path.read_text())
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names = {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names = {(node.module or "").split(".")[0]}
            elif isinstance(node, ast.Call):
                called = node.func
                word = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
                assert word not in {"now", "utcnow", "today", "localtime", "eval", "exec"}, path
                if path.name != "__main__.py":
                    assert word not in {"open", "read_bytes", "read_text", "write_text"}, path
                continue
            else:
                continue
            assert not names & FORBIDDEN, path
            if path.name != "__main__.py":
                assert "pathlib" not in names, path


def code_lines(path: Path) -> int:
    """Lines that hold code: no blank lines, comments or docstrings."""
    source = path.read_text()
    words: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            words |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    silent = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in silent and token.type != tokenize.ENDMARKER:
            lines |= set(range(token.start[0], token.end[0] + 1))
    return len(lines - words)


def test_the_verifier_stays_small() -> None:
    assert sum(code_lines(path) for path in closure()) <= MAX_CODE_LINES


def test_the_public_surface_is_what_it_says() -> None:
    for name in tecum.ledger.__all__:
        assert getattr(tecum.ledger, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute"):
        tecum.ledger.Witness  # type: ignore[attr-defined]  # noqa: B018


WITHOUT = """
import sys
sys.modules["cryptography"] = None
from tecum.ledger.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def test_without_cryptography_the_verdict_is_the_same(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tecum.ledger.statement import statement_hash

    made = office.add(4)
    office.cosign(2, AGENCY, ARCHIVE, at=1_772_442_800)
    office.cosign(4, AGENCY, ARCHIVE)
    receipt, policy = tmp_path / "receipt", tmp_path / "policy"
    raw = office.log.prove(statement_hash(made[2]), [opening()])
    policy.write_text(office.policy())
    for content, status in ((raw, 0), (raw.replace(b"index 2", b"index 3"), 40)):
        receipt.write_bytes(content)
        arguments = [str(receipt), "--policy", str(policy), "--json"]
        assert main(arguments) == status
        usual = json.loads(capsys.readouterr().out)
        done = subprocess.run(
            [sys.executable, "-c", WITHOUT, *arguments],
            check=False,
            capture_output=True,
            text=True,
            timeout=240,
        )
        assert done.returncode == status
        pure = json.loads(done.stdout)
        assert (usual.pop("verifier")["engine"], pure.pop("verifier")["engine"]) == (
            "cryptography",
            "pure",
        )
        assert pure == usual
