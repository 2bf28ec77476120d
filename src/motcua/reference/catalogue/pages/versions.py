"""One version: what it says, what is to be mended, and its next step."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseBase
from django.urls import reverse

from motcua.base.clock import today
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import DateField
from motcua.base.web.page import Request, page
from motcua.reference.catalogue import commands, queries, rules, sentences
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.pages.contents import contents
from motcua.reference.catalogue.pages.frame import (
    CONTROLLERS,
    KeyedForm,
    Line,
    Words,
    answered,
    common,
    shown,
    version_or_404,
)
from motcua.reference.catalogue.words import VersionState

NEW_DECISION = "new"


class Plain(KeyedForm):
    """An act that asks nothing."""


class RemarkForm(KeyedForm):
    """What is to be mended."""

    remark = Words(label="Điều cần sửa", rows=4)


class OpinionForm(KeyedForm):
    """What the check found."""

    remark = Words(label="Ý kiến kiểm soát", rows=3, required=False)


class SignForm(KeyedForm):
    """The decision: one of the register, or a new one."""

    follow = {"decision": {NEW_DECISION: ("number", "signed_on", "signed_by", "issuer", "summary")}}
    decision = forms.ChoiceField(label="Quyết định công bố", widget=forms.RadioSelect)
    number = Line(label="Số quyết định", max_length=80)
    signed_on = DateField(label="Ngày ký", latest=today)
    signed_by = Line(label="Người ký", max_length=120)
    issuer = Line(label="Cơ quan ban hành", max_length=160)
    summary = Line(label="Trích yếu")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        signed = [one.decision for one in queries.register(today()) if one.decision.signed_on][:8]
        field = self.fields["decision"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            *((str(one.pk), f"{one.number} ngày {one.signed_on:%d/%m/%Y}, {one.issuer}") for one in signed),
            (NEW_DECISION, "Ghi quyết định mới"),
        ]
        if not signed:
            field.initial = NEW_DECISION


@dataclass(frozen=True)
class Step:
    """One act on a version: its words, its form, what it does."""

    slug: str
    label: str
    button: str
    lead: str
    done: str
    state: VersionState
    form: type[KeyedForm]
    act: Callable[[ProcedureVersion, KeyedForm, Any], object]
    danger: bool = False


def _sign(version: ProcedureVersion, form: KeyedForm, told: Any) -> object:
    said = dict(form.cleaned_data)
    chosen = said.pop("decision")
    said.pop("key", None)
    if chosen == NEW_DECISION:
        return commands.announce_version(version_id=version.pk, **said, **told)
    return commands.sign_version(version_id=version.pk, decision_id=UUID(chosen), **told)


STEPS = (
    Step(
        "trinh",
        "Trình kiểm soát",
        "Trình kiểm soát",
        "Từ lúc trình, không ai sửa được bản này. Một cán bộ kiểm soát khác sẽ xem và cho ý kiến.",
        "Đã trình kiểm soát.",
        VersionState.DRAFT,
        Plain,
        lambda version, form, told: commands.submit_for_check(version_id=version.pk, **told),
    ),
    Step(
        "kiem-soat",
        "Kiểm soát xong",
        "Xác nhận đạt",
        "Bản này đủ nội dung và đúng căn cứ. Sau bước này chỉ còn ký và công khai.",
        "Đã xác nhận kiểm soát.",
        VersionState.IN_CHECK,
        OpinionForm,
        lambda version, form, told: commands.pass_check(
            version_id=version.pk, remark=form.cleaned_data["remark"], **told
        ),
    ),
    Step(
        "tra-lai",
        "Trả lại để sửa",
        "Trả lại để sửa",
        "Người soạn nhận lại bản dự thảo cùng ý kiến của bạn.",
        "Đã trả lại để sửa.",
        VersionState.IN_CHECK,
        RemarkForm,
        lambda version, form, told: commands.send_back(
            version_id=version.pk, remark=form.cleaned_data["remark"], **told
        ),
    ),
    Step(
        "ky",
        "Ghi quyết định đã ký",
        "Ghi quyết định",
        "Ghi số, ngày và người ký. Quyết định có hiệu lực cùng ngày với phiên bản.",
        "Đã ghi quyết định.",
        VersionState.IN_CHECK,
        SignForm,
        _sign,
    ),
    Step(
        "cong-khai",
        "Công khai",
        "Công khai phiên bản",
        "Sau khi công khai, không ai sửa được phiên bản này. Hồ sơ đã tiếp nhận giữ nguyên phiên bản cũ.",
        "Đã công khai.",
        VersionState.SIGNED,
        Plain,
        lambda version, form, told: commands.publish_version(version_id=version.pk, **told),
    ),
    Step(
        "bo",
        "Bỏ bản dự thảo",
        "Bỏ bản dự thảo",
        "Mọi nội dung của bản dự thảo này mất đi. Phiên bản đang hiệu lực không đổi.",
        "Đã bỏ bản dự thảo.",
        VersionState.DRAFT,
        Plain,
        lambda version, form, told: commands.discard_draft(version_id=version.pk, **told),
        danger=True,
    ),
)
BY_SLUG = {step.slug: step for step in STEPS}


@page(audience=CONTROLLERS)
def show(request: Request, version_id: UUID) -> HttpResponse:
    """Show a version whole, with its next step."""
    version = version_or_404(version_id)
    words, earlier = queries.as_drafted(version), queries.before(version)
    draft = version.state == VersionState.DRAFT
    faults = [refusal_sentence(one) for one in rules.faults(words)] if draft else []
    remarks = list(version.remarks.order_by("-at"))
    names = queries.names_of([version.drafted_by, version.checked_by, *(one.by for one in remarks)])
    context = {
        "version": version,
        "state": sentences.state_of(version, today()),
        "change": sentences.CHANGES[words.change],
        "faults": faults,
        # What cannot be done yet is told beside the others, not offered.
        "steps": [one for one in _open_steps(version, request.actor.account) if not faults or one.danger],
        "own": version.state == VersionState.IN_CHECK and version.drafted_by == request.actor.account,
        "parts": contents(version, words),
        "draft": draft,
        "earlier": earlier,
        "differences": queries.compare(earlier, version) if earlier else (),
        "remarks": [(one, names.get(one.by or UUID(int=0), "")) for one in remarks],
        "drafter": names.get(version.drafted_by or UUID(int=0), ""),
        "checker": names.get(version.checked_by or UUID(int=0), ""),
    }
    return shown(request, "version.html", context)


@page(audience=CONTROLLERS, writes=True)
def step(request: Request, version_id: UUID, slug: str) -> HttpResponseBase:
    """Take the next step with a version."""
    version, what = version_or_404(version_id), BY_SLUG.get(slug)
    if what is None:
        raise Http404
    form = what.form(request.POST if request.method == "POST" else None)
    code, stays = version.procedure.code, what.slug != "bo"

    def to(_: object) -> str:
        if stays:
            return reverse("desk:catalogue-version", args=[version_id])
        return reverse("desk:catalogue-procedure", args=[code])

    done = answered(
        request, form, lambda: what.act(version, form, common(request, form)), done=what.done, to=to
    )
    return done or shown(request, "step.html", {"version": version, "step": what}, form)


def _open_steps(version: ProcedureVersion, account: UUID | None) -> list[Step]:
    """Give the steps that are open now, the leading one first."""
    found = [step for step in STEPS if step.state == version.state]
    if version.state == VersionState.IN_CHECK:
        checked = version.checked_at is not None
        slugs = {"ky"} if checked else {"kiem-soat"}
        slugs |= {"tra-lai"}
        if version.drafted_by is not None and version.drafted_by == account:
            slugs -= {"kiem-soat", "tra-lai"}
        found = sorted((one for one in found if one.slug in slugs), key=lambda one: one.slug == "tra-lai")
    return found
