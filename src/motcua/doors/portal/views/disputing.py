"""“Không đúng? Báo sai”: what the State holds is wrong, and what is right."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from motcua.base.access.audience import MEMBER
from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.files.models import StoredFile
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Problem
from motcua.base.web.page import Request
from motcua.casework.dossiers import commands
from motcua.doors.portal.disputing import DisputeFactForm, DisputePaperForm
from motcua.doors.portal.frame import portal_page
from motcua.doors.portal.readings.journey import Journey
from motcua.doors.portal.readings.own import for_draft
from motcua.doors.portal.showing import show
from motcua.doors.portal.uploads import take_in


@portal_page(audience=MEMBER, writes=True)
@for_draft
def dispute_paper(request: Request, journey: Journey, requirement_id: UUID) -> HttpResponse:
    """Take what is wrong about a paper that need not be filed, and the newer paper."""
    known = next((one for one in journey.known if one.requirement.pk == requirement_id), None)
    if known is None:
        return redirect("portal:draft-papers", journey.dossier.pk)
    form = DisputePaperForm(request.POST or None, request.FILES or None)
    errors: list[Problem] = []
    if request.method == "POST" and form.is_valid():
        by = commands.acting(request.actor, journey.dossier)
        taken = [take_in(one, by=by, at=now()) for one in request.FILES.getlist("file")[:1]]
        file = next((one for one in taken if isinstance(one, StoredFile)), None)
        for trouble in [one for one in taken if isinstance(one, str)]:
            form.add_error("file", trouble)
        if not form.errors:
            done = commands.dispute_paper(
                dossier_id=journey.dossier.pk,
                requirement_id=requirement_id,
                said=form.cleaned_data["said"],
                file=file,
                by=request.actor,
                at=now(),
                key=request.POST.get("key", ""),
            )
            if not isinstance(done, Refusal):
                return redirect("portal:draft-papers", journey.dossier.pk)
            errors.append(Problem(refusal_sentence(done)))
    shown = {"known": known, "held": known.origin, "subject": known.requirement.name}
    return _show(request, journey, form, errors, shown)


@portal_page(audience=MEMBER, writes=True)
@for_draft
def dispute_fact(request: Request, journey: Journey, field_name: str) -> HttpResponse:
    """Take what is right in place of a fact that came filled in."""
    page, field = journey.asked(field_name)
    if page is None or field is None or field_name not in journey.prefilled:
        return redirect("portal:draft", journey.dossier.pk)
    form = DisputeFactForm(request.POST or None, field=field)
    errors: list[Problem] = []
    if request.method == "POST" and form.is_valid():
        done = commands.dispute_fact(
            dossier_id=journey.dossier.pk,
            name=field_name,
            value=form.answer,
            said=form.told,
            by=request.actor,
            at=now(),
            key=request.POST.get("key", ""),
        )
        if not isinstance(done, Refusal):
            return redirect("portal:draft-form", journey.dossier.pk, page.code)
        errors.append(Problem(refusal_sentence(done)))
    held = f"VNeID cho biết: {journey.told(field)}."
    return _show(request, journey, form, errors, {"held": held, "subject": field.label, "page": page})


def _show(
    request: Request,
    journey: Journey,
    form: DisputePaperForm | DisputeFactForm,
    errors: list[Problem],
    more: dict[str, object],
) -> HttpResponse:
    key = request.POST.get("key", "") or str(uuid7())
    shown = {"dossier": journey.dossier, "form": form, "errors": errors, "key": key, **more}
    return show(request, "portal/dispute.html", shown, status=422 if request.method == "POST" else 200)
