"""What the rows share: the book, what their numbers lack, terms of counters."""

from decimal import Decimal

from motcua.base.rooms.measure import Term, When
from motcua.reform.insight.words import Counter

EIGHTY, NINETY, FIFTY = Decimal("0.8"), Decimal("0.9"), Decimal("0.5")
PORTAL = "Chưa nối Cổng Dịch vụ công quốc gia: tính theo dấu đồng bộ mà hồ sơ mang khi được tiếp nhận."
PAYING = "Chưa nối cổng thanh toán: tính theo dấu đã nộp trực tuyến mà hồ sơ mang khi được tiếp nhận."
STORE = "Chưa nối kho dữ liệu điện tử của cá nhân: tính theo giấy tờ lấy từ kho giấy tờ đã có của tỉnh."
PEOPLE = "Tính theo dấu đăng nhập bằng VNeID; chưa nối Cơ sở dữ liệu quốc gia về dân cư."
FEEDBACK = "Chưa có nguồn số liệu: phản ánh, kiến nghị chưa được tiếp nhận ở đây."


def of(*counters: Counter) -> tuple[Term, ...]:
    return tuple(Term(one.value) for one in counters)


def standing(came: Counter, left: Counter, sign: int = 1) -> tuple[Term, ...]:
    return Term(came.value, When.AT_END, sign), Term(left.value, When.AT_END, -sign)


OPEN = standing(Counter.ACCEPTED, Counter.ENDED)
ACCEPTED = of(Counter.ACCEPTED)
NOTHING = Decimal(0)  # points of a row that is only watched
