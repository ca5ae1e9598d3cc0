"""Plans for many recipients that somebody has made and not yet thrown away.

A plan is no act: what was approved and carried out stands on the campaign's docket, by the
plan's hash. What a person chose is kept as a file of that docket, and is erased with it.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tecum.web.accounts.models import Person
from tecum.web.docket.models import Docket

__all__ = ["Planned"]


class Planned(models.Model):
    """A plan as somebody saw it; the file whose hash is the plan's is kept with the docket.

    ``started_at`` is set before the first of its acts, so that what a crash left can be
    finished and is not begun anew.
    """

    docket = models.ForeignKey(Docket, on_delete=models.CASCADE, related_name="+")
    hash = models.CharField(max_length=64, unique=True)
    action = models.CharField(max_length=12)
    rows = models.PositiveIntegerField()
    doing = models.PositiveIntegerField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "plans"
        indexes: ClassVar = [models.Index(fields=["docket", "-made_at"], name="planned_newest")]
