# ruff: noqa: RUF012
"""Files of other offices, kept as they came."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Papers."""

    initial = True
    dependencies = [("intake", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="Paper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("outcome", models.CharField(max_length=8)),
                ("reason", models.CharField(blank=True, max_length=40)),
                ("statement", models.CharField(blank=True, db_index=True, max_length=64)),
                ("office", models.TextField(blank=True)),
                ("type", models.CharField(blank=True, max_length=32)),
                ("docket_id", models.CharField(db_index=True, max_length=64)),
                ("entry_id", models.CharField(blank=True, db_index=True, max_length=32)),
                ("came_at", models.DateTimeField()),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="intake.storedfile",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="intake.storedfile",
                    ),
                ),
            ],
        ),
    ]
