"""The criteria by which communes are scored."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from demo.scoring.rules import (
    BONUS,
    BY_HAND,
    IN_TIME,
    INDEX,
    MINUS,
    ONLINE,
    ONLINE_SHARE,
    Leaf,
    bands,
    less,
    share,
    steps,
)

GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "1": "Chỉ đạo, điều hành cải cách",
        "2": "Thi hành văn bản pháp luật",
        "3": "Thủ tục hành chính",
        "3.1": "Kết quả giải quyết hồ sơ",
        "3.2": "Nơi tiếp nhận và trả kết quả",
        "4": "Con người và chế độ công vụ",
        "5": "Tài chính công",
        "6": "Chính quyền số",
        "7": "Tác động đến người dân",
    }
)
LEAVES: Sequence[Leaf] = (
    Leaf(
        "1.1",
        "Kế hoạch năm ban hành sớm, rõ việc, rõ người",
        3,
        steps(3, "trước 31/01, đủ nội dung", "sau 31/01 hoặc thiếu nội dung", "không ban hành"),
        "Kế hoạch cải cách hành chính của năm",
        due=1,
    ),
    Leaf(
        "1.2",
        "Việc trong kế hoạch đã làm xong",
        6,
        share("việc đã xong", "việc trong kế hoạch"),
        "Báo cáo kết quả thực hiện kế hoạch",
    ),
    Leaf("1.3", "Báo cáo định kỳ gửi đúng ngày", 3, less(0.5, "mỗi lần gửi chậm"), "Các báo cáo đã gửi"),
    Leaf(
        "1.4",
        "Gặp và đối thoại với người dân",
        3,
        steps(3, "từ hai lần", "một lần", "không"),
        "Biên bản đối thoại",
    ),
    Leaf(
        "2.1",
        "Văn bản đã rà soát",
        5,
        share("văn bản đã rà soát", "văn bản phải rà soát", 0.8, "not_applicable"),
        "Danh mục văn bản rà soát",
    ),
    Leaf(
        "2.2",
        "Theo dõi thi hành pháp luật",
        5,
        steps(5, "có kế hoạch và báo cáo", "thiếu một trong hai", "không"),
        "Kế hoạch, báo cáo theo dõi",
    ),
    Leaf(
        "3.1.1",
        "Hồ sơ có kết quả đúng hạn",
        8,
        bands((98, 8), (95, "prorata"), (90, 4), zero="not_applicable"),
        measure=IN_TIME,
    ),
    Leaf(
        "3.1.2",
        "Hồ sơ nộp trực tuyến",
        6,
        ONLINE_SHARE,
        measure=ONLINE,
    ),
    Leaf(
        "3.1.3",
        "Hồ sơ quá hạn có văn bản xin lỗi",
        4,
        share("hồ sơ có xin lỗi", "hồ sơ quá hạn", 0),
        "Văn bản xin lỗi",
    ),
    Leaf(
        "3.2.1",
        "Thủ tục niêm yết đủ và mới",
        4,
        share("thủ tục niêm yết đúng", "thủ tục của cấp xã", 0.9),
        "Ảnh nơi niêm yết, biên bản tự kiểm tra",
    ),
    Leaf("3.2.2", "Chỗ ngồi, máy móc, người trực ở nơi tiếp nhận", 4, BY_HAND, "Biên bản kiểm tra"),
    Leaf(
        "3.2.3",
        "Phản ánh, kiến nghị trả lời đúng hạn",
        4,
        share("đã trả lời đúng hạn", "đã nhận", 0.8),
        "Sổ theo dõi phản ánh, kiến nghị",
    ),
    Leaf("4.1", "Vị trí việc làm bố trí đúng", 4, share("người bố trí đúng", "người có mặt"), "Đề án vị trí"),
    Leaf(
        "4.2",
        "Người được bồi dưỡng theo kế hoạch",
        4,
        bands((100, 4), (80, 2)),
        "Quyết định cử đi học, giấy chứng nhận",
    ),
    Leaf("4.3", "Kỷ luật công vụ", 4, less(2, "mỗi người bị kỷ luật"), "Báo cáo tổ chức cán bộ"),
    Leaf(
        "5.1",
        "Ngân sách công khai đúng biểu, đúng ngày",
        4,
        steps(4, "đúng biểu, đúng ngày", "thiếu biểu hoặc chậm", "không công khai"),
        "Văn bản công khai ngân sách",
        due=6,
    ),
    Leaf(
        "5.2",
        "Quy chế chi tiêu có và được cập nhật",
        4,
        steps(4, "có, đã cập nhật", "có, chưa cập nhật", "không có"),
        "Quy chế chi tiêu nội bộ",
    ),
    Leaf("6.1", "Văn bản đi ký số", 5, share("văn bản ký số", "văn bản đi", 0.8), "Sổ văn bản đi"),
    Leaf(
        "6.2", "Hồ sơ được số hóa khi tiếp nhận", 5, share("hồ sơ đã số hóa", "hồ sơ", 0.5), "Báo cáo số hóa"
    ),
    Leaf(
        "6.3",
        "Tổ công nghệ số đến từng thôn, tổ dân phố",
        5,
        steps(5, "có, làm việc đều", "có, ít làm việc", "không có"),
        "Quyết định thành lập, nhật ký hoạt động",
    ),
    Leaf("7.1", "Mức hài lòng của người dân", 7, INDEX),
    Leaf(
        "7.2",
        "Thu ngân sách so với dự toán",
        3,
        steps(3, "vượt", "đạt", "không đạt"),
        "Báo cáo thu ngân sách",
        due=12,
    ),
    BONUS,
    MINUS,
)
