"""What people read about a fault of a criteria set: what is wrong, and what to do."""

from collections.abc import Mapping

from motcua.reform.scoring.words import Fault

_SENTENCES = {
    Fault.NOT_READ: "Không mở được tệp. Lưu lại tệp rồi gửi lần nữa.",
    Fault.TOO_LARGE: "Tệp quá lớn ({said}). Gửi tệp nhiều nhất {most}.",
    Fault.NOT_UTF8: "Tệp không được ghi bằng UTF-8. Lưu lại tệp bằng UTF-8.",
    Fault.NOT_JSON: "Tệp không phải là JSON đúng. Sửa ở dòng {at}, chữ thứ {place}.",
    Fault.NO_ROWS: "Bộ tiêu chí không có dòng nào được tính điểm. Thêm lĩnh vực, tiêu chí.",
    Fault.NO_SHEET: "Không thấy dòng tiêu đề có các cột {known}. Ghi tên cột ở một dòng đầu bảng.",
    Fault.UNKNOWN_FILE: "Chỉ đọc được tệp .json, .csv hoặc .xlsx. Lưu lại theo một trong ba dạng đó.",
    Fault.TOO_MANY_ROWS: "Có quá nhiều dòng. Gửi nhiều nhất {most} dòng.",
    Fault.MISSING_COLUMN: "Thiếu cột này. Thêm cột {known}.",
    Fault.COLUMN_TWICE: "Cột có hai lần. Giữ một cột.",
    Fault.MISSING_VALUE: "Chưa ghi. Điền vào ô này.",
    Fault.WRONG_TYPE: "Giá trị không đúng kiểu. Ghi {known}.",
    Fault.NOT_A_NUMBER: "“{said}” không phải là số. Ghi bằng chữ số, ví dụ 0,25.",
    Fault.TOO_FINE: "Số có quá nhiều số lẻ. Ghi nhiều nhất {most} số lẻ.",
    Fault.FORMULA: "Ô có công thức hoặc lỗi tính “{said}”. Ghi thẳng giá trị vào ô.",
    Fault.UNKNOWN_WORD: "“{said}” không có nghĩa ở cột này. Ghi một trong: {known}.",
    Fault.TOO_LONG: "Dài quá {most} ký tự. Rút ngắn lại.",
    Fault.DUPLICATE_CODE: "Mã {code} đã có ở dòng {at}. Đổi một trong hai mã.",
    Fault.BAD_CODE: "Mã “{said}” không đúng dạng. Ghi như 1.2.3, nhiều nhất {most} ký tự.",
    Fault.UNKNOWN_PARENT: "Mã {code} thuộc {parent}, nhưng không có dòng nào mang mã đó. Sửa mã cha.",
    Fault.CIRCLE: "Mã {code} nằm trong chính nó. Sửa mã cha.",
    Fault.TOO_DEEP: "Cây sâu quá {most} bậc. Gộp bớt bậc.",
    Fault.LEAF_WITHOUT_RULE: "Tiêu chí {code} không có mục con nên phải có cách chấm. Ghi quy tắc chấm.",
    Fault.PARENT_WITH_RULE: "Mục {code} có mục con nên không tự chấm. Bỏ quy tắc, hoặc bỏ các mục con.",
    Fault.POINTS_BELOW_ZERO: "Điểm {said} nhỏ hơn 0. Ghi điểm trên 0.",
    Fault.NO_POINTS: "Điểm tối đa bằng 0. Ghi điểm trên 0 hoặc bỏ dòng này.",
    Fault.SUM_OF_CHILDREN: "Các mục con của {code} cộng lại {total}, {gap} so với {said} đã ghi. Sửa điểm.",
    Fault.SUM_OF_TOTAL: "Các lĩnh vực cộng lại {total}, {gap} so với {said} của cả bộ. Sửa điểm.",
    Fault.KIND_INSIDE: "Mục {code} khác loại với {parent}. Điểm thưởng, điểm trừ để thành mục riêng.",
    Fault.UNKNOWN_RULE: "Không có cách chấm “{said}”. Dùng một trong: {known}.",
    Fault.UNKNOWN_SETTING: "Cách chấm này không có mục đó. Các mục dùng được: {known}.",
    Fault.MISSING_SETTING: "Cách chấm còn thiếu mục này. Điền vào.",
    Fault.SETTING_WRONG: "“{said}” không dùng được ở đây. Ghi: {known}.",
    Fault.SETTING_OUT_OF_RANGE: "{said} nằm ngoài khoảng. Ghi {bounds}.",
    Fault.STEP_ABOVE_MAX: "{said} cao hơn điểm tối đa {most}. Ghi nhiều nhất {most}.",
    Fault.BANDS_NOT_DESCENDING: "Mức này cao hơn mức trên nó ({upper}). Xếp các mức từ cao xuống thấp.",
    Fault.BAND_NEVER_REACHED: "Mức này trùng với mức trên nó ({upper}), không bao giờ tới. Bỏ bớt một mức.",
    Fault.BANDS_HOLE: "Giữa {until} và {upper} không có mức nào. Nối liền hai mức.",
    Fault.BANDS_OVERLAP: "Đến {until} là chồng lên mức từ {upper}. Nối liền hai mức.",
    Fault.UNKNOWN_MEASURE: "Không có chỉ tiêu đo “{said}”. Ghi đúng mã chỉ tiêu hoặc để trống.",
}
_KNOWN = {
    Fault.WRONG_TYPE: {"known": "đúng kiểu của cột"},
    Fault.SETTING_WRONG: {"said": "", "known": "giá trị đúng của mục này"},
    Fault.NOT_JSON: {"at": "1", "place": "1"},
}


def says(fault: Fault, facts: Mapping[str, str]) -> str:
    """Give the sentence of a fault with its facts filled in."""
    return _SENTENCES[fault].format_map(_Known({**_KNOWN.get(fault, {}), **facts}))


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "(chưa rõ)"
