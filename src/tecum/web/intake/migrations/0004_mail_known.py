"""What the docket knows of earlier mail: keyed Message-IDs, sealed domains."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("intake", "0003_passwords")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="MailKnown",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("docket_id", models.CharField(max_length=64)),
                ("kind", models.CharField(max_length=8)),
                ("keyed", models.CharField(db_index=True, max_length=32)),
                ("sealed", models.BinaryField(default=bytes)),
                ("ours", models.BooleanField(default=False)),
            ],
        ),
        migrations.AddConstraint(
            model_name="mailknown",
            constraint=models.UniqueConstraint(
                fields=["docket_id", "kind", "keyed"], name="one_mail_fact_per_docket"
            ),
        ),
    ]
