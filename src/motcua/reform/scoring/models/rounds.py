"""Rounds of scoring: a year or a month of one level, its deadlines, and who appraises which domain."""

from django.db import models
from django.db.models import F, Q

from motcua.base.clock.periods import Period
from motcua.base.database.ids import uuid7
from motcua.reference.org.models import Agency, Staff
from motcua.reform.scoring.models.sets import CriteriaSet
from motcua.reform.scoring.words import RoundKind, SheetState


class ScoringRound(models.Model):
    """One round: the superior opens it by a set of criteria, for agencies of one level and one period."""

    THING = "scoring_round"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.TextField(choices=[(kind.value, kind.name) for kind in RoundKind])
    level = models.TextField(help_text="level of the criteria: province, department, district, commune")
    owner = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="+", help_text="the superior whose leader decides"
    )
    office = models.ForeignKey(
        Agency, null=True, on_delete=models.PROTECT, related_name="+", help_text="runs the round"
    )
    criteria = models.ForeignKey(CriteriaSet, on_delete=models.PROTECT, related_name="rounds")
    year_round = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="months", help_text="of a month: its year"
    )
    first = models.DateField()
    last = models.DateField()
    opens_on = models.DateField(help_text="from this day on agencies score themselves")
    bonus_cap = models.DecimalField(max_digits=6, decimal_places=2)
    penalty_cap = models.DecimalField(max_digits=6, decimal_places=2)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "scoring_round"
        constraints = [
            models.UniqueConstraint(
                name="scoring_round_once", fields=["owner", "level", "kind", "first", "last"]
            ),
            models.CheckConstraint(
                name="scoring_round_kind_known", condition=Q(kind__in=[kind.value for kind in RoundKind])
            ),
            models.CheckConstraint(name="scoring_round_span", condition=Q(last__gte=F("first"))),
            models.CheckConstraint(
                name="scoring_round_month_has_year",
                condition=Q(kind="month", year_round__isnull=False) | Q(kind="year", year_round=None),
            ),
            models.CheckConstraint(
                name="scoring_round_caps", condition=Q(bonus_cap__gte=0, penalty_cap__gte=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.level} {self.period.code}"

    @property
    def period(self) -> Period:
        """Give the days that the round is about, both ends included."""
        return Period(self.first, self.last)


class RoundDeadline(models.Model):
    """The last day of one state in a round."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    round = models.ForeignKey(ScoringRound, on_delete=models.CASCADE, related_name="deadlines")
    state = models.TextField(choices=[(state.value, state.name) for state in SheetState])
    due_on = models.DateField()

    class Meta:
        db_table = "scoring_round_deadline"
        constraints = [
            models.UniqueConstraint(name="scoring_deadline_once", fields=["round", "state"]),
            models.CheckConstraint(
                name="scoring_deadline_state_known",
                condition=Q(state__in=[state.value for state in SheetState]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.due_on}"


class DomainAllocation(models.Model):
    """Which agency appraises a domain of the criteria in a round; a domain may have several."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    round = models.ForeignKey(ScoringRound, on_delete=models.CASCADE, related_name="allocations")
    domain = models.TextField(help_text="code of a root of the criteria")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "scoring_domain_allocation"
        constraints = [
            models.UniqueConstraint(name="scoring_allocation_once", fields=["round", "domain", "agency"]),
            models.CheckConstraint(name="scoring_allocation_has_domain", condition=~Q(domain="")),
        ]

    def __str__(self) -> str:
        return f"{self.domain} → {self.agency}"
