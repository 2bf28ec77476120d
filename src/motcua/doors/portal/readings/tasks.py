"""What an owner must do about a dossier now."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from motcua.base.ui.words import BANNERS
from motcua.casework.dossiers.models import Dossier, Result, SupplementRound
from motcua.casework.dossiers.words import Delivery, ResultDelivery, RoundState, State
from motcua.doors.portal.readings.limits import answer_promised
from motcua.doors.portal.readings.places import told
from motcua.doors.portal.sentences import CORRECTED, ENDS, LATE, NOTHING_TO_DO


@dataclass(frozen=True)
class Task:
    """What the owner must do now; without an address there is nothing to do."""

    what: str
    how: str
    url: str = ""
    label: str = ""
    icon: str = "circle-check"


def task_of(dossier: Dossier, asked: SupplementRound | None, result: Result | None, *, late: bool) -> Task:
    """Say what the owner must do now, or that there is nothing to do and whose turn it is."""
    counter = told(dossier.receiving_unit)
    if dossier.state in ENDS:
        return _ended(dossier, counter)
    if dossier.state == State.SUBMITTED:
        return Task(NOTHING_TO_DO, _promised(dossier, counter))
    if asked is not None:
        return _supplement(dossier, asked, counter)
    if result is not None:
        return _result(dossier, counter)
    if late:
        return Task(LATE, f"{NOTHING_TO_DO} Muốn hỏi lý do, gọi {settings.HOTLINE}.", icon="triangle-alert")
    return Task(NOTHING_TO_DO, "Có việc cần bạn làm thì việc ấy hiện ở đây.")


def _ended(dossier: Dossier, counter: str) -> Task:
    """Say how it ended; a result that was wrong is handed over anew."""
    if dossier.state == State.RESULT_RETURNED and dossier.delivery == Delivery.READY:
        anew = _result(dossier, counter)
        return Task(CORRECTED.what, f"{CORRECTED.cure} {anew.how}", anew.url, anew.label)
    end = ENDS[State(dossier.state)]
    return Task(end.what, end.cure, icon=BANNERS[end.kind])


def _result(dossier: Dossier, counter: str) -> Task:
    if dossier.result_delivery == ResultDelivery.ELECTRONIC:
        how = "Bản điện tử tải được ngay, và được giữ trong kho giấy tờ của bạn."
        return Task("Đã có kết quả.", how, reverse("portal:result", args=[dossier.pk]), "Tải kết quả")
    return Task("Đã có kết quả.", f"Mang giấy tờ tùy thân và giấy hẹn đến {counter} để nhận.")


def _supplement(dossier: Dossier, asked: SupplementRound, counter: str) -> Task:
    if asked.state == RoundState.ANSWERED:
        return Task("Bạn đã gửi giấy tờ bổ sung.", f"{counter} đang kiểm tra.")
    count = sum(1 for item in asked.items.all() if not item.ticked)
    return Task(
        f"Bạn cần bổ sung {count} giấy tờ.",
        asked.reason,
        reverse("portal:supplement", args=[dossier.pk]),
        "Bổ sung giấy tờ",
        icon="file-plus",
    )


def _promised(dossier: Dossier, counter: str) -> str:
    promise = dossier.submitted_at and answer_promised(dossier.competent_agency_id, dossier.submitted_at)
    return f"{counter} trả lời trước {promise.until}." if promise else f"{counter} đang xem hồ sơ."
