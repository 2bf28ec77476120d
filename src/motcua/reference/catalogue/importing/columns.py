"""The sheets of a workbook of procedures: their names, their columns, the parts of a record behind them."""

from dataclasses import dataclass
from enum import StrEnum


class Cell(StrEnum):
    """What a cell of a column holds."""

    TEXT = "text"
    NUMBER = "number"
    YES_OR_NO = "yes_or_no"
    LINES = "lines"
    JSON = "json"


@dataclass(frozen=True)
class Column:
    """A column: the part of the record, its heading, and whether a blank means that the part is absent."""

    part: str
    heading: str
    holds: Cell = Cell.TEXT
    may_lack: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet: one row a procedure, or one row a part of it, keyed by code and number."""

    name: str
    columns: tuple[Column, ...]

    def headings(self) -> tuple[str, ...]:
        """Give the headings in order."""
        return tuple(column.heading for column in self.columns)


CODE = Column("code", "Mã thủ tục")
NUMBER = Column("number", "Số thứ tự", Cell.NUMBER)

PROCEDURES = Sheet(
    "Thủ tục",
    (
        CODE,
        Column("name", "Tên thủ tục"),
        Column("field", "Lĩnh vực"),
        Column("levels", "Cấp thực hiện", Cell.LINES),
        Column("ministry", "Bộ quản lý"),
        Column("publisher", "Bộ công bố"),
        Column("agency", "Cơ quan thực hiện"),
        Column("competent_authority", "Cơ quan có thẩm quyền"),
        Column("delegated_agency", "Cơ quan được ủy quyền"),
        Column("coordinating_agency", "Cơ quan phối hợp"),
        Column("receiving_address", "Địa chỉ tiếp nhận"),
        Column("procedure_type", "Loại thủ tục"),
        Column("decision_no", "Số quyết định"),
        Column("subjects", "Đối tượng thực hiện", Cell.LINES),
        Column("conditions", "Yêu cầu, điều kiện"),
        Column("implementing_order", "Trình tự thực hiện"),
        Column("keywords", "Từ khóa"),
        Column("related", "Thủ tục liên quan"),
        Column("portal_url", "Địa chỉ trên Cổng quốc gia"),
        Column("detail", "Mức chi tiết"),
        Column("as_of", "Dữ liệu tính đến"),
        Column("source", "Nguồn"),
        Column("quality_flags", "Cờ chất lượng", Cell.LINES),
        Column("replaced_by", "Thay bằng mã", may_lack=True),
        Column("extra", "Phần khác", Cell.JSON, may_lack=True),
    ),
)
METHODS = Sheet(
    "Cách thực hiện",
    (
        CODE,
        NUMBER,
        Column("channel", "Cách nộp"),
        Column("duration_value", "Thời hạn", Cell.NUMBER),
        Column("duration_unit", "Đơn vị"),
        Column("free", "Miễn phí", Cell.YES_OR_NO),
        Column("note", "Ghi chú"),
    ),
)
FEES = Sheet(
    "Phí, lệ phí",
    (
        CODE,
        NUMBER,
        Column("method", "Của cách thực hiện số", Cell.NUMBER),
        Column("amount", "Mức", Cell.NUMBER),
        Column("currency", "Đồng tiền"),
        Column("note", "Ghi chú"),
    ),
)
COMPONENTS = Sheet(
    "Thành phần hồ sơ",
    (
        CODE,
        NUMBER,
        Column("group", "Trường hợp"),
        Column("name", "Tên giấy tờ"),
        Column("original", "Bản chính", Cell.NUMBER),
        Column("copy", "Bản sao", Cell.NUMBER),
        Column("form_attached", "Có mẫu kèm", Cell.YES_OR_NO, may_lack=True),
        Column("qty_guessed", "Số lượng phỏng đoán", Cell.YES_OR_NO, may_lack=True),
    ),
)
RESULTS = Sheet("Kết quả", (CODE, NUMBER, Column("name", "Tên kết quả"), Column("code_of", "Mã kết quả")))
LEGAL_BASIS = Sheet("Căn cứ pháp lý", (CODE, NUMBER, Column("act", "Số văn bản")))
# A cell of a workbook holds 32,767 characters; the rest of a longer text stands here, part by part.
REST = Sheet(
    "Phần còn lại",
    (
        Column("sheet", "Bảng"),
        Column("key", "Dòng"),
        Column("column", "Cột"),
        NUMBER,
        Column("text", "Nội dung"),
    ),
)
SHEETS = (PROCEDURES, METHODS, FEES, COMPONENTS, RESULTS, LEGAL_BASIS, REST)
