"""How files call the fields of a criteria set, in our words and in Vietnamese."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from motcua.base.text import clean, fold
from motcua.reform.scoring.words import Method, NodeKind, NodeLevel, SetLevel

Word = TypeVar("Word", bound=StrEnum)

CODE, PARENT, LEVEL, NAME, POINTS = "code", "parent", "level", "name_vi", "max_points"
METHOD, RULE, EVIDENCE, VERIFICATION = "method", "rule", "evidence", "verification"
MEASURE, KIND, DUE = "measure", "kind", "due_month"
NEEDED = (CODE, NAME, POINTS, RULE)

# The first heading of each is the one that exports write.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    CODE: ("Mã", "Mã tiêu chí", "Mã số", "STT", "code"),
    PARENT: ("Thuộc", "Mã cha", "parent"),
    LEVEL: ("Bậc", "Cấp mục", "level"),
    NAME: ("Lĩnh vực, tiêu chí", "Tên tiêu chí", "Tiêu chí", "Tên", "Nội dung", "name_vi", "name"),
    POINTS: ("Điểm tối đa", "Điểm chuẩn", "Thang điểm", "max_points"),
    METHOD: ("Cách chấm", "Phương pháp chấm", "method"),
    RULE: ("Quy tắc chấm", "Quy tắc", "rule", "rule_json"),
    EVIDENCE: ("Tài liệu kiểm chứng", "Kiểm chứng", "evidence"),
    VERIFICATION: ("Độ tin cậy", "Nguồn gốc", "verification"),
    MEASURE: ("Chỉ tiêu đo", "measure"),
    KIND: ("Loại điểm", "kind"),
    DUE: ("Tháng đến hạn", "due_month"),
}
LEVELS = {
    NodeLevel.DOMAIN: ("Lĩnh vực",),
    NodeLevel.CRITERION: ("Tiêu chí",),
    NodeLevel.COMPONENT: ("Tiêu chí thành phần",),
    NodeLevel.ITEM: ("Mục",),
}
METHODS = {
    Method.LADDER: ("Thang mức",),
    Method.RATIO: ("Tỷ lệ", "Tỉ lệ"),
    Method.SURVEY: ("Khảo sát", "Điều tra xã hội học"),
    Method.MANUAL: ("Thẩm định", "Chấm theo danh mục"),
}
KINDS = {
    NodeKind.POINTS: ("Điểm chuẩn",),
    NodeKind.BONUS: ("Điểm thưởng", "Điểm cộng"),
    NodeKind.PENALTY: ("Điểm trừ",),
}
SET_LEVELS = {
    SetLevel.PROVINCE: ("Cấp tỉnh", "Tỉnh"),
    SetLevel.DEPARTMENT: ("Sở, ban, ngành", "Sở"),
    SetLevel.COMMUNE: ("Cấp xã", "Xã"),
    SetLevel.DISTRICT: ("Cấp huyện", "Huyện"),
}
# The sheet about the set as a whole.
ABOUT = "Thông tin"
BANDS = "Xếp loại"
ROWS = "Tiêu chí"
META: Mapping[str, tuple[str, ...]] = {
    "id": ("Mã bộ tiêu chí", "id"),
    "name": ("Tên bộ tiêu chí", "name"),
    "level": ("Cấp", "level"),
    "year": ("Năm", "year"),
    "status": ("Tình trạng", "status"),
    "decision": ("Quyết định", "decision"),
    "basis": ("Căn cứ", "basis"),
    "valid_from": ("Áp dụng từ", "valid_from"),
    "total": ("Tổng điểm", "total"),
    "bonus_cap": ("Điểm thưởng nhiều nhất", "bonus_cap"),
    "penalty_cap": ("Điểm trừ nhiều nhất", "penalty_cap"),
    "rescale_without_survey": ("Không khảo sát thì quy đổi", "rescale_without_survey"),
    "official": ("Bản chính thức", "official"),
}


def folded(names: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Give the field of each heading, in whatever case and with or without marks it is written."""
    return {fold(heading): field for field, known in names.items() for heading in known}


def word_of(text: str, words: Mapping[Word, tuple[str, ...]]) -> Word | None:
    """Read one of our words, or the Vietnamese for it; None for anything else."""
    said = fold(clean(text))
    return next(
        (word for word, known in words.items() if said in {fold(word.value), *map(fold, known)}), None
    )
