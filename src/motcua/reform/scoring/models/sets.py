"""Criteria sets as stored. A set never changes: what is decided anew is a new version beside it."""

from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7
from motcua.reform.scoring.words import NodeKind, NodeLevel, SetLevel

DIGITS, PLACES = 12, 4


class CriteriaSet(models.Model):
    """One version of the criteria of a level and year, by the decision that made it.

    The database keeps a set and its rows as they were imported.
    """

    THING = "criteria_set"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.TextField(help_text="identifier that the file gives")
    name = models.TextField()
    level = models.TextField(choices=[(level.value, level.name) for level in SetLevel])
    year = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField()
    status = models.TextField(blank=True)
    decision = models.TextField(blank=True)
    basis = models.TextField(blank=True)
    valid_from = models.DateField(null=True)
    total = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES)
    bonus_cap = models.DecimalField(null=True, max_digits=DIGITS, decimal_places=PLACES)
    penalty_cap = models.DecimalField(null=True, max_digits=DIGITS, decimal_places=PLACES)
    rescale_without_survey = models.BooleanField(default=False)
    official = models.BooleanField(default=False, help_text="from the text of the decision itself")
    bands = models.JSONField(help_text="name, least percentage and whether that is in")
    file_name = models.TextField()
    digest = models.TextField(help_text="SHA-256 of the file")
    imported_at = models.DateTimeField()
    imported_by = models.UUIDField(null=True, help_text="account of whoever imported; none for the house")

    class Meta:
        db_table = "scoring_criteria_set"
        constraints = [
            models.UniqueConstraint(name="criteria_set_version_once", fields=["level", "year", "version"]),
            models.CheckConstraint(
                name="criteria_set_official_decided", condition=Q(official=False) | ~Q(decision="")
            ),
            models.CheckConstraint(
                name="criteria_set_numbers",
                condition=Q(total__gt=0)
                & Q(version__gte=1)
                & (Q(bonus_cap=None) | Q(bonus_cap__gte=0))
                & (Q(penalty_cap=None) | Q(penalty_cap__gte=0)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.level} {self.year}, {self.version})"


class CriterionNode(models.Model):
    """One row of a set. The rule stays as its file wrote it: the engine alone reads it.

    Rows are rows, not one document: inputs, evidence and measures are looked up by the code of a leaf.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    criteria = models.ForeignKey(CriteriaSet, on_delete=models.PROTECT, related_name="nodes")
    row = models.PositiveIntegerField(help_text="its place in the file")
    code = models.TextField()
    parent = models.TextField(blank=True)
    level = models.TextField(choices=[(level.value, level.name) for level in NodeLevel])
    kind = models.TextField(choices=[(kind.value, kind.name) for kind in NodeKind])
    name = models.TextField()
    max = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES)
    rule = models.JSONField(null=True)
    method = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    verification = models.TextField(blank=True)
    measure = models.TextField(blank=True)
    due_month = models.PositiveSmallIntegerField(null=True)

    class Meta:
        db_table = "scoring_criterion"
        constraints = [
            models.UniqueConstraint(name="criterion_code_once", fields=["criteria", "code"]),
            models.CheckConstraint(name="criterion_points", condition=Q(max__gt=0)),
            models.CheckConstraint(
                name="criterion_due_month",
                condition=Q(due_month=None) | Q(due_month__gte=1, due_month__lte=12),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
