"""How a dossier runs: its clock, its calendar and its stays at steps."""

from django.db import models
from django.db.models import F, Q

from motcua.base.clock.segments import MarkKind
from motcua.casework.dossiers.models.base import DossierPart
from motcua.casework.dossiers.models.checks import among
from motcua.reference.org.models import Staff, Unit


class ClockMark(DossierPart):
    """An event of the dossier's clock. Append-only: the due date is derived from these rows."""

    seq = models.PositiveSmallIntegerField()
    kind = models.TextField()
    at = models.DateTimeField()
    reason = models.TextField()
    legal_basis = models.TextField(blank=True)
    until = models.DateTimeField(null=True, help_text="the end that an extension promises")

    class Meta:
        db_table = "dossiers_clock_mark"
        default_related_name = "clock_marks"
        ordering = ["seq"]
        constraints = [
            models.UniqueConstraint(name="clock_mark_once", fields=["dossier", "seq"]),
            models.CheckConstraint(
                name="clock_mark_kind_known",
                condition=among("kind", MarkKind),
            ),
            models.CheckConstraint(
                name="clock_mark_extends_until",
                condition=Q(kind="extend", until__isnull=False) | (~Q(kind="extend") & Q(until=None)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at}"


class CalendarMove(DossierPart):
    """A dossier goes over to a newer calendar, with its basis. Append-only, like the marks of its clock."""

    seq = models.PositiveSmallIntegerField()
    from_number = models.PositiveIntegerField()
    to_number = models.PositiveIntegerField()
    old_due_at = models.DateTimeField(null=True)
    new_due_at = models.DateTimeField(null=True)
    legal_basis = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "dossiers_calendar_move"
        default_related_name = "calendar_moves"
        ordering = ["seq"]
        constraints = [
            models.UniqueConstraint(name="calendar_move_once", fields=["dossier", "seq"]),
            models.CheckConstraint(name="calendar_move_goes_on", condition=Q(to_number__gt=F("from_number"))),
            models.CheckConstraint(name="calendar_move_has_basis", condition=~Q(legal_basis="")),
        ]

    def __str__(self) -> str:
        return f"{self.from_number} → {self.to_number}"


class StepRun(DossierPart):
    """One stay of the dossier at one step of its route."""

    seq = models.PositiveSmallIntegerField()
    step = models.PositiveSmallIntegerField()
    name = models.TextField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    role = models.TextField()
    staff = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    sent_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    acted_at = models.DateTimeField(
        null=True, help_text="first act at the step; until then it can be recalled"
    )
    ended_at = models.DateTimeField(null=True)
    ended = models.TextField(blank=True, help_text="the move that ended it")
    choice = models.TextField(blank=True, help_text="which of several ways was taken")

    class Meta:
        db_table = "dossiers_step_run"
        default_related_name = "step_runs"
        ordering = ["seq"]
        constraints = [
            models.UniqueConstraint(name="step_run_once", fields=["dossier", "seq"]),
            models.UniqueConstraint(name="step_run_one_open", fields=["dossier"], condition=Q(ended_at=None)),
        ]
        indexes = [
            # Given to somebody by name who has not begun: lists count what they have not looked at.
            models.Index(
                name="step_run_given",
                fields=["dossier"],
                condition=Q(ended_at=None, acted_at=None, staff__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name
