"""What is said about each part of the house: how it stands, and what to do when it is not well."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from motcua.base.clock import local
from motcua.base.clock.sentences import full_moment, length, short_date
from motcua.base.money import format_number
from motcua.base.notices.words import Medium
from motcua.reference.org.vitals import grading
from motcua.reference.org.vitals.reading import Vitals
from motcua.reference.org.words import Grade

GRADES: Mapping[Grade, tuple[str, str]] = MappingProxyType(
    {Grade.WELL: ("Tốt", "good"), Grade.WATCH: ("Xem lại", "warn"), Grade.BROKEN: ("Hỏng", "error")}
)
MEDIA: Mapping[Medium, str] = MappingProxyType(
    {Medium.EMAIL: "thư điện tử", Medium.SMS: "SMS", Medium.ZALO: "Zalo"}
)
_GIGABYTE: Final = 1024**3
_MEGABYTE: Final = 1024**2
_MINUTE: Final = timedelta(minutes=1)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Sign:
    """One part of the house in words; `cure` says what to do, `route` names the page where it is done."""

    name: str
    grade: Grade
    says: str
    cure: str = ""
    route: str = ""
    link: str = ""

    @property
    def word(self) -> str:
        """Give the grade in words."""
        return GRADES[self.grade][0]

    @property
    def look(self) -> str:
        """Give how the grade looks."""
        return GRADES[self.grade][1]


def signs_of(house: Vitals) -> list[Sign]:
    """Say how each part of the house stands."""
    return [
        _database(house),
        _queue(house),
        _worker(house),
        _outbox(house),
        *_media(house),
        _store(house),
        _scanner(house),
        _check(house),
        _root(house),
        _calendar(house),
        _keys(house),
        _version(house),
    ]


def _database(house: Vitals) -> Sign:
    grade = grading.grade_schema(house.tables.steps_waiting)
    says = f"Trả lời. PostgreSQL {house.tables.version}, dữ liệu {size(house.tables.size)}."
    if house.tables.steps_waiting:
        says += f" Lược đồ còn {house.tables.steps_waiting} bước chưa nâng cấp."
    return Sign("Cơ sở dữ liệu", grade, says, _when(grade, "Chạy “motcua migrate”, rồi khởi động lại."))


def _queue(house: Vitals) -> Sign:
    queue = house.queue
    grade = grading.grade_queue(queue.waits_since, queue.failed, house.at)
    says = f"{format_number(queue.waiting)} việc chờ đến lượt"
    if queue.waits_since is not None:
        says += f", việc lâu nhất chờ {age(house.at - queue.waits_since)}"
    says += f"; {format_number(queue.failed)} việc đã hỏng." if queue.failed else "; không có việc hỏng."
    cure = "Xem lý do rồi chạy lại." if queue.failed else "Xem tiến trình làm việc nền ở dòng dưới."
    return Sign("Hàng chờ việc nền", grade, says, _when(grade, cure), "desk:admin-jobs", "Việc nền bị hỏng")


def _worker(house: Vitals) -> Sign:
    queue = house.queue
    grade = grading.grade_worker(queue.workers, queue.beat_at, house.at)
    says = f"{queue.workers} tiến trình đang chạy." if queue.workers else "Không tiến trình nào đang chạy."
    says += f" Dấu hiệu gần nhất {full_moment(queue.beat_at)}." if queue.beat_at else ""
    cure = "Chạy “motcua worker”. Chưa có tiến trình nào thì không thông báo, giấy tờ nào được làm."
    return Sign("Tiến trình làm việc nền", grade, says, _when(grade, cure))


def _outbox(house: Vitals) -> Sign:
    box = house.outbox
    grade = grading.grade_outbox(box.waits_since, box.given_up, house.at)
    says = (
        f"{format_number(box.waiting)} thông báo chờ gửi, {format_number(box.failed)} sẽ tự gửi lại, "
        f"{format_number(box.given_up)} đã ngừng gửi."
    )
    return Sign(
        "Thông báo gửi đi",
        grade,
        says,
        _when(grade, "Xem lý do rồi gửi lại."),
        "desk:unsent",
        "Thông báo gửi lỗi",
    )


def _media(house: Vitals) -> Iterator[Sign]:
    """Say which media nothing can go by; where all are set up there is nothing to say."""
    silent = [MEDIA[one] for one in house.silent if one in MEDIA]
    if silent:
        says = f"Chưa thiết lập: {', '.join(silent)}. Thông báo không đi đường ấy."
        cure = "Không dùng kênh ấy thì không phải làm gì; muốn dùng thì đặt địa chỉ cổng gửi trong thiết lập."
        yield Sign("Kênh gửi", Grade.WATCH, says, cure)


def _store(house: Vitals) -> Sign:
    room = house.room
    if not room.answers:
        cure = "Kiểm tra ổ đĩa hoặc nơi giữ tệp. Trong lúc ấy không nhận được tệp của người dân."
        return Sign("Kho tệp", Grade.BROKEN, "Không đọc, ghi được.", cure)
    if room.free is None or room.total is None:
        return Sign("Kho tệp", Grade.WELL, "Trả lời. Chỗ trống do nơi giữ tệp quản lý.")
    grade = grading.grade_space(room.free, room.total)
    says = f"Đọc, ghi được. Còn trống {size(room.free)} trên {size(room.total)}."
    return Sign("Kho tệp", grade, says, _when(grade, "Thêm chỗ cho ổ đĩa, hoặc chuyển kho tệp sang S3."))


def _scanner(house: Vitals) -> Sign:
    if house.room.scanned:
        return Sign("Quét vi-rút", Grade.WELL, "Đã đặt máy quét; tệp được quét khi nhận.")
    cure = "Đặt địa chỉ máy quét trong thiết lập."
    return Sign("Quét vi-rút", Grade.WATCH, "Chưa đặt máy quét; tệp nhận vào không được quét.", cure)


def _check(house: Vitals) -> Sign:
    seal = house.journal
    grade = grading.grade_check(seal.whole, seal.checked_at, house.at)
    if seal.checked_at is None:
        says, cure = "Chưa kiểm tra lần nào.", "Việc kiểm tra tự chạy lúc 01:30 mỗi đêm; ngày mai xem lại."
    elif seal.whole:
        says = f"Nguyên vẹn khi kiểm tra lúc {full_moment(seal.checked_at)}: {format_number(seal.rows)} dòng."
        cure = "Lâu chưa kiểm tra: xem việc nền có chạy ban đêm không."
    else:
        says = f"KHÔNG nguyên vẹn khi kiểm tra lúc {full_moment(seal.checked_at)}."
        cure = "Đừng sửa gì. Giữ bản sao, chạy “motcua journal verify” để biết chuỗi nào, báo thanh tra."
    return Sign("Dấu niêm của nhật ký", grade, says, _when(grade, cure))


def _root(house: Vitals) -> Sign:
    grade = grading.grade_root(house.journal.behind)
    last = house.journal.root_at
    says = f"Dấu gốc gần nhất lấy lúc {full_moment(last)}." if last else "Chưa lấy dấu gốc lần nào."
    cure = "Xem việc nền “Lấy dấu gốc của nhật ký” có hỏng không, và thư mục giữ dấu gốc có ghi được không."
    return Sign("Dấu gốc ngoài cơ sở dữ liệu", grade, says, _when(grade, cure))


def _calendar(house: Vitals) -> Sign:
    year = house.on.year
    grade = grading.grade_calendar(this_final=house.this_final, next_final=house.next_final, on=house.on)
    said = {True: "đã chốt", False: "mới ước theo luật"}
    says = f"Lịch nghỉ năm {year} {said[house.this_final]}, năm {year + 1} {said[house.next_final]}."
    cure = "Có thông báo chính thức thì soạn quyết định về lịch và chốt lịch của năm ấy."
    return Sign("Lịch làm việc", grade, says, _when(grade, cure), "desk:admin-calendar", "Lịch làm việc")


def _keys(house: Vitals) -> Sign:
    keys = house.keys
    grade = grading.grade_keys(keys.lost, keys.older)
    says = f"Khóa của {format_number(keys.owners)} chủ tệp mở được"
    says += f"; khóa chủ đang dùng từ {short_date(local(keys.since).date())}." if keys.since else "."
    if keys.lost:
        says = f"Thiếu khóa chủ: tệp của {format_number(keys.lost)} chủ không mở được."
        cure = "Đưa khóa chủ cũ vào lại thiết lập, lấy từ nơi đã cất."
    elif keys.older:
        says += f" {format_number(keys.older)} khóa còn bọc bằng khóa chủ cũ."
        cure = "Chạy “motcua files rotate”."
    elif not keys.given and not house.demo:
        grade, cure = Grade.WATCH, "Đặt khóa chủ trong thiết lập và cất một bản ở nơi khác."
        says += " Khóa chủ tự sinh, chỉ có trên máy này."
    else:
        cure = ""
    return Sign("Khóa của kho tệp", grade, says, cure)


def _version(house: Vitals) -> Sign:
    build = f", bản dựng {house.build}" if house.build else ""
    says = f"Một Cửa {house.version}{build}. {house.runs_on}."
    if house.https or house.demo:
        return Sign("Phiên bản", Grade.WELL, says)
    says += " Địa chỉ công khai chưa dùng HTTPS."
    return Sign(
        "Phiên bản", Grade.WATCH, says, "Đặt máy nhận HTTPS đứng trước, rồi đổi địa chỉ trong thiết lập."
    )


def size(count: int) -> str:
    """Say an amount of bytes (`12,4 GB`)."""
    if count >= _GIGABYTE:
        return f"{format_number(Decimal(count) / _GIGABYTE, 1)} GB"
    return f"{format_number(max(1, count // _MEGABYTE))} MB"


def age(span: timedelta) -> str:
    """Say how long something has waited, to the minute; days once they are days."""
    if span >= _DAY:
        return f"{span // _DAY} ngày"
    return length(span // _MINUTE) if span >= _MINUTE else "chưa đến một phút"


def _when(grade: Grade, cure: str) -> str:
    return "" if grade is Grade.WELL else cure
