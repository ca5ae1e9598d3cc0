"""Stored files, what the reader made of them, and the jobs that wait.

A file lies encrypted under the hash of its encrypted bytes: the hash of a document has the
document's own mark, so it stands neither in a file name nor in a column. Whether the same
bytes came before is asked by a keyed hash.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tecum.web.accounts.models import Person

__all__ = [
    "ErasureAsked",
    "FileKey",
    "Job",
    "LikenessBand",
    "MailKnown",
    "PasswordGiven",
    "ReadingMade",
    "StoredFile",
]


class StoredFile(models.Model):
    """One file's encrypted bytes."""

    sealed_sha256 = models.CharField(max_length=64, unique=True)
    keyed_hash = models.CharField(max_length=64, db_index=True)
    name = models.CharField(max_length=32, unique=True)
    bytes = models.BigIntegerField()
    stored_at = models.DateTimeField()


class FileKey(models.Model):
    """The file's key, wrapped for one docket; the bytes go when the last one is gone."""

    file = models.ForeignKey(StoredFile, on_delete=models.CASCADE, related_name="keys")
    docket_id = models.CharField(max_length=64, db_index=True)
    wrapped = models.BinaryField()
    sealed_name = models.BinaryField(default=bytes)
    is_document = models.BooleanField(default=False)
    after = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["file", "docket_id"], name="one_key_per_docket")
        ]


class ReadingMade(models.Model):
    """A Reading that the machine made of a file, sealed like the file it was read from.

    ``summary`` holds codes, counts and dates only, for lists. A locked file is read again by
    the same reader when a person gives its password: that is another ``turn``, and ``pictures``
    is a copy of its pages to look at, since the password is kept nowhere.
    """

    docket_id = models.CharField(max_length=64, db_index=True)
    document = models.ForeignKey(StoredFile, on_delete=models.CASCADE, related_name="readings")
    reading = models.ForeignKey(StoredFile, on_delete=models.CASCADE, related_name="+")
    reader = models.CharField(max_length=64)
    summary = models.JSONField()
    made_at = models.DateTimeField()
    turn = models.PositiveSmallIntegerField(default=1)
    pictures = models.ForeignKey(
        StoredFile, on_delete=models.SET_NULL, related_name="+", null=True, default=None
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["docket_id", "document", "reader", "turn"], name="one_reading_per_turn"
            )
        ]


class LikenessBand(models.Model):
    """A keyed hash under which a document is found by those that are like it.

    It gives nothing of the document to somebody who has not the office's key.
    """

    made = models.ForeignKey(ReadingMade, on_delete=models.CASCADE, related_name="+")
    docket_id = models.CharField(max_length=64)
    band = models.CharField(max_length=32, db_index=True)


class MailKnown(models.Model):
    """A fact of a mail that later mails are held against: a sealed domain, a keyed Message-ID.

    ``ours``: the message was sent from one of the office's own domains.
    """

    DOMAIN, MESSAGE = "domain", "message"

    docket_id = models.CharField(max_length=64)
    kind = models.CharField(max_length=8)
    keyed = models.CharField(max_length=32, db_index=True)
    sealed = models.BinaryField(default=bytes)
    ours = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["docket_id", "kind", "keyed"], name="one_mail_fact_per_docket"
            )
        ]


class PasswordGiven(models.Model):
    """A password that waits, sealed, for one reading; afterwards only that it was refused."""

    docket_id = models.CharField(max_length=64)
    arrival = models.CharField(max_length=64)
    sealed = models.BinaryField(default=bytes)
    given_at = models.DateTimeField()
    refused = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["docket_id", "arrival"], name="one_password_given")
        ]


class ErasureAsked(models.Model):
    """An erasure that one person asked for and that waits for a second."""

    docket_id = models.CharField(max_length=64, unique=True)
    scope = models.CharField(max_length=8)
    subject = models.CharField(max_length=16, blank=True)
    file = models.CharField(max_length=64, blank=True)
    code = models.CharField(max_length=16)
    asked_by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()


class Job(models.Model):
    """Work that waits for the worker. Arguments are ids, never values."""

    QUEUED, RUNNING, DONE, FAILED = "queued", "running", "done", "failed"

    kind = models.CharField(max_length=24)
    docket_id = models.CharField(max_length=64)
    subject = models.CharField(max_length=64)
    state = models.CharField(max_length=8, default=QUEUED, db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "docket_id", "subject"], name="job_once")
        ]
