"""The journal of one dossier, for those who inspect: a purpose first, then its rows as sentences."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from motcua.base.clock import now
from motcua.base.clock.sentences import full_moment
from motcua.base.journal.words import Mark
from motcua.base.journal.writing import commitment
from motcua.base.ui.forms import Form
from motcua.base.web.page import Request, page
from motcua.casework.dossiers import queries
from motcua.casework.dossiers.pages.acts import ACTS
from motcua.casework.dossiers.pages.acts.base import Line, Words
from motcua.casework.dossiers.pages.audiences import INSPECTORS
from motcua.casework.dossiers.pages.opening import UNPROCESSABLE, opened_to_inspect, shown
from motcua.casework.dossiers.pages.told import moment, sentence_case

FOR: Final = timedelta(hours=1)
BACK_DATED: Final = timedelta(minutes=5)


ACT_LABELS = {act.slug: act.label for act in ACTS}


class Purpose(StrEnum):
    """Why somebody inspects a dossier."""

    PLAN = "plan"
    COMPLAINT = "complaint"
    LATE = "late"
    DATA = "data"
    OTHER = "other"


PURPOSES = {
    Purpose.PLAN: "Kiểm tra theo kế hoạch",
    Purpose.COMPLAINT: "Giải quyết khiếu nại, phản ánh",
    Purpose.LATE: "Tìm nguyên nhân trễ hạn",
    Purpose.DATA: "Kiểm tra việc xem dữ liệu cá nhân",
    Purpose.OTHER: "Việc khác",
}
MARKS = {
    Mark.NONE: "",
    Mark.IMPORT: "Chuyển từ nơi khác",
    Mark.DEMO: "Dữ liệu chạy thử",
    Mark.LATE_ENTRY: "Nhập muộn từ bản giấy",
}


class LookUpForm(Form):
    """Which dossier, and why."""

    code = Line(label="Mã hồ sơ", max_length=40, help_text="Ví dụ H60.24-261125-0009, hoặc mã tạm.")
    purpose = forms.ChoiceField(
        label="Mục đích", choices=[(one.value, PURPOSES[one]) for one in Purpose], widget=forms.RadioSelect
    )
    words = Words(label="Số văn bản hoặc nội dung giao việc", rows=2)


@page(audience=INSPECTORS, writes=True)
def look_up(request: Request) -> HttpResponseBase:
    """Ask for the code and the purpose, before anything is shown."""
    form = LookUpForm(request.POST or None, initial={"code": request.GET.get("ma", "")})
    if request.method == "POST" and form.is_valid():
        dossier = queries.by_code(form.cleaned_data["code"])
        if dossier is not None:
            request.session[_permit(dossier.pk)] = {
                "thing": _purpose(form.cleaned_data["purpose"], form.cleaned_data["words"]),
                "until": (now() + FOR).isoformat(),
            }
            return redirect("command:dossier-journal", dossier.pk)
        form.add_error(
            "code", "Không có hồ sơ nào mang mã này. Kiểm tra lại từng nhóm chữ số, hoặc hỏi quầy tiếp nhận."
        )
    status = UNPROCESSABLE if request.method == "POST" else HttpResponse.status_code
    return shown(request, "look_up.html", {"form": form}, status=status)


@page(audience=INSPECTORS)
def journal(request: Request, dossier_id: UUID) -> HttpResponseBase:
    """Show the chain of a dossier to somebody who has said why; the look is noted with its purpose."""
    permit = request.session.get(_permit(dossier_id))
    if permit is None or datetime.fromisoformat(permit["until"]) < now():
        return redirect("command:journal")
    dossier = opened_to_inspect(request, dossier_id, thing=permit["thing"])
    chain, at = queries.journal_of(dossier), now()
    context = {
        "dossier": dossier,
        "back": reverse("command:journal"),
        "lines": [_told(one) for one in chain.lines],
        "faults": chain.faults,
        "checked_at": full_moment(at),
        "looks": [(f"{moment(one.at, at)}. {one.who}", _seen(one)) for one in queries.looks_of(dossier)],
    }
    return shown(request, "journal.html", context)


def _purpose(code: str, words: str) -> str:
    """Give a purpose as the journal may keep it: its code, a commitment to the words, and their length."""
    return f"purpose:{code} {commitment(words)} {len(words)}"


def _seen(look: queries.Event) -> str:
    """Say what was looked at, with the purpose when one was given."""
    thing = str(look.payload.get("thing", ""))
    if thing == "identity":
        return "Hiện số định danh và điện thoại"
    kind, _, rest = thing.partition(":")
    if kind == "purpose":
        return f"Đọc nhật ký. Mục đích: {PURPOSES[Purpose(rest.split()[0])]}"
    label = ACT_LABELS.get(rest, "") if kind == "act" else ""
    return f"Mở trang “{label}”" if label else sentence_case(look.sentence)


def _permit(dossier_id: UUID) -> str:
    return f"inspecting:{dossier_id}"


def _told(line: queries.JournalLine) -> dict[str, str]:
    late = abs(line.recorded_at - line.happened_at) > BACK_DATED
    return {
        "seq": str(line.seq),
        "sentence": sentence_case(line.sentence),
        "who": line.who,
        "position": line.position,
        "happened": full_moment(line.happened_at),
        "recorded": full_moment(line.recorded_at),
        "mark": MARKS[line.mark] or ("Ghi sau khi việc xảy ra" if late else ""),
        "hash": line.short_hash,
    }
