"""Report 06 as a workbook: the same closed period gives the same bytes."""

from motcua.base.clock.sentences import full_moment, period_words, short_date
from motcua.base.print.workbook import Column, Sheet, workbook
from motcua.reform.insight.pages.report.asked import Asked
from motcua.reform.insight.pages.report.shown import COLUMNS, late_lines, named
from motcua.reform.insight.queries.report import Report
from motcua.reform.insight.words import By

LATE = (
    Column("Mã hồ sơ", 24),
    Column("Thủ tục", 50),
    Column("Cơ quan", 36),
    Column("Ngày nhận"),
    Column("Hẹn trả"),
    Column("Ngày xong"),
    Column("Lý do", 36),
)
KEYS = ("code", "procedure", "agency", "accepted", "due", "ended", "reason")


def book(made: Report, asked: Asked, whose: str) -> bytes:
    """Return the workbook of a report: its lines, and its late list."""
    first = Column("Lĩnh vực" if asked.by is By.FIELD else "Cơ quan", 40)
    names = [name for name, _, _ in COLUMNS]
    lines = [[title, *(getattr(line, name) for name in names)] for title, line in named(made, asked.by)]
    whole = ["Cộng", *(getattr(made.whole, name) for name in names)]
    above = [
        f"Báo cáo 06: kết quả giải quyết thủ tục hành chính, {period_words(made.period)}",
        f"{whose}, từ {short_date(made.period.first)} đến hết {short_date(made.period.last)}",
        _standing(made),
    ]
    table = Sheet(
        "Báo cáo 06", [first, *(Column(words) for _, words, _ in COLUMNS)], [*lines, whole], above=above
    )
    late = [[row[key] for key in KEYS] for row in late_lines(made.late)]
    return workbook([table, Sheet("Hồ sơ quá hạn", LATE, late, above=[f"{len(late)} hồ sơ quá hạn"])])


def _standing(made: Report) -> str:
    if made.closed is not None:
        return f"Số đã chốt lần {made.closed.number}, mã kiểm chứng {made.closed.digest}"
    return f"Chưa chốt, tính đến {full_moment(made.until)}" if made.until else "Chưa có số liệu"
