"""Digitisation of dossiers (22 points)."""

from decimal import Decimal

from motcua.reform.insight.words import Counter
from motcua.reform.scoring.quality.rules.definitions import Definition
from motcua.reform.scoring.quality.rules.rows.common import ACCEPTED, EIGHTY, PEOPLE, STORE, of
from motcua.reform.scoring.quality.words import Block, FiguresFrom, Remedy, Subject, Timing

DIGITAL = (
    Definition(
        "4.1",
        "ORIGINAL_RESULT",
        Block.DIGITAL,
        "Hồ sơ có kết quả điện tử",
        Decimal(6),
        Timing.PERIOD,
        FiguresFrom.COUNTERS,
        Subject.DOSSIER,
        "Hồ sơ có kết quả trong kỳ mà kết quả có tệp điện tử, chia cho hồ sơ có kết quả trong kỳ của thủ "
        "tục phải trả giấy tờ.",
        numerator=of(Counter.RETURNED_FILE),
        denominator=of(Counter.MUST_RETURN),
        remedy=Remedy.MEND,
    ),
    Definition(
        "4.2",
        "DIGITISED",
        Block.DIGITAL,
        "Hồ sơ được số hóa thành phần và kết quả",
        Decimal(4),
        Timing.PERIOD,
        FiguresFrom.COUNTERS,
        Subject.DOSSIER,
        "Hồ sơ tiếp nhận trong kỳ có tệp của thành phần hồ sơ và, khi phải trả giấy tờ, có tệp kết quả, "
        "chia cho hồ sơ tiếp nhận trong kỳ.",
        threshold=EIGHTY,
        numerator=of(Counter.DIGITISED),
        denominator=ACCEPTED,
        remedy=Remedy.MEND,
    ),
    Definition(
        "4.2b",
        "CERTIFIED_COPIES",
        Block.DIGITAL,
        "Chứng thực bản sao điện tử",
        Decimal(2),
        Timing.POINT,
        FiguresFrom.NOWHERE,
        Subject.PROCEDURE,
        "Công thức của chỉ tiêu này chưa đọc được trong bản công thức tháng 10/2026.",
        lacks="Chưa có nguồn số liệu: chưa rõ công thức, nên chưa tính.",
    ),
    Definition(
        "4.3",
        "REUSED",
        Block.DIGITAL,
        "Hồ sơ dùng lại dữ liệu đã số hóa",
        Decimal(2),
        Timing.PERIOD,
        FiguresFrom.COUNTERS,
        Subject.DOSSIER,
        "Hồ sơ tiếp nhận trong kỳ có ít nhất một giấy tờ lấy lại từ kho, chia cho hồ sơ tiếp nhận trong kỳ.",
        threshold=EIGHTY,
        numerator=of(Counter.REUSED),
        denominator=ACCEPTED,
        remedy=Remedy.NEXT,
    ),
    Definition(
        "4.4",
        "PERSONAL_STORE",
        Block.DIGITAL,
        "Kết quả trong kho dữ liệu điện tử của cá nhân, tổ chức",
        Decimal(4),
        Timing.PERIOD,
        FiguresFrom.COUNTERS,
        Subject.DOSSIER,
        "Hồ sơ tiếp nhận trong kỳ có giấy tờ lấy từ kho hoặc có kết quả điện tử đưa vào kho, chia cho hồ sơ "
        "tiếp nhận trong kỳ.",
        numerator=of(Counter.FROM_STORE),
        denominator=ACCEPTED,
        remedy=Remedy.MEND,
        lacks=STORE,
    ),
    Definition(
        "4.5a",
        "PROCEDURES_KNOWN",
        Block.DIGITAL,
        "Thủ tục kết nối dữ liệu dân cư",
        Decimal(2),
        Timing.MIXED,
        FiguresFrom.CATALOGUE,
        Subject.PROCEDURE,
        "Thủ tục dành cho cá nhân có hồ sơ trong kỳ dùng tài khoản VNeID hoặc dữ liệu dân cư, chia cho thủ "
        "tục dành cho cá nhân đang áp dụng.",
        remedy=Remedy.MEND,
        lacks=PEOPLE,
    ),
    Definition(
        "4.5b",
        "DOSSIERS_KNOWN",
        Block.DIGITAL,
        "Hồ sơ dùng dữ liệu dân cư",
        Decimal(2),
        Timing.PERIOD,
        FiguresFrom.COUNTERS,
        Subject.DOSSIER,
        "Hồ sơ tiếp nhận trong kỳ dùng tài khoản VNeID hoặc dữ liệu dân cư, chia cho hồ "
        "sơ tiếp nhận trong kỳ.",
        numerator=of(Counter.KNOWN),
        denominator=ACCEPTED,
        remedy=Remedy.NEXT,
        lacks=PEOPLE,
    ),
)
