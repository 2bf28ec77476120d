"""The whole list in one file, and what each of its columns means."""

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse

from motcua.base.clock import today
from motcua.doors.api import reading, shapes
from motcua.reference.catalogue import queries
from motcua.reference.catalogue.importing.cells import safe_cell
from motcua.reference.catalogue.words import Level, OnlineLevel

HEADINGS = {
    "code": "Mã thủ tục",
    "name": "Tên chính thức",
    "title": "Tên thường gọi",
    "name_sure": "Tên chắc chắn",
    "field": "Lĩnh vực",
    "levels": "Cấp thực hiện",
    "ministry": "Bộ quản lý",
    "agency": "Cơ quan giải quyết",
    "subjects": "Đối tượng thực hiện",
    "online_level": "Mức độ trực tuyến",
    "time": "Thời hạn",
    "fee": "Phí, lệ phí",
    "version": "Phiên bản",
    "decision_no": "Số quyết định",
    "effective_from": "Có hiệu lực từ",
    "changed_at": "Công khai lúc",
    "fileable": "Nộp được tại đây",
}
LEVELS = {Level.MINISTRY: "Bộ", Level.PROVINCE: "Tỉnh", Level.COMMUNE: "Xã", Level.OTHER: "Khác"}
ONLINE = {
    OnlineLevel.FULL: "Toàn trình",
    OnlineLevel.PARTIAL: "Một phần",
    OnlineLevel.NONE: "Không trực tuyến",
}
TYPES = {"name_sure": "Có/Không", "fileable": "Có/Không", "version": "số", "effective_from": "ngày"}
BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets misread Vietnamese letters


def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Stream the list as CSV."""
    return _streamed(_csv_lines(reading.everything(on=today())), "text/csv; charset=utf-8", "danh-muc.csv")


def as_json(request: HttpRequest) -> StreamingHttpResponse:
    """Stream the list as one JSON array."""
    rows = reading.everything(on=today())
    return _streamed(_json_parts(rows), "application/json; charset=utf-8", "danh-muc.json")


def dictionary() -> list[shapes.Entry]:
    """Explain each column."""
    fields = shapes.ListedProcedure.model_fields
    return [
        shapes.Entry(
            key=key,
            heading=heading,
            meaning=fields[key].description or heading,
            type=TYPES.get(key, "chữ"),
        )
        for key, heading in HEADINGS.items()
    ]


def _streamed(parts: Iterable[str], media_type: str, name: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(parts, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    # The day counts: versions come into force without being written.
    state = f"{queries.mark()}/{today()}/{name}"
    response["ETag"] = f'W/"{hashlib.sha256(state.encode()).hexdigest()[:32]}"'
    return response


def _csv_lines(rows: Iterable[shapes.ListedProcedure]) -> Iterator[str]:
    line = _Line()
    table = csv.writer(line)
    table.writerow(HEADINGS.values())
    yield BYTE_ORDER_MARK + line.text
    for row in rows:
        table.writerow([safe_cell(_cell(getattr(row, key))) for key in HEADINGS])
        yield line.text


def _json_parts(rows: Iterable[shapes.ListedProcedure]) -> Iterator[str]:
    before = "["
    for row in rows:
        yield before + json.dumps(row.model_dump(mode="json"), ensure_ascii=False)
        before = ",\n"
    yield "]\n" if before != "[" else "[]\n"


def _cell(value: Any) -> object:
    match value:
        case bool():
            return "Có" if value else "Không"
        case list():
            return "; ".join(str(_cell(one)) for one in value)
        case Level():
            return LEVELS[value]
        case OnlineLevel():
            return ONLINE[value]
        case None:
            return ""
        case _:
            return value if isinstance(value, int | str) else value.isoformat()


class _Line:
    """Where the table writes: it keeps the last line alone."""

    text = ""

    def write(self, text: str) -> None:
        """Keep a line."""
        self.text = text
