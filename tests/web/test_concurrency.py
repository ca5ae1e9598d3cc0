"""Several writers on one docket: every number once, none left out; every statement in order."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tecum.docket.acts import NoteAdded
from tecum.docket.acts.course import Audience
from tecum.docket.entry import DocketKind
from tecum.ledger.statement import Statement as Parsed
from tecum.web.docket import states
from tecum.web.docket.models import Docket, Entry
from tecum.web.docket.record import How, new_docket_id, record
from tecum.web.ledger.models import Statement
from tecum.web.ledger.sequencer import put_waiting_into_log
from tests.web.conftest import Staff, make_staff

pytestmark = pytest.mark.usefixtures("committed")
WRITERS, EACH = 4, 15


def _note(text: str) -> NoteAdded:
    return NoteAdded(text=text, audience=Audience.MATTER)


def _at_once(work: Callable[[int], object]) -> list[object]:
    def done(n: int) -> object:
        try:
            return work(n)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        return list(pool.map(done, range(WRITERS)))


def test_numbers_have_no_gap_and_no_double() -> None:
    staff: Staff = make_staff()
    docket = new_docket_id()
    record(staff.clerk, docket, _note("first"), opens=DocketKind.DEMAND)

    def write(writer: int) -> None:
        for n in range(EACH):
            record(staff.clerk, docket, _note(f"{writer}.{n}"))

    _at_once(write)
    count = 1 + WRITERS * EACH
    numbers = Entry.objects.filter(docket=docket).order_by("seq").values_list("seq", flat=True)
    assert list(numbers) == list(range(1, count + 1))
    while put_waiting_into_log():
        pass
    notes = Statement.objects.filter(docket_id=docket).order_by("logged__index")
    parsed = [Parsed.parse(bytes(row.note)) for row in notes]
    assert [one.seq for one in parsed] == list(range(1, count + 1))
    assert [one.prev for one in parsed[1:]] == [one.hash for one in parsed[:-1]]
    states.forget()
    assert len(states.state_of(Docket.objects.get(pk=docket)).entries) == count


def test_the_same_key_at_once_records_one_entry() -> None:
    staff = make_staff()
    docket = new_docket_id()
    record(staff.clerk, docket, _note("first"), opens=DocketKind.DEMAND)
    made = _at_once(lambda _: record(staff.clerk, docket, _note("once"), How(key="k")))
    assert len({entry.id for entry in made}) == 1
    assert Entry.objects.filter(docket=docket).count() == 2


def test_a_docket_opened_at_once_is_opened_once() -> None:
    staff = make_staff()
    docket = new_docket_id()
    _at_once(lambda n: record(staff.clerk, docket, _note(str(n)), opens=DocketKind.DEMAND))
    assert Entry.objects.filter(docket=docket).count() == WRITERS
