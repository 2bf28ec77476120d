"""The index as a workbook."""

from motcua.base.clock.sentences import short_date
from motcua.base.print.workbook import Cell, Column, Sheet, workbook
from motcua.reform.insight.pages.look import Look
from motcua.reform.scoring.quality.pages.shown import NO_DATA, standing_words
from motcua.reform.scoring.quality.queries import Index
from motcua.reform.scoring.quality.rules.scoring import Scored
from motcua.reform.scoring.quality.sentences import BLOCKS, TIMINGS

COLUMNS = (
    Column("Mã", 8),
    Column("Nhóm", 24),
    Column("Chỉ tiêu", 48),
    Column("Tử số"),
    Column("Mẫu số"),
    Column("Tỷ lệ %", places=2),
    Column("Điểm", places=2),
    Column("Tối đa", places=1),
    Column("Tính theo", 26),
    Column("Bản"),
    Column("Từ ngày"),
    Column("Công thức", 60),
    Column("Còn thiếu", 44),
    Column("Nguồn", 44),
)


def book(found: Index, look: Look) -> bytes:
    """Return the workbook: blocks, rows with their formulas, and what has no numbers yet."""
    whole = found.total
    above = ["Chất lượng phục vụ người dân, doanh nghiệp theo Quyết định 766/QĐ-TTg", look.whose]
    above.append(standing_words(found) + (f", mã kiểm chứng {found.closing.digest}" if found.closing else ""))
    groups: list[list[Cell]] = [
        [one.name, one.earned if one.applicable_max else NO_DATA, one.applicable_max, one.total.most]
        for one in found.groups
    ]
    groups.append(["Cộng", whole.earned, whole.applicable, whole.most])
    heads = (
        Column("Nhóm", 36),
        Column("Điểm", places=2),
        Column("Tối đa tính được", 18, 1),
        Column("Tối đa", places=1),
    )
    rows = [_row(one) for one in found.rows]
    return workbook(
        [Sheet("Nhóm", heads, groups, above=above), Sheet("Chỉ tiêu", COLUMNS, rows, above=above)]
    )


def _row(one: Scored) -> list[Cell]:
    held = one.definition
    return [
        held.id,
        BLOCKS[held.block],
        held.name,
        NO_DATA if one.counted is None else one.counted.numerator,
        NO_DATA if one.counted is None else one.counted.denominator,
        NO_DATA if one.rate is None else one.rate * 100,
        NO_DATA if one.points is None else one.points,
        held.most,
        TIMINGS[held.timing],
        held.version,
        short_date(held.since),
        held.formula,
        held.lacks,
        held.source,
    ]
