"""Files that nobody needs any more leave the store."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.base.access import Actor
from motcua.base.files.commands import store
from motcua.base.files.models import StoredFile


def discard(*, file_id: UUID, by: Actor, at: datetime) -> None:
    """Delete the row of a file now, and its bytes after the commit."""
    file = StoredFile.objects.filter(pk=file_id).first()
    if file is not None:
        StoredFile.objects.filter(pk=file_id).delete()
        transaction.on_commit(lambda: store().delete(file.key))
