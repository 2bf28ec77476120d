"""A month of scoring as it stands when one commune is the last to come. Runs inside the house."""

import json
import sys
from datetime import date, datetime
from typing import Any, TypeVar

from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.clock import now, today
from motcua.base.rooms import Refusal
from motcua.reference.org.models import Staff
from motcua.reference.org.words import Role
from motcua.reform.scoring import commands
from motcua.reform.scoring.models import (
    Evidence,
    LeafScore,
    PublishedScore,
    ResultDecision,
    ScoringRound,
    Sheet,
)
from motcua.reform.scoring.queries import sheets as reading
from motcua.reform.scoring.queries.sheets import LeafReading
from motcua.reform.scoring.words import (
    LeafSource,
    LeafState,
    NodeKind,
    RoundKind,
    RuleKind,
    SetLevel,
    SheetState,
)
from tests.journeys.desk_furniture import official

MINH_XUAN, SIGNED = "H60.24", "Đã xem, chịu trách nhiệm về số liệu."
USUAL: dict[RuleKind, dict[str, Any]] = {
    RuleKind.LADDER: {"step": 0},
    RuleKind.RATIO: {"numerator": 9, "denominator": 10},
    RuleKind.RATIO_BANDS: {"numerator": 9, "denominator": 10},
    RuleKind.DEDUCT: {"violations": 0},
    RuleKind.MANUAL: {"points": 1},
}
# What the ward does itself, on the pages.
LEFT = ("1.1", "1.2")

T = TypeVar("T")


def last_to_come() -> None:
    """Open an earlier month; every other commune has come to the council, Minh Xuân has two leaves to do."""
    at = now()
    round_ = _month(at)
    sheets = reading.sheets_of(round_).select_related("agency")
    for sheet in sheets:
        if sheet.agency.code != MINH_XUAN:
            _through(sheet, at)
    own = sheets.get(agency__code=MINH_XUAN)
    _fill(own, _one_of(own, Role.SCORER, at), at, but=LEFT)
    told = {"round": str(round_.pk), "page": reverse("desk:score-sheet", args=[own.pk])}
    told["agency"] = own.agency.name
    sys.stdout.write(json.dumps(told))


def _month(at: datetime) -> ScoringRound:
    year = ScoringRound.objects.get(
        level=SetLevel.COMMUNE, kind=RoundKind.YEAR, last=date(today().year, 12, 31)
    )
    opened = set(year.months.values_list("first", flat=True))
    months = (date(today().year, month, 1) for month in range(today().month, 0, -1))
    free = next(month for month in months if month not in opened)
    return _done(
        commands.open_month(year_round_id=year.pk, month=free, by=official("thinh.noivu", at), at=at)
    )


def _through(sheet: Sheet, at: datetime) -> None:
    """Carry a sheet from nothing to its closed council."""
    scorer, leader = _one_of(sheet, Role.SCORER, at), _one_of(sheet, Role.AGENCY_LEADER, at)
    ngoc, quyet = official("ngoc.noivu", at), official("quyet.noivu", at)
    _fill(sheet, scorer, at)
    _done(commands.lock_sheet(sheet_id=sheet.pk, words=SIGNED, by=leader, at=at))
    _done(commands.begin_appraisal(sheet_id=sheet.pk, by=ngoc, at=at))
    for leaf in _declared(sheet, at):
        out = leaf.own.state is LeafState.NOT_APPLICABLE
        points = None if out else leaf.own.points
        given = {"points": points, "not_applicable": out, "note": "Đã đối chiếu."}
        _done(commands.appraise(sheet_id=sheet.pk, code=leaf.node.code, **given, by=ngoc, at=at))
    _done(commands.close_appraisal(sheet_id=sheet.pk, words=SIGNED, by=ngoc, at=at))
    minutes = {"minutes_number": "05/BB-HĐTĐ", "minutes_on": today()}
    _done(commands.close_council(sheet_id=sheet.pk, **minutes, words=SIGNED, by=quyet, at=at))


def _fill(sheet: Sheet, scorer: Actor, at: datetime, *, but: tuple[str, ...] = ()) -> None:
    for leaf in _declared(sheet, at):
        code = leaf.node.code
        if code in but:
            continue
        if leaf.node.kind is not NodeKind.POINTS:
            _done(commands.rule_out(sheet_id=sheet.pk, code=code, reason="Không có.", by=scorer, at=at))
            continue
        assert leaf.node.rule is not None and leaf.node.rule.kind is not None, "a leaf has a rule"
        told = {"declared": USUAL[leaf.node.rule.kind], "explanation": "Theo sổ theo dõi của đơn vị."}
        _done(commands.declare(sheet_id=sheet.pk, code=code, **told, by=scorer, at=at))


def _declared(sheet: Sheet, at: datetime) -> list[LeafReading]:
    leaves = reading.reading(sheet, at=at).leaves.values()
    return [leaf for leaf in leaves if leaf.source is LeafSource.DECLARED]


def _one_of(sheet: Sheet, role: Role, at: datetime) -> Actor:
    """Give the official of an agency who has a role."""
    logins = Staff.objects.filter(
        appointments__position__unit__agency_id=sheet.agency_id, account__isnull=False
    ).values_list("account__login", flat=True)
    actors = (official(login, at) for login in sorted(set(logins)))
    return next(actor for actor in actors if role in actor.roles)


def addresses() -> dict[str, list[str]]:
    """Give by login the pages of scoring that stand open to them in the demo, for whoever looks at all."""
    own, locked, judged, asked = (_of_the_year(code) for code in (MINH_XUAN, "H60.31", "H60.25", "H60.32"))
    months = Sheet.objects.filter(agency=own.agency, round__kind=RoundKind.MONTH)
    this, before = months.order_by("-round__last")[:2]
    paper = Evidence.objects.filter(leaf__sheet=own, withdrawn_at=None).first()
    decision = ResultDecision.objects.filter(published_at__isnull=False).order_by("id").first()
    question = LeafScore.objects.filter(sheet=asked, verdicts__asks=True).first()
    surveyed = next(
        code
        for code, leaf in reading.reading(own, at=now()).leaves.items()
        if leaf.source is LeafSource.SURVEYED
    )
    assert paper is not None and decision is not None and question is not None, "the demo tells them"
    Sheet.objects.filter(pk=before.pk).update(state=SheetState.COUNCIL)  # of a month nobody looks at
    pages = {
        "khanh.minhxuan": [
            ("score-sheet", own.pk),
            ("score-leaf", own.pk, "1.1"),
            ("score-leaf-give", own.pk, "1.1"),
            ("score-evidence-add", own.pk, "1.1"),
            ("score-evidence-drop", paper.pk),
            ("score-take-over", this.pk),
            ("score-ways", own.pk),
        ],
        "lan.minhxuan": [("score-lock", own.pk)],
        "thao.sonduong": [("score-explain", asked.pk, question.code)],
        "hieu.sonduong": [("score-explanation-lock", asked.pk)],
        "ngoc.noivu": [
            ("score-queue",),
            ("score-begin", locked.pk),
            ("score-verdict", judged.pk, "1.1"),
            ("score-appraisal-close", judged.pk),
        ],
        "quyet.noivu": [("score-council-close", before.pk), ("score-verdict", before.pk, "1.1")],
        "thinh.noivu": [("score-rounds",), ("score-survey", own.pk, surveyed)],
        "duc.tinh": [
            ("score-round", own.round_id),
            ("score-approve", own.round_id),
            ("score-decision", decision.pk),
            ("score-publish", decision.pk),
            ("score-correct", decision.pk),
        ],
    }
    return {
        login: [reverse(f"desk:{route}", args=args) for route, *args in routes]
        for login, routes in pages.items()
    }


def _of_the_year(agency: str) -> Sheet:
    rows = Sheet.objects.select_related("agency", "round__owner", "round__criteria", "criteria")
    of_year = rows.filter(round__kind=RoundKind.YEAR, round__level=SetLevel.COMMUNE)
    return of_year.get(agency__code=agency, round__last=date(today().year, 12, 31))


def points_of_minh_xuan(round_id: str) -> None:
    """Tell what was published of Minh Xuân, by each decision in its order."""
    rows = PublishedScore.objects.filter(decision__round_id=round_id, agency__code=MINH_XUAN)
    found = rows.order_by("decision__approved_at").values_list("leaves", flat=True)
    sys.stdout.write(json.dumps([leaves["1.2"] for leaves in found]))


def _done(outcome: T | Refusal) -> T:
    assert not isinstance(outcome, Refusal), outcome
    return outcome
