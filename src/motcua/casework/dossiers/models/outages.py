"""Times in which a counter had to work by hand. Append-only: what was entered late rests on them."""

from django.db import models
from django.db.models import F, Q

from motcua.base.database.ids import uuid7
from motcua.reference.org.models import Staff, Unit


class Outage(models.Model):
    """A counter could not enter what it took in, from a moment to a moment; who says so, and by what right.

    What was taken in by hand while it lasted is entered until `enter_until`, and not later.
    """

    THING = "outage"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    counter = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="outages")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    enter_until = models.DateTimeField()
    reason = models.TextField()
    legal_basis = models.TextField()
    approved_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField()

    class Meta:
        db_table = "dossiers_outage"
        constraints = [
            models.CheckConstraint(
                name="outage_span", condition=Q(began_at__lt=F("ended_at"), ended_at__lte=F("enter_until"))
            ),
            models.CheckConstraint(name="outage_founded", condition=~Q(reason="") & ~Q(legal_basis="")),
        ]

    def __str__(self) -> str:
        return f"{self.counter}, {self.began_at}"
