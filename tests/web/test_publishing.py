"""What anybody may read: chosen by an act, field by field, at its instant, and never a name."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse

from tecum.clock import now
from tecum.docket.acts import Corrected
from tecum.docket.acts.course import CorrectedFor
from tecum.docket.acts.registration import PublicField, SealGround
from tecum.docket.entry import EntryId
from tecum.docket.errors import ActRefused
from tecum.web.accounts.selectors import profile
from tecum.web.docket import services
from tecum.web.docket.published import PublicDemand, published, would_show
from tecum.web.docket.record import record
from tecum.web.docket.selectors import state_for
from tecum.web.ledger.sequencer import put_waiting_into_log
from tecum.web.public.build import write_out
from tecum.web.public.page import publication
from tecum.words import IssuerClass
from tests.web.browsing import signed_in
from tests.web.canaries import Canaries
from tests.web.conftest import Staff
from tests.web.world import confirm_all, demand_at_work, pdf, read_paper, registration

pytestmark = pytest.mark.django_db
LATER = now() + timedelta(days=1)


def page() -> str:
    return Client().get(reverse("public:page")).content.decode()


def values() -> list[dict[str, object]]:
    rows: list[dict[str, object]] = Client().get(reverse("public:as-json")).json()["demands"]
    return rows


def test_nothing_is_public_until_somebody_says_so(staff: Staff) -> None:
    demand_at_work(staff)
    assert values() == []
    assert "published none of its demands" in page()


def test_the_chosen_fields_and_no_other_are_public(staff: Staff) -> None:
    at = demand_at_work(staff)
    client = signed_in(staff.counsel)
    shown = client.get(reverse("docket:publishing", args=[at.docket])).content.decode()
    assert "Readers see" in shown
    answer = client.post(
        reverse("docket:publish", args=[at.docket]),
        {"public_field": ["kind", "categories"]},
        follow=True,
    )
    assert "Anybody may read what was chosen." in answer.content.decode()
    (row,) = values()
    assert set(row) == {"kind", "categories"}
    assert row["kind"] == "administrative_subpoena"
    assert "Administrative subpoena" in page()
    client.post(reverse("docket:publish", args=[at.docket]), {})
    assert values() == []


def test_what_is_held_back_says_from_when_and_stays_so_when_the_form_is_sent_again(
    staff: Staff,
) -> None:
    """The instant stands in the form: sending it for another field does not release it."""
    at = demand_at_work(staff)
    client = signed_in(staff.counsel)
    address = reverse("docket:publish", args=[at.docket])
    day = (now() + timedelta(days=9)).date().isoformat()
    sent = {"public_field": ["kind"], "embargo": day, "embargo_at": "22:30"}
    page = client.post(address, sent, follow=True).content.decode()
    assert "on anybody may read what was chosen." in page
    assert "Anybody may read what was chosen." not in page
    assert f'name="embargo" value="{day}"' in page
    assert 'name="embargo_at" value="22:30"' in page
    assert values() == []


def test_an_hour_without_its_day_publishes_nothing(staff: Staff) -> None:
    """The words of the form come back, not the names that it sends."""
    at = demand_at_work(staff)
    sent = {"public_field": ["kind", "issuer_class"], "embargo_at": "10:00"}
    answer = signed_in(staff.counsel).post(reverse("docket:publish", args=[at.docket]), sent)
    said = answer.content.decode()
    assert answer.status_code == 400
    assert "A time is given, and no day." in said
    assert "<dt>What anybody may read</dt><dd>kind, sort of issuer</dd>" in said
    assert values() == []


def test_a_clerk_publishes_nothing(staff: Staff) -> None:
    at = demand_at_work(staff)
    client = signed_in(staff.clerk)
    shown = client.get(reverse("docket:publishing", args=[at.docket])).content.decode()
    assert "Counsel or the lead decides" in shown
    answer = client.post(reverse("docket:publish", args=[at.docket]), {"public_field": ["kind"]})
    assert "It belongs to: counsel, lead" in answer.content.decode()
    assert values() == []


def test_an_embargo_ends_exactly_at_its_instant(staff: Staff) -> None:
    at = demand_at_work(staff)
    services.set_visibility(staff.lead, at.docket, [PublicField.KIND], embargo_until=LATER)
    assert published(LATER - timedelta(microseconds=1)) == []
    assert len(published(LATER)) == 1
    assert values() == []


def test_a_sealed_matter_is_not_public_and_cannot_be_made_so(staff: Staff) -> None:
    at = demand_at_work(staff)
    services.set_visibility(staff.lead, at.docket, [PublicField.KIND])
    assert len(values()) == 1
    services.seal_matter(staff.lead, at.docket, SealGround.GRAND_JURY, [])
    assert values() == []
    with pytest.raises(ActRefused, match="sealed"):
        services.set_visibility(staff.lead, at.docket, [PublicField.KIND])


def test_an_issuer_is_named_only_where_it_is_a_public_body(staff: Staff) -> None:
    at = read_paper(staff)
    confirm_all(staff.counsel, at)
    body = replace(registration(), issuer_class=IssuerClass.FEDERAL_AGENCY)
    services.register_demand(staff.counsel, at.docket, body)
    services.set_visibility(staff.lead, at.docket, [PublicField.ISSUER])
    assert values() == [{"issuer": "Example Agency"}]


def test_of_a_thousand_planted_names_none_is_public(staff: Staff) -> None:
    words = Canaries()
    name, number = words.name(), words.number()
    many = words.names(1000)
    at = read_paper(staff, pdf([name, "SUBPOENA", f"Records of {words.name()}"]))
    confirm_all(staff.counsel, at)
    planted = registration(subject=" ".join(many[:500]))
    services.register_demand(
        staff.counsel,
        at.docket,
        replace(
            planted,
            issuer=name,
            issuer_class=IssuerClass.PRIVATE_PARTY,
            form=number,
            recipient=many[-1],
        ),
    )
    reason = f"asked by {' '.join(many[500:])}"
    services.set_visibility(staff.lead, at.docket, PublicField, reason=reason)
    (row,) = values()
    assert row["issuer_class"] == "private_party"
    assert not {"issuer", "form"} & set(row)
    content = Client().get(reverse("public:page")).content
    assert words.found_in_all([content, json.dumps(values()).encode()]) == []


def test_a_month_is_all_that_is_said_of_when(staff: Staff) -> None:
    at = demand_at_work(staff)
    shown = would_show(at.docket)
    assert shown.received_month == now().astimezone(ZoneInfo(profile().zone)).strftime("%Y-%m")
    assert shown.judicial in ("yes", "no", "open")


def test_the_page_stands_alone(staff: Staff) -> None:
    at = demand_at_work(staff)
    services.set_visibility(staff.lead, at.docket, PublicField)
    answer = Client().get(reverse("public:page"))
    content = answer.content.decode()
    assert "<script" not in content
    assert "stylesheet" not in content
    assert len(answer.content) < 50_000
    assert "style-src 'sha256-" in answer["Content-Security-Policy"]


def test_there_is_no_page_before_there_is_an_office(client: Client) -> None:
    assert client.get("/public").status_code == 404
    assert client.get("/public.json").status_code == 404


def test_the_files_stand_alone_on_any_host(staff: Staff, tmp_path: Path) -> None:
    at = demand_at_work(staff)
    services.set_visibility(staff.lead, at.docket, [PublicField.KIND])
    (tmp_path / "page-7.html").write_text("of an earlier day")
    put_waiting_into_log()
    names = write_out(publication(now()), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(names)
    assert set(names) == {"index.html", "public.json", "verify.html", "checkpoint"}
    index = (tmp_path / "index.html").read_text()
    assert 'href="verify.html"' in index
    assert json.loads((tmp_path / "public.json").read_text())["demands"] == [
        {"kind": "administrative_subpoena"}
    ]
    note = (tmp_path / "checkpoint").read_text()
    assert note in json.loads((tmp_path / "public.json").read_text())["head"]


def test_many_demands_go_over_several_pages(staff: Staff, tmp_path: Path) -> None:
    one = PublicDemand(kind="administrative_subpoena", received_month="2020-01")
    whole = replace(publication(now()), demands=(one,) * 401)
    names = write_out(whole, tmp_path)
    assert [name for name in names if name.endswith(".html")] == [
        "index.html", "page-2.html", "page-3.html", "verify.html",
    ]  # fmt: skip
    assert "page-2.html" in (tmp_path / "index.html").read_text()
    assert max(path.stat().st_size for path in tmp_path.glob("*x.html")) < 50_000


def taken_back(ref: str, path: str | None = None, value: str | None = None) -> Corrected:
    code = CorrectedFor.WRONG_VALUE if path else CorrectedFor.DUPLICATE
    return Corrected(entry=EntryId(ref), code=code, path=path, value=value)


def test_what_was_taken_back_is_public_no_longer(staff: Staff) -> None:
    at = demand_at_work(staff)
    fields = [PublicField.KIND, PublicField.ISSUER]
    released = services.set_visibility(staff.counsel, at.docket, fields)
    assert len(values()) == 1
    record(staff.lead, at.docket, taken_back(released.id))
    assert values() == []
    shown = signed_in(staff.counsel).get(reverse("docket:publishing", args=[at.docket]))
    assert shown.status_code == 200
    services.set_visibility(staff.counsel, at.docket, fields)
    (row,) = values()
    assert row["kind"] == "administrative_subpoena"
    held = state_for(at.docket)
    assert held is not None
    assert held.demand is not None
    wrong = taken_back(held.demand.entry, "kind", "detainer")
    record(staff.lead, at.docket, wrong)
    assert all("kind" not in row for row in values())
    record(staff.lead, at.docket, taken_back(held.demand.entry))
    assert values() == []
