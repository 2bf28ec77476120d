"""Progress of handling (20 points)."""

from decimal import Decimal

from motcua.reform.insight.words import Counter
from motcua.reform.scoring.quality.rules.definitions import Definition
from motcua.reform.scoring.quality.rules.rows.common import NOTHING, OPEN, of, standing
from motcua.reform.scoring.quality.words import Block, FiguresFrom, Subject, Timing

PROGRESS = (
    Definition(
        "2.1",
        "ON_TIME",
        Block.PROGRESS,
        "Hồ sơ giải quyết đúng hạn",
        Decimal(20),
        Timing.PERIOD,
        FiguresFrom.COUNTERS,
        Subject.DOSSIER,
        "Hồ sơ xong trong kỳ đúng hạn và hồ sơ đang giải quyết cuối kỳ còn hạn, chia cho mọi hồ sơ xong "
        "trong kỳ và đang giải quyết cuối kỳ. Yêu cầu bổ sung từ lần thứ hai mà không có kết quả là trễ.",
        numerator=(
            *of(Counter.KEPT),
            *OPEN,
            *standing(Counter.OVER_IN, Counter.OVER_OUT, -1),
        ),
        denominator=(*of(Counter.KEPT, Counter.MISSED), *OPEN),
    ),
    Definition(
        "2.2",
        "AVG_TIME",
        Block.PROGRESS,
        "Thời gian giải quyết bình quân của một thủ tục",
        NOTHING,
        Timing.PERIOD,
        FiguresFrom.MEAN,
        Subject.DOSSIER,
        "Tổng thời gian giải quyết, không tính thời gian chờ bổ sung, chia cho hồ sơ có kết quả mà "
        "ngày tiếp nhận nằm trong kỳ, kể cả kết quả có sau kỳ. Chỉ tính cho một thủ tục được chọn.",
    ),
)
