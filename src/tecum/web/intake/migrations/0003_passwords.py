"""Passwords that wait for one reading; several readings of one file by one reader."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("intake", "0002_likeness")]

    operations: ClassVar = [
        migrations.RemoveConstraint(model_name="readingmade", name="one_reading_per_reader"),
        migrations.AddField(
            model_name="readingmade",
            name="turn",
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddConstraint(
            model_name="readingmade",
            constraint=models.UniqueConstraint(
                fields=["docket_id", "document", "reader", "turn"], name="one_reading_per_turn"
            ),
        ),
        migrations.CreateModel(
            name="PasswordGiven",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("docket_id", models.CharField(max_length=64)),
                ("arrival", models.CharField(max_length=64)),
                ("sealed", models.BinaryField(default=bytes)),
                ("given_at", models.DateTimeField()),
                ("refused", models.BooleanField(default=False)),
            ],
        ),
        migrations.AddConstraint(
            model_name="passwordgiven",
            constraint=models.UniqueConstraint(
                fields=["docket_id", "arrival"], name="one_password_given"
            ),
        ),
    ]
