"""Chronologies that were brought in as thread files."""

from __future__ import annotations

from django.db import models

__all__ = ["Chronology"]


class Chronology(models.Model):
    """A public thread: the bytes that were brought in, and the docket its claims stand on."""

    thread = models.TextField(unique=True)
    title = models.TextField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    docket_id = models.CharField(max_length=64, unique=True)
    campaign_id = models.CharField(max_length=64, blank=True)
    brought_in_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.thread
