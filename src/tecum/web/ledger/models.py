"""Signed statements, ours and others', which nothing changes; the log; sealed values."""

from __future__ import annotations

from django.db import models

__all__ = ["Logged", "Statement", "TheirStatement", "VaultKey", "VaultRecord"]


class Statement(models.Model):
    """The signed statement of one entry. Written once; UPDATE and DELETE abort."""

    number = models.BigAutoField(primary_key=True)
    sha256 = models.CharField(max_length=64, unique=True)
    docket_id = models.CharField(max_length=64, db_index=True)
    entry_id = models.CharField(max_length=32, unique=True)
    seq = models.PositiveIntegerField()
    type = models.CharField(max_length=32)
    note = models.BinaryField()


class Logged(models.Model):
    """That a statement stands in the log, and where. Written once."""

    statement = models.OneToOneField(
        Statement, on_delete=models.PROTECT, primary_key=True, related_name="logged"
    )
    index = models.BigIntegerField(unique=True)


class TheirStatement(models.Model):
    """A signed statement of another office, verbatim. Written once; UPDATE and DELETE abort.

    ``entry_id`` is our entry that it came with or that records it; ``thread`` a name for the
    other office's docket in its log, which no docket of ours can be mistaken for.
    """

    sha256 = models.CharField(max_length=64, primary_key=True)
    docket_id = models.CharField(max_length=64, blank=True, db_index=True)
    entry_id = models.CharField(max_length=32, blank=True, db_index=True)
    office = models.TextField(db_index=True)
    type = models.CharField(max_length=32)
    thread = models.CharField(max_length=64, db_index=True)
    note = models.BinaryField()
    taken_at = models.DateTimeField()


class VaultRecord(models.Model):
    """Sealed salts and values that are erased together (LEDGER 16)."""

    id = models.CharField(max_length=32, primary_key=True)
    docket_id = models.CharField(max_length=64, db_index=True)
    entry_id = models.CharField(max_length=32, db_index=True)
    shred = models.CharField(max_length=16)
    scope = models.CharField(max_length=64, blank=True, db_index=True)
    sealed = models.BinaryField()


class VaultKey(models.Model):
    """The key of one record, wrapped by the office's. Deleting the row erases the record."""

    record = models.OneToOneField(
        VaultRecord, on_delete=models.CASCADE, primary_key=True, related_name="key"
    )
    wrapped = models.BinaryField()
