"""Slips as issued, and the numbers that they bear."""

from django.db import models

from motcua.base.database.ids import uuid7
from motcua.base.files.models import StoredFile
from motcua.casework.dossiers.models.base import DossierPart
from motcua.casework.dossiers.words import SlipForm
from motcua.reference.org.models import Staff, Unit


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
