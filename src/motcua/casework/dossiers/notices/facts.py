"""What the fields of a wording say about one dossier."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.urls import reverse

from motcua.base.clock import local
from motcua.base.clock.due import due
from motcua.base.clock.sentences import full_moment, short_date
from motcua.base.clock.terms import Duration, Unit
from motcua.base.notices.words import Occasion
from motcua.casework.dossiers.models import (
    Dossier,
    Extension,
    Result,
    Slip,
    StepRun,
    StopNotice,
    SupplementRound,
)
from motcua.casework.dossiers.notices.words import Addressee, NoticeEvent
from motcua.casework.dossiers.queries.asking import answer_until
from motcua.casework.dossiers.reckoning import calendar_of
from motcua.casework.dossiers.sentences import SETTLEMENTS, STOP_GROUNDS
from motcua.casework.dossiers.words import ResultDelivery, Settlement, SlipForm, StopGround
from motcua.reference.org import queries as org

UNKNOWN = "chưa có"
_UNITS = {
    Unit.HOUR.value: "giờ làm việc",
    Unit.WORKING_DAY.value: "ngày làm việc",
    Unit.DAY.value: "ngày",
    Unit.MONTH.value: "tháng",
}


def facts_of(
    dossier: Dossier, occasion: Occasion, addressee: Addressee, payload: Mapping[str, Any]
) -> dict[str, str]:
    """Give every field of an occasion; what is not known is said as not known."""
    reading = _READINGS.get(NoticeEvent(occasion.event), _of_step)
    told = {**_common(dossier, addressee), **reading(dossier, payload)}
    return {name: told.get(name) or UNKNOWN for name in occasion.fields}


def due_words(dossier: Dossier) -> str:
    """Give the due date as people read it."""
    if dossier.due_at is None:
        return "chưa tính hạn" if dossier.accepted_at is None else "thủ tục không có hạn cố định"
    return _end(dossier.due_at, dossier)


def asked_until(asked: SupplementRound) -> date | None:
    """Give the last day on which papers are awaited; None when no rule sets one."""
    if asked.sent_at is None:
        return None
    return answer_until(asked.dossier, asked.sent_at)


def _common(dossier: Dossier, addressee: Addressee) -> dict[str, str]:
    page = "portal:dossier" if addressee is Addressee.APPLICANT else "desk:dossier"
    return {
        "code": str(dossier),
        "procedure": dossier.version.title,
        "unit": dossier.receiving_unit.name,
        "agency": dossier.competent_agency.name,
        "hotline": settings.HOTLINE,
        "link": settings.BASE_URL + reverse(page, args=[dossier.pk]),
        "due": due_words(dossier),
    }


def _of_submission(dossier: Dossier, payload: Mapping[str, Any]) -> dict[str, str]:
    filed = dossier.submitted_at
    assert filed is not None, "told when it was submitted"
    limit = org.regulation("online_reception_answer", local(filed).date())
    if limit is None:
        return {"code": dossier.temporary_code, "answer_by": "khi cán bộ kiểm tra xong giấy tờ"}
    end = due(filed, Duration(limit.value, Unit(limit.unit)), calendar_of(dossier))
    until = full_moment(end.instant) if end.by_instant else f"ngày {short_date(end.day)}"
    answer_by = f"trong {limit.value} {_UNITS[limit.unit]}, trước {until}"
    return {"code": dossier.temporary_code, "answer_by": answer_by}


def _of_refusal(dossier: Dossier, payload: Mapping[str, Any]) -> dict[str, str]:
    slip = Slip.objects.filter(dossier=dossier, form=SlipForm.M03).order_by("-issued_at", "-id").first()
    said = slip.facts if slip else {}
    right = said.get("right_authority", "")
    return {
        "reason": said.get("reason", ""),
        "right_place": f"Nơi giải quyết đúng thẩm quyền: {right}."
        if right
        else "Bạn có thể nộp lại khi đủ điều kiện.",
    }


def _of_round(dossier: Dossier, payload: Mapping[str, Any]) -> dict[str, str]:
    rounds = SupplementRound.objects.select_related("dossier").filter(dossier=dossier)
    if payload.get("round"):
        rounds = rounds.filter(number=payload["round"])
    asked = rounds.order_by("-number").first()
    if asked is None:
        return {}
    until = asked_until(asked)
    before = f", trước ngày {short_date(until)}" if until else ""
    return {
        "papers": _list_of(asked),
        "reason": asked.reason,
        "note": asked.note,
        "until": short_date(until) if until else "",
        "how": f"Gửi trên trang của hồ sơ, hoặc nộp tại {dossier.receiving_unit.name}{before}.",
        "days": str(payload.get("days", "")),
    }


def _list_of(asked: SupplementRound) -> str:
    items = asked.items.filter(ticked=False).order_by("order")
    lines = (f"{item.name}: {item.reason}" if item.reason else item.name for item in items)
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def _of_step(dossier: Dossier, payload: Mapping[str, Any]) -> dict[str, str]:
    run = dossier.step_runs.filter(ended_at=None).first()
    return {
        "step": run.name if run else "Chờ tiếp nhận",
        "holder": dossier.holder.full_name if dossier.holder else _where(dossier),
        "days": str(payload.get("days", "")),
    }


def _of_move(dossier: Dossier, payload: Mapping[str, Any]) -> dict[str, str]:
    runs = list(dossier.step_runs.select_related("unit", "staff").order_by("seq"))
    now = next((one for one in reversed(runs) if one.step == payload.get("step")), runs[-1])
    before = next((one for one in reversed(runs) if one.seq < now.seq), None)
    return {
        "step": now.name,
        "office": now.unit.name,
        "received_by": dossier.accepted_by.full_name if dossier.accepted_by else "",
        "officer": now.staff.full_name if now.staff else "chưa phân công",
        "received_at": full_moment(now.started_at),
        "done": _done(before) if before else "",
    }


def _done(run: StepRun) -> str:
    return f"{run.name}, xong lúc {_moment(run.ended_at)}"


def _of_result(dossier: Dossier, payload: Mapping[str, Any]) -> dict[str, str]:
    result = Result.objects.filter(dossier=dossier).first()
    electronic = dossier.result_delivery == ResultDelivery.ELECTRONIC
    counter = dossier.receiving_unit
    place = ", ".join(part for part in (counter.name, counter.agency.address) if part)
    returned = dossier.returned_at is not None
    if electronic:
        how = "bản điện tử đã vào kho giấy tờ của bạn"
    elif returned:
        how = f"đã trao lúc {_moment(dossier.returned_at)}"
    else:
        how = "mang giấy tiếp nhận và giấy tờ tùy thân"
    return {"result": result.title if result else "", "how": how, "where": place}


def _of_extension(dossier: Dossier, payload: Mapping[str, Any]) -> dict[str, str]:
    made = Extension.objects.filter(dossier=dossier, number=payload.get("number", 0)).first()
    if made is None:
        return {}
    return {
        "old_due": _end(made.old_due_at, dossier),
        "new_due": _end(made.new_due_at, dossier),
        "reason": made.words.rstrip("."),
        "agency": made.responsible or dossier.competent_agency.name,
    }


def _of_stop(dossier: Dossier, payload: Mapping[str, Any]) -> dict[str, str]:
    made = StopNotice.objects.filter(dossier=dossier).first()
    if made is None:
        return {}
    ground, fees = STOP_GROUNDS[StopGround(made.ground)], SETTLEMENTS[Settlement(made.settlement)]
    return {
        "ground": "; ".join(part.rstrip(".") for part in (ground, made.words, made.legal_basis) if part),
        "fees": "; ".join(part.rstrip(".") for part in (fees, made.settlement_words) if part),
    }


def _of_consultation(dossier: Dossier, payload: Mapping[str, Any]) -> dict[str, str]:
    until = payload.get("until")
    return {
        "asked": str(payload.get("asked", "")),
        "until": short_date(date.fromisoformat(until)) if until else "",
    }


def _of_transfer(dossier: Dossier, payload: Mapping[str, Any]) -> dict[str, str]:
    return {"home": dossier.home_counter.name if dossier.home_counter else ""}


def _of_correction(dossier: Dossier, payload: Mapping[str, Any]) -> dict[str, str]:
    made = Result.objects.select_related("replaces").filter(pk=payload["result"]).first()
    if made is None or made.replaces is None:
        return {}
    told = _of_result(dossier, payload)
    if dossier.result_delivery != ResultDelivery.ELECTRONIC:
        told["how"] = "mang bản cũ và giấy tờ tùy thân"
    return {
        **told,
        "result": made.title,
        "number": made.number,
        "replaces": made.replaces.number,
        "error": made.error,
    }


def _of_calendar(dossier: Dossier, payload: Mapping[str, Any]) -> dict[str, str]:
    ends = {"old_due": payload.get("old"), "new_due": payload.get("due")}
    told = {name: _end(datetime.fromisoformat(at), dossier) for name, at in ends.items() if at}
    return {**told, "basis": str(payload.get("basis", "")).rstrip(".")}


def _nothing_more(dossier: Dossier, payload: Mapping[str, Any]) -> dict[str, str]:
    return {}


_READINGS = {
    NoticeEvent.SUBMITTED: _of_submission,
    NoticeEvent.ACCEPTED: _nothing_more,
    NoticeEvent.INTAKE_REFUSED: _of_refusal,
    NoticeEvent.SUPPLEMENT_REQUESTED: _of_round,
    NoticeEvent.SUPPLEMENT_ANSWERED: _of_round,
    NoticeEvent.SUPPLEMENT_PARTIAL: _of_round,
    NoticeEvent.SUPPLEMENT_COMPLETED: _of_round,
    NoticeEvent.SUPPLEMENT_UNANSWERED: _of_round,
    NoticeEvent.MOVED_ON: _of_move,
    NoticeEvent.RESULT_READY: _of_result,
    NoticeEvent.RESULT_RETURNED: _of_result,
    NoticeEvent.WITHDRAWN: _nothing_more,
    NoticeEvent.EXTENDED: _of_extension,
    NoticeEvent.STOPPED: _of_stop,
    NoticeEvent.CONSULTATION_LATE: _of_consultation,
    NoticeEvent.TRANSFERRED: _of_transfer,
    NoticeEvent.RESULT_CORRECTED: _of_correction,
    NoticeEvent.CALENDAR_MOVED: _of_calendar,
}


def _end(at: datetime, dossier: Dossier) -> str:
    return full_moment(at) if dossier.due_by_instant else short_date(local(at).date())


def _where(dossier: Dossier) -> str:
    return (dossier.handling_unit or dossier.receiving_unit).name


def _moment(at: datetime | None) -> str:
    return full_moment(at) if at else UNKNOWN
