"""What a proposed version would change, worked out over the docket piece by piece."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

__all__ = ["Effect"]


class Effect(models.Model):
    """A replay of the docket under a proposed version; can be made again, so it may be changed.

    ``rows`` holds what differs: docket, label, action, outcome before and after. ``at`` is the
    last docket that was done; the next piece goes on from there.
    """

    RUNNING, DONE, STOPPED = "running", "done", "stopped"

    proposal = models.CharField(max_length=32)
    on = models.DateField()
    law = models.CharField(max_length=64)
    state = models.CharField(max_length=8, default=RUNNING, db_index=True)
    at = models.CharField(max_length=64, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField()
    asked = models.PositiveIntegerField(default=0)
    rows = models.JSONField(default=list)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["proposal", "on"], name="one_effect_per_day")
        ]

    def __str__(self) -> str:
        return f"effect of {self.proposal} on {self.on}"
