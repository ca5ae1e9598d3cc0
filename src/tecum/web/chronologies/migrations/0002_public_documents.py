# ruff: noqa: RUF012

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("chronologies", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="PublicDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.CharField(max_length=16, unique=True)),
                ("text_sha256", models.CharField(max_length=64)),
                ("file_sha256", models.CharField(max_length=64)),
                ("content", models.BinaryField()),
                ("outlet", models.TextField()),
                ("headline", models.TextField(blank=True)),
                ("url", models.TextField(blank=True)),
                ("published", models.DateField(null=True)),
                ("updated", models.DateField(null=True)),
                ("issuer", models.TextField(blank=True)),
                ("read_at", models.DateTimeField()),
                (
                    "chronology",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="chronologies.chronology",
                    ),
                ),
                (
                    "edition_of",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="chronologies.publicdocument",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("chronology", "text_sha256"), name="one_text_once"
                    )
                ]
            },
        ),
    ]
