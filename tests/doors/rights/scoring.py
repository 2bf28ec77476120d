"""What there is to score: a round of the province that stands above, and the commune's sheet in it."""

import json
from datetime import date
from typing import Any

from motcua.base.files import commands as files
from motcua.reference.org import commands as org
from motcua.reference.org.models import Agency
from motcua.reference.org.words import AgencyKind, Role, Tier
from motcua.reform.scoring.commands import import_set
from motcua.reform.scoring.models import CriteriaSet, ResultDecision, ScoringRound
from tests.support.world import BEGAN, MAKER, World

SCORING = ("sheet_id", "round_id", "evidence_id", "domain")
ABOVE = [Role.REFORM_OFFICER, Role.APPRAISER, Role.COUNCIL_MEMBER]


def province() -> Agency:
    """Found the committee above the commune."""
    made = org.found_agency(
        name="UBND tỉnh Tuyên Quang",
        short_name="UBND tỉnh",
        kind=AgencyKind.PEOPLES_COMMITTEE,
        tier=Tier.PROVINCE,
        code="H60",
        valid_from=BEGAN.date(),
        province="tỉnh Tuyên Quang",
        place="Tuyên Quang",
        by=MAKER,
        at=BEGAN,
    )
    assert isinstance(made, Agency)
    return made


def of_scoring(world: World, above: Agency) -> dict[str, Any]:
    """Give a running round, the commune's open sheet with one proved leaf, and an approved decision."""
    set_ = _criteria(world)
    round_ = _round(set_, above, world.at.year)
    round_.allocations.create(domain="1", agency=above)
    sheet = round_.sheets.create(
        agency=world.committee, criteria=set_, state="self_scoring", state_at=world.at
    )
    leaf = sheet.leaves.create(code="1", source="declared")
    paper = leaf.evidence.create(
        purpose="self",
        file=files.keep_own(content=b"%PDF-1.7 thu", name="a.pdf", by=MAKER, at=world.at),
        issuer="UBND",
        number="1/KH",
        issued_on=world.at.date(),
        section="I",
        page="1",
        added_at=world.at,
    )
    past = _round(set_, above, world.at.year - 1)
    decision = ResultDecision.objects.create(
        round=past, kind="round", number="1/QĐ", decided_on=world.at.date(), approved_at=world.at
    )
    return {
        "sheet_id": sheet.pk,
        "round_id": round_.pk,
        "evidence_id": paper.pk,
        "domain": "1",
        "result_decision": decision.pk,
    }


def _criteria(world: World) -> CriteriaSet:
    surveyed = {"type": "external_index", "index": "SIPAS"}
    rows = [
        {"code": "1", "name_vi": "Một", "max_points": 60, "rule": {"type": "manual"}},
        {"code": "2", "name_vi": "Hai", "max_points": 40, "rule": surveyed},
    ]
    told = {"meta": {"level": "commune", "year": world.at.year}, "rows": rows}
    made = import_set(file_name="cham.json", content=json.dumps(told).encode(), by=MAKER, at=world.at)
    assert isinstance(made, CriteriaSet)
    return made


def _round(set_: CriteriaSet, above: Agency, year: int) -> ScoringRound:
    return ScoringRound.objects.create(
        kind="year",
        level="commune",
        owner=above,
        office=above,
        criteria=set_,
        first=date(year, 1, 1),
        last=date(year, 12, 31),
        opens_on=date(year, 1, 1),
        bonus_cap=0,
        penalty_cap=0,
        opened_at=BEGAN,
    )
