from collections.abc import Mapping
from enum import StrEnum

from motcua.base.notices import jobs
from motcua.base.notices.words import Why
from motcua.base.rooms import Card, Sentence

REFUSALS: Mapping[StrEnum, Sentence] = {
    Why.UNREACHABLE: Sentence(
        "Chưa gửi được: nơi nhận không trả lời ({said}).",
        "Thông báo sẽ tự gửi lại; kéo dài thì kiểm tra đường truyền.",
    ),
    Why.NOT_TAKEN: Sentence(
        "Nơi nhận từ chối thông báo ({said}).", "Hỏi người nhận địa chỉ hoặc số điện thoại đúng, rồi gửi lại."
    ),
    Why.NOT_CONFIGURED: Sentence(
        "Kênh này chưa được thiết lập.", "Đặt địa chỉ máy gửi trong thiết lập, rồi gửi lại."
    ),
    Why.TOLD_BEFORE: Sentence("Việc này đã được báo rồi.", "Không cần gửi thêm."),
    Why.NOT_FAILED: Sentence(
        "Thông báo này không ở tình trạng gửi lỗi.", "Mở lại danh sách để xem tình trạng mới."
    ),
    Why.WORDS_GONE: Sentence(
        "Nội dung thông báo đã được xóa theo thời hạn lưu.", "Liên hệ trực tiếp với người nhận."
    ),
    Why.BRACES: Sentence(
        "Có dấu ngoặc nhọn không bao đúng một trường.", "Viết trường như {{code}}, không thêm gì bên trong."
    ),
    Why.UNKNOWN_FIELD: Sentence("Không có trường {field}.", "Chỉ dùng các trường: {known}."),
    Why.FIELD_MISSING: Sentence("Thiếu nội dung bắt buộc: {field}.", "Thêm các trường này vào lời báo."),
    Why.FOREIGN_LINK: Sentence(
        "Lời báo không được chứa địa chỉ trang web.",
        "Xóa địa chỉ; muốn dẫn tới hồ sơ thì dùng trường {{link}}.",
    ),
    Why.NOTHING_SAID: Sentence("Chưa có tiêu đề hoặc nội dung.", "Nhập đủ cả hai."),
    Why.NO_SHORT_WORDS: Sentence(
        "Chưa có lời ngắn cho tin nhắn.", "Nhập lời ngắn, hoặc bỏ kênh SMS và Zalo."
    ),
    Why.NO_MEDIUM: Sentence("Chưa chọn kênh nào.", "Chọn ít nhất một kênh; muốn ngừng báo thì tắt quy tắc."),
    Why.NO_LEGAL_BASIS: Sentence("Chưa có căn cứ.", "Nhập số, tên văn bản và điều khoản."),
    Why.CHANGED_MEANWHILE: Sentence(
        "Có người vừa sửa quy tắc này sau khi bạn mở trang.",
        "Xem bản mới ở dưới rồi sửa tiếp; chưa có gì bị thay đổi.",
    ),
    Why.NO_ADDRESS: Sentence(
        "Chưa có nơi nhận cho kênh đã chọn.", "Nhập địa chỉ hoặc số điện thoại, hoặc bỏ chọn kênh."
    ),
}

card = Card(
    room="notices",
    title="Thông báo",
    verbs={
        "notice.shown": "báo trên trang của người nhận",
        "notice.queued": "xếp thông báo vào hàng gửi",
        "notice.sent": "gửi thông báo",
        "notice.failed": "gửi thông báo không được lần {attempt}",
        "notice.given_up": "ngừng tự gửi thông báo",
        "notice.opened": "mở thông báo",
        "notice.all_read": "đánh dấu đã đọc {count} thông báo",
        "notice.wiped": "xóa nội dung {count} thông báo hết thời hạn lưu",
        "notice_rule.set": "đặt quy tắc thông báo {event}",
        "reach.chosen": "chọn cách nhận thông báo qua {medium}",
    },
    tasks={
        "notices.send": "Gửi lại một thông báo",
        "notices.send_due": "Tìm thông báo đến lượt gửi lại",
        "notices.wipe": "Xóa nội dung thông báo hết thời hạn lưu",
    },
    listens={"notice.queued": jobs.send_queued},
    refusals=REFUSALS,
)
