"""Storage of routes: each its own versioned thing, which never changes once it is approved."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q

from motcua.base.database.ids import uuid7
from motcua.reference.catalogue.models.choosing import choices
from motcua.reference.catalogue.models.procedures import Procedure, ProcedureVersion
from motcua.reference.catalogue.words import Channel, RouteState
from motcua.reference.org.models import DateSpan, Unit


class RouteImport(models.Model):
    """One file of routes that was imported, as one act."""

    THING = "route_import"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    file_name = models.TextField()
    sha256 = models.TextField()
    rows = models.PositiveIntegerField()
    counts = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.UUIDField(null=True, help_text="account of whoever imported; none for the house itself")

    class Meta:
        db_table = "catalogue_route_import"

    def __str__(self) -> str:
        return self.file_name


class RouteTemplate(models.Model):
    """A route of another place or time, from which controllers begin; no dossier walks along it."""

    THING = "route_template"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.TextField(unique=True)
    name = models.TextField()
    folded = models.TextField(help_text="folded code and name, for search")
    digest = models.TextField(help_text="of the row as it came")
    source = models.TextField(blank=True)
    hours = models.DecimalField(
        max_digits=8, decimal_places=2, null=True, help_text="its limit; none: no fixed one"
    )
    steps = models.JSONField()
    flaws = models.JSONField(default=list, help_text="what is wrong with the row, each with its facts")
    batch = models.ForeignKey(RouteImport, on_delete=models.PROTECT, related_name="templates")

    class Meta:
        db_table = "catalogue_route_template"

    def __str__(self) -> str:
        return self.code


class Route(models.Model):
    """The approved internal process of a version, for one case or way of filing or for every one.

    The founding route comes with its version and begins with it. Later ones are approved by themselves,
    from a day on; a dossier keeps the route under which it was accepted (TT 01/2018/TT-VPCP, Điều 8).
    """

    THING = "route"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="routes")
    version = models.ForeignKey(ProcedureVersion, on_delete=models.PROTECT, related_name="routes")
    number = models.PositiveIntegerField()
    state = models.TextField(choices=choices(RouteState), default=RouteState.DRAFT.value)
    founding = models.BooleanField(default=False)
    case = models.TextField(blank=True, help_text="code of the case that it is for; empty: every one")
    channel = models.TextField(choices=choices(Channel), blank=True, help_text="empty: every one")
    revision = models.PositiveIntegerField(default=1)
    template = models.ForeignKey(
        RouteTemplate, null=True, on_delete=models.PROTECT, related_name="routes", help_text="it began with"
    )
    drafted_by = models.UUIDField(null=True, help_text="account; none where it came with its version")
    decision_no = models.TextField(blank=True)
    decided_on = models.DateField(null=True)
    decided_by = models.TextField(blank=True)
    approved_at = models.DateTimeField(null=True)
    valid_from = models.DateField(null=True, help_text="none: from the first day of its version")
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "catalogue_route"
        constraints = [
            models.UniqueConstraint(name="route_number_once", fields=["procedure", "number"]),
            models.UniqueConstraint(
                name="route_founding_once", fields=["version"], condition=Q(founding=True)
            ),
            models.CheckConstraint(
                name="route_founding_for_all", condition=Q(founding=False) | Q(case="", channel="")
            ),
            models.CheckConstraint(
                name="route_approved_has_moment",
                condition=Q(state="draft", approved_at=None) | Q(state="approved", approved_at__isnull=False),
            ),
            models.CheckConstraint(
                name="route_approved_by_decision",
                condition=Q(state="draft")
                | Q(founding=True)
                | (~Q(decision_no="") & Q(decided_on__isnull=False, valid_from__isnull=False)),
            ),
            models.CheckConstraint(
                name="route_span", condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from"))
            ),
            ExclusionConstraint(
                name="route_in_force_once",
                expressions=[
                    ("version", RangeOperators.EQUAL),
                    ("case", RangeOperators.EQUAL),
                    ("channel", RangeOperators.EQUAL),
                    (
                        DateSpan("valid_from", "valid_to", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(state="approved"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procedure} q{self.number}"


class RouteStep(models.Model):
    """One step of a route: who, within how many working hours, and where it leads."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    route = models.ForeignKey(Route, on_delete=models.PROTECT, related_name="steps")
    order = models.PositiveSmallIntegerField()
    key = models.TextField(help_text="names the step for the ways that lead to it")
    name = models.TextField()
    public_name = models.TextField(help_text="the step as the citizen reads it")
    person_role = models.TextField()
    unit_kind = models.TextField()
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    hours = models.DecimalField(max_digits=6, decimal_places=2)
    lead = models.BooleanField(default=False, help_text="of the agency that leads the others")
    moves = ArrayField(models.TextField(), default=list, help_text="allowed here; none named: every one")
    ways = models.JSONField(default=list)
    consults = models.JSONField(default=list)

    class Meta:
        db_table = "catalogue_route_step"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(name="route_step_once", fields=["route", "order"]),
            models.UniqueConstraint(name="route_step_key_once", fields=["route", "key"]),
            models.CheckConstraint(name="route_step_takes_no_less_than_nothing", condition=Q(hours__gte=0)),
        ]

    def __str__(self) -> str:
        return self.name
