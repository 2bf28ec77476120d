"""What people read of this room."""

from collections.abc import Mapping
from enum import StrEnum

from motcua.base.rooms import Sentence
from motcua.reform.scoring.quality.words import Block, Remedy, Subject, Supposed, Timing, Why

VERBS: Mapping[str, str] = {
    "quality.closed": "chốt chất lượng phục vụ kỳ {code}, lần {number}, mã kiểm chứng {digest}",
}
REFUSALS: Mapping[StrEnum, Sentence] = {
    Why.COUNTS_OPEN: Sentence(
        "Số liệu hồ sơ của kỳ này chưa chốt nên chưa chốt điểm được.", "Chốt số liệu hồ sơ trước."
    ),
    Why.CLOSED_ALREADY: Sentence(
        "Điểm của kỳ này đã chốt.", "Muốn chốt lại thì chốt lại số liệu hồ sơ của kỳ, có ghi lý do."
    ),
}
BLOCKS: Mapping[Block, str] = {
    Block.OPENNESS: "Công khai, minh bạch",
    Block.PROGRESS: "Tiến độ giải quyết",
    Block.ONLINE: "Dịch vụ công trực tuyến",
    Block.PAYMENT: "Thanh toán trực tuyến",
    Block.DIGITAL: "Số hóa hồ sơ",
    Block.SATISFACTION: "Mức độ hài lòng",
}
SHORT: Mapping[Block, str] = {
    Block.OPENNESS: "Công khai",
    Block.PROGRESS: "Tiến độ",
    Block.ONLINE: "Trực tuyến",
    Block.PAYMENT: "Thanh toán",
    Block.DIGITAL: "Số hóa",
    Block.SATISFACTION: "Hài lòng",
}
TIMINGS: Mapping[Timing, str] = {
    Timing.POINT: "Tại một thời điểm",
    Timing.PERIOD: "Trong kỳ",
    Timing.MIXED: "Phát sinh trong kỳ trên số tại một thời điểm",
}
THINGS: Mapping[Subject, str] = {Subject.DOSSIER: "hồ sơ", Subject.PROCEDURE: "thủ tục"}
REMEDIES: Mapping[Remedy, str] = {
    Remedy.MEND: "Bổ sung cho {things} đã có",
    Remedy.NEXT: "Làm đúng với {things} tiếp theo",
    Remedy.NONE: "Việc đã trễ không sửa lại được trong kỳ này.",
}
SUPPOSED: Mapping[Supposed, str] = {
    Supposed.LATE: "hồ sơ đang quá hạn",
    Supposed.WITHIN: "hồ sơ đang giải quyết còn hạn",
}
