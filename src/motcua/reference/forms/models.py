"""Storage of form schemas. A version never changes."""

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
