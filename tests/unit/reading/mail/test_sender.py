"""Who sent a mail, which way it goes, what it concerns: signals, never a verdict."""

from __future__ import annotations

from collections.abc import Mapping
from email.header import Header
from email.message import EmailMessage
from typing import Any

import pytest

from tecum.instruments.catalogue import load_catalogue
from tecum.office import Mail, Office
from tecum.reading.mail.domains import domain_class, look_alike_of, organisation
from tecum.reading.mail.results import trusted_results
from tecum.reading.mail.sender import Known
from tecum.reading.mail.subject import is_forward_subject, is_reply_subject
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.reading.result import Reading
from tests.unit.reading import papers

OFFICE = Office(
    name="County of Example",
    zone="America/Denver",
    mail=Mail(authserv_ids=("mx.example.org",), domains=("example.org",)),
)
DEMAND = "You are required to produce all records of the release of Subject A within 14 days."


def _mail(body: str = DEMAND, **headers: str) -> bytes:
    rows = {
        "From": "Agent <agent@agency.gov>",
        "To": "records@example.org",
        "Date": "Mon, 01 Jan 2024 10:00:00 +0000",
        "Subject": "Records",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in rows.items())
    return f"{head}\r\n{body}\r\n".encode()


def _read(data: bytes, known: Known | None = None) -> Reading:
    opened = open_document(data, "m.eml")
    return read(opened, load_catalogue(), OFFICE, known or Known())


def _sender(known: Known | None = None, **headers: str) -> Mapping[str, Any]:
    sender = _read(_mail(**headers), known).sender
    assert sender is not None
    return sender


OURS = "mx.example.org"


@pytest.mark.parametrize(
    ("results", "standing"),
    [
        (f"{OURS}; dkim=pass header.d=agency.gov", "authenticated_domain"),
        (f"{OURS} 1; dkim=pass header.i=@mail.agency.gov", "authenticated_domain"),
        (f"{OURS}; dmarc=pass header.from=agency.gov", "authenticated_domain"),
        (f"{OURS}; dkim=pass header.d=bulk-sender.com", "unauthenticated"),
        (f"{OURS}; spf=pass smtp.mailfrom=agency.gov", "unauthenticated"),
        (f"{OURS}; none", "unauthenticated"),
        (f"{OURS}; dmarc=fail header.from=agency.gov", "mismatch"),
        (f"{OURS}; (dkim=pass header.d=agency.gov) dkim=fail", "unauthenticated"),
        (f'{OURS}; dkim=none reason="x; dkim=pass header.d=agency.gov"', "unauthenticated"),
        ("mx.evil.example; dkim=pass header.d=agency.gov", "unauthenticated"),
    ],
)
def test_only_aligned_results_of_our_own_server_vouch(results: str, standing: str) -> None:
    assert _sender(Authentication_Results=results)["standing"] == standing


def test_a_block_below_a_received_line_is_not_our_servers() -> None:
    headers = [
        ("authentication-results", f"{OURS}; dkim=none"),
        ("received", "from x by mx.example.org"),
        ("authentication-results", f"{OURS}; dkim=pass header.d=agency.gov"),
    ]
    found, others = trusted_results(headers, [OURS])
    assert [row.result for row in found] == ["none"]
    assert others


@pytest.mark.parametrize(
    ("headers", "signal"),
    [
        ({"Reply_To": "a@elsewhere.com"}, "reply_to_differs"),
        ({"From": '"agent@agency.gov" <x@gmail.com>'}, "name_shows_other_address"),
        ({"From": "agent@dhs-gov.com"}, "looks_like"),
        ({"From": "agent@xn--exmple-cua.org"}, "looks_like"),
        ({"From": "a@agency.gov, b@agency.gov"}, "several_senders"),
    ],
)
def test_odd_senders_are_a_mismatch_with_its_reason(headers: dict[str, str], signal: str) -> None:
    sender = _sender(**headers)
    assert signal in sender["signals"]
    assert sender["standing"] == "mismatch"


def test_a_reply_address_of_the_same_body_is_no_mismatch() -> None:
    assert "reply_to_differs" not in _sender(Reply_To="x@field.agency.gov")["signals"]


def test_a_first_mail_from_a_domain_is_said_only_where_somebody_looked() -> None:
    assert "first_from_domain" not in _sender()["signals"]
    known = Known(domains=frozenset({"agency.gov", "cityofspringfield.org"}))
    assert "first_from_domain" not in _sender(known)["signals"]
    other = _sender(known, From="a@cityofspringfeild.org")
    assert other["signals"]["first_from_domain"]
    assert other["signals"]["looks_like"] == "cityofspringfield.org"
    assert other["standing"] == "mismatch"


def test_links_that_lead_elsewhere_are_listed_by_host() -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@agency.gov", "c@example.org", "s"
    message["Date"] = "Mon, 01 Jan 2024 10:00:00 +0000"
    links = (
        '<a href="https://evil.example/x">https://agency.gov/x</a><a href="//agency.gov">here</a>'
    )
    message.set_content(f"<p>{DEMAND}</p>{links}", subtype="html")
    sender = _read(message.as_bytes()).sender
    assert sender is not None
    assert sender["signals"]["links_differ"] == [{"shown": "agency.gov", "target": "evil.example"}]


def test_a_name_of_a_body_on_free_mail_is_said() -> None:
    sender = _sender(From='"U.S. Department of Homeland Security" <dhs123@gmail.com>')
    assert sender["signals"]["domain_class"] == "free_mail"
    assert sender["signals"]["body_name_on_free_mail"]


@pytest.mark.parametrize(
    ("domain", "known", "found"),
    [
        ("ice.dhs.gov", "dhs.gov", None),
        ("dhs.gov.mail-x.com", "dhs.gov", "dhs.gov"),
        ("dhs.com", "dhs.gov", "dhs.gov"),
        ("dol.gov", "doj.gov", None),
        ("exаmple.org", "example.org", "example.org"),
        ("exampel.org", "example.org", "example.org"),
        ("sample.org", "example.org", None),
        ("ca.gov", "co.gov", None),
    ],
)
def test_a_look_alike_is_one_letter_or_one_shape_away(
    domain: str, known: str, found: str | None
) -> None:
    assert look_alike_of(domain, {known}) == found


def test_classes_come_from_the_ending_alone() -> None:
    domains = ("ca9.uscourts.gov", "army.mil", "state.co.us", "x.gob.mx", "x.edu", "x.com")
    assert [domain_class(name) for name in domains] == [
        "court", "military", "us_locality", "foreign_government", "education", "other",
    ]  # fmt: skip
    assert organisation("a.b.co.uk") == "b.co.uk"


@pytest.mark.parametrize(
    "subject",
    [
        "Re: x",
        "RE[2]: x",
        "AW: x",
        "Antw: x",
        "SV: x",
        "RES: x",
        "R: x",
        "Rif: x",
        "Réf: x",
        "RÉ : x",
    ],
)
def test_replies_in_several_languages(subject: str) -> None:
    assert is_reply_subject(subject) is (subject != "Réf: x")
    assert not is_forward_subject(subject)


@pytest.mark.parametrize(
    "subject", ["Fwd: x", "FW: x", "WG: x", "RV: x", "TR: x", "ENC: x", "I: x"]
)
def test_forwards_in_several_languages(subject: str) -> None:
    assert is_forward_subject(subject)
    assert not is_reply_subject(subject)


def _direction(data: bytes, known: Known | None = None) -> Mapping[str, Any]:
    direction = _read(data, known).direction
    assert direction is not None
    return direction


def test_an_answer_to_a_message_of_ours_is_no_sure_demand() -> None:
    data = _mail(In_Reply_To="<7@example.org>", Subject="AW: LD-2024-0007")
    known = Known(message_ids=frozenset({"7@example.org"}), numbers=frozenset({"LD-2024-0007"}))
    direction = _direction(data, known)
    assert (direction["relation"], direction["concerns"]) == (
        "answers",
        {"message_id": "7@example.org"},
    )
    assert direction["our_numbers"] == ["LD-2024-0007"]
    assert {"message_of_ours", "our_number"} <= set(direction["signals"])
    conduct = _read(data, known).conduct
    assert (
        conduct.value is None or conduct.value.value != "issues" or conduct.band.value == "unsure"
    )


def test_a_mail_from_this_office_goes_out() -> None:
    assert _direction(_mail(From="clerk@example.org"))["way"] == "out"
    assert _direction(_mail())["relation"] == "opens"


def _report(status: bytes, back: bytes) -> bytes:
    head = (
        b"From: MAILER-DAEMON@mx.example\r\nTo: records@example.org\r\nSubject: Undelivered\r\n"
        b"Date: Mon, 1 Jan 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: "
    )
    return head + (
        b"multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n\r\n"
        b"Not delivered.\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n" + status
        + b"\r\n--x\r\nContent-Type: text/rfc822-headers\r\n\r\n" + back + b"\r\n--x--\r\n"
    )  # fmt: skip


def test_a_bounce_is_joined_to_the_message_it_concerns() -> None:
    status = b"Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; a@b\r\nAction: failed\r\n"
    status += b"Status: 5.1.1\r\n"
    back = b"Message-ID: <answer-7@example.org>\r\nFrom: c@example.org\r\nTo: a@b\r\nSubject: s\r\n"
    reading = _read(_report(status, back))
    assert (reading.conduct.value, reading.kind.value) == ("reports", "delivery_notice")
    assert reading.direction is not None
    assert reading.direction["relation"] == "reports"
    assert reading.direction["concerns"] == {"message_id": "answer-7@example.org"}
    assert reading.direction["status"] == [{"action": "failed"}, {"status": "5.1.1"}]


def test_out_of_office_in_other_languages_is_a_notice() -> None:
    for subject in ("Automatische Antwort: x", "Respuesta automática: x", "Réponse automatique"):
        encoded = Header(subject, "utf-8").encode()
        for header in (subject, encoded):
            assert _direction(_mail("Estoy fuera.", Subject=header))["relation"] == "reports"


def test_a_deadline_in_the_body_against_that_of_the_attachment_is_a_conflict() -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@agency.gov", "c@example.org", "Subpoena"
    message["Date"] = "Mon, 01 Jan 2024 10:00:00 +0000"
    message.set_content(
        "You are required to produce all records of the release of Subject A within 7 days of"
        " receipt.\n"
    )
    letter = [
        "SUBPOENA DUCES TECUM", "County of Example, Records Office",
        "YOU ARE COMMANDED to produce the records listed below within 14 days of receipt.",
        "1. All records of the release of the person named above.",
    ]  # fmt: skip
    message.add_attachment(
        papers.letter(letter), maintype="application", subtype="pdf", filename="s.pdf"
    )
    reading = _read(message.as_bytes())
    both = [reading, *reading.others]
    amounts = {p.amount for r in both for p in r.due}
    assert amounts == {7, 14}
