from motcua.base.files import jobs
from motcua.base.files.words import Why
from motcua.base.rooms import Card
from motcua.base.rooms.refusal import Sentence

_AGAIN = "Chọn lại tệp rồi tải lên."
# The problem brings its own cure.
_OTHERS = "Các tệp khác vẫn giữ nguyên."

card = Card(
    room="files",
    title="Tệp",
    verbs={
        "file.stored": "lưu tệp",
        "file.discarded": "xóa tệp không còn dùng",
        "file.swept": "dọn tệp không còn dùng",
        "file_key.made": "lập khóa tệp",
        "file_key.rewrapped": "bọc lại khóa tệp bằng khóa chủ mới",
        "file_key.retired": "ngừng dùng khóa tệp",
        "file_key.rewritten": "mã hóa lại tệp bằng khóa mới",
        "file_key.destroyed": "hủy khóa tệp",
        "upload.begun": "bắt đầu tải tệp lên",
        "upload.settled": "nhận trọn tệp tải lên",
        "upload.used": "dùng tệp đã tải lên",
        "upload.given_up": "bỏ tệp tải dở",
        "album.changed": "sắp xếp ảnh chụp giấy tờ",
        "album.joined": "ghép ảnh thành một tệp PDF",
        "album.not_joined": "không ghép được ảnh",
        "album.closed": "bỏ ảnh gốc đã ghép",
    },
    tasks={"files.sweep": "Dọn tệp tải dở và tệp không còn dùng"},
    listens={"album.changed": jobs.join_photos},
    refusals={
        Why.IN_USE: Sentence("Tệp này còn được dùng.", "Bỏ tệp khỏi nơi đang dùng trước."),
        Why.GONE: Sentence("Tệp này không còn ở đây.", _AGAIN),
        Why.NO_KEY: Sentence("Chủ tệp này không có khóa.", "Kiểm tra lại tên chủ tệp."),
        Why.KEYS_NEWEST: Sentence("Mọi khóa tệp đã dùng khóa chủ mới nhất.", "Không phải làm gì thêm."),
        Why.NOT_KEPT: Sentence(
            "Tệp chưa được lưu vì kho tệp của chúng tôi đang gặp lỗi, không phải do tệp.",
            "Thử lại sau vài phút.",
        ),
        Why.UPLOAD_BAD: Sentence("Tệp gửi lên không đọc được.", _AGAIN),
        Why.UPLOAD_TOO_LARGE: Sentence("{problem}", _OTHERS),
        Why.UPLOAD_KIND: Sentence("{problem}", _OTHERS),
        Why.UPLOAD_TOO_MANY: Sentence(
            "Bạn đang tải dở quá nhiều tệp.", "Chờ các tệp đang tải xong rồi tải tiếp."
        ),
        Why.UPLOAD_TOO_MUCH: Sentence("{problem}", "Cần gấp, mang giấy tờ đến quầy một cửa."),
        Why.UPLOAD_ELSEWHERE: Sentence("Phần này của tệp đã được nhận.", "Hỏi lại máy chủ rồi gửi tiếp."),
        Why.UPLOAD_NOT_WHOLE: Sentence("Tệp chưa tải lên hết.", "Gửi tiếp phần còn lại."),
        Why.ALBUM_FULL: Sentence(
            "Mỗi giấy tờ nhận nhiều nhất {most} ảnh.", "Ghép các ảnh còn lại thành tệp PDF rồi tải lên."
        ),
    },
)
