"""Filling a draft, one thing a page."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from motcua.base.access.audience import MEMBER
from motcua.base.clock import now
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Problem
from motcua.base.web import stash
from motcua.base.web.page import Request
from motcua.casework.dossiers import commands
from motcua.doors.portal.form_files import with_files
from motcua.doors.portal.forms import DeliveryForm
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.readings.journey import DELIVERY, FROM_VNEID, PAPERS, Journey, journey_of
from motcua.doors.portal.readings.own import for_draft, own
from motcua.doors.portal.sentences import FILED_AGAIN, FILES_LOST, SEND_FILE
from motcua.doors.portal.showing import show
from motcua.doors.portal.uploads import attach_all, files_form
from motcua.reference.forms.django_forms import PageForm, clean_answers, form_for
from motcua.reference.forms.rules import Page


@portal_page(audience=MEMBER, writes=True)
@for_draft
def form_page(request: Request, journey: Journey, page_code: str) -> HttpResponse:
    """Ask the questions of one page of the e-form."""
    schema = journey.schema
    if schema is None or page_code not in {page.code for page in journey.pages}:
        raise Http404
    restored = stash.take(request, request.actor) if request.method == "GET" else None
    data = request.POST if request.method == "POST" else restored
    journey, refused = with_files(request, journey, page_code)
    form = form_for(schema, page_code, data=data, answers=journey.dossier.answers, refused=refused)
    errors: list[Problem] = []
    if request.method == "POST" and _may_be_kept(form, later="later" in request.POST):
        saved = commands.save_answers(
            dossier_id=journey.dossier.pk,
            page=page_code,
            answers=clean_answers(schema, page_code, form.cleaned_data),
            by=request.actor,
            at=now(),
        )
        if not isinstance(saved, Refusal):
            return _onward(request, journey, page_code)
        errors.append(Problem(refusal_sentence(saved)))
    shown = _shown(journey, page_code) | {"form": form, "errors": errors}
    shown |= {"page": schema.page(page_code), "restored": FILED_AGAIN if restored else ""}
    shown |= {"known": _known(journey, schema.page(page_code)), "source": FROM_VNEID}
    refusing = request.method == "POST" and not form.reshaped
    return show(request, "portal/form_page.html", shown, status=422 if refusing else 200)


@portal_page(audience=MEMBER, writes=True)
@for_draft
def papers(request: Request, journey: Journey) -> HttpResponse:
    """Take the papers; a bad file is refused by a sentence, the good ones beside it are kept."""
    if not journey.wanted and not journey.known and not journey.document:
        return redirect("portal:draft-delivery", journey.dossier.pk)
    restored = stash.take(request, request.actor) if request.method == "GET" else None
    form = files_form(request, journey)
    if request.method == "POST":
        attach_all(request, journey, form)
        journey = journey_of(own(request, journey.dossier.pk))
        going_on = not {"later", "upload"} & set(request.POST)
        for one in journey.lacking if going_on else ():
            if one.field not in form.errors:
                form.add_error(one.field, SEND_FILE)
        if not form.errors:
            stays = "upload" in request.POST
            return redirect(request.get_full_path()) if stays else _onward(request, journey, PAPERS)
    shown = _shown(journey, PAPERS) | {"form": form, "restored": FILES_LOST if restored else ""}
    shown["rows"] = [(one, form[one.field]) for one in journey.wanted]
    return show(request, "portal/papers.html", shown, status=422 if request.method == "POST" else 200)


@portal_page(audience=MEMBER, writes=True)
@for_draft
def remove_paper(request: Request, journey: Journey, paper_id: UUID) -> HttpResponse:
    """Take a file out of the draft."""
    if request.method == "POST":
        commands.detach(dossier_id=journey.dossier.pk, paper_id=paper_id, by=request.actor, at=now())
    return redirect("portal:draft-papers", journey.dossier.pk)


@portal_page(audience=MEMBER, writes=True)
@for_draft
def delivery(request: Request, journey: Journey) -> HttpResponse:
    """Ask how the result is wanted, and how the applicant can be reached."""
    restored = stash.take(request, request.actor) if request.method == "GET" else None
    data = request.POST if request.method == "POST" else restored
    form = DeliveryForm(data, dossier=journey.dossier)
    errors: list[Problem] = []
    if request.method == "POST" and form.is_valid():
        saved = commands.choose_delivery(
            dossier_id=journey.dossier.pk, **form.told, by=request.actor, at=now()
        )
        if not isinstance(saved, Refusal):
            return _onward(request, journey, DELIVERY)
        errors.append(Problem(refusal_sentence(saved)))
    shown = _shown(journey, DELIVERY) | {"form": form, "errors": errors}
    shown["restored"] = FILED_AGAIN if restored else ""
    return show(request, "portal/delivery.html", shown, status=422 if request.method == "POST" else 200)


def _may_be_kept(form: PageForm, *, later: bool) -> bool:
    """Tell whether answers can be kept; who leaves for now may leave questions open, but nothing wrong."""
    if form.is_valid():
        return True
    codes = {error.code for found in form.errors.as_data().values() for error in found}
    return later and codes <= {"required"}


def _known(journey: Journey, page: Page) -> list[tuple[str, str]]:
    """Give what a page was filled with by e-identity, each with the address to report it as wrong."""
    return [
        (field.label, reverse("portal:draft-dispute-fact", args=[journey.dossier.pk, field.name]))
        for field in journey.prefilled_on(page)
    ]


def _shown(journey: Journey, code: str) -> dict[str, object]:
    return {
        "journey": journey,
        "dossier": journey.dossier,
        "step": journey.number(code),
        "steps": len(journey.parts),
        "back": journey.before(code),
    }


def _onward(request: Request, journey: Journey, code: str) -> HttpResponse:
    """Lead on: to one's dossiers, back to the check, or to the next page as the new answers open it."""
    if "later" in request.POST:
        return redirect("portal:mine")
    fresh = journey_of(own(request, journey.dossier.pk))
    if request.GET.get("ve") == "kiem-tra":
        return redirect("portal:draft-check", journey.dossier.pk)
    return redirect(fresh.after(code))
