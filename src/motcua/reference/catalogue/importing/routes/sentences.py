"""What people read about a flaw of an imported route."""

from motcua.base.rooms import Sentence
from motcua.reference.catalogue.importing.routes.words import FoundInRoute, RouteFlaw

TITLES = {
    RouteFlaw.UNREADABLE: "Dòng không đọc được",
    RouteFlaw.CODE_MISSING: "Thiếu mã hoặc tên",
    RouteFlaw.CODE_REPEATED: "Mã đã có ở dòng trước",
    RouteFlaw.NO_STEPS: "Không có bước nào",
    RouteFlaw.NO_LIMIT: "Không có thời hạn cố định",
    RouteFlaw.TOTAL_MISSING: "Chưa ghi tổng thời hạn",
    RouteFlaw.TOTAL_DIFFERS: "Tổng khác số ngày cộng từ các bước",
    RouteFlaw.TASKS_DIFFER: "Số ngày của bước khác tổng các việc",
    RouteFlaw.DANGLING: "Việc dẫn đến một việc không có",
    RouteFlaw.LEADS_BACK: "Bước dẫn ngược lên trên",
    RouteFlaw.OUT_OF_ORDER: "Số thứ tự của các bước không tăng dần",
    RouteFlaw.ZERO_DAYS: "Bước không có ngày nào",
    RouteFlaw.NEGATIVE_DAYS: "Bước có số ngày âm",
    RouteFlaw.OFFICE_UNKNOWN: "Bộ phận chưa biết",
    RouteFlaw.OFFICE_GONE: "Bộ phận nay không còn",
    RouteFlaw.ROLE_UNSAID: "Chưa ghi vai trò",
    RouteFlaw.NOT_IN_CATALOGUE: "Không có trong danh mục của nguồn",
}
SENTENCES = {
    RouteFlaw.UNREADABLE: Sentence("Dòng không đọc được.", "Sửa dòng thành một đối tượng JSON đúng mẫu."),
    RouteFlaw.CODE_MISSING: Sentence("Quy trình thiếu mã hoặc tên.", "Ghi mã và tên."),
    RouteFlaw.CODE_REPEATED: Sentence("Mã đã có ở dòng {first}.", "Giữ một dòng cho mỗi mã."),
    RouteFlaw.NO_STEPS: Sentence("Quy trình không có bước nào.", "Ghi các bước."),
    RouteFlaw.NO_LIMIT: Sentence(
        "Nguồn ghi không có thời hạn cố định.", "Đối chiếu với thời hạn của thủ tục."
    ),
    RouteFlaw.TOTAL_MISSING: Sentence("Nguồn chưa ghi tổng thời hạn.", "Đối chiếu với thời hạn của thủ tục."),
    RouteFlaw.TOTAL_DIFFERS: Sentence(
        "Nguồn ghi tổng {total} ngày, các bước cộng lại {sum} ngày.", "Sửa giờ của các bước khi dùng."
    ),
    RouteFlaw.TASKS_DIFFER: Sentence(
        "Bước “{step}” ghi {days} ngày, các việc cộng lại {tasks} ngày.", "Số ngày của bước được giữ."
    ),
    RouteFlaw.DANGLING: Sentence(
        "Bước “{step}”: việc “{task}” dẫn đến {next}, không có trong quy trình.",
        "Bước được nối với bước ngay dưới.",
    ),
    RouteFlaw.LEADS_BACK: Sentence("Bước “{step}” dẫn ngược lên trên.", "Bước được nối với bước ngay dưới."),
    RouteFlaw.OUT_OF_ORDER: Sentence(
        "Số thứ tự các bước không tăng dần: {orders}.", "Thứ tự trong tệp được giữ."
    ),
    RouteFlaw.ZERO_DAYS: Sentence("Bước “{step}” ghi 0 ngày.", "Nhập giờ cho bước này khi dùng."),
    RouteFlaw.NEGATIVE_DAYS: Sentence(
        "Bước “{step}” ghi {days} ngày.", "Bước được ghi 0 giờ, nhập giờ khi dùng."
    ),
    RouteFlaw.OFFICE_UNKNOWN: Sentence(
        "Bước “{step}”: chưa biết bộ phận {office}.", "Chọn bộ phận khi dùng."
    ),
    RouteFlaw.OFFICE_GONE: Sentence(
        "Bước “{step}”: {office} nay không còn. Việc thuộc {now}.", "Kiểm tra bộ phận khi dùng."
    ),
    RouteFlaw.ROLE_UNSAID: Sentence(
        "Bước “{step}” chưa ghi ai làm, lấy theo {office}.", "Kiểm tra người làm khi dùng."
    ),
    RouteFlaw.NOT_IN_CATALOGUE: Sentence(
        "Danh mục của nguồn không có quy trình này.", "Kiểm tra xem thủ tục còn thực hiện không."
    ),
}


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "(chưa rõ)"


def sentence(found: FoundInRoute) -> str:
    """Say what is wrong with a row, and what to do about it."""
    said = SENTENCES[found.kind]
    return f"{said.problem} {said.cure}".format_map(_Facts(found.facts))
