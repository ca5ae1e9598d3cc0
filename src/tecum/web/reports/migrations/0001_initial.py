# ruff: noqa: RUF012
"""Each demand as reports count it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Counted demands."""

    initial = True

    dependencies = [("docket", "0004_obligation_changes")]

    operations = [
        migrations.CreateModel(
            name="CountedDemand",
            fields=[
                (
                    "docket",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="counted",
                        serialize=False,
                        to="docket.docket",
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("shape", models.PositiveSmallIntegerField()),
                ("zone", models.CharField(max_length=64)),
                ("row", models.TextField()),
            ],
        ),
    ]
