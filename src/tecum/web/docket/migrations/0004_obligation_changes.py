# ruff: noqa: RUF012
"""How often an obligation has changed, and when last: rebuilt from the entries at upgrade."""

from datetime import UTC, datetime

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns of a projection."""

    dependencies = [("docket", "0003_reckonings")]
    operations = [
        migrations.AddField(
            model_name="obligation",
            name="revision",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="obligation",
            name="changed_at",
            field=models.DateTimeField(db_index=True, default=datetime(1970, 1, 1, tzinfo=UTC)),
            preserve_default=False,
        ),
    ]
