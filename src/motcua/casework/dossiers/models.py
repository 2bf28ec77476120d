"""Storage of dossiers. What decides lateness is append-only; the due date here is a cached projection."""

from django.db import models
from django.db.models import F, Q

from motcua.base.database.ids import uuid7
from motcua.base.files.models import StoredFile
from motcua.casework.dossiers.words import (
    Delivery,
    Finance,
    Outcome,
    PaperForm,
    PaperSource,
    ResultDelivery,
    ResultState,
    RoundState,
    SlipForm,
    Stage,
    State,
    Sync,
    Verdict,
)
from motcua.reference.catalogue.models import (
    ComponentRequirement,
    ProcedureCase,
    ProcedureVersion,
    ResultType,
)
from motcua.reference.catalogue.words import Channel
from motcua.reference.org.models import Agency, Staff, Unit
from motcua.reference.people.models import Applicant, HeldPaper, Person, Representation


def _pair(at: str, by: str) -> Q:
    """Say that a moment and its person are given together or not at all."""
    return Q(**{f"{at}__isnull": True, f"{by}__isnull": True}) | Q(
        **{f"{at}__isnull": False, f"{by}__isnull": False}
    )


def _among(field: str, words: type[State] | type[Outcome] | type[Finance] | type[Delivery] | type[Sync]) -> Q:
    return Q(**{f"{field}__in": [word.value for word in words]})


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

    step = models.PositiveSmallIntegerField(null=True, help_text="order of the route step where it stands")
    step_since = models.DateTimeField(null=True)
    handling_unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="handled")
    handling_role = models.TextField(default="", blank=True)
    holder = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="held")

    due_at = models.DateTimeField(null=True, help_text="cached: the instant by which it is late")
    due_by_instant = models.BooleanField(default=False)
    original_due_at = models.DateTimeField(null=True)
    paused_since = models.DateTimeField(null=True)

    class Meta:
        db_table = "dossiers_dossier"
        constraints = [
            models.CheckConstraint(name="dossier_state_known", condition=_among("state", State)),
            models.CheckConstraint(name="dossier_outcome_known", condition=_among("outcome", Outcome)),
            models.CheckConstraint(name="dossier_finance_known", condition=_among("finance", Finance)),
            models.CheckConstraint(name="dossier_delivery_known", condition=_among("delivery", Delivery)),
            models.CheckConstraint(name="dossier_sync_known", condition=_among("sync", Sync)),
            models.CheckConstraint(
                name="dossier_draft_not_submitted", condition=~Q(state=0) | Q(submitted_at=None, code=None)
            ),
            models.CheckConstraint(
                name="dossier_accepted_has_code",
                condition=Q(accepted_at=None, code=None) | Q(accepted_at__isnull=False, code__isnull=False),
            ),
            models.CheckConstraint(
                name="dossier_accepted_pair", condition=_pair("accepted_at", "accepted_by")
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
            models.Index(name="dossier_work", fields=["handling_unit", "handling_role", "due_at", "id"]),
            models.Index(name="dossier_counter", fields=["receiving_unit", "state", "due_at", "id"]),
            models.Index(name="dossier_owner", fields=["owner", "-created_at"]),
        ]

    def __str__(self) -> str:
        return self.code or self.temporary_code


class DossierPart(models.Model):
    """A row that belongs to one dossier."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE)

    class Meta:
        abstract = True


class SupplementRound(DossierPart):
    """One request to the applicant to complete the papers, fully and at once."""

    number = models.PositiveSmallIntegerField()
    stage = models.TextField(choices=[(word.value, word.name) for word in Stage])
    state = models.TextField(choices=[(word.value, word.name) for word in RoundState])
    reason = models.TextField()
    legal_basis = models.TextField(blank=True)
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    completed_at = models.DateTimeField(null=True)
    old_due_at = models.DateTimeField(null=True)
    new_due_at = models.DateTimeField(null=True)
    note = models.TextField(blank=True)

    class Meta:
        db_table = "dossiers_supplement_round"
        default_related_name = "rounds"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(name="round_number_once", fields=["dossier", "number"]),
            models.CheckConstraint(name="round_approved_pair", condition=_pair("approved_at", "approved_by")),
            models.CheckConstraint(name="round_sent_pair", condition=_pair("sent_at", "sent_by")),
            models.CheckConstraint(name="round_has_reason", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"{self.dossier} lần {self.number}"


class Paper(DossierPart):
    """One paper of a dossier, with what an officer found about it."""

    requirement = models.ForeignKey(ComponentRequirement, null=True, on_delete=models.PROTECT)
    name = models.TextField()
    form = models.TextField(choices=[(word.value, word.name) for word in PaperForm])
    quantity = models.PositiveSmallIntegerField(default=1)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    source = models.TextField(choices=[(word.value, word.name) for word in PaperSource])
    held = models.ForeignKey(
        HeldPaper, null=True, on_delete=models.PROTECT, related_name="+", help_text="the paper used again"
    )
    item = models.ForeignKey(
        "SupplementItem", null=True, on_delete=models.PROTECT, related_name="papers", help_text="it answers"
    )
    number = models.TextField(blank=True)
    issuer = models.TextField(blank=True)
    issued_on = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    added_at = models.DateTimeField()
    verdict = models.TextField(default=Verdict.UNSEEN.value)
    verdict_reason = models.TextField(blank=True)
    judged_at = models.DateTimeField(null=True)
    judged_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    superseded = models.BooleanField(default=False)

    class Meta:
        db_table = "dossiers_paper"
        default_related_name = "papers"
        ordering = ["added_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="paper_verdict_known", condition=Q(verdict__in=[word.value for word in Verdict])
            ),
            models.CheckConstraint(name="paper_judged_pair", condition=_pair("judged_at", "judged_by")),
            models.CheckConstraint(
                name="paper_failed_has_reason", condition=~Q(verdict="failed") | ~Q(verdict_reason="")
            ),
            models.CheckConstraint(
                name="paper_upload_has_file", condition=~Q(source="upload") | Q(file__isnull=False)
            ),
            models.CheckConstraint(
                name="paper_store_is_held", condition=~Q(source="store") | Q(held__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SupplementItem(models.Model):
    """One paper asked for in a round, and whether it came."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    round = models.ForeignKey(SupplementRound, on_delete=models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField()
    requirement = models.ForeignKey(ComponentRequirement, null=True, on_delete=models.PROTECT)
    name = models.TextField()
    reason = models.TextField(blank=True)
    ticked = models.BooleanField(default=False)

    class Meta:
        db_table = "dossiers_supplement_item"
        ordering = ["order"]

    def __str__(self) -> str:
        return self.name


class ClockMark(DossierPart):
    """An event of the dossier's clock. Append-only: the due date is derived from these rows."""

    seq = models.PositiveSmallIntegerField()
    kind = models.TextField()
    at = models.DateTimeField()
    reason = models.TextField()
    legal_basis = models.TextField(blank=True)

    class Meta:
        db_table = "dossiers_clock_mark"
        default_related_name = "clock_marks"
        ordering = ["seq"]
        constraints = [
            models.UniqueConstraint(name="clock_mark_once", fields=["dossier", "seq"]),
            models.CheckConstraint(
                name="clock_mark_kind_known",
                condition=Q(kind__in=["start", "pause", "resume", "restart", "stop"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at}"


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

    class Meta:
        db_table = "dossiers_step_run"
        default_related_name = "step_runs"
        ordering = ["seq"]
        constraints = [
            models.UniqueConstraint(name="step_run_once", fields=["dossier", "seq"]),
            models.UniqueConstraint(name="step_run_one_open", fields=["dossier"], condition=Q(ended_at=None)),
        ]

    def __str__(self) -> str:
        return self.name


class Result(models.Model):
    """What the agency decided; once issued it is never edited."""

    THING = "result"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="result")
    state = models.TextField(choices=[(word.value, word.name) for word in ResultState])
    outcome = models.TextField(choices=[("granted", "granted"), ("refused", "refused")])
    result_type = models.ForeignKey(ResultType, null=True, on_delete=models.PROTECT)
    title = models.TextField()
    content = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    legal_ground = models.TextField(blank=True)
    attachment = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    number = models.TextField(blank=True)
    issued_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "dossiers_result"
        constraints = [
            models.CheckConstraint(
                name="result_approved_pair", condition=_pair("approved_at", "approved_by")
            ),
            models.CheckConstraint(name="result_issued_pair", condition=_pair("issued_at", "issued_by")),
            models.CheckConstraint(
                name="result_issued_has_number",
                condition=~Q(state="issued") | (~Q(number="") & Q(issued_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="result_refused_has_ground",
                condition=Q(outcome="granted") | (~Q(reason="") & ~Q(legal_ground="")),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ResultReturn(models.Model):
    """To whom, when and by whom a result was handed over."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="result_return")
    method = models.TextField()
    recipient = models.TextField()
    relation = models.TextField(help_text="owner, or by which authorisation")
    identity_checked = models.TextField(blank=True, help_text="which paper showed who they are")
    at = models.DateTimeField()
    by = models.ForeignKey(
        Staff, null=True, on_delete=models.PROTECT, related_name="+", help_text="empty: by itself"
    )

    class Meta:
        db_table = "dossiers_result_return"

    def __str__(self) -> str:
        return self.recipient


class Slip(DossierPart):
    """A slip as it was issued: its number, its data, and its bytes once printed."""

    THING = "slip"

    form = models.TextField(choices=[(word.value, word.name) for word in SlipForm])
    form_set = models.TextField()
    number = models.PositiveIntegerField()
    year = models.PositiveSmallIntegerField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    facts = models.JSONField(help_text="what the paper says; the same facts give the same bytes")
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "dossiers_slip"
        default_related_name = "slips"
        ordering = ["issued_at", "id"]
        constraints = [
            models.UniqueConstraint(name="slip_number_once", fields=["unit", "year", "form", "number"])
        ]

    def __str__(self) -> str:
        return f"{self.form} {self.number}/{self.year}"


class Serial(models.Model):
    """A counter row: numbers are drawn in the transaction that uses them, so none is lost or doubled."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    scope = models.TextField(
        unique=True, help_text="what is numbered: codes of a unit and day, slips of a year"
    )
    last = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "dossiers_serial"

    def __str__(self) -> str:
        return f"{self.scope}: {self.last}"
