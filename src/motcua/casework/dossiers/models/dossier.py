"""The dossier itself. What decides lateness is append-only; the due date here is a cached projection."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from motcua.base.database.ids import uuid7
from motcua.casework.dossiers.models.checks import among, pair
from motcua.casework.dossiers.models.outages import Outage
from motcua.casework.dossiers.words import (
    UNDERWAY,
    Delivery,
    Finance,
    Outcome,
    ResultDelivery,
    State,
    Sync,
    Transfer,
)
from motcua.reference.catalogue.models import ProcedureCase, ProcedureVersion, Route
from motcua.reference.catalogue.words import Channel
from motcua.reference.org.models import Agency, Staff, Unit
from motcua.reference.people.models import Applicant, Person, Representation


class Dossier(models.Model):
    """One dossier, from draft to returned result."""

    THING = "dossier"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    temporary_code = models.TextField(unique=True)
    code = models.TextField(null=True, unique=True)  # noqa: DJ001  # none before reception
    revision = models.PositiveIntegerField(default=1)

    state = models.SmallIntegerField()
    outcome = models.TextField(default="", blank=True)
    finance = models.TextField(default=Finance.NONE.value)
    delivery = models.TextField(default=Delivery.NONE.value)
    sync = models.TextField(default=Sync.NONE.value)

    channel = models.TextField(choices=[(word.value, word.name) for word in Channel])
    version = models.ForeignKey(ProcedureVersion, on_delete=models.PROTECT, related_name="dossiers")
    case = models.ForeignKey(ProcedureCase, null=True, on_delete=models.PROTECT)
    competent_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="dossiers")
    receiving_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="received")
    transfer = models.TextField(db_default=Transfer.NONE.value, default=Transfer.NONE.value)
    home_counter = models.ForeignKey(
        Unit,
        null=True,
        on_delete=models.PROTECT,
        related_name="sent_home",
        help_text="of the competent agency, when it was filed at another counter",
    )

    owner = models.ForeignKey(Applicant, on_delete=models.PROTECT, related_name="dossiers")
    submitter = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="filed")
    representation = models.ForeignKey(
        Representation, null=True, on_delete=models.PROTECT, related_name="dossiers"
    )
    applicant = models.JSONField(default=dict, help_text="name, address, phone, email as filed")
    answers = models.JSONField(default=dict)
    copies = models.PositiveSmallIntegerField(default=1)
    result_delivery = models.TextField(default=ResultDelivery.ONE_STOP.value)

    created_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    resolved_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    route = models.ForeignKey(
        Route, null=True, on_delete=models.PROTECT, related_name="dossiers", help_text="from acceptance on"
    )
    outage = models.ForeignKey(
        Outage, null=True, on_delete=models.PROTECT, help_text="taken in by hand while it lasted"
    )
    entered_at = models.DateTimeField(null=True, help_text="when it was entered, after the outage")

    step = models.PositiveSmallIntegerField(null=True, help_text="place of the step where it stands")
    step_since = models.DateTimeField(null=True)
    handling_unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="handled")
    handling_role = models.TextField(default="", blank=True)
    holder = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="held")

    due_at = models.DateTimeField(null=True, help_text="cached: the instant by which it is late")
    due_by_instant = models.BooleanField(default=False)
    original_due_at = models.DateTimeField(null=True)
    paused_since = models.DateTimeField(null=True)
    calendar_number = models.PositiveIntegerField(
        null=True, help_text="the calendar it runs by: of acceptance, or of its last CalendarMove"
    )

    class Meta:
        db_table = "dossiers_dossier"
        constraints = [
            models.CheckConstraint(
                name="dossier_accepted_has_calendar",
                condition=Q(accepted_at=None, calendar_number=None)
                | Q(accepted_at__isnull=False, calendar_number__isnull=False),
            ),
            models.CheckConstraint(name="dossier_state_known", condition=among("state", State)),
            models.CheckConstraint(name="dossier_outcome_known", condition=among("outcome", Outcome)),
            models.CheckConstraint(name="dossier_finance_known", condition=among("finance", Finance)),
            models.CheckConstraint(name="dossier_delivery_known", condition=among("delivery", Delivery)),
            models.CheckConstraint(name="dossier_transfer_known", condition=among("transfer", Transfer)),
            models.CheckConstraint(
                name="dossier_transfer_has_home",
                condition=Q(transfer="none", home_counter=None)
                | (~Q(transfer="none") & Q(home_counter__isnull=False)),
            ),
            models.CheckConstraint(name="dossier_sync_known", condition=among("sync", Sync)),
            models.CheckConstraint(
                name="dossier_draft_not_submitted", condition=~Q(state=0) | Q(submitted_at=None, code=None)
            ),
            models.CheckConstraint(
                name="dossier_accepted_has_code",
                condition=Q(accepted_at=None, code=None) | Q(accepted_at__isnull=False, code__isnull=False),
            ),
            models.CheckConstraint(
                name="dossier_accepted_pair", condition=pair("accepted_at", "accepted_by")
            ),
            models.CheckConstraint(
                name="dossier_late_entry_pair",
                condition=pair("outage", "entered_at")
                & (Q(outage=None) | Q(entered_at__gte=F("submitted_at"))),
            ),
            models.CheckConstraint(
                name="dossier_resolved_has_moment",
                condition=~Q(state__in=[9, 10]) | Q(resolved_at__isnull=False, accepted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="dossier_returned_has_moment", condition=~Q(state=10) | Q(returned_at__isnull=False)
            ),
            models.CheckConstraint(
                name="dossier_handled_somewhere", condition=~Q(state=4) | Q(handling_unit__isnull=False)
            ),
            # Who files for another does it by a right that can be read and ended.
            models.CheckConstraint(
                name="dossier_filed_by_right",
                condition=Q(owner=F("submitter")) | Q(representation__isnull=False),
            ),
        ]
        indexes = [
            # Lists show what is under way: the ended ones, which only grow, do not weigh on them.
            models.Index(
                name="dossier_work",
                fields=["handling_unit", "handling_role", "due_at", "id"],
                condition=among("state", UNDERWAY),
            ),
            models.Index(
                name="dossier_counter",
                fields=["receiving_unit", "state", "due_at", "id"],
                condition=among("state", UNDERWAY),
            ),
            models.Index(
                name="dossier_agency",
                fields=["competent_agency", "state", "due_at", "id"],
                condition=among("state", UNDERWAY),
            ),
            GinIndex(name="dossier_code_trigrams", fields=["code"], opclasses=["gin_trgm_ops"]),
            models.Index(
                name="dossier_home",
                fields=["home_counter", "state"],
                condition=Q(home_counter__isnull=False),
            ),
            models.Index(
                name="dossier_corrected",
                fields=["receiving_unit", "id"],
                condition=Q(state=State.RESULT_RETURNED.value, delivery=Delivery.READY.value),
            ),
            models.Index(name="dossier_owner", fields=["owner", "-created_at"]),
        ]

    def __str__(self) -> str:
        return self.code or self.temporary_code
