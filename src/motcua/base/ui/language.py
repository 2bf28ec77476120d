"""Two languages for the frame of a page: what is written in Vietnamese is said in the reader's language.

Doors add their words once; what has no English stays Vietnamese.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.utils import translation

VIETNAMESE, ENGLISH = "vi", "en"
_english: dict[str, str] = {
    "Đến nội dung chính": "Skip to main content",
    "Trang chính thức của": "Official site of",
    "Danh mục": "Menu",
    "Quay lại": "Back",
    "Lỗi": "Error",
    "In từ": "Printed from",
    "Mới đăng ký": "Newly filed",
    "Được tiếp nhận": "Accepted",
    "Không được tiếp nhận": "Not accepted",
    "Đang xử lý": "In process",
    "Yêu cầu bổ sung giấy tờ": "More papers requested",
    "Yêu cầu thực hiện nghĩa vụ tài chính": "Payment requested",
    "Công dân yêu cầu rút hồ sơ": "Withdrawn by the applicant",
    "Dừng xử lý": "Processing stopped",
    "Đã xử lý xong": "Processing finished",
    "Đã trả kết quả": "Result handed over",
    "Bản chạy thử: người và hồ sơ đều hư cấu, đây không phải trang của cơ quan nhà nước.": (
        "Trial version: people and dossiers are invented; this is not a site of the State."
    ),
}


def add(words: Mapping[str, str]) -> None:
    """Add English for Vietnamese words of a door."""
    _english.update(words)


def say(words: object) -> str:
    """Give words in the reader's language."""
    told = str(words)
    return _english.get(told, told) if spoken() == ENGLISH else told


def spoken() -> str:
    """Give the language of the page that is being made."""
    return ENGLISH if (translation.get_language() or "").startswith(ENGLISH) else VIETNAMESE


def known() -> Mapping[str, str]:
    """Give every word that has English."""
    return dict(_english)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Make what is inside in one of the two languages."""
    with translation.override(ENGLISH if language == ENGLISH else VIETNAMESE):
        yield
