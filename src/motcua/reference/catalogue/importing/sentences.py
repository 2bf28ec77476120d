"""What people read about a flaw: what is wrong with the row, and what to do about it."""

import re

from motcua.base.rooms import Sentence
from motcua.reference.catalogue.importing.words import Flaw, Found

# A fact of one row, in brackets or quotes.
_FACT = re.compile(r"(: )?(\([^()]*\{\w+\}[^()]*\)|“\{\w+\}”) ?")
# Kinds whose sentence has facts in its middle.
TITLES = {
    Flaw.CODE_REPEATED: "Mã đã có ở dòng trước",
    Flaw.WRONG_TYPE: "Giá trị sai kiểu",
    Flaw.ORPHAN_ROW: "Dòng của mã không có trong bảng “Thủ tục”",
    Flaw.HELD_BACK: "Tên trong tệp khác hẳn tên đang có, dòng được giữ lại",
    Flaw.NAME_DISAGREES: "Tên không khớp với mã theo nguồn khác",
    Flaw.NAME_LONG: "Tên dài bất thường",
    Flaw.SAME_NAME: "Trùng tên với mã khác",
    Flaw.CODE_LOCALISED: "Bản của một địa phương",
    Flaw.CODE_REPLACED: "Mã đã thay bằng mã khác",
    Flaw.SEVERAL_CASES: "Nhiều trường hợp với giấy tờ riêng",
}
SENTENCES: dict[Flaw, Sentence] = {
    Flaw.NOT_UTF8: Sentence("Dòng không được ghi bằng UTF-8", "Lưu lại tệp bằng UTF-8"),
    Flaw.NOT_JSON: Sentence("Dòng không phải là JSON", "Sửa dấu ngoặc, dấu phẩy của dòng"),
    Flaw.NOT_AN_OBJECT: Sentence("Dòng không phải là một đối tượng JSON", "Ghi mỗi thủ tục là một đối tượng"),
    Flaw.LINE_TOO_LONG: Sentence("Dòng dài quá 4 MB", "Kiểm tra xem tệp có mất dấu xuống dòng"),
    Flaw.CODE_MISSING: Sentence("Thiếu mã thủ tục", "Ghi mã quốc gia của thủ tục"),
    Flaw.CODE_MALFORMED: Sentence("Mã “{code}” không đúng dạng", "Ghi mã như 1.001193"),
    Flaw.CODE_REPEATED: Sentence("Mã đã có ở dòng {first}", "Giữ một dòng cho mỗi mã"),
    Flaw.NAME_MISSING: Sentence("Thiếu tên thủ tục", "Ghi tên như quyết định công bố"),
    Flaw.WRONG_TYPE: Sentence("Phần {place} phải là {wanted}", "Sửa giá trị của phần này"),
    Flaw.ORPHAN_ROW: Sentence(
        "Bảng “{sheet}” có dòng của mã không có trong bảng “Thủ tục”", "Sửa mã hoặc thêm thủ tục"
    ),
    Flaw.HELD_BACK: Sentence(
        "Tên trong tệp khác hẳn tên đang có, dòng được giữ lại: “{name}”, đang có “{other}”",
        "Đối chiếu với quyết định rồi chấp nhận tên mới",
    ),
    Flaw.NAME_DISAGREES: Sentence(
        "Nguồn khác ghi mã này là “{other}”. Tên được giữ nhưng chưa coi là chắc chắn",
        "Đối chiếu tên với quyết định công bố",
    ),
    Flaw.NAME_VARIES: Sentence("Nguồn khác ghi tên hơi khác: “{other}”", "Đối chiếu khi rà soát"),
    Flaw.NAME_TRUNCATED: Sentence("Tên bị cắt ngắn ở nguồn", "Ghi lại đủ tên"),
    Flaw.NAME_LONG: Sentence("Tên dài {length} ký tự", "Kiểm tra tên có lẫn nội dung khác"),
    Flaw.SAME_NAME: Sentence("Trùng tên với mã {other} ở dòng {at}", "Ghi rõ điểm khác nhau của hai thủ tục"),
    Flaw.CODE_LOCAL: Sentence("Mã riêng của địa phương, không phải mã quốc gia", "Tìm mã quốc gia tương ứng"),
    Flaw.CODE_LOCALISED: Sentence(
        "Bản của địa phương {owner} cho thủ tục {national}", "Dùng như mã khác của thủ tục {national}"
    ),
    Flaw.CODE_REPLACED: Sentence("Mã đã thay bằng {other}", "Dùng mã mới"),
    Flaw.FIELD_MISSING: Sentence("Không ghi lĩnh vực", "Ghi lĩnh vực"),
    Flaw.LEVEL_UNKNOWN: Sentence("Cấp thực hiện không rõ", "Ghi cấp bộ, tỉnh, xã hoặc khác"),
    Flaw.NO_AGENCY: Sentence("Không ghi cơ quan thực hiện", "Ghi cơ quan giải quyết"),
    Flaw.AGENCY_FROM_LIST: Sentence(
        "Cơ quan thực hiện lấy từ danh sách, không từ trang chi tiết", "Đối chiếu cơ quan"
    ),
    Flaw.NO_SUBJECTS: Sentence("Không ghi đối tượng thực hiện", "Ghi đối tượng"),
    Flaw.BRIEF: Sentence("Chỉ có thông tin tóm tắt", "Bổ sung từ quyết định công bố"),
    Flaw.WRONG_PAGE: Sentence(
        "Trang chi tiết của mã này là của thủ tục khác nên đã bị bỏ ở nguồn", "Lấy lại chi tiết đúng"
    ),
    Flaw.NO_CHANNEL: Sentence("Không ghi cách thực hiện", "Ghi cách nộp và thời hạn"),
    Flaw.CHANNEL_UNKNOWN: Sentence("Cách nộp không rõ", "Ghi trực tiếp, trực tuyến hoặc bưu chính"),
    Flaw.CHANNEL_REPEATED: Sentence("Cách nộp ghi hai lần giống nhau", "Giữ một lần"),
    Flaw.SEVERAL_TIMES: Sentence("Một cách nộp có nhiều thời hạn", "Tách theo trường hợp"),
    Flaw.UNIT_MISSING: Sentence("Thời hạn không có đơn vị", "Ghi ngày hay ngày làm việc"),
    Flaw.UNIT_UNKNOWN: Sentence(
        "Đơn vị thời hạn “{said}” không rõ", "Ghi giờ, ngày, ngày làm việc hoặc tháng"
    ),
    Flaw.DURATION_MISSING: Sentence("Không ghi thời hạn", "Ghi thời hạn hoặc ghi rõ là không cố định"),
    Flaw.DURATION_ZERO: Sentence("Thời hạn bằng 0", "Ghi giải quyết ngay hoặc số giờ"),
    Flaw.DURATION_NEGATIVE: Sentence("Thời hạn âm ({said})", "Ghi lại thời hạn"),
    Flaw.DURATION_FRACTION: Sentence("Thời hạn lẻ ({said})", "Ghi bằng số nguyên của đơn vị nhỏ hơn"),
    Flaw.DURATION_UNSURE: Sentence("Thời hạn được phỏng đoán ở nguồn", "Đối chiếu thời hạn"),
    Flaw.FEE_SUSPECT: Sentence("Mức phí nhỏ bất thường ({said} đồng)", "Ghi đủ mức phí"),
    Flaw.FEE_DEPENDS: Sentence(
        "Ghi 0 đồng nhưng kèm ghi chú: mức tùy trường hợp, không phải miễn phí",
        "Ghi mức theo nghị quyết của Hội đồng nhân dân hoặc văn bản khác",
    ),
    Flaw.FEE_CONTRADICTS: Sentence("Vừa ghi miễn phí vừa có mức phí", "Giữ một trong hai"),
    Flaw.FEE_NEGATIVE: Sentence("Mức phí âm ({said})", "Ghi lại mức phí"),
    Flaw.FEE_FOREIGN: Sentence("Mức phí bằng ngoại tệ ({said})", "Ghi mức bằng đồng nếu có"),
    Flaw.FEE_UNSPLIT: Sentence("Không rõ là phí hay lệ phí", "Ghi rõ phí hoặc lệ phí"),
    Flaw.FEE_MISSING: Sentence("Không ghi phí, lệ phí", "Ghi mức hoặc ghi rõ là miễn phí"),
    Flaw.SEVERAL_CASES: Sentence(
        "Có {number} trường hợp với giấy tờ riêng", "Đặt tên ngắn cho từng trường hợp"
    ),
    Flaw.NO_COMPONENTS: Sentence("Không ghi thành phần hồ sơ", "Ghi các giấy tờ phải nộp"),
    Flaw.COMPONENTS_UNPARSED: Sentence("Thành phần hồ sơ chưa tách được ở nguồn", "Tách thành từng giấy tờ"),
    Flaw.QUANTITY_GUESSED: Sentence("Số lượng giấy tờ là phỏng đoán", "Đối chiếu số bản"),
    Flaw.QUANTITY_MISSING: Sentence("Giấy tờ thiếu tên hoặc số lượng", "Ghi tên, số bản chính, bản sao"),
    Flaw.NO_RESULTS: Sentence("Không ghi kết quả", "Ghi kết quả giải quyết"),
    Flaw.RESULT_CODE_MISSING: Sentence("Kết quả không có mã", "Ghi mã kết quả"),
    Flaw.RESULT_CODE_REPEATED: Sentence("Hai kết quả cùng một mã", "Ghi lại mã kết quả"),
    Flaw.NO_LEGAL_BASIS: Sentence("Không ghi căn cứ pháp lý", "Ghi các văn bản"),
    Flaw.UNKNOWN_PART: Sentence("Có phần không thuộc bản ghi thủ tục; vẫn được giữ", "Kiểm tra tên cột"),
    Flaw.UNPRINTABLE: Sentence("Có ký tự không lưu được, đã bỏ", "Kiểm tra chữ ở dòng này"),
    Flaw.FLAGGED: Sentence("Nguồn có cảnh báo khác", "Xem lại dòng này"),
}


def title(kind: Flaw) -> str:
    """Give the heading of a kind of flaw, without the facts of one row."""
    if kind in TITLES:
        return TITLES[kind]
    return _FACT.sub("", SENTENCES[kind].problem).strip()


def sentence(found: Found) -> str:
    """Give the whole sentence about one row: what is wrong, where, and what to do."""
    facts = {"code": found.code, **found.facts}
    problem, cure = (text.format_map(_Known(facts)) for text in SENTENCES[found.kind])
    places = f" ({facts['places']})" if facts.get("places") else ""
    return f"{problem}{places}. {cure}."


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "không rõ"
