"""Chronologies that were brought in as thread files."""

from __future__ import annotations

from django.db import models

__all__ = ["Chronology"]


class Chronology(models.Model):
    """A public thread, kept as the bytes that were brought in; read-only."""

    thread = models.CharField(max_length=80, unique=True)
    title = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    brought_in_at = models.DateTimeField()
