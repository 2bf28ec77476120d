"""Forms out of the house and into it, as JSON."""

import json
from typing import Any

from django import forms
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect

from motcua.base.clock import now
from motcua.base.rooms import Refusal
from motcua.base.web.page import Request, page
from motcua.reference.forms import commands, queries, rules
from motcua.reference.forms.pages.common import CONTROLLERS, KeyForm, answer, draft_or_404, version_or_404

MOST_BYTES = 1_000_000


class ImportForm(KeyForm):
    """A form as JSON, as a file or pasted."""

    file = forms.FileField(
        label="Tệp JSON",
        required=False,
        help_text="Tệp đã tải về từ trang mẫu điện tử.",
        widget=forms.FileInput({"accept": ".json,application/json"}),
    )
    text = forms.CharField(
        label="Hoặc dán nội dung vào đây",
        required=False,
        max_length=MOST_BYTES,
        widget=forms.Textarea({"rows": "8", "spellcheck": "false"}),
    )

    def clean(self) -> dict[str, Any]:
        """Read what came; it must be JSON, and there must be something."""
        said = super().clean() or self.cleaned_data
        upload = said.get("file")
        if upload and upload.size > MOST_BYTES:
            self.add_error("file", "Tệp lớn quá 1 MB. Chọn lại tệp mẫu điện tử.")
            return said
        raw = upload.read() if upload else said.get("text", "").encode()
        if not raw.strip():
            self.add_error("file", "Chọn tệp, hoặc dán nội dung vào ô dưới.")
            return said
        try:
            said["plain"] = json.loads(raw)
        except (ValueError, RecursionError):
            self.add_error("file" if upload else "text", NOT_JSON)
        return said


NOT_JSON = "Nội dung không phải JSON đọc được. Lấy lại tệp đã tải từ trang mẫu điện tử."


@page(audience=CONTROLLERS, writes=True)
def import_page(request: Request) -> HttpResponse:
    """Take in a form as a draft."""
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    refused: Refusal | None = None
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        done = commands.import_draft(plain=said["plain"], by=request.actor, at=now(), key=said["key"])
        if not isinstance(done, Refusal):
            return redirect("forms:draft", done.code)
        refused = done
    return answer(request, "import", {"form": form}, refused=refused, bad=form.is_bound)


@page(audience=CONTROLLERS)
def export_draft(request: Request, form_code: str) -> HttpResponse:
    """Give a draft as JSON."""
    return _download(draft_or_404(form_code).schema, f"{form_code}-dang-soan.json")


@page(audience=CONTROLLERS)
def export_version(request: Request, form_code: str, number: int) -> HttpResponse:
    """Give a version as JSON."""
    return _download(version_or_404(form_code, number).schema, f"{form_code}-ban-{number}.json")


@page(audience=CONTROLLERS)
def answers_contract(request: Request, form_code: str, number: int) -> HttpResponse:
    """Give the JSON Schema of the answers to a version, for those who send them by interface."""
    schema = queries.schema_of(version_or_404(form_code, number).pk)
    return _download(rules.json_schema(schema), f"{form_code}-tra-loi-{number}.json")


def _download(content: object, name: str) -> HttpResponse:
    response = JsonResponse(content, json_dumps_params={"ensure_ascii": False, "indent": 1}, safe=False)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
