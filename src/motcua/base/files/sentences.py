"""What people are told when a file is not accepted: what is wrong and what to do."""

from motcua.base.files.words import KIND_OF_ENDING, Problem, Trouble

ALLOWED = "PDF, JPG hoặc PNG"
NBSP = "\u00a0"
SHREDDED = (
    "Tệp này đã được hủy nên không ai đọc được nữa. Cần lại giấy tờ, hỏi cơ quan đã cấp hoặc nộp bản mới."
)

_SENTENCES = {
    Trouble.EMPTY: "Tệp này trống. Chọn lại tệp có nội dung.",
    Trouble.TOO_LARGE: "Tệp này lớn hơn {size}. Chụp hoặc quét lại ở cỡ nhỏ hơn, hoặc tách thành nhiều tệp.",
    Trouble.NOT_ALLOWED: "Chỉ nhận tệp {allowed}. Lưu lại giấy tờ thành một trong ba loại này rồi tải lên.",
    Trouble.WRONG_KIND: (
        "Tệp này không phải {claimed} thật dù tên có đuôi {ending}. "
        "Mở tệp gốc, lưu lại thành {claimed} rồi tải lên."
    ),
    Trouble.CORRUPT: "Tệp này bị hỏng hoặc chưa tải đủ nên không mở được. Lưu hoặc quét lại rồi tải lên.",
    Trouble.ENCRYPTED: "Tệp PDF này bị khoá bằng mật khẩu. Bỏ mật khẩu, lưu lại rồi tải lên.",
    Trouble.TOO_MANY_PIXELS: ("Ảnh này có nhiều hơn {limit} điểm ảnh. Chụp lại ở cỡ nhỏ hơn rồi tải lên."),
    Trouble.TOO_MANY_PAGES: "Tệp PDF này có {actual} trang, nhiều hơn mức {limit}. Tách thành nhiều tệp.",
    Trouble.TOO_COMPLEX: "Tệp này quá phức tạp để mở an toàn. Chọn In, lưu thành PDF mới rồi tải lên.",
    Trouble.ACTIVE_CONTENT: (
        "Tệp PDF này có mã lệnh hoặc tệp đính kèm bên trong nên không nhận được. "
        "Mở tệp, chọn In, lưu thành PDF mới rồi tải lên."
    ),
    Trouble.POLYGLOT: (
        "Tệp này chứa thêm dữ liệu của một loại tệp khác nên không nhận được. "
        "Chụp hoặc quét lại giấy tờ rồi tải lên."
    ),
    Trouble.OFFICE: (
        "Đây là tệp văn phòng, có thể chứa mã lệnh (macro). Mở tệp, lưu thành PDF rồi tải bản PDF lên."
    ),
    Trouble.DRAWING: "Tệp này là hình vẽ SVG. Xuất ra PDF, JPG hoặc PNG rồi tải lên.",
    Trouble.NOT_AS_SENT: "Tệp đến nơi không giống tệp trên máy của bạn. Chọn lại tệp rồi tải lên từ đầu.",
    Trouble.TOO_MUCH_TODAY: (
        "Hôm nay bạn đã gửi gần đủ mức {size} mỗi ngày. Gửi tiếp vào ngày mai, hoặc gửi tệp nhỏ hơn."
    ),
    Trouble.NOT_KEPT: (
        "Tệp này chưa được lưu vì kho tệp của chúng tôi đang gặp lỗi, không phải do tệp. "
        "Thử lại sau vài phút; cần gấp, gọi đường dây nóng hoặc đến quầy một cửa."
    ),
    Trouble.INFECTED: "Tệp này có mã độc nên không nhận được. Quét vi-rút trên máy rồi chụp lại giấy tờ.",
}
_HEIC = "Ảnh này có định dạng HEIC. Lưu lại thành JPG rồi tải lên."
_OTHER_ALLOWED = "Tệp này có đuôi {ending} nhưng thật ra là {found}. Đổi đuôi thành {right} rồi tải lên."


def sentence(problem: Problem) -> str:
    """Return what to say to the person whose file has `problem`."""
    if {problem.ending, problem.found} & {".heic", ".heif"}:
        return _HEIC
    claimed, found = KIND_OF_ENDING.get(problem.ending), KIND_OF_ENDING.get(problem.found)
    template = _OTHER_ALLOWED if found else _SENTENCES[problem.trouble]
    return template.format(
        allowed=ALLOWED,
        size=_size(problem.limit),
        claimed=claimed.name if claimed else ALLOWED,
        ending=problem.ending,
        found=found.name if found else "",
        right=problem.found,
        limit=_count(problem.limit),
        actual=_count(problem.actual),
    )


def not_joined(number: int, name: str) -> str:
    """Return what to say when one photo stops the others from becoming one PDF."""
    return (
        f"Chưa ghép được vì không mở được ảnh thứ {number} ({name}). "
        "Bỏ ảnh đó rồi chụp lại; các ảnh gốc vẫn còn và vẫn nộp được."
    )


def _size(count: int) -> str:
    for unit, name in ((1024 * 1024, "MB"), (1024, "KB")):
        if count >= unit:
            return f"{count / unit:.1f}".removesuffix(".0").replace(".", ",") + NBSP + name
    return f"{count}{NBSP}byte"


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")
