from motcua.base.rooms import Card, Sentence
from motcua.reference.catalogue.words import Why

card = Card(
    room="catalogue",
    title="Danh mục thủ tục",
    verbs={
        "version.drafted": "soạn phiên bản thủ tục",
        "version.published": "công bố phiên bản thủ tục",
        "version.withdrawn": "rút bản ghi quốc gia đã được nạp lại",
        "version.ended": "kết thúc hiệu lực phiên bản thủ tục",
        "procedure.offered": "giao cơ quan giải quyết thủ tục",
    },
    refusals={
        Why.NO_CHANNEL: Sentence("Thủ tục {code} chưa có cách nộp nào.", "Thêm ít nhất một cách nộp."),
        Why.NO_ROUTE: Sentence(
            "Thủ tục {code} chưa có bước xử lý nào.", "Thêm các bước của quy trình nội bộ."
        ),
        Why.ROUTE_TOO_LONG: Sentence(
            "Các bước của thủ tục {code} cộng lại {hours} giờ, quá thời hạn {limit} giờ làm việc.",
            "Rút ngắn các bước.",
        ),
        Why.REQUIRED_IN_DATABASE: Sentence(
            "{paper} đã có trong {source}.", "Bỏ yêu cầu nộp giấy tờ này (Nghị định 224/2026/NĐ-CP, Điều 18)."
        ),
        Why.CASE_UNKNOWN: Sentence(
            "Thủ tục {code} không có trường hợp “{case}”.", "Thêm trường hợp đó hoặc sửa phần nhắc đến nó."
        ),
        Why.CHANNEL_TWICE: Sentence(
            "Một cách nộp được ghi hai lần trong cùng một trường hợp.",
            "Giữ một dòng cho mỗi cách nộp của mỗi trường hợp.",
        ),
        Why.ABOVE_STATUTORY: Sentence(
            "Thời hạn {value} dài hơn thời hạn luật định {statutory}.", "Nhập thời hạn bằng hoặc ngắn hơn."
        ),
        Why.CUT_WITHOUT_DECISION: Sentence(
            "Thời hạn ngắn hơn luật định nhưng chưa ghi quyết định cắt giảm.",
            "Nhập số và ngày của quyết định cắt giảm.",
        ),
        Why.NO_PARTIAL_REASON: Sentence(
            "Thủ tục {code} chỉ trực tuyến một phần nhưng chưa ghi lý do.",
            "Nhập lý do sẽ công khai (Nghị định 224/2026/NĐ-CP, Điều 14).",
        ),
        Why.NO_START: Sentence("Phiên bản chưa có ngày hiệu lực.", "Nhập ngày bắt đầu có hiệu lực."),
        Why.NOT_ITS_TURN: Sentence(
            "Phiên bản {number} không ở bước này.", "Tải lại trang để xem phiên bản đang ở bước nào."
        ),
        Why.OWN_DRAFT: Sentence(
            "Người soạn không tự kiểm soát bản của mình.", "Nhờ một cán bộ kiểm soát khác."
        ),
        Why.NOT_CHECKED: Sentence(
            "Phiên bản {number} chưa qua kiểm soát.", "Kiểm soát xong rồi mới ghi nhận việc ký."
        ),
        Why.ENDS_BEFORE_START: Sentence(
            "Ngày cuối {last_day} đứng trước ngày có hiệu lực {from_day}.", "Chọn ngày cuối muộn hơn."
        ),
        Why.ALREADY_PUBLISHED: Sentence("Phiên bản {number} đã công bố.", "Soạn phiên bản mới để thay đổi."),
        Why.NOT_PUBLISHED: Sentence(
            "Phiên bản {number} chưa công bố.", "Công bố trước khi kết thúc hiệu lực."
        ),
        Why.NEWER_IN_FORCE: Sentence(
            "Phiên bản {number} có hiệu lực từ {from_day}, trùng với phiên bản này.",
            "Chọn ngày có hiệu lực khác.",
        ),
        Why.ALREADY_OFFERED: Sentence("{agency} đã được giao thủ tục này.", "Không cần giao lại."),
        Why.NOT_ITS_TIER: Sentence("{agency} không ở cấp giải quyết thủ tục này.", "Chọn cơ quan đúng cấp."),
    },
)
