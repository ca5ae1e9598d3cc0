"""The addresses that people have given to their calendar programs; only hashes are kept."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

__all__ = ["Feed"]


class Feed(models.Model):
    """One subscription: whose it is, the hash of its secret, and how long before to remind."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="feeds"
    )
    secret_sha256 = models.CharField(max_length=64, unique=True)
    alarm_hours = models.JSONField(default=list)
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"feed {self.pk}"
