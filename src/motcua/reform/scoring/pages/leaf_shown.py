"""One leaf as it is shown: how its points came about, its rule, what would lift it, what proves it."""

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.clock import local, today
from motcua.base.clock.sentences import full_moment, short_date
from motcua.base.text import NBSP
from motcua.base.ui.charts import Figure
from motcua.reform.insight.pages import links
from motcua.reform.insight.pages.audiences import FIGURES
from motcua.reform.insight.words import Part
from motcua.reform.scoring.models import Evidence, LeafVerdict
from motcua.reform.scoring.pages import saying
from motcua.reform.scoring.queries.measures import counted
from motcua.reform.scoring.queries.sheets import LeafReading, SheetReading
from motcua.reform.scoring.rules import wording
from motcua.reform.scoring.rules.kinds import Ladder
from motcua.reform.scoring.rules.rule import HUNDRED, Line, Next
from motcua.reform.scoring.words import Because, LeafSource, LeafState, LockKind, VerdictStage

ZEROS = {
    Because.ZERO_GIVES_MAX: "Không phát sinh: được điểm tối đa.",
    Because.ZERO_GIVES_NOTHING: "Không phát sinh: 0 điểm.",
    Because.ZERO_NOT_APPLICABLE: "Không phát sinh: tiêu chí không áp dụng.",
}


@dataclass(frozen=True)
class Paper:
    """A piece of evidence in words; `href` is empty where the reader may not open the file."""

    paper: Evidence
    name: str
    place: str
    href: str
    drop: str


@dataclass(frozen=True)
class Verdict:
    """What others found, in words."""

    stage: str
    points: str
    note: str
    asks: bool
    by: str


@dataclass(frozen=True)
class LeafShown:
    """Everything the panel of a leaf says.

    `part` and `whole` are the two figures of a share with their names; `reckoned` is the sentence of any
    other rule. `state` and `why_none` say why there is nothing to reckon.
    """

    leaf: LeafReading
    most: str
    own: str
    part: Figure | None
    part_name: str
    whole: Figure | None
    whole_name: str
    share: str
    reckoned: str
    origin: str
    next: str
    lines: tuple[Line, ...]
    zero: str
    papers: tuple[Paper, ...]
    verdicts: tuple[Verdict, ...]


def leaf_shown(
    read: SheetReading, leaf: LeafReading, reader: Actor, *, may_open: bool, may_drop: bool = False
) -> LeafShown:
    """Give a leaf in words; `may_open`: the reader may open its evidence, `may_drop`: take it back."""
    rule, given = leaf.node.rule, leaf.given
    assert rule is not None, "a leaf has a rule"
    part = whole = None
    share = ""
    if given.numerator is not None and given.denominator is not None:
        part = _counted(read, leaf, Part.NUMERATOR, given.numerator, reader)
        whole = _counted(read, leaf, Part.DENOMINATOR, given.denominator, reader)
        share = wording.percent(given.numerator / given.denominator * HUNDRED) if given.denominator else ""
    return LeafShown(
        leaf,
        saying.points(leaf.node.max),
        own_points(leaf),
        part,
        str(rule.raw.get("numerator", "")),
        whole,
        str(rule.raw.get("denominator", "")),
        share,
        "" if part else rule.reckoned(given, leaf.node.max),
        origin_of(read, leaf),
        next_words(leaf),
        rule.describe(leaf.node.max, given),
        ZEROS.get(leaf.own.why, ""),
        tuple(_paper(one, may_open=may_open, may_drop=may_drop) for one in leaf.evidence),
        tuple(_verdict(leaf.verdicts[stage]) for stage in VerdictStage if stage in leaf.verdicts),
    )


def _counted(read: SheetReading, leaf: LeafReading, part: Part, value: Decimal, reader: Actor) -> Figure:
    return Figure(wording.figure(value), behind(read, leaf, part, reader) if value else "")


def behind(read: SheetReading, leaf: LeafReading, part: Part, reader: Actor) -> str:
    """Give where a figure leads: to the dossiers that it counts, else to what the agency declared."""
    if leaf.source is LeafSource.COMPUTED and FIGURES.admits(reader):
        lock = read.locks.get(LockKind.SELF)
        until = local(lock.locked_at).date() if lock else today()
        period = counted(read.sheet.round, until)
        return links.behind(leaf.node.measure, period, part=part, agency=read.sheet.agency_id)
    return f"{reverse('desk:score-leaf', args=[read.sheet.pk, leaf.node.code])}#so-lieu"


def origin_of(read: SheetReading, leaf: LeafReading) -> str:
    """Say where the figures of a leaf come from, and until when."""
    score = leaf.score
    if leaf.source is LeafSource.COMPUTED:
        measured = leaf.measured
        first = saying.counted_from(read.sheet.round)
        if measured is None or not measured.known:
            return "Đếm từ hồ sơ, chưa có số liệu của kỳ này. Không nhập tay được."
        until = full_moment(measured.until) if measured.until else short_date(read.sheet.round.last)
        return f"Đếm từ {short_date(first)} đến {until}. Không nhập tay được."
    if leaf.source is LeafSource.SURVEYED:
        return "Điểm lấy từ khảo sát. Đơn vị không tự chấm."
    if score is None or score.declared_at is None:
        return "Đơn vị chưa khai."
    if score.to_look_at:
        return "Tiêu chí đã đổi sau khi khai. Kiểm tra rồi khai lại."
    return f"Đơn vị khai lúc {full_moment(score.declared_at)}."


def next_words(leaf: LeafReading) -> str:
    """Say what more would lift a leaf; empty where nothing in the agency's hand would."""
    rule = leaf.node.rule
    if rule is None or leaf.own.state is LeafState.NOT_APPLICABLE or leaf.source is LeafSource.SURVEYED:
        return ""
    way = rule.best_next(leaf.given, leaf.node.max)
    return way_words(leaf, way) if way else ""


def way_words(leaf: LeafReading, way: Next) -> str:
    """Say one way to more points: `Thêm 149 hồ sơ đúng hạn thì đạt 95 % và được 4,75 điểm.`"""
    rule = leaf.node.rule
    gives = f"được {wording.points(way.points)}."
    if way.count is not None and rule is not None:
        what = str(rule.raw.get("numerator", "")).strip() or "ở tử số"
        reached = f" đạt {wording.percent(way.percent)} và" if way.percent is not None else ""
        return f"Thêm {wording.figure(way.count)}{NBSP}{what}" + f" thì{reached} {gives}"
    if way.step is not None and isinstance(rule, Ladder):
        return f"Đạt mức “{rule.rungs[way.step].when}” thì {gives}"
    return f"Thẩm định đạt hết danh mục kiểm tra thì {gives}"


def proof_words(leaf: LeafReading) -> str:
    """Say in a cell what proves the points of a leaf, where nothing can be opened."""
    if leaf.source is LeafSource.SURVEYED:
        return "" if leaf.own.state is LeafState.SCORED else "Có sau khảo sát"
    given = leaf.given
    if leaf.source is LeafSource.COMPUTED:
        if given.numerator is None or given.denominator is None:
            return "chưa có số liệu"
        return f"{wording.figure(given.numerator)} trên {wording.figure(given.denominator)}"
    return "Có giải trình" if leaf.score is not None and leaf.score.explanation else ""


def own_points(leaf: LeafReading) -> str:
    """Give the own points of a leaf for a cell."""
    if leaf.own.state is LeafState.NOT_APPLICABLE:
        return "không áp dụng"
    return saying.points(leaf.own.points if leaf.own.state is LeafState.SCORED else None)


def verdict_points(leaf: LeafReading, stage: VerdictStage) -> str:
    """Give the points of one sitting for a cell; empty where it has not judged the leaf."""
    found = leaf.verdicts.get(stage)
    if found is None:
        return ""
    return "không áp dụng" if found.not_applicable else saying.points(found.points)


def differs(leaf: LeafReading, stage: VerdictStage) -> bool:
    """Tell whether a sitting gave less than the agency gave itself."""
    found = leaf.verdicts.get(stage)
    given = found.points if found is not None else None
    return given is not None and leaf.own.state is LeafState.SCORED and given < leaf.own.points


def _paper(one: Evidence, *, may_open: bool, may_drop: bool) -> Paper:
    return Paper(
        one,
        f"{one.issuer}, {one.number}",
        f"ngày {short_date(one.issued_on)}, mục {one.section}, trang {one.page}",
        reverse("desk:score-evidence", args=[one.pk]) if may_open else "",
        reverse("desk:score-evidence-drop", args=[one.pk]) if may_drop else "",
    )


def _verdict(one: LeafVerdict) -> Verdict:
    words = "không áp dụng" if one.not_applicable else saying.points(one.points)
    by = full_moment(one.given_at)
    return Verdict(saying.STAGES[VerdictStage(one.stage)], words, one.note, one.asks, by)
