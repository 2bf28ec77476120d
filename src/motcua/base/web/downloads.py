"""Sending files: never sniffed, never cached by others, scripts in them never run."""

from io import BytesIO
from typing import BinaryIO

from django.http import FileResponse

# A picture or PDF is shown by the browser's own viewer, cut off from our origin.
_SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"


def send(content: BinaryIO | bytes, *, name: str, media_type: str, save: bool = False) -> FileResponse:
    """Send a file under its own name, to be looked at or saved."""
    stream = BytesIO(content) if isinstance(content, bytes) else content
    response = FileResponse(stream, as_attachment=save, filename=name, content_type=media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    response["Content-Security-Policy"] = _SANDBOX
    return response
