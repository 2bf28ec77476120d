"""English of the public pages, by their Vietnamese. What procedures say stays as published."""

from collections.abc import Mapping
from types import MappingProxyType

ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        # around every page
        "Trang chính thức của ": "Official site of the ",
        "Đến nội dung chính": "Skip to main content",
        "Danh mục": "Menu",
        "Quay lại": "Back",
        "Thông tin thêm": "More information",
        "Thủ tục": "Procedures",
        "Tra cứu hồ sơ": "Follow a dossier",
        "Trợ giúp": "Help",
        "Đăng nhập bằng VNeID": "Sign in with VNeID",
        "Cần hỏi trực tiếp": "Talk to somebody",
        "Hướng dẫn nộp hồ sơ": "How to file",
        "Công khai": "Open to all",
        "Danh mục thủ tục": "All procedures",
        "Về trang này": "About this site",
        "Dữ liệu cá nhân": "Personal data",
        "Tuyên bố tiếp cận": "Accessibility",
        "Dành cho cán bộ": "For officials",
        # home
        "Bạn cần làm thủ tục gì?": "What do you need to do?",
        "Gõ theo cách bạn vẫn nói, có dấu hoặc không dấu.": (
            "Type in Vietnamese as you would say it, with or without diacritics."
        ),
        "Thủ tục cần tìm": "Procedure to find",
        "Tìm": "Search",
        "Chọn theo việc trong đời": "Choose by life event",
        "Việc của doanh nghiệp, hợp tác xã": "For enterprises and cooperatives",
        "Theo cơ quan giải quyết": "By agency",
        "Hồ sơ của bạn đến đâu?": "Where is your dossier?",
        "Mã hồ sơ": "Dossier code",
        "Ở góc trên giấy hẹn, ví dụ": "In the corner of your receipt, for example",
        "Tra cứu": "Look up",
        "Thủ tục hay làm": "Often used",
        "0 gợi ý": "0 suggestions",
        "Chưa có gợi ý": "No suggestion",
        # results
        "Tìm thủ tục": "Find a procedure",
        "Lọc kết quả": "Filter",
        "Bạn làm cho ai?": "Who is it for?",
        "Thứ tự": "Order",
        "Hợp nhất trước": "Best match first",
        "Tên, A đến Y": "By name",
        "Hay làm trước": "Most used first",
        "Không còn áp dụng": "No longer in force",
        "Trang trước": "Previous page",
        "Trang sau": "Next page",
        "Các trang": "Pages",
        "Đang lọc theo": "Filtered by",
        "Bỏ mọi bộ lọc": "Clear all filters",
        "Bỏ": "Remove",
        "Lọc": "Apply",
        "Tất cả": "All",
        "Dành cho": "For",
        "Cấp giải quyết": "Level",
        "Nộp hồ sơ": "Filing",
        "Nộp trực tuyến": "Online",
        "Lĩnh vực": "Field",
        "Cơ quan giải quyết": "Agency",
        "Việc trong đời": "Life event",
        "Người dân": "Citizens",
        "Doanh nghiệp, hợp tác xã": "Enterprises, cooperatives",
        "Tổ chức khác": "Other organisations",
        "Cán bộ, công chức": "Officials",
        "Xã, phường": "Commune, ward",
        "Cấp tỉnh": "Province",
        "Bộ, ngành trung ương": "Central government",
        "Cơ quan khác": "Other agencies",
        "Trọn quy trình": "Whole process",
        "Một phần": "In part",
        "Chưa có": "Not yet",
        "Nộp được ngay trên trang này": "Can be filed on this site",
        "Chưa tìm thấy thủ tục nào": "Nothing found yet",
        "Không có thủ tục nào khớp mọi bộ lọc": "Nothing matches every filter",
        "Theo việc trong đời": "By life event",
        "Theo lĩnh vực": "By field",
        # a procedure
        "Nội dung thủ tục được công bố bằng tiếng Việt.": (
            "Procedures are published in Vietnamese; their content is shown as published."
        ),
    }
)
