# ruff: noqa: RUF012
"""What proposed versions of packs would change, as far as it was worked out."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Effects."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Effect",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("proposal", models.CharField(max_length=32)),
                ("on", models.DateField()),
                ("law", models.CharField(max_length=64)),
                ("state", models.CharField(db_index=True, default="running", max_length=8)),
                ("at", models.CharField(blank=True, max_length=64)),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField()),
                ("asked", models.PositiveIntegerField(default=0)),
                ("rows", models.JSONField(default=list)),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("proposal", "on"), name="one_effect_per_day")
                ],
            },
        ),
    ]
