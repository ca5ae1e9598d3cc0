"""Each demand as reports count it, kept so that a year of them need not be read again.

A row follows from the entries of its docket up to the digest that it names; it is made anew
whenever they have moved on, and holds codes, dates and institutions only.
"""

from __future__ import annotations

from django.db import models

from tecum.web.docket.models import Docket

__all__ = ["CountedDemand"]


class CountedDemand(models.Model):
    """What reports count of one demand. Can be made again, so it may be changed."""

    docket = models.OneToOneField(
        Docket, on_delete=models.CASCADE, primary_key=True, related_name="counted"
    )
    digest = models.CharField(max_length=64)
    shape = models.PositiveSmallIntegerField()
    zone = models.CharField(max_length=64)
    row = models.TextField()
