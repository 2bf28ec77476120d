"""The rules of the rating as data, each set with the day from which it holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from motcua.reform.scoring.rating.words import Basis, Indicator, OfficerClass, RatingClass

SCORES = (2, 1, 0)


@dataclass(frozen=True)
class IndicatorRule:
    """One indicator: what gives two points, one, none; whether each dossier is scored; what is declared."""

    indicator: Indicator
    name: str
    two: str
    one: str
    none: str
    per_dossier: bool
    basis: Basis
    asked: tuple[str, ...] = ()
    reading: str = ""


@dataclass(frozen=True)
class Bounds:
    """The shares at which scores change, 0 to 1."""

    whole_at_one_stop: Decimal
    received_at_one_stop: Decimal
    feedback_in_time: Decimal
    procedures_online: Decimal
    dossiers_online: Decimal
    dossiers_online_least: Decimal


@dataclass(frozen=True)
class RuleSet:
    """A set of rules that holds from `since` on; classes begin at their lowest total, the best first."""

    version: int
    since: date
    basis: str
    indicators: tuple[IndicatorRule, ...]
    bounds: Bounds
    classes: tuple[tuple[RatingClass, Decimal], ...]
    officer_classes: tuple[tuple[OfficerClass, Decimal], ...]
    caution: str = ""

    @property
    def most(self) -> int:
        """Give the most points there are."""
        return max(SCORES) * len(self.indicators)

    def rule(self, indicator: Indicator) -> IndicatorRule:
        """Give the rule of one indicator."""
        return next(one for one in self.indicators if one.indicator is indicator)


def _rule(
    indicator: Indicator,
    name: str,
    *scores: str,
    per_dossier: bool = False,
    basis: Basis = Basis.COMPUTED,
    asked: tuple[str, ...] = (),
    reading: str = "",
) -> IndicatorRule:
    two, one, none = scores
    return IndicatorRule(indicator, name, two, one, none, per_dossier, basis, asked, reading)


CIRCULAR_01_2018 = RuleSet(
    1,
    date(2019, 1, 6),
    "NĐ 61/2018/NĐ-CP; TT 01/2018/TT-VPCP, Điều 13 đến 15",
    (
        _rule(
            Indicator.WHOLE_TIME,
            "Tổng thời gian giải quyết so với quy định",
            *("sớm hạn", "đúng hạn", "quá hạn"),
            per_dossier=True,
            reading="Tính trên hồ sơ có kết quả trong quý mà có hạn, theo ngày hẹn trả đang có hiệu lực.",
        ),
        _rule(
            Indicator.AGENCY_TIME,
            "Thời gian thực hiện của từng cơ quan tham gia",
            *("mọi cơ quan đều sớm", "đúng hạn", "có cơ quan trễ"),
            per_dossier=True,
            reading="Thời gian của mỗi cơ quan là tổng các bước của cơ quan ấy, so với tổng hạn các bước; "
            "sớm là từ một ngày trở lên. Một cơ quan trễ thì hồ sơ được 0 điểm.",
        ),
        _rule(
            Indicator.CONTACTS,
            "Số lần liên hệ nơi tiếp nhận để hoàn thiện hồ sơ",
            *("không lần nào", "1 lần", "từ 2 lần"),
            per_dossier=True,
            reading="Mỗi lần yêu cầu bổ sung là một lần liên hệ, kể cả trực tuyến. Chưa tách được lần do lỗi "
            "của người nộp.",
        ),
        _rule(
            Indicator.AGENCIES_CONTACTED,
            "Số cơ quan phải liên hệ để hoàn thiện hồ sơ",
            *("không cơ quan nào", "1 cơ quan", "từ 2 cơ quan"),
            per_dossier=True,
            basis=Basis.DECLARED,
            asked=("none", "one", "more"),
        ),
        _rule(
            Indicator.AT_ONE_STOP,
            "Tổ chức tiếp nhận, giải quyết, trả kết quả tại Bộ phận Một cửa",
            "ít nhất 20 % thủ tục được tiếp nhận, thẩm định, phê duyệt và trả ngay tại Bộ phận Một cửa",
            "mọi thủ tục được tiếp nhận và trả tại Bộ phận Một cửa",
            "còn thủ tục không tiếp nhận hoặc trả tại Bộ phận Một cửa",
            reading="Theo quy trình nội bộ đã phê duyệt, tại ngày xem hoặc ngày cuối quý.",
        ),
        _rule(
            Indicator.PUBLISHED,
            "Công khai thủ tục hành chính",
            *("cả hai hình thức", "một hình thức", "chưa công khai"),
            reading="Hai hình thức: trên cổng và niêm yết tại trụ sở. Trung bình của các thủ tục.",
        ),
        _rule(
            Indicator.ATTITUDE,
            "Thái độ khi hướng dẫn, tiếp nhận, giải quyết",
            *("sớm hạn và không bị phản ánh", "đúng hạn và không bị phản ánh", "bị phản ánh, hoặc quá hạn"),
            per_dossier=True,
            basis=Basis.BOTH,
            asked=("early", "on_time"),
            reading="Sớm, đúng hạn tính từ hồ sơ; số hồ sơ bị phản ánh đúng do đơn vị kê khai.",
        ),
        _rule(
            Indicator.FEEDBACK,
            "Tiếp thu, giải trình phản ánh, kiến nghị",
            "không có phản ánh, hoặc mọi phản ánh xử lý đúng hạn và không kéo dài",
            "ít nhất 90 % đúng hạn và không kéo dài",
            "dưới 90 %, hoặc có phản ánh kéo dài",
            basis=Basis.DECLARED,
            asked=("received", "in_time", "prolonged"),
        ),
        _rule(
            Indicator.ONLINE_SERVICES,
            "Tiến độ, chất lượng dịch vụ công trực tuyến",
            "ít nhất 20 % thủ tục làm trực tuyến, ít nhất 30 % hồ sơ trực tuyến, không hồ sơ nào trễ",
            "từ 15 % hồ sơ trực tuyến, không hồ sơ nào trễ",
            "dưới 15 %, hoặc có hồ sơ trễ",
            reading="Hồ sơ trực tuyến tiếp nhận trong quý; hồ sơ trễ trong quý hoặc đang trễ cuối quý.",
        ),
    ),
    Bounds(
        whole_at_one_stop=Decimal("0.2"),
        received_at_one_stop=Decimal(1),
        feedback_in_time=Decimal("0.9"),
        procedures_online=Decimal("0.2"),
        dossiers_online=Decimal("0.3"),
        dossiers_online_least=Decimal("0.15"),
    ),
    (
        (RatingClass.EXCELLENT, Decimal(15)),
        (RatingClass.GOOD, Decimal(12)),
        (RatingClass.FAIR, Decimal(9)),
        (RatingClass.AVERAGE, Decimal(6)),
        (RatingClass.WEAK, Decimal(0)),
    ),
    ((OfficerClass.WHOLE, Decimal(5)), (OfficerClass.MOST, Decimal("3.5")), (OfficerClass.LESS, Decimal(0))),
    caution="NĐ 118/2025/NĐ-CP đã thay một phần từ 01/07/2025; phần thay thế chưa nạp được nên vẫn tính theo "
    "bộ này.",
)
RULE_SETS: Sequence[RuleSet] = (CIRCULAR_01_2018,)


def in_force(on: date, sets: Sequence[RuleSet] = RULE_SETS) -> RuleSet | None:
    """Give the rules that hold on a day; None before there were any."""
    held = [one for one in sets if one.since <= on]
    return max(held, key=lambda one: one.since, default=None)
