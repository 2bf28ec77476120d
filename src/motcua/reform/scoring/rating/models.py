"""What a one-stop unit declares about its quarter."""

from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7
from motcua.reference.org.models import Staff, Unit
from motcua.reform.scoring.rating.words import Indicator


class RatingDeclaration(models.Model):
    """Numbers of an indicator that only the unit knows, with their source; a later row takes its place."""

    THING = "rating_declaration"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    quarter = models.TextField(help_text="as addresses write it: 2026-Q3")
    indicator = models.TextField(choices=[(one.value, one.name) for one in Indicator])
    number = models.PositiveSmallIntegerField(help_text="1, then one more for each correction")
    numbers = models.JSONField(help_text="by the names that the rules ask for")
    source = models.TextField()
    declared_at = models.DateTimeField()
    declared_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "rating_declaration"
        constraints = [
            models.UniqueConstraint(
                name="rating_declared_once", fields=["unit", "quarter", "indicator", "number"]
            ),
            models.CheckConstraint(name="rating_declared_with_source", condition=~Q(source="")),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.quarter} {self.indicator}"
