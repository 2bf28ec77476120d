"""Words and shapes of states; the look of each stands in the theme."""

from typing import NamedTuple

TRIAL = "Bản chạy thử: người và hồ sơ đều hư cấu, đây không phải trang của cơ quan nhà nước."


class Look(NamedTuple):
    """How a state is told: its word, the icon beside it and the tone of both."""

    word: str
    icon: str
    tone: str


STATES = {
    1: Look("Mới đăng ký", "inbox", "action"),
    2: Look("Được tiếp nhận", "clipboard-check", "action"),
    3: Look("Không được tiếp nhận", "circle-x", "error"),
    4: Look("Đang xử lý", "circle-play", "action"),
    5: Look("Yêu cầu bổ sung giấy tờ", "file-plus", "warn"),
    6: Look("Yêu cầu thực hiện nghĩa vụ tài chính", "wallet", "warn"),
    7: Look("Công dân yêu cầu rút hồ sơ", "undo-2", "mute"),
    8: Look("Dừng xử lý", "circle-stop", "mute"),
    9: Look("Đã xử lý xong", "circle-check", "good"),
    10: Look("Đã trả kết quả", "check-check", "good"),
}

TONE_ICONS = {
    "action": "circle-play",
    "good": "circle-check",
    "warn": "clock-alert",
    "error": "circle-x",
    "mute": "circle-dashed",
}

DUES = {
    "far": Look("", "clock", "plain"),
    "soon": Look("", "clock-alert", "warn"),
    "today": Look("", "clock-alert", "warn"),
    "late": Look("", "triangle-alert", "error"),
    "paused": Look("", "circle-pause", "quiet"),
    "none": Look("Chưa tính hạn", "minus", "quiet"),
    "open": Look("Thủ tục không có hạn cố định", "minus", "quiet"),
    "done": Look("", "circle-check", "good"),
    "done_late": Look("", "triangle-alert", "error"),
}

BANNERS = {"info": "info", "done": "circle-check", "waiting": "clock-alert", "wrong": "triangle-alert"}

PAPERS = {
    "file": ("file-text", ""),
    "attached": ("paperclip", ""),
    "write": ("pencil", ""),
    "held": ("circle-check", "good"),
    "unseen": ("circle-dashed", ""),
    "refused": ("circle-x", "error"),
    "waiting": ("clock-alert", "warn"),
}

STAGES = {
    "done": ("circle-check", "Đã xong"),
    "now": ("circle-play", "Đang làm"),
    "next": ("circle", "Chưa đến"),
}
