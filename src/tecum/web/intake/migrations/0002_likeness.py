"""Keyed hashes by which documents that are alike find each other."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("intake", "0001_initial")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="LikenessBand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("docket_id", models.CharField(max_length=64)),
                ("band", models.CharField(db_index=True, max_length=32)),
                (
                    "made",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="intake.readingmade",
                    ),
                ),
            ],
        ),
    ]
