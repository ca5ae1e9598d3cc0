"""Chronologies that were brought in as thread files."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

__all__ = ["Chronology", "PublicDocument"]


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


class PublicDocument(models.Model):
    """A story, release, opinion or letter that was read for a chronology.

    Its text is kept sealed and is shown to nobody but those who write on the chronology; a
    public page quotes at most 300 characters of it and gives its address. ``edition_of`` is the
    earlier edition of the same publication.
    """

    uid = models.CharField(max_length=16, unique=True)
    chronology = models.ForeignKey(Chronology, on_delete=models.CASCADE, related_name="documents")
    text_sha256 = models.CharField(max_length=64)
    file_sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    outlet = models.TextField()
    headline = models.TextField(blank=True)
    url = models.TextField(blank=True)
    published = models.DateField(null=True)
    updated = models.DateField(null=True)
    issuer = models.TextField(blank=True)
    edition_of = models.ForeignKey("self", null=True, on_delete=models.SET_NULL)
    read_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["chronology", "text_sha256"], name="one_text_once")
        ]

    def __str__(self) -> str:
        return self.source

    @property
    def source(self) -> str:
        """The id by which claims name it as their source."""
        return f"doc-{self.uid}"
