"""Counts rolled up from the journal: all of them say what it says, and can be made again from it."""

from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7
from motcua.reference.org.models import Staff
from motcua.reform.insight.words import Counter

COUNTERS = tuple(counter.value for counter in Counter)


class Cursor(models.Model):
    """How far the journal is followed: every row recorded up to then is counted."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    known_until = models.DateTimeField()
    counted_at = models.DateTimeField()

    class Meta:
        db_table = "insight_cursor"
        constraints = [models.CheckConstraint(name="cursor_alone", condition=Q(id=1))]

    def __str__(self) -> str:
        return f"{self.known_until}"


class Place(models.Model):
    """Where a counted dossier belongs, and the number of its last journal row that was heard."""

    dossier = models.UUIDField(primary_key=True)
    seq = models.BigIntegerField()
    agency = models.UUIDField(null=True)
    unit = models.UUIDField(null=True)
    procedure = models.TextField()
    field = models.TextField()
    channel = models.TextField()

    class Meta:
        db_table = "insight_place"
        indexes = [models.Index(name="insight_place_agency", fields=["agency"])]

    def __str__(self) -> str:
        return f"{self.dossier}"


class Mark(models.Model):
    """What one dossier adds to the counters on one day: the list behind every figure."""

    pk = models.CompositePrimaryKey("dossier", "day")
    dossier = models.UUIDField()
    day = models.DateField()
    agency = models.UUIDField()

    class Meta:
        db_table = "insight_mark"
        indexes = [models.Index(name="insight_mark_day", fields=["agency", "day"])]

    def __str__(self) -> str:
        return f"{self.dossier} {self.day}"


class DayCount(models.Model):
    """The sum of all marks of a day that belong to the same place."""

    pk = models.CompositePrimaryKey("day", "agency", "unit", "procedure", "field", "channel")
    day = models.DateField()
    agency = models.UUIDField()
    unit = models.UUIDField()
    procedure = models.TextField()
    field = models.TextField()
    channel = models.TextField()

    class Meta:
        db_table = "insight_day_count"
        indexes = [models.Index(name="insight_day_agency", fields=["agency", "day"])]

    def __str__(self) -> str:
        return f"{self.day} {self.procedure}"


class MonthCount(models.Model):
    """The sum of all days of a month of one unit and channel, so that years are read at once."""

    pk = models.CompositePrimaryKey("month", "agency", "unit", "channel")
    month = models.DateField(help_text="its first day")
    agency = models.UUIDField()
    unit = models.UUIDField()
    channel = models.TextField()

    class Meta:
        db_table = "insight_month_count"
        indexes = [models.Index(name="insight_month_agency", fields=["agency", "month"])]

    def __str__(self) -> str:
        return f"{self.month} {self.unit}"


for _counter in COUNTERS:
    Mark.add_to_class(_counter, models.IntegerField(null=True))
    DayCount.add_to_class(_counter, models.IntegerField(default=0, db_default=0))
    MonthCount.add_to_class(_counter, models.BigIntegerField(default=0, db_default=0))


class ClosedPeriod(models.Model):
    """A period whose figures stand: what was known when it was closed, with the digest of its figures."""

    THING = "closed_period"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.TextField()
    first = models.DateField()
    last = models.DateField()
    number = models.PositiveSmallIntegerField(help_text="1, then one more for each correction")
    known_until = models.DateTimeField(help_text="journal rows recorded later do not count")
    figures = models.TextField(help_text="canonical text of all counts")
    digest = models.TextField(help_text="SHA-256 of that text")
    reason = models.TextField(blank=True, help_text="why it was closed anew")
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "insight_closed_period"
        constraints = [
            models.UniqueConstraint(name="closed_period_once", fields=["code", "number"]),
            models.CheckConstraint(name="closed_period_span", condition=Q(last__gte=models.F("first"))),
            models.CheckConstraint(name="closed_anew_has_reason", condition=Q(number=1) | ~Q(reason="")),
        ]

    def __str__(self) -> str:
        return self.code
