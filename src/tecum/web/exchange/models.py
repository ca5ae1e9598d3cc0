"""What came from other offices as files: messages, receipts, and whatever was refused."""

from __future__ import annotations

from django.db import models

from tecum.web.intake.models import StoredFile

__all__ = ["Paper"]


class Paper(models.Model):
    """One file that came, kept byte for byte, sealed on the docket to which it belongs.

    ``statement`` is the hash of the statement that it carries, where it could be read;
    ``reason`` is why it counts as nothing, empty where it holds. ``document`` is the arrival's
    file, with which it is erased.
    """

    TAKEN, KEPT, SHOWN, REFUSED = "taken", "kept", "shown", "refused"

    outcome = models.CharField(max_length=8)
    reason = models.CharField(max_length=40, blank=True)
    statement = models.CharField(max_length=64, blank=True, db_index=True)
    office = models.TextField(blank=True)
    type = models.CharField(max_length=32, blank=True)
    docket_id = models.CharField(max_length=64, db_index=True)
    entry_id = models.CharField(max_length=32, blank=True, db_index=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, related_name="+", null=True, default=None
    )
    came_at = models.DateTimeField()
