"""Two small sets of criteria for the demo, in words of their own: neither is anybody's official set."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from motcua.reform.scoring.words import SetLevel

IN_TIME, ONLINE = "dossiers.in_time_share", "dossiers.online_share"
BANDS = (
    {"name": "Tốt", "min": 90},
    {"name": "Khá", "min": 80},
    {"name": "Trung bình", "min": 65},
    {"name": "Yếu", "min": 0},
)
STATUS = "Bộ tiêu chí của bản chạy thử, không phải bộ tiêu chí đã ban hành"


@dataclass(frozen=True)
class Leaf:
    """A criterion that is scored: `due` is its month, `kind` says bonus or penalty."""

    code: str
    name: str
    most: float
    rule: Mapping[str, Any]
    evidence: str = ""
    measure: str = ""
    due: int | None = None
    kind: str = ""


def _steps(most: float, *words: str) -> dict[str, Any]:
    """Give a ladder from the maximum down to nothing in equal steps."""
    last = len(words) - 1
    return {
        "type": "ladder",
        "steps": [{"when": word, "points": most * (last - at) / last} for at, word in enumerate(words)],
    }


def _share(done: str, whole: str, floor: float = 0.7, zero: str = "max") -> dict[str, Any]:
    return {
        "type": "ratio",
        "numerator": done,
        "denominator": whole,
        "floor": floor,
        "below_floor": 0,
        "cap": 1,
        "when_a_is_zero": zero,
    }


def _bands(*steps: tuple[float, float | str], zero: str = "max") -> dict[str, Any]:
    told = [{"min_pct": least, "points": points} for least, points in steps]
    return {"type": "ratio_bands", "steps": told, "else": 0, "when_a_is_zero": zero}


def _less(step: float, what: str) -> dict[str, Any]:
    return {"type": "deduct", "per_violation": step, "floor": 0, "desc": what}


_BY_HAND = {"type": "manual", "desc": "xem tại chỗ theo phiếu kiểm tra"}
_ONLINE = _share("hồ sơ trực tuyến", "hồ sơ", 0.3, "not_applicable")
_INDEX = {"type": "external_index", "index": "SIPAS"}
_PENALTY = {
    "type": "ladder",
    "steps": [
        {"when": "bị phê bình từ hai lần", "points": 3},
        {"when": "bị phê bình một lần", "points": 1},
        {"when": "không bị phê bình", "points": 0},
    ],
}
_BONUS = Leaf("T", "Điểm thưởng: có cách làm mới được tỉnh công nhận", 2, _BY_HAND, kind="bonus")
_MINUS = Leaf("X", "Điểm trừ: bị cấp trên phê bình bằng văn bản", 3, _PENALTY, kind="penalty")

COMMUNE_GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "1": "Chỉ đạo, điều hành cải cách",
        "2": "Thi hành văn bản pháp luật",
        "3": "Thủ tục hành chính",
        "3.1": "Kết quả giải quyết hồ sơ",
        "3.2": "Nơi tiếp nhận và trả kết quả",
        "4": "Con người và chế độ công vụ",
        "5": "Tài chính công",
        "6": "Chính quyền số",
        "7": "Tác động đến người dân",
    }
)
COMMUNE: Sequence[Leaf] = (
    Leaf(
        "1.1",
        "Kế hoạch năm ban hành sớm, rõ việc, rõ người",
        3,
        _steps(3, "trước 31/01, đủ nội dung", "sau 31/01 hoặc thiếu nội dung", "không ban hành"),
        "Kế hoạch cải cách hành chính của năm",
        due=1,
    ),
    Leaf(
        "1.2",
        "Việc trong kế hoạch đã làm xong",
        6,
        _share("việc đã xong", "việc trong kế hoạch"),
        "Báo cáo kết quả thực hiện kế hoạch",
    ),
    Leaf("1.3", "Báo cáo định kỳ gửi đúng ngày", 3, _less(0.5, "mỗi lần gửi chậm"), "Các báo cáo đã gửi"),
    Leaf(
        "1.4",
        "Gặp và đối thoại với người dân",
        3,
        _steps(3, "từ hai lần", "một lần", "không"),
        "Biên bản đối thoại",
    ),
    Leaf(
        "2.1",
        "Văn bản đã rà soát",
        5,
        _share("văn bản đã rà soát", "văn bản phải rà soát", 0.8, "not_applicable"),
        "Danh mục văn bản rà soát",
    ),
    Leaf(
        "2.2",
        "Theo dõi thi hành pháp luật",
        5,
        _steps(5, "có kế hoạch và báo cáo", "thiếu một trong hai", "không"),
        "Kế hoạch, báo cáo theo dõi",
    ),
    Leaf(
        "3.1.1",
        "Hồ sơ có kết quả đúng hạn",
        8,
        _bands((98, 8), (95, "prorata"), (90, 4), zero="not_applicable"),
        measure=IN_TIME,
    ),
    Leaf(
        "3.1.2",
        "Hồ sơ nộp trực tuyến",
        6,
        _share("hồ sơ trực tuyến", "hồ sơ", 0.3, "not_applicable"),
        measure=ONLINE,
    ),
    Leaf(
        "3.1.3",
        "Hồ sơ quá hạn có văn bản xin lỗi",
        4,
        _share("hồ sơ có xin lỗi", "hồ sơ quá hạn", 0),
        "Văn bản xin lỗi",
    ),
    Leaf(
        "3.2.1",
        "Thủ tục niêm yết đủ và mới",
        4,
        _share("thủ tục niêm yết đúng", "thủ tục của cấp xã", 0.9),
        "Ảnh nơi niêm yết, biên bản tự kiểm tra",
    ),
    Leaf("3.2.2", "Chỗ ngồi, máy móc, người trực ở nơi tiếp nhận", 4, _BY_HAND, "Biên bản kiểm tra"),
    Leaf(
        "3.2.3",
        "Phản ánh, kiến nghị trả lời đúng hạn",
        4,
        _share("đã trả lời đúng hạn", "đã nhận", 0.8),
        "Sổ theo dõi phản ánh, kiến nghị",
    ),
    Leaf(
        "4.1", "Vị trí việc làm bố trí đúng", 4, _share("người bố trí đúng", "người có mặt"), "Đề án vị trí"
    ),
    Leaf(
        "4.2",
        "Người được bồi dưỡng theo kế hoạch",
        4,
        _bands((100, 4), (80, 2)),
        "Quyết định cử đi học, giấy chứng nhận",
    ),
    Leaf("4.3", "Kỷ luật công vụ", 4, _less(2, "mỗi người bị kỷ luật"), "Báo cáo tổ chức cán bộ"),
    Leaf(
        "5.1",
        "Ngân sách công khai đúng biểu, đúng ngày",
        4,
        _steps(4, "đúng biểu, đúng ngày", "thiếu biểu hoặc chậm", "không công khai"),
        "Văn bản công khai ngân sách",
        due=6,
    ),
    Leaf(
        "5.2",
        "Quy chế chi tiêu có và được cập nhật",
        4,
        _steps(4, "có, đã cập nhật", "có, chưa cập nhật", "không có"),
        "Quy chế chi tiêu nội bộ",
    ),
    Leaf("6.1", "Văn bản đi ký số", 5, _share("văn bản ký số", "văn bản đi", 0.8), "Sổ văn bản đi"),
    Leaf(
        "6.2", "Hồ sơ được số hóa khi tiếp nhận", 5, _share("hồ sơ đã số hóa", "hồ sơ", 0.5), "Báo cáo số hóa"
    ),
    Leaf(
        "6.3",
        "Tổ công nghệ số đến từng thôn, tổ dân phố",
        5,
        _steps(5, "có, làm việc đều", "có, ít làm việc", "không có"),
        "Quyết định thành lập, nhật ký hoạt động",
    ),
    Leaf("7.1", "Mức hài lòng của người dân", 7, _INDEX),
    Leaf(
        "7.2",
        "Thu ngân sách so với dự toán",
        3,
        _steps(3, "vượt", "đạt", "không đạt"),
        "Báo cáo thu ngân sách",
        due=12,
    ),
    _BONUS,
    _MINUS,
)

DEPARTMENT_GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "1": "Chỉ đạo, điều hành cải cách",
        "2": "Cải cách thể chế",
        "3": "Thủ tục hành chính",
        "3.1": "Kiểm soát và công khai thủ tục",
        "3.2": "Giải quyết hồ sơ",
        "4": "Tổ chức bộ máy",
        "5": "Chế độ công vụ",
        "6": "Tài chính công",
        "7": "Chính quyền số",
        "8": "Tác động đến người dân, doanh nghiệp",
    }
)
DEPARTMENT: Sequence[Leaf] = (
    Leaf(
        "1.1",
        "Kế hoạch năm ban hành sớm, rõ việc, rõ người",
        4,
        _steps(4, "trước 15/01, đủ nội dung", "sau 15/01 hoặc thiếu nội dung", "không ban hành"),
        "Kế hoạch cải cách hành chính của năm",
        due=1,
    ),
    Leaf(
        "1.2",
        "Việc trong kế hoạch đã làm xong",
        8,
        _share("việc đã xong", "việc trong kế hoạch"),
        "Báo cáo kết quả thực hiện kế hoạch",
    ),
    Leaf(
        "1.3",
        "Đơn vị trực thuộc đã kiểm tra",
        4,
        _share("đơn vị đã kiểm tra", "đơn vị trong kế hoạch kiểm tra"),
        "Kết luận kiểm tra",
    ),
    Leaf(
        "1.4",
        "Cách làm mới được công nhận",
        4,
        _steps(4, "được tỉnh công nhận", "đang thử nghiệm", "không có"),
        "Quyết định công nhận",
    ),
    Leaf(
        "2.1",
        "Văn bản trình đúng tiến độ",
        5,
        _share("văn bản đúng tiến độ", "văn bản được giao", 0.8, "not_applicable"),
        "Chương trình công tác, tờ trình",
    ),
    Leaf(
        "2.2",
        "Văn bản của ngành đã rà soát",
        5,
        _share("văn bản đã rà soát", "văn bản phải rà soát", 0.8),
        "Danh mục văn bản rà soát",
    ),
    Leaf(
        "3.1.1",
        "Trình công bố thủ tục đúng hạn",
        4,
        _share("quyết định trình đúng hạn", "quyết định", 0.8),
        "Tờ trình, quyết định công bố",
    ),
    Leaf(
        "3.1.2",
        "Thủ tục công khai đủ và mới",
        3,
        _share("thủ tục công khai đúng", "thủ tục của ngành", 0.9),
        "Bản đối chiếu danh mục",
    ),
    Leaf(
        "3.1.3",
        "Phương án đơn giản hóa, rút ngắn thời gian",
        2,
        _steps(2, "từ 20 % số thủ tục", "từ 10 % số thủ tục", "dưới 10 %"),
        "Quyết định thông qua phương án",
    ),
    Leaf(
        "3.2.1",
        "Hồ sơ có kết quả đúng hạn",
        8,
        _bands((95, "prorata"), (90, 4), zero="not_applicable"),
        measure=IN_TIME,
    ),
    Leaf(
        "3.2.2",
        "Hồ sơ quá hạn có văn bản xin lỗi",
        4,
        _share("hồ sơ có xin lỗi", "hồ sơ quá hạn", 0),
        "Văn bản xin lỗi",
    ),
    Leaf(
        "3.2.3",
        "Phản ánh, kiến nghị trả lời đúng hạn",
        4,
        _share("đã trả lời đúng hạn", "đã nhận", 0.8),
        "Sổ theo dõi phản ánh, kiến nghị",
    ),
    Leaf(
        "4.1",
        "Chức năng, nhiệm vụ đã rà soát sau sắp xếp",
        4,
        _steps(4, "đã rà soát, đã ban hành", "đã rà soát, chưa ban hành", "chưa rà soát"),
        "Quyết định chức năng, nhiệm vụ",
    ),
    Leaf(
        "4.2",
        "Số người không vượt số được giao",
        4,
        _steps(4, "không vượt", "vượt"),
        "Báo cáo biên chế",
    ),
    Leaf(
        "5.1", "Vị trí việc làm bố trí đúng", 4, _share("người bố trí đúng", "người có mặt"), "Đề án vị trí"
    ),
    Leaf(
        "5.2",
        "Người có việc được giao và nghiệm thu",
        4,
        _share("người có giao việc, nghiệm thu", "người có mặt", 0.5),
        "Bảng giao việc, biên bản nghiệm thu",
    ),
    Leaf("5.3", "Kỷ luật công vụ", 4, _less(1, "mỗi người bị kỷ luật"), "Báo cáo tổ chức cán bộ"),
    Leaf(
        "6.1",
        "Đơn vị trực thuộc tự chủ đúng lộ trình",
        3,
        _steps(3, "đúng lộ trình", "chậm một phần", "chưa làm"),
        "Quyết định giao tự chủ",
    ),
    Leaf("6.2", "Giải ngân vốn được giao", 4, _bands((95, 4), (70, "prorata")), "Bảng đối chiếu kho bạc"),
    Leaf(
        "7.1",
        "Hồ sơ nộp trực tuyến",
        4,
        _share("hồ sơ trực tuyến", "hồ sơ", 0.3, "not_applicable"),
        measure=ONLINE,
    ),
    Leaf("7.2", "Văn bản đi ký số", 4, _share("văn bản ký số", "văn bản đi", 0.8), "Sổ văn bản đi"),
    Leaf("7.3", "Hồ sơ được số hóa", 4, _share("hồ sơ đã số hóa", "hồ sơ", 0.5), "Báo cáo số hóa"),
    Leaf("8.1", "Mức hài lòng của người dân, doanh nghiệp", 4, _INDEX),
    Leaf("8.2", "Đánh giá của lãnh đạo các xã, phường", 2, {"type": "survey_mean", "source": "leaders"}),
    _BONUS,
    _MINUS,
)
NAMES = {SetLevel.COMMUNE: "Bộ tiêu chí chấm xã, phường", SetLevel.DEPARTMENT: "Bộ tiêu chí chấm sở, ngành"}
PARTS = {
    SetLevel.COMMUNE: (COMMUNE_GROUPS, COMMUNE),
    SetLevel.DEPARTMENT: (DEPARTMENT_GROUPS, DEPARTMENT),
}


def file_of(level: SetLevel, year: int) -> bytes:
    """Give a set as the file that a reform officer would bring."""
    groups, leaves = PARTS[level]
    meta = {
        "id": f"THU-{level.value.upper()}-{year}",
        "name": f"{NAMES[level]} năm {year}",
        "level": level.value,
        "year": year,
        "status": STATUS,
        "bonus_cap": 2,
        "penalty_cap": 3,
        "bands": BANDS,
        "official": False,
    }
    rows = [_group(code, name, leaves) for code, name in groups.items()]
    rows += [_leaf(leaf) for leaf in leaves]
    return json.dumps({"meta": meta, "rows": rows}, ensure_ascii=False).encode()


def _group(code: str, name: str, leaves: Sequence[Leaf]) -> dict[str, Any]:
    most = sum(leaf.most for leaf in leaves if leaf.code.startswith(f"{code}."))
    return {"code": code, "parent": code.rpartition(".")[0], "name_vi": name, "max_points": most}


def _leaf(leaf: Leaf) -> dict[str, Any]:
    told = {
        "code": leaf.code,
        "parent": leaf.code.rpartition(".")[0],
        "name_vi": leaf.name,
        "max_points": leaf.most,
        "rule": leaf.rule,
        "evidence": leaf.evidence,
        "measure": leaf.measure,
        "due_month": leaf.due,
        "kind": leaf.kind,
    }
    return {name: value for name, value in told.items() if value not in ("", None)}
