"""What the interface says to whoever writes a program against it."""

TITLE = "Danh mục thủ tục hành chính"
ABOUT = (
    "Danh mục thủ tục hành chính của tỉnh, chỉ đọc, không cần đăng nhập. "
    "Dùng lại ETag với If-None-Match để chỉ tải khi có thay đổi."
)
NOT_FOUND = "Không có thủ tục nào mang mã này."
NO_ADDRESS = "Không có gì ở địa chỉ này. Xem mô tả tại /api/v1/openapi.json."
BAD_VALUE = "Tham số “{name}” không dùng được: {why}."
ONLY_READING = "Địa chỉ này chỉ trả lời GET và HEAD."
AFTER_UNKNOWN = "Mã “{code}” ở tham số “after” không đúng dạng mã thủ tục."
WHY = {
    "greater_than_equal": "nhỏ quá",
    "less_than_equal": "lớn quá",
    "int_parsing": "phải là số nguyên",
    "enum": "không thuộc các giá trị cho phép",
    "string_too_long": "dài quá",
    "string_pattern_mismatch": "không đúng dạng",
    "missing": "còn thiếu",
}
WHY_ELSE = "không đúng dạng"
