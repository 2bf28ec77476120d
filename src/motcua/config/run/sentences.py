"""What `motcua run` says to people."""

from typing import Final

PORT_BUSY: Final = "Cổng {asked} đang có chương trình khác dùng, chuyển sang cổng {taken}."
NO_PORT: Final = "Không tìm được cổng trống từ {asked} đến {last}. Hãy chọn cổng khác bằng --port."
PREPARING: Final = "Đang chuẩn bị cơ sở dữ liệu và tệp tĩnh…"
STARTING: Final = "Đang khởi động…"
STEP_FAILED: Final = "Không làm được bước «{step}». Chi tiết:\n{details}"
NOT_ANSWERING: Final = "Hệ thống chưa trả lời sau {seconds} giây. Xem các dòng trên để biết lý do."
CHILD_ENDED: Final = "Tiến trình {name} đã dừng (mã {code}), khởi động lại sau {pause:.1f} giây."
DATABASE_ENDED: Final = "Cơ sở dữ liệu đã dừng, đang khởi động lại."
STOPPING: Final = "Đang dừng…"
STOPPED: Final = "Đã dừng."
ADDRESS: Final = "Một Cửa đang chạy tại {address}"
CITIZENS_DOOR: Final = "Người dân vào tại"
OFFICIALS_DOOR: Final = "Cán bộ đăng nhập tại"
IDENTITY: Final = "VNeID giả lập"
PHONE: Final = "Mã xác nhận của cán bộ, trên điện thoại giả lập"
TRY_FIRST: Final = "Thử trước bốn người, theo đường đi của một hồ sơ (mọi người và hồ sơ đều là hư cấu):"
CITIZENS: Final = "Người dân, chọn tên ở VNeID giả lập, không cần mật khẩu: {names}."
OFFICIALS: Final = "Cán bộ:"
DEMO_COLUMNS: Final = ("Nơi làm việc", "Vai trò", "Họ và tên", "Đăng nhập", "Mật khẩu")
HOW_TO_STOP: Final = "Bấm Ctrl+C để dừng."
