# ruff: noqa: RUF012
"""Statements of other offices, kept as they came."""

from django.db import migrations, models

from tecum.web.append_only import append_only


class Migration(migrations.Migration):
    """What another office stated is kept and never changed."""

    dependencies = [("ledger", "0003_log_store")]
    operations = [
        migrations.CreateModel(
            name="TheirStatement",
            fields=[
                (
                    "sha256",
                    models.CharField(max_length=64, primary_key=True, serialize=False),
                ),
                ("docket_id", models.CharField(blank=True, db_index=True, max_length=64)),
                ("entry_id", models.CharField(blank=True, db_index=True, max_length=32)),
                ("office", models.TextField(db_index=True)),
                ("type", models.CharField(max_length=32)),
                ("thread", models.CharField(db_index=True, max_length=64)),
                ("note", models.BinaryField()),
                ("taken_at", models.DateTimeField()),
            ],
        ),
        append_only("ledger_theirstatement"),
    ]
