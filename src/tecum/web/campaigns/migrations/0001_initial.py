# ruff: noqa: RUF012
"""Plans for many recipients."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """A table of plans."""

    initial = True

    dependencies = [
        ("docket", "0008_boards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Planned",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("hash", models.CharField(max_length=64, unique=True)),
                ("action", models.CharField(max_length=12)),
                ("rows", models.PositiveIntegerField()),
                ("doing", models.PositiveIntegerField()),
                ("made_at", models.DateTimeField()),
                ("started_at", models.DateTimeField(null=True)),
                (
                    "docket",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="docket.docket",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "plans",
                "indexes": [models.Index(fields=["docket", "-made_at"], name="planned_newest")],
            },
        ),
    ]
