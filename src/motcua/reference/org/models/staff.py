"""Positions, and who holds them from when to when."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q

from motcua.base.database.ids import uuid7
from motcua.reference.org.models.agencies import Agency, Unit
from motcua.reference.org.models.spans import DateSpan


class Position(models.Model):
    """A position in a unit, with the roles that it carries."""

    THING = "position"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="positions")
    title = models.TextField()
    roles = ArrayField(models.TextField())

    class Meta:
        db_table = "org_position"

    def __str__(self) -> str:
        return self.title


class Staff(models.Model):
    """An official, with the account by which they come in."""

    THING = "staff"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="staff")
    full_name = models.TextField()
    sort_key = models.TextField()
    left_on = models.DateField(null=True)

    class Meta:
        db_table = "org_staff"

    def __str__(self) -> str:
        return self.full_name


class Appointment(models.Model):
    """An official in a position, from a day to a day."""

    THING = "appointment"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="appointments")
    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="appointments")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "org_appointment"
        constraints = [
            models.CheckConstraint(
                name="appointment_span", condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from"))
            ),
            ExclusionConstraint(
                name="appointment_once_at_a_time",
                expressions=[
                    ("staff", RangeOperators.EQUAL),
                    ("position", RangeOperators.EQUAL),
                    (
                        DateSpan("valid_from", "valid_to", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staff}, {self.position}"


class Post(models.Model):
    """An official in a position as one row: a view over the tables above, without those who left.

    Who may do what is asked with every request and every step, so it must be one plain look-up.
    """

    id = models.UUIDField(primary_key=True, help_text="of the appointment")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    staff = models.ForeignKey(Staff, on_delete=models.DO_NOTHING, related_name="+")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.DO_NOTHING, related_name="+")
    full_name = models.TextField()
    sort_key = models.TextField()
    position = models.ForeignKey(Position, on_delete=models.DO_NOTHING, related_name="+")
    title = models.TextField()
    roles = ArrayField(models.TextField())
    unit = models.ForeignKey(Unit, on_delete=models.DO_NOTHING, related_name="+")
    unit_name = models.TextField()
    unit_kind = models.TextField()
    agency = models.ForeignKey(Agency, on_delete=models.DO_NOTHING, related_name="+")

    class Meta:
        managed = False
        db_table = "org_post"

    def __str__(self) -> str:
        return f"{self.full_name}, {self.title}"
