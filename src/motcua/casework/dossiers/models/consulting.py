"""What is asked of other units beside the route: opinions, and shares of an interlinked procedure."""

from django.db import models
from django.db.models import Q

from motcua.base.files.models import StoredFile
from motcua.casework.dossiers.models.base import DossierPart
from motcua.casework.dossiers.models.checks import among, pair
from motcua.casework.dossiers.words import ConsultationKind, ConsultationState
from motcua.reference.org.models import Staff, Unit


class Consultation(DossierPart):
    """One question to one unit, with the day by which it answers; several run at the same time."""

    number = models.PositiveSmallIntegerField()
    kind = models.TextField(choices=[(word.value, word.name) for word in ConsultationKind])
    state = models.TextField(choices=[(word.value, word.name) for word in ConsultationState])
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="consultations")
    content = models.TextField()
    hours = models.DecimalField(null=True, max_digits=6, decimal_places=2, help_text="of a share")
    reply_due = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    asked_by_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    reply = models.TextField(blank=True)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    replied_at = models.DateTimeField(null=True)
    replied_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_why = models.TextField(blank=True)
    late_told_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "dossiers_consultation"
        default_related_name = "consultations"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(name="consultation_number_once", fields=["dossier", "number"]),
            models.CheckConstraint(
                name="consultation_state_known", condition=among("state", ConsultationState)
            ),
            models.CheckConstraint(name="consultation_kind_known", condition=among("kind", ConsultationKind)),
            models.CheckConstraint(name="consultation_has_content", condition=~Q(content="")),
            models.CheckConstraint(
                name="consultation_replied_pair", condition=pair("replied_at", "replied_by")
            ),
            models.CheckConstraint(
                name="consultation_answered_has_reply",
                condition=Q(state="answered", replied_at__isnull=False) & ~Q(reply="")
                | ~Q(state="answered") & Q(replied_at=None),
            ),
            models.CheckConstraint(
                name="consultation_withdrawn_with_why",
                condition=Q(state="withdrawn", withdrawn_at__isnull=False) & ~Q(withdrawn_why="")
                | ~Q(state="withdrawn") & Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="consultation_share_has_hours",
                condition=Q(kind="share", hours__gt=0) | Q(kind="opinion", hours=None),
            ),
        ]
        indexes = [
            models.Index(name="consultation_open", fields=["unit", "reply_due"], condition=Q(state="open"))
        ]

    def __str__(self) -> str:
        return f"{self.dossier} → {self.unit}"
