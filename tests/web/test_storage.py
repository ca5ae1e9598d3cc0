"""The database itself refuses to change what must stay as it was written."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, transaction

from tecum.web.docket.models import Docket, Entry
from tecum.web.ledger.sequencer import put_waiting_into_log
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def first_row(staff: Staff) -> Entry:
    docket = Docket.objects.get(pk=staff.office.docket_id)
    return docket.entries.order_by("seq").first()


@pytest.mark.parametrize("table", ["docket_entry", "ledger_statement", "ledger_logged"])
@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "UPDATE {} SET {} = {} WHERE 1 = 1"]
)
def test_what_was_written_cannot_be_changed(first_row: Entry, table: str, statement: str) -> None:
    put_waiting_into_log()
    column = {"docket_entry": "seq", "ledger_statement": "seq", "ledger_logged": "index"}[table]
    quoted = connection.ops.quote_name(column)
    before = _rows(table)
    assert before
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table, quoted, quoted))
    assert _rows(table) == before


@pytest.mark.parametrize("table", ["docket_entry", "ledger_statement", "ledger_logged"])
def test_rows_cannot_be_replaced_or_emptied(first_row: Entry, table: str) -> None:
    put_waiting_into_log()
    before = _rows(table)
    words = {
        "sqlite": f"REPLACE INTO {table} SELECT * FROM {table}",
        "postgresql": f"SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE {table} CASCADE",
    }
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(words[connection.vendor])
    assert _rows(table) == before


def test_orm_cannot_change_an_entry_either(first_row: Entry) -> None:
    first_row.slug = "other"
    with pytest.raises(DatabaseError), transaction.atomic():
        first_row.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.filter(pk=first_row.pk).delete()
    assert Entry.objects.get(pk=first_row.pk).slug == "profile-changed"


@pytest.mark.parametrize("field", ["seq", "key"])
def test_a_number_or_key_stands_once_on_a_docket(first_row: Entry, field: str) -> None:
    values = {"seq": 99, "key": "k", field: {"seq": first_row.seq, "key": "k"}[field]}
    if field == "key":
        Entry.objects.create(**_like(first_row, id="e" * 32, seq=98, key="k"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(**_like(first_row, id="f" * 32, **values))


def test_the_models_and_the_migrations_agree() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_framework_finds_nothing_to_warn_of() -> None:
    call_command("check", fail_level="WARNING")


def _like(row: Entry, **changes: object) -> dict[str, object]:
    names = [f.attname for f in Entry._meta.concrete_fields]
    return {**{name: getattr(row, name) for name in names}, **changes}


def _rows(table: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        return sorted(map(tuple, cursor.fetchall()), key=repr)
