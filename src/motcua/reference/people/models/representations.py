"""Who acts for whom."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from motcua.base.database.ids import uuid7
from motcua.base.files.models import StoredFile
from motcua.reference.people import rules
from motcua.reference.people.models.applicants import Applicant, Person
from motcua.reference.people.words import Basis, Power


def _pair(at: str, by: str) -> Q:
    return Q(**{f"{at}__isnull": True, by: ""}) | (Q(**{f"{at}__isnull": False}) & ~Q(**{by: ""}))


class Representation(models.Model):
    """A person acts for an applicant, by what right, from a day to a day.

    `owner_name` is the name as its maker gave it: what is stored about the owner is not told to somebody who
    merely says that they act for them.
    """

    THING = "representation"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(Applicant, on_delete=models.PROTECT, related_name="representations")
    owner_name = models.TextField()
    owner_address = models.TextField(blank=True)
    representative = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="represents")
    basis = models.TextField(choices=[(word.value, word.name) for word in Basis])
    powers = ArrayField(models.TextField(choices=[(word.value, word.name) for word in Power]))
    document = models.TextField(blank=True, help_text="number and name of the document")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    made_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, help_text="by the owner, or by an official who checked it")
    confirmed_by = models.TextField(blank=True, help_text="who confirmed it, as the journal names it")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.TextField(blank=True)

    class Meta:
        db_table = "people_representation"
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="representation_span", condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from"))
            ),
            models.CheckConstraint(
                name="representation_confirmed_pair", condition=_pair("confirmed_at", "confirmed_by")
            ),
            models.CheckConstraint(name="representation_ended_pair", condition=_pair("ended_at", "ended_by")),
            models.CheckConstraint(
                name="representation_authorised_by_document",
                condition=~Q(basis=Basis.AUTHORISED.value) | ~Q(document=""),
            ),
            models.CheckConstraint(name="representation_of_another", condition=~Q(owner=F("representative"))),
        ]

    def __str__(self) -> str:
        return f"{self.representative} → {self.owner_name}"

    def holds_on(self, on: date) -> bool:
        """Tell whether it holds on a day."""
        return rules.stands(
            valid_from=self.valid_from, valid_to=self.valid_to, ended=self.ended_at is not None, on=on
        )

    def powers_over(self, *, filed_under: bool) -> frozenset[Power]:
        """Give its powers over one dossier of the owner."""
        return rules.powers_over(
            basis=Basis(self.basis),
            powers=[Power(one) for one in self.powers],
            confirmed=self.confirmed_at is not None,
            filed_under=filed_under,
        )

    @property
    def by_document(self) -> bool:
        """Tell whether a document is behind it, which whoever acts by it should show."""
        return Basis(self.basis) in rules.BY_DOCUMENT


class RepresentationFile(models.Model):
    """One file of the document behind a representation; several photos are several files until joined."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    representation = models.ForeignKey(Representation, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        db_table = "people_representation_file"
        ordering = ["added_at", "id"]
        constraints = [
            models.UniqueConstraint(name="representation_file_once", fields=["representation", "file"])
        ]

    def __str__(self) -> str:
        return self.file.name
