"""Two offices in processes of their own, their messages as files, and what each can prove.

A demand and its answer are exchanged. Then one office goes offline, one delivery fails by a
recorded notice, and one receipt is denied. A third office has witnessed both logs.
"""

from __future__ import annotations

import difflib
import html
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.shared import ROOT

SCHEMA = ROOT / "docs" / "reference" / "schemas" / "tecum.dispute-1.schema.json"
pytestmark = pytest.mark.xdist_group("two-offices")
GOLDEN = Path(__file__).parent / "two_offices.txt"
LOOP = """
import contextlib, io, json, sys
from datetime import datetime
from tecum.cli.__main__ import main
from tecum.clock import at_fixed
answers = sys.stdout
for line in sys.stdin:
    at, words = json.loads(line)
    out, err = io.StringIO(), io.StringIO()
    with at_fixed(datetime.fromisoformat(at)):
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main(words)
    print(json.dumps([status, out.getvalue(), err.getvalue()]), file=answers, flush=True)
"""
DEMAND = {
    "first": "Demand of two items.\n",
    "second": "Demand that meets an office offline.\n",
    "third": "Demand to a full mailbox.\n",
}


@dataclass
class World:
    """Three offices, each a process and a folder of its own, and what was stated in them."""

    home: Path
    stated: dict[str, str] = field(default_factory=dict)
    dockets: dict[str, str] = field(default_factory=dict)
    offices: dict[str, subprocess.Popen[str]] = field(default_factory=dict)

    def open(self, *names: str) -> None:
        """Begin a process for each office."""
        for name in names:
            self.offices[name] = subprocess.Popen(
                [sys.executable, "-c", LOOP],
                cwd=self.home,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )

    def close(self) -> None:
        """End every process."""
        for process in self.offices.values():
            process.communicate()

    def run(self, at: str, *words: str, status: int = 0) -> str:
        """One command in the process of the office that it names, at a fixed instant."""
        name = next((word for word in words if word in self.offices), "archive")
        process = self.offices[name]
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps([f"2026-03-{at}:00+00:00", words]) + "\n")
        process.stdin.flush()
        code, out, err = json.loads(process.stdout.readline())
        assert code == status, (words, out, err)
        return str(out)

    def say(self, name: str, at: str, *words: str) -> None:
        """A command of ``exchange`` that makes a statement; its hash and docket are kept."""
        out = self.run(at, "exchange", *words, "--policy", "trust.policy")
        found = dict(row.split(" ", 1) for row in out.splitlines())
        self.stated[name], self.dockets[name] = found["statement"], found["docket"]

    def take(self, name: str, at: str, office: str, file: str) -> Path:
        """An office takes a message in; gives the reply."""
        out = self.run(
            at, "exchange", "take-in", office, file, "--policy", "trust.policy", "-o", office
        )
        found = dict(row.split(" ", 1) for row in out.splitlines())
        if "statement" in found:
            self.stated[name] = found["statement"]
        self.dockets[name] = found["docket"]
        return self.home / found.get("reply", "none")

    def witness(self, at: str) -> None:
        """The archive cosigns both heads, asked by files."""
        for one in ("agency", "city"):
            ask = ("log", "checkpoint", one)
            name = "archive.example/witness"
            self.run(at, *ask, "--request-for", name, "-o", "request")
            self.run(at, "log", "cosign", "archive", "request", "-o", "cosigned")
            self.run(
                at, *ask, "--answer-from", name, "--request", "request", "--answer", "cosigned"
            )

    def dispute(self, ours: str, theirs: str, *more: str) -> dict[str, Any]:
        """What the papers of both sides establish, seen by one of them."""
        sides = {
            one: sorted(str(path) for path in (self.home / f"{one}-papers").glob("*/ours"))
            for one in ("agency", "city")
        }
        words = ["dispute", *sides[ours], "--policy", "trust.policy", "--json", *more]
        for folder in sides.get(theirs, []):
            words += ["--theirs", folder]
        found: dict[str, Any] = json.loads(self.run("20T09:00", *words))
        return found


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The whole story."""
    made = World(tmp_path_factory.mktemp("world"))
    made.open("agency", "city", "archive")
    try:
        _tell(made)
        yield made
    finally:
        made.close()


def _tell(made: World) -> None:
    offices = {
        "agency": ("Agency of Example", "agency.example/dispatch"),
        "city": ("City of Example", "city.example/intake"),
        "archive": ("Archive of Example", "archive.example/operator"),
    }
    vkeys = {}
    for name, (title, role) in offices.items():
        out = made.run("01T08:00", "log", "init", name, "--name", title, "--signer", role)
        vkeys[name] = out.splitlines()[1].removeprefix("vkey ")
    _trust_each_other(made, vkeys)
    _exchange(made)
    _offline(made)
    _failed(made)
    _denied(made)
    made.witness("19T12:00")
    _export(made)


def _trust_each_other(made: World, vkeys: dict[str, str]) -> None:
    with (made.home / "archive" / "log.toml").open("a") as config:
        config.write("[witnessing]\nclock = 'kept'\n")
        for name in ("agency", "city"):
            config.write(f"[[witnessing.log]]\nvkey = '{vkeys[name]}'\n")
    archive = made.run("01T08:01", "log", "witness", "archive", "--key").strip()
    archive = archive.removeprefix("vkey ")
    rows = [f"witness archive {archive}", "quorum archive", "#tecum policy 1"]
    for name in ("agency", "city"):
        with (made.home / name / "log.toml").open("a") as config:
            config.write(f"[[witness]]\nvkey = '{archive}'\n")
        own = (made.home / name / "trust.policy").read_text().splitlines()
        rows = [*[row for row in own if row.startswith("log ")], *rows]
        rows += [row for row in own if row.startswith(("#tecum name", "#tecum signer"))]
    (made.home / "trust.policy").write_text("\n".join(rows) + "\n")
    for name, text in DEMAND.items():
        (made.home / f"{name}.txt").write_text(text)
    (made.home / "records.txt").write_text("The records.\n")
    (made.home / "more.txt").write_text("More records.\n")
    (made.home / "bounce.eml").write_text("552 mailbox full\n")


def _exchange(made: World) -> None:
    """A demand and its answer, with a reply to each."""
    to = ("--to", "records@city.example")
    made.say("demand", "02T09:00", "send", "agency", "first.txt", *to, "--items", "2",
             "-o", "first.tecum")  # fmt: skip
    made.witness("02T09:01")
    reply = made.take("delivered", "02T09:05", "city", "first.tecum")
    made.witness("02T09:30")
    made.take("kept", "02T09:35", "agency", str(reply))
    about = made.stated["demand"]
    made.say("acknowledged", "02T10:00", "reply", "city", about, "--type", "demand.acknowledged",
             "--grade", "accepted", "--code", "with_reservation", "--on", "2026-03-02",
             "-o", "ack.tecum")  # fmt: skip
    made.take("kept", "02T10:05", "agency", "ack.tecum")
    made.say("clock", "02T10:10", "reply", "city", about, "--type", "clock.set", "--code",
             "started", "--text", "due=2026-03-16", "--text", "rule=example/answer/1",
             "-o", "clock.tecum")  # fmt: skip
    made.witness("02T10:30")
    made.say("answer", "12T10:00", "send", "city", "records.txt", "--to", "dispatch@agency.example",
             "--answers", about, "--pages", "1", "-o", "answer.tecum")  # fmt: skip
    reply = made.take("answer delivered", "12T10:05", "agency", "answer.tecum")
    made.witness("12T10:30")
    made.take("kept", "12T10:35", "city", str(reply))


def _offline(made: World) -> None:
    """A demand to which nothing comes back."""
    made.say("unanswered", "13T09:00", "send", "agency", "second.txt", "--to",
             "records@city.example", "-o", "second.tecum")  # fmt: skip


def _failed(made: World) -> None:
    """A demand of which the mail system says that it failed."""
    made.say("bounced", "14T09:00", "send", "agency", "third.txt", "--to", "old@city.example",
             "-o", "third.tecum")  # fmt: skip
    made.say("failed", "14T09:20", "record", "agency", made.stated["bounced"], "--type",
             "delivery.failed", "--code", "mailbox_full", "--channel", "email", "--file",
             "bounce.eml", "-o", "failed.tecum")  # fmt: skip


def _denied(made: World) -> None:
    """A second answer that the agency says it never got."""
    made.say("second answer", "15T09:00", "send", "city", "more.txt", "--to",
             "dispatch@agency.example", "--answers", made.stated["demand"], "--pages", "1",
             "-o", "more.tecum")  # fmt: skip
    made.witness("15T09:30")
    about, docket = made.stated["second answer"], made.dockets["demand"]
    made.say("denied", "18T09:00", "reply", "agency", about, "--type", "answer.disputed", "--code",
             "not_received", "--docket", docket, "-o", "denied.tecum")  # fmt: skip
    made.take("kept", "18T09:05", "city", "denied.tecum")
    made.say("search", "18T09:10", "reply", "agency", about, "--type", "search.none", "--code",
             "none_found", "--checked", "3", "--text", "scope=inbox, portal, counter",
             "--docket", docket, "-o", "search.tecum")  # fmt: skip


def _export(made: World) -> None:
    opened = [word for label in ("content", "manifest", "due", "notice") for word in
              ("--open", label)]  # fmt: skip
    for name, docket in (
        ("agency", "demand"),
        ("agency", "unanswered"),
        ("agency", "bounced"),
        ("city", "delivered"),
    ):
        (made.home / f"{name}-papers").mkdir(exist_ok=True)
        made.run("19T13:00", "exchange", "receipts", name, made.dockets[docket], *opened,
                 "-o", f"{name}-papers/{docket}", "--policy", "trust.policy")  # fmt: skip


def asked(found: dict[str, Any], name: str, about: str) -> dict[str, Any]:
    return next(one for one in found["questions"] if (one["id"], one["about"]) == (name, about))


def row(found: dict[str, Any], about: str) -> dict[str, Any]:
    return next(one for one in found["milestones"] if one["hash"] == about)


@pytest.fixture(scope="module")
def found(world: World) -> dict[str, Any]:
    return world.dispute("agency", "city", "--report", "report.html")


def test_the_answer_has_the_shape_that_is_published(found: dict[str, Any]) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(found)


def test_everything_presented_counts(found: dict[str, Any]) -> None:
    assert found["not_counted"] == []
    assert found["forks"] == []
    assert {one["verdict"] for one in found["milestones"]} == {"WITNESSED"}


def test_the_first_demand_and_its_answer_are_stated_by_both(
    world: World, found: dict[str, Any]
) -> None:
    for name in ("demand", "answer"):
        about = world.stated[name]
        assert asked(found, "sent", about)["answer"] == "sent.both"
        assert asked(found, "content", about)["answer"] == "content.equal"
        assert row(found, about)["strength"] == "acknowledged by the other side"
    time = asked(found, "time", world.stated["answer"])
    (sentence,) = time["sentences"]
    assert sentence == (
        "Agency of Example states that it came: fixed between 2026-03-02T10:30:00Z and "
        "2026-03-12T10:30:00Z. The date 2026-03-16, set by City of Example, had not passed."
    )


def test_who_is_offline_leaves_the_sender_unconfirmed(world: World, found: dict[str, Any]) -> None:
    about = world.stated["unanswered"]
    question = asked(found, "sent", about)
    assert question["answer"] == "sent.one_sided"
    (sentence,) = question["sentences"]
    assert sentence == (
        "Agency of Example states that it was sent. No statement of City of Example that it came "
        "was presented: it is not confirmed."
    )
    assert row(found, about)["strength"] == "witnessed"
    assert asked(found, "content", about)["answer"] == "content.one_sided"
    missing = [one for one in found["not_established"] if one["about"] == about]
    assert "demand.delivered" in {one["station"] for one in missing}
    assert all("up to the head of size" in one["sentence"] for one in missing)


def test_a_failed_delivery_is_known_by_its_notice(world: World, found: dict[str, Any]) -> None:
    about = world.stated["bounced"]
    sentences = asked(found, "sent", about)["sentences"]
    assert any("it failed: mailbox_full. The notice is committed to and opened" in one
               for one in sentences)  # fmt: skip
    assert row(found, about)["against"] == [world.stated["failed"]]
    assert row(found, about)["strength"] == "witnessed"


def test_a_denied_receipt_stands_beside_the_sending(world: World, found: dict[str, Any]) -> None:
    about = world.stated["second answer"]
    question = asked(found, "sent", about)
    assert question["answer"] == "sent.one_sided"
    assert "Agency of Example states that it was not received." in question["sentences"]
    assert any("it searched: none_found; arrivals looked at: 3" in one
               for one in question["sentences"])  # fmt: skip
    assert question["sentences"][-1].startswith("These statements stand side by side")
    assert row(found, about)["strength"] == "witnessed"
    assert row(found, about)["against"] == [world.stated["denied"], world.stated["search"]]


def test_nobody_removed_or_backdated_anything(found: dict[str, Any]) -> None:
    for side in ("ours", "theirs"):
        assert asked(found, "removed", side)["answer"] == "removed.whole"
        written = asked(found, "written", side)["sentences"]
        assert len(written) == 1, written


def test_the_other_side_sees_the_same(world: World, found: dict[str, Any]) -> None:
    across = world.dispute("city", "agency")
    for name in ("questions", "not_established"):
        for one, other in zip(found[name], across[name], strict=True):
            words = {"ours": "theirs", "theirs": "ours"}
            key = "about" if name == "questions" else "side"
            assert other == {**one, key: words.get(one[key], one[key])}


def test_one_side_alone_establishes_less(world: World) -> None:
    alone = world.dispute("agency", "nobody")
    about = world.stated["demand"]
    assert asked(alone, "sent", about)["answer"] == "sent.one_sided"
    assert row(alone, about)["strength"] == "witnessed"
    assert alone["sides"]["theirs"]["looked"] == "No paper of the other side was presented."


def test_the_page_says_the_same(world: World, found: dict[str, Any]) -> None:
    raw = (world.home / "report.html").read_text("utf-8")
    assert "<script" not in raw
    text = re.sub(r"<(?:style|title)>.*?</(?:style|title)>", "", raw)
    text = re.sub(r"</(?:p|h1|h2|h3|li|dd|td|th|tr|caption)>", "\n", text)
    text = html.unescape(re.sub(r"<[^>]*>", " ", text))
    rows = (" ".join(line.split()) for line in text.splitlines())
    lines = _without_chance([line for line in rows if line])
    if os.environ.get("TECUM_TEST_WRITE_GOLDEN"):
        GOLDEN.write_text("\n".join(lines) + "\n", encoding="utf-8")
    kept = GOLDEN.read_text("utf-8").splitlines()
    assert lines == kept, "\n".join(difflib.unified_diff(kept, lines, lineterm=""))


def _without_chance(lines: list[str]) -> list[str]:
    """Hashes that keys and salts make are numbered by their first appearance."""
    names: dict[str, str] = {}

    def name(found: re.Match[str]) -> str:
        return names.setdefault(found[0], f"<{len(names) + 1}>")

    return [re.sub(r"\b(?:[0-9a-f]{64}|[0-9a-f]{16})\b", name, line) for line in lines]
