"""Random receipts, single changed bits and every deception: three verifiers, one answer.

The command's function, the one-file verifier with ``cryptography`` and without it, and the page
in Chromium. ``TECUM_TEST_THREE_VERIFIERS`` sets how many receipts, and how many changed ones.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tecum.ledger.verifier import build
from tecum.ledger.verify import Outcome
from tests.browser.two_verifiers import NONE, Named, agree, by_python, offline_page
from tests.unit.ledger.dishonest import KINDS, honest
from tests.unit.ledger.forest import Forest, flip

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-verify")]

COUNT = int(os.environ.get("TECUM_TEST_THREE_VERIFIERS", "120"))
SEED = int(os.environ.get("TECUM_TEST_THREE_VERIFIERS_SEED", "1"))
WITH, ALONE = ["-I"], ["-I", "-S"]
AT_ONCE = 200


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """The page from a disk, with the network cut."""
    with offline_page(chromium) as (_, page):
        yield page


@dataclass(frozen=True)
class OneFile:
    """The one-file verifier, and a folder for what it is to read."""

    program: Path
    folder: Path

    def ask(
        self, options: Sequence[str], policy: bytes, receipts: Sequence[bytes], known: Named
    ) -> list[dict[str, Any]]:
        """What it says in a process of its own; nothing names the verifier."""
        (self.folder / "policy").write_bytes(policy)
        for name, raw in known.items():
            (self.folder / name).write_bytes(raw)
        heads = [word for name in known for word in ("--known", name)]
        found = []
        for start in range(0, len(receipts), AT_ONCE):
            names = []
            for n, raw in enumerate(receipts[start : start + AT_ONCE]):
                names.append(f"{n}.tlog-proof")
                (self.folder / names[-1]).write_bytes(raw)
            arguments = [*names, "--policy", "policy", *heads, "--json"]
            done = subprocess.run(
                [sys.executable, *options, str(self.program), *arguments],
                check=False, capture_output=True, text=True, timeout=1800, cwd=self.folder,
            )  # fmt: skip
            answers = [json.loads(line) for line in done.stdout.splitlines()]
            assert done.stderr == ""
            assert done.returncode == max(one["exit"] for one in answers)
            engine = "pure" if "-S" in options else "cryptography"
            assert {one["verifier"]["engine"] for one in answers} == {engine}
            found += answers
        return [{**one, "verifier": None} for one in found]


@pytest.fixture(scope="module")
def one_file(tmp_path_factory: pytest.TempPathFactory) -> OneFile:
    """The one-file verifier, built."""
    folder = tmp_path_factory.mktemp("built")
    build.build(folder)
    return OneFile(folder / build.ARCHIVE, tmp_path_factory.mktemp("asked"))


@pytest.fixture(scope="module")
def forest() -> Forest:
    """One log of two thousand statements."""
    return Forest()


def all_agree(
    page: Page, one_file: OneFile, policy: bytes, receipts: Sequence[bytes], known: Named = NONE
) -> set[str]:
    """Hold the three verifiers to one answer; give the verdicts and reasons that came up."""
    met = agree(page, policy, receipts, known=known)
    wanted = [by_python(raw, policy, known=known) for raw in receipts]
    assert one_file.ask(WITH, policy, receipts, known) == wanted
    # Without a library the keys of time authorities cannot be used; all else must be the same.
    plain = [n for n, one in enumerate(wanted) if not one["timestamps"]]
    found = one_file.ask(ALONE, policy, [receipts[n] for n in plain], known)
    assert found == [wanted[n] for n in plain]
    return met


def test_random_receipts_have_one_verdict(page: Page, one_file: OneFile, forest: Forest) -> None:
    dice = random.Random(SEED)
    receipts = [forest.receipt(dice) for _ in range(COUNT)]
    known = {"kept": forest.head(1000, dice, 1_772_502_000)}
    met = all_agree(page, one_file, forest.policy().encode(), receipts, known)
    assert met >= {
        "WITNESSED None", "LOGGED quorum", "UNKNOWN_KEYS signer", "TIMESTAMPED quorum",
        "known.not_comparable: kept", "timestamp.untrusted: another.example",
    }  # fmt: skip


def test_one_changed_bit_has_one_verdict(page: Page, one_file: OneFile, forest: Forest) -> None:
    dice = random.Random(1000 + SEED)
    whole = [forest.receipt(dice) for _ in range(COUNT)]
    changed = [flip(raw, dice) for raw in whole]
    policy = forest.policy().encode()
    met = all_agree(page, one_file, policy, changed)
    assert {one for one in met if one.startswith("INVALID")} >= {
        "INVALID malformed.base64", "INVALID malformed.extra",
    }  # fmt: skip
    assert len({one for one in met if one.startswith("INVALID")}) >= 5
    for before, after in zip(whole, changed, strict=True):
        was, now = by_python(before, policy), by_python(after, policy)
        if now["exit"] <= Outcome.LOGGED:
            assert now["statement"] == was["statement"]
            assert now["log"] == was["log"]


@pytest.mark.parametrize("name", KINDS)
def test_every_deception_has_one_verdict(page: Page, one_file: OneFile, name: str) -> None:
    for seed in range(max(1, COUNT // 120)):
        evidence = honest(seed)
        KINDS[name][0](evidence)
        known = {"kept": evidence.kept}
        all_agree(page, one_file, evidence.trust.encode(), [evidence.receipt], known)
