"""The controllers' pages of the import: send a file, see what it would change, load it, settle problems."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from motcua.base.access.audience import staff_with
from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.files.upload import oversized
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Form
from motcua.base.web.page import Request, page
from motcua.reference.catalogue.commands.importing import resolve_problem
from motcua.reference.catalogue.commands.uploading import confirm_upload, drop_upload, take_upload
from motcua.reference.catalogue.importing.sentences import sentence, title
from motcua.reference.catalogue.importing.words import Fate, Flaw, Found, UploadState
from motcua.reference.catalogue.models import ImportBatch, ImportProblem, ImportUpload
from motcua.reference.catalogue.pages.listing import figure
from motcua.reference.catalogue.queries import importing as queries
from motcua.reference.org.words import Role

CONTROLLERS = staff_with(Role.PROCEDURE_CONTROLLER)
UNPROCESSABLE = 422
PAGE = 50
TOO_LARGE = "Chọn tệp nhỏ hơn 10 MB. Danh mục lớn: lưu thành bảng tính .xlsx, tệp nhỏ đi nhiều lần."
FATES = {
    Fate.NEW: "Thủ tục mới",
    Fate.CHANGED: "Thay đổi",
    Fate.UNCHANGED: "Giữ nguyên",
    Fate.HELD: "Giữ lại chờ đối chiếu tên",
}
STATES = {
    UploadState.WAITING: ("action", "Đang đọc"),
    UploadState.COMPARED: ("warn", "Chờ bạn xem"),
    UploadState.LOADING: ("action", "Đang nạp"),
    UploadState.LOADED: ("good", "Đã nạp"),
    UploadState.UNREADABLE: ("error", "Không đọc được"),
    UploadState.DROPPED: ("mute", "Không nạp"),
}


class UploadForm(Form):
    """The file, and the retry key made with the page."""

    file = forms.FileField(
        label="Tệp danh mục",
        help_text="Bảng tính .xlsx hoặc JSON Lines .jsonl, tối đa 10 MB. Gửi tệp chưa làm thay đổi danh mục.",
        widget=forms.FileInput({"accept": ".xlsx,.jsonl"}),
        error_messages={"required": "Chọn tệp danh mục.", "empty": "Chọn tệp có nội dung."},
    )
    key = forms.CharField(required=False, widget=forms.HiddenInput, initial=lambda: uuid7().hex)


class ConfirmForm(Form):
    """Whether to load, and whose new names were checked."""

    accepted = forms.MultipleChoiceField(
        required=False,
        label="Dòng giữ lại vì tên khác hẳn tên đang có",
        help_text="Chỉ chọn khi bạn đã đối chiếu tên mới với quyết định công bố.",
        widget=forms.CheckboxSelectMultiple,
    )
    key = forms.CharField(required=False, widget=forms.HiddenInput, initial=lambda: uuid7().hex)


class ResolveForm(Form):
    """How a problem was settled."""

    resolution = forms.CharField(
        label="Đã giải quyết thế nào",
        help_text="Ví dụ: tên đúng theo Quyết định 1210/QĐ-BTP.",
        max_length=500,
        widget=forms.Textarea({"rows": "3"}),
    )
    key = forms.CharField(required=False, widget=forms.HiddenInput, initial=lambda: uuid7().hex)


@page(audience=CONTROLLERS, writes=True)
def send(request: Request) -> HttpResponse:
    """Send a file; below it what was sent and loaded before."""
    form = UploadForm()
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        upload = _taken(request, form)
        if upload is not None:
            return redirect("desk:catalogue-import-file", upload.pk)
    sent = [(one, *STATES[UploadState(one.state)]) for one in queries.uploads()]
    context = {"sent": sent, "batches": [_loaded(one) for one in queries.batches()]}
    return _shown(request, "importing.html", {**context, "form": form}, form)


@page(audience=CONTROLLERS, writes=True)
def look(request: Request, sent_id: UUID) -> HttpResponse:
    """Show what a file would change, and load it or put it away."""
    upload = _upload_or_404(sent_id)
    held = _rows_of(upload, Flaw.HELD_BACK)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    field = form.fields["accepted"]
    assert isinstance(field, forms.MultipleChoiceField)
    field.choices = [(row["code"], f"{row['code']}, dòng {row['row']}. {row['said']}") for row in held]
    if request.method == "POST" and form.is_valid():
        refusal = _decide(request, upload, form)
        if refusal is None:
            return redirect("desk:catalogue-import-file", upload.pk)
        form.add_error(None, refusal_sentence(refusal))
    kind, words = STATES[UploadState(upload.state)]
    context = {"upload": upload, "tag": kind, "words": words, "form": form, "held": held, **_compared(upload)}
    return _shown(request, "importing_file.html", context, form)


@page(audience=CONTROLLERS)
def problems(request: Request) -> HttpResponse:
    """Show the problems that nobody settled yet, by kind."""
    chosen = request.GET.get("loai", "")
    kind = chosen if chosen in list(Flaw) else ""
    found = Paginator(queries.open_problems(kind), PAGE).get_page(request.GET.get("trang"))
    context = {
        "kinds": [(one.value, title(one), count, one.value == kind) for one, count in queries.open_counts()],
        "rows": [(one, _said(one)) for one in found],
        "page": found,
        "chosen": kind,
    }
    return _shown(request, "importing_problems.html", context)


@page(audience=CONTROLLERS, writes=True)
def resolve(request: Request, problem_id: UUID) -> HttpResponse:
    """Settle one problem."""
    problem = queries.problem(problem_id)
    if problem is None:
        raise Http404
    form = ResolveForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        done = resolve_problem(
            problem_id=problem.pk,
            resolution=form.cleaned_data["resolution"],
            by=request.actor,
            at=now(),
            key=form.cleaned_data["key"],
        )
        if not isinstance(done, Refusal):
            messages.success(request, "Đã ghi cách giải quyết.")
            return redirect("desk:catalogue-import-problems")
        form.add_error(None, refusal_sentence(done))
    name = queries.title_of(problem.code)
    context = {"problem": problem, "said": _said(problem), "name": name, "form": form}
    return _shown(request, "importing_problem.html", context, form)


def _taken(request: Request, form: UploadForm) -> ImportUpload | None:
    if "file" in oversized(request):
        form.errors.pop("file", None)
        form.add_error("file", TOO_LARGE)
    if not form.is_valid():
        return None
    sent: UploadedFile[bytes] = form.cleaned_data["file"]
    taken = take_upload(
        file_name=sent.name or "danh-muc",
        content=sent.read(),
        by=request.actor,
        at=now(),
        key=form.cleaned_data["key"],
    )
    if isinstance(taken, Refusal):
        form.add_error(None, refusal_sentence(taken))
        return None
    return taken


def _decide(request: Request, upload: ImportUpload, form: ConfirmForm) -> Refusal | None:
    who: dict[str, Any] = {"by": request.actor, "at": now(), "key": form.cleaned_data["key"]}
    if "drop" in request.POST:
        done = drop_upload(upload_id=upload.pk, **who)
    else:
        done = confirm_upload(upload_id=upload.pk, accepted=form.cleaned_data["accepted"], **who)
    return done if isinstance(done, Refusal) else None


def _compared(upload: ImportUpload) -> dict[str, Any]:
    told = upload.comparison
    fates = told.get("fates", {})
    return {
        "told": told,
        "fates": [(words, fates.get(fate, 0)) for fate, words in FATES.items()],
        "something": bool(fates.get(Fate.NEW) or fates.get(Fate.CHANGED) or fates.get(Fate.HELD)),
        "kinds": [(title(Flaw(one["kind"])), one) for one in told.get("kinds", [])],
        "more_new": max(0, fates.get(Fate.NEW, 0) - len(told.get("new", []))),
        "under_way": upload.state in (UploadState.WAITING, UploadState.LOADING),
    }


def _rows_of(upload: ImportUpload, kind: Flaw) -> list[dict[str, Any]]:
    kinds = upload.comparison.get("kinds", [])
    return [row for one in kinds if one["kind"] == kind for row in one["rows"]]


def _loaded(batch: ImportBatch) -> tuple[ImportBatch, str, list[tuple[str, str]]]:
    """Give a batch with its rows and what became of them, as figures; what befell none is left out."""
    told = ((words, batch.counts.get(fate, 0)) for fate, words in FATES.items())
    return batch, figure(batch.rows), [(words, figure(count)) for words, count in told if count]


def _said(problem: ImportProblem) -> str:
    return sentence(Found(problem.row, Flaw(problem.kind), problem.code, problem.facts))


def _upload_or_404(upload_id: UUID) -> ImportUpload:
    upload = queries.upload(upload_id)
    if upload is None:
        raise Http404
    return upload


def _shown(
    request: Request, template: str, context: dict[str, Any], form: Form | None = None
) -> HttpResponse:
    status = UNPROCESSABLE if form is not None and form.is_bound and form.errors else HttpResponse.status_code
    return render(request, f"catalogue/{template}", context, status=status)
