"""Vietnamese about notices: media, addressees, states."""

from collections.abc import Iterable, Mapping

from motcua.base.notices.words import Medium, NoticeState
from motcua.casework.dossiers.notices.words import Addressee

MEDIA: Mapping[Medium, str] = {
    Medium.IN_APP: "Trên trang này",
    Medium.EMAIL: "Thư điện tử",
    Medium.SMS: "SMS",
    Medium.ZALO: "Zalo",
}
ADDRESSEES: Mapping[Addressee, str] = {
    Addressee.APPLICANT: "Người nộp, chủ hồ sơ",
    Addressee.HOLDER: "Người đang giữ hồ sơ",
    Addressee.FORMER_HOLDER: "Người giữ hồ sơ trước đó",
    Addressee.COUNTER: "Cán bộ tiếp nhận",
    Addressee.UNIT_HEAD: "Trưởng đơn vị đang giữ",
    Addressee.ONE_STOP_HEAD: "Phụ trách Bộ phận Một cửa",
    Addressee.LEADER: "Lãnh đạo cơ quan giải quyết",
}
STATES: Mapping[NoticeState, tuple[str, str]] = {
    NoticeState.WAITING: ("Chờ gửi", "mute"),
    NoticeState.SENT: ("Đã gửi", "good"),
    NoticeState.FAILED: ("Sẽ tự gửi lại", "warn"),
    NoticeState.GIVEN_UP: ("Đã ngừng gửi", "error"),
}
PHONE_FORM = "Số điện thoại có 10 chữ số, bắt đầu bằng 0."


def media_told(media: Iterable[str]) -> str:
    """Give media in words (`Trên trang này, SMS`)."""
    return ", ".join(MEDIA[Medium(one)] for one in media)


def after_told(days: int) -> str:
    """Say when an addressee is told of an alarm."""
    return f"Sau {days} ngày làm việc" if days else "Ngay"
