"""Reading stored files."""

from typing import BinaryIO
from uuid import UUID

from motcua.base.files.commands import store
from motcua.base.files.models import StoredFile


def one(file_id: UUID) -> StoredFile:
    """Give what is known about a file."""
    return StoredFile.objects.get(pk=file_id)


def content(file: StoredFile) -> BinaryIO:
    """Give the bytes of a file."""
    return store().open(file.key)
