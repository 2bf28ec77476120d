"""What the leader's page says of scores: the standing of the newest sheet, to those who may read it."""

from decimal import Decimal

import pytest
import time_machine

from motcua.base.access import Actor, system
from motcua.base.clock.periods import Period
from motcua.doors.command.readings.scores import par
from motcua.reference.org.models import Agency
from motcua.reform.insight.pages.look import Look
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.scoring.pages.concerns import concerns
from motcua.reform.scoring.queries.sheets import reading
from motcua.reform.scoring.words import NOT_OFFICIAL, SheetState
from tests.support import scoring_scene as scene

pytestmark = pytest.mark.django_db


def look_at(agency: Agency) -> Look:
    on = scene.AT.date()
    scope = Scope(frozenset({agency.pk}))
    return Look(Period(on.replace(day=1), on), None, False, scope, scope, agency, on)


def leader_of(here: scene.Province, sheet_agency: Agency) -> Actor:
    actor: Actor = here.lan
    assert actor.agency == sheet_agency.pk
    return actor


def test_the_par_section_is_the_standing_of_the_newest_sheet() -> None:
    here = scene.build()
    sheet = here.filled()
    told = par(look_at(sheet.agency), leader_of(here, sheet.agency), scene.AT)
    stands = reading(sheet, at=scene.AT).standing
    assert told is not None
    assert sum((one.secured for one in told.domains), Decimal()) == stands[""].secured > 0
    assert sum((one.possible for one in told.domains), Decimal()) == stands[""].possible
    assert sum((one.lost for one in told.domains), Decimal()) == stands[""].lost
    assert NOT_OFFICIAL in told.note and told.year == 2026
    assert len(told.chart.rows) == len(told.domains) and len(told.heads) == 3
    assert sum((one.secured + one.possible + one.lost for one in told.domains), Decimal()) == stands[""].max


def test_whoever_may_not_read_the_sheet_is_told_nothing_of_it() -> None:
    here = scene.build()
    sheet = here.filled()
    assert par(look_at(sheet.agency), system("x"), scene.AT) is None


def test_without_a_sheet_there_is_no_score() -> None:
    agency = scene.found_agencies()["minhxuan"]
    assert par(look_at(agency), system("x"), scene.AT) is None


def test_points_that_nothing_proves_wait_for_the_leader_with_their_day() -> None:
    here = scene.build()
    leader = leader_of(here, here.sheet().agency)
    with time_machine.travel(scene.AT, tick=False):
        assert concerns(leader, scene.AT.date()) == []
        here.declare("1.1", by=here.khanh, text="")
        (told,) = concerns(leader, scene.AT.date())
        assert "".join(one.words for one in told.said) == (
            "Còn 4,00\xa0điểm chỉ số CCHC chưa có minh chứng, hạn nộp 10/12/2026."
        )
        assert (told.amount, told.until) == (1, scene.DEADLINES[SheetState.SELF_SCORING])
        assert concerns(here.khanh, scene.AT.date()) == [], "the scorer works, the leader decides"
        here.prove("1.1", by=here.khanh)
        assert concerns(leader, scene.AT.date()) == []
