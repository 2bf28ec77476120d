"""Which four people show the house best, in the order in which a dossier meets them."""

from collections.abc import Mapping

TO_TRY: Mapping[str, str] = {
    "Lý Thị Hoài": "tìm “khai sinh”, nộp hồ sơ, theo dõi",
    "Ma Thị Hoa": "kiểm tra giấy tờ, tiếp nhận, trả kết quả",
    "Hà Minh Tuấn": "thẩm định, yêu cầu bổ sung, soạn kết quả",
    "Lương Thị Lan": "duyệt và ký",
}
