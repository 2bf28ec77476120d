"""Publication decisions: received, signed, effective, loaded and published are moments of their own."""

from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7
from motcua.reference.catalogue.models.choosing import choices
from motcua.reference.catalogue.words import DecisionKind


class PublicationDecision(models.Model):
    """A decision that announces, changes or abolishes procedures (NĐ 63/2010/NĐ-CP, Điều 13 to 15, 24)."""

    THING = "decision"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number = models.TextField(blank=True, help_text="given when it is signed")
    kind = models.TextField(choices=choices(DecisionKind))
    issuer = models.TextField()
    summary = models.TextField()
    shortened = models.BooleanField(default=False, help_text="of a text made by the shortened procedure")
    ministry_decision = models.TextField(blank=True, help_text="the ministry's decision that it follows")
    received_on = models.DateField(null=True, help_text="the ministry's decision reached the province")
    signed_on = models.DateField(null=True)
    signed_by = models.TextField(blank=True)
    effective_on = models.DateField(null=True)
    loaded_at = models.DateTimeField(null=True, help_text="into the national database")
    published_at = models.DateTimeField(null=True, help_text="made public by a click")
    posted_at = models.DateTimeField(null=True, help_text="posted at the office")
    procedures = models.ManyToManyField(
        "catalogue.Procedure", related_name="decisions", db_table="catalogue_decision_procedure"
    )

    class Meta:
        db_table = "catalogue_decision"
        constraints = [
            models.UniqueConstraint(
                name="decision_number_once", fields=["issuer", "number"], condition=~Q(number="")
            ),
            models.CheckConstraint(
                name="decision_signed_whole",
                condition=Q(signed_on=None, signed_by="")
                | (Q(signed_on__isnull=False) & ~Q(signed_by="") & ~Q(number="")),
            ),
        ]

    def __str__(self) -> str:
        return self.number or self.summary
