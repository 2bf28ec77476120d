"""What stands in the way of an act on a dossier, and what to do about it."""

from collections.abc import Mapping
from enum import StrEnum

from motcua.base.rooms.refusal import Sentence
from motcua.casework.dossiers.words import Why

REFUSALS: Mapping[StrEnum, Sentence] = {
    Why.NOT_OPEN: Sentence(
        "Hồ sơ không còn ở trạng thái làm được việc này.", "Mở lại hồ sơ để xem việc đang chờ."
    ),
    Why.NOT_YOURS: Sentence(
        "Việc này không thuộc phần của bạn.", "Xem mục Đang ở đâu để biết ai đang giữ hồ sơ."
    ),
    Why.CHANGED_MEANWHILE: Sentence(
        "Có người vừa xử lý hồ sơ này sau khi bạn mở trang.",
        "Xem lại hồ sơ rồi làm tiếp; chưa có gì bị thay đổi.",
    ),
    Why.NOT_OFFERED: Sentence("Cơ quan này không nhận thủ tục đã chọn.", "Chọn cơ quan khác."),
    Why.PROCEDURE_ABOLISHED: Sentence(
        "Thủ tục này đã bị bãi bỏ từ ngày {since} theo Quyết định {decision}.",
        "Hỏi Trung tâm Phục vụ hành chính công về việc bạn cần làm.",
    ),
    Why.PROCEDURE_REPLACED: Sentence(
        "Thủ tục này đã bị bãi bỏ từ ngày {since} theo Quyết định {decision}.",
        "Nộp theo thủ tục thay thế: {title}, mã {code}.",
    ),
    Why.VERSION_NOT_EFFECTIVE: Sentence(
        "Thủ tục đã được thay bằng phiên bản khác hoặc không còn hiệu lực.",
        "Mở lại trang thủ tục và bắt đầu hồ sơ mới.",
    ),
    Why.NEWER_VERSION: Sentence(
        "Thủ tục này đã có phiên bản mới nên bản nháp chưa nộp được.",
        "Chuyển bản nháp sang bản mới; điều đã điền vẫn giữ ở những ô còn dùng.",
    ),
    Why.NOT_VERIFIED: Sentence("Định danh của bạn chưa được xác thực.", "Đăng nhập lại bằng VNeID mức 2."),
    Why.ANSWERS_MISSING: Sentence("Còn ô chưa điền: {answers}.", "Bấm Sửa ở từng mục để điền."),
    Why.PAPERS_MISSING: Sentence(
        "Còn thiếu giấy tờ: {papers}.", "Tải lên hoặc nhận đủ giấy tờ rồi làm tiếp."
    ),
    Why.PAPERS_NOT_JUDGED: Sentence("Còn {count} giấy tờ chưa kiểm tra.", "Ghi kết luận cho từng giấy tờ."),
    Why.PAPERS_FAILED: Sentence(
        "Có {count} giấy tờ không đạt.", "Yêu cầu bổ sung hoặc từ chối tiếp nhận, có nêu lý do."
    ),
    Why.FEE_UNPAID: Sentence("Hồ sơ chưa nộp phí, lệ phí.", "Nộp phí, lệ phí rồi làm tiếp."),
    Why.HELD_BY_STATE: Sentence(
        "Không được yêu cầu giấy tờ mà Nhà nước đã có: {papers}.",
        "Tra cứu bản đã có; nếu bản ấy sai thì ghi kết luận Không đạt cho bản ấy trước.",
    ),
    Why.NOT_KEPT_LONG: Sentence("Bản nháp này chưa hết thời gian giữ.", "Chờ đến ngày xóa, hoặc tự xóa."),
    Why.NOT_REPRESENTED: Sentence(
        "Quyền nộp thay đã hết hoặc không gồm việc này.", "Mở mục Nộp thay để xem, hoặc khai quyền mới."
    ),
    Why.NO_REASON: Sentence("Chưa có lý do.", "Nhập lý do để người nhận biết phải làm gì."),
    Why.NO_ITEMS: Sentence("Chưa có giấy tờ nào trong danh mục.", "Chọn hoặc thêm ít nhất một giấy tờ."),
    Why.NO_LEGAL_GROUND: Sentence("Chưa có căn cứ pháp lý.", "Nhập số, tên văn bản và điều khoản."),
    Why.RIGHT_AUTHORITY_NEEDED: Sentence(
        "Hồ sơ không đúng thẩm quyền thì phải chỉ đúng nơi giải quyết.", "Nhập tên cơ quan có thẩm quyền."
    ),
    Why.SUPPLEMENT_ALREADY_ASKED: Sentence(
        "Đã yêu cầu bổ sung một lần khi tiếp nhận; quy định chỉ cho một lần, đủ cả danh mục.",
        "Tiếp nhận hồ sơ hoặc từ chối có lý do.",
    ),
    Why.SUPPLEMENT_TOO_LATE: Sentence(
        "Đã quá hạn yêu cầu bổ sung ({until}).", "Giải quyết theo hồ sơ đang có hoặc trình lãnh đạo."
    ),
    Why.SUPPLEMENT_OPEN: Sentence("Đang có một yêu cầu bổ sung chưa xong.", "Hoàn tất yêu cầu đó trước."),
    Why.SUPPLEMENT_NOT_ANSWERED: Sentence(
        "Yêu cầu bổ sung không ở bước này.", "Mở lại hồ sơ để xem yêu cầu đang chờ ai."
    ),
    Why.ITEMS_NOT_TICKED: Sentence(
        "Còn {count} giấy tờ trong danh mục chưa được đánh dấu.", "Đánh dấu đủ, hoặc ghi nhận một phần."
    ),
    Why.NO_CLOSING_RULE: Sentence(
        "Không có quy định chuyên ngành nào cho kết thúc hồ sơ vì chưa bổ sung.",
        "Liên hệ người nộp, hoặc dừng giải quyết khi có căn cứ khác.",
    ),
    Why.STILL_AWAITED: Sentence(
        "Chưa hết thời hạn bổ sung ({until}).", "Chờ hết ngày đó rồi mới kết thúc được."
    ),
    Why.NOT_ACCEPTED_YET: Sentence("Hồ sơ chưa được tiếp nhận.", "Từ chối tiếp nhận tại quầy, có nêu lý do."),
    Why.CLOSED_BY_ITS_OWN_MOVE: Sentence(
        "Không bổ sung giấy tờ có việc riêng.", "Dùng “Kết thúc vì không bổ sung” khi đã hết thời hạn."
    ),
    Why.SETTLEMENT_NEEDED: Sentence(
        "Cách xử lý phí, lệ phí không khớp với tình trạng nộp tiền của hồ sơ.",
        "Chọn hoàn, không hoàn hoặc không phải nộp cho đúng.",
    ),
    Why.NO_DUE_DATE: Sentence(
        "Hồ sơ không có ngày hẹn trả nên không có gì để gia hạn.", "Giải quyết hồ sơ như thường lệ."
    ),
    Why.NO_EXTENSION_RULE: Sentence(
        "Chưa có quy định về xin lỗi, gia hạn đang có hiệu lực.",
        "Báo quản trị nhập số lần và thời hạn gia hạn kèm căn cứ pháp lý.",
    ),
    Why.ALREADY_EXTENDED: Sentence(
        "Hồ sơ đã được gia hạn; quy định chỉ cho {most} lần.",
        "Giải quyết ngay; nếu quá hạn thì hồ sơ được tính là quá hạn.",
    ),
    Why.EXTENSION_TOO_LATE: Sentence(
        "Đã quá ngày được xin lỗi, gia hạn ({until}).", "Giải quyết ngay và báo lãnh đạo."
    ),
    Why.EXTENSION_PROPOSED: Sentence(
        "Đang có một đề nghị gia hạn chờ lãnh đạo.", "Chờ lãnh đạo quyết định đề nghị đó."
    ),
    Why.NO_EXTENSION_PROPOSED: Sentence("Không có đề nghị gia hạn nào đang chờ.", "Mở lại hồ sơ để xem."),
    Why.NEW_DUE_NOT_LATER: Sentence(
        "Ngày hẹn mới phải sau ngày hẹn đang có ({due}).", "Chọn một ngày muộn hơn."
    ),
    Why.NEW_DUE_NOT_WORKED: Sentence("{day} không phải ngày làm việc.", "Chọn một ngày làm việc."),
    Why.NO_RESULT: Sentence("Chưa có dự thảo kết quả.", "Soạn kết quả trước khi chuyển."),
    Why.RESULT_NOT_APPROVED: Sentence("Kết quả chưa được lãnh đạo duyệt.", "Trình lãnh đạo duyệt trước."),
    Why.RESULT_ALREADY_APPROVED: Sentence(
        "Kết quả đã được duyệt, ký.", "Muốn sửa, người đang giữ trả hồ sơ lại bước trước."
    ),
    Why.OWN_DRAFT: Sentence(
        "Bạn là người soạn dự thảo này nên không tự duyệt được.", "Nhờ lãnh đạo khác của cơ quan duyệt, ký."
    ),
    Why.RESULT_TYPE_UNKNOWN: Sentence(
        "Loại kết quả không thuộc thủ tục này.", "Chọn một loại trong danh sách."
    ),
    Why.NO_ERROR_SAID: Sentence(
        "Chưa ghi sai sót của kết quả đã phát hành.", "Nêu chỗ sai và chỗ đúng để người nhận biết."
    ),
    Why.NO_CORRECTION: Sentence(
        "Chưa có bản đính chính nào chờ duyệt.", "Người giải quyết soạn bản đính chính trước."
    ),
    Why.CORRECTION_NOT_APPROVED: Sentence(
        "Bản đính chính chưa được lãnh đạo duyệt.", "Trình lãnh đạo duyệt trước."
    ),
    Why.CORRECTION_APPROVED: Sentence("Bản đính chính đã được duyệt, ký.", "Chờ văn thư vào số, phát hành."),
    Why.NOTHING_TO_HAND_OVER: Sentence("Kết quả đã được trả.", "Không còn gì chờ trả."),
    Why.CONSULTATION_OPEN: Sentence(
        "Còn {count} nơi được lấy ý kiến chưa trả lời.",
        "Chờ trả lời, rút yêu cầu, hoặc ghi ở lời nhắn vì sao chuyển bước khi chưa có ý kiến.",
    ),
    Why.SHARE_OPEN: Sentence(
        "Còn {count} phần việc liên thông chưa xong.", "Chờ các cơ quan phối hợp trả lời, hoặc rút phần việc."
    ),
    Why.NO_CONSULTATION: Sentence("Không có yêu cầu lấy ý kiến nào đang chờ.", "Mở lại hồ sơ để xem."),
    Why.NO_CONTENT: Sentence("Chưa có nội dung.", "Nhập điều cần hỏi hoặc ý kiến trả lời."),
    Why.REPLY_DUE_PAST: Sentence("Ngày phải trả lời đã qua.", "Chọn từ hôm nay trở đi."),
    Why.OWN_UNIT: Sentence("Đơn vị này đang giữ hồ sơ.", "Chọn đơn vị khác."),
    Why.UNIT_UNKNOWN: Sentence("Không có đơn vị này.", "Chọn một đơn vị trong danh sách."),
    Why.NOT_LATE_YET: Sentence("Chưa quá ngày phải trả lời.", "Chờ đến hết ngày đó."),
    Why.SHARES_TOO_LONG: Sentence(
        "Các phần việc cần {taken} giờ, dài hơn thời hạn {total} giờ.", "Rút ngắn phần việc dài nhất."
    ),
    Why.SHARES_NOT_WHOLE: Sentence(
        "Phần việc của các cấp cộng lại là {taken} giờ, thời hạn là {total} giờ.",
        "Chia lại cho tổng các cấp đúng bằng thời hạn.",
    ),
    Why.CLOCK_PAUSED: Sentence(
        "Đồng hồ đang tạm dừng chờ ý kiến.", "Làm việc này khi có trả lời hoặc đã rút yêu cầu."
    ),
    Why.NOT_RECEIVED_HERE: Sentence(
        "Quầy này không nhận hồ sơ cho cơ quan đã chọn.", "Hướng dẫn người nộp đến quầy của cơ quan đó."
    ),
    Why.NO_TRANSFER_NEEDED: Sentence("Hồ sơ không chờ chuyển quầy.", "Mở lại hồ sơ để xem nơi đang giữ."),
    Why.TRANSFER_FIRST: Sentence(
        "Hồ sơ thuộc thẩm quyền nơi khác.", "Chuyển về quầy của cơ quan có thẩm quyền trước."
    ),
    Why.TRANSFER_NOT_TAKEN: Sentence(
        "Hồ sơ chuyển đến chưa được nhận.", "Nhận hồ sơ chuyển đến rồi chuyển xử lý."
    ),
    Why.NO_NEXT_STEP: Sentence("Đây là bước cuối của quy trình.", "Phát hành kết quả để kết thúc."),
    Why.NO_STEP_BEFORE: Sentence("Không có bước nào trước bước này.", "Xử lý hồ sơ hoặc yêu cầu bổ sung."),
    Why.NOBODY_AT_STEP: Sentence(
        "Bước “{step}” chưa có ai đảm nhiệm.", "Báo quản trị bổ nhiệm người vào vị trí đó."
    ),
    Why.NOT_IN_UNIT: Sentence(
        "Người được chọn không làm việc này ở {unit}.", "Chọn người khác trong danh sách."
    ),
    Why.ALREADY_ACTED_ON: Sentence(
        "Người nhận đã bắt đầu xử lý nên không thu hồi được.", "Đề nghị người đó trả lại hồ sơ."
    ),
    Why.NO_RECIPIENT: Sentence(
        "Chưa ghi người nhận kết quả.", "Nhập tên người nhận và quan hệ với chủ hồ sơ."
    ),
    Why.NO_ROUTE: Sentence(
        "Thủ tục chưa có quy trình nội bộ đang hiệu lực.",
        "Báo cán bộ kiểm soát thủ tục phê duyệt quy trình rồi tiếp nhận.",
    ),
    Why.NOT_AT_STEP: Sentence(
        "Quy trình đã duyệt không có việc này ở bước hiện tại.", "Chọn việc khác hoặc chuyển hồ sơ đi tiếp."
    ),
    Why.CALENDAR_NOT_IN_FORCE: Sentence(
        "Quyết định về lịch này chưa có hiệu lực.", "Cho quyết định có hiệu lực trước."
    ),
    Why.NOTHING_TO_MOVE: Sentence(
        "Không có hồ sơ nào cần dời hạn: hồ sơ được chọn đã xong hoặc đã theo lịch này.",
        "Tải lại trang để xem danh sách mới.",
    ),
    Why.OTHERS_WOULD_MOVE: Sentence(
        "Danh sách hồ sơ bị dời đã khác lúc bạn xem trước; chưa có gì thay đổi.", "Xem lại danh sách ở dưới."
    ),
    Why.FORM_NOT_IN_SET: Sentence(
        "Bộ biểu mẫu có hiệu lực ngày này không có mẫu cho việc này.",
        "Báo bộ phận kiểm soát thủ tục cập nhật bộ biểu mẫu.",
    ),
    Why.NO_APPLICANT: Sentence(
        "Hồ sơ chưa có tên người nộp nên chưa cấp được phiếu.", "Nhập họ tên, địa chỉ rồi làm lại."
    ),
    Why.REGISTER_YEAR_RUNS: Sentence(
        "Năm {year} chưa hết nên chưa khóa được sổ.", "Khóa sổ sau ngày 31/12/{year}."
    ),
    Why.REGISTER_CLOSED: Sentence(
        "Sổ năm {year} đã khóa, không ghi thêm được.", "In lại sổ đã khóa, hoặc ghi vào sổ năm nay."
    ),
    Why.REGISTER_NOT_YOURS: Sentence(
        "Chỉ người phụ trách một cửa của đơn vị mới làm được việc này.", "Báo người phụ trách một cửa."
    ),
    Why.REGISTER_EMPTY: Sentence("Sổ năm {year} chưa có hồ sơ nào.", "Chọn năm khác."),
    Why.VOLUME_EMPTY: Sentence(
        "Quyển số {volume} chưa có hồ sơ nào.", "Ghi tiếp vào quyển này; mở quyển mới khi quyển đã đầy."
    ),
    Why.OUTAGE_SPAN: Sentence("Lúc hết sự cố phải sau lúc bắt đầu.", "Xem lại ngày và giờ."),
    Why.OUTAGE_NOT_OVER: Sentence("Sự cố chưa hết vào lúc này.", "Ghi sự cố sau khi đã chạy lại."),
    Why.NO_OUTAGE_BASIS: Sentence(
        "Sự cố chưa có lý do hoặc căn cứ.", "Ghi lý do và văn bản cho phép nhận tay."
    ),
    Why.NOT_OUTAGE_APPROVER: Sentence(
        "Việc này do người phụ trách một cửa hoặc quản trị làm.", "Báo người phụ trách một cửa."
    ),
    Why.NOT_OUTAGE_COUNTER: Sentence("Sự cố này của bộ phận tiếp nhận khác.", "Chọn sự cố của quầy mình."),
    Why.OUTSIDE_OUTAGE: Sentence(
        "Lúc nhận phải nằm trong thời gian sự cố, từ {began} đến {ended}.",
        "Xem lại lúc ghi trên giấy nhận tay. Nhận ngoài sự cố thì tiếp nhận như thường.",
    ),
    Why.OUTAGE_CLOSED: Sentence(
        "Đã quá hạn nhập hồ sơ của sự cố này ({until}).", "Báo người phụ trách một cửa."
    ),
    Why.HELD_ALREADY: Sentence("Người được chọn đang giữ hồ sơ này.", "Chọn người khác nếu muốn giao lại."),
    Why.NO_NAME: Sentence("Cách xem chưa có tên.", "Đặt một tên ngắn, ví dụ Hộ tịch quá hạn."),
    Why.TOO_MANY_VIEWS: Sentence("Bạn đã giữ {most} cách xem.", "Bỏ một cách xem cũ rồi giữ cách mới."),
    Why.NO_SUCH_VIEW: Sentence("Cách xem này không còn.", "Tải lại trang để xem những cách còn giữ."),
    Why.NO_DURATION: Sentence(
        "Thủ tục chưa có thời hạn cho cách nộp này nên chưa tiếp nhận được.",
        "Báo bộ phận kiểm soát thủ tục bổ sung thời hạn.",
    ),
}
