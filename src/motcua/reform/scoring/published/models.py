"""Storage of what others published: never corrected, never mixed with what is computed here."""

from django.db import models
from django.db.models import F, Q

from motcua.base.clock.periods import Period
from motcua.base.database.ids import uuid7
from motcua.reform.scoring.published.words import FileKind, Index, Scale, Scope, Standing


class Batch(models.Model):
    """One file that was taken in whole; a corrected file is a batch of its own, and the old one stays."""

    THING = "published_batch"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.TextField(choices=[(one.value, one.name) for one in FileKind])
    file_name = models.TextField()
    sha256 = models.TextField(unique=True)
    rows = models.PositiveIntegerField()
    source = models.TextField(help_text="for figures whose row names none")
    imported_at = models.DateTimeField()
    imported_by = models.UUIDField(null=True, help_text="the official; none for the command line")
    corrects = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="corrected_by")

    class Meta:
        db_table = "published_batch"
        constraints = [
            models.CheckConstraint(name="published_batch_corrects_another", condition=~Q(corrects=F("id")))
        ]

    def __str__(self) -> str:
        return self.file_name


class Series(models.Model):
    """What is told over time: an index or one of its components, for one kind of unit, on one scale."""

    THING = "published_series"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    index = models.TextField(choices=[(one.value, one.name) for one in Index])
    component = models.TextField(blank=True, help_text="empty for the index itself")
    scope = models.TextField(choices=[(one.value, one.name) for one in Scope])
    scale = models.TextField(choices=[(one.value, one.name) for one in Scale])

    class Meta:
        db_table = "published_series"
        constraints = [
            models.UniqueConstraint(name="published_series_once", fields=["index", "component", "scope"])
        ]

    def __str__(self) -> str:
        return f"{self.index} {self.component} {self.scope}".replace("  ", " ")


class Figure(models.Model):
    """One figure as one source printed it, for a unit as it was then.

    The unit is known by `unit_key` (its name, however it is written) and by the last day on which it was
    that unit; `unit_code` stands beside, for codes were given anew.
    """

    THING = "published_figure"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="figures")
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="figures")
    row = models.PositiveIntegerField(help_text="line of the file, the head is 1")
    first = models.DateField()
    last = models.DateField()
    unit_name = models.TextField(help_text="as printed, NFC")
    unit_key = models.TextField()
    unit_code = models.TextField(blank=True)
    unit_until = models.DateField(null=True, help_text="none for a unit of today")
    within = models.TextField(blank=True, help_text="key of the province in which the unit lies")
    value = models.DecimalField(null=True, max_digits=14, decimal_places=4)
    places = models.PositiveSmallIntegerField(default=0, help_text="digits printed behind the comma")
    printed = models.TextField(blank=True, help_text="what stands there where it is no number")
    max = models.DecimalField(null=True, max_digits=14, decimal_places=4)
    rank = models.PositiveIntegerField(null=True)
    rank_printed = models.TextField(blank=True)
    of = models.PositiveIntegerField(null=True)
    grade = models.TextField(blank=True)
    standing = models.TextField(choices=[(one.value, one.name) for one in Standing])
    parts_known = models.PositiveSmallIntegerField(null=True)
    parts_of = models.PositiveSmallIntegerField(null=True)
    source = models.TextField()

    class Meta:
        db_table = "published_figure"
        indexes = [
            models.Index(name="published_figure_of_unit", fields=["series", "unit_key", "first"]),
        ]
        constraints = [
            models.UniqueConstraint(
                name="published_figure_once",
                fields=["batch", "series", "first", "last", "within", "unit_key", "source"],
            ),
            models.CheckConstraint(name="published_figure_span", condition=Q(last__gte=F("first"))),
            models.CheckConstraint(name="published_figure_has_source", condition=~Q(source="")),
            models.CheckConstraint(
                name="published_figure_says_something",
                condition=Q(value__isnull=False)
                | Q(rank__isnull=False)
                | ~Q(printed="")
                | ~Q(rank_printed="")
                | ~Q(grade="")
                | Q(standing="missing"),
            ),
            models.CheckConstraint(
                name="published_figure_rank_within",
                condition=Q(rank=None) | Q(of=None) | Q(rank__lte=F("of"), rank__gte=1),
            ),
            models.CheckConstraint(
                name="published_figure_parts_pair",
                condition=Q(parts_known=None, parts_of=None) | Q(parts_known__lte=F("parts_of")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_name} {self.first:%Y}"

    @property
    def period(self) -> Period:
        """Give the days for which it is told."""
        return Period(self.first, self.last)

    @property
    def whole(self) -> bool:
        """Tell whether none of its parts is known to be missing."""
        return self.parts_known == self.parts_of


class Break(models.Model):
    """From which day a series means something else: no line is drawn across."""

    THING = "published_break"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    index = models.TextField(blank=True, help_text="empty: every index")
    unit_key = models.TextField(blank=True, help_text="empty: every unit")
    from_on = models.DateField()
    changed = models.TextField(help_text="what changed, one sentence")
    source = models.TextField()

    class Meta:
        db_table = "published_break"
        constraints = [
            models.UniqueConstraint(name="published_break_once", fields=["index", "unit_key", "from_on"]),
            models.CheckConstraint(
                name="published_break_says_what", condition=~Q(changed="") & ~Q(source="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.index} {self.from_on}"


class Part(models.Model):
    """One line of a codebook: what a component of an index asks."""

    THING = "published_part"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="parts")
    index = models.TextField()
    code = models.TextField()
    name = models.TextField(help_text="as printed")
    component = models.TextField()
    component_name = models.TextField(help_text="as printed")

    class Meta:
        db_table = "published_part"
        constraints = [models.UniqueConstraint(name="published_part_once", fields=["batch", "index", "code"])]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
