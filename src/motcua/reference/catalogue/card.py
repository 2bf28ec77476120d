from motcua.base.rooms import Card, MenuItem, Sentence
from motcua.reference.catalogue import jobs
from motcua.reference.catalogue.pages.frame import CONTROLLERS
from motcua.reference.catalogue.sentences.routes import REFUSALS as ROUTE_REFUSALS
from motcua.reference.catalogue.words import Why

card = Card(
    room="catalogue",
    title="Danh mục thủ tục",
    menu=(MenuItem("Danh mục", "desk:catalogue", CONTROLLERS, 40),),
    verbs={
        "version.drafted": "soạn phiên bản thủ tục",
        "version.revised": "sửa bản dự thảo",
        "version.discarded": "bỏ bản dự thảo",
        "version.submitted": "trình kiểm soát phiên bản thủ tục",
        "version.sent_back": "trả lại bản dự thảo để sửa",
        "version.checked": "kiểm soát xong phiên bản thủ tục",
        "version.signed": "ghi nhận quyết định công bố phiên bản",
        "version.published": "công bố phiên bản thủ tục",
        "version.withdrawn": "rút bản ghi quốc gia đã được nạp lại",
        "version.ended": "kết thúc hiệu lực phiên bản thủ tục",
        "procedure.offered": "giao cơ quan giải quyết thủ tục",
        "procedure.no_longer_offered": "thôi giao cơ quan giải quyết thủ tục",
        "procedure.abolished": "bãi bỏ thủ tục",
        "procedure.classified": "phân loại thủ tục",
        "procedure.code_added": "ghi mã khác của thủ tục",
        "decision.registered": "vào sổ quyết định công bố",
        "decision.signed": "ghi số, ngày ký quyết định công bố",
        "decision.loaded": "ghi ngày nạp vào cơ sở dữ liệu quốc gia",
        "decision.published": "công khai quyết định công bố",
        "decision.posted": "ghi ngày niêm yết tại trụ sở",
        "route.drafted": "soạn quy trình nội bộ",
        "route.revised": "sửa quy trình đang soạn",
        "route.discarded": "bỏ quy trình đang soạn",
        "route.approved": "ghi nhận quyết định phê duyệt quy trình nội bộ",
        "route.ended": "kết thúc hiệu lực quy trình nội bộ",
        "route.imported": "nạp quy trình mẫu từ tệp",
        "wording.put": "sửa sổ từ ngữ tìm kiếm",
        "catalogue.imported": "nạp danh mục từ tệp",
        "import.uploaded": "gửi tệp danh mục",
        "import.compared": "so sánh tệp danh mục với danh mục đang có",
        "import.confirmed": "đồng ý nạp tệp danh mục",
        "import.loaded": "nạp xong tệp danh mục",
        "import.dropped": "bỏ tệp danh mục, không nạp",
        "import_problem.resolved": "giải quyết vấn đề của dữ liệu nạp",
    },
    listens={"import.uploaded": jobs.compare_sent, "import.confirmed": jobs.load_confirmed},
    refusals={
        **ROUTE_REFUSALS,
        Why.NOTHING_TO_IMPORT: Sentence("Tệp {file} không có gì mới.", "Danh mục giữ nguyên."),
        Why.ALREADY_RESOLVED: Sentence("Vấn đề này đã được giải quyết.", "Xem lại danh sách."),
        Why.UPLOAD_MOVED_ON: Sentence("Tệp này đã được nạp hoặc bỏ.", "Xem kết quả, hoặc gửi lại tệp."),
        Why.NO_RESOLUTION: Sentence("Chưa ghi cách giải quyết.", "Ghi một câu về việc đã làm."),
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
        Why.CODE_TWICE: Sentence("Mã “{code}” đã có.", "Dùng mã khác."),
        Why.UNKNOWN_CODE: Sentence("Danh mục không có thủ tục mã {code}.", "Kiểm tra lại mã thủ tục."),
        Why.NO_REMARK: Sentence("Chưa ghi điều cần sửa.", "Ghi rõ chỗ nào cần sửa rồi trả lại."),
        Why.NUMBER_TAKEN: Sentence(
            "Quyết định số {number} đã có trong sổ.", "Mở quyết định đó hoặc nhập số khác."
        ),
        Why.SIGNED_IN_FUTURE: Sentence("Ngày {day} chưa đến.", "Nhập ngày đã diễn ra."),
        Why.DECISION_NOT_SIGNED: Sentence(
            "Quyết định chưa có số và ngày ký.", "Ghi số, ngày ký của quyết định trước."
        ),
        Why.STEP_BEFORE_SIGNING: Sentence(
            "Việc này phải sau khi quyết định được ký.", "Kiểm tra ngày ký và ngày vừa nhập."
        ),
        Why.STEP_TAKEN: Sentence("Việc này đã được ghi nhận.", "Không cần ghi lại."),
        Why.ALREADY_ABOLISHED: Sentence("Thủ tục đã bị bãi bỏ từ ngày {day}.", "Không cần bãi bỏ lại."),
        Why.OWN_SUCCESSOR: Sentence("Thủ tục không thay thế chính nó.", "Nhập mã của thủ tục thay thế."),
        Why.SUCCESSOR_ABOLISHED: Sentence(
            "Thủ tục {code} cũng đã bị bãi bỏ.", "Nhập mã của thủ tục đang thực hiện."
        ),
        Why.OFFERING_ENDED: Sentence("{agency} đã thôi nhận thủ tục này.", "Không cần ghi lại."),
        Why.ALREADY_OFFERED: Sentence("{agency} đã được giao thủ tục này.", "Không cần giao lại."),
        Why.NOT_ITS_TIER: Sentence("{agency} không ở cấp giải quyết thủ tục này.", "Chọn cơ quan đúng cấp."),
        Why.NOTHING_SAID: Sentence("Chưa có từ người dân hay dùng.", "Nhập từ hoặc câu người dân hay gõ."),
        Why.NOTHING_MEANT: Sentence("Chưa có nghĩa.", "Nhập từ mà danh mục dùng cho việc đó."),
        Why.NO_CODE: Sentence("Chưa có mã thủ tục.", "Nhập ít nhất một mã, ví dụ 1.001193."),
        Why.WEIGHT_OUT_OF_RANGE: Sentence("Mức nặng nhẹ nằm ngoài khoảng.", "Nhập một số từ -5 đến 5."),
    },
)
