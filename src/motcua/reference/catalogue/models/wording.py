"""Storage of what a controller adds to the wordbook, or takes from it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from motcua.base.database.ids import uuid7
from motcua.reference.catalogue.models.choosing import choices
from motcua.reference.catalogue.words import Wording


class WordingLine(models.Model):
    """A line of the wordbook; it replaces the line of the program that says the same thing."""

    THING = "wording"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.TextField(choices=choices(Wording))
    said = models.TextField()
    meant = models.TextField(blank=True)
    codes = ArrayField(models.TextField(), default=list)
    weight = models.FloatField(default=1.0)
    switched_off = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "catalogue_wording"
        constraints = [
            models.UniqueConstraint(name="wording_said_once", fields=["kind", "said"]),
            models.CheckConstraint(name="wording_says_something", condition=~models.Q(said="")),
        ]

    def __str__(self) -> str:
        return self.said
