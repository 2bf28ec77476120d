"""Opening one dossier: within one's rights, and noted."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from motcua.base.clock import now
from motcua.base.web.page import Request
from motcua.base.web.refused import AccessRefused
from motcua.casework.dossiers import queries, rules
from motcua.casework.dossiers.commands import note_look
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import Relation

UNPROCESSABLE = 422


def opened(
    request: Request, dossier_id: UUID, what: str = "page", *, thing: str = "", verb: str = "read"
) -> tuple[Dossier, rules.Facts]:
    """Give a dossier to an official who may see it, and note that it was opened.

    Raises Http404, or AccessRefused with the name of whoever holds the dossier.
    """
    try:
        dossier, facts = queries.one_for(request.actor, dossier_id, verb, whole=request.method == "GET")
    except queries.NoSuchDossier as error:
        raise Http404 from error
    if rules.relations(facts, request.actor) == {Relation.INSPECTING}:
        raise AccessRefused("Thanh tra xem hồ sơ ở mục Nhật ký hồ sơ, sau khi ghi mục đích.")
    if request.method == "GET":
        note_look(dossier, what, by=request.actor, at=now(), thing=thing)
    return dossier, facts


def opened_to_inspect(request: Request, dossier_id: UUID, *, thing: str) -> Dossier:
    """Give a dossier to somebody who inspects it for a stated purpose, and note that it was opened."""
    try:
        dossier, _ = queries.one_for(request.actor, dossier_id, "read_journal")
    except queries.NoSuchDossier as error:
        raise Http404 from error
    note_look(dossier, "page", by=request.actor, at=now(), thing=thing)
    return dossier


def shown(request: Request, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """Show a page of this room."""
    return render(request, f"dossiers/{template}", context, status=status)
