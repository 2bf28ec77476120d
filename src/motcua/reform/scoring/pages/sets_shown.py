"""A criteria set in words: its rows, its settings, what its files have to hold."""

from dataclasses import dataclass

from motcua.base.clock.sentences import short_date
from motcua.base.rooms.registry import measures
from motcua.reform.scoring.reading import columns
from motcua.reform.scoring.rules import wording
from motcua.reform.scoring.rules.criteria import Criteria, Node, SetMeta
from motcua.reform.scoring.rules.given import NOTHING
from motcua.reform.scoring.rules.rule import Line
from motcua.reform.scoring.words import NodeKind, NodeLevel, SetLevel

LEVELS = {
    SetLevel.PROVINCE: "Tỉnh",
    SetLevel.DEPARTMENT: "Sở, ban, ngành",
    SetLevel.COMMUNE: "Xã, phường, đặc khu",
    SetLevel.DISTRICT: "Huyện (đến 30/06/2025)",
}
KINDS = {NodeKind.POINTS: "", NodeKind.BONUS: "Điểm thưởng", NodeKind.PENALTY: "Điểm trừ"}
NEED = "Phải có"
IMPORT_COLUMNS = (
    (columns.HEADINGS[columns.CODE][0], NEED, "1.2.3; mục con nằm trong mục mang mã ngắn hơn"),
    (columns.HEADINGS[columns.NAME][0], NEED, "tên như quyết định"),
    (columns.HEADINGS[columns.POINTS][0], NEED, "0,25 hay 0.25; các mục con cộng lại bằng mục mẹ"),
    (columns.HEADINGS[columns.RULE][0], NEED, "quy tắc của tiêu chí không có mục con, ghi dạng JSON"),
    (columns.HEADINGS[columns.EVIDENCE][0], "Nếu có", "văn bản, tài liệu phải nộp kèm"),
    (columns.HEADINGS[columns.MEASURE][0], "Nếu có", "mã chỉ tiêu mà số liệu lấy từ đó"),
    (columns.HEADINGS[columns.DUE][0], "Nếu có", "1 đến 12"),
)
# One rule of each kind as a file writes it: what it is for, and the settings that it may have.
EXAMPLES = (
    (
        "Chọn một mức",
        '{"type": "ladder", "steps": [{"when": "đúng hạn", "points": 2}, {"when": "chậm", "points": 1}]}',
        "Các mức theo thứ tự; mỗi mức một điều kiện và số điểm.",
    ),
    (
        "Tỷ lệ",
        '{"type": "ratio", "numerator": "hồ sơ đúng hạn", "denominator": "hồ sơ", "floor": 0.8,'
        ' "when_a_is_zero": "max"}',
        "Dưới floor được below_floor điểm; mẫu số bằng 0 thì max, zero hoặc not_applicable.",
    ),
    (
        "Tỷ lệ theo mức",
        '{"type": "ratio_bands", "steps": [{"min_pct": 95, "points": "prorata"},'
        ' {"min_pct": 90, "points": 2}], "else": 0}',
        "Mức từ cao xuống thấp; prorata là tỷ lệ nhân điểm tối đa; exclusive: true là trên mức đó.",
    ),
    (
        "Khảo sát",
        '{"type": "survey_mean", "options": {"A": 100, "B": 60, "C": 20, "D": 0}}',
        "Trung bình giá trị của các trả lời, tính theo phần trăm.",
    ),
    ("Chỉ số khác", '{"type": "external_index", "index": "SIPAS"}', "Chỉ số chia 100, nhân điểm tối đa."),
    (
        "Trừ theo vi phạm",
        '{"type": "deduct", "per_violation": 0.5, "floor": 0, "desc": "mỗi người bị kỷ luật"}',
        "Điểm tối đa trừ dần, không thấp hơn floor.",
    ),
    ("Chấm theo danh mục", '{"type": "manual", "desc": "kiểm tra tại chỗ"}', "Người thẩm định cho điểm."),
)
WITHOUT_CAP = "không giới hạn"


@dataclass(frozen=True)
class Row:
    """One row of the table of a set."""

    node: Node
    most: str
    depth: int
    is_leaf: bool
    how: str
    icon: str
    measure: str
    lines: tuple[Line, ...]


def rows_of(criteria: Criteria) -> list[Row]:
    """Give all rows, each before what is below it."""
    titles = {measure.code: measure.name for measure in measures()}
    return [_row(criteria, node, titles) for node in criteria.ordered]


def _row(criteria: Criteria, node: Node, titles: dict[str, str]) -> Row:
    how, icon = _how(node)
    return Row(
        node=node,
        most=wording.figure(node.max),
        depth=len(criteria.above(node.code)) + 1,
        is_leaf=not criteria.children(node.code),
        how=how,
        icon=icon,
        measure=titles.get(node.measure, node.measure),
        lines=node.rule.describe(node.max, NOTHING) if node.rule else (),
    )


def _how(node: Node) -> tuple[str, str]:
    if node.rule is None:
        return KINDS[node.kind], ""
    if node.measure:
        return "Hệ thống tính", "scan-line"
    return ("Khảo sát", "users") if node.is_survey else ("Đơn vị chấm", "pencil")


def facts_of(criteria: Criteria) -> list[tuple[str, str]]:
    """Give how many rows there are of each kind, and the total."""
    levels = [node.level for node in criteria.nodes]
    return [
        ("Lĩnh vực", str(levels.count(NodeLevel.DOMAIN))),
        ("Tiêu chí", str(levels.count(NodeLevel.CRITERION))),
        ("Mục chấm điểm", str(len(criteria.leaves))),
        ("Tổng điểm", wording.figure(criteria.meta.total)),
    ]


def settings_of(meta: SetMeta) -> list[tuple[str, str]]:
    """Give the settings that hold for the whole set, those that say something."""
    caps = (("Điểm thưởng nhiều nhất", meta.bonus_cap), ("Điểm trừ nhiều nhất", meta.penalty_cap))
    rescaled = (
        "Điểm còn lại quy đổi về 100" if meta.rescale_without_survey else "Điểm khảo sát vẫn nằm trong tổng"
    )
    told = [
        ("Quyết định", meta.decision),
        ("Căn cứ", meta.basis),
        ("Áp dụng từ", short_date(meta.valid_from) if meta.valid_from else ""),
        ("Ghi chú của tệp", meta.status),
        *((label, WITHOUT_CAP if cap is None else wording.points(cap)) for label, cap in caps),
        ("Khi không khảo sát", rescaled),
    ]
    return [(label, value) for label, value in told if value]


def bands_of(meta: SetMeta) -> list[tuple[str, str]]:
    """Give the bands from the best, each with where it begins and ends."""
    ranked = sorted(meta.bands, key=lambda band: band.least, reverse=True)
    told, over = [], None
    for band in ranked:
        if over is None:
            words = wording.from_on(band.least, inclusive=band.inclusive)
        elif band is ranked[-1]:
            words = wording.below(over.least, inclusive=over.inclusive)
        else:
            words = wording.between(band.least, band.inclusive, over.least, over.inclusive)
        told.append((band.name, words))
        over = band
    return told
