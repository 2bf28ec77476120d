"""One's own dossiers. Somebody else's looks like one that does not exist."""

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect

from motcua.base.web.page import Request
from motcua.base.web.refused import AccessRefused
from motcua.casework.dossiers import queries as dossiers
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import State
from motcua.doors.portal.readings.journey import Journey, journey_of

P = ParamSpec("P")


def own(request: Request, dossier_id: UUID, verb: str = "read") -> Dossier:
    """Give one's own dossier. Raises Http404 for anybody else's, so that nobody learns which ids exist."""
    try:
        dossier, _ = dossiers.one_for(request.actor, dossier_id, verb)
    except (dossiers.NoSuchDossier, AccessRefused):
        raise Http404 from None
    return dossier


def for_draft(
    view: Callable[Concatenate[Request, Journey, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Give a view the way through one's own draft; once it is filed, lead to where it stands now."""

    @functools.wraps(view)
    def run(request: Request, dossier_id: UUID, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        dossier = own(request, dossier_id)
        if dossier.state != State.DRAFT:
            return redirect("portal:draft-done", dossier_id)
        return view(request, journey_of(dossier), *args, **kwargs)

    return run


def for_own(
    view: Callable[Concatenate[Request, Dossier, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Give a view one's own dossier; a draft leads to where it is filled in."""

    @functools.wraps(view)
    def run(request: Request, dossier_id: UUID, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        dossier = own(request, dossier_id)
        if dossier.state == State.DRAFT:
            return redirect("portal:draft", dossier_id)
        return view(request, dossier, *args, **kwargs)

    return run
