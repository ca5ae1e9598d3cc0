# ruff: noqa: RUF012
"""On PostgreSQL: which heads were signed since the log's public files were known to be durable."""

from typing import Any

from django.db import migrations

COMMANDS = """
ALTER TABLE ledger_log_head ADD COLUMN IF NOT EXISTS settled bigint NOT NULL DEFAULT 0;
CREATE TABLE IF NOT EXISTS ledger_log_recent (
  log text NOT NULL, size bigint NOT NULL, checkpoint text NOT NULL, serial bigint NOT NULL,
  boot text NOT NULL, PRIMARY KEY (log, size));
UPDATE ledger_log_head h SET settled = size
  WHERE NOT EXISTS (SELECT FROM ledger_log_recent r WHERE r.log = h.log);
"""


def make(apps: Any, editor: Any) -> None:
    """Every head that was signed before stands with its files on the disk."""
    if editor.connection.vendor != "postgresql":
        return
    for command in filter(str.strip, COMMANDS.split(";")):
        editor.execute(command, params=None)


def unmake(apps: Any, editor: Any) -> None:
    """Take the table away."""
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP TABLE IF EXISTS ledger_log_recent")


class Migration(migrations.Migration):
    """A log whose machine lost its power is made whole from this table and its entries."""

    dependencies = [("ledger", "0004_their_statements")]
    operations = [migrations.RunPython(make, unmake)]
