# ruff: noqa: RUF012
"""Two more orders in which lists are read: an issuer's demands, and what waits for approval."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Indexes alone."""

    dependencies = [("docket", "0005_standings")]
    operations = [
        migrations.AddIndex(
            model_name="demand",
            index=models.Index(
                fields=["issuer", "-registered_at", "-docket"], name="demand_of_issuer"
            ),
        ),
        migrations.AddIndex(
            model_name="determination",
            index=models.Index(fields=["state", "entry"], name="determination_queue"),
        ),
    ]
