"""The wordbook of the search: its lines by kind, and one line with a question to try it on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.urls import reverse

from motcua.base.clock import today
from motcua.base.text import clean
from motcua.base.web.page import Request, page
from motcua.reference.catalogue import commands, queries, rules, sentences
from motcua.reference.catalogue.pages.frame import CONTROLLERS, KeyedForm, answered, common, shown
from motcua.reference.catalogue.pages.listing import figure
from motcua.reference.catalogue.queries import Hit, Line
from motcua.reference.catalogue.search import Row
from motcua.reference.catalogue.words import Wording

PAGE, SHOWN = 50, 5
SAVED = "Đã lưu. Ô tìm kiếm dùng dòng này từ bây giờ."
WEIGHED = frozenset({Wording.FILLER, Wording.ASIDE, Wording.FIELD, Wording.DEMAND})


class LineForm(KeyedForm):
    """One line of the wordbook."""

    said = forms.CharField(label="Người dân gõ hoặc nói", max_length=200)
    meant = forms.CharField(
        label="Danh mục gọi là", max_length=500, help_text="Nhiều cách gọi thì cách nhau bằng dấu chấm phẩy."
    )
    codes = forms.CharField(
        label="Mã thủ tục", max_length=500, help_text="Nhiều mã thì cách nhau bằng dấu phẩy. Ví dụ 1.001193."
    )
    weight = forms.FloatField(
        label="Mức nặng nhẹ", initial=1.0, help_text="Từ -5 đến 5. Số càng lớn càng được kể nhiều."
    )
    note = forms.CharField(label="Ghi chú", max_length=500, required=False)
    switched_off = forms.BooleanField(label="Không dùng dòng này nữa", required=False)
    question = forms.CharField(
        label="Thử với câu hỏi", max_length=200, required=False, help_text="So kết quả trước và sau khi lưu."
    )

    def __init__(self, kind: Wording, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        unused = {
            "meant": kind not in rules.TOLD,
            "codes": kind not in rules.CODED,
            "weight": kind not in WEIGHED,
        }
        for name in (name for name, left_out in unused.items() if left_out):
            del self.fields[name]

    def said_so(self) -> dict[str, Any]:
        """Give what the command takes of it."""
        held = self.cleaned_data
        return {
            "kind": self.kind,
            "said": held["said"],
            "meant": held.get("meant", ""),
            "codes": tuple(filter(None, map(clean, held.get("codes", "").replace(";", ",").split(",")))),
            "weight": held.get("weight", 1.0),
            "switched_off": held["switched_off"],
        }


@dataclass(frozen=True)
class Trial:
    """What a question finds before and after a line is saved."""

    question: str
    before: list[Hit]
    after: list[Hit]


@page(audience=CONTROLLERS)
def listing(request: Request, kind: str = Wording.SAYING.value) -> HttpResponse:
    """List the lines of one kind that hold some words."""
    chosen, words = _kind(kind), clean(request.GET.get("q", ""))
    lines = queries.lines(chosen, words)
    context = {
        "kind": chosen,
        "told": sentences.KINDS[chosen],
        "words": words,
        "views": _views(chosen),
        "page": Paginator([_listed(line) for line in lines], PAGE).get_page(request.GET.get("trang")),
        "total": figure(len(lines)),
        "add": reverse("desk:wording-line", args=[chosen.value]),
        "here": reverse("desk:wording-kind", args=[chosen.value]),
    }
    return shown(request, "wording.html", context)


@page(audience=CONTROLLERS, writes=True)
def line(request: Request, kind: str) -> HttpResponse:
    """Add or change one line; a question can be tried on it before it is saved."""
    chosen, said = _kind(kind), clean(request.GET.get("tu", ""))
    present = queries.line_called(chosen, said) if said else None
    form = LineForm(chosen, request.POST or None, initial=_initial(present) if present else {})
    trying = "try" in request.POST
    done = (
        None
        if trying
        else answered(request, form, lambda: _put(request, form), done=SAVED, to=_list_of(chosen))
    )
    return done or _shown(request, form, present, _trial(form) if trying else None)


def _put(request: Request, form: LineForm) -> object:
    return commands.put_wording(**form.said_so(), note=form.cleaned_data["note"], **common(request, form))


def _list_of(kind: Wording) -> Callable[[object], str]:
    return lambda _: reverse("desk:wording-kind", args=[kind.value])


def _shown(request: Request, form: LineForm, present: Line | None, trial: Trial | None) -> HttpResponse:
    context = {
        "kind": form.kind,
        "told": sentences.KINDS[form.kind],
        "present": present,
        "trial": trial,
        "back": reverse("desk:wording-kind", args=[form.kind.value]),
    }
    return shown(request, "wording_line.html", context, form)


def _trial(form: LineForm) -> Trial | None:
    """Ask the question with the book as it is, and with this line in it."""
    if not form.is_valid() or not form.cleaned_data["question"]:
        return None
    said, on, question = form.said_so(), today(), clean(form.cleaned_data["question"])
    off = said.pop("switched_off")
    return Trial(
        question,
        queries.search(question, limit=SHOWN, on=on),
        queries.tried(question, limit=SHOWN, on=on, rows=[(Row(**said), off)]),
    )


def _kind(value: str) -> Wording:
    if value not in set(Wording):
        raise Http404
    return Wording(value)


def _initial(line: Line) -> dict[str, Any]:
    row = line.row
    return {
        "said": row.said,
        "meant": row.meant,
        "codes": ", ".join(row.codes),
        "weight": row.weight,
        "note": line.note,
        "switched_off": line.switched_off,
    }


def _views(chosen: Wording) -> list[tuple[str, str, str, bool]]:
    return [
        (
            reverse("desk:wording-kind", args=[kind.value]),
            sentences.KIND_TABS[kind],
            figure(count),
            kind is chosen,
        )
        for kind, count in queries.counts().items()
    ]


def _listed(line: Line) -> tuple[Line, str]:
    """Give a line with the address where it is changed."""
    query = urlencode({"tu": line.row.said})
    return line, f"{reverse('desk:wording-line', args=[line.row.kind.value])}?{query}"
