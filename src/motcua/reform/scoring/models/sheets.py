"""The sheet of one agency in a round: its leaves, their evidence, what others found, and its locks."""

from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7
from motcua.base.files.models import StoredFile
from motcua.reference.org.models import Agency, Staff, Unit
from motcua.reform.scoring.models.rounds import ScoringRound
from motcua.reform.scoring.models.sets import CriteriaSet
from motcua.reform.scoring.words import EvidenceFor, LeafSource, LockKind, SheetState, VerdictStage


class Points(models.DecimalField):  # type: ignore[type-arg]  # the stubs' field is generic, Django's is not
    """Points as a rule gives them, unrounded to ten places."""

    def __init__(self, **options: object) -> None:
        """Take the options of any field; digits and places are given."""
        super().__init__(**{**options, "max_digits": 16, "decimal_places": 10})  # type: ignore[arg-type]


class Sheet(models.Model):
    """What one agency scores in one round; it hangs on the agency as it was then, whatever follows it."""

    THING = "score_sheet"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    round = models.ForeignKey(ScoringRound, on_delete=models.PROTECT, related_name="sheets")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    criteria = models.ForeignKey(
        CriteriaSet,
        on_delete=models.PROTECT,
        related_name="sheets",
        help_text="a locked sheet keeps its version when the round moves on",
    )
    state = models.TextField(choices=[(state.value, state.name) for state in SheetState])
    state_at = models.DateTimeField(help_text="when it came into this state")

    class Meta:
        db_table = "scoring_sheet"
        constraints = [
            models.UniqueConstraint(name="scoring_sheet_once", fields=["round", "agency"]),
            models.CheckConstraint(
                name="scoring_sheet_state_known", condition=Q(state__in=[state.value for state in SheetState])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} {self.round}"


class LeafScore(models.Model):
    """What a sheet holds of one leaf, known by its code: inputs, own points, explanation, final points.

    A row outlives its leaf: when a round moves to criteria without it, the row is still read, never counted.
    """

    THING = "leaf_score"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="leaves")
    code = models.TextField()
    source = models.TextField(choices=[(source.value, source.name) for source in LeafSource])
    owner = models.ForeignKey(
        Unit, null=True, on_delete=models.PROTECT, related_name="+", help_text="the unit that answers for it"
    )
    inputs = models.JSONField(default=dict, help_text="what the rule needs; numbers as texts")
    points = Points(null=True, help_text="own points of the agency, or of the survey; none while pending")
    not_applicable = models.BooleanField(default=False)
    reason = models.TextField(blank=True, help_text="why it does not apply")
    explanation = models.TextField(blank=True, help_text="of the agency; stands where evidence is missing")
    to_look_at = models.BooleanField(default=False, help_text="its criterion changed since it was declared")
    declared_at = models.DateTimeField(null=True)
    declared_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    reply = models.TextField(blank=True, help_text="what the agency explains after the first appraisal")
    replied_at = models.DateTimeField(null=True)
    replied_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    final = Points(null=True, help_text="what counts once the council has closed; none: does not apply")

    class Meta:
        db_table = "scoring_leaf_score"
        constraints = [
            models.UniqueConstraint(name="scoring_leaf_once", fields=["sheet", "code"]),
            models.CheckConstraint(
                name="scoring_leaf_source_known", condition=Q(source__in=[one.value for one in LeafSource])
            ),
            models.CheckConstraint(
                name="scoring_leaf_out_has_reason",
                condition=Q(not_applicable=False) | (Q(points=None) & ~Q(reason="")),
            ),
            models.CheckConstraint(
                name="scoring_leaf_reply_dated", condition=Q(reply="") | Q(replied_at__isnull=False)
            ),
            models.CheckConstraint(
                name="scoring_leaf_points_dated", condition=Q(points=None) | Q(declared_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sheet} {self.code}"


class LeafVerdict(models.Model):
    """What an appraiser or the council found about one leaf; no points means that it does not apply."""

    THING = "leaf_verdict"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    leaf = models.ForeignKey(LeafScore, on_delete=models.PROTECT, related_name="verdicts")
    stage = models.TextField(choices=[(stage.value, stage.name) for stage in VerdictStage])
    points = Points(null=True)
    not_applicable = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    asks = models.BooleanField(default=False, help_text="the agency is asked to explain")
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "scoring_leaf_verdict"
        constraints = [
            models.UniqueConstraint(name="scoring_verdict_once", fields=["leaf", "stage"]),
            models.CheckConstraint(
                name="scoring_verdict_stage_known",
                condition=Q(stage__in=[stage.value for stage in VerdictStage]),
            ),
            models.CheckConstraint(
                name="scoring_verdict_points_or_out",
                condition=Q(not_applicable=True, points=None) | Q(not_applicable=False, points__gte=0),
            ),
            models.CheckConstraint(
                name="scoring_verdict_asks_first_with_note",
                condition=Q(asks=False) | (Q(stage="appraisal_1") & ~Q(note="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stage} {self.points}"


class Evidence(models.Model):
    """A paper that proves a leaf: by whom, its number and day, in which section and on which page."""

    THING = "evidence"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    leaf = models.ForeignKey(LeafScore, on_delete=models.PROTECT, related_name="evidence")
    purpose = models.TextField(choices=[(one.value, one.name) for one in EvidenceFor])
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    issuer = models.TextField()
    number = models.TextField()
    issued_on = models.DateField()
    section = models.TextField()
    page = models.TextField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, help_text="taken back before the sheet was locked")

    class Meta:
        db_table = "scoring_evidence"
        constraints = [
            models.CheckConstraint(name="scoring_evidence_placed", condition=~Q(section="") & ~Q(page="")),
            models.CheckConstraint(name="scoring_evidence_issued", condition=~Q(issuer="") & ~Q(number="")),
            models.CheckConstraint(
                name="scoring_evidence_purpose_known",
                condition=Q(purpose__in=[one.value for one in EvidenceFor]),
            ),
        ]

    def __str__(self) -> str:
        return self.number


class SheetLock(models.Model):
    """A part of a sheet closed for good: who signed which words over which content."""

    THING = "sheet_lock"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="locks")
    kind = models.TextField(choices=[(kind.value, kind.name) for kind in LockKind])
    digest = models.TextField(help_text="SHA-256 over the canonical content")
    words = models.TextField(help_text="what was read and signed")
    minutes_number = models.TextField(blank=True, help_text="of the council")
    minutes_on = models.DateField(null=True)
    locked_at = models.DateTimeField()
    locked_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "scoring_sheet_lock"
        constraints = [
            models.UniqueConstraint(name="scoring_lock_once", fields=["sheet", "kind"]),
            models.CheckConstraint(
                name="scoring_lock_kind_known", condition=Q(kind__in=[kind.value for kind in LockKind])
            ),
            models.CheckConstraint(name="scoring_lock_digest", condition=Q(digest__regex="^[0-9a-f]{64}$")),
            models.CheckConstraint(name="scoring_lock_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="scoring_lock_council_minutes",
                condition=Q(kind="council", minutes_on__isnull=False) & ~Q(minutes_number="")
                | ~Q(kind="council") & Q(minutes_number="", minutes_on=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.digest[:8]}"
