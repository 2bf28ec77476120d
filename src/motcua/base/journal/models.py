"""Storage of the journal. Rows are written by `writing.write` alone; the database refuses every change."""

from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7


class Entry(models.Model):
    """One act in the chain of one thing."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    thing = models.TextField()
    seq = models.BigIntegerField()
    about = models.TextField()
    verb = models.TextField()
    actor = models.TextField()
    position = models.TextField(blank=True)
    on_behalf_of = models.TextField(blank=True)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    mark = models.TextField(blank=True)
    payload = models.TextField()
    prev_hash = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        db_table = "journal_entry"
        constraints = [models.UniqueConstraint(name="journal_thing_seq", fields=["thing", "seq"])]
        indexes = [
            models.Index(name="journal_about", fields=["about", "recorded_at"]),
            models.Index(name="journal_recorded", fields=["recorded_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.thing} {self.seq} {self.verb}"


class RetryKey(models.Model):
    """A command that was done once under a key made by the caller."""

    key = models.TextField(primary_key=True)
    command = models.TextField()
    digest = models.TextField()
    outcome_model = models.TextField(blank=True)
    outcome_id = models.TextField(blank=True)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "journal_retry_key"

    def __str__(self) -> str:
        return f"{self.command} {self.key}"


class Delivery(models.Model):
    """One piece of news on its way to one subscriber."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    entry_id = models.UUIDField()
    subscriber = models.TextField()
    attempts = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)

    class Meta:
        db_table = "journal_delivery"
        constraints = [models.UniqueConstraint(name="delivery_once", fields=["entry_id", "subscriber"])]
        indexes = [
            models.Index(name="delivery_waiting", fields=["made_at"], condition=Q(delivered_at__isnull=True))
        ]

    def __str__(self) -> str:
        return f"{self.subscriber} {self.entry_id}"
