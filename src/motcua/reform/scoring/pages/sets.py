"""Criteria sets: which there are, one as people read it, a file brought in or taken out."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render

from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.files.upload import oversized
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.text import clean
from motcua.base.ui.forms import Form
from motcua.base.web.downloads import send
from motcua.base.web.page import Request, page
from motcua.reform.scoring.commands import import_set
from motcua.reform.scoring.models import CriteriaSet
from motcua.reform.scoring.pages.audiences import OFFICERS, READERS
from motcua.reform.scoring.pages.sets_shown import (
    EXAMPLES,
    IMPORT_COLUMNS,
    LEVELS,
    bands_of,
    facts_of,
    rows_of,
    settings_of,
)
from motcua.reform.scoring.queries import criteria_of, criteria_set, criteria_sets, known_measures
from motcua.reform.scoring.reading import ENDINGS, read_set
from motcua.reform.scoring.reading.building import FIRST_YEAR, LAST_YEAR, NAMES
from motcua.reform.scoring.reading.writing import workbook_of
from motcua.reform.scoring.rules.criteria import SetMeta
from motcua.reform.scoring.rules.problems import Problem, Read
from motcua.reform.scoring.words import NOT_OFFICIAL, SetLevel

UNPROCESSABLE = 422
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 100  # problems on the page; the count is whole
TOO_LARGE = "Chọn tệp nhỏ hơn 10 MB."
ONLY_WITH = "Ghi cả cấp và năm, hoặc để trống cả hai nếu tệp đã có."


class ImportForm(Form):
    """The file, and what the set is where the file does not say so."""

    file = forms.FileField(
        label="Tệp bộ tiêu chí",
        help_text="Bảng tính .xlsx, .csv hoặc .json, tối đa 10 MB. Có chỗ sai thì không dòng nào được nạp.",
        widget=forms.FileInput({"accept": ",".join(ENDINGS)}),
        error_messages={"required": "Chọn tệp bộ tiêu chí.", "empty": "Chọn tệp có nội dung."},
    )
    level = forms.ChoiceField(
        label="Chấm cho",
        help_text="Chỉ chọn khi tệp là bảng không có trang “Thông tin”.",
        required=False,
        choices=[("", "Theo tệp"), *((level.value, words) for level, words in LEVELS.items())],
    )
    year = forms.IntegerField(
        label="Năm",
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        error_messages={"invalid": "Năm có bốn chữ số, ví dụ 2026."},
    )
    name = forms.CharField(label="Tên bộ tiêu chí", required=False, max_length=300)
    decision = forms.CharField(
        label="Quyết định ban hành",
        help_text="Số và ngày, ví dụ 1187/QĐ-BNV ngày 15/10/2025.",
        required=False,
        max_length=300,
    )
    key = forms.CharField(
        required=False, max_length=100, widget=forms.HiddenInput, initial=lambda: uuid7().hex
    )

    def clean(self) -> dict[str, Any]:
        """See that level and year come together."""
        said = self.cleaned_data
        if bool(said.get("level")) != bool(said.get("year")) and "year" not in self.errors:
            self.add_error("year" if said.get("level") else "level", ONLY_WITH)
        return said

    @property
    def meta(self) -> SetMeta | None:
        """Give what the set is, where it was said."""
        said = self.cleaned_data
        if not said["level"]:
            return None
        level, year = SetLevel(said["level"]), said["year"]
        name = clean(said["name"]) or f"Bộ tiêu chí {NAMES[level]} năm {year}"
        return SetMeta(f"{level}-{year}", name, level, year, decision=clean(said["decision"]))


@page(audience=READERS)
def listing(request: Request) -> HttpResponse:
    """Show all sets, the newest first."""
    rows = [(one, LEVELS[SetLevel(one.level)]) for one in criteria_sets()]
    may_bring = OFFICERS.admits(request.actor)
    return render(
        request, "scoring/sets.html", {"rows": rows, "may_bring": may_bring, "unofficial": NOT_OFFICIAL}
    )


@page(audience=READERS)
def show(request: Request, set_id: UUID) -> HttpResponse:
    """Show one set as a table: every row, how it is scored, which evidence it asks for."""
    stored = _set_or_404(set_id)
    criteria = criteria_of(stored)
    context = {
        "stored": stored,
        "rows": rows_of(criteria),
        "facts": facts_of(criteria),
        "bands": bands_of(criteria.meta),
        "settings": settings_of(criteria.meta),
        "unofficial": "" if stored.official else NOT_OFFICIAL,
    }
    return render(request, "scoring/sets_one.html", context)


@page(audience=READERS)
def export(request: Request, set_id: UUID) -> FileResponse:
    """Give the workbook of a set; it reads back the same."""
    stored = _set_or_404(set_id)
    name = f"bo-tieu-chi-{stored.level}-{stored.year}-{stored.version}.xlsx"
    return send(workbook_of(criteria_of(stored)), name=name, media_type=XLSX, save=True)


@page(audience=OFFICERS, writes=True)
def bring(request: Request) -> HttpResponse:
    """Bring in a set from a file; what is wrong with it is told row by row, and nothing is stored."""
    if request.method != "POST":
        return _asked(request, ImportForm())
    form = ImportForm(request.POST, request.FILES)
    if "file" in oversized(request):
        form.errors.pop("file", None)
        form.add_error("file", TOO_LARGE)
    if not form.is_valid():
        return _asked(request, form)
    sent: UploadedFile[bytes] = form.cleaned_data["file"]
    name, content = sent.name or "", sent.read()
    read = read_set(name, content, meta=form.meta, measures=known_measures())
    made = _stored(request, form, name, content) if read.criteria else None
    if made is None:
        return _asked(request, form, name, read)
    messages.success(request, "Đã nạp bộ tiêu chí.")
    return redirect("desk:criteria-set", made.pk)


def _stored(request: Request, form: ImportForm, name: str, content: bytes) -> CriteriaSet | None:
    made = import_set(
        file_name=name,
        content=content,
        meta=form.meta,
        by=request.actor,
        at=now(),
        key=form.cleaned_data["key"],
    )
    if isinstance(made, Refusal):
        form.add_error(None, refusal_sentence(made))
        return None
    return made


def _asked(request: Request, form: ImportForm, name: str = "", read: Read | None = None) -> HttpResponse:
    problems: tuple[Problem, ...] = read.problems if read else ()
    if problems:
        form.add_error(
            "file", f"Tệp {name} có {len(problems)} chỗ phải sửa. Sửa theo bảng bên dưới rồi gửi lại."
        )
    context = {
        "form": form,
        "problems": problems[:SHOWN],
        "more": max(0, len(problems) - SHOWN),
        "file_name": name,
        "columns": IMPORT_COLUMNS,
        "examples": EXAMPLES,
    }
    status = UNPROCESSABLE if form.is_bound and form.errors else HttpResponse.status_code
    return render(request, "scoring/sets_import.html", context, status=status)


def _set_or_404(set_id: UUID) -> CriteriaSet:
    stored = criteria_set(set_id)
    if stored is None:
        raise Http404
    return stored
