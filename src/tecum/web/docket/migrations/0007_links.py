# ruff: noqa: RUF012
"""Which dockets belong together, found from either of them: rebuilt at upgrade."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A table of links."""

    dependencies = [("docket", "0006_orders_of_lists")]
    operations = [
        migrations.CreateModel(
            name="Link",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("other", models.CharField(db_index=True, max_length=64)),
                ("by", models.CharField(max_length=16)),
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
                "constraints": [
                    models.UniqueConstraint(fields=("docket", "other", "by"), name="link_once")
                ],
            },
        ),
    ]
