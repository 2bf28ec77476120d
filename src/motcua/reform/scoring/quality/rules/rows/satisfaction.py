"""Satisfaction (18 points): rows about feedback, which has no numbers here yet."""

from decimal import Decimal

from motcua.reform.scoring.quality.rules.definitions import Definition
from motcua.reform.scoring.quality.rules.rows.common import FEEDBACK, NINETY
from motcua.reform.scoring.quality.words import Block, FiguresFrom, Subject, Timing


def _unheard(
    id_: str, code: str, name: str, formula: str, *, most: int = 0, threshold: Decimal | None = None
) -> Definition:
    """Give a row about feedback, which has no numbers yet."""
    return Definition(
        id_,
        code,
        Block.SATISFACTION,
        name,
        Decimal(most),
        Timing.PERIOD,
        FiguresFrom.NOWHERE,
        Subject.DOSSIER,
        formula,
        threshold,
        lacks=FEEDBACK,
    )


SATISFACTION = (
    _unheard("5.1", "FEEDBACK_KINDS", "Phản ánh, kiến nghị theo loại", "Số phản ánh, kiến nghị theo loại."),
    _unheard(
        "5.2",
        "FEEDBACK_ON_TIME",
        "Phản ánh, kiến nghị được xử lý đúng hạn",
        "Phản ánh, kiến nghị xử lý đúng hạn, chia cho phản ánh, kiến nghị đã nhận hoặc đã xử lý.",
        most=6,
    ),
    _unheard(
        "5.3",
        "FEEDBACK_SATISFIED",
        "Hài lòng trong xử lý phản ánh, kiến nghị",
        "Phản ánh, kiến nghị không bị đánh giá không hài lòng, không trễ và không bị phản ánh lại, chia cho "
        "phản ánh, kiến nghị nhận lần đầu trong kỳ.",
        most=6,
    ),
    _unheard(
        "5.4",
        "SATISFACTION",
        "Hài lòng trong tiếp nhận, giải quyết",
        "100 % trừ tỷ lệ hồ sơ trễ và tỷ lệ hồ sơ có phản ánh hoặc bị đánh giá không hài lòng.",
        most=6,
        threshold=NINETY,
    ),
)
