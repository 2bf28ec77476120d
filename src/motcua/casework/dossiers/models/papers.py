"""Papers, and the requests to complete them."""

from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7
from motcua.base.files.models import StoredFile
from motcua.casework.dossiers.models.base import DossierPart
from motcua.casework.dossiers.models.checks import pair
from motcua.casework.dossiers.words import PaperForm, PaperSource, RoundState, Stage, Verdict
from motcua.reference.catalogue.models import ComponentRequirement
from motcua.reference.org.models import Staff
from motcua.reference.people.models import HeldPaper


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
            models.CheckConstraint(name="round_approved_pair", condition=pair("approved_at", "approved_by")),
            models.CheckConstraint(name="round_sent_pair", condition=pair("sent_at", "sent_by")),
            models.CheckConstraint(name="round_has_reason", condition=~Q(reason="")),
        ]
        indexes = [
            # What waits for a leader or a counter: few at any time, among all that were ever asked.
            models.Index(
                name="round_waiting",
                fields=["state", "dossier"],
                condition=Q(state__in=[RoundState.PROPOSED.value, RoundState.APPROVED.value]),
            ),
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
            models.CheckConstraint(name="paper_judged_pair", condition=pair("judged_at", "judged_by")),
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


class AnswerFile(models.Model):
    """A file that came for a paper asked for and is not sent yet; it lies here until the answer is."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    item = models.ForeignKey(SupplementItem, on_delete=models.CASCADE, related_name="waiting")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        db_table = "dossiers_answer_file"
        ordering = ["added_at", "id"]
        constraints = [models.UniqueConstraint(name="answer_file_once", fields=["item", "file"])]

    def __str__(self) -> str:
        return self.file.name
