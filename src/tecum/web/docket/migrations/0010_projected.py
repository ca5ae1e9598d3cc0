# ruff: noqa: RUF012
"""Which fold made the rows that lists read."""

from typing import Any

from django.db import migrations, models

from tecum.web.docket.versions import NUMBERS


def _of_nothing(apps: Any, editor: Any) -> None:
    """Where nothing is recorded yet, every row to come is made by the fold at hand."""
    if not apps.get_model("docket", "Docket").objects.exists():
        apps.get_model("docket", "Projected").objects.create(pk=1, numbers=NUMBERS)


class Migration(migrations.Migration):
    """One row that says what the projections were made by."""

    dependencies = [
        ("docket", "0009_asked"),
    ]

    operations = [
        migrations.CreateModel(
            name="Projected",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("numbers", models.JSONField(default=dict)),
                ("code", models.CharField(blank=True, max_length=64)),
                ("zone", models.CharField(blank=True, max_length=64)),
                ("product", models.CharField(blank=True, max_length=32)),
                ("made_at", models.DateTimeField(null=True)),
                ("whole", models.BooleanField(default=False)),
                ("looked_at", models.PositiveIntegerField(default=0)),
                ("changed", models.PositiveIntegerField(default=0)),
                ("failed", models.JSONField(default=list)),
                ("wanted", models.JSONField(null=True)),
                ("after", models.CharField(blank=True, max_length=64)),
                ("done", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name_plural": "states of the projections",
            },
        ),
        migrations.RunPython(_of_nothing, migrations.RunPython.noop),
    ]
