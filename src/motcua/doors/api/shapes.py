"""The shapes of what the interface answers; names never change within a version of it."""

from datetime import date, datetime

from ninja import Field, Schema

from motcua.reference.catalogue.words import Channel, DurationUnit, FeeKind, Level, OnlineLevel


class Fault(Schema):
    """Why nothing was answered."""

    error: str = Field(description="Mã lỗi để chương trình đọc")
    message: str = Field(description="Một câu cho người đọc")


class ListedProcedure(Schema):
    """One procedure in a list."""

    code: str = Field(description="Mã thủ tục")
    name: str = Field(description="Tên chính thức")
    title: str = Field(description="Tên thường gọi")
    name_sure: bool = Field(description="Tên đã khớp với mã; false: đang đối chiếu")
    field: str = Field(description="Lĩnh vực")
    levels: list[Level] = Field(description="Cấp thực hiện")
    ministry: str = Field(description="Bộ quản lý")
    agency: str = Field(description="Cơ quan giải quyết; trống: nguồn chưa ghi")
    subjects: list[str] = Field(description="Đối tượng thực hiện")
    online_level: OnlineLevel = Field(description="Mức độ trực tuyến")
    time: str = Field(description="Thời hạn, bằng lời")
    fee: str = Field(description="Phí, lệ phí, bằng lời")
    version: int = Field(description="Số phiên bản đang có hiệu lực")
    decision_no: str = Field(description="Số quyết định công bố")
    effective_from: date | None = Field(description="Có hiệu lực từ ngày; null: nguồn không ghi")
    changed_at: datetime = Field(description="Lúc phiên bản này được công khai")
    fileable: bool = Field(description="Nộp được hồ sơ tại hệ thống này")


class Page(Schema):
    """One page of the list."""

    procedures: list[ListedProcedure]
    total: int = Field(description="Số thủ tục khớp điều kiện")
    next: str | None = Field(description="Địa chỉ trang sau; null: hết")


class ChannelShape(Schema):
    """How long one way of filing takes."""

    channel: Channel = Field(description="Cách nộp")
    case: str = Field(description="Trường hợp; trống: mọi trường hợp")
    value: int | None = Field(description="Thời hạn; null: nguồn không ghi")
    unit: DurationUnit | None = Field(description="Đơn vị thời hạn")
    no_fixed_date: bool = Field(description="Không có hạn cố định")
    statutory_value: int | None = Field(description="Thời hạn luật định trước khi tỉnh cắt giảm")
    statutory_unit: DurationUnit | None
    cut_decision_no: str = Field(description="Quyết định cắt giảm")
    note: str


class FeeShape(Schema):
    """One line of phí or lệ phí."""

    kind: FeeKind = Field(description="Phí, lệ phí, hoặc nguồn không phân biệt")
    name: str
    amount: int | None = Field(description="Đồng; null: nguồn không ghi hoặc tùy trường hợp")
    free: bool | None = Field(description="null: tùy trường hợp, không được hiểu là miễn phí")
    per: str
    channel: Channel | None = Field(description="null: mọi cách nộp")
    case: str
    note: str
    exemption: str


class ComponentShape(Schema):
    """One paper that a dossier needs."""

    code: str
    name: str
    case: str
    originals: int
    copies: int
    required: bool
    condition: str = Field(description="Khi nào cần")
    data_source: str = Field(description="Cơ sở dữ liệu thay cho giấy này; không phải nộp")
    quantity_guessed: bool


class ResultShape(Schema):
    """What the procedure gives."""

    code: str
    name: str
    validity_months: int | None
    electronic: bool


class ActShape(Schema):
    """A legal act that the procedure rests on."""

    number: str
    name: str


class VersionShape(Schema):
    """One version among all that were published."""

    version: int
    name: str
    decision_no: str
    effective_from: date | None
    effective_to: date | None
    published_at: datetime


class Detail(Schema):
    """The version in force, whole."""

    version: int
    summary: str
    requirements: str = Field(description="Yêu cầu, điều kiện")
    implementing_order: str = Field(description="Trình tự thực hiện")
    competent_agency: str
    authorised_agency: str
    coordinating_agencies: list[str]
    receiving_address: str
    partial_reason: str = Field(description="Vì sao chưa toàn trình")
    cases: list[str] = Field(description="Các trường hợp")
    channels: list[ChannelShape]
    fees: list[FeeShape]
    components: list[ComponentShape]
    results: list[ResultShape]
    legal_basis: list[ActShape]


class Procedure(Schema):
    """One procedure with its version in force and every published one."""

    code: str
    other_codes: list[str] = Field(description="Mã khác của thủ tục: mã địa phương, mã cũ")
    abolished_on: date | None = Field(description="Ngày bị bãi bỏ")
    replaced_by: str | None = Field(description="Mã thủ tục thay thế")
    listed: ListedProcedure | None = Field(description="null: không có phiên bản nào đang có hiệu lực")
    in_force: Detail | None
    versions: list[VersionShape] = Field(description="Mọi phiên bản đã công khai, mới nhất trước")


class Entry(Schema):
    """One column of the download, explained."""

    key: str = Field(description="Tên trong JSON")
    heading: str = Field(description="Tên cột trong CSV")
    meaning: str
    type: str
