"""After which entry of a docket a file was held: an erasure reaches only what was there."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("intake", "0006_erasure_asked")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="filekey", name="after", field=models.PositiveIntegerField(default=0)
        ),
    ]
