"""The parts of a version that are plain facts, and editing any part."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect

from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import DateField
from motcua.base.web.page import Request, page
from motcua.reference.catalogue import commands, queries, rules, sentences
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.pages.frame import (
    CONTROLLERS,
    UNPROCESSABLE,
    KeyedForm,
    Line,
    Lines,
    Words,
    common,
    shown,
    version_or_404,
)
from motcua.reference.catalogue.pages.rows import FORMS, Rows
from motcua.reference.catalogue.rules.routes import is_plain, laid_out
from motcua.reference.catalogue.words import Change, Draft, OnlineLevel, Part, SupplementClock
from motcua.reference.forms.models import FormVersion

NO_FORM = "Không có mẫu điện tử"
DONE = "Đã lưu. Phần còn lại của bản dự thảo giữ nguyên."


class FactsForm(KeyedForm):
    """Names, agencies, day and conditions."""

    title = Line(label="Tên thường gọi")
    name = Words(label="Tên chính thức", rows=2)
    effective_from = DateField(label="Có hiệu lực từ", required=False)
    change = forms.ChoiceField(
        label="Lý do có phiên bản này", choices=[(one.value, said) for one, said in sentences.CHANGES.items()]
    )
    summary = Words(label="Tóm tắt", required=False, rows=2)
    subjects = Lines(label="Đối tượng thực hiện, mỗi dòng một đối tượng", required=False)
    deciding_agency = Line(label="Cơ quan giải quyết")
    competent_agency = Line(label="Cơ quan có thẩm quyền", required=False)
    authorised_agency = Line(label="Cơ quan được ủy quyền", required=False)
    direct_handler = Line(label="Cơ quan trực tiếp thực hiện", required=False)
    coordinating_agencies = Lines(label="Cơ quan phối hợp, mỗi dòng một cơ quan", required=False)
    receiving_address = Words(label="Địa chỉ tiếp nhận", required=False, rows=2)
    copies = forms.IntegerField(label="Số bộ hồ sơ", min_value=1, max_value=20)
    requirements = Words(label="Yêu cầu, điều kiện", required=False, rows=4)
    implementing_order = Words(label="Trình tự thực hiện", required=False, rows=6)
    supplement_clock = forms.ChoiceField(
        label="Khi hồ sơ phải bổ sung, thời hạn",
        choices=[(one.value, said) for one, said in sentences.SUPPLEMENT_CLOCKS.items()],
    )
    supplement_clock_basis = Line(label="Căn cứ của cách tính đó", required=False)
    other_words = Lines(label="Người dân còn gọi là, mỗi dòng một cách", required=False)
    keywords = Lines(label="Từ khóa, mỗi dòng một từ", required=False)
    related = Lines(label="Mã thủ tục liên quan, mỗi dòng một mã", required=False)
    portal_url = forms.URLField(
        label="Trang trên Cổng Dịch vụ công quốc gia", required=False, assume_scheme="https"
    )

    def clean_change(self) -> Change:
        """Give the word."""
        return Change(self.cleaned_data["change"])

    def clean_supplement_clock(self) -> SupplementClock:
        """Give the word."""
        return SupplementClock(self.cleaned_data["supplement_clock"])


class OnlineForm(KeyedForm):
    """How far it can be done online, with the published reason."""

    follow = {"online_level": {OnlineLevel.PARTIAL.value: ("partial_reason",)}}
    online_level = forms.ChoiceField(
        label="Mức độ trực tuyến",
        widget=forms.RadioSelect,
        choices=[(one.value, said) for one, said in sentences.ONLINE_LEVELS.items()],
    )
    partial_reason = Words(label="Lý do sẽ công khai (Nghị định 224/2026/NĐ-CP, Điều 14)", rows=2)

    def clean_online_level(self) -> OnlineLevel:
        """Give the word."""
        return OnlineLevel(self.cleaned_data["online_level"])


class FormForm(KeyedForm):
    """Which e-form the version asks."""

    form = forms.ModelChoiceField(
        label="Mẫu điện tử",
        queryset=FormVersion.objects.order_by("title", "-number"),
        required=False,
        empty_label=NO_FORM,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["form"]
        assert isinstance(field, forms.ModelChoiceField) and field.queryset is not None
        named = ((str(one.pk), f"{one.title}, bản {one.number}") for one in field.queryset)
        field.choices = [("", NO_FORM), *named]


PLAIN: Mapping[Part, type[KeyedForm]] = {
    Part.FACTS: FactsForm,
    Part.ONLINE: OnlineForm,
    Part.FORM: FormForm,
}


@page(audience=CONTROLLERS, writes=True)
def edit(request: Request, version_id: UUID, part: str) -> HttpResponseBase:
    """Edit one part of a draft."""
    version = version_or_404(version_id)
    if part not in set(Part):
        raise Http404
    if version.state != "draft":
        messages.info(request, "Phiên bản này không còn là bản dự thảo nên không sửa được.")
        return redirect("desk:catalogue-version", version.pk)
    which = Part(part)
    if which is Part.ROUTE and not is_plain(laid_out(queries.as_drafted(version).route)):
        return redirect("desk:catalogue-route", version.routes.get(founding=True).pk)
    sent = request.POST if request.method == "POST" else None
    run = _edit_rows if which in FORMS else _edit_plain
    return run(request, version, which, sent)


def _edit_plain(
    request: Request, version: ProcedureVersion, part: Part, sent: QueryDict | None
) -> HttpResponse:
    words = queries.as_drafted(version)
    form = PLAIN[part](sent, initial={**vars(words), "form": version.form_id})
    if form.is_valid():
        said = {name: held for name, held in form.cleaned_data.items() if name in rules.OF_PART[part]}
        done = _revised(request, version, replace(words, **said), part, form)
        if done:
            return done
    return shown(request, "edit.html", _context(version, part), form)


def _edit_rows(
    request: Request, version: ProcedureVersion, part: Part, sent: QueryDict | None
) -> HttpResponse:
    words = queries.as_drafted(version)
    rows, form = Rows(part, words, sent), KeyedForm(sent)
    if sent is None and not rows.forms:
        rows.add()
    checking = sent is not None and not rows.arranging
    if checking and rows.is_valid() and form.is_valid():
        done = _revised(request, version, replace(words, **rows.made()), part, form)
        if done:
            return done
    context = {
        **_context(version, part),
        "rows": rows,
        "hours": _hours(words),
        "founding": version.routes.filter(founding=True).values_list("pk", flat=True).first(),
        "checked": [form, *rows.forms] if checking else [],
    }
    response = shown(request, "edit_rows.html", context, form)
    if checking:
        response.status_code = UNPROCESSABLE
    return response


def _revised(
    request: Request, version: ProcedureVersion, said: Draft, part: Part, form: KeyedForm
) -> HttpResponse | None:
    outcome = commands.revise_draft(
        version_id=version.pk,
        said=said,
        part=part,
        form=form.cleaned_data.get("form"),
        **common(request, form),
    )
    if isinstance(outcome, Refusal):
        form.add_error(None, refusal_sentence(outcome))
        return None
    messages.success(request, DONE)
    return redirect("desk:catalogue-version", version.pk)


def _context(version: ProcedureVersion, part: Part) -> dict[str, Any]:
    return {"version": version, "part": part, "title": sentences.PARTS[part]}


def _hours(words: Draft) -> tuple[str, ...]:
    """Say how many hours each limit holds, beside which the steps are laid."""
    return tuple(
        f"{sentences.CHANNELS[one.channel]}: {sentences.length(one.value, one.unit)}, "
        f"ít nhất {rules.guaranteed_hours(one.value, one.unit)} giờ làm việc"
        for one in words.channels
        if one.value and one.unit
    )
