"""Keys of owners: made with their first file, wrapped anew, destroyed."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from motcua.base.access import Actor
from motcua.base.database.ids import uuid7
from motcua.base.files import queries
from motcua.base.files.commands.ground import Batch, alone, forget_bytes
from motcua.base.files.keyring import Wrapped, fresh_key
from motcua.base.files.models import OwnerKey, StoredFile, Upload, UploadPart
from motcua.base.files.opened import open_file, seal_into_store, secret_of
from motcua.base.files.places import key_ring
from motcua.base.files.words import Why
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal

_AT_ONCE = 50


def key_of(owner: str, *, by: Actor, at: datetime) -> OwnerKey:
    """Give the key of an owner; it is made with their first file."""
    found = queries.key_of(owner)
    if found is not None:
        return found
    with alone(f"key of {owner}"):
        return queries.key_of(owner) or make_key(owner=owner, by=by, at=at)


@command
def make_key(*, owner: str, by: Actor, at: datetime) -> OwnerKey:
    """Make the key of an owner."""
    key = OwnerKey(owner=owner, made_at=at)
    _wrap(key, fresh_key())
    key.save(force_insert=True)
    journal.write("file_key.made", about=key, by=by, at=at, data={"master": key.master})
    return key


@command
def rotate(*, by: Actor, at: datetime) -> Batch | Refusal:
    """Wrap every owner's key with the newest master key; no file is touched."""
    newest, count = key_ring().newest, 0
    old = OwnerKey.objects.select_for_update().filter(destroyed_at=None).exclude(master=newest)
    for key in old.order_by("pk"):
        _wrap(key, secret_of(key))
        key.save(update_fields=["master", "wrapped"])
        count += 1
    if not count:
        return Refusal(Why.KEYS_NEWEST)
    batch = Batch()
    journal.write("file_key.rewrapped", about=batch, by=by, at=at, data={"master": newest, "count": count})
    return batch


def rewrite(*, owner: str, by: Actor, at: datetime) -> OwnerKey | Refusal:
    """Give an owner a new key, seal all their files anew under it, and destroy the old key.

    Cut short, it goes on where it stopped when it is asked for again.
    """
    if not OwnerKey.objects.filter(owner=owner, destroyed_at=None, retired_at__isnull=False).exists():
        retired = retire(owner=owner, by=by, at=at)
        if isinstance(retired, Refusal):
            return retired
    new = key_of(owner, by=by, at=at)
    for old in OwnerKey.objects.filter(owner=owner, destroyed_at=None, retired_at__isnull=False):
        while old.files.exists():
            move_some(old_id=old.pk, new_id=new.pk, by=by, at=at)
        destroy(key_id=old.pk, by=by, at=at)
    return new


@command
def retire(*, owner: str, by: Actor, at: datetime) -> OwnerKey | Refusal:
    """Have a key seal nothing new; what is on its way under it must be sent again."""
    key = OwnerKey.objects.select_for_update().filter(owner=owner, retired_at=None).first()
    if key is None:
        return Refusal(Why.NO_KEY)
    _forget_uploads(key)
    key.retired_at = at
    key.save(update_fields=["retired_at"])
    journal.write("file_key.retired", about=key, by=by, at=at)
    return key


@command
def move_some(*, old_id: UUID, new_id: UUID, by: Actor, at: datetime) -> OwnerKey:
    """Seal some files of a retired key anew under the new one."""
    new = OwnerKey.objects.get(pk=new_id)
    files = StoredFile.objects.select_for_update(of=("self",)).select_related("owner_key")
    some = list(files.filter(owner_key_id=old_id).order_by("pk")[:_AT_ONCE])
    forget_bytes([file.key for file in some])
    for file in some:
        _seal_anew(file, new)
    journal.write("file_key.rewritten", about=new, by=by, at=at, data={"old": old_id, "files": len(some)})
    return new


@command
def destroy(*, key_id: UUID, by: Actor, at: datetime) -> OwnerKey:
    """Destroy a key: what was sealed under it is noise from now on."""
    key = OwnerKey.objects.select_for_update().get(pk=key_id)
    _forget_uploads(key)
    key.wrapped, key.destroyed_at, key.retired_at = None, at, key.retired_at or at
    key.save(update_fields=["wrapped", "destroyed_at", "retired_at"])
    journal.write("file_key.destroyed", about=key, by=by, at=at, data={"files": key.files.count()})
    return key


def shred(*, owner: str, by: Actor, at: datetime) -> int:
    """Destroy every key of an owner: nobody reads their files any more, in no copy of the store.

    Gives how many files became unreadable.
    """
    keys = list(OwnerKey.objects.filter(owner=owner, destroyed_at=None))
    return sum(destroy(key_id=key.pk, by=by, at=at).files.count() for key in keys)


def is_alive(key_id: UUID) -> bool:
    """Tell whether a key may still seal, and keep it so until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT retired_at IS NULL FROM files_owner_key WHERE id = %s FOR SHARE", [key_id])
        row = cursor.fetchone()
    return bool(row and row[0])


def _wrap(key: OwnerKey, secret: bytes) -> None:
    wrapped: Wrapped = key_ring().wrap(secret, key.about)
    key.master, key.wrapped = wrapped.master, wrapped.closed


def _forget_uploads(key: OwnerKey) -> None:
    parts = UploadPart.objects.filter(upload__owner_key=key)
    forget_bytes(parts.values_list("key", flat=True))
    parts.delete()
    Upload.objects.filter(owner_key=key, file=None).delete()


def _seal_anew(file: StoredFile, key: OwnerKey) -> None:
    with open_file(file) as reader:
        sealed = seal_into_store(reader, key, str(uuid7()))
    file.owner_key, file.key, file.sha256 = key, sealed.key, sealed.sha256
    file.stored_size, file.content_mark = sealed.stored_size, sealed.content_mark
    file.save(update_fields=["owner_key", "key", "sha256", "stored_size", "content_mark"])
