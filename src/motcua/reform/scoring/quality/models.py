"""The index of a period as it was closed."""

from django.db import models

from motcua.base.database.ids import uuid7
from motcua.reference.org.models import Staff
from motcua.reform.insight.models import ClosedPeriod


class QualityClosing(models.Model):
    """What the catalogue was when the counts of a period were closed, and the index by both.

    The text holds, for each agency and row, numerator and denominator with the version of the definition,
    and the procedures and decisions behind them; the dossiers behind stand with the counts.
    """

    THING = "quality_closing"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    period = models.OneToOneField(ClosedPeriod, on_delete=models.PROTECT, related_name="quality")
    snapshot_at = models.DateTimeField(help_text="when the catalogue was read, as it stood on the last day")
    figures = models.TextField(help_text="canonical text")
    digest = models.TextField(help_text="SHA-256 of that text")
    closed_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "quality_closing"

    def __str__(self) -> str:
        return f"{self.period}"
