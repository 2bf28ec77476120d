"""The reform officer takes in files of published figures."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.files.upload import oversized
from motcua.base.money import format_number
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Form
from motcua.base.web.page import Request, page
from motcua.reference.org import queries as org
from motcua.reform.scoring.published import commands, queries
from motcua.reform.scoring.published.models import Batch
from motcua.reform.scoring.published.pages.audiences import IMPORTERS, READERS
from motcua.reform.scoring.published.pages.shown import shown
from motcua.reform.scoring.published.reading import read_file
from motcua.reform.scoring.published.reading.layouts import LAYOUTS
from motcua.reform.scoring.published.sentences import KINDS, SHORT, problem_sentence
from motcua.reform.scoring.published.words import FileKind, Index, Why

UNPROCESSABLE = 422
PAGE, PROBLEMS = 50, 100
TOO_LARGE = "Chọn tệp nhỏ hơn 10 MB, hoặc chia thành nhiều tệp."


class FileForm(Form):
    """The file, its source where rows name none, and the retry key made with the page."""

    file = forms.FileField(
        label="Tệp số liệu",
        help_text="Bảng CSV mã UTF-8, tối đa 10 MB. Loại tệp được nhận ra theo tên cột.",
        widget=forms.FileInput({"accept": ".csv,text/csv"}),
        error_messages={"required": "Chọn tệp số liệu.", "empty": "Chọn tệp có nội dung."},
    )
    source = forms.CharField(
        required=False,
        label="Nguồn của số liệu",
        help_text="Cần khi tệp không có cột nguồn. Ví dụ: Báo cáo PAPI 2024, bảng A1.",
        max_length=300,
    )
    key = forms.CharField(required=False, widget=forms.HiddenInput, initial=lambda: uuid7().hex)


@page(audience=IMPORTERS, writes=True)
def send(request: Request) -> HttpResponse:
    """Take in a file; what is wrong with it is told row by row, and then nothing is taken in."""
    form = FileForm()
    problems: tuple[str, ...] = ()
    if request.method == "POST":
        form = FileForm(request.POST, request.FILES)
        done, problems = _taken(request, form)
        if done is not None:
            messages.success(request, "Đã nạp.")
            return redirect("command:published-batch", done.pk)
    context = {
        "form": form,
        "problems": problems[:PROBLEMS],
        "more": max(0, len(problems) - PROBLEMS),
        "batches": [_row(one) for one in queries.batches()],
        "layouts": [(KINDS[one.kind], sorted(one.columns)) for one in LAYOUTS],
    }
    status = UNPROCESSABLE if form.is_bound and form.errors else HttpResponse.status_code
    return render(request, "published/import.html", context, status=status)


@page(audience=READERS)
def batch(request: Request, batch_id: UUID) -> HttpResponse:
    """Show what one file holds, also when a later one corrects it."""
    one = queries.batch(batch_id)
    if one is None:
        raise Http404
    found = Paginator(queries.figures_of(one), PAGE).get_page(request.GET.get("trang"))
    context = {
        "batch": one,
        "kind": KINDS[FileKind(one.kind)],
        "rows": format_number(one.rows),
        "told": format_number(found.paginator.count + one.parts.count()),
        "corrected_by": getattr(one, "corrected_by", None),
        "by": org.names_of_staff([one.imported_by]).get(one.imported_by, "") if one.imported_by else "",
        "figures": [
            (each.row, SHORT[Index(each.series.index)], shown(told))
            for each, told in ((each, queries.Told(each)) for each in found)
        ],
        "parts": list(one.parts.order_by("code")),
        "page": found,
    }
    return render(request, "published/batch.html", context)


def _taken(request: Request, form: FileForm) -> tuple[Batch | None, tuple[str, ...]]:
    if "file" in oversized(request):
        form.errors.pop("file", None)
        form.add_error("file", TOO_LARGE)
    if not form.is_valid():
        return None, ()
    sent: UploadedFile[bytes] = form.cleaned_data["file"]
    content = sent.read()
    done = commands.import_file(
        file_name=sent.name or "so-lieu.csv",
        content=content,
        source=form.cleaned_data["source"],
        by=request.actor,
        at=now(),
        key=form.cleaned_data["key"],
    )
    if not isinstance(done, Refusal):
        return done, ()
    form.add_error("file", refusal_sentence(done))
    problems = read_file(content).problems if done.why is Why.NOT_READABLE else ()
    return None, tuple(problem_sentence(one) for one in problems)


def _row(one: Any) -> tuple[Batch, str, str, str]:
    return one, KINDS[FileKind(one.kind)], format_number(one.rows), format_number(one.told)
