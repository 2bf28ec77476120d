"""A one-stop unit is rated from its dossiers and the catalogue; the rest is declared by its head."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from motcua.base.access import Actor
from motcua.base.clock.periods import period_coded
from motcua.base.journal.models import Entry
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.models import Dossier
from motcua.reference.org import queries as org
from motcua.reference.org.words import Role
from motcua.reform.scoring.rating import commands
from motcua.reform.scoring.rating.models import RatingDeclaration
from motcua.reform.scoring.rating.queries import Rated, rated, rated_units
from motcua.reform.scoring.rating.rules.rating import Tally
from motcua.reform.scoring.rating.words import Indicator, Why
from tests.rooms.quality_scene import Month, month, on

pytestmark = pytest.mark.django_db
QUARTER, END = "2026-Q1", date(2026, 3, 31)


@pytest.fixture
def scene() -> Month:
    return month()


def now(scene: Month) -> Rated:
    period = period_coded(QUARTER)
    assert period is not None
    found = rated(org.unit(scene.world.counter.pk), period, on=END)
    assert found is not None
    return found


def head(scene: Month) -> Actor:
    return replace(scene.world.hoa, roles=frozenset({Role.ONE_STOP_HEAD.value}))


def declared(
    scene: Month, indicator: Indicator, numbers: Mapping[str, int], **more: object
) -> RatingDeclaration | Refusal:
    said: dict[str, object] = {
        "quarter": QUARTER,
        "source": "Sổ theo dõi quý I",
        "by": head(scene),
        "at": on(31),
    }
    said |= more
    return commands.declare(unit_id=scene.world.counter.pk, indicator=indicator, numbers=numbers, **said)


def test_what_dossiers_tell_equals_counts_by_hand(scene: Month) -> None:
    found = now(scene)
    done = Dossier.objects.filter(resolved_at__isnull=False)
    late = [one for one in done if one.due_at and one.resolved_at and one.resolved_at > one.due_at]
    assert (
        found.of(Indicator.WHOLE_TIME).tally
        == Tally(done.count() - len(late), 0, len(late))
        == Tally(1, 0, 1)
    )
    assert found.of(Indicator.WHOLE_TIME).score.value == Decimal("1.0")
    asked = done.filter(rounds__isnull=False).count()
    assert found.of(Indicator.CONTACTS).tally == Tally(done.count() - asked, asked, 0) == Tally(2, 0, 0)


def test_each_agency_of_a_dossier_is_held_to_the_time_of_its_steps(scene: Month) -> None:
    late = set()
    for dossier in Dossier.objects.filter(resolved_at__isnull=False):
        for agency in {run.unit.agency_id for run in dossier.step_runs.select_related("unit")}:
            runs = [run for run in dossier.step_runs.filter(unit__agency_id=agency) if run.ended_at]
            spent = sum((run.ended_at - run.started_at for run in runs if run.ended_at), timedelta())
            if spent > sum((run.due_at - run.started_at for run in runs), timedelta()):
                late.add(dossier.pk)
    tally = now(scene).of(Indicator.AGENCY_TIME).tally
    assert tally is not None
    assert (tally.things, tally.none) == (2, len(late)) == (2, 1)


def test_what_the_catalogue_tells(scene: Month) -> None:
    found = now(scene)
    assert found.of(Indicator.AT_ONE_STOP).numbers == {"procedures": 2, "at_counter": 2, "wholly": 0}
    assert found.of(Indicator.AT_ONE_STOP).score.value == 1
    assert found.of(Indicator.PUBLISHED).tally == Tally(0, 2, 0)
    online = found.of(Indicator.ONLINE_SERVICES)
    accepted = Dossier.objects.filter(accepted_at__isnull=False)
    assert online.numbers is not None
    assert online.numbers["dossiers"] == accepted.count() == 10
    assert online.numbers["online_dossiers"] == accepted.filter(channel="online").count() == 9
    assert online.score.value == 0  # some of them are late


def test_what_nobody_declared_leaves_the_maximum(scene: Month) -> None:
    found = now(scene)
    missing = [one.score.indicator.value for one in found.found if one.score.value is None]
    assert missing == ["4", "7", "8"]
    assert found.rating.applicable == 12
    assert found.rating.scaled == found.rating.total * 18 / 12


def test_the_head_declares_and_the_last_word_counts(scene: Month) -> None:
    first = declared(scene, Indicator.AGENCIES_CONTACTED, {"none": 1, "one": 1, "more": 0})
    assert isinstance(first, RatingDeclaration), first
    assert now(scene).of(Indicator.AGENCIES_CONTACTED).score.value == Decimal("1.5")
    second = declared(scene, Indicator.AGENCIES_CONTACTED, {"none": 0, "one": 2, "more": 0})
    assert isinstance(second, RatingDeclaration), second
    assert (second.number, now(scene).of(Indicator.AGENCIES_CONTACTED).score.value) == (2, 1)
    assert Entry.objects.filter(verb="rating.declared").count() == RatingDeclaration.objects.count() == 2


def test_complaints_take_points_from_dossiers_in_time(scene: Month) -> None:
    assert isinstance(declared(scene, Indicator.ATTITUDE, {"early": 1, "on_time": 0}), RatingDeclaration)
    assert now(scene).of(Indicator.ATTITUDE).tally == Tally(0, 0, 2)
    nothing = {"received": 0, "in_time": 0, "prolonged": 0}
    assert isinstance(declared(scene, Indicator.FEEDBACK, nothing), RatingDeclaration)
    assert now(scene).of(Indicator.FEEDBACK).score.value == 2
    assert now(scene).rating.applicable == 16


def test_a_repeated_declaration_is_one(scene: Month) -> None:
    nothing = {"received": 0, "in_time": 0, "prolonged": 0}
    one = declared(scene, Indicator.FEEDBACK, nothing, key="k1")
    assert declared(scene, Indicator.FEEDBACK, nothing, key="k1") == one


NONE = {"none": 0, "one": 0, "more": 0}


@pytest.mark.parametrize(
    ("indicator", "numbers", "more", "why"),
    [
        (Indicator.CONTACTS, {}, {}, Why.IS_COMPUTED),
        (Indicator.AGENCIES_CONTACTED, NONE, {"source": " "}, Why.NO_SOURCE),
        (Indicator.AGENCIES_CONTACTED, NONE, {"quarter": "2026-03"}, Why.NOT_A_QUARTER),
        (Indicator.AGENCIES_CONTACTED, NONE, {"quarter": "quý 1"}, Why.NOT_A_QUARTER),
        (Indicator.AGENCIES_CONTACTED, NONE, {"quarter": "2026-Q2"}, Why.QUARTER_AHEAD),
        (Indicator.AGENCIES_CONTACTED, NONE, {"quarter": "2018-Q4"}, Why.NO_RULES),
        (Indicator.AGENCIES_CONTACTED, {"none": 1}, {}, Why.NUMBERS_MISSING),
        (Indicator.AGENCIES_CONTACTED, {"none": 3, "one": -1, "more": 0}, {}, Why.NUMBERS_MISSING),
        (Indicator.AGENCIES_CONTACTED, {"none": 2, "one": 1, "more": 0}, {}, Why.MORE_THAN_ALL),
        (Indicator.ATTITUDE, {"early": 2, "on_time": 0}, {}, Why.MORE_THAN_ALL),
        (Indicator.ATTITUDE, {"early": 0, "on_time": 1}, {}, Why.MORE_THAN_ALL),
        (Indicator.FEEDBACK, {"received": 1, "in_time": 2, "prolonged": 0}, {}, Why.MORE_THAN_ALL),
    ],
)
def test_a_wrong_declaration_is_refused_and_nothing_is_kept(
    scene: Month, indicator: Indicator, numbers: Mapping[str, int], more: dict[str, object], why: Why
) -> None:
    outcome = declared(scene, indicator, numbers, **more)
    assert isinstance(outcome, Refusal)
    assert outcome.why is why
    assert not RatingDeclaration.objects.exists()


def test_only_the_head_of_the_unit_declares(scene: Month) -> None:
    for by in (scene.world.lan, scene.world.hoa, replace(head(scene), unit=scene.world.committee.pk)):
        outcome = declared(scene, Indicator.AGENCIES_CONTACTED, NONE, by=by)
        assert isinstance(outcome, Refusal)
        assert outcome.why is Why.NOT_YOURS


def test_whoever_sees_figures_sees_the_units_of_their_agencies(scene: Month) -> None:
    world = scene.world
    for who in (world.lan, world.minh, head(scene)):
        assert [one.pk for one in rated_units(who, END)] == [world.counter.pk]
    assert rated_units(world.tuan, END) == []
    assert rated_units(replace(world.lan, agency=world.counter.pk), END) == []
