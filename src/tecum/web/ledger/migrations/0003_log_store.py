# ruff: noqa: RUF012
"""On PostgreSQL the log's entries and its journal are tables; elsewhere they lie in its folder."""

from typing import Any

from django.db import migrations

from tecum.web.append_only import allow_changes, forbid_changes

KEPT = ("ledger_log_entry", "ledger_log_statement")
ALL = (*KEPT, "ledger_log_carried", "ledger_log_head")


def make(apps: Any, editor: Any) -> None:
    """Make the tables; what an entry or a statement says nothing changes."""
    if editor.connection.vendor != "postgresql":
        return
    from tecum.web.ledger.store import TABLES

    for command in filter(str.strip, TABLES.split(";")):
        editor.execute(command, params=None)
    for table in KEPT:
        forbid_changes(editor, table)


def unmake(apps: Any, editor: Any) -> None:
    """Take the tables away."""
    if editor.connection.vendor == "postgresql":
        for table in KEPT:
            allow_changes(editor, table)
        for table in ALL:
            editor.execute(f"DROP TABLE IF EXISTS {table}")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_append_only")]
    operations = [migrations.RunPython(make, unmake)]
