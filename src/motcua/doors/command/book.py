"""The leader's page as a workbook: the same figures, and what each of them means."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from motcua.base.clock.sentences import short_date
from motcua.base.print.workbook import Cell, Column, Sheet, workbook
from motcua.doors.command.readings.comparing import Beside
from motcua.doors.command.readings.on_time import OnTime
from motcua.doors.command.readings.open_now import NOT_AT_A_STEP, LateNow, LikelyLate
from motcua.reform.insight.pages import told
from motcua.reform.insight.pages.lines import offered
from motcua.reform.insight.pages.look import Look
from motcua.reform.insight.queries.figures import Reading

TENTH = Decimal("0.1")
FIGURES = (
    Column("Chỉ tiêu", 40),
    Column("Giá trị", 14, 2),
    Column("Đơn vị tính", 14),
    Column("Tử số", 14),
    Column("Mẫu số", 14),
)
LATE = (Column("Bước", 44), Column("Hồ sơ quá hạn", 16), Column("Trễ trung vị, ngày làm việc", 26, 1))
LIKELY = (
    Column("Mã hồ sơ", 24),
    Column("Thủ tục", 50),
    Column("Cơ quan", 36),
    Column("Bước", 28),
    Column("Vì sao", 70),
)
MEANINGS = (
    Column("Chỉ tiêu", 36),
    Column("Cách tính", 70),
    Column("Tử số", 60),
    Column("Mẫu số", 60),
    Column("Bản", 8),
    Column("Áp dụng từ", 14),
    Column("Nguồn", 60),
)


def book(look: Look, context: Mapping[str, Any]) -> bytes:
    """Return the workbook of what the page shows."""
    reading, on_time, late = context["reading"], context["on_time"], context["late"]
    sheets = [
        _figures(look, reading),
        *_months(on_time),
        _late(late, context["looked"]),
        _likely(context["likely"]),
    ]
    if context["beside"] is not None:
        sheets.append(_beside(context["beside"]))
    return workbook([*sheets, _meanings(look)])


def _figures(look: Look, reading: Reading) -> Sheet:
    rows: list[list[Cell]] = []
    for one in offered(look):
        figure = reading.figure(one)
        rows.append([one.name, figure.rounded(), one.unit, figure.numerator, figure.denominator])
    digest = [f"Mã kiểm chứng {reading.closed.digest}"] if reading.closed else []
    return Sheet("Điều hành", FIGURES, rows, above=[look.whose, told.standing_words(reading), *digest])


def _months(on_time: OnTime) -> list[Sheet]:
    if on_time.chart is None:
        return []
    columns = (Column("Tháng", 12), Column("Tỷ lệ đúng hạn, %", 20, 1))
    series = on_time.chart.series[0]
    rows: list[list[Cell]] = [
        [one.name, None if value is None else Decimal(value).quantize(TENTH, ROUND_HALF_UP)]
        for one, value in zip(on_time.chart.moments, series.values, strict=True)
    ]
    return [Sheet("Từng tháng", columns, rows, above=[on_time.chart.label])]


def _late(late: LateNow, looked: str) -> Sheet:
    rows: list[list[Cell]] = [[one.step or NOT_AT_A_STEP, one.amount, one.days] for one in late.steps]
    return Sheet("Quá hạn theo bước", LATE, rows, above=[f"Hồ sơ đang quá hạn lúc {looked}"])


def _likely(likely: LikelyLate) -> Sheet:
    rows = [[one.code, one.procedure, one.agency, one.step, one.why] for one in likely.rows]
    above = [f"{likely.amount.words} hồ sơ có thể quá hạn đến hết ngày {likely.until}; những hồ sơ gấp nhất"]
    return Sheet("Có thể trễ", LIKELY, rows, above=above)


def _beside(beside: Beside) -> Sheet:
    columns = (
        Column("Chỉ tiêu", 40),
        Column(beside.here, 24),
        Column(beside.there, 24),
        Column("Chênh lệch", 24),
    )
    rows = [[one.name, one.here.words, one.there.words, one.difference] for one in beside.lines]
    return Sheet("So sánh", columns, rows, above=[beside.standing])


def _meanings(look: Look) -> Sheet:
    rows: list[list[Cell]] = [
        [
            one.name,
            one.says,
            _sum(told.terms_words(one.numerator)),
            _sum(told.terms_words(one.denominator)),
            one.version,
            short_date(one.since),
            one.source,
        ]
        for one in offered(look)
    ]
    return Sheet("Cách tính", MEANINGS, rows)


def _sum(terms: list[tuple[str, str]]) -> str:
    """Write a sum of terms, the first without its sign where it is added."""
    words = " ".join(f"{sign} {name}" for sign, name in terms)
    return words.removeprefix("+ ")
