"""Agencies and their units. Nothing is renamed or moved in place: a change is a successor with dates."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q

from motcua.base.database.ids import uuid7
from motcua.reference.org.models.spans import DateSpan
from motcua.reference.org.words import AgencyKind, Tier, UnitKind


class Agency(models.Model):
    """An agency of the State, for a span of time, with both of its identifiers."""

    THING = "agency"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.TextField()
    short_name = models.TextField()
    kind = models.TextField(choices=[(kind.value, kind.name) for kind in AgencyKind])
    tier = models.TextField(choices=[(tier.value, tier.name) for tier in Tier])
    code = models.TextField(help_text="identifier by QĐ 20/2020/QĐ-TTg")
    old_code = models.TextField(blank=True, help_text="identifier by TT 10/2016/TT-BTTTT")
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    successor = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="predecessors")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    province = models.TextField()
    place = models.TextField(help_text="the place name written before the date of its papers")
    address = models.TextField(blank=True)
    phone = models.TextField(blank=True)
    sort_key = models.TextField()

    class Meta:
        db_table = "org_agency"
        constraints = [
            models.CheckConstraint(
                name="agency_span", condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from"))
            ),
            ExclusionConstraint(
                name="agency_code_once_at_a_time",
                expressions=[
                    ("code", RangeOperators.EQUAL),
                    (
                        DateSpan("valid_from", "valid_to", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """A unit inside an agency. A counter also receives for the agencies that name it."""

    THING = "unit"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="units")
    name = models.TextField()
    kind = models.TextField(choices=[(kind.value, kind.name) for kind in UnitKind])
    code = models.TextField(blank=True, help_text="identifier used in dossier codes, counters only")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "org_unit"
        constraints = [
            models.CheckConstraint(name="unit_counter_has_code", condition=~Q(kind="counter") | ~Q(code="")),
            models.UniqueConstraint(
                name="unit_code_once", fields=["code"], condition=~Q(code="") & Q(valid_to=None)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CounterService(models.Model):
    """Which counter receives for which agency."""

    THING = "counter_service"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    counter = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="services")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="counter_services")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "org_counter_service"
        constraints = [
            models.UniqueConstraint(
                name="counter_service_once", fields=["counter", "agency"], condition=Q(valid_to=None)
            )
        ]

    def __str__(self) -> str:
        return f"{self.counter} → {self.agency}"
