"""The order in force that quashes all that is left of an obligation which still runs."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A column of obligations; the rows are folded anew, as their number was raised."""

    dependencies = (("docket", "0010_projected"),)

    operations = (
        migrations.AddField(
            model_name="obligation",
            name="quashed_by",
            field=models.CharField(blank=True, default="", max_length=32),
            preserve_default=False,
        ),
    )
