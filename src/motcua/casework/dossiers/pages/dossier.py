"""The page of one dossier, its papers, slips and result; every opening by an official is noted."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from motcua.base.clock import now
from motcua.base.files import queries as files
from motcua.base.files.models import StoredFile
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.web import stash
from motcua.base.web.downloads import send
from motcua.base.web.page import Request, page
from motcua.casework.dossiers import commands, printing, queries
from motcua.casework.dossiers.models import Result
from motcua.casework.dossiers.pages import preview
from motcua.casework.dossiers.pages.audiences import AT_WORK
from motcua.casework.dossiers.pages.dossier_shown import shown_to
from motcua.casework.dossiers.pages.judging import JudgeForm
from motcua.casework.dossiers.pages.opening import UNPROCESSABLE, opened, shown
from motcua.casework.dossiers.words import Move, Why

PDF = "application/pdf"


@page(audience=AT_WORK)
def show(request: Request, dossier_id: UUID) -> HttpResponse:
    """Show a dossier: where it stands, what may be done, its papers and its story."""
    dossier, facts = opened(request, dossier_id)
    form = None
    if Move.JUDGE_PAPER in queries.open_moves(facts, request.actor):
        form = JudgeForm(dossier, data=stash.take(request, request.actor))
    legible = request.session.pop(_revealed(dossier_id), False)
    return shown(request, "dossier.html", shown_to(request.actor, dossier, facts, form, legible=legible))


@page(audience=AT_WORK, writes=True)
def judge(request: Request, dossier_id: UUID) -> HttpResponseBase:
    """Note what was found about the papers."""
    dossier, facts = opened(request, dossier_id, thing="judge")
    if request.method != "POST":
        return redirect("desk:dossier", dossier_id)
    form = JudgeForm(dossier, data=request.POST)
    if form.is_valid():
        done = commands.judge_papers(
            dossier_id=dossier_id,
            judgements=form.judgements(),
            by=request.actor,
            at=now(),
            seen=form.cleaned_data["seen"],
        )
        if not isinstance(done, Refusal):
            messages.success(request, form.done())
            return redirect(f"{reverse('desk:dossier', args=[dossier_id])}#giay-to")
        form.add_error(None, refusal_sentence(done))
        if done.why is Why.CHANGED_MEANWHILE:
            dossier, facts = opened(request, dossier_id)
            form = form.again(dossier)
    commands.note_look(dossier, "page", by=request.actor, at=now(), thing="judge")
    context = shown_to(request.actor, dossier, facts, form, legible=False)
    return shown(request, "dossier.html", context, status=UNPROCESSABLE)


@page(audience=AT_WORK, writes=True)
def reveal(request: Request, dossier_id: UUID) -> HttpResponseBase:
    """Show the numbers of the applicant once; that they were shown is noted, and the applicant sees it."""
    dossier, _ = opened(request, dossier_id, thing="identity")
    if request.method == "POST":
        commands.note_look(dossier, "page", by=request.actor, at=now(), thing="identity")
        request.session[_revealed(dossier_id)] = True
    return redirect(f"{reverse('desk:dossier', args=[dossier_id])}#nguoi-nop")


@page(audience=AT_WORK)
def paper_file(request: Request, dossier_id: UUID, paper_id: UUID) -> HttpResponseBase:
    """Send the file of a paper, to be looked at in the browser."""
    dossier, _ = opened(request, dossier_id, "file", thing=str(paper_id), verb="read_file")
    paper = next((one for one in queries.papers_of(dossier) if one.pk == paper_id), None)
    if paper is None or paper.file is None:
        raise Http404
    return _stored(paper.file)


@page(audience=AT_WORK)
def slip(request: Request, dossier_id: UUID, slip_id: UUID) -> HttpResponseBase:
    """Send a slip as PDF: the bytes kept, or printed from the same facts."""
    dossier, _ = opened(request, dossier_id, "slip", thing=str(slip_id), verb="read_slip")
    found = next((one for one in queries.slips_of(dossier) if one.pk == slip_id), None)
    if found is None:
        raise Http404
    if found.file is not None:
        return _stored(found.file)
    return send(printing.slip_bytes(found), name=printing.slip_name(found), media_type=PDF)


@page(audience=AT_WORK)
def reply_file(request: Request, dossier_id: UUID, consultation_id: UUID) -> HttpResponseBase:
    """Send the file that came with an opinion."""
    dossier, _ = opened(request, dossier_id, "file", thing=str(consultation_id), verb="read_file")
    found = next((one for one in queries.consultations_of(dossier) if one.pk == consultation_id), None)
    if found is None or found.file is None:
        raise Http404
    return _stored(found.file)


@page(audience=AT_WORK)
def result(request: Request, dossier_id: UUID) -> HttpResponseBase:
    """Send the result in force as PDF; before it is issued, a draft that says so."""
    dossier, _ = opened(request, dossier_id, "result", verb="read_file")
    return _result(queries.result_of(dossier))


@page(audience=AT_WORK)
def one_result(request: Request, dossier_id: UUID, result_id: UUID) -> HttpResponseBase:
    """Send one result as PDF: one that was replaced, or a correction that is not issued yet."""
    dossier, _ = opened(request, dossier_id, "result", thing=str(result_id), verb="read_file")
    return _result(next((one for one in queries.results_of(dossier) if one.pk == result_id), None))


def _result(found: Result | None) -> HttpResponseBase:
    if found is None:
        raise Http404
    file = found.file or found.attachment
    if file is not None:
        return _stored(file)
    if found.issued_at is None:
        return send(preview.draft_bytes(found, now()), name="du-thao.pdf", media_type=PDF)
    return send(printing.result_bytes(found), name=printing.result_name(found), media_type=PDF)


def _stored(file: StoredFile) -> HttpResponseBase:
    return send(files.content(file), name=file.name, media_type=file.media_type)


def _revealed(dossier_id: UUID) -> str:
    return f"revealed:{dossier_id}"
