"""The forms, one form with its versions, and what differs between two of them."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from motcua.base.clock import now
from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.base.web.page import Request, page
from motcua.reference.forms import commands, queries
from motcua.reference.forms.models import FormVersion
from motcua.reference.forms.pages.common import CONTROLLERS, KeyForm, answer, key_of, version_or_404

ROWS = 50


class NewForm(KeyForm):
    """A form that is not there yet."""

    title = forms.CharField(label="Tên mẫu", max_length=200, help_text="Ví dụ: Tờ khai đăng ký khai sinh.")
    code = forms.CharField(
        label="Mã mẫu",
        max_length=60,
        help_text="Chữ thường không dấu, số và gạch nối, ví dụ khai-sinh. Đặt một lần, không đổi được.",
        widget=forms.TextInput({"spellcheck": "false", "autocapitalize": "none"}),
    )


@page(audience=CONTROLLERS)
def forms_page(request: Request) -> HttpResponse:
    """List the forms."""
    words = clean(request.GET.get("q", ""))[:100]
    found = queries.forms(words)
    rows = Paginator(found, ROWS).get_page(request.GET.get("trang"))
    return answer(request, "list", {"page": rows, "words": words, "count": len(found)})


@page(audience=CONTROLLERS, writes=True)
def new_form(request: Request) -> HttpResponse:
    """Begin a form that is not there yet."""
    form = NewForm(request.POST or None)
    refused = None
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        title, code = clean(said["title"]), clean(said["code"])
        done = commands.start_draft(code=code, title=title, by=request.actor, at=now(), key=said["key"])
        if not isinstance(done, Refusal):
            return redirect("forms:draft", done.code)
        refused = done
    return answer(request, "new", {"form": form}, refused=refused, bad=form.is_bound)


@page(audience=CONTROLLERS, writes=True)
def form_page(request: Request, form_code: str) -> HttpResponse:
    """Show a form with its versions and what uses them; POST begins the next version."""
    versions, draft = queries.versions(form_code), queries.draft_of(form_code)
    if not versions and draft is None:
        raise Http404
    refused = None
    if request.method == "POST":
        done = commands.start_draft(code=form_code, by=request.actor, at=now(), key=key_of(request))
        if not isinstance(done, Refusal):
            return redirect("forms:draft", form_code)
        refused = done
    uses = queries.uses(form_code)
    title = versions[0].title if versions else draft.schema["title"] if draft else form_code
    shown = {
        "code": form_code,
        "title": title,
        "draft": draft,
        "form": KeyForm(),
        "rows": [(version, uses.get(version.pk, ())) for version in versions],
    }
    return answer(request, "form", shown, refused=refused)


@page(audience=CONTROLLERS)
def compare_page(request: Request, form_code: str) -> HttpResponse:
    """Tell what differs between two versions, the newest two when none are named."""
    versions = queries.versions(form_code)
    if not versions:
        raise Http404
    new = _chosen(request, "den", form_code, versions[0])
    old = _chosen(request, "tu", form_code, versions[min(1, len(versions) - 1)])
    shown: dict[str, Any] = {"code": form_code, "old": old, "new": new, "versions": versions}
    shown["lines"] = queries.difference(old, new)
    return answer(request, "compare", shown)


def _chosen(request: Request, name: str, form_code: str, usual: FormVersion) -> FormVersion:
    number = request.GET.get(name, "")
    return version_or_404(form_code, int(number[:6])) if number.isascii() and number.isdigit() else usual
