"""What the year of scoring says: verbs of its journal, refusals, names of states."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from motcua.base.rooms.refusal import Sentence
from motcua.reform.scoring.words import (
    HistoryBreak,
    LeafChange,
    LeafSource,
    LockKind,
    Missing,
    ResultKind,
    RoundKind,
    RoundWhy,
    SetLevel,
    SheetState,
    VerdictStage,
)

VERBS: Mapping[str, str] = MappingProxyType(
    {
        "scoring_round.opened": "mở đợt chấm điểm {period}",
        "scoring_round.deadline_set": "đặt hạn của một bước chấm điểm",
        "scoring_round.allocated": "phân công thẩm định lĩnh vực {domain}",
        "scoring_round.criteria_moved": "chuyển đợt chấm điểm sang phiên bản bộ tiêu chí khác",
        "score_sheet.moved": "chuyển bước phiếu chấm điểm",
        "score_sheet.taken_over": "lấy lại số liệu của tháng trước",
        "leaf_score.declared": "kê khai tiêu chí {code}",
        "leaf_score.given": "giao đơn vị phụ trách tiêu chí {code}",
        "leaf_score.surveyed": "ghi kết quả khảo sát của tiêu chí {code}",
        "leaf_score.explained": "giải trình tiêu chí {code}",
        "evidence.added": "nộp tài liệu kiểm chứng của tiêu chí {code}",
        "evidence.withdrawn": "rút tài liệu kiểm chứng của tiêu chí {code}",
        "leaf_verdict.given": "cho điểm thẩm định tiêu chí {code}",
        "sheet_lock.made": "khóa điểm",
        "result_decision.approved": "phê duyệt kết quả, quyết định số {number}",
        "result_decision.published": "công bố kết quả, quyết định số {number}",
        "result_decision.corrected": "điều chỉnh kết quả, quyết định số {number}",
        "result_decision.carried_over": "nhập kết quả năm {year} đã công bố",
    }
)

TASKS: Mapping[str, str] = MappingProxyType(
    {
        "scoring.open_month": "mở đợt chấm điểm tạm tính của tháng",
        "scoring.start_sheets": "mở tự chấm điểm khi đến ngày",
    }
)

LEVELS: Mapping[SetLevel, str] = MappingProxyType(
    {
        SetLevel.PROVINCE: "Cấp tỉnh",
        SetLevel.DEPARTMENT: "Sở, ngành",
        SetLevel.DISTRICT: "Cấp huyện",
        SetLevel.COMMUNE: "Cấp xã",
    }
)

KINDS: Mapping[RoundKind, str] = MappingProxyType(
    {RoundKind.YEAR: "Cả năm", RoundKind.MONTH: "Tạm tính theo tháng"}
)

STATES: Mapping[SheetState, str] = MappingProxyType(
    {
        SheetState.NOT_OPEN: "Chưa mở",
        SheetState.SELF_SCORING: "Đang tự chấm điểm",
        SheetState.LOCKED: "Đã khóa, chờ thẩm định",
        SheetState.APPRAISAL_1: "Thẩm định lần 1",
        SheetState.EXPLANATION: "Đang giải trình",
        SheetState.APPRAISAL_2: "Thẩm định lần 2",
        SheetState.COUNCIL: "Hội đồng xem xét",
        SheetState.APPROVED: "Đã phê duyệt",
        SheetState.PUBLISHED: "Đã công bố",
    }
)

SOURCES: Mapping[LeafSource, str] = MappingProxyType(
    {
        LeafSource.COMPUTED: "Hệ thống tính",
        LeafSource.DECLARED: "Đơn vị chấm",
        LeafSource.SURVEYED: "Khảo sát",
    }
)

STAGES: Mapping[VerdictStage, str] = MappingProxyType(
    {
        VerdictStage.APPRAISAL_1: "Thẩm định lần 1",
        VerdictStage.APPRAISAL_2: "Thẩm định lần 2",
        VerdictStage.COUNCIL: "Hội đồng",
    }
)

LOCKS: Mapping[LockKind, str] = MappingProxyType(
    {
        LockKind.SELF: "Khóa điểm tự chấm",
        LockKind.APPRAISAL_1: "Khóa thẩm định lần 1",
        LockKind.EXPLANATION: "Khóa giải trình",
        LockKind.APPRAISAL_2: "Khóa thẩm định lần 2",
        LockKind.COUNCIL: "Kết luận của hội đồng",
    }
)

RESULTS: Mapping[ResultKind, str] = MappingProxyType(
    {
        ResultKind.ROUND: "Quyết định phê duyệt kết quả",
        ResultKind.CORRECTION: "Quyết định điều chỉnh kết quả",
        ResultKind.PAST: "Kết quả đã công bố trước đây",
    }
)

CHANGES: Mapping[LeafChange, str] = MappingProxyType(
    {
        LeafChange.KEPT: "Giữ nguyên",
        LeafChange.NEW_MAX: "Đổi điểm tối đa",
        LeafChange.NEW_RULE: "Đổi cách chấm",
        LeafChange.ADDED: "Tiêu chí mới",
        LeafChange.GONE: "Không còn trong bộ mới",
    }
)

MISSING: Mapping[Missing, str] = MappingProxyType(
    {Missing.VALUE: "Chưa kê khai", Missing.EVIDENCE: "Chưa có tài liệu"}
)

BREAKS: Mapping[HistoryBreak, str] = MappingProxyType(
    {
        HistoryBreak.REORGANISED: "Đơn vị đã được sắp xếp lại, không so với năm trước.",
        HistoryBreak.NEW_CRITERIA: "Bộ tiêu chí đã đổi, không so với năm trước.",
        HistoryBreak.YEARS_MISSING: "Không có kết quả của các năm ở giữa.",
    }
)

_W = RoundWhy
REFUSALS: Mapping[StrEnum, Sentence] = MappingProxyType(
    {
        _W.NOT_YOURS: Sentence(
            "Việc này không thuộc phần việc của vị trí bạn đang giữ.", "Hỏi người phụ trách đợt chấm điểm."
        ),
        _W.OWN_AGENCY: Sentence(
            "Không ai thẩm định cơ quan của chính mình.", "Nhờ người của cơ quan khác thẩm định."
        ),
        _W.SCORED_IT: Sentence(
            "Bạn đã tự chấm phiếu này nên không thẩm định nó.", "Nhờ người khác thẩm định."
        ),
        _W.APPRAISED_IT: Sentence(
            "Bạn đã thẩm định phiếu này nên không chấm thay đơn vị.", "Nhờ người khác của đơn vị chấm."
        ),
        _W.NOT_OPEN_FOR: Sentence(
            "Phiếu không ở bước cho phép làm việc này.", "Mở lại phiếu để xem bước hiện tại."
        ),
        _W.ROUND_STANDS: Sentence("Đợt chấm điểm của kỳ này đã có.", "Mở đợt đã có để làm tiếp."),
        _W.NO_AGENCIES: Sentence(
            "Không có cơ quan nào thuộc cấp của bộ tiêu chí.", "Chọn bộ tiêu chí khác hoặc chọn cơ quan."
        ),
        _W.AGENCY_OF_OTHER_LEVEL: Sentence(
            "{agency} không thuộc cấp mà bộ tiêu chí này chấm.", "Bỏ cơ quan ấy khỏi danh sách."
        ),
        _W.DEADLINES_BACKWARDS: Sentence(
            "Hạn của bước sau đứng trước hạn của bước trước.", "Nhập các ngày theo thứ tự các bước."
        ),
        _W.DOMAIN_UNKNOWN: Sentence(
            "Bộ tiêu chí không có lĩnh vực {domain}.", "Chọn một lĩnh vực trong bộ tiêu chí."
        ),
        _W.DOMAIN_WITHOUT_APPRAISER: Sentence(
            "Lĩnh vực {domain} chưa có cơ quan thẩm định.", "Chọn ít nhất một cơ quan."
        ),
        _W.MONTH_OF_OTHER_YEAR: Sentence(
            "Tháng này không nằm trong năm của đợt chấm điểm.", "Chọn một tháng của năm ấy."
        ),
        _W.CAP_NEGATIVE: Sentence("Mức trần điểm không được âm.", "Nhập số từ 0 trở lên."),
        _W.LEAF_UNKNOWN: Sentence(
            "Bộ tiêu chí không có tiêu chí {code} để chấm.", "Chọn một tiêu chí trong phiếu."
        ),
        _W.LEAF_COMPUTED: Sentence(
            "Tiêu chí này do hệ thống tính từ hồ sơ, không nhập tay.",
            "Nếu số chưa đúng, đối chiếu danh sách hồ sơ đứng sau số ấy.",
        ),
        _W.LEAF_SURVEYED: Sentence(
            "Tiêu chí này chấm bằng khảo sát, đơn vị và người thẩm định không cho điểm.",
            "Chờ kết quả khảo sát do cơ quan phụ trách cải cách hành chính ghi.",
        ),
        _W.LEAF_NOT_SURVEYED: Sentence(
            "Tiêu chí này không chấm bằng khảo sát.", "Chọn một tiêu chí khảo sát."
        ),
        _W.INPUT_WRONG: Sentence("{says}", "Số cũ được giữ cho đến khi số mới đúng."),
        _W.REASON_MISSING: Sentence("Chưa nêu lý do.", "Viết lý do rồi gửi lại."),
        _W.NOTE_MISSING: Sentence("Chưa có lời ghi kèm theo.", "Viết rõ căn cứ rồi gửi lại."),
        _W.POINTS_OUT_OF_RANGE: Sentence("Điểm nằm ngoài khoảng của tiêu chí.", "Nhập điểm từ 0 đến {most}."),
        _W.EVIDENCE_UNPLACED: Sentence(
            "Chưa ghi mục và trang trong tài liệu.", "Ghi cả mục và trang để người thẩm định tìm đúng chỗ."
        ),
        _W.EVIDENCE_UNISSUED: Sentence(
            "Chưa ghi cơ quan ban hành hoặc số, ký hiệu.", "Ghi đủ cả hai như trên văn bản."
        ),
        _W.EVIDENCE_FROM_FUTURE: Sentence("Ngày ban hành ở sau hôm nay.", "Nhập đúng ngày ghi trên văn bản."),
        _W.EVIDENCE_NOT_YOURS: Sentence(
            "Tệp này không phải của cơ quan bạn.", "Tải lên tệp của cơ quan mình."
        ),
        _W.EVIDENCE_GONE: Sentence("Tài liệu này đã được rút trước đó.", "Nộp lại nếu vẫn cần."),
        _W.NOT_READY: Sentence(
            "Còn {count} tiêu chí thiếu số liệu, tài liệu hoặc giải trình, trước hết là {code}.",
            "Bổ sung đủ rồi khóa điểm.",
        ),
        _W.NO_WORDS: Sentence("Chưa có lời xác nhận để ký.", "Đọc và xác nhận rồi gửi lại."),
        _W.NOT_APPRAISED: Sentence(
            "Còn {count} tiêu chí chưa thẩm định, trước hết là {code}.", "Cho điểm đủ rồi kết thúc."
        ),
        _W.NOT_ASKED: Sentence(
            "Tiêu chí này không được yêu cầu giải trình.", "Chọn một tiêu chí có yêu cầu giải trình."
        ),
        _W.NOT_EXPLAINED: Sentence(
            "Còn {count} tiêu chí chưa giải trình, trước hết là {code}.", "Giải trình đủ rồi khóa."
        ),
        _W.APPRAISED_ELSEWHERE: Sentence(
            "Phiếu của tỉnh do bộ thẩm định.", "Khi có kết quả, nhập kết quả đã công bố."
        ),
        _W.COUNCIL_CLOSED: Sentence(
            "Hội đồng đã kết luận phiếu này.", "Muốn thay đổi, chờ quyết định điều chỉnh sau công bố."
        ),
        _W.SHEETS_BEHIND: Sentence(
            "Còn {count} phiếu hội đồng chưa kết luận.", "Đợi đủ phiếu rồi phê duyệt."
        ),
        _W.NO_DECISION_NUMBER: Sentence(
            "Chưa có số quyết định, biên bản hoặc nguồn.", "Nhập số, ký hiệu như trên văn bản."
        ),
        _W.DECISION_STANDS: Sentence(
            "Đợt này đã có quyết định phê duyệt.", "Công bố quyết định ấy, hoặc điều chỉnh sau công bố."
        ),
        _W.DECISION_PUBLISHED: Sentence(
            "Quyết định này đã công bố.", "Muốn thay đổi, ra quyết định điều chỉnh."
        ),
        _W.DECISION_NOT_PUBLISHED: Sentence(
            "Quyết định này chưa công bố.", "Công bố rồi mới điều chỉnh được."
        ),
        _W.DECISION_REPLACED: Sentence(
            "Quyết định này không điều chỉnh được nữa.", "Điều chỉnh quyết định mới nhất của đợt."
        ),
        _W.NOTHING_CORRECTED: Sentence(
            "Chưa có điểm nào thay đổi.", "Nhập điểm mới của ít nhất một tiêu chí."
        ),
        _W.SAME_SET: Sentence("Đợt này đang dùng đúng phiên bản ấy.", "Chọn phiên bản khác."),
        _W.SET_OF_OTHER_LEVEL: Sentence(
            "Bộ tiêu chí này chấm cấp khác.", "Chọn bộ tiêu chí cùng cấp với đợt."
        ),
        _W.NOTHING_CARRIED: Sentence(
            "Không có số liệu tháng trước để lấy lại.", "Kê khai trực tiếp trong phiếu."
        ),
        _W.RESULTS_WRONG: Sentence(
            "Kết quả của {agency} chưa đúng: cơ quan không có trong năm ấy, bị lặp, hoặc số ngoài khoảng.",
            "Sửa dòng ấy rồi gửi lại.",
        ),
    }
)
