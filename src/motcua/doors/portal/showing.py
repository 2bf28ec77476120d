"""How every page of this door is made."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from motcua.base.web.page import Request

MEGABYTE = 1024 * 1024


def show(
    request: Request, template: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """Give a page with what any page may name: the telephone number, and how large a file may be."""
    common = {"hotline": settings.HOTLINE, "megabytes": settings.FILE_MAX_BYTES // MEGABYTE}
    return render(request, template, {**common, **(context or {})}, status=status)
