"""The store: papers that the State already holds for somebody, and each time one was used again."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from motcua.base.database.ids import uuid7
from motcua.reference.people import rules
from motcua.reference.people.models.applicants import Applicant
from motcua.reference.people.words import PaperOrigin, PaperState


class PaperKind(models.Model):
    """A kind of paper by the words in its names: which papers are the same is data, never code."""

    THING = "paper_kind"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.TextField(unique=True)
    name = models.TextField()
    words = ArrayField(models.TextField(), help_text="words that its names have")
    without = ArrayField(models.TextField(), default=list, help_text="words that make it another paper")
    reusable = models.BooleanField(default=True, help_text="no: it is new every time")
    single = models.BooleanField(default=False, help_text="a newer one replaces the older one")
    months = models.PositiveSmallIntegerField(null=True, help_text="how long one is good for")
    legal_basis = models.TextField(blank=True)

    class Meta:
        db_table = "people_paper_kind"
        ordering = ["code"]
        constraints = [models.CheckConstraint(name="paper_kind_has_words", condition=Q(words__len__gt=0))]

    def __str__(self) -> str:
        return self.name


class HeldPaper(models.Model):
    """A paper that the State already holds for an applicant: an issued result or an accepted paper."""

    THING = "held_paper"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(Applicant, on_delete=models.PROTECT, related_name="held_papers")
    name = models.TextField()
    kind = models.TextField(blank=True, help_text="code of the kind of paper, of the result type else")
    component = models.TextField(blank=True, help_text="the component it was accepted for: procedure/code")
    origin = models.TextField(
        choices=[(word.value, word.name) for word in PaperOrigin], default=PaperOrigin.RESULT.value
    )
    issuer = models.TextField(blank=True)
    number = models.TextField(blank=True)
    issued_on = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    file_id = models.UUIDField()
    source = models.TextField(unique=True, help_text="the thing that it came from, as the journal names it")
    source_said = models.TextField(blank=True, help_text="the same in words: which dossier, which agency")
    state = models.TextField(default=PaperState.VALID.value)
    replaces = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="replaced_by", help_text="the older paper"
    )
    held_at = models.DateTimeField()

    class Meta:
        db_table = "people_held_paper"
        ordering = ["-held_at", "-id"]
        indexes = [models.Index(name="held_paper_owner", fields=["owner", "state"])]
        constraints = [
            models.CheckConstraint(
                name="held_paper_state_known",
                condition=Q(state__in=[word.value for word in PaperState if word is not PaperState.EXPIRED]),
            ),
            models.CheckConstraint(name="held_paper_not_its_own", condition=~Q(replaces=F("id"))),
        ]

    def __str__(self) -> str:
        return self.name

    def standing(self, on: date) -> PaperState:
        """Give how it stands on a day; that it expired is derived, never stored."""
        return rules.standing(PaperState(self.state), self.valid_to, on)


class PaperUse(models.Model):
    """One time that a held paper was used again: who, what for, in which procedure, when."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    paper = models.ForeignKey(HeldPaper, on_delete=models.PROTECT, related_name="uses")
    procedure = models.TextField()
    purpose = models.TextField()
    thing = models.TextField(help_text="the dossier it went into, as the journal names it")
    by = models.TextField(help_text="who used it, as the journal names it")
    by_name = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "people_paper_use"
        ordering = ["-at", "-id"]
        constraints = [models.UniqueConstraint(name="paper_use_once", fields=["paper", "thing"])]

    def __str__(self) -> str:
        return f"{self.paper} {self.procedure}"
