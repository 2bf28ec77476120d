"""One's own dossiers. Somebody else's looks like one that does not exist."""

import functools
from collections.abc import Callable
from dataclasses import replace
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

from motcua.base.access import Actor
from motcua.base.web.page import Request
from motcua.base.web.refused import AccessRefused
from motcua.casework.dossiers import commands
from motcua.casework.dossiers import queries as dossiers
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import State
from motcua.doors.portal.readings.journey import Journey, journey_of
from motcua.reference.people import queries as people
from motcua.reference.people.models import Representation

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


def for_right(
    view: Callable[Concatenate[Request, Representation, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Give a view a right to act for somebody that one has, or that somebody has over oneself."""

    @functools.wraps(view)
    def run(request: Request, representation_id: UUID, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        assert request.actor.person is not None, "a member is a person"
        rights = [one for some in people.representations_about(request.actor.person) for one in some]
        right = next((one for one in rights if one.pk == representation_id), None)
        if right is None:
            raise Http404
        return view(request, right, *args, **kwargs)

    return run


def acting_at(request: Request, path: str) -> Actor:
    """Give who asks as acting for whom the page at an address is filled in: oneself, or the represented."""
    try:
        named = resolve(path).kwargs
    except Resolver404:
        return request.actor
    if "dossier_id" in named:
        return commands.acting(request.actor, own(request, named["dossier_id"]))
    right = people.representation(named["representation_id"]) if "representation_id" in named else None
    return acting_by(request.actor, right) if right else request.actor


def acting_by(actor: Actor, right: Representation) -> Actor:
    """Give somebody as acting for the owner by a right of theirs; anybody else stays who they are."""
    return replace(actor, on_behalf_of=right.owner_id) if right.representative_id == actor.person else actor
