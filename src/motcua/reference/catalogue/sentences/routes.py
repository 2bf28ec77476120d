"""Routes in words: what is wrong with one, how two differ."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from motcua.base.rooms import Sentence
from motcua.base.text import bind
from motcua.reference.catalogue.rules import figure
from motcua.reference.catalogue.rules.routes import step_called
from motcua.reference.catalogue.words import RouteWhy, Step, StepMove, Way, WayKind
from motcua.reference.org.words import Role, UnitKind

ROLES: Mapping[str, str] = {
    Role.RECEPTION_OFFICER: "Cán bộ một cửa",
    Role.ONE_STOP_HEAD: "Phụ trách một cửa",
    Role.CASE_OFFICER: "Người thụ lý",
    Role.UNIT_HEAD: "Phụ trách chuyên môn",
    Role.AGENCY_LEADER: "Lãnh đạo cơ quan",
    Role.RECORDS_CLERK: "Văn thư",
}
UNIT_KINDS: Mapping[str, str] = {
    UnitKind.COUNTER: "Bộ phận một cửa",
    UnitKind.DIVISION: "Phòng chuyên môn",
    UnitKind.LEADERSHIP: "Lãnh đạo",
    UnitKind.CLERICAL: "Văn thư",
    UnitKind.OFFICE: "Văn phòng",
}
# Where these work needs no saying.
TOLD_BY_ROLE = frozenset({UnitKind.COUNTER, UnitKind.LEADERSHIP, UnitKind.CLERICAL})
MOVES = {
    StepMove.ASSIGN: "Phân công",
    StepMove.RETURN: "Trả lại bước trước",
    StepMove.RECALL: "Người gửi thu hồi",
    StepMove.PROPOSE_SUPPLEMENT: "Đề nghị bổ sung",
    StepMove.DRAFT_RESULT: "Dự thảo kết quả",
}

_W = RouteWhy
REFUSALS: Mapping[StrEnum, Sentence] = {
    _W.NO_STEPS: Sentence("Quy trình chưa có bước nào.", "Thêm bước đầu tiên."),
    _W.NOT_AT_COUNTER: Sentence(
        "Bước đầu “{step}” không phải của cán bộ một cửa.", "Đưa bước tiếp nhận lên đầu."
    ),
    _W.NO_HOURS: Sentence("Bước “{step}” chưa có giờ làm việc.", "Nhập số giờ lớn hơn 0."),
    _W.ROLE_UNKNOWN: Sentence("Bước “{step}” chưa rõ ai làm, ở đâu.", "Chọn người làm và bộ phận."),
    _W.KEY_TWICE: Sentence("Bước “{step}” trùng với một bước khác.", "Bỏ một trong hai bước."),
    _W.DANGLING: Sentence("Bước “{step}” dẫn đến một bước không có.", "Sửa hướng đi tiếp của bước này."),
    _W.GOES_BACK: Sentence(
        "Bước “{step}” dẫn ngược về “{to}”.",
        "Chuyển “{to}” xuống dưới bước này. Muốn quay lại thì dùng việc trả lại bước trước.",
    ),
    _W.UNREACHABLE: Sentence(
        "Không có bước nào dẫn đến “{step}”.", "Cho một bước phía trên dẫn đến bước này, hoặc bỏ bước này."
    ),
    _W.CASE_UNKNOWN: Sentence(
        "Bước “{step}” rẽ theo trường hợp “{case}” mà thủ tục không có.", "Sửa hướng đi tiếp của bước này."
    ),
    _W.CASE_FORGOTTEN: Sentence(
        "Bước “{step}” chưa nói trường hợp “{case}” đi đâu.", "Thêm hướng cho trường hợp đó."
    ),
    _W.CHOICE_ALONE: Sentence(
        "Bước “{step}” chỉ có một hướng để chọn.", "Thêm hướng thứ hai, hoặc bỏ việc chọn."
    ),
    _W.CHOICE_TWICE: Sentence("Bước “{step}” có hai hướng trùng nhau.", "Giữ mỗi hướng một dòng."),
    _W.CHOICE_BESIDE_ALWAYS: Sentence(
        "Bước “{step}” có hướng luôn đi bên cạnh hướng khác không điều kiện.",
        "Bỏ hướng luôn đi, hoặc bỏ việc chọn.",
    ),
    _W.TOO_LONG: Sentence(
        "Đường dài nhất cộng {hours} giờ, quá thời hạn {limit} giờ làm việc.", "Rút ngắn các bước."
    ),
    _W.STILL_LONGER: Sentence(
        "Sửa như vậy thì đường dài nhất cộng {hours} giờ, quá thời hạn {limit} giờ làm việc.",
        "Giảm giờ của bước này hoặc của bước khác trước.",
    ),
    _W.NO_CHOICE: Sentence("Bước “{step}” có nhiều hướng: {choices}.", "Chọn một hướng đi tiếp."),
    _W.CHOICE_UNKNOWN: Sentence(
        "Bước “{step}” không có hướng vừa chọn.", "Chọn một trong các hướng: {choices}."
    ),
    _W.STEP_GONE: Sentence("Bước này không còn trong quy trình.", "Tải lại trang quy trình."),
    _W.MOVES_NO_FURTHER: Sentence("Bước “{step}” đã ở đầu hoặc cuối.", "Không cần chuyển nữa."),
    _W.NOT_A_DRAFT: Sentence("Quy trình này đã được phê duyệt nên không sửa được.", "Soạn quy trình mới."),
    _W.CHANGED_MEANWHILE: Sentence(
        "Người khác vừa sửa quy trình này.", "Tải lại trang, xem thay đổi rồi làm lại."
    ),
    _W.WITH_ITS_VERSION: Sentence(
        "Quy trình này được phê duyệt cùng phiên bản thủ tục.", "Trình và công khai phiên bản."
    ),
    _W.VERSION_NOT_PUBLISHED: Sentence(
        "Thủ tục chưa có phiên bản đã công khai.", "Soạn quy trình ngay trong bản dự thảo của thủ tục."
    ),
    _W.NO_DECISION: Sentence("Chưa ghi số quyết định hoặc người ký.", "Nhập số, ngày và người ký."),
    _W.SIGNED_IN_FUTURE: Sentence("Ngày ký {day} chưa đến.", "Nhập ngày đã ký."),
    _W.STARTS_BEFORE_TODAY: Sentence(
        "Ngày áp dụng {day} đã qua.", "Chọn từ hôm nay trở đi: hồ sơ đã tiếp nhận giữ quy trình cũ."
    ),
    _W.STARTS_BEFORE_ANOTHER: Sentence(
        "Đã có quy trình {number} áp dụng từ {day}.", "Chọn ngày áp dụng muộn hơn."
    ),
    _W.NOTHING_NEW: Sentence("Tệp {file} không có quy trình nào mới hoặc thay đổi.", "Giữ nguyên."),
}


def who_of(step: Step) -> str:
    """Say who does a step, and where."""
    role = ROLES.get(step.role, "Chưa rõ người làm")
    unit = "" if step.unit_kind in TOLD_BY_ROLE else UNIT_KINDS.get(step.unit_kind, "chưa rõ bộ phận")
    return f"{role}, {unit[0].lower()}{unit[1:]}" if unit else role


def hours_of(step: Step) -> str:
    """Say how long a step takes."""
    return bind(f"{figure(step.hours)} giờ")


def way_of(way: Way, route: Sequence[Step], cases: Mapping[str, str]) -> str:
    """Say where a way leads and when."""
    there = step_called(route, way.to)
    name = f"“{there.name}”" if there else "một bước không có"
    match way.kind:
        case WayKind.CASE:
            return f"Trường hợp {cases.get(way.value, way.value)}: đến {name}"
        case WayKind.CHOICE:
            return f"{way.label or way.value}: đến {name}"
    return f"Đến {name}"


def differences_of(before: Sequence[Step], after: Sequence[Step]) -> tuple[str, ...]:
    """Say how a route differs from the one before it, a sentence a difference."""
    old = {step.name: step for step in before}
    new = {step.name: step for step in after}
    lines = [f"Bỏ bước “{name}”." for name in old if name not in new]
    lines += [f"Thêm bước “{name}”, {hours_of(step)}." for name, step in new.items() if name not in old]
    for name in (name for name in new if name in old):
        lines.extend(_changes(old[name], new[name], before, after))
    kept = [
        [step.name for step in steps if step.name in old and step.name in new] for steps in (before, after)
    ]
    if kept[0] != kept[1]:
        lines.append("Đổi thứ tự các bước.")
    return tuple(lines)


def _changes(old: Step, new: Step, before: Sequence[Step], after: Sequence[Step]) -> Iterator[str]:
    if old.hours != new.hours:
        yield f"Bước “{new.name}”: từ {hours_of(old)} thành {hours_of(new)}."
    if (old.role, old.unit_kind, old.unit) != (new.role, new.unit_kind, new.unit):
        yield f"Bước “{new.name}”: từ {who_of(old)} thành {who_of(new)}."
    if old.consults != new.consults:
        asked = ", ".join(one.whom for one in new.consults)
        yield f"Bước “{new.name}”: lấy ý kiến {asked}." if asked else f"Bước “{new.name}”: thôi lấy ý kiến."
    if _partings(old, before) != _partings(new, after):
        yield f"Bước “{new.name}”: sửa hướng đi tiếp."
    if (old.public_name, old.lead, set(old.moves)) != (new.public_name, new.lead, set(new.moves)):
        yield f"Bước “{new.name}”: sửa lời tả hoặc việc được làm."


def _partings(step: Step, route: Sequence[Step]) -> list[tuple[str, str, str]]:
    """Give the ways of a step that parts; the only way of a step is its place in the list."""
    if len(step.ways) < 2:  # noqa: PLR2004  # one way is no parting
        return []
    names = {one.key: one.name for one in route}
    return [(way.kind, way.value, names.get(way.to, "")) for way in step.ways]
