"""Limits of law as dated parameters."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models

from motcua.base.database.ids import uuid7
from motcua.reference.org.models.spans import DateSpan


class Regulation(models.Model):
    """A limit of law as a dated parameter with its legal basis; never a constant in code."""

    THING = "regulation"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.TextField()
    value = models.IntegerField()
    unit = models.TextField()
    legal_basis = models.TextField()
    certainty = models.TextField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "org_regulation"
        constraints = [
            ExclusionConstraint(
                name="regulation_once_at_a_time",
                expressions=[
                    ("code", RangeOperators.EQUAL),
                    (
                        DateSpan("valid_from", "valid_to", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            )
        ]

    def __str__(self) -> str:
        return self.code
