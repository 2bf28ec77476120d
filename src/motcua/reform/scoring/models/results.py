"""Results: decisions, kept side by side for ever, and what each says of every agency."""

from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7
from motcua.reference.org.models import Agency, Staff
from motcua.reform.scoring.models.rounds import ScoringRound
from motcua.reform.scoring.models.sheets import Points, Sheet
from motcua.reform.scoring.words import ResultKind


class ResultDecision(models.Model):
    """One decision about the results of a round; a correction is a new one that names what it replaces."""

    THING = "result_decision"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    round = models.ForeignKey(ScoringRound, on_delete=models.PROTECT, related_name="decisions")
    kind = models.TextField(choices=[(kind.value, kind.name) for kind in ResultKind])
    number = models.TextField()
    decided_on = models.DateField()
    reason = models.TextField(blank=True, help_text="of a correction")
    source = models.TextField(blank=True, help_text="of results carried over from before: where they stand")
    changes = models.JSONField(default=list, help_text="of a correction: sheet, leaf, old and new points")
    bands = models.JSONField(default=list, help_text="name and lower bound, as they held on that day")
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    approved_at = models.DateTimeField()
    approved_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "scoring_result_decision"
        constraints = [
            models.UniqueConstraint(
                name="scoring_decision_first_once", fields=["round"], condition=Q(replaces=None)
            ),
            models.CheckConstraint(
                name="scoring_decision_kind_known", condition=Q(kind__in=[kind.value for kind in ResultKind])
            ),
            models.CheckConstraint(name="scoring_decision_numbered", condition=~Q(number="")),
            models.CheckConstraint(
                name="scoring_decision_correction",
                condition=Q(kind="correction", replaces__isnull=False) & ~Q(reason="")
                | ~Q(kind="correction") & Q(replaces=None, reason=""),
            ),
            models.CheckConstraint(
                name="scoring_decision_past_has_source", condition=~Q(kind="past") | ~Q(source="")
            ),
        ]

    def __str__(self) -> str:
        return self.number


class PublishedScore(models.Model):
    """The result of one agency by one decision: points, what they count of, and the percentage, apart."""

    THING = "published_score"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    decision = models.ForeignKey(ResultDecision, on_delete=models.PROTECT, related_name="scores")
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="+", help_text="as it was valid then"
    )
    sheet = models.ForeignKey(Sheet, null=True, on_delete=models.PROTECT, related_name="results")
    earned = Points(null=True)
    applicable_max = Points(null=True)
    computed = Points(null=True, help_text="percentage by our own reckoning, unrounded")
    index = models.DecimalField(max_digits=5, decimal_places=2, help_text="percentage as published")
    rank = models.PositiveIntegerField(null=True)
    of = models.PositiveIntegerField(null=True, help_text="how many were ranked together")
    band = models.TextField(blank=True)
    leaves = models.JSONField(default=dict, help_text="final points by leaf; null: does not apply")

    class Meta:
        db_table = "scoring_published_score"
        constraints = [
            models.UniqueConstraint(name="scoring_result_once", fields=["decision", "agency"]),
            models.CheckConstraint(
                name="scoring_result_rank_has_of",
                condition=Q(rank=None, of=None) | Q(rank__gte=1, of__gte=models.F("rank")),
            ),
            models.CheckConstraint(
                name="scoring_result_points_of_max",
                condition=Q(earned=None, applicable_max=None) | Q(earned__gte=0, applicable_max__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} {self.index}"
