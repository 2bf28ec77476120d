"""Decisions about the working calendar: drafted line by line, put in force once, never changed after."""

from django.db import models
from django.db.models import Q

from motcua.base.clock.calendar import WORKED
from motcua.base.database.ids import uuid7
from motcua.reference.org.models.agencies import Agency
from motcua.reference.org.models.staff import Staff
from motcua.reference.org.words import DAY_KINDS, CalendarState


class CalendarDecision(models.Model):
    """One decision about days and hours of work, of the whole country or of one agency.

    The number says in which order decisions came into force; it is drawn then and never again.
    """

    THING = "calendar_decision"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number = models.PositiveIntegerField(null=True, unique=True)
    agency = models.ForeignKey(
        Agency, null=True, on_delete=models.PROTECT, related_name="calendar_decisions", help_text="none: all"
    )
    title = models.TextField()
    document = models.TextField(help_text="number of the document that decides, or the law")
    document_on = models.DateField()
    final_year = models.PositiveSmallIntegerField(
        null=True, help_text="the year whose days off it makes final"
    )
    note = models.TextField(blank=True)
    state = models.TextField(
        choices=[(state.value, state.name) for state in CalendarState], default=CalendarState.DRAFT.value
    )
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    in_force_at = models.DateTimeField(null=True)
    in_force_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "org_calendar_decision"
        constraints = [
            models.CheckConstraint(
                name="calendar_decision_numbered_in_force",
                condition=Q(state="draft", number=None, in_force_at=None, in_force_by=None)
                | Q(state="in_force", number__isnull=False, in_force_at__isnull=False),
            ),
            models.CheckConstraint(name="calendar_decision_has_document", condition=~Q(document="")),
            models.CheckConstraint(
                name="calendar_decision_final_for_all", condition=Q(final_year=None) | Q(agency=None)
            ),
        ]

    def __str__(self) -> str:
        return self.title


class CalendarDay(models.Model):
    """One day that a decision makes differ from its weekday, or gives back to it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    decision = models.ForeignKey(CalendarDecision, on_delete=models.CASCADE, related_name="days")
    day = models.DateField()
    kind = models.TextField()
    name = models.TextField(blank=True)
    basis = models.TextField(blank=True, help_text="a document of its own, when it has one")
    shifts = models.JSONField(null=True, help_text="for worked days: pairs of times, none for the usual ones")

    class Meta:
        db_table = "org_calendar_day"
        constraints = [
            models.UniqueConstraint(name="calendar_day_once", fields=["decision", "day"]),
            models.CheckConstraint(name="calendar_day_kind_known", condition=Q(kind__in=sorted(DAY_KINDS))),
            models.CheckConstraint(
                name="calendar_day_off_has_no_shifts",
                condition=Q(shifts=None) | Q(kind__in=sorted(kind.value for kind in WORKED)),
            ),
            models.CheckConstraint(
                name="calendar_half_day_has_shifts",
                condition=~Q(kind="half_day") | Q(shifts__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.kind}"


class CalendarWeek(models.Model):
    """The shifts of each weekday from a day on; no shifts at all mean those of the whole country again."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    decision = models.ForeignKey(CalendarDecision, on_delete=models.CASCADE, related_name="weeks")
    valid_from = models.DateField()
    shifts = models.JSONField(help_text="weekday (0 = Monday) to pairs of times")

    class Meta:
        db_table = "org_calendar_week"
        constraints = [models.UniqueConstraint(name="calendar_week_once", fields=["decision", "valid_from"])]

    def __str__(self) -> str:
        return f"{self.valid_from}"
