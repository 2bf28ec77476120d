"""Uploads are cut off at the limit while they stream in, so that a huge body never fills memory or disk."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

TOO_LARGE = "files.too_large"


class BoundedHandler(FileUploadHandler):
    """Skips the rest of a file once it is over the limit, and leaves a note that it was."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin to count one file."""
        super().new_file(*args, **kwargs)
        self.seen = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Pass the chunk on, or stop keeping this file."""
        self.seen += len(raw_data)
        if self.seen > settings.FILE_MAX_BYTES:
            oversized(self.request).add(self.field_name or "")
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the handlers after this one."""
        return


def oversized(request: Any) -> set[str]:
    """Give the names of the fields whose file was over the limit."""
    names: set[str] = request.__dict__.setdefault("oversized_files", set())
    return names
