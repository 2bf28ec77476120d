"""Online services (12 points) and online payment (10 points)."""

from datetime import date
from decimal import Decimal

from motcua.reform.insight.words import Counter
from motcua.reform.scoring.quality.rules.definitions import Definition
from motcua.reform.scoring.quality.rules.rows.common import (
    ACCEPTED,
    EIGHTY,
    FIFTY,
    NOTHING,
    PAYING,
    PORTAL,
    of,
)
from motcua.reform.scoring.quality.words import Block, FiguresFrom, Remedy, Subject, Timing

ONLINE = (
    Definition(
        "3.0",
        "ONLINE_FULL",
        Block.ONLINE,
        "Hồ sơ trực tuyến toàn trình",
        Decimal(12),
        Timing.PERIOD,
        FiguresFrom.COUNTERS,
        Subject.DOSSIER,
        "Hồ sơ nộp trực tuyến có kết quả điện tử, chia cho hồ sơ của thủ tục đủ điều kiện toàn trình; tính "
        "theo ngày tiếp nhận.",
        numerator=of(Counter.FILED_FULLY),
        denominator=of(Counter.FULL_SERVICE),
        remedy=Remedy.NEXT,
        since=date(2026, 1, 1),
    ),
    Definition(
        "3.1",
        "ONLINE_SERVICES",
        Block.ONLINE,
        "Thủ tục cung cấp dịch vụ công trực tuyến",
        NOTHING,
        Timing.POINT,
        FiguresFrom.CATALOGUE,
        Subject.PROCEDURE,
        "Thủ tục đang áp dụng được làm trực tuyến toàn trình hoặc một phần, chia cho thủ tục đang áp dụng.",
        threshold=EIGHTY,
    ),
    Definition(
        "3.2",
        "SERVICES_USED",
        Block.ONLINE,
        "Dịch vụ công trực tuyến có phát sinh hồ sơ",
        NOTHING,
        Timing.MIXED,
        FiguresFrom.CATALOGUE,
        Subject.PROCEDURE,
        "Dịch vụ công trực tuyến có ít nhất một hồ sơ nộp trực tuyến được tiếp nhận trong kỳ, chia cho "
        "dịch vụ công trực tuyến đang có.",
    ),
    Definition(
        "3.3",
        "ONLINE_DOSSIERS",
        Block.ONLINE,
        "Hồ sơ trực tuyến",
        NOTHING,
        Timing.PERIOD,
        FiguresFrom.COUNTERS,
        Subject.DOSSIER,
        "Hồ sơ nộp trực tuyến có kết quả điện tử, chia cho hồ sơ tiếp nhận trong kỳ, nhân với tỷ lệ "
        "đồng bộ (1.4).",
        threshold=FIFTY,
        numerator=of(Counter.ONLINE),
        denominator=ACCEPTED,
        times="1.4",
        lacks=PORTAL,
    ),
)
PAYMENT = (
    Definition(
        "3.5a",
        "PAYMENT_INTEGRATED",
        Block.PAYMENT,
        "Thủ tục có nghĩa vụ tài chính được tích hợp thanh toán",
        Decimal(2),
        Timing.MIXED,
        FiguresFrom.CATALOGUE,
        Subject.PROCEDURE,
        "Thủ tục có hồ sơ đã đồng bộ, có phí trong kỳ, chia cho thủ tục đang có phí, lệ phí.",
        threshold=EIGHTY,
        remedy=Remedy.MEND,
        lacks=PORTAL,
    ),
    Definition(
        "3.5b",
        "PAYMENT_USED",
        Block.PAYMENT,
        "Thủ tục có giao dịch thanh toán trực tuyến",
        Decimal(2),
        Timing.MIXED,
        FiguresFrom.CATALOGUE,
        Subject.PROCEDURE,
        "Thủ tục có ít nhất một hồ sơ nộp tiền trực tuyến trong kỳ, chia cho thủ tục đang có phí, lệ phí.",
        threshold=EIGHTY,
        remedy=Remedy.MEND,
        lacks=PAYING,
    ),
    Definition(
        "3.6",
        "PAID_ONLINE",
        Block.PAYMENT,
        "Hồ sơ thanh toán trực tuyến",
        Decimal(6),
        Timing.PERIOD,
        FiguresFrom.COUNTERS,
        Subject.DOSSIER,
        "Hồ sơ nộp tiền trực tuyến, chia cho hồ sơ phải nộp tiền; tính theo ngày tiếp nhận. Hồ sơ mà mọi "
        "khoản bằng 0 thì không tính.",
        numerator=of(Counter.PAID_ONLINE),
        denominator=of(Counter.WITH_FEE),
        remedy=Remedy.NEXT,
        lacks=PAYING,
    ),
)
