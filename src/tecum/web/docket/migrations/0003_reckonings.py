# ruff: noqa: RUF012
"""How each date in force was counted, and the law behind it; the database refuses changes."""

import django.db.models.deletion
from django.db import migrations, models

from tecum.web.append_only import append_only


class Migration(migrations.Migration):
    """Reckonings, and packs and calendars by digest."""

    dependencies = [
        ("docket", "0002_append_only"),
    ]

    operations = [
        migrations.CreateModel(
            name="KeptLaw",
            fields=[
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=8)),
                ("name", models.TextField()),
                ("content", models.BinaryField()),
                ("kept_at", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "kept laws",
            },
        ),
        migrations.CreateModel(
            name="Reckoning",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("obligation", models.TextField()),
                ("entry", models.CharField(db_index=True, max_length=32)),
                ("law", models.CharField(db_index=True, max_length=64)),
                ("stored", models.JSONField()),
                (
                    "docket",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reckonings",
                        to="docket.docket",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["docket", "obligation", "-id"],
                        name="docket_reck_docket__b885f7_idx",
                    )
                ],
            },
        ),
        append_only("docket_reckoning", "docket_keptlaw"),
    ]
