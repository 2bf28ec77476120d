"""Apologies with a later date: proposed by whoever handles the dossier, granted or declined by the leader."""

from django.db import models
from django.db.models import Q

from motcua.casework.dossiers.models.base import DossierPart
from motcua.casework.dossiers.models.checks import among, pair
from motcua.casework.dossiers.words import ExtensionState, LatenessReason
from motcua.reference.org.models import Staff


class Extension(DossierPart):
    """One apology with a later date; both dates stay, and the clock has its own mark of it."""

    number = models.PositiveSmallIntegerField()
    state = models.TextField(choices=[(word.value, word.name) for word in ExtensionState])
    reason = models.TextField(choices=[(word.value, word.name) for word in LatenessReason])
    words = models.TextField()
    responsible = models.TextField(help_text="the agency that answers for the delay")
    old_due_at = models.DateTimeField()
    new_due_at = models.DateTimeField()
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        db_table = "dossiers_extension"
        default_related_name = "extensions"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(name="extension_number_once", fields=["dossier", "number"]),
            models.CheckConstraint(name="extension_state_known", condition=among("state", ExtensionState)),
            models.CheckConstraint(name="extension_decided_pair", condition=pair("decided_at", "decided_by")),
            models.CheckConstraint(
                name="extension_open_or_decided",
                condition=Q(state="proposed", decided_at=None)
                | (~Q(state="proposed") & Q(decided_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="extension_later", condition=Q(new_due_at__gt=models.F("old_due_at"))
            ),
            models.CheckConstraint(name="extension_has_words", condition=~Q(words="") & ~Q(responsible="")),
        ]
        indexes = [
            models.Index(
                name="extension_waiting", fields=["dossier"], condition=Q(state=ExtensionState.PROPOSED.value)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier} lần {self.number}"
