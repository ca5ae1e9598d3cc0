# ruff: noqa: RUF012
"""What lists show, filter and sort by without opening a docket: rebuilt at upgrade."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A table of statuses, the next date of a demand, and the orders in which lists are read."""

    dependencies = [("docket", "0004_obligation_changes")]
    operations = [
        migrations.AddField(
            model_name="demand",
            name="next_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="demand",
            name="awaits",
            field=models.JSONField(default=list),
        ),
        migrations.AddIndex(
            model_name="demand",
            index=models.Index(fields=["-registered_at", "-docket"], name="demand_newest"),
        ),
        migrations.AddIndex(
            model_name="demand",
            index=models.Index(fields=["next_on", "docket"], name="demand_next"),
        ),
        migrations.AddIndex(
            model_name="demand",
            index=models.Index(fields=["issuer", "docket"], name="demand_issuer"),
        ),
        migrations.AddIndex(
            model_name="demand",
            index=models.Index(fields=["kind", "-registered_at", "-docket"], name="demand_kind"),
        ),
        migrations.AddIndex(
            model_name="obligation",
            index=models.Index(fields=["state", "safe_on", "id"], name="obligation_board"),
        ),
        migrations.CreateModel(
            name="StatusHeld",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=24)),
                (
                    "docket",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="docket.docket",
                    ),
                ),
            ],
            options={"verbose_name_plural": "statuses"},
        ),
        migrations.AddIndex(
            model_name="statusheld",
            index=models.Index(fields=["code", "docket"], name="status_by_code"),
        ),
        migrations.AddConstraint(
            model_name="statusheld",
            constraint=models.UniqueConstraint(fields=["docket", "code"], name="status_once"),
        ),
    ]
