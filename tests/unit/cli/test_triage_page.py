"""The triage page: what a clerk reads, for demands, other papers and files that cannot be read."""

from __future__ import annotations

import io
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from tecum.cli.__main__ import main
from tecum.cli.triage_words import signed
from tecum.provenance import Read
from tecum.reading.result import ReadSignatory
from tecum.words import Band, JudgeKind, SignatoryRole
from tests.shared import ROOT
from tests.unit.cli.papers import CALIFORNIA_SUBPOENA, DENVER_ORDER, DENVER_SUBPOENA, NEWS

OFFICES = ROOT / "docs" / "howto" / "offices"
CALIFORNIA = ("--office", str(OFFICES / "california-sheriff.toml"))
DENVER = ("--office", str(OFFICES / "denver-agency.toml"))
THEN = ("--on", "2020-02-10", "--known-on", "2020-02-10")


def paged(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    data: bytes,
    *options: str,
    name: str = "paper.txt",
    status: int = 0,
) -> str:
    path = tmp_path / name
    path.write_bytes(data)
    assert main(["triage", str(path), *options]) == status
    out, err = capsys.readouterr()
    assert err == ""
    return " ".join(out.split())


def test_a_demand_says_who_signed_what_waits_and_what_to_confirm(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = paged(tmp_path, capsys, DENVER_SUBPOENA)
    assert "An agency officer signed it, not a judge or a clerk" in page
    assert "No judge ordered it." in page
    assert 'No date yet: it waits production, by the recipient — "within fourteen (14) days' in page
    assert 'the due date "within fourteen (14) days of service" (for production)' in page
    assert "due[0]" not in page
    assert "No office profile was given (--office)" in page
    assert page.endswith("Not legal advice. It decides nothing; a person does.")


def test_counted_days_are_shown_with_their_weekday(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = DENVER_SUBPOENA.replace(b"fourteen (14) days of service", b"three (3) days of receipt")
    page = paged(tmp_path, capsys, paper, "--received-at", "2020-01-13T23:30:00-07:00", *DENVER)
    assert "Thu 16 Jan 2020, end of the day (this day has passed)" in page
    assert "counted 1 Tue 14 Jan · 2 Wed 15 Jan · 3 Thu 16 Jan" in page


def test_words_that_contradict_themselves_name_their_days_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = (
        b"STATE OF EXAMPLE\nDEPARTMENT OF REVENUE\n\nAugust 1, 2025\n\nExample Works LLC\n\n"
        b"You must submit the invoices within 20 days of the date of this letter "
        b"(August 31, 2025).\n\nPat Sample\nRevenue Agent\n"
    )
    page = paged(tmp_path, capsys, letter)
    assert "(20 days or Sun 31 Aug 2025)" in page
    assert "do not go beyond Thu 21 Aug 2025, its earlier reading" in page


def test_a_printed_hour_is_not_given_a_zone_that_nobody_stated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = paged(tmp_path, capsys, DENVER_ORDER)
    assert "Mon 30 Mar 2020, 10:00 (this day has passed)" in bare
    assert "The hour is as printed; the paper names no time zone." in bare
    assert "UTC" not in bare
    placed = paged(tmp_path, capsys, DENVER_ORDER, *DENVER)
    assert "Mon 30 Mar 2020, 10:00 MDT (-0600)" in placed
    assert "the hour is taken as America/Denver time" in placed


def test_in_california_a_release_date_hangs_on_a_listed_conviction(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = paged(tmp_path, capsys, CALIFORNIA_SUBPOENA, *CALIFORNIA)
    assert "? unknown share release date: may or must not or silent" in page
    assert "ask: Does the person have a conviction or status listed in § 7282.5(a)(1)-(5)?" in page


def test_in_denver_an_agency_s_subpoena_and_a_judge_s_order_differ(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    subpoena = paged(tmp_path, capsys, DENVER_SUBPOENA, *DENVER, *THEN, "--why")
    assert "? unknown share personal information: must not or silent" in subpoena
    assert "den-subpoena" in subpoena
    assert "ask: What does the paper say it is for?" in subpoena
    order = paged(tmp_path, capsys, DENVER_ORDER, *DENVER, *THEN)
    assert "A judge or magistrate signed it" in order
    assert "must not" not in order


def test_an_explanation_is_as_wide_as_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its columns are made for a wide page; a narrow terminal would tear them apart."""
    monkeypatch.setenv("COLUMNS", "80")
    path = tmp_path / "paper.txt"
    path.write_bytes(DENVER_SUBPOENA)
    assert main(["triage", str(path), *DENVER, *THEN, "--why"]) == 0
    page = capsys.readouterr().out
    assert "den-subpoena" in page
    assert [line for line in page.splitlines() if len(line) > 80] == []


def test_what_is_no_demand_is_said_to_be_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = paged(tmp_path, capsys, NEWS)
    assert "no demand" in page.lower()
    assert "WHEN IT IS DUE" not in page
    assert "WHAT IT ASKS" not in page


def test_what_may_be_a_demand_shows_what_it_would_ask_and_by_when(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = b"""To: Records, Example County
Please send the visitor log and the duty roster within ten (10) days of receipt.
Last time the duty roster was withheld.
"""
    page = paged(tmp_path, capsys, paper, "--received-at", "2026-06-01T10:00:00-05:00")
    assert "This document may make a demand, or answer one; its words carry neither" in page
    assert "IF IT IS A DEMAND WHEN IT IS DUE Thu 11 Jun 2026" in page
    assert "WHAT IT WOULD ASK" in page
    assert "visitor log" in page.partition("WHAT IT WOULD ASK")[2]
    assert "WHAT THE RULES SAY" not in page


def test_an_unread_file_gives_its_reason_and_no_verdict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = paged(tmp_path, capsys, b"", status=3)
    assert "[empty file]" in page
    assert "The file has no content at all." in page
    assert "This says nothing on whether it is a demand" in page


def test_a_mail_shows_the_demand_that_it_brings_and_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = "clerk@agency.example", "records@county.example"
    mail["Subject"] = "Subpoena attached"
    mail.set_content("Please see the attached subpoena.\n")
    mail.add_attachment(DENVER_SUBPOENA, maintype="text", subtype="plain", filename="subpoena.txt")
    page = paged(tmp_path, capsys, mail.as_bytes(), name="mail.eml")
    assert page.count("SHA-256") == 0
    assert "Administrative subpoena" in page
    assert page.count("Not legal advice.") == 1


def test_a_mail_whose_attachment_cannot_be_read_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = "clerk@agency.example", "records@county.example"
    mail["Subject"] = "Subpoena"
    mail.set_content("Please see the attached subpoena.\n")
    mail.add_attachment(b"", maintype="application", subtype="pdf", filename="subpoena.pdf")
    page = paged(tmp_path, capsys, mail.as_bytes(), name="mail.eml")
    assert "COULD NOT BE READ: A PERSON MUST LOOK subpoena.pdf [empty file]" in page
    assert "makes no demand itself" not in page


def test_a_document_cannot_write_to_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = DENVER_SUBPOENA.replace(b"Subject A", b"\x1b]0;title\x07\x1b[31mSubject A")
    path = tmp_path / "paper.txt"
    path.write_bytes(paper)
    for command in ("triage", "read"):
        main([command, str(path)])
        out = capsys.readouterr().out
        assert not any(ord(c) < 32 and c != "\n" for c in out)


def test_every_file_is_done_though_one_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = tmp_path / "good.txt"
    good.write_bytes(NEWS)
    assert main(["triage", str(tmp_path / "none.pdf"), str(good)]) == 3
    out, err = capsys.readouterr()
    assert "good.txt" in out
    assert '"none.pdf"' in err or "none.pdf" in err


def test_standard_input_is_a_document(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(NEWS)))
    assert main(["triage", "-"]) == 0
    assert capsys.readouterr().out.startswith("-   [read]")


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ('recipient_class = "denver_agenzy"', 'Nearest: "denver_agency"'),
        ('method = "co-18"', 'Nearest: "co-108"'),
        ('zone = "America/Denvr"', 'Nearest: "America/Denver"'),
        ('silent_means = "counsell"', 'Nearest: "counsel"'),
        ("margin_dayz = 2", 'Nearest: "margin_days"'),
        ('calendars = { courts = "us.co.court" }', 'Nearest: "us.co.courts"'),
        ('mail = { domain = ["a.example"] }', 'Nearest: "domains"'),
    ],
)
def test_a_misspelt_profile_is_refused_with_the_nearest_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, near: str
) -> None:
    key = line.split(" ", maxsplit=1)[0]
    text = (OFFICES / "denver-agency.toml").read_text("utf-8")
    head, _, tail = text.partition("[calendars]")
    kept = [row for row in head.splitlines() if not row.startswith(f"{key} =")]
    more = "" if key == "calendars" else f"[calendars]{tail}"
    profile = tmp_path / "office.toml"
    profile.write_text("\n".join([*kept, line, more]), "utf-8")
    paper = tmp_path / "paper.txt"
    paper.write_bytes(NEWS)
    assert main(["triage", str(paper), "--office", str(profile)]) == 3
    assert near in capsys.readouterr().err


def role(word: SignatoryRole, **more: object) -> ReadSignatory:
    return ReadSignatory(
        name=Read("Person A", Band.CERTAIN),
        role=Read(word, Band.CERTAIN),
        **more,  # type: ignore[arg-type]
    )


def test_a_signature_is_claimed_only_where_one_was_seen() -> None:
    assert signed(role(SignatoryRole.JUDGE, signed=True)).startswith("A judge or magistrate signed")
    assert "could not be seen" in signed(role(SignatoryRole.JUDGE))
    assert signed(role(SignatoryRole.CLERK, signed=False)).startswith("Nobody has signed it")
    administrative = role(SignatoryRole.JUDGE, signed=True, judge_kind=JudgeKind.ADMINISTRATIVE_LAW)
    assert "not a judge of a court" in signed(administrative)
    assert signed(ReadSignatory()) == ""


def test_a_plain_call_parses_no_options_and_says_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed = paged(tmp_path, capsys, NEWS, "--jobs", "0", "--why")
    monkeypatch.setitem(sys.modules, "tecum.cli.triage_options", None)
    assert paged(tmp_path, capsys, NEWS, "--why") == parsed
    path = tmp_path / "paper.txt"
    assert main(["triage", str(path), "--jobs", "0"]) == 4
