"""The index: one row a docket. Projections, made by the docket's own and thrown away with them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

__all__ = ["IndexedName", "IndexedWords", "Words"]


class IndexedWords(models.Model):
    """The words by which a docket is found, in four parts by who may find it through them.

    ``open`` is in clear: numbers, institutions, courts, programmes, which lists show as well.
    The others hold keyed words alone: ``sealed`` what acts say, ``paper`` the words of papers,
    ``counsel`` what only counsel and leads read.
    """

    docket = models.OneToOneField("docket.Docket", models.CASCADE, related_name="indexed")
    open = models.TextField(blank=True)
    sealed = models.TextField(blank=True)
    paper = models.TextField(blank=True)
    counsel = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "indexed words"


class IndexedName(models.Model):
    """A keyed hash of a person's name, or of a number of the person, on a docket."""

    docket = models.ForeignKey("docket.Docket", models.CASCADE, related_name="+")
    hashed = models.CharField(max_length=32)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["hashed", "docket"])]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["docket", "hashed"], name="one_name_per_docket")
        ]


class Words(models.Model):
    """The full-text table that SQLite keeps beside the index; PostgreSQL has a column instead."""

    row = models.OneToOneField(
        IndexedWords, models.DO_NOTHING, primary_key=True, db_column="rowid", related_name="+"
    )

    class Meta:
        managed = False
        db_table = "search_words"
