"""A draft that cannot be filed as it is: its procedure has a newer version, or has ended, or soon will."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from motcua.base.clock.sentences import short_date
from motcua.base.rooms.registry import refusal_sentence
from motcua.casework.dossiers.commands.in_force import why_not
from motcua.casework.dossiers.models import Dossier
from motcua.reference.catalogue import queries as catalogue

NOTHING_LOST = "Điều bạn đã điền và giấy tờ đã gửi vẫn còn trong bản nháp."


@dataclass(frozen=True)
class Overtaken:
    """What changed since a draft was begun, what to do about it, and where; `over`: it cannot be filed."""

    what: str
    cure: str
    url: str = ""
    label: str = ""
    over: bool = True


def overtaken(dossier: Dossier, on: date) -> Overtaken | None:
    """Say what changed about the procedure of a draft; None while it can be filed as it is."""
    version = dossier.version
    if catalogue.holds(version, on):
        return _ending(version.effective_to)
    code = version.procedure.code
    newer = catalogue.effective_version(code, on)
    if newer is not None:
        since = f" từ ngày {short_date(newer.effective_from)}" if newer.effective_from else ""
        return Overtaken(
            f"Thủ tục này có phiên bản mới{since} nên bản nháp chưa nộp được.",
            f"{NOTHING_LOST} Chuyển sang bản mới rồi nộp.",
            reverse("portal:draft-renew", args=[dossier.pk]),
            "Xem điểm khác và chuyển sang bản mới",
        )
    closed = catalogue.closed(code, on)
    what = refusal_sentence(why_not(code, on))
    if closed is None or not closed.successor_code:
        return Overtaken(what, NOTHING_LOST)
    there = reverse("portal:procedure", args=[closed.successor_code])
    return Overtaken(what, NOTHING_LOST, there, "Xem thủ tục thay thế")


def _ending(last: date | None) -> Overtaken | None:
    if last is None:
        return None
    return Overtaken(
        f"Phiên bản này của thủ tục chỉ nhận hồ sơ đến hết ngày {short_date(last)}.",
        "Nộp trước ngày đó; sau đó bản nháp phải chuyển sang bản mới hoặc thủ tục thay thế.",
        over=False,
    )
