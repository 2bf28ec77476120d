"""Storage of what is known about files; their bytes lie sealed in the store."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7
from motcua.base.files.words import MADE_HERE, JoinState, UploadState


class OwnerKey(models.Model):
    """The key of one owner's files, wrapped by a master key; without it the files are noise."""

    THING = "file_key"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.TextField(help_text="`member:…` (a person or an organisation), `agency:…` or `house`")
    master = models.TextField(help_text="id of the master key that wraps it")
    wrapped = models.BinaryField(null=True, help_text="nothing once destroyed")
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, help_text="seals nothing new since then")
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "files_owner_key"
        constraints = [
            models.UniqueConstraint(name="owner_has_one_key", fields=["owner"], condition=Q(retired_at=None)),
            models.CheckConstraint(
                name="destroyed_key_is_gone",
                condition=Q(destroyed_at=None, wrapped__isnull=False)
                | Q(destroyed_at__isnull=False, retired_at__isnull=False, wrapped=None),
            ),
        ]

    def __str__(self) -> str:
        return self.owner

    @property
    def about(self) -> str:
        """Give what the wrapping binds the key to."""
        return f"{self.owner} {self.pk}"


class StoredFile(models.Model):
    """A file with an opaque id; `sha256` and `stored_size` are of the sealed bytes, `size` of the plain."""

    THING = "file"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    key = models.TextField(unique=True)
    name = models.TextField(help_text="as the sender named it, cleaned; shown, never used as a path")
    media_type = models.TextField()
    size = models.BigIntegerField()
    sha256 = models.TextField()
    stored_size = models.BigIntegerField()
    content_mark = models.TextField(help_text="keyed digest: equal for the same plain bytes of one owner")
    owner_key = models.ForeignKey(OwnerKey, on_delete=models.PROTECT, related_name="files")
    pages = models.PositiveIntegerField(null=True)
    scan = models.TextField(default="unavailable")
    stored_at = models.DateTimeField()
    stored_by = models.TextField()

    class Meta:
        db_table = "files_stored_file"
        constraints = [
            models.CheckConstraint(name="file_not_empty", condition=Q(size__gt=0)),
            models.CheckConstraint(name="file_digest_form", condition=Q(sha256__regex="^[0-9a-f]{64}$")),
            models.CheckConstraint(name="file_mark_form", condition=Q(content_mark__regex="^[0-9a-f]{64}$")),
        ]
        indexes = [models.Index(name="file_stored_by", fields=["stored_by", "stored_at"])]

    def __str__(self) -> str:
        return self.name

    @property
    def made_here(self) -> bool:
        """Tell whether the house made it itself."""
        return self.scan == MADE_HERE


class Upload(models.Model):
    """A file on its way, part by part; it belongs to who began it and to one place of one page."""

    THING = "upload"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    begun_by = models.TextField(help_text="the actor, as the journal names it")
    owner_key = models.ForeignKey(OwnerKey, on_delete=models.PROTECT, related_name="+")
    place = models.TextField(help_text="what it is for: the address of the page and the control")
    name = models.TextField()
    size = models.BigIntegerField()
    arrived = models.BigIntegerField(default=0)
    sameness = models.TextField(help_text="keyed digest of what tells the sender's file from others")
    state = models.TextField(choices=[(word.value, word.name) for word in UploadState])
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    refused = models.TextField(blank=True, help_text="the sentence, when the whole file was not accepted")
    begun_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        db_table = "files_upload"
        constraints = [
            models.CheckConstraint(
                name="upload_within_size", condition=Q(arrived__gte=0, arrived__lte=models.F("size"))
            ),
            models.CheckConstraint(
                name="upload_state_known", condition=Q(state__in=[word.value for word in UploadState])
            ),
            models.UniqueConstraint(
                name="upload_once_open",
                fields=["begun_by", "place", "sameness"],
                condition=Q(state=UploadState.OPEN.value),
            ),
        ]
        indexes = [models.Index(name="upload_place", fields=["begun_by", "place"])]

    def __str__(self) -> str:
        return self.name

    def is_open(self, at: datetime) -> bool:
        """Tell whether more may be sent."""
        return self.state == UploadState.OPEN and at < self.expires_at


class UploadPart(models.Model):
    """One piece of an upload, sealed in the store."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="parts")
    begins = models.BigIntegerField()
    size = models.PositiveIntegerField()
    key = models.TextField(unique=True)

    class Meta:
        db_table = "files_upload_part"
        ordering = ["begins"]
        constraints = [models.UniqueConstraint(name="part_once", fields=["upload", "begins"])]

    def __str__(self) -> str:
        return f"{self.begins}+{self.size}"


class Album(models.Model):
    """Photos that become one PDF; every change is a new revision, and the newest one is joined."""

    THING = "album"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    place = models.TextField(unique=True, help_text="what the photos are of, in words of the room above")
    title = models.TextField(help_text="names the PDF")
    kept_for = models.UUIDField(help_text="the person who sends the photos")
    revision = models.PositiveIntegerField(default=0)
    state = models.TextField(choices=[(word.value, word.name) for word in JoinState])
    trouble = models.TextField(blank=True, help_text="the sentence, when joining failed")
    joined = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    joined_revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "files_album"
        constraints = [
            models.CheckConstraint(
                name="album_state_known", condition=Q(state__in=[word.value for word in JoinState])
            ),
            models.CheckConstraint(
                name="album_joined_is_there", condition=~Q(state="joined") | Q(joined__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Photo(models.Model):
    """One photo of an album: where it stands, and how it is turned."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    album = models.ForeignKey(Album, on_delete=models.CASCADE, related_name="photos")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField()
    turns = models.PositiveSmallIntegerField(default=0, help_text="quarter turns clockwise")

    class Meta:
        db_table = "files_photo"
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(name="photo_once", fields=["album", "file"]),
            models.CheckConstraint(name="photo_turns_known", condition=Q(turns__lte=3)),
        ]

    def __str__(self) -> str:
        return f"{self.order}"

    @property
    def degrees(self) -> int:
        """Give how far it is turned clockwise."""
        return 90 * self.turns
