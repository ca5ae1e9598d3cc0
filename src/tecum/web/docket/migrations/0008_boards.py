# ruff: noqa: RUF012
"""Campaigns, their recipients, and what a board shows of each demand: rebuilt at upgrade."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Three tables that follow from the entries."""

    dependencies = [
        ("docket", "0007_links"),
    ]

    operations = [
        migrations.CreateModel(
            name="BoardCells",
            fields=[
                (
                    "docket",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="docket.docket",
                    ),
                ),
                ("cells", models.JSONField(default=dict)),
                ("latest", models.JSONField(default=list)),
                ("since", models.CharField(blank=True, max_length=32)),
                ("items", models.JSONField(default=list)),
                ("measures", models.JSONField(default=list)),
            ],
            options={
                "verbose_name_plural": "board cells",
            },
        ),
        migrations.CreateModel(
            name="Campaign",
            fields=[
                (
                    "docket",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="docket.docket",
                    ),
                ),
                ("opened", models.CharField(max_length=32)),
                ("side", models.CharField(max_length=8)),
                ("closed", models.BooleanField(default=False)),
                ("follows", models.CharField(blank=True, max_length=64)),
                ("recipients", models.PositiveIntegerField(default=0)),
                ("excluded", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Recipient",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("recipient", models.TextField()),
                ("name", models.TextField()),
                ("demand", models.CharField(blank=True, max_length=64)),
                ("previous_round", models.TextField(blank=True)),
                ("entry", models.CharField(max_length=32)),
                ("reason", models.CharField(blank=True, max_length=24)),
                ("excluded_by", models.CharField(blank=True, max_length=32)),
                ("cite", models.TextField(blank=True)),
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
                "ordering": ["docket", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("docket", "recipient"), name="recipient_once")
                ],
            },
        ),
    ]
