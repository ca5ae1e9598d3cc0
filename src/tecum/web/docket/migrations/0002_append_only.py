# ruff: noqa: RUF012
"""The database refuses to change entries."""

from django.db import migrations

from tecum.web.append_only import append_only


class Migration(migrations.Migration):
    """UPDATE and DELETE abort, on both engines."""

    dependencies = [("docket", "0001_initial")]
    operations = [append_only("docket_entry")]
