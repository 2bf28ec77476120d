"""Storage of what is known about a file; its bytes lie in the store."""

from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7


class StoredFile(models.Model):
    """A file with an opaque id and the digest of its stored bytes."""

    THING = "file"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    key = models.TextField(unique=True)
    name = models.TextField(help_text="as the sender named it, cleaned; shown, never used as a path")
    media_type = models.TextField()
    size = models.BigIntegerField()
    sha256 = models.TextField()
    pages = models.PositiveIntegerField(null=True)
    scan = models.TextField(default="unavailable")
    stored_at = models.DateTimeField()
    stored_by = models.TextField()

    class Meta:
        db_table = "files_stored_file"
        constraints = [
            models.CheckConstraint(name="file_not_empty", condition=Q(size__gt=0)),
            models.CheckConstraint(name="file_digest_form", condition=Q(sha256__regex="^[0-9a-f]{64}$")),
        ]

    def __str__(self) -> str:
        return self.name
