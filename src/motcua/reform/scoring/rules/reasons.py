"""Why a leaf has its points, and what would lift it, in one sentence each."""

from decimal import Decimal

from motcua.reform.scoring.rules import wording
from motcua.reform.scoring.rules.criteria import Node
from motcua.reform.scoring.rules.given import Given
from motcua.reform.scoring.rules.kinds.shares import names
from motcua.reform.scoring.rules.rule import Next, Scored
from motcua.reform.scoring.words import Because, LeafState

BECAUSE = {
    Because.NO_INPUT: "Chưa có số liệu, tạm tính 0 điểm",
    Because.SAID_NOT_APPLICABLE: "Không áp dụng với đơn vị",
    Because.NO_SURVEY_HELD: "Không khảo sát kỳ này, quy đổi về 100",
    Because.STEP_CHOSEN: "",
    Because.SHARE: "tính theo tỷ lệ",
    Because.CAPPED: "đạt mức tối đa của tỷ lệ",
    Because.BELOW_FLOOR: "dưới mức tối thiểu",
    Because.BAND_REACHED: "",
    Because.NO_BAND: "dưới mức thấp nhất",
    Because.ZERO_GIVES_MAX: "không phát sinh nên được điểm tối đa",
    Because.ZERO_GIVES_NOTHING: "không phát sinh nên được 0 điểm",
    Because.ZERO_NOT_APPLICABLE: "không phát sinh nên không áp dụng",
    Because.ZERO_UNRULED: "bộ tiêu chí không nói tính thế nào, tạm tính 0 điểm",
    Because.MEAN: "",
    Because.INDEX: "",
    Because.DEDUCTED: "",
    Because.JUDGED: "",
}


def reason(leaf: Node, given: Given, scored: Scored) -> str:
    """Say why: `4.318 : 4.702 = 91,83 %, mức 90 % đến dưới 95 %: 2 điểm.`"""
    reckoned = leaf.rule.reckoned(given, leaf.max) if leaf.rule and not given.not_applicable else ""
    held = _band(leaf, given) if scored.why is Because.BAND_REACHED else BECAUSE[scored.why]
    said = ", ".join(part for part in (reckoned, held) if part)
    said = f"{said[:1].upper()}{said[1:]}"
    return (
        f"{said}: {wording.points_about(scored.points)}." if scored.state is LeafState.SCORED else f"{said}."
    )


def _band(leaf: Node, given: Given) -> str:
    lines = leaf.rule.describe(leaf.max, given) if leaf.rule else ()
    return next((f"mức {line.when[:1].lower()}{line.when[1:]}" for line in lines if line.holds), "")


def lifting(leaf: Node, way: Next) -> str:
    """Say what would lift a leaf: `Thêm 149 hồ sơ đúng hạn thì đạt 95 % và được 4,75 điểm.`"""
    gets = f"được {wording.points_about(way.points)}"
    if way.count is not None and way.percent is not None:
        part = names(leaf.rule.raw)[0] if leaf.rule else ""
        count = wording.figure(Decimal(way.count))
        more = f"{count} {part}" if part else f"{count} vào tử số"
        return f"Thêm {more} thì đạt {wording.percent(way.percent)} và {gets}."
    if way.step is not None and leaf.rule is not None:
        lines = leaf.rule.describe(leaf.max, Given(step=way.step))
        return f"Đạt mức “{lines[way.step].when}” thì {gets}."
    return f"Được đánh giá cao nhất thì {gets}."
