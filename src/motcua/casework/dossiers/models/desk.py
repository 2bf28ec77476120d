"""What an official keeps at their desk."""

from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7
from motcua.reference.org.models import Staff


class SavedView(models.Model):
    """A way of looking at the work list, kept by one official under a name."""

    THING = "saved_view"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(Staff, on_delete=models.CASCADE, related_name="saved_views")
    name = models.TextField()
    sort_key = models.TextField()
    query = models.TextField(help_text="what stands in the address of the list after the question mark")
    kept_at = models.DateTimeField()

    class Meta:
        db_table = "dossiers_saved_view"
        constraints = [
            models.UniqueConstraint(name="saved_view_name_once", fields=["owner", "name"]),
            models.CheckConstraint(name="saved_view_named", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name
