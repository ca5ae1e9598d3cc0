# ruff: noqa: RUF012
"""The database refuses to change statements."""

from django.db import migrations

from tecum.web.append_only import append_only


class Migration(migrations.Migration):
    """UPDATE and DELETE abort, on both engines."""

    dependencies = [("ledger", "0001_initial")]
    operations = [append_only("ledger_statement", "ledger_logged")]
