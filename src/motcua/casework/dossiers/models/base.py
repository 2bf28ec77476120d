"""What the tables of a dossier share."""

from django.db import models

from motcua.base.database.ids import uuid7
from motcua.casework.dossiers.models.dossier import Dossier


class DossierPart(models.Model):
    """A row that belongs to one dossier."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE)

    class Meta:
        abstract = True
