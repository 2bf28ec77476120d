"""What people read about published figures."""

from decimal import Decimal

from motcua.base.money import format_number, format_percent
from motcua.base.rooms import Sentence
from motcua.base.text import NBSP
from motcua.reform.scoring.published.reading import Problem
from motcua.reform.scoring.published.words import (
    RANKED_ANEW,
    FileFault,
    FileKind,
    How,
    Index,
    Scale,
    Scope,
    Standing,
    Verdict,
)

INDICES = {
    Index.PAR: "Chỉ số cải cách hành chính (PAR Index)",
    Index.SIPAS: "Chỉ số hài lòng (SIPAS)",
    Index.PAPI: "Chỉ số quản trị và hành chính công (PAPI)",
    Index.PCI: "Chỉ số năng lực cạnh tranh (PCI)",
    Index.SERVICE: "Bộ chỉ số 766",
    Index.PROGRESS: "Tiến độ giải quyết hồ sơ",
}
SHORT = {
    Index.PAR: "PAR Index",
    Index.SIPAS: "SIPAS",
    Index.PAPI: "PAPI",
    Index.PCI: "PCI",
    Index.SERVICE: "Bộ chỉ số 766",
    Index.PROGRESS: "Tiến độ",
}
_COMPONENTS = {
    (Index.PAR, "target"): "Mục tiêu",
    (Index.PAR, "mean"): "Giá trị trung bình",
    (Index.PAR, "points"): "Số điểm",
    (Index.PAR, "appraised"): "Điểm thẩm định",
    (Index.PAR, "impact"): "Điểm tác động của cải cách",
    (Index.PAR, "impact.sipas"): "Tác động: SIPAS",
    (Index.PAR, "impact.leaders"): "Tác động: khảo sát lãnh đạo, quản lý",
    (Index.PAR, "impact.outcome"): "Tác động: phát triển kinh tế - xã hội",
    (Index.SIPAS, "mean"): "Giá trị trung bình",
    (Index.SIPAS, "policy"): "Xây dựng, thực hiện chính sách",
    (Index.SIPAS, "service"): "Cung ứng dịch vụ hành chính công",
    (Index.SIPAS, "access"): "Tiếp cận dịch vụ",
    (Index.SIPAS, "procedures"): "Thủ tục hành chính",
    (Index.SIPAS, "officials"): "Công chức",
    (Index.SIPAS, "outcome"): "Kết quả",
    (Index.SIPAS, "complaints"): "Tiếp nhận, giải quyết góp ý",
    (Index.PAPI, "c01"): "1. Tham gia của người dân ở cơ sở",
    (Index.PAPI, "c02"): "2. Công khai, minh bạch",
    (Index.PAPI, "c03"): "3. Trách nhiệm giải trình",
    (Index.PAPI, "c04"): "4. Kiểm soát tham nhũng",
    (Index.PAPI, "c05"): "5. Thủ tục hành chính công",
    (Index.PAPI, "c06"): "6. Cung ứng dịch vụ công",
    (Index.PAPI, "c07"): "7. Quản trị môi trường",
    (Index.PAPI, "c08"): "8. Quản trị điện tử",
    (Index.PCI, "entry"): "Gia nhập thị trường",
    (Index.PCI, "land"): "Tiếp cận đất đai",
    (Index.PCI, "transparency"): "Tính minh bạch",
    (Index.PCI, "time"): "Chi phí thời gian",
    (Index.PCI, "informal"): "Chi phí không chính thức",
    (Index.PCI, "implementation"): "Thực thi chính sách của trung ương",
    (Index.PCI, "policy_bias"): "Cạnh tranh bình đẳng",
    (Index.PCI, "proactivity"): "Tính năng động của chính quyền",
    (Index.PCI, "business_support"): "Hỗ trợ doanh nghiệp",
    (Index.PCI, "labor"): "Đào tạo lao động",
    (Index.PCI, "legal"): "Thiết chế pháp lý",
    (Index.PCI, "unweighted"): "Điểm không trọng số",
    (Index.PROGRESS, ""): "Tỷ lệ đúng hạn",
    (Index.PROGRESS, "received"): "Hồ sơ tiếp nhận hoặc đang xử lý",
    (Index.PROGRESS, "on_time"): "Đúng hạn",
    (Index.PROGRESS, "overdue"): "Quá hạn",
    (Index.PROGRESS, "days"): "Số ngày xử lý trung bình",
    (Index.PROGRESS, "score"): "Điểm tiến độ trên 20",
}
SCOPES = {
    Scope.PROVINCE: "Tỉnh, thành phố",
    Scope.MINISTRY: "Bộ, ngành",
    Scope.COUNTRY: "Cả nước",
    Scope.REGION: "Vùng",
    Scope.DEPARTMENT: "Sở, ngành",
    Scope.DISTRICT: "Cấp huyện (đến 30/06/2025)",
    Scope.COMMUNE: "Cấp xã",
    Scope.GROUP: "Nhóm đơn vị",
}
GROUPS = {
    "63 provinces": "63 tỉnh, thành phố",
    "17 ministries": "17 bộ, ngành",
    "national": "Cả nước",
}
STANDINGS = {
    Standing.VERIFIED: ("good", "Đã đối chiếu với nguồn"),
    Standing.REPORTED: ("action", "Theo bảng số liệu đã công bố"),
    Standing.DERIVED: ("mute", "Suy ra từ số khác trong nguồn"),
    Standing.SUMMED: ("mute", "Người lập bảng cộng, không phải số công bố"),
    Standing.MISSING: ("warn", "Nguồn bỏ trống"),
}
CAUTIONS = {
    Standing.DERIVED: "suy ra từ số khác",
    Standing.SUMMED: "số cộng lại, không phải số công bố",
}
VERDICTS = {
    Verdict.EQUAL: ("good", "Khớp"),
    Verdict.ROUNDING: ("mute", "Lệch do làm tròn"),
    Verdict.DIFFERENT: ("warn", "Khác nhau"),
    Verdict.UNKNOWN: ("mute", "Chưa tính được"),
}
HOWS = {
    How.SUM: "cộng từ các phần",
    How.MEAN: "trung bình cộng của các phần",
    How.SHARE: "số đúng hạn chia cho số đúng hạn và quá hạn",
    How.SCORE: "tỷ lệ đúng hạn nhân 20 điểm",
}
KINDS = {
    FileKind.INDICES: "Kết quả các chỉ số",
    FileKind.LOCAL: "Kết quả PAR của sở, huyện, xã",
    FileKind.PARTS: "Các phần điểm PAR của một tỉnh",
    FileKind.PAPI: "PAPI theo tỉnh và năm",
    FileKind.CODEBOOK: "Bảng mã nội dung PAPI",
    FileKind.PCI: "PCI theo tỉnh và năm, có điểm thành phần",
    FileKind.PCI_TABLE: "Bảng xếp hạng PCI",
    FileKind.PROGRESS: "Tiến độ giải quyết hồ sơ theo đơn vị",
}
NO_OF = "không rõ trên bao nhiêu"
RANKED = "xếp lại từ điểm"
LAST = "last"
NOTHING = "chưa có"
FAULTS = {
    FileFault.NOT_TEXT: Sentence("Không đọc được tệp.", "Lưu bảng thành tệp CSV, mã UTF-8, rồi gửi lại."),
    FileFault.NO_ROWS: Sentence("Tệp không có dòng số liệu nào.", "Chọn tệp có dòng tên cột và số liệu."),
    FileFault.UNKNOWN_KIND: Sentence(
        "Chưa biết loại tệp có các cột: {head}.", "Đặt tên cột theo một trong các mẫu ở cuối trang."
    ),
    FileFault.OTHER_KIND: Sentence(
        "Tệp là loại {found}, không phải {asked}.", "Chọn đúng loại hoặc bỏ chọn."
    ),
    FileFault.TOO_MANY_CELLS: Sentence(
        "Dòng có {count} ô, bảng chỉ có {columns} cột.", 'Đặt số có dấu phẩy trong dấu ngoặc kép: "83,81".'
    ),
    FileFault.EMPTY: Sentence("Ô bỏ trống.", "Ghi giá trị cho ô này."),
    FileFault.NO_NUMBER: Sentence("“{typed}” không phải là số.", "Ghi số, ví dụ 83,81."),
    FileFault.TWO_READINGS: Sentence(
        "“{typed}” đọc được hai cách.", "Ghi phần nghìn không dấu chấm, hoặc phần lẻ khác ba chữ số."
    ),
    FileFault.NOT_WHOLE: Sentence("“{typed}” không phải số đếm.", "Ghi số nguyên, ví dụ 1.972."),
    FileFault.BELOW_ZERO: Sentence("“{typed}” nhỏ hơn 0.", "Ghi số từ 0 trở lên."),
    FileFault.ABOVE_MAX: Sentence("“{typed}” lớn hơn mức cao nhất {most}.", "Đối chiếu lại với nguồn."),
    FileFault.RANK_BEYOND: Sentence("Hạng {rank} không nằm trong {of} đơn vị.", "Ghi lại hạng và số đơn vị."),
    FileFault.NO_PERIOD: Sentence(
        "“{typed}” không phải kỳ.", "Ghi năm 2025, tháng 2026-08, ngày 2025-11-27 hoặc khoảng ngày."
    ),
    FileFault.NO_CHOICE: Sentence("Chưa biết “{typed}”.", "Ghi một trong: {known}."),
    FileFault.NO_PROVINCE: Sentence("Không có tỉnh, thành phố tên “{typed}”.", "Ghi tên như trong danh mục."),
    FileFault.ENDED_PROVINCE: Sentence(
        "Trong kỳ này không có đơn vị “{typed}”; nay là {heir}.", "Ghi tên đơn vị của đúng thời kỳ."
    ),
    FileFault.ENDED_TIER: Sentence(
        "Cấp huyện không còn từ ngày 01/07/2025.", "Ghi đơn vị cấp xã, hoặc kỳ trước ngày đó."
    ),
    FileFault.NO_COMPONENT: Sentence("Chưa biết phần “{typed}”.", "Ghi tên phần như tệp mẫu."),
    FileFault.NO_FIGURE: Sentence("Dòng không có giá trị, hạng hay xếp loại nào.", "Ghi ít nhất một."),
    FileFault.TWICE: Sentence(
        "Trùng số liệu với dòng {first}: cùng chỉ số, kỳ, đơn vị và nguồn.",
        "Giữ một dòng, hoặc ghi rõ nguồn khác.",
    ),
}


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "(chưa rõ)"


def problem_sentence(problem: Problem) -> str:
    """Say what is wrong with a cell: `Dòng 14, cột value: “abc” không phải là số. Ghi số, ví dụ 83,81.`"""
    said = FAULTS[problem.fault]
    facts = dict(problem.facts)
    for name in ("found", "asked"):
        if name in facts:
            facts[name] = f"“{KINDS[FileKind(facts[name])]}”"
    words = f"{said.problem} {said.cure}".format_map(_Facts(facts))
    where = ", ".join(
        told
        for told, there in ((f"Dòng {problem.row}", problem.row), (f"cột {problem.column}", problem.column))
        if there
    )
    return f"{where}: {words}" if where else words


def component_name(index: Index, component: str) -> str:
    """Give the name of a component; the index itself by its short name."""
    return _COMPONENTS.get((index, component)) or component or SHORT[index]


def group_name(printed: str) -> str:
    """Give the Vietnamese name of a group of units that the source printed in English."""
    return GROUPS.get(printed, printed)


def value_words(value: Decimal | None, places: int, scale: Scale, printed: str = "") -> str:
    """Give a figure as people read it, with the digits of its source: `83,81 %`, `44,396 điểm`, `184.513`."""
    if value is None:
        return printed.replace(".", ",") or NOTHING
    if scale is Scale.PERCENT:
        return format_percent(value, places)
    unit = {Scale.POINTS: "điểm", Scale.DAYS: "ngày", Scale.COUNT: "hồ sơ"}[scale]
    return f"{format_number(value, places)}{NBSP}{unit}"


def rank_words(rank: int | None, of: int | None, printed: str = "") -> str:
    """Give a rank with its `of`: `35/63`; never a bare one."""
    if rank is None:
        return "hạng cuối" if printed == LAST else printed
    told = f"{rank}/{of}" if of else f"{rank}, {NO_OF}"
    return f"{told}, {RANKED}" if printed == RANKED_ANEW else told
