"""Storage of form schemas. A version never changes; a draft does until it is published."""

from django.db import models

from motcua.base.database.ids import uuid7


class FormVersion(models.Model):
    """One version of an e-form: its schema as `rules.Schema` reads it."""

    THING = "form_version"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.TextField()
    number = models.PositiveIntegerField()
    title = models.TextField()
    schema = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        db_table = "forms_form_version"
        constraints = [models.UniqueConstraint(name="form_version_once", fields=["code", "number"])]

    def __str__(self) -> str:
        return f"{self.code} v{self.number}"


class FormDraft(models.Model):
    """What a form is to become: a schema that need not be sound yet, changed by one editor at a time.

    `revision` grows with each change; `based_on` is the number of the version it grew from, 0 for none.
    """

    THING = "form_draft"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.TextField(unique=True)
    schema = models.JSONField()
    based_on = models.PositiveIntegerField(default=0)
    revision = models.PositiveIntegerField(default=1)
    edited_by = models.TextField()
    edited_at = models.DateTimeField()

    class Meta:
        db_table = "forms_form_draft"

    def __str__(self) -> str:
        return f"{self.code}, draft {self.revision}"
