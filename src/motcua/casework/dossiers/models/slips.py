"""Slips as issued, and the numbers that they bear."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7
from motcua.base.files.models import StoredFile
from motcua.casework.dossiers.models.base import DossierPart
from motcua.casework.dossiers.models.checks import pair
from motcua.casework.dossiers.models.dossier import Dossier
from motcua.casework.dossiers.papers.sets import SETS
from motcua.casework.dossiers.words import SlipForm
from motcua.reference.org.models import Staff, Unit


def _known_forms() -> Q:
    """Say that a number stands with the set that gives it: a bare number names another paper elsewhere."""
    forms = [(one.version, form) for one in SETS for form in one.forms.values()]
    return reduce(
        or_, (Q(form_set=version, form=form.kind.value, form_code=form.code) for version, form in forms)
    )


class Slip(DossierPart):
    """A slip as it was issued: its number, its data, and its bytes once printed."""

    THING = "slip"

    form = models.TextField(
        choices=[(word.value, word.name) for word in SlipForm], help_text="what it is, whatever its number"
    )
    form_set = models.TextField(help_text="version of the set that it was issued under")
    form_code = models.TextField(help_text="its number in that set")
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
            models.UniqueConstraint(name="slip_number_once", fields=["unit", "year", "form", "number"]),
            models.CheckConstraint(name="slip_form_of_its_set", condition=_known_forms()),
            models.CheckConstraint(name="slip_says_something", condition=Q(facts__has_key="paper")),
        ]

    def __str__(self) -> str:
        return f"{self.form_code} {self.number}/{self.year}"


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


class Register(models.Model):
    """The register of a counter and year: opened with its first dossier, closed once, never changed after."""

    THING = "register"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="registers")
    year = models.PositiveSmallIntegerField()
    volume = models.PositiveSmallIntegerField(default=1, help_text="the volume that is written in")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    facts = models.JSONField(null=True, help_text="what the closed register says, as printed")
    count = models.PositiveIntegerField(null=True)
    pages = models.PositiveIntegerField(null=True)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "dossiers_register"
        constraints = [
            models.UniqueConstraint(name="register_once", fields=["unit", "year"]),
            models.CheckConstraint(name="register_closed_pair", condition=pair("closed_at", "closed_by")),
            models.CheckConstraint(
                name="register_closed_whole",
                condition=Q(closed_at=None, facts=None, count=None, pages=None, file=None)
                | Q(
                    closed_at__isnull=False,
                    facts__isnull=False,
                    count__isnull=False,
                    pages__isnull=False,
                    file__isnull=False,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.year}"


class RegisterEntry(models.Model):
    """The line of a dossier in a register; its number runs through the volumes of the year."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="register_entry")
    register = models.ForeignKey(Register, on_delete=models.PROTECT, related_name="entries")
    volume = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    entered_at = models.DateTimeField()
    late = models.BooleanField(default=False, help_text="its own year was closed when it was entered")

    class Meta:
        db_table = "dossiers_register_entry"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(name="register_entry_once", fields=["register", "number"]),
            models.CheckConstraint(name="register_entry_counts", condition=Q(number__gte=1, volume__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.number}"
