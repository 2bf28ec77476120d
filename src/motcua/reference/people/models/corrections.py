"""Reports of wrong data: what the State holds, what its owner says, who answers."""

from uuid import UUID

from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7
from motcua.reference.org.models import Agency
from motcua.reference.people.models.applicants import Applicant
from motcua.reference.people.models.papers import HeldPaper
from motcua.reference.people.words import CorrectionState


class Correction(models.Model):
    """A ticket: something that the State holds about an applicant is wrong, says the applicant."""

    THING = "correction"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(Applicant, on_delete=models.PROTECT, related_name="corrections")
    subject = models.TextField(help_text="what is wrong, by its name")
    source = models.TextField(help_text="who holds it: a database, the store")
    paper = models.ForeignKey(HeldPaper, null=True, on_delete=models.PROTECT, related_name="corrections")
    component = models.TextField(blank=True, help_text="the component: procedure/code")
    fact = models.TextField(blank=True, help_text="the known fact, by the name that forms use")
    held_value = models.TextField(blank=True, help_text="what the State holds")
    said_value = models.TextField(help_text="what the applicant says is right")
    newer_file_id = models.UUIDField(null=True, help_text="a newer paper, when one was given")
    thing = models.TextField(help_text="the dossier in which it came up, as the journal names it")
    procedure = models.TextField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="corrections")
    state = models.TextField(default=CorrectionState.OPEN.value)
    opened_at = models.DateTimeField()
    opened_by = models.TextField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True, help_text="the official")
    answer = models.TextField(blank=True)

    class Meta:
        db_table = "people_correction"
        ordering = ["opened_at", "id"]
        indexes = [models.Index(name="correction_waiting", fields=["agency", "state", "opened_at"])]
        constraints = [
            models.CheckConstraint(
                name="correction_state_known",
                condition=Q(state__in=[word.value for word in CorrectionState]),
            ),
            models.CheckConstraint(
                name="correction_answered_whole",
                condition=Q(state="open", answered_at=None, answered_by=None, answer="")
                | (
                    Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(state="open") & ~Q(answer="")
                ),
            ),
            models.UniqueConstraint(
                name="correction_open_once", fields=["owner", "subject", "thing"], condition=Q(state="open")
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def dossier_id(self) -> UUID:
        """Give the dossier in which it came up."""
        return UUID(self.thing.partition(":")[2])
