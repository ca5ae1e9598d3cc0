"""What the docket keeps: entries, which nothing changes, and projections, which are rebuilt.

The database itself refuses UPDATE and DELETE on entries, on reckonings and on the packs and
calendars they rest on (see the migrations). Projections
hold codes, dates, counts and institutions (in columns without a length: what a paper or a pack
calls a thing must never be too long to record); whatever an act marks as personal stays sealed in
the vault and is opened for those who may see it.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

__all__ = [
    "ActAsked",
    "Arrival",
    "BoardCells",
    "Campaign",
    "Demand",
    "Determination",
    "Dispatch",
    "Docket",
    "DocketMember",
    "Entry",
    "FindingRow",
    "Item",
    "KeptLaw",
    "Link",
    "Obligation",
    "Projected",
    "Recipient",
    "Reckoning",
    "StatusHeld",
]


class Docket(models.Model):
    """One docket: an arrival's, a demand's, a matter's, a campaign's, the office's."""

    id = models.CharField(max_length=64, primary_key=True)
    kind = models.CharField(max_length=12)
    opened_at = models.DateTimeField()
    seq = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    statement = models.CharField(max_length=64, blank=True)
    walled = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.id[:16]


class DocketMember(models.Model):
    """Somebody who may see a walled docket, or to whom one is assigned."""

    docket = models.ForeignKey(Docket, on_delete=models.CASCADE, related_name="members")
    person_id = models.CharField(max_length=32, db_index=True)
    need = models.CharField(max_length=8, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["docket", "person_id", "need"], name="member_once")
        ]


class Entry(models.Model):
    """One line of a docket. Written once; UPDATE and DELETE abort.

    ``body`` is the entry's canonical form, every personal value replaced by its commitment.
    """

    id = models.CharField(max_length=32, primary_key=True)
    docket = models.ForeignKey(Docket, on_delete=models.PROTECT, related_name="entries")
    seq = models.PositiveIntegerField()
    slug = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_index=True)
    person_id = models.CharField(max_length=32, blank=True)
    role = models.CharField(max_length=20)
    key = models.TextField(null=True)
    body = models.BinaryField()
    digest = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ["docket", "seq"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["docket", "seq"], name="one_entry_per_seq"),
            models.UniqueConstraint(fields=["docket", "key"], name="one_entry_per_key"),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.seq}"


class Arrival(models.Model):
    """A document in the inbox. Projection."""

    entry = models.CharField(max_length=32, primary_key=True)
    docket = models.ForeignKey(Docket, on_delete=models.CASCADE, related_name="arrivals")
    state = models.CharField(max_length=12, db_index=True)
    received_at = models.DateTimeField(db_index=True)
    channel = models.CharField(max_length=16)
    media_type = models.CharField(max_length=120)
    bytes = models.BigIntegerField()
    reason = models.CharField(max_length=24, blank=True)
    outcome = models.CharField(max_length=24, blank=True)
    conduct = models.CharField(max_length=12, blank=True)
    kind = models.CharField(max_length=32, blank=True)
    documents = models.PositiveIntegerField(default=1)
    to_confirm = models.PositiveIntegerField(default=0)
    checked = models.PositiveIntegerField(default=0)
    waits = models.BooleanField(db_index=True)


class Demand(models.Model):
    """A registered demand. Projection."""

    docket = models.OneToOneField(
        Docket, on_delete=models.CASCADE, primary_key=True, related_name="demand"
    )
    number = models.TextField(unique=True)
    direction = models.CharField(max_length=8)
    state = models.CharField(max_length=12, db_index=True)
    how = models.CharField(max_length=24, blank=True)
    kind = models.CharField(max_length=32)
    form = models.TextField(blank=True)
    issuer = models.TextField()
    issuer_class = models.CharField(max_length=20, blank=True)
    recipient = models.TextField()
    judicial = models.BooleanField(null=True)
    urgency = models.CharField(max_length=20)
    registered_at = models.DateTimeField(db_index=True)
    waiting = models.PositiveSmallIntegerField(default=0, db_index=True)
    awaits = models.JSONField(default=list)
    next_on = models.DateField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["-registered_at", "-docket"], name="demand_newest"),
            models.Index(fields=["next_on", "docket"], name="demand_next"),
            models.Index(fields=["issuer", "docket"], name="demand_issuer"),
            models.Index(fields=["issuer", "-registered_at", "-docket"], name="demand_of_issuer"),
            models.Index(fields=["kind", "-registered_at", "-docket"], name="demand_kind"),
        ]


class StatusHeld(models.Model):
    """A status that holds whatever the day. Projection; those with a day are worked out."""

    docket = models.ForeignKey(Docket, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=24)

    class Meta:
        verbose_name_plural = "statuses"
        indexes: ClassVar = [models.Index(fields=["code", "docket"], name="status_by_code")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["docket", "code"], name="status_once")
        ]


class Link(models.Model):
    """That another docket belongs to this one, and by what. Projection."""

    docket = models.ForeignKey(Docket, on_delete=models.CASCADE, related_name="+")
    other = models.CharField(max_length=64, db_index=True)
    by = models.CharField(max_length=16)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["docket", "other", "by"], name="link_once")
        ]


class Item(models.Model):
    """One thing a demand asks for. Projection; its words stay sealed."""

    docket = models.ForeignKey(Docket, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    label = models.TextField()
    category = models.CharField(max_length=32)
    subject = models.TextField(blank=True)
    period_from = models.DateField(null=True)
    period_to = models.DateField(null=True)
    asked = models.CharField(max_length=10)
    decided = models.CharField(max_length=10)
    stale = models.BooleanField(default=False)
    answer = models.CharField(max_length=20, blank=True)
    compelled = models.CharField(max_length=10)

    class Meta:
        ordering: ClassVar = ["docket", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["docket", "label"], name="one_item_per_label")
        ]


class Obligation(models.Model):
    """Something owed by a date or from an event. Projection.

    ``quashed_by`` is the order in force that quashes all that is left of it, while it still runs.
    """

    docket = models.ForeignKey(Docket, on_delete=models.CASCADE, related_name="obligations")
    name = models.TextField()
    object = models.CharField(max_length=16)
    owner = models.CharField(max_length=8)
    state = models.CharField(max_length=10, db_index=True)
    origin = models.CharField(max_length=12)
    rule = models.TextField(blank=True)
    safe_on = models.DateField(null=True, db_index=True)
    safe_at = models.DateTimeField(null=True)
    latest_on = models.DateField(null=True)
    latest_at = models.DateTimeField(null=True)
    disputed = models.BooleanField(default=False)
    awaits = models.TextField(blank=True)
    items = models.JSONField(default=list)
    readings = models.JSONField(default=list)
    quashed_by = models.CharField(max_length=32, blank=True)
    since = models.CharField(max_length=32)
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(db_index=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["state", "safe_on", "id"], name="obligation_board"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["docket", "name"], name="one_obligation_per_name")
        ]


class Reckoning(models.Model):
    """How a date in force was counted: what was asked, every step, and what it rests on.

    Written once. The latest row of an obligation is the count of the date that stands; ``law``
    names the packs, calendars and time zones it rests on together, so that those which rest on
    what is no longer in use are found without reading any.
    """

    docket = models.ForeignKey(Docket, on_delete=models.PROTECT, related_name="reckonings")
    obligation = models.TextField()
    entry = models.CharField(max_length=32, db_index=True)
    law = models.CharField(max_length=64, db_index=True)
    stored = models.JSONField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["docket", "obligation", "-id"])]


class KeptLaw(models.Model):
    """A pack or calendar by its digest, kept for ever. Written once."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    kind = models.CharField(max_length=8)
    name = models.TextField()
    content = models.BinaryField()
    kept_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "kept laws"


class FindingRow(models.Model):
    """What the rules said on one item and action, as last taken. Projection."""

    docket = models.ForeignKey(Docket, on_delete=models.CASCADE, related_name="findings")
    entry = models.CharField(max_length=32)
    current = models.BooleanField(default=True)
    item = models.TextField(blank=True)
    action = models.TextField()
    outcome = models.CharField(max_length=10)


class Determination(models.Model):
    """What a person proposed and another approved. Projection; its reason stays sealed."""

    entry = models.CharField(max_length=32, primary_key=True)
    docket = models.ForeignKey(Docket, on_delete=models.CASCADE, related_name="determinations")
    items = models.JSONField()
    actions = models.JSONField(default=list)
    outcome = models.CharField(max_length=20)
    state = models.CharField(max_length=10, db_index=True)
    awaits = models.TextField(blank=True)
    person_id = models.CharField(max_length=32, blank=True)
    one_person = models.BooleanField(default=False)
    findings = models.CharField(max_length=32, blank=True)
    replaces = models.CharField(max_length=32, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "entry"], name="determination_queue")]


class Dispatch(models.Model):
    """Something sent, and how far it is known to have come. Projection."""

    entry = models.CharField(max_length=32, primary_key=True)
    docket = models.ForeignKey(Docket, on_delete=models.CASCADE, related_name="dispatches")
    about = models.CharField(max_length=8)
    side = models.CharField(max_length=8)
    step = models.CharField(max_length=12)
    claims = models.JSONField(default=list)
    failed = models.CharField(max_length=32, blank=True)

    class Meta:
        verbose_name_plural = "dispatches"


class Campaign(models.Model):
    """One demand text for many recipients. Projection; its title stays sealed."""

    docket = models.OneToOneField(
        Docket, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    opened = models.CharField(max_length=32)
    side = models.CharField(max_length=8)
    closed = models.BooleanField(default=False)
    follows = models.CharField(max_length=64, blank=True)
    recipients = models.PositiveIntegerField(default=0)
    excluded = models.PositiveIntegerField(default=0)


class Recipient(models.Model):
    """One row of a campaign's board, as the campaign's own docket has it. Projection."""

    docket = models.ForeignKey(Docket, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveIntegerField()
    recipient = models.TextField()
    name = models.TextField()
    demand = models.CharField(max_length=64, blank=True)
    previous_round = models.TextField(blank=True)
    entry = models.CharField(max_length=32)
    reason = models.CharField(max_length=24, blank=True)
    excluded_by = models.CharField(max_length=32, blank=True)
    cite = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["docket", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["docket", "recipient"], name="recipient_once")
        ]


class BoardCells(models.Model):
    """What a board shows of one demand, whatever the day. Projection.

    ``cells`` is milestone → value, entry, strength; ``latest`` the latest readings of the dates
    that run for its answer; ``items`` each item with its disposition and basis; ``measures``
    what is said of each measure.
    """

    docket = models.OneToOneField(
        Docket, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    cells = models.JSONField(default=dict)
    latest = models.JSONField(default=list)
    since = models.CharField(max_length=32, blank=True)
    items = models.JSONField(default=list)
    measures = models.JSONField(default=list)

    class Meta:
        verbose_name_plural = "board cells"


class Projected(models.Model):
    """Which fold made the rows of the projections, and how far a new one has come; one row.

    ``numbers``, ``code`` and ``zone`` are those of the rows that stand; ``wanted`` those of a
    rebuilding that was begun, whose last finished docket is ``after``. ``failed`` names the
    dockets that could not be folded; their rows are as they were.
    """

    numbers = models.JSONField(default=dict)
    code = models.CharField(max_length=64, blank=True)
    zone = models.CharField(max_length=64, blank=True)
    product = models.CharField(max_length=32, blank=True)
    made_at = models.DateTimeField(null=True)
    whole = models.BooleanField(default=False)
    looked_at = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    failed = models.JSONField(default=list)
    wanted = models.JSONField(null=True)
    after = models.CharField(max_length=64, blank=True)
    done = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "states of the projections"


class ActAsked(models.Model):
    """An act that one person wants and another has to agree to; nothing is recorded yet.

    What was entered is a file of the docket, whose hash is ``document``, and is erased with it.
    """

    docket = models.ForeignKey(Docket, on_delete=models.CASCADE, related_name="+")
    slug = models.CharField(max_length=40)
    document = models.CharField(max_length=64, unique=True)
    asked_by = models.CharField(max_length=32)
    asked_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "acts asked for"
