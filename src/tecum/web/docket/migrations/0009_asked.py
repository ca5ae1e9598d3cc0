# ruff: noqa: RUF012
"""Acts that wait for a second person."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A table of acts asked for."""

    dependencies = [
        ("docket", "0008_boards"),
    ]

    operations = [
        migrations.CreateModel(
            name="ActAsked",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.CharField(max_length=40)),
                ("document", models.CharField(max_length=64, unique=True)),
                ("asked_by", models.CharField(max_length=32)),
                ("asked_at", models.DateTimeField()),
                (
                    "docket",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="docket.docket",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "acts asked for",
            },
        ),
    ]
