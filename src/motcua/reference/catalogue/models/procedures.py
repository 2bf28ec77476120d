"""Storage of procedures and their versions."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeBoundary, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from motcua.base.database.ids import uuid7
from motcua.reference.catalogue.models.choosing import choices
from motcua.reference.catalogue.models.decisions import PublicationDecision
from motcua.reference.catalogue.models.sorting import SortKey
from motcua.reference.catalogue.words import (
    Change,
    CodeKind,
    Level,
    OnlineLevel,
    Origin,
    SupplementClock,
    VersionState,
)
from motcua.reference.forms.models import FormVersion
from motcua.reference.org.models import Agency, DateSpan


class Procedure(models.Model):
    """An administrative procedure, known by its national code for ever."""

    THING = "procedure"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.TextField(unique=True)
    field = models.TextField()
    field_sort_key = models.TextField()
    levels = ArrayField(
        models.TextField(choices=choices(Level)), help_text="of the agencies that decide; empty: not said"
    )
    ministry = models.TextField(blank=True)
    procedure_type = models.TextField(blank=True)
    life_events = ArrayField(models.TextField(), default=list)
    popularity = models.IntegerField(default=0)
    name_doubtful = models.BooleanField(default=False, help_text="its name and its code disagree")
    abolished_by = models.ForeignKey(
        PublicationDecision, null=True, on_delete=models.PROTECT, related_name="abolished"
    )
    abolished_on = models.DateField(null=True, help_text="the first day without it")
    replaced_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="replaces")

    class Meta:
        db_table = "catalogue_procedure"
        constraints = [
            models.CheckConstraint(
                name="procedure_abolished_pair",
                condition=Q(abolished_by=None, abolished_on=None, replaced_by=None)
                | Q(abolished_by__isnull=False, abolished_on__isnull=False),
            ),
            models.CheckConstraint(name="procedure_not_its_own_successor", condition=~Q(replaced_by=F("id"))),
        ]

    def __str__(self) -> str:
        return self.code


class ProcedureCode(models.Model):
    """Another code under which a procedure is known."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.TextField(unique=True)
    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="codes")
    kind = models.TextField(choices=choices(CodeKind))

    class Meta:
        db_table = "catalogue_code"

    def __str__(self) -> str:
        return self.code


class ProcedureVersion(models.Model):
    """One version of a procedure, as published; a dossier keeps its version for life."""

    THING = "procedure_version"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    origin = models.TextField(choices=choices(Origin), default=Origin.PROVINCIAL.value)
    state = models.TextField(choices=choices(VersionState), default=VersionState.DRAFT.value)
    change = models.TextField(choices=choices(Change), default=Change.NEW.value)
    name = models.TextField(help_text="official name, exactly as decreed")
    title = models.TextField(help_text="everyday title of its page")
    title_sort_key = SortKey(of="title")
    summary = models.TextField(blank=True)
    subjects = ArrayField(models.TextField(), default=list)
    deciding_agency = models.TextField(help_text="in words, as published")
    competent_agency = models.TextField(blank=True)
    authorised_agency = models.TextField(blank=True)
    direct_handler = models.TextField(blank=True)
    coordinating_agencies = ArrayField(models.TextField(), default=list)
    receiving_address = models.TextField(blank=True)
    requirements = models.TextField(blank=True)
    implementing_order = models.TextField(blank=True)
    keywords = ArrayField(models.TextField(), default=list)
    related = ArrayField(models.TextField(), default=list, help_text="codes of procedures that belong to it")
    portal_url = models.TextField(blank=True)
    brief = models.BooleanField(default=False, help_text="the source gives little more than the name")
    decision = models.ForeignKey(
        PublicationDecision, null=True, on_delete=models.PROTECT, related_name="versions"
    )
    decision_no = models.TextField()
    effective_from = models.DateField(null=True, help_text="none: the national record does not say")
    effective_to = models.DateField(null=True)
    drafted_by = models.UUIDField(null=True, help_text="account; none for the house itself")
    checked_at = models.DateTimeField(null=True)
    checked_by = models.UUIDField(null=True)
    signed_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    form = models.ForeignKey(FormVersion, null=True, on_delete=models.PROTECT)
    online_level = models.TextField(choices=choices(OnlineLevel))
    partial_reason = models.TextField(blank=True)
    copies = models.PositiveSmallIntegerField(default=1)
    supplement_clock = models.TextField(choices=choices(SupplementClock))
    supplement_clock_basis = models.TextField(blank=True)
    other_words = ArrayField(models.TextField(), default=list, help_text="how people also ask for it")
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
            models.CheckConstraint(
                name="version_published_has_moment",
                condition=Q(state__in=["published", "withdrawn"], published_at__isnull=False)
                | Q(state__in=["draft", "in_check", "signed"], published_at=None),
            ),
            models.CheckConstraint(
                name="version_of_province_has_start",
                condition=Q(origin="national") | Q(published_at=None) | Q(effective_from__isnull=False),
            ),
            models.CheckConstraint(
                name="version_checked_by_another",
                condition=Q(checked_by=None) | Q(drafted_by=None) | ~Q(checked_by=F("drafted_by")),
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
                condition=Q(state="published"),
            ),
        ]
        indexes = [GinIndex(name="version_folded_trigrams", fields=["folded"], opclasses=["gin_trgm_ops"])]

    def __str__(self) -> str:
        return f"{self.title}, mã\u00a0{self.procedure}, bản\u00a0{self.number}"


class Remark(models.Model):
    """What the control check says about a version; with `sent_back` it went back to its drafter."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.ForeignKey(ProcedureVersion, on_delete=models.PROTECT, related_name="remarks")
    text = models.TextField()
    sent_back = models.BooleanField()
    by = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "catalogue_remark"

    def __str__(self) -> str:
        return self.text


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
