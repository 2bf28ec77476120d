"""Applicants: persons and organisations."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7
from motcua.reference.people.rules import DUMMY, FORMS
from motcua.reference.people.words import ApplicantKind, IdentifierKind, NoIdentifier


def _form(kind: IdentifierKind) -> Q:
    return Q(identifier_kind=kind.value, identifier__regex=FORMS[kind])


class Applicant(models.Model):
    """Somebody whom a dossier can belong to. Matched by identifier alone, never by name, phone or e-mail."""

    THING = "applicant"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.TextField(choices=[(word.value, word.name) for word in ApplicantKind])
    identifier_kind = models.TextField(choices=[(word.value, word.name) for word in IdentifierKind])
    identifier = models.TextField(null=True)  # noqa: DJ001  # none is not the same as an empty one
    no_identifier = models.TextField(
        blank=True, choices=[(word.value, word.name) for word in NoIdentifier], help_text="why there is none"
    )
    full_name = models.TextField()
    sort_key = models.TextField()
    folded_name = models.TextField()
    phone = models.TextField(blank=True)
    email = models.TextField(blank=True)
    province = models.TextField(blank=True)
    commune = models.TextField(blank=True)
    address_detail = models.TextField(blank=True)
    verified_at = models.DateTimeField(null=True, help_text="when these facts were last confirmed")
    verified_by = models.TextField(blank=True, help_text="who confirmed them, as the journal names it")

    class Meta:
        db_table = "people_applicant"
        constraints = [
            models.UniqueConstraint(
                name="applicant_identifier_once", fields=["identifier_kind", "identifier"]
            ),
            models.CheckConstraint(
                name="applicant_identifier_or_reason",
                condition=(Q(identifier=None) & ~Q(no_identifier=""))
                | Q(identifier__isnull=False, no_identifier=""),
            ),
            models.CheckConstraint(
                name="applicant_identifier_form",
                condition=Q(identifier=None)
                | _form(IdentifierKind.PERSONAL_ID)
                | _form(IdentifierKind.TAX_CODE),
            ),
            models.CheckConstraint(
                name="applicant_identifier_no_dummy",
                condition=Q(identifier=None) | ~Q(identifier__regex=DUMMY),
            ),
            models.CheckConstraint(
                name="applicant_identifier_of_kind",
                condition=Q(kind=ApplicantKind.PERSON.value, identifier_kind=IdentifierKind.PERSONAL_ID.value)
                | Q(kind=ApplicantKind.ORGANISATION.value, identifier_kind=IdentifierKind.TAX_CODE.value),
            ),
        ]
        indexes = [
            # Officials seek by a telephone number, and by any part of a name.
            models.Index(name="applicant_phone", fields=["phone"]),
            GinIndex(name="applicant_name_trigrams", fields=["folded_name"], opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def address(self) -> str:
        """Give the address in one line."""
        return ", ".join(part for part in (self.address_detail, self.commune, self.province) if part)

    @property
    def is_organisation(self) -> bool:
        """Tell an organisation from a person."""
        return self.kind == ApplicantKind.ORGANISATION


class Person(Applicant):
    """A natural person."""

    THING = "person"

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="person"
    )
    birth_date = models.DateField(null=True)
    gender = models.TextField(blank=True)

    class Meta:
        db_table = "people_person"

    @property
    def personal_id(self) -> str | None:
        """Give the identity number, None when there is none."""
        return self.identifier


class Organisation(Applicant):
    """An enterprise, a cooperative, an agency: its tax code is its enterprise code too."""

    THING = "organisation"

    legal_representative = models.TextField(blank=True, help_text="name, as the register or the filer says")

    class Meta:
        db_table = "people_organisation"

    @property
    def tax_code(self) -> str | None:
        """Give the tax code, None when there is none."""
        return self.identifier
