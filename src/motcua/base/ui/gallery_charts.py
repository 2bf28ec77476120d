"""What the gallery of charts draws: every chart as the leader's page shows it, and at its edges."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from motcua.base.ui.charts import (
    FULL,
    PROGRESS,
    SCORING,
    Bar,
    Break,
    Figure,
    Row,
    Series,
    bars,
    line,
    stack,
    stacks,
)

LONG_NAME = "Thẩm định, kiểm tra thực địa và lấy ý kiến của các cơ quan phối hợp ở nhiều cấp trước khi ký"
STEPS = (
    ("Xác định nghĩa vụ tài chính", 128, "7 ngày"),
    (LONG_NAME, 74, "3 ngày"),
    ("Ký kết quả", 33, "1 ngày"),
    ("Cấp số, đóng dấu", 0, "chưa có"),
)
GROUPS = (("Công khai, minh bạch", "16.8", "18"), ("Dịch vụ công trực tuyến", "7.4", "12"))
DOMAINS = (
    ("Chỉ đạo, điều hành", "6.25", "2.5", "0.75"),
    ("Thủ tục hành chính", "7.75", "3.75", "1.5"),
    ("Tác động đến người dân", "0", "16.5", "0"),
)
TASKS = (("Thể chế", 2, 1, 1, 0), ("Thủ tục hành chính", 5, 4, 1, 1), ("Chính quyền số", 10, 8, 3, 1))
MONTHS = ("11/25", "12", "1/26", "2", "3", "4", "5", "6", "7", "8", "9", "10")
SHARES = ("91.0", "90.2", "91.6", "88.9", None, "92.1", "92.8", "93.4", "93.1", "92.6", "93.9", "94.2")
YEARS = ("2018", "2019", "2020", "2021", "2022", "2023", "2024")
SATISFACTION = ("78.9", "80.1", "82.25", None, "81.30", "82.05", "85.12")
NATION = ("82.99", "84.45", "85.48", "87.16", "80.08", "82.66", "83.94")


def words(number: object) -> str:
    """Write a number as people read it."""
    return str(number).replace(".", ",")


def facts() -> Mapping[str, Any]:
    """Return what the gallery of charts shows."""
    return {
        "late": bars(
            "Đang quá hạn, theo bước",
            ("Bước", "Hồ sơ", "Trễ (trung vị)"),
            [
                Bar(name, count, Figure(words(count), "#" if count else ""), notes=(Figure(late),))
                for name, count, late in STEPS
            ],
        ),
        "groups": bars(
            "Chất lượng phục vụ, theo nhóm",
            ("Nhóm", "Điểm", "Thiếu"),
            [
                Bar(
                    name,
                    Decimal(part),
                    Figure(words(part), "#"),
                    whole=Decimal(most),
                    of=most,
                    notes=(Figure(words(Decimal(most) - Decimal(part))),),
                )
                for name, part, most in GROUPS
            ],
        ),
        "whole": stack(
            SCORING,
            (Decimal("58.60"), Decimal("34.35"), Decimal("7.05")),
            "58,60 điểm đã chắc, 34,35 điểm còn có thể, 7,05 điểm đã mất.",
        ),
        "scoring": SCORING,
        "domains": stacks(
            "Chỉ số cải cách hành chính, theo lĩnh vực",
            SCORING,
            [
                Row(
                    name,
                    tuple(map(Decimal, parts)),
                    tuple(Figure(words(one), "#") for one in parts),
                    Figure(words(sum(map(Decimal, parts)))),
                )
                for name, *parts in DOMAINS
            ],
            heads=("Lĩnh vực", "Tối đa"),
        ),
        "tasks": stacks(
            "Chương trình cải cách hành chính",
            PROGRESS,
            [_tasks(name, counts) for name, *counts in TASKS],
            heads=("Lĩnh vực", "Tổng"),
            foot=_tasks("Cả chương trình", (17, 13, 5, 2)),
        ),
        "months": line(
            "Tỷ lệ đúng hạn từng tháng, 11/2025 đến 10/2026. Tháng gần nhất: 94,2\u00a0%.",
            MONTHS,
            [_series("Toàn tỉnh", SHARES)],
            target=98,
        ),
        "years": line(
            "Chỉ số hài lòng, 2018 đến 2024: tỉnh và trung bình.",
            YEARS,
            [_series("Tỉnh", SATISFACTION), _series("Trung bình", NATION)],
            breaks=[Break(4, "đối tượng và nội dung khảo sát thay đổi, không so được với các năm trước.")],
            width=FULL,
        ),
    }


def _tasks(name: str, counts: Sequence[int]) -> Row:
    *figures, late = (Figure(str(one), "#" if one else "") for one in counts)
    return Row(
        name, tuple(counts), (*figures, replace(late, late=bool(late.href))), Figure(str(sum(counts)), "#")
    )


def _series(name: str, values: tuple[str | None, ...]) -> Series:
    return Series(
        name,
        tuple(None if one is None else Decimal(one) for one in values),
        tuple(Figure("chưa có") if one is None else Figure(words(one), "#") for one in values),
    )
