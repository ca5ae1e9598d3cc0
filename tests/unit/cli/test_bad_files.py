"""Bad files through the real command in a process of its own: an outcome, in time, and no trace."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tecum.cli import files
from tecum.words import IntakeOutcome
from tests.shared import SHARED
from tests.unit.cli.papers import DENVER_SUBPOENA
from tests.unit.reading.papers import docx, letter, p

WHOLE = letter(DENVER_SUBPOENA.decode("utf-8").splitlines())
READ = {"read", "read_with_warnings"}


def command(name: str, *arguments: str) -> tuple[int, list[dict[str, Any]], str]:
    """Status, the objects printed and the standard error."""
    call = "import sys; from tecum.cli.__main__ import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", call, name, *arguments, "--json"],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert "Traceback" not in done.stderr
    assert "(internal)" not in done.stderr
    return done.returncode, rows, done.stderr


def pdf(change: Callable[[pikepdf.Pdf], None] | None = None, **saved: Any) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(WHOLE)) as paper:
        if change is not None:
            change(paper)
        paper.save(out, **saved)
    return out.getvalue()


def without_pages() -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as paper:
        paper.save(out)
    return out.getvalue()


def locked(user: str) -> bytes:
    return pdf(encryption=pikepdf.Encryption(owner="owner", user=user))


def bomb(depth: int) -> bytes:
    data = b"0" * 50_000_000
    for level in range(depth + 1):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for n in range(4 if level else 1):
                archive.writestr(f"{n}.zip" if level else "a.txt", data)
        data = out.getvalue()
    return data


def mail_in_mail(times: int) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@a.example", "b@b.example", "hello"
    mail.set_content("hello")
    for _ in range(times):
        outer = EmailMessage()
        outer["From"], outer["To"], outer["Subject"] = "a@a.example", "b@b.example", "forwarded"
        outer.set_content("see attached")
        outer.add_attachment(mail)
        mail = outer
    return mail.as_bytes()


BAD: dict[str, tuple[bytes, set[str]]] = {
    "empty.pdf": (b"", {"empty_file"}),
    "no-pages.pdf": (without_pages(), {"no_pages"}),
    "open-lock.pdf": (locked(""), READ),
    "locked.pdf": (locked("secret"), {"password_needed"}),
    "a-pdf.docx": (WHOLE, {"read_with_warnings"}),
    "a-pdf.txt": (WHOLE, {"read_with_warnings"}),
    "a-text.pdf": (DENVER_SUBPOENA, {"read_with_warnings"}),
    "a-docx.pdf": (docx(p("A letter that is no demand.")), READ),
    "program.pdf": (b"MZ" + bytes(4000), {"not_a_document"}),
    "noise.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 100, {"damaged"}),
    "noise": (bytes(range(256)) * 100, {"not_a_document"}),
    "legacy.doc": (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4000), {"unsupported_type"}),
    "bomb.zip": (bomb(0), {"too_large"}),
    "bombs.zip": (bomb(4), {"too_large", "read_with_warnings"}),
    "mails.eml": (mail_in_mail(12), {*READ, "too_large"}),
    "one-line.txt": (b"a" * 2_000_000, {*READ, "not_a_document", "too_large"}),
    **{
        f"cut-{tenth}0.pdf": (
            WHOLE[: len(WHOLE) * tenth // 10],
            {"damaged", "unreadable", "no_pages", "read_with_warnings", "not_a_document"},
        )
        for tenth in range(1, 10)
    },
}  # fmt: skip


@pytest.mark.parametrize("asked", ["triage", "read"])
def test_every_bad_file_has_its_outcome(asked: str, tmp_path: Path) -> None:
    for name, (data, _) in BAD.items():
        (tmp_path / name).write_bytes(data)
    status, rows, err = command(asked, *(str(tmp_path / name) for name in BAD))
    assert status == 3
    assert len(rows) == len(BAD)
    for (name, (_, allowed)), row in zip(BAD.items(), rows, strict=True):
        assert row["outcome"] in allowed, (name, row["outcome"])
        if asked == "triage":
            assert len(row["reason"].split()) >= 4, name
            if row["outcome"] not in READ:
                assert (row["deadlines"], row["findings"], row["duties"]) == ([], [], []), name
                assert row["reading"]["conduct"]["value"] is None, name
    assert asked == "read" or err == ""


def test_a_file_beyond_the_limit_is_hashed_and_not_held(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.write(WHOLE)
        file.truncate(200_000_001)
    status, (row,), _ = command("triage", str(path))
    assert (status, row["outcome"]) == (3, "too_large")
    source = row["reading"]["source"]
    assert (source["bytes"], source["media_type"]) == (200_000_001, "application/pdf")
    assert len(source["sha256"]) == 64


def test_many_pages_are_read_within_the_limits(tmp_path: Path) -> None:
    pages = int(os.environ.get("TECUM_TEST_CLI_PAGES", "200"))

    def longer(paper: pikepdf.Pdf) -> None:
        for _ in range(pages - 1):
            paper.add_blank_page()

    path = tmp_path / "long.pdf"
    path.write_bytes(pdf(longer))
    status, (row,), _ = command("triage", str(path))
    assert (status, row["outcome"] in READ) == (0, True)
    assert len(row["reading"]["source"]["pages"]) == pages
    assert row["reading"]["kind"]["value"] == "administrative_subpoena"


def archive_of(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
    return out.getvalue()


def test_an_archive_with_nothing_readable_is_not_taken_for_no_demand(tmp_path: Path) -> None:
    path = tmp_path / "papers.zip"
    path.write_bytes(archive_of("subpoena.pdf", locked("secret")))
    status, (row,), _ = command("triage", str(path))
    assert status == 3
    assert row["reading"]["conduct"]["value"] is None
    assert [(part["name"], part["outcome"]) for part in row["unread"]] == [
        ("subpoena.pdf", "password_needed")
    ]
    assert command("read", str(path))[0] == 3


@pytest.mark.shared("corpus/hostile/cases.json")
def test_every_hostile_file_through_the_command() -> None:
    folder = SHARED / "corpus" / "hostile"
    cases = json.loads((folder / "cases.json").read_text("utf-8"))
    status, rows, err = command("triage", *(str(folder / case["file"]) for case in cases))
    assert (status, err, len(rows)) == (3, "", len(cases))
    for case, row in zip(cases, rows, strict=True):
        assert row["outcome"] in case["outcome_one_of"], case["file"]
        assert row["outcome"] in {word.value for word in IntakeOutcome}
        if row["outcome"] not in READ:
            assert row["reading"]["conduct"]["value"] is None, case["file"]


def test_a_file_opened_ahead_is_the_same_file_and_is_handed_out_once(tmp_path: Path) -> None:
    """What was begun early gives what opening would give, also where there is nothing to open."""
    letter = tmp_path / "letter.txt"
    letter.write_text("Please send the records by June 5, 2026.", "utf-8")
    gone = str(tmp_path / "gone.txt")
    files.open_ahead(str(letter))
    files.open_ahead(gone)
    early, later = files.taken(str(letter)), files.taken(str(letter))
    assert early.opened is not None
    assert later.opened is not None
    assert early.opened.sha256 == later.opened.sha256
    assert early.data == later.data
    refused = files.taken(gone).refused
    assert refused is not None
    assert refused.code == "file.unreadable"
