"""Duties whose law sets a time: their dates on the docket, counted by hand beside."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from tecum.docket.acts import ClockStarted
from tecum.docket.acts.decision import Determined
from tecum.docket.state.model import Obligation, ObligationOrigin, ObligationStep
from tecum.docket.vocabulary import DisputeCode
from tecum.web.accounts.models import Person
from tecum.web.accounts.services import add_person, change_profile
from tecum.web.docket import services
from tecum.web.docket.desk import desk, forget
from tecum.web.docket.happenings import dispute_service
from tecum.web.docket.models import Demand
from tecum.web.docket.selectors import counted_readings, state_for
from tecum.web.feeds.selectors import feed_events
from tecum.web.packs import services as packs
from tecum.words import Role
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.world import At, confirm_all, read_paper, registration

pytestmark = pytest.mark.django_db

LAW = """# Policy of an invented office

## made-days  Three days
```clock
from: receipt
period: 3 days
roll: none
in force: from 2018-01-01; recorded 2017-12-01
source: Policy, paragraph 1
```

## made-hours  Seventy-two hours
```clock
from: receipt
period: 72 hours
count: elapsed
roll: none
in force: from 2018-01-01; recorded 2017-12-01
confidence: unconfirmed
source: Policy, paragraph 2
```

## made-after  Five days after the decision
```clock
from: decision
period: 5 days
roll: none
in force: from 2018-01-01; recorded 2017-12-01
source: Policy, paragraph 3
```

## made-results  Two days after results
```clock
from: notice_of_results
period: 2 days
roll: none
in force: from 2018-01-01; recorded 2017-12-01
source: Policy, paragraph 4
```

## made-notice  Notice
```duty
on: receipt
do: tell the person
who: clerk
clock: made-days  [paragraph 1]
done by: LetterSent(notice)
in force: from 2018-01-01; recorded 2017-12-01
source: Policy, paragraph 1
```

## made-post  Posting
```duty
on: receipt
do: post a notice
who: clerk
clock: made-hours  [paragraph 2]
done by: DutyDischarged
in force: from 2018-01-01; recorded 2017-12-01
source: Policy, paragraph 2
```

## made-told  Telling
```duty
on: determination
do: tell the person what was decided
who: custodian
clock: made-after  [paragraph 3]
done by: DutyDischarged
in force: from 2018-01-01; recorded 2017-12-01
source: Policy, paragraph 3
```

## made-second  Second notice
```duty
on: receipt
do: post the results
who: clerk
clock: made-results  [paragraph 4]
done by: DutyDischarged
in force: from 2018-01-01; recorded 2017-12-01
source: Policy, paragraph 4
```

## made-undated  Without a date
```duty
on: receipt
do: keep a record
who: clerk
clock: no date stated  [paragraph 5]
done by: DutyDischarged
in force: from 2018-01-01; recorded 2017-12-01
source: Policy, paragraph 5
```

## made-item  For an item alone
```duty
on: receipt
when: item_category is release_date
do: give the form before the date is told
who: clerk
clock: no date stated  [paragraph 6]
done by: DutyDischarged
in force: from 2018-01-01; recorded 2017-12-01
source: Policy, paragraph 6
```

## made-later  Not yet in force on the day of receipt
```duty
on: receipt
do: send a copy
who: clerk
clock: no date stated  [paragraph 7]
done by: DutyDischarged
in force: from 2098-01-01; recorded 2017-12-01
source: Policy, paragraph 7
```
"""
MANIFEST = """id = "made-dates"
title = "Dated duties of an invented office"
maker = "office"
vocabulary = "tecum-actions/1"
status = "unreviewed example"
"""


@pytest.fixture
def office(staff: Staff, monkeypatch: pytest.MonkeyPatch) -> Staff:
    forget()
    monkeypatch.setattr("tecum.web.docket.desk.today", lambda zone: date(2099, 6, 1))
    author: Person = add_person(staff.lead, "Policy author", [Role.POLICY_AUTHOR])
    change_profile(staff.lead, {"packs": [], "two_persons": ["determinations"]})
    files = {"pack.toml": MANIFEST.encode(), "law/duties.md": LAW.encode()}
    ref = packs.propose_version(author, files, "").id
    packs.approve_version(staff.counsel, ref, Role.COUNSEL)
    packs.activate_version(staff.lead, ref, date.fromisoformat("2099-01-01"))
    return staff


def demand(staff: Staff) -> At:
    at = read_paper(staff)
    confirm_all(staff.counsel, at)
    services.register_demand(staff.counsel, at.docket, registration())
    return at


def duties(at: At) -> dict[str, Obligation]:
    state = state_for(at.docket)
    assert state is not None
    rows = [row for row in state.obligations.values() if row.origin is ObligationOrigin.DUTY]
    return {row.rule or "": row for row in rows}


def received(at: At) -> datetime:
    state = state_for(at.docket)
    assert state is not None
    found = state.entries[at.arrival].happened.value  # type: ignore[index]
    assert isinstance(found, datetime)
    return found


def said_as_not_certain(office: Staff, at: At) -> set[str]:
    """The places that show the date of the notice and say that it is not certain."""
    client = signed_in(office.clerk)
    row = duties(at)["made-notice"]

    def near(page: str, anchor: str, end: str) -> str:
        text = client.get(page).content.decode()
        return text[text.index(anchor) :].partition(end)[0]

    number = Demand.objects.get(docket=at.docket).number
    (event,) = [one for one in feed_events(office.clerk) if row.id in one.url]
    told = {
        "board": near(reverse("docket:deadlines"), f'id="{row.id}-{number}"', "</tr>"),
        "dates": near(reverse("docket:dates", args=[at.docket]), f'id="{row.id}"', "</article>"),
        "list": near(reverse("docket:list"), 'data-of="Next date"', "</td>"),
        "file": b"".join(
            client.get(reverse("docket:csv")).streaming_content  # type: ignore[attr-defined]
        ).decode(),
        "feed": event.summary if event.status == "TENTATIVE" else "",
    }
    return {
        place
        for place, text in told.items()
        if "not certain" in text and ("nobody here reviewed" in text or place == "feed")
    }


def test_duties_of_receipt_have_the_dates_that_their_clocks_count(office: Staff) -> None:
    at = demand(office)
    rows, came = duties(at), received(at)
    state = state_for(at.docket)
    assert state is not None
    day = came.astimezone(ZoneInfo(state.rules.zone)).date()
    notice = rows["made-notice"]
    assert (notice.safe, notice.step) == (day + timedelta(days=3), ObligationStep.FIXED)
    assert rows["made-post"].safe == came + timedelta(hours=72)
    assert notice.trigger == at.arrival
    started = [e.act for e in state.entries.values() if isinstance(e.act, ClockStarted)]
    assert {act.clock for act in started} == {"made-days", "made-hours"}
    (reading,) = counted_readings(office.clerk, at.docket, notice.id)
    assert [s.n for s in reading.steps if s.verdict.value == "counted"] == [1, 2, 3]

    # What counts from another event waits for it; what has no date in its law says that.
    later = rows["made-second"]
    assert (later.step, later.safe, later.awaits) == (
        ObligationStep.WAITING, None, "notice_of_results",
    )  # fmt: skip
    assert rows["made-undated"].awaits is None
    page = signed_in(office.clerk).get(reverse("docket:deadlines")).content.decode()
    assert "Waits for" in page
    assert "no date in the law" in page.lower()

    # A duty may hang on what an item asks for, and is judged on the day of receipt.
    assert rows["made-item"].items == ("2",)
    assert "made-later" not in rows

    # Nowhere does a date of a rule that nobody reviewed stand as certain.
    assert said_as_not_certain(office, at) == {"board", "dates", "list", "file", "feed"}

    (pack,) = [one for one in desk().packs.packs if one.id == "made-dates"]
    for block in pack.blocks:
        if block.id in ("made-days", "made-notice"):
            packs.review_block(office.counsel, pack, block.sha256, "county attorney")
    assert said_as_not_certain(office, at) == set()

    # It stands once, under its own name; a quarrel about the service makes it a what-if.
    services.open_duties(office.counsel, at.docket)
    assert len(duties(at)) == len(rows)
    dispute_service(office.counsel, at.docket, [DisputeCode.WRONG_PLACE])
    assert duties(at)["made-notice"].disputed


def test_a_determination_dates_the_duty_that_it_brings(office: Staff) -> None:
    at = demand(office)
    services.take_findings(office.counsel, at.docket)
    ref = services.propose_determination(
        office.counsel, at.docket, ["1"], Determined.WITHHOLD, reason="See the memorandum"
    ).id
    services.approve_determination(office.counsel_b, at.docket, ref)
    state = state_for(at.docket)
    assert state is not None
    row = duties(at)["made-told"]
    happened = state.entries[row.trigger].happened.value  # type: ignore[index]
    assert isinstance(happened, datetime)
    day = happened.astimezone(ZoneInfo(state.rules.zone)).date()
    assert row.safe == day + timedelta(days=5)
