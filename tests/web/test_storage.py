"""The database itself refuses to change what must stay as it was written."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from tecum.clock import now
from tecum.web.docket.models import Docket, Entry

pytestmark = pytest.mark.django_db


def _entry() -> Entry:
    docket = Docket.objects.create(id="a" * 64, kind="demand", opened_at=now())
    return Entry.objects.create(
        id="b" * 32,
        docket=docket,
        seq=1,
        slug="note-added",
        recorded_at=now(),
        role="clerk",
        body=b"{}",
        digest="c" * 64,
    )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE docket_entry SET slug = 'other'",
        "DELETE FROM docket_entry",
        "INSERT INTO docket_entry SELECT * FROM docket_entry",
    ],
)
def test_entries_cannot_be_changed(statement: str) -> None:
    _entry()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Entry.objects.get().slug == "note-added"
