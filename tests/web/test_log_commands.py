"""The commands of the log on a product whose entries and journal lie in PostgreSQL."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.shared import ROOT
from tests.web.conftest import PROFILE
from tests.web.server import running

pytestmark = [pytest.mark.postgresql, pytest.mark.xdist_group("log-commands")]
SET_UP = f"""
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "tecum.web.settings.serve"
from tecum.web.home import Home
home = Home.from_environment().make()
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0, interactive=False)
from tecum.web.accounts.services import found_office
from tecum.web.ledger.sequencer import put_waiting_into_log
found_office({PROFILE!r}, "Lead")
while put_waiting_into_log():
    pass
"""


@dataclass
class Installed:
    """A data folder whose product has its database in PostgreSQL."""

    home: Path
    address: str

    @property
    def log(self) -> str:
        """The log's folder."""
        return str(self.home / "log")

    def python(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run Python with the product's settings."""
        known = {k: v for k, v in os.environ.items() if not k.startswith(("TECUM_", "DJANGO_"))}
        return subprocess.run(
            [sys.executable, *words],
            env={**known, "TECUM_HOME": str(self.home), "TECUM_DATABASE": self.address},
            cwd=ROOT, check=False, capture_output=True, text=True, timeout=240,
        )  # fmt: skip

    def run(self, *words: str, status: int = 0) -> str:
        """One command; gives what it printed."""
        done = self.python("-m", "tecum.cli", "log", *words)
        assert done.returncode == status, (words, done.stdout, done.stderr)
        return done.stdout + done.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    with running() as address:
        made = Installed(tmp_path_factory.mktemp("installed") / "home", address)
        done = made.python("-c", SET_UP)
        assert done.returncode == 0, done.stderr
        assert not (made.home / "log" / "private" / "entries.sqlite").exists()
        yield made


def test_status_audit_checkpoint_and_proof(installed: Installed, tmp_path: Path) -> None:
    found = json.loads(installed.run("status", installed.log, "--json"))
    assert found["store"] == "database"
    assert found["may_sign"] is True
    assert found["entries"] == found["size"] > 5
    audit = json.loads(installed.run("audit", installed.log, "--json"))
    assert (audit["findings"], audit["entries"]) == ([], found["size"])
    assert f"\n{found['size']}\n" in installed.run("checkpoint", installed.log)
    receipt = tmp_path / "one.tlog-proof"
    installed.run("prove", installed.log, "--index", "2", "-o", str(receipt))
    done = installed.python(
        "-m", "tecum.cli", "verify", str(receipt), "--policy",
        str(installed.home / "log" / "trust.policy"), "--at-least", "logged",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_export_of_tiles_and_of_a_proof(installed: Installed, tmp_path: Path) -> None:
    size = json.loads(installed.run("status", installed.log, "--json"))["size"]
    said = installed.run("export", installed.log, "--tiles", str(tmp_path / "mirror"))
    assert f"holds the head of size {size}" in said
    assert (tmp_path / "mirror" / "checkpoint").exists()
    proof = tmp_path / "statement.proof"
    installed.run("export", installed.log, "--sigsum", "2", "--index", "1", "-o", str(proof))
    assert proof.read_text().startswith("version=2")


def test_a_new_signer_is_stated_and_may_speak(installed: Installed) -> None:
    before = json.loads(installed.run("status", installed.log, "--json"))["entries"]
    domain = (installed.home / "log" / "log.toml").read_text().split("/intake")[0].split('"')[-1]
    said = installed.run("key", installed.log, "--add", f"{domain}/archive")
    assert f"vkey {domain}/archive+" in said
    assert json.loads(installed.run("status", installed.log, "--json"))["entries"] == before + 1
    assert json.loads(installed.run("audit", installed.log, "--json"))["findings"] == []


def test_what_needs_the_entries_in_the_folder_says_so(installed: Installed, tmp_path: Path) -> None:
    new = str(tmp_path / "new")
    for words in (
        ("continue", installed.log, new, "--code", "yearly"),
        ("recover", installed.log),
        ("prove", installed.log, "--index", "2", "--open", "entry", "-o", new),
    ):
        assert "log.database" in installed.run(*words, status=2), words
    assert not Path(new).exists()
    elsewhere = tmp_path / "copied" / "log"
    elsewhere.mkdir(parents=True)
    text = (installed.home / "log" / "log.toml").read_text()
    (elsewhere / "log.toml").write_text(text)
    assert "the product is not here" in installed.run("status", str(elsewhere), status=2)


def test_a_log_in_a_folder_has_a_status_too(tmp_path: Path) -> None:
    def run(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "tecum.cli", "log", *words],
            cwd=ROOT, check=True, capture_output=True, text=True, timeout=240,
        )  # fmt: skip
        return done.stdout

    folder = str(tmp_path / "log")
    run("init", folder, "--name", "City of Example", "--signer", "city.example/intake")
    said = run("status", folder)
    assert "entries 1, under the newest head 1; kept in: folder\nmay sign\n" in said
    run("freeze", folder)
    assert "has ended" in run("status", folder)
