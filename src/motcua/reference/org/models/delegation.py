"""Standing in for somebody: their position, for a span of days, by a document."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q

from motcua.base.database.ids import uuid7
from motcua.reference.org.models.spans import DateSpan
from motcua.reference.org.models.staff import Position, Staff


class Delegation(models.Model):
    """An official stands in for another in a position, from a day to a day."""

    THING = "delegation"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    giver = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="delegations_given")
    taker = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="delegations_taken")
    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="delegations")
    valid_from = models.DateField()
    valid_to = models.DateField()
    document = models.TextField(help_text="the paper by which it was given")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, help_text="when it was taken back early")

    class Meta:
        db_table = "org_delegation"
        constraints = [
            models.CheckConstraint(name="delegation_span", condition=Q(valid_to__gte=F("valid_from"))),
            models.CheckConstraint(name="delegation_has_document", condition=~Q(document="")),
            models.CheckConstraint(name="delegation_to_another", condition=~Q(giver=F("taker"))),
            # One official stands in a place at a time, so that it is always clear who answers for it.
            ExclusionConstraint(
                name="delegation_one_at_a_time",
                expressions=[
                    ("giver", RangeOperators.EQUAL),
                    ("position", RangeOperators.EQUAL),
                    (
                        DateSpan("valid_from", "valid_to", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(ended_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.taker} thay {self.giver}"
