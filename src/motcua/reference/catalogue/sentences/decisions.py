"""The life of versions and decisions in words."""

from datetime import date

from motcua.base.clock.sentences import short_date
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.rules import Measure
from motcua.reference.catalogue.words import (
    Change,
    DecisionKind,
    DecisionStep,
    Duty,
    Keeping,
    Origin,
    VersionState,
)

STATES = {
    VersionState.DRAFT: "Đang soạn",
    VersionState.IN_CHECK: "Chờ kiểm soát",
    VersionState.SIGNED: "Đã ký, chờ công khai",
    VersionState.PUBLISHED: "Đã công khai",
    VersionState.WITHDRAWN: "Đã rút",
}
CHANGES = {
    Change.NEW: "Công bố mới",
    Change.AMENDED: "Sửa đổi, bổ sung",
    Change.REPLACED: "Thay thế",
    Change.TIME_CUT: "Cắt giảm thời hạn",
    Change.FORM: "Đổi mẫu điện tử",
    Change.ROUTE: "Đổi quy trình nội bộ",
    Change.RECORD: "Bản ghi quốc gia đã đổi",
}
DECISION_KINDS = {
    DecisionKind.ANNOUNCE_NEW: "Công bố mới",
    DecisionKind.AMEND: "Sửa đổi, bổ sung",
    DecisionKind.REPLACE: "Thay thế",
    DecisionKind.ABOLISH: "Bãi bỏ",
    DecisionKind.TIME_CUT: "Cắt giảm thời hạn",
    DecisionKind.INTERNAL_PROCESS: "Phê duyệt quy trình nội bộ",
    DecisionKind.NON_BOUNDARY: "Tiếp nhận phi địa giới",
}
DECISION_STEPS = {
    DecisionStep.LOADED: "Nạp vào cơ sở dữ liệu quốc gia",
    DecisionStep.PUBLISHED: "Công khai",
    DecisionStep.POSTED: "Niêm yết tại trụ sở",
}
DUTIES = {Duty.SIGN: "Ký quyết định", Duty.LOAD: "Nạp vào cơ sở dữ liệu quốc gia", Duty.PUBLISH: "Công khai"}


def state_of(version: ProcedureVersion, on: date) -> str:
    """Say how far a version has come; in force and ended follow from its dates."""
    if version.state != VersionState.PUBLISHED:
        return STATES[VersionState(version.state)]
    if version.effective_to is not None and version.effective_to < on:
        return "Hết hiệu lực"
    if version.effective_from is not None and version.effective_from > on:
        return f"Có hiệu lực từ {short_date(version.effective_from)}"
    return "Đang hiệu lực" if version.origin == Origin.PROVINCIAL else "Bản ghi quốc gia"


def kept(measure: Measure) -> str:
    """Say how a duty was kept, in days of the calendar before or after its last day."""
    match measure.keeping:
        case Keeping.NO_RULE:
            return "Chưa đặt thời hạn theo quy định"
        case Keeping.LATE:
            word = "Trễ" if measure.done_on else "Quá hạn"
            return f"{word} {measure.days} ngày"
        case Keeping.EARLY:
            return f"Sớm {measure.days} ngày"
        case Keeping.ON_TIME:
            return "Đúng hạn"
        case Keeping.OPEN:
            if measure.due_on is None:
                return "Chưa tính hạn"
            return f"Còn {measure.days} ngày" if measure.days else "Hạn hôm nay"
