"""Storage of the parts of a version."""

from django.db import models
from django.db.models import F, Q

from motcua.base.database.ids import uuid7
from motcua.reference.catalogue.models.choosing import choices
from motcua.reference.catalogue.models.procedures import ProcedureVersion
from motcua.reference.catalogue.words import Channel, DurationUnit, FeeKind


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
    channel = models.TextField(choices=choices(Channel))
    duration_value = models.PositiveIntegerField(null=True)
    duration_unit = models.TextField(choices=choices(DurationUnit), blank=True)
    no_fixed_date = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    line = models.PositiveSmallIntegerField(default=1, help_text="national records may give several limits")
    statutory_value = models.PositiveIntegerField(null=True)
    statutory_unit = models.TextField(choices=choices(DurationUnit), blank=True)
    cut_decision_no = models.TextField(blank=True)
    cut_decided_on = models.DateField(null=True)
    cut_legal_basis = models.TextField(blank=True)

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
            models.CheckConstraint(
                name="channel_statutory_pair",
                condition=Q(statutory_value=None, statutory_unit="")
                | (Q(statutory_value__gt=0) & ~Q(statutory_unit="")),
            ),
            # A cut names the limit that it cuts and the decision that cuts it, and never lengthens.
            models.CheckConstraint(
                name="channel_cut_whole",
                condition=Q(cut_decision_no="", cut_decided_on=None, cut_legal_basis="")
                | (
                    ~Q(cut_decision_no="")
                    & Q(cut_decided_on__isnull=False, duration_value__isnull=False)
                    & Q(statutory_value__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="channel_within_statutory",
                condition=Q(statutory_value=None)
                | Q(duration_value=None)
                | ~Q(statutory_unit=F("duration_unit"))
                | Q(duration_value__lte=F("statutory_value")),
            ),
            models.UniqueConstraint(
                name="channel_once", fields=["version", "case", "channel", "line"], nulls_distinct=False
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
    form_code = models.TextField(blank=True, help_text="of the printed form that it is")
    template_note = models.TextField(blank=True)
    quantity_guessed = models.BooleanField(default=False)

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

    kind = models.TextField(choices=choices(FeeKind))
    name = models.TextField()
    amount = models.BigIntegerField(null=True)
    per = models.TextField(blank=True, help_text="what the amount is for: a copy, a page")
    note = models.TextField(blank=True)
    legal_basis = models.TextField(blank=True)
    due_at_filing = models.BooleanField(default=False)
    case = models.ForeignKey(ProcedureCase, null=True, on_delete=models.PROTECT)
    channel = models.TextField(choices=choices(Channel), blank=True, help_text="empty: every one")
    free = models.BooleanField(null=True, default=False, help_text="null: it depends, never shown as free")
    exemption = models.TextField(blank=True)

    class Meta:
        db_table = "catalogue_fee"
        default_related_name = "fees"
        ordering = ["order"]
        constraints = [
            models.CheckConstraint(name="fee_not_negative", condition=Q(amount=None) | Q(amount__gte=0)),
            models.CheckConstraint(
                name="fee_free_costs_nothing", condition=~Q(free=True) | Q(amount=None) | Q(amount=0)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ResultType(Part):
    """What a procedure gives."""

    code = models.TextField()
    name = models.TextField()
    validity_months = models.PositiveSmallIntegerField(null=True)
    electronic = models.BooleanField(default=False)

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
