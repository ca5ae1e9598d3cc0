"""Receipts that carry our own authority's tokens: the page says of each what Python says."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tecum.ledger.statement import statement_hash
from tecum.ledger.timestamp import make_request
from tests.browser.two_verifiers import agree, offline_page
from tests.unit.ledger.authority import TimeAuthority, later
from tests.unit.ledger.office import AGENCY, ARCHIVE, Office

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-verify")]


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """The page from a disk, with the network cut."""
    with offline_page(chromium) as (_, page):
        yield page


def dated(folder: Path, authority: TimeAuthority) -> tuple[bytes, bytes]:
    """A receipt under a head that the authority dated, and a trust file that pins it."""
    office = Office.at(folder)
    made = office.add(3)
    head = office.log.newest()
    token = authority.answer(make_request(head, b"8 bytes."))
    office.log.heads.keep_token(3, authority.name, token)
    pins = (base64.b64encode(pin).decode() for pin in authority.pins)
    rows = "".join(f"#tecum tsa {authority.name} {pin}\n" for pin in pins)
    return office.log.prove(statement_hash(made[1])), office.policy("both", rows).encode()


@pytest.mark.parametrize("kind", ["rsa", "ecdsa"])
@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({}, "TIMESTAMPED quorum"),
        ({"accuracy": None}, "TIMESTAMPED quorum"),
        ({"until": later(days=1)}, "TIMESTAMPED quorum"),
        ({"until": later(days=-1)}, "LOGGED quorum"),
        ({"usage": "absent"}, "LOGGED quorum"),
        ({"usage": "optional"}, "LOGGED quorum"),
        ({"usage": "also"}, "LOGGED quorum"),
        ({"imprint": bytes(32)}, "LOGGED quorum"),
    ],
)
def test_a_dated_receipt_has_one_verdict(
    page: Page, tmp_path: Path, kind: str, change: dict[str, object], verdict: str
) -> None:
    receipt, policy = dated(tmp_path / "log", TimeAuthority(kind, **change))  # type: ignore[arg-type]
    assert verdict in agree(page, policy, [receipt])
    # The same token counts for nothing under a trust file that pins another authority.
    other = TimeAuthority("ecdsa" if kind == "rsa" else "rsa")
    _, wrong = dated(tmp_path / "other", other)
    assert "LOGGED quorum" in agree(page, wrong, [receipt])


def test_a_witnessed_and_dated_receipt_has_the_bounds_of_both(page: Page, tmp_path: Path) -> None:
    authority = TimeAuthority()
    _, policy = dated(tmp_path / "log", authority)
    office = Office.again(tmp_path / "log")
    office.cosign(2, AGENCY, ARCHIVE, at=1_772_442_800)
    office.cosign(3, AGENCY, ARCHIVE, at=1_772_442_900)
    raw = office.log.prove(next(office.log.store.rows(2, 3)).statement_hash)
    assert "WITNESSED None" in agree(page, policy, [raw])
