"""Publication and transparency (18 points)."""

from decimal import Decimal

from motcua.reform.insight.words import Counter
from motcua.reform.scoring.quality.rules.definitions import Definition
from motcua.reform.scoring.quality.rules.rows.common import ACCEPTED, PORTAL, of
from motcua.reform.scoring.quality.words import Block, FiguresFrom, Remedy, Subject, Timing

OPENNESS = (
    Definition(
        "1.1",
        "PUBLISH_ON_TIME",
        Block.OPENNESS,
        "Thủ tục được công bố đúng hạn",
        Decimal(6),
        Timing.PERIOD,
        FiguresFrom.CATALOGUE,
        Subject.PROCEDURE,
        "Thủ tục có quyết định công bố ký trong kỳ mà mọi quyết định đều ký đúng hạn, chia cho thủ tục có "
        "quyết định công bố ký trong kỳ. Trễ một lần trong kỳ là trễ.",
    ),
    Definition(
        "1.2",
        "PUBLIC_UPDATE_ON_TIME",
        Block.OPENNESS,
        "Thủ tục được nhập vào Cơ sở dữ liệu quốc gia đúng hạn",
        Decimal(4),
        Timing.PERIOD,
        FiguresFrom.CATALOGUE,
        Subject.PROCEDURE,
        "Thủ tục có quyết định ký trong kỳ được nhập đúng hạn, chia cho thủ tục đã nhập hoặc đã quá hạn "
        "nhập. Chưa đến hạn thì chưa tính.",
    ),
    Definition(
        "1.3",
        "PUBLIC_CONTENT_FULL",
        Block.OPENNESS,
        "Thủ tục công khai đủ bảy nội dung bắt buộc",
        Decimal(2),
        Timing.POINT,
        FiguresFrom.CATALOGUE,
        Subject.PROCEDURE,
        "Thủ tục đang áp dụng có đủ tên, trình tự, cách thức, thành phần hồ sơ, thời hạn, đối tượng và cơ "
        "quan giải quyết, chia cho thủ tục đang áp dụng.",
        remedy=Remedy.MEND,
    ),
    Definition(
        "1.4",
        "DOSSIER_SYNC",
        Block.OPENNESS,
        "Hồ sơ đồng bộ lên Cổng Dịch vụ công quốc gia",
        Decimal(6),
        Timing.PERIOD,
        FiguresFrom.COUNTERS,
        Subject.DOSSIER,
        "Hồ sơ tiếp nhận trong kỳ đã đồng bộ, chia cho hồ sơ tiếp nhận trong kỳ.",
        numerator=of(Counter.SYNCED),
        denominator=ACCEPTED,
        remedy=Remedy.MEND,
        lacks=PORTAL,
    ),
)
