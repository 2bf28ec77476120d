"""Storage of procedures. A published version never changes: the database refuses."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeBoundary, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from motcua.base.database.ids import uuid7
from motcua.reference.catalogue.words import Channel, DurationUnit, FeeKind, OnlineLevel, SupplementClock
from motcua.reference.forms.models import FormVersion
from motcua.reference.org.models import Agency, DateSpan


def _choices(
    words: type[Channel | DurationUnit | FeeKind | OnlineLevel | SupplementClock],
) -> list[tuple[str, str]]:
    return [(word.value, word.name) for word in words]


class Procedure(models.Model):
    """An administrative procedure, known by its national code for ever."""

    THING = "procedure"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.TextField(unique=True)
    field = models.TextField()
    field_sort_key = models.TextField()
    level = models.TextField(help_text="tier of the agency that decides")
    life_event = models.TextField(blank=True)
    popularity = models.IntegerField(default=0)

    class Meta:
        db_table = "catalogue_procedure"

    def __str__(self) -> str:
        return self.code


class ProcedureVersion(models.Model):
    """One version of a procedure, as published; a dossier keeps its version for life."""

    THING = "procedure_version"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    name = models.TextField(help_text="official name, exactly as decreed")
    title = models.TextField(help_text="everyday title of its page")
    summary = models.TextField(blank=True)
    subjects = ArrayField(models.TextField())
    deciding_agency = models.TextField(help_text="in words, as published")
    requirements = models.TextField(blank=True)
    decision_no = models.TextField()
    effective_from = models.DateField()
    effective_to = models.DateField(null=True)
    published_at = models.DateTimeField(null=True)
    form = models.ForeignKey(FormVersion, null=True, on_delete=models.PROTECT)
    online_level = models.TextField(choices=_choices(OnlineLevel))
    partial_reason = models.TextField(blank=True)
    copies = models.PositiveSmallIntegerField(default=1)
    supplement_clock = models.TextField(choices=_choices(SupplementClock))
    supplement_clock_basis = models.TextField(blank=True)
    other_words = ArrayField(models.TextField(), help_text="how people also ask for it")
    folded = models.TextField(help_text="folded title, name and other words, for search")

    class Meta:
        db_table = "catalogue_version"
        constraints = [
            models.UniqueConstraint(name="version_number_once", fields=["procedure", "number"]),
            models.CheckConstraint(
                name="version_partial_has_reason",
                condition=~Q(online_level="partial") | ~Q(partial_reason=""),
            ),
            models.CheckConstraint(
                name="version_span", condition=Q(effective_to=None) | Q(effective_to__gte=F("effective_from"))
            ),
            ExclusionConstraint(
                name="version_in_force_once",
                expressions=[
                    ("procedure", RangeOperators.EQUAL),
                    (
                        DateSpan("effective_from", "effective_to", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(published_at__isnull=False),
            ),
        ]
        indexes = [GinIndex(name="version_folded_trigrams", fields=["folded"], opclasses=["gin_trgm_ops"])]

    def __str__(self) -> str:
        return f"{self.procedure} v{self.number}"


class Part(models.Model):
    """A part of a version."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.ForeignKey(ProcedureVersion, on_delete=models.PROTECT)
    order = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True


class ProcedureCase(Part):
    """A case (trường hợp) that decides duration, papers or fees."""

    code = models.TextField()
    name = models.TextField()

    class Meta:
        db_table = "catalogue_case"
        default_related_name = "cases"
        ordering = ["order"]

    def __str__(self) -> str:
        return self.name


class ChannelRule(Part):
    """How long a procedure takes by one way of filing; no value means that the source does not say."""

    case = models.ForeignKey(ProcedureCase, null=True, on_delete=models.PROTECT)
    channel = models.TextField(choices=_choices(Channel))
    duration_value = models.PositiveIntegerField(null=True)
    duration_unit = models.TextField(choices=_choices(DurationUnit), blank=True)
    no_fixed_date = models.BooleanField(default=False)
    note = models.TextField(blank=True)

    class Meta:
        db_table = "catalogue_channel"
        default_related_name = "channels"
        ordering = ["order"]
        constraints = [
            models.CheckConstraint(
                name="channel_duration_pair",
                condition=Q(duration_value=None, duration_unit="")
                | (Q(duration_value__gt=0) & ~Q(duration_unit="")),
            ),
            models.UniqueConstraint(
                name="channel_once", fields=["version", "case", "channel"], nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.channel}"


class ComponentRequirement(Part):
    """A paper that a dossier needs; `data_source` names the database that replaces it."""

    case = models.ForeignKey(ProcedureCase, null=True, on_delete=models.PROTECT)
    code = models.TextField()
    name = models.TextField()
    hint = models.TextField(blank=True)
    originals = models.PositiveSmallIntegerField(default=0)
    copies = models.PositiveSmallIntegerField(default=0)
    required = models.BooleanField(default=True)
    condition = models.TextField(blank=True, help_text="in which situation it is needed")
    data_source = models.TextField(blank=True)

    class Meta:
        db_table = "catalogue_component"
        default_related_name = "components"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(name="component_code_once", fields=["version", "code"]),
            # NĐ 224/2026/NĐ-CP, Điều 18: what a database holds must not be demanded.
            models.CheckConstraint(
                name="component_in_database_not_required", condition=Q(data_source="") | Q(required=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Fee(Part):
    """One line of phí or lệ phí in đồng; no amount means that the source does not say."""

    kind = models.TextField(choices=_choices(FeeKind))
    name = models.TextField()
    amount = models.BigIntegerField(null=True)
    per = models.TextField(blank=True, help_text="what the amount is for: a copy, a page")
    note = models.TextField(blank=True)
    legal_basis = models.TextField(blank=True)
    due_at_filing = models.BooleanField(default=False)

    class Meta:
        db_table = "catalogue_fee"
        default_related_name = "fees"
        ordering = ["order"]
        constraints = [
            models.CheckConstraint(name="fee_not_negative", condition=Q(amount=None) | Q(amount__gte=0))
        ]

    def __str__(self) -> str:
        return self.name


class ResultType(Part):
    """What a procedure gives."""

    code = models.TextField()
    name = models.TextField()

    class Meta:
        db_table = "catalogue_result_type"
        default_related_name = "results"
        ordering = ["order"]
        constraints = [models.UniqueConstraint(name="result_type_once", fields=["version", "code"])]

    def __str__(self) -> str:
        return self.name


class LegalBasis(Part):
    """An act that a procedure rests on."""

    number = models.TextField()
    name = models.TextField()

    class Meta:
        db_table = "catalogue_legal_basis"
        default_related_name = "legal_basis"
        ordering = ["order"]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class RouteStep(Part):
    """One step of the approved internal process: who, and within how many working hours."""

    name = models.TextField()
    public_name = models.TextField(help_text="the step as the citizen reads it")
    person_role = models.TextField()
    unit_kind = models.TextField()
    hours = models.DecimalField(max_digits=6, decimal_places=2)

    class Meta:
        db_table = "catalogue_route_step"
        default_related_name = "route"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(name="route_step_once", fields=["version", "order"]),
            models.CheckConstraint(name="route_step_takes_time", condition=Q(hours__gt=0)),
        ]

    def __str__(self) -> str:
        return self.name


class Offering(models.Model):
    """Which agency decides on which procedure, from a day to a day."""

    THING = "offering"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="offerings")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="offerings")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "catalogue_offering"
        constraints = [
            models.CheckConstraint(
                name="offering_span", condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from"))
            ),
            ExclusionConstraint(
                name="offering_once_at_a_time",
                expressions=[
                    ("procedure", RangeOperators.EQUAL),
                    ("agency", RangeOperators.EQUAL),
                    (
                        DateSpan("valid_from", "valid_to", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procedure} {self.agency}"
