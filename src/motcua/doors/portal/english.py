"""English of the citizens' door: frame, kiosk, look-up. What procedures say stays Vietnamese."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "Thủ tục": "Procedures",
    "Tra cứu hồ sơ": "Track a dossier",
    "Trợ giúp": "Help",
    "Đăng nhập bằng VNeID": "Sign in with VNeID",
    "Hồ sơ của bạn": "Your dossiers",
    "Kho giấy tờ": "Your papers",
    "Đăng xuất": "Sign out",
    "Cần hỏi trực tiếp": "Talk to somebody",
    "Gọi {hotline} trong giờ làm việc: {hours}.": "Call {hotline} in office hours: {hours}.",
    "07:30–11:30 và 13:30–17:30, thứ Hai đến thứ Sáu": "07:30–11:30 and 13:30–17:30, Monday to Friday",
    "Hướng dẫn nộp hồ sơ": "How to file (in Vietnamese)",
    "Công khai": "Open government",
    "Tình hình giải quyết hồ sơ": "On-time figures (in Vietnamese)",
    "Danh mục thủ tục": "All procedures",
    "Về trang này": "About this site",
    "Dữ liệu cá nhân": "Personal data (in Vietnamese)",
    "Tuyên bố tiếp cận": "Accessibility (in Vietnamese)",
    "Dành cho cán bộ": "For officials (in Vietnamese)",
    "Mã hồ sơ": "Dossier code",
    "Ở góc trên giấy hẹn, ví dụ": "At the top of your receipt, for example",
    "Tra cứu": "Look up",
    "Tiến độ": "Progress",
    "Hồ sơ": "Dossier",
    "Tình trạng": "State",
    "Đang ở": "Now at",
    "Tiếp nhận": "Accepted",
    "chưa tiếp nhận": "not accepted yet",
    "Hẹn trả": "Promised for",
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
    "Theo việc trong đời": "By life event",
    "Có con, kết hôn, nhà đất": "Children, marriage, land",
    "Hỏi cán bộ": "Ask an officer",
    "Không tự làm được cũng không sao": "No need to manage alone",
    "Bạn cần làm thủ tục gì?": "Which procedure do you need?",
    "Ví dụ: khai sinh, sổ đỏ": "In Vietnamese, such as: khai sinh",
    "Tìm": "Search",
    "thủ tục": "procedures",
    "Thủ tục hay làm": "Most used procedures",
    "Các trang": "Pages",
    "Trang trước": "Previous page",
    "Trang sau": "Next page",
    "Chưa tìm thấy thủ tục nào": "No procedure found",
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
    "Giơ tay về phía quầy. Cán bộ sẽ đến giúp bạn.": (
        "Raise your hand towards the counter. An officer will come."
    ),
    "Quầy đang đông hoặc nghỉ: gọi": "If the counter is busy or closed, call",
    "Bạn còn ở đây không?": "Are you still there?",
    "Không chạm gì trong 30 giây, máy xóa hết và về màn hình đầu.": (
        "Without a touch in 30 seconds, everything is erased and the first screen comes back."
    ),
    "Tôi còn ở đây": "I am still here",
    "Máy tự xóa mọi thông tin khi bạn rời đi.": "This machine erases everything when you leave.",
}
