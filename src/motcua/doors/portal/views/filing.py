"""Filing: where it begins, where it is checked, where it ends."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from motcua.base.access.audience import MEMBER
from motcua.base.clock import now, today
from motcua.base.database.ids import uuid7
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Problem
from motcua.base.web import stash
from motcua.base.web.page import Request
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import State, Why
from motcua.doors.portal.forms import StartForm
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.readings.catalogue import fee_lines
from motcua.doors.portal.readings.dossier import drafts_of
from motcua.doors.portal.readings.filed import filed_papers
from motcua.doors.portal.readings.journey import CHECK, Journey
from motcua.doors.portal.readings.limits import answer_promised
from motcua.doors.portal.readings.own import for_draft, for_own
from motcua.doors.portal.readings.representing import basis_of, choices
from motcua.doors.portal.sentences import FILED_AGAIN
from motcua.doors.portal.showing import show
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.words import Channel, OnlineLevel
from motcua.reference.people import queries as people


@portal_page(audience=MEMBER, writes=True, menu="results")
def start(request: Request, code: str) -> HttpResponse:
    """Ask for the case and the agency, then open the draft."""
    version = _open_for_filing(code)
    restored = stash.take(request, request.actor) if request.method == "GET" else None
    given = request.POST or restored
    form = _start_form(request, version, given)
    errors: list[Problem] = []
    if request.method == "POST" and form.is_valid():
        made = commands.create_draft(
            procedure=code,
            agency_id=form.agency_id,
            case_id=form.case_id,
            representation_id=form.representation_id,
            by=request.actor,
            at=now(),
            key=request.POST.get("key", ""),
        )
        if isinstance(made, Dossier):
            return redirect(Journey(made).parts[0].url)
        errors.append(Problem(refusal_sentence(made)))
    return show(
        request,
        "portal/start.html",
        {
            "page": version,
            "form": form,
            "represents": form.represents,
            "errors": errors,
            "key": _key(given),
            "drafts": drafts_of(request.actor, version),
            "restored": FILED_AGAIN if restored else "",
        },
        status=422 if request.method == "POST" else 200,
    )


@portal_page(audience=MEMBER)
@for_draft
def resume(request: Request, journey: Journey) -> HttpResponse:
    """Lead to the first page where something is missing."""
    return redirect(journey.first_open)


@portal_page(audience=MEMBER, writes=True)
@for_draft
def check(request: Request, journey: Journey) -> HttpResponse:
    """Show everything before it is filed, then file it by one button."""
    errors: list[Problem] = []
    if request.method == "POST":
        done = commands.submit_online(
            dossier_id=journey.dossier.pk, by=request.actor, at=now(), key=request.POST.get("key", "")
        )
        if not isinstance(done, Refusal) or done.why is Why.NOT_OPEN:
            return redirect("portal:draft-done", journey.dossier.pk)
        errors.append(Problem(refusal_sentence(done)))
    return show(
        request,
        "portal/check.html",
        {
            "journey": journey,
            "dossier": journey.dossier,
            "errors": errors,
            "key": _key(request.POST or stash.take(request, request.actor)),
            "step": journey.number(CHECK),
            "steps": len(journey.parts),
            "basis": basis_of(journey.dossier),
            "back": journey.before(CHECK),
            "fees": fee_lines(journey.dossier.version_id),
            "promise": answer_promised(journey.dossier.competent_agency_id, now()),
        },
        status=422 if errors else 200,
    )


@portal_page(audience=MEMBER)
@for_own
def done(request: Request, dossier: Dossier) -> HttpResponse:
    """Say that it is filed, what its code is, and what happens next; later, where it stands."""
    if dossier.state != State.SUBMITTED:
        return redirect("portal:dossier", dossier.pk)
    filed_at = dossier.submitted_at
    promise = answer_promised(dossier.competent_agency_id, filed_at) if filed_at else None
    shown = {"dossier": dossier, "promise": promise, "papers": filed_papers(dossier)}
    return show(request, "portal/done.html", shown)


@portal_page(audience=MEMBER, writes=True)
@for_draft
def delete_draft(request: Request, journey: Journey) -> HttpResponse:
    """Say what is lost, then delete a draft by one button."""
    errors: list[Problem] = []
    if request.method == "POST":
        done = commands.delete_draft(dossier_id=journey.dossier.pk, by=request.actor, at=now())
        if not isinstance(done, Refusal):
            return redirect("portal:mine")
        errors.append(Problem(refusal_sentence(done)))
    shown = {"journey": journey, "dossier": journey.dossier, "errors": errors}
    return show(request, "portal/delete_draft.html", shown, status=422 if errors else 200)


def _open_for_filing(code: str) -> ProcedureVersion:
    version = catalogue.effective_version(code, today())
    if version is None or not _online(version):
        raise Http404
    return version


def _online(version: ProcedureVersion) -> bool:
    """Tell whether a version is filed online, by what is kept in memory of it."""
    ways = catalogue.parts_of(version.pk).channels
    return version.online_level != OnlineLevel.NONE and any(one.channel == Channel.ONLINE for one in ways)


def _start_form(request: Request, version: ProcedureVersion, given: Any) -> StartForm:
    assert request.actor.person is not None, "a member is a person"
    asked = request.GET
    return StartForm(
        given or None,
        cases=list(version.cases.order_by("order")),
        agencies=catalogue.offering_agencies(version.procedure, today()),
        # Where somebody lives orders the page; an answer needs no order.
        commune="" if request.method == "POST" else people.one(request.actor.person).commune,
        represents=choices(request.actor),
        asked={"case": asked.get("truong-hop"), "agency": asked.get("noi"), "whom": asked.get("cho")},
    )


def _key(given: Any) -> str:
    """Give the retry key of the page: the one it was sent with, or a new one."""
    return (given.get("key") if given else "") or str(uuid7())
