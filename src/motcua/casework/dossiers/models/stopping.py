"""How a dossier was stopped."""

from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7
from motcua.casework.dossiers.models.checks import among
from motcua.casework.dossiers.models.dossier import Dossier
from motcua.casework.dossiers.models.slips import Slip
from motcua.casework.dossiers.words import Settlement, State, StopGround
from motcua.reference.org.models import Staff


class StopNotice(models.Model):
    """Who asked for the stop, at which stage, on what ground, and what becomes of money and papers."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="stop_notice")
    ground = models.TextField(choices=[(word.value, word.name) for word in StopGround])
    words = models.TextField()
    legal_basis = models.TextField()
    requested_by = models.TextField()
    requested_on = models.DateField()
    state_before = models.SmallIntegerField(help_text="the national state at which it was stopped")
    stage = models.TextField(help_text="the step at which it was stopped")
    settlement = models.TextField()
    settlement_words = models.TextField(blank=True)
    returned_documents = models.JSONField(default=list, help_text="names of the papers given back")
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    slip = models.OneToOneField(Slip, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "dossiers_stop_notice"
        constraints = [
            models.CheckConstraint(name="stop_ground_known", condition=among("ground", StopGround)),
            models.CheckConstraint(name="stop_settlement_known", condition=among("settlement", Settlement)),
            models.CheckConstraint(name="stop_state_known", condition=among("state_before", State)),
            models.CheckConstraint(
                name="stop_has_words", condition=~Q(words="") & ~Q(legal_basis="") & ~Q(requested_by="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier}: {self.ground}"
