"""What has happened in the scoring of the demo province so far, by the commands that people use."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any, TypeVar

from demo.dossiers.scans import document
from demo.scoring.before import carry_over, done
from demo.scoring.sets import file_of
from motcua.base.access import Actor, system
from motcua.base.clock import local
from motcua.base.clock.periods import Period, period_of
from motcua.base.clock.terms import Grain
from motcua.base.files.models import StoredFile
from motcua.reference.org import queries as org
from motcua.reference.org.models import Staff
from motcua.reform.scoring import commands
from motcua.reform.scoring.models import ScoringRound, Sheet
from motcua.reform.scoring.queries.sets import criteria_of
from motcua.reform.scoring.queries.sheets import sheets_of
from motcua.reform.scoring.rules.criteria import Node
from motcua.reform.scoring.rules.rounds import source_of
from motcua.reform.scoring.words import LeafSource, NodeKind, RuleKind, SetLevel, SheetState

DAY = timedelta(days=1)
SEED = 20_261_122
OFFICE, APPRAISER, COUNCIL = "thinh.noivu", "ngoc.noivu", "quyet.noivu"
SIGNED = "Tôi đã xem phiếu này và chịu trách nhiệm về số liệu, tài liệu kèm theo."
TOLD = "Số liệu theo sổ theo dõi của đơn vị, đã đối chiếu với bộ phận phụ trách."

T = TypeVar("T")


@dataclass(frozen=True)
class Story:
    """How far an agency has come in a round: who scores, who leads, how many leaves, in which state it is."""

    agency: str
    scorer: str
    leader: str
    until: SheetState = SheetState.SELF_SCORING
    leaves: int = 0
    asks: tuple[str, ...] = ()


MINH_XUAN = Story("H60.24", "khanh.minhxuan", "lan.minhxuan", leaves=13)
AGRICULTURE = Story("H60.07", "cuc.nongnghiep", "hai.nongnghiep", leaves=17)
PROVINCE = Story("H60", OFFICE, "duc.tinh", leaves=14)
LOCKED, FIRST = SheetState.LOCKED, SheetState.APPRAISAL_1
YEAR = {
    SetLevel.COMMUNE: (
        MINH_XUAN,
        Story("H60.31", "chua.lungcu", "pao.lungcu", LOCKED),
        Story("H60.25", "manh.hagiang1", "thi.hagiang1", FIRST),
        Story("H60.32", "thao.sonduong", "hieu.sonduong", SheetState.EXPLANATION, asks=("1.2", "3.2.2")),
    ),
    SetLevel.DEPARTMENT: (
        AGRICULTURE,
        Story("H60.06", "son.xaydung", "binh.xaydung", leaves=4),
    ),
    SetLevel.PROVINCE: (PROVINCE,),
}
# The month before is locked by both; this month they are in the middle of it.
MONTHS = {SetLevel.COMMUNE: MINH_XUAN, SetLevel.DEPARTMENT: AGRICULTURE, SetLevel.PROVINCE: PROVINCE}
EVIDENCE_EVERY = 5
ALL, MONTH_LEAVES = 99, 9
LEFT = ("1.3", "1.4")  # what this month could still take over from the last
CARRIED = ("1.1", "1.2", "2.2", "4.1")


@dataclass(frozen=True)
class Scene:
    """What the telling needs everywhere: the people, the moment, the paper that stands for all evidence."""

    actors: dict[str, Actor]
    at: datetime
    random: Random
    papers: dict[str, StoredFile]

    def back(self, days: float) -> datetime:
        """Give a moment some days ago."""
        return self.at - days * DAY


def load(staff: dict[str, Staff], *, by: Actor, at: datetime) -> None:
    """Tell the year of `at`: rounds of communes and departments, this month and the last, the year before."""
    on = local(at).date()
    actors = {login: actor for login, one in staff.items() if (actor := org.actor_of(one, on)) is not None}
    scene = Scene(actors, at, Random(SEED), {})  # noqa: S311  -- a story, not a secret
    for level, stories in YEAR.items():
        year = _opened(level, on, scene)
        for month in _months(on):
            _month(year, month, MONTHS[level], scene)
        for story in stories:
            _tell(_sheet(year, story), story, scene)
        if level is not SetLevel.PROVINCE:
            carry_over(level, on.year - 1, by=by, at=at)


def _opened(level: SetLevel, on: date, scene: Scene) -> ScoringRound:
    office = scene.actors[OFFICE]
    set_ = done(
        commands.import_set(
            file_name=f"bo-tieu-chi-{level.value}-{on.year}.json",
            content=file_of(level, on.year),
            by=office,
            at=scene.back(21),
        )
    )
    ends = date(on.year, 12, 31)
    days = {
        SheetState.SELF_SCORING: ends - 21 * DAY,
        SheetState.APPRAISAL_1: ends,
        SheetState.EXPLANATION: ends + 10 * DAY,
        SheetState.APPRAISAL_2: ends + 20 * DAY,
        SheetState.COUNCIL: ends + 31 * DAY,
        SheetState.APPROVED: ends + 41 * DAY,
        SheetState.PUBLISHED: ends + 46 * DAY,
    }
    opened = commands.open_round(
        criteria_id=set_.pk,
        period=period_of(on, Grain.YEAR),
        deadlines=days,
        bonus_cap=Decimal(2),
        penalty_cap=Decimal(3),
        by=office,
        at=scene.back(20),
    )
    return done(opened)


def _months(on: date) -> list[Period]:
    """Give this month, and the one before where it is of the same year."""
    this = period_of(on, Grain.MONTH)
    return [month for month in (this.before, this) if month.first.year == on.year]


def _month(year: ScoringRound, month: Period, story: Story, scene: Scene) -> None:
    over = month.last < local(scene.at).date()
    round_ = done(
        commands.open_month(
            year_round_id=year.pk,
            month=month.first,
            due_on=month.last,
            by=system("scoring"),
            at=scene.back(19 if over else 9),
        )
    )
    sheet = _sheet(round_, story)
    if over:
        _fill(sheet, story, scene, days=18, most=MONTH_LEAVES)
        _lock(sheet, story, scene, days=17)
        return
    done(
        commands.take_over(sheet_id=sheet.pk, codes=CARRIED, by=scene.actors[story.scorer], at=scene.back(8))
    )
    _fill(sheet, story, scene, days=3, most=story.leaves, lacking=True, left=LEFT)


def _sheet(round_: ScoringRound, story: Story) -> Sheet:
    return sheets_of(round_).get(agency__code=story.agency)


def _tell(sheet: Sheet, story: Story, scene: Scene) -> None:
    """Carry a sheet of the year as far as its story goes."""
    if story.until is SheetState.SELF_SCORING:
        _fill(sheet, story, scene, days=6, most=story.leaves, lacking=True)
        return
    _fill(sheet, story, scene, days=12)
    _lock(sheet, story, scene, days=10)
    if story.until is SheetState.LOCKED:
        return
    done(commands.begin_appraisal(sheet_id=sheet.pk, by=scene.actors[APPRAISER], at=scene.back(8)))
    _appraise(sheet, story, scene)
    if story.until is not SheetState.APPRAISAL_1:
        done(
            commands.close_appraisal(
                sheet_id=sheet.pk, words=SIGNED, by=scene.actors[APPRAISER], at=scene.back(4)
            )
        )
    if story.asks:
        told = "Một việc phải lùi sang quý sau vì mưa lũ, đã báo cáo Ủy ban nhân dân tỉnh."
        scorer = scene.actors[story.scorer]
        asked = {"sheet_id": sheet.pk, "code": story.asks[0], "text": told}
        done(commands.explain(**asked, by=scorer, at=scene.back(2)))


def _fill(
    sheet: Sheet,
    story: Story,
    scene: Scene,
    *,
    days: float,
    most: int = ALL,
    lacking: bool = False,
    left: tuple[str, ...] = (),
) -> None:
    """Declare the first leaves that an agency scores itself and those that are due; some lack their paper."""
    scorer, at = scene.actors[story.scorer], scene.back(days)
    own = [leaf for leaf in criteria_of(sheet.criteria).leaves if source_of(leaf) is LeafSource.DECLARED]
    leaves = [leaf for place, leaf in enumerate(own) if place < most or (leaf.due_month and not lacking)]
    for place, leaf in enumerate(one for one in leaves if one.code not in left):
        if leaf.kind is NodeKind.BONUS:
            out = {"sheet_id": sheet.pk, "code": leaf.code, "reason": "Không đề nghị điểm thưởng."}
            done(commands.rule_out(**out, by=scorer, at=at))
            continue
        proven = place % EVIDENCE_EVERY == 0
        told = TOLD if not proven and (not lacking or place % EVIDENCE_EVERY == 1) else ""
        declared = {"sheet_id": sheet.pk, "code": leaf.code, "declared": _figures(leaf, scene.random)}
        done(commands.declare(**declared, explanation=told, by=scorer, at=at))
        if proven:
            _prove(sheet, leaf, story, scene, at)


def _prove(sheet: Sheet, leaf: Node, story: Story, scene: Scene, at: datetime) -> None:
    """Hand in a paper for a leaf; one file stands for all papers of an agency."""
    scorer = scene.actors[story.scorer]
    if story.agency not in scene.papers:
        scene.papers[story.agency] = document(scorer, at)
    made = commands.add_evidence(
        sheet_id=sheet.pk,
        code=leaf.code,
        file_id=scene.papers[story.agency].pk,
        issuer=sheet.agency.name,
        number=f"{scene.random.randint(5, 240)}/BC-UBND",
        issued_on=local(at).date() - scene.random.randint(20, 200) * DAY,
        section=scene.random.choice(("I", "II", "III")),
        page=str(scene.random.randint(1, 9)),
        by=scorer,
        at=at,
    )
    done(made)


def _figures(leaf: Node, random: Random) -> dict[str, Any]:
    """Give figures as a decent agency has them: most done, something always missing."""
    rule = leaf.rule
    assert rule is not None, "a leaf has a rule"
    match rule.kind:
        case RuleKind.LADDER:
            unblamed = leaf.kind is NodeKind.PENALTY
            return {"step": len(rule.raw["steps"]) - 1 if unblamed else random.choice((0, 0, 1))}
        case RuleKind.DEDUCT:
            return {"violations": random.choice((0, 0, 1))}
        case RuleKind.MANUAL:
            return {"points": leaf.max - random.choice((Decimal(0), Decimal("0.5")))}
    whole = random.randint(16, 60)
    return {"numerator": whole - random.randint(0, whole // 8), "denominator": whole}


def _lock(sheet: Sheet, story: Story, scene: Scene, *, days: float) -> None:
    leader = scene.actors[story.leader]
    done(commands.lock_sheet(sheet_id=sheet.pk, words=SIGNED, by=leader, at=scene.back(days)))
    sheet.refresh_from_db()


def _appraise(sheet: Sheet, story: Story, scene: Scene) -> None:
    """Judge the leaves of a sheet, those of the first domains alone while the appraisal is under way."""
    criteria = criteria_of(sheet.criteria)
    under_way = story.until is SheetState.APPRAISAL_1
    for row in sheet.leaves.filter(source=LeafSource.DECLARED.value).order_by("code"):
        if under_way and criteria.domain(row.code).code not in ("1", "2"):
            continue
        less = Decimal("0.5") if row.points and row.code in story.asks else Decimal(0)
        points = None if row.points is None else max(row.points - less, Decimal(0))
        done(
            commands.appraise(
                sheet_id=sheet.pk,
                code=row.code,
                points=points,
                not_applicable=row.not_applicable,
                note="Tài liệu chưa chỉ rõ số việc đã nghiệm thu." if less else "",
                asks=bool(less),
                by=scene.actors[APPRAISER],
                at=scene.back(6),
            )
        )
