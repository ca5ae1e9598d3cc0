"""Pages to look at of a document that was opened with a password."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("intake", "0004_mail_known")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="readingmade",
            name="pictures",
            field=models.ForeignKey(
                default=None,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="intake.storedfile",
            ),
        ),
    ]
