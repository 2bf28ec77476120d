"""The register of an official's counter: to read, to print, to save, to open a volume, to close a year."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from motcua.base.access import Actor
from motcua.base.clock import now, today
from motcua.base.database.ids import uuid7
from motcua.base.files import queries as files
from motcua.base.print.workbook import XLSX
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.text import clean
from motcua.base.ui.forms import Form, Problem
from motcua.base.web.downloads import send
from motcua.base.web.page import Request, page
from motcua.casework.dossiers import commands, printing
from motcua.casework.dossiers.models import Register
from motcua.casework.dossiers.pages.audiences import AT_COUNTER_OR_HEAD, COUNTER_HEADS
from motcua.casework.dossiers.pages.opening import UNPROCESSABLE, shown
from motcua.casework.dossiers.pages.work import number
from motcua.casework.dossiers.papers.workbook import as_workbook
from motcua.casework.dossiers.queries import register as queries
from motcua.casework.dossiers.queries.register import Filter, Shown
from motcua.reference.org import queries as org
from motcua.reference.org.words import Role

PDF = "application/pdf"
SHOWN = {Shown.ALL: "Mọi hồ sơ", Shown.OPEN: "Chưa trả kết quả", Shown.RETURNED: "Đã trả kết quả"}
MONTHS = range(1, 13)


class CloseForm(Form):
    """Closing is confirmed on a page of its own."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    sure = forms.BooleanField(label="Tôi đã kiểm tra sổ và ký khóa sổ")


@page(audience=AT_COUNTER_OR_HEAD)
def show(request: Request) -> HttpResponse:
    """Show the register of a year, with filters in the address."""
    return _page(request, number(request.GET.get("nam")) if request.GET.get("nam") else today().year)


@page(audience=AT_COUNTER_OR_HEAD)
def print_out(request: Request, year: int) -> HttpResponseBase:
    """Send a register as PDF: the bytes kept of a closed one, else as it stands; each dossier notes it."""
    register, asked = _register(request.actor, year), _asked(request)
    rows = queries.rows_of(register, queries.entries_of(register, asked))
    commands.note_register([row.dossier for row in rows], by=request.actor, at=now())
    name = printing.register_name(register)
    if register.file is not None and not asked:
        return send(files.content(register.file), name=name, media_type=PDF)
    sheet = printing.sheet_of(register, rows, part=_part(asked), at=now())
    return send(sheet.render(now()), name=name, media_type=PDF)


@page(audience=AT_COUNTER_OR_HEAD)
def save(request: Request, year: int) -> HttpResponseBase:
    """Send a register as a workbook; each dossier in it notes that."""
    register = _register(request.actor, year)
    rows = queries.rows_of(register, queries.entries_of(register, _asked(request)))
    commands.note_register([row.dossier for row in rows], by=request.actor, at=now())
    name = printing.register_name(register).replace(".pdf", ".xlsx")
    book = as_workbook(f"Sổ {year}", printing.lines_of(rows))
    return send(book, name=name, media_type=XLSX, save=True)


@page(audience=COUNTER_HEADS, writes=True)
def open_volume(request: Request, year: int) -> HttpResponseBase:
    """Open the next volume of a year."""
    register = _register(request.actor, year)
    if request.method == "POST":
        key = request.POST.get("key", "")
        done = commands.open_volume(register_id=register.pk, by=request.actor, at=now(), key=key)
        if isinstance(done, Refusal):
            return _page(request, year, problem=refusal_sentence(done))
        messages.success(request, f"Đã mở quyển số {done.volume:02}. Số thứ tự ghi tiếp, không đánh lại.")
    return redirect(f"{reverse('desk:register')}?{urlencode({'nam': year})}")


@page(audience=COUNTER_HEADS, writes=True)
def close(request: Request, year: int) -> HttpResponseBase:
    """Close the register of a year that is over."""
    register = _register(request.actor, year)
    form = CloseForm(request.POST or None, initial={"key": str(uuid7())})
    if request.method == "POST" and form.is_valid():
        key = form.cleaned_data["key"]
        done = commands.close_register(register_id=register.pk, by=request.actor, at=now(), key=key)
        if not isinstance(done, Refusal):
            messages.success(request, f"Đã khóa sổ năm {year}: {done.count} hồ sơ, {done.pages} trang.")
            return redirect(f"{reverse('desk:register')}?{urlencode({'nam': year})}")
        form.add_error(None, refusal_sentence(done))
    context = {"form": form, "year": year, "count": register.entries.count(), "register": register}
    status = UNPROCESSABLE if form.errors else 200
    return shown(request, "register_close.html", context, status=status)


def _page(request: Request, year: int, *, problem: str = "") -> HttpResponse:
    unit = _unit(request.actor)
    years = queries.registers_of(unit)
    register = next((one for one in years if one.year == year), None)
    context: dict[str, Any] = {"years": [one.year for one in years], "year": year, "unit": org.unit(unit)}
    if register is not None:
        context |= _listed(request, register)
    if problem:
        context["problems"] = [Problem(problem, "")]
    return shown(request, "register.html", context, status=UNPROCESSABLE if problem else 200)


def _listed(request: Request, register: Register) -> dict[str, Any]:
    """Give one page of a register with what can be done with it."""
    asked = _asked(request)
    page = Paginator(queries.entries_of(register, asked), queries.LINES).get_page(request.GET.get("trang"))
    kept = {name: request.GET[name] for name in ("thang", "q", "xem") if request.GET.get(name)}
    query = f"?{urlencode(kept)}" if kept else ""
    heads = request.actor.has(Role.ONE_STOP_HEAD)
    return {
        "register": register,
        "rows": _rows(register, page.object_list),
        "page": page,
        "total": page.paginator.count,
        "all": register.entries.count(),
        "asked": asked,
        "months": MONTHS,
        "shown": list(SHOWN.items()),
        "clear": f"{reverse('desk:register')}?{urlencode({'nam': register.year})}",
        "print_out": f"{reverse('desk:register-print', args=[register.year])}{query}",
        "save": f"{reverse('desk:register-save', args=[register.year])}{query}",
        "may_write": heads and register.closed_at is None,
        "may_close": heads and register.closed_at is None and register.year < today().year,
        "key": str(uuid7()),
    }


def _rows(register: Register, entries: Any) -> list[tuple[Any, Any, str]]:
    """Give the lines with their dossiers; telephone numbers stay on paper."""
    rows = queries.rows_of(register, entries)
    lines = printing.lines_of(rows)
    hrefs = [reverse("desk:dossier", args=[row.dossier.pk]) for row in rows]
    return list(zip(rows, lines, hrefs, strict=True))


def _asked(request: Request) -> Filter:
    month, which = request.GET.get("thang", ""), request.GET.get("xem", "")
    return Filter(
        month=int(month) if month.isascii() and month.isdigit() and int(month[:3]) in MONTHS else None,
        words=clean(request.GET.get("q", ""))[:200],
        shown=Shown(which) if which in set(Shown) else Shown.ALL,
    )


def _part(asked: Filter) -> str:
    """Say on paper what an extract holds."""
    month = f"tháng {asked.month}" if asked.month else ""
    which = SHOWN[asked.shown].lower() if asked.shown is not Shown.ALL else ""
    words = f"có “{asked.words}”" if asked.words else ""
    return ", ".join(filter(None, (month, which, words)))


def _register(actor: Actor, year: int) -> Register:
    found = queries.register_of(_unit(actor), year)
    if found is None:
        raise Http404
    return found


def _unit(actor: Actor) -> Any:
    assert actor.unit is not None, "whoever works at a counter has a unit"
    return actor.unit
