"""English of the public pages, by their Vietnamese. What procedures say stays as published."""

from collections.abc import Mapping
from types import MappingProxyType

from motcua.base.ui.words import TRIAL

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
        "Thông báo": "Notices",
        "Đăng nhập bằng VNeID": "Sign in with VNeID",
        "Cần hỏi trực tiếp": "Talk to somebody",
        "Gọi {} trong giờ làm việc: {}.": "Call {} in working hours: {}.",
        "07:30–11:30 và 13:30–17:30, thứ Hai đến thứ Sáu": ("07:30–11:30 and 13:30–17:30, Monday to Friday"),
        TRIAL: "A trial: its people and dossiers are invented, and no authority runs it.",
        "Hồ sơ của bạn": "Your dossiers",
        "Kho giấy tờ": "Store of papers",
        "Nộp thay": "Filing for others",
        "Đăng xuất": "Sign out",
        "Hướng dẫn nộp hồ sơ": "How to file",
        "Công khai": "Open to all",
        "Danh mục thủ tục": "All procedures",
        "Về trang này": "About this site",
        "Dữ liệu cá nhân": "Personal data",
        "Tuyên bố tiếp cận": "Accessibility",
        "Dành cho cán bộ": "For officials",
        # home
        "Bạn không phải nộp lại giấy tờ Nhà nước đã có.": "You need not hand in again what the State has.",
        "Kho giấy tờ của bạn": "Your papers",
        "Bạn cần làm thủ tục gì?": "What do you need to do?",
        "Gõ theo cách bạn vẫn nói, có dấu hoặc không dấu.": (
            "Type in Vietnamese as you would say it, with or without diacritics."
        ),
        "Thủ tục cần tìm": "Procedure to find",
        "Tìm": "Search",
        "Ví dụ:": "Such as:",
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
        "bạn thuộc trường hợp nào?": "which one is yours?",
        "Khác nhau ở đâu": "How they differ",
        "Dành cho ai": "For whom",
        "Bạn nhận được": "You receive",
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
        # progress, the kiosk
        "Tình hình giải quyết hồ sơ": "On-time figures (in Vietnamese)",
        "Tiến độ": "Progress",
        "Hồ sơ": "Dossier",
        "Tình trạng": "State",
        "Đang ở": "Now at",
        "Tiếp nhận": "Accepted",
        "chưa tiếp nhận": "not accepted yet",
        "Hẹn trả": "Promised for",
        "tính lại khi nhận đủ giấy tờ": "counted anew once all papers are there",
        "Xử lý xong": "Finished",
        "Ở đây chỉ hiện mã và tiến độ.": "Only the code and the progress are shown here.",
        "Hồ sơ của chính bạn,": "Your own dossier:",
        "xem đầy đủ": "see all of it",
        "đăng nhập bằng VNeID": "sign in with VNeID",
        "để xem đầy đủ": "to see all of it",
        "Bạn đã tra cứu nhiều lần trong một phút.": "You have looked up many codes within a minute.",
        "Chờ một phút rồi thử lại.": "Wait a minute, then try again.",
        "Không có hồ sơ nào mang mã": "There is no dossier with the code",
        "Xem lại từng chữ số và dấu gạch trên giấy hẹn, ví dụ": (
            "Check each digit and dash on your receipt, for example"
        ),
        "Vừa nộp trực tuyến thì dùng mã tạm trên trang xác nhận.": (
            "If you have just filed online, use the temporary code of the confirmation page."
        ),
        "Bạn cần làm gì?": "What do you need?",
        "Có giấy hẹn? Quét mã QR": "Have a receipt? Scan its QR code",
        "Đặt mã vào ô đọc bên dưới màn hình. Không phải gõ gì cả.": (
            "Hold the code to the reader below the screen. No typing needed."
        ),
        "Xem": "Show",
        "Hoặc chạm để chọn": "Or touch to choose",
        "Cần giấy tờ gì?": "What papers do I need?",
        "Tìm và in danh sách": "Find and print the list",
        "Hồ sơ của tôi đến đâu?": "Where is my dossier?",
        "Gõ mã hồ sơ": "Type its code",
        "Có con, kết hôn, nhà đất": "Children, marriage, land",
        "Hỏi cán bộ": "Ask an officer",
        "Không tự làm được cũng không sao": "No need to manage alone",
        "Ví dụ: khai sinh, sổ đỏ": "In Vietnamese, such as: khai sinh",
        "thủ tục": "procedures",
        "Thử ít chữ hơn, ví dụ “khai sinh”, hoặc hỏi cán bộ tại quầy.": (
            "Try fewer words, such as “khai sinh”, or ask an officer at the counter."
        ),
        "Chưa có nhóm nào": "No groups yet",
        "Tìm bằng chữ, hoặc hỏi cán bộ tại quầy.": "Search by words, or ask an officer at the counter.",
        "Máy này đã tra cứu nhiều lần trong một phút. Chờ một phút rồi thử lại.": (
            "This machine has looked up many codes within a minute. Wait a minute, then try again."
        ),
        "Chưa có mã hồ sơ. Quét mã trên giấy hẹn hoặc gõ mã.": (
            "No code yet. Scan the code of your receipt, or type it."
        ),
        "Không có hồ sơ nào mang mã này. Xem lại từng chữ số trên giấy hẹn.": (
            "There is no dossier with this code. Check each digit on your receipt."
        ),
        "Quét mã QR cũng được.": "Scanning the QR code works too.",
        "Xong, xóa hết": "Done, erase all",
        "Nội dung thủ tục chỉ có tiếng Việt.": "What the procedure says is in Vietnamese only.",
        "Thời gian": "Time",
        "Phí, lệ phí": "Fees",
        "Nơi giải quyết": "Decided by",
        "Bạn cần mang": "What to bring",
        "In phiếu hướng dẫn": "Print the list",
        "Quét để xem trên điện thoại": "Scan to read on your phone",
        "Gọi cán bộ": "Call an officer",
        "Về đầu": "Start again",
        "Chữ to, rõ": "Large, clear",
        "Chữ thường": "Usual size",
        "Giơ tay về phía quầy. Cán bộ sẽ đến giúp bạn.": (
            "Raise your hand towards the counter. An officer will come."
        ),
        "Quầy đang đông hoặc nghỉ: gọi": "If the counter is busy or closed, call",
        "Bạn còn ở đây không?": "Are you still there?",
        "Không chạm gì trong 20 giây, máy xóa hết và về màn hình đầu.": (
            "Without a touch in 20 seconds, everything is erased and the first screen comes back."
        ),
        "Tôi còn ở đây": "I am still here",
        "Máy tự xóa mọi thông tin khi bạn rời đi.": "This machine erases everything when you leave.",
        "In từ": "Printed from",
        "Mới đăng ký": "Newly filed",
        "Được tiếp nhận": "Accepted",
        "Không được tiếp nhận": "Not accepted",
        "Đang xử lý": "In process",
        "Yêu cầu bổ sung giấy tờ": "More papers requested",
        "Yêu cầu thực hiện nghĩa vụ tài chính": "Payment requested",
        "Công dân yêu cầu rút hồ sơ": "Withdrawn by the applicant",
        "Dừng xử lý": "Processing stopped",
        "Đã xử lý xong": "Processing finished",
        "Đã trả kết quả": "Result handed over",
    }
)
