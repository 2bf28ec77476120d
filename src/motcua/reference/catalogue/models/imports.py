"""Storage of what was imported: each row as it came, and what is wrong with it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7
from motcua.reference.catalogue.importing.words import UploadState
from motcua.reference.catalogue.models.choosing import choices
from motcua.reference.catalogue.models.procedures import Procedure


class ImportBatch(models.Model):
    """One file that was imported, as one act."""

    THING = "import"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    file_name = models.TextField()
    sha256 = models.TextField()
    rows = models.PositiveIntegerField()
    counts = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.UUIDField(null=True, help_text="account of whoever imported; none for the house itself")

    class Meta:
        db_table = "catalogue_import_batch"

    def __str__(self) -> str:
        return self.file_name


class SourceRecord(models.Model):
    """The national record of a procedure, as it came."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.TextField(unique=True)
    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="sources")
    raw = models.JSONField()
    digest = models.TextField()
    as_of = models.DateField(null=True)
    source = models.TextField(blank=True)
    batch = models.ForeignKey(ImportBatch, on_delete=models.PROTECT, related_name="records")

    class Meta:
        db_table = "catalogue_source_record"

    def __str__(self) -> str:
        return self.code


class ImportProblem(models.Model):
    """Something wrong with a row of a file."""

    THING = "import_problem"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    batch = models.ForeignKey(ImportBatch, on_delete=models.PROTECT, related_name="problems")
    row = models.PositiveIntegerField()
    code = models.TextField(blank=True)
    kind = models.TextField()
    facts = models.JSONField(default=dict)
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.UUIDField(null=True)
    resolution = models.TextField(blank=True)

    class Meta:
        db_table = "catalogue_import_problem"
        indexes = [models.Index(name="import_problem_of_code", fields=["code"])]
        constraints = [
            models.CheckConstraint(
                name="import_problem_resolved_pair",
                condition=Q(resolved_at=None, resolved_by=None, resolution="")
                | (Q(resolved_at__isnull=False) & ~Q(resolution="")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.row} {self.kind}"


class ImportUpload(models.Model):
    """A file that a controller sent: read and compared first, loaded when somebody says so."""

    THING = "import_upload"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    file_name = models.TextField()
    sha256 = models.TextField()
    content = models.BinaryField(help_text="packed; emptied when the file was loaded or dropped")
    state = models.TextField(choices=choices(UploadState), default=UploadState.WAITING.value)
    comparison = models.JSONField(default=dict)
    accepted = ArrayField(models.TextField(), default=list, help_text="codes whose new name was checked")
    message = models.TextField(blank=True)
    batch = models.ForeignKey(ImportBatch, null=True, on_delete=models.PROTECT, related_name="uploads")
    uploaded_at = models.DateTimeField()
    uploaded_by = models.UUIDField(null=True)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "catalogue_import_upload"
        constraints = [
            models.CheckConstraint(
                name="import_upload_loaded_has_batch", condition=~Q(state="loaded") | Q(batch__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return self.file_name
