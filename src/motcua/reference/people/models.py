"""Storage of applicants and of the papers that they already hold."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7


class Person(models.Model):
    """A natural person. Matched by identifier alone, never by name, telephone or e-mail."""

    THING = "person"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="person"
    )
    personal_id = models.TextField(null=True, unique=True, help_text="12 digits; empty when there is none")  # noqa: DJ001
    full_name = models.TextField()
    sort_key = models.TextField()
    folded_name = models.TextField()
    birth_date = models.DateField(null=True)
    gender = models.TextField(blank=True)
    phone = models.TextField(blank=True)
    email = models.TextField(blank=True)
    province = models.TextField(blank=True)
    commune = models.TextField(blank=True)
    address_detail = models.TextField(blank=True)
    verified_at = models.DateTimeField(null=True, help_text="when e-identity last confirmed these facts")

    class Meta:
        db_table = "people_person"
        constraints = [
            models.CheckConstraint(
                name="person_personal_id_form",
                condition=Q(personal_id=None) | Q(personal_id__regex=r"^\d{12}$"),
            )
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def address(self) -> str:
        """Give the address in one line."""
        return ", ".join(part for part in (self.address_detail, self.commune, self.province) if part)


class HeldPaper(models.Model):
    """A paper that the State already holds for a person: an issued result or an accepted paper."""

    THING = "held_paper"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="held_papers")
    name = models.TextField()
    kind = models.TextField(help_text="code of the result type or of the component")
    issuer = models.TextField()
    number = models.TextField(blank=True)
    issued_on = models.DateField()
    file_id = models.UUIDField()
    source = models.TextField(unique=True, help_text="the thing that it came from, as the journal names it")
    state = models.TextField(default="valid")

    class Meta:
        db_table = "people_held_paper"

    def __str__(self) -> str:
        return self.name
