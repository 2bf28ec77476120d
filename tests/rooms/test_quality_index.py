"""The index of a month against counts made by hand from the dossiers' own tables."""

from datetime import date
from decimal import Decimal

import pytest
from django.db.models import Count, Q

from motcua.base.access import system
from motcua.base.clock.periods import period_coded
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands as dossiers
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import Outcome
from motcua.reference.catalogue.models import Offering
from motcua.reform.insight import commands as insight
from motcua.reform.insight.models import ClosedPeriod
from motcua.reform.insight.queries.behind import ids_behind
from motcua.reform.insight.queries.figures import measure_called
from motcua.reform.insight.queries.frozen import digest_of
from motcua.reform.insight.queries.scope import Scope, of_agency
from motcua.reform.insight.words import Part
from motcua.reform.scoring.quality import commands
from motcua.reform.scoring.quality.models import QualityClosing
from motcua.reform.scoring.quality.queries import (
    Index,
    behind_row,
    decided_behind,
    groups,
    if_finished,
    index,
    mean_time,
    of_units,
    supposed,
    total,
)
from motcua.reform.scoring.quality.queries.frozen import kept_rows, versions_of
from motcua.reform.scoring.quality.rules.scoring import Counted
from motcua.reform.scoring.quality.words import FiguresFrom, Supposed, Why
from tests.rooms.quality_scene import (
    END,
    MARCH,
    PAID,
    Month,
    decision,
    finish,
    keep_result,
    limits,
    month,
    on,
    paid,
)
from tests.support.world import CODE, ok

pytestmark = pytest.mark.django_db
BY = system("tests")
ACCEPTED = Q(accepted_at__gte=on(1, 0), accepted_at__lt=on(1, 0, 4))
RESOLVED = Q(resolved_at__gte=on(1, 0), resolved_at__lt=on(1, 0, 4))


@pytest.fixture
def scene() -> Month:
    return month()


def found(*, live: bool = False) -> Index:
    return index(Scope(), MARCH, on=END, live=live)


def numbers(id_: str, *, live: bool = False) -> Counted | None:
    return counted(found(live=live), id_)


def counted(made: Index, id_: str) -> Counted | None:
    row = made.row(id_)
    assert row is not None, id_
    return row.counted


def by_hand(which: Q, *more: Q) -> Counted:
    """Count dossiers of a kind, and those of them that fulfil more."""
    every = Dossier.objects.filter(which)
    for one in more:
        every = every.filter(one)
    return Counted(every.distinct().count(), Dossier.objects.filter(which).distinct().count())


def closed() -> tuple[ClosedPeriod, QualityClosing]:
    counts = insight.close_period(code="2026-03", by=BY, at=on(2, 1, 4))
    assert isinstance(counts, ClosedPeriod), counts
    index_ = commands.close_quality(period_id=counts.pk, by=BY, at=on(2, 2, 4))
    assert isinstance(index_, QualityClosing), index_
    return counts, index_


def test_rows_that_go_by_acceptance_equal_counts_by_hand(scene: Month) -> None:
    synced, online = Q(sync__in=["sent", "acknowledged"]), Q(channel="online")
    with_file = Q(results__file__isnull=False)
    fee = Q(version__fees__amount__gt=0)
    assert numbers("1.4") == by_hand(ACCEPTED, synced) == Counted(1, 9)
    assert numbers("3.0") == by_hand(ACCEPTED & Q(version__online_level="full"), online, with_file)
    assert numbers("3.0") == Counted(1, 7)
    assert numbers("3.3") == by_hand(ACCEPTED, online, with_file) == Counted(1, 9)
    assert numbers("3.6") == by_hand(ACCEPTED & fee, online, Q(finance="paid")) == Counted(1, 2)
    assert numbers("4.2") == by_hand(ACCEPTED, with_file, Q(papers__file__isnull=False)) == Counted(0, 9)
    assert numbers("4.3") == by_hand(ACCEPTED, Q(papers__source="store")) == Counted(0, 9)
    assert numbers("4.4") == by_hand(ACCEPTED, Q(papers__source="store") | with_file) == Counted(1, 9)
    assert numbers("4.5b") == by_hand(ACCEPTED, online) == Counted(8, 9)


def test_rows_that_go_by_results_equal_counts_by_hand(scene: Month) -> None:
    must = RESOLVED & Q(version__results__isnull=False)
    assert numbers("4.1") == by_hand(must, Q(results__file__isnull=False)) == Counted(1, 2)


def test_dossiers_on_time_are_those_done_in_time_and_those_under_way_within_their_time(scene: Month) -> None:
    end = on(1, 0, 4)
    under_way = Q(accepted_at__lt=end) & (Q(resolved_at=None) | Q(resolved_at__gte=end))
    in_scope = Dossier.objects.filter(RESOLVED | under_way).annotate(asked=Count("rounds", distinct=True))
    in_time = {
        one.pk
        for one in in_scope
        if one.due_at is not None
        and (
            (one.resolved_at is not None and one.resolved_at <= one.due_at)
            or (one.resolved_at is None and one.asked == 0 and one.due_at >= end)
            # A request for papers is the end; a second one without a result is late.
            or (one.resolved_at is None and one.asked == 1)
        )
    }
    assert in_time == {scene.by_name[name].pk for name in ("early", "asked_once", "fresh")}
    assert numbers("2.1") == Counted(len(in_time), in_scope.count()) == Counted(3, 10)


def test_the_dossiers_behind_a_row_are_as_many_as_it_counts(scene: Month) -> None:
    for row in found().rows:
        if row.definition.origin is FiguresFrom.COUNTERS:
            measure = measure_called(row.definition.measure, END)
            assert measure is not None
            assert row.counted is not None
            for part, many in (
                (Part.NUMERATOR, row.counted.numerator),
                (Part.DENOMINATOR, row.counted.denominator),
            ):
                assert len(ids_behind(measure, part, Scope(), MARCH, on=END)) == many, row.definition.id


def test_rows_about_procedures_equal_counts_by_hand(scene: Month) -> None:
    assert numbers("1.3") == Counted(2, 2)
    assert numbers("3.1") == Counted(2, 2)
    assert numbers("3.2") == Counted(2, 2)
    assert numbers("3.5a") == Counted(1, 1)
    assert numbers("3.5b") == Counted(1, 1)
    assert numbers("4.5a") == Counted(1, 1)
    behind = behind_row(found(), "3.5b")
    assert behind is not None
    assert behind.numerator == behind.denominator == {PAID}


def test_a_procedure_late_once_in_the_period_is_late(scene: Month) -> None:
    limits()
    decision("1/QĐ", date(2026, 3, 2), date(2026, 3, 16), on(4))
    decision("2/QĐ", date(2026, 3, 16), date(2026, 3, 18), on(27), codes=(CODE, PAID))
    decision("3/QĐ", date(2026, 3, 30), date(2026, 4, 20), None)
    assert numbers("1.1") == Counted(0, 2)
    assert numbers("1.2") == Counted(0, 2)
    signed = {one.decision.number: one.kept for one in decided_behind(found(), "PUBLISH_ON_TIME")}
    loaded = {one.decision.number: one.kept for one in decided_behind(found(), "PUBLIC_UPDATE_ON_TIME")}
    assert signed == {"1/QĐ": "kept", "2/QĐ": "late", "3/QĐ": "kept"}
    assert loaded == {"1/QĐ": "kept", "2/QĐ": "late"}
    assert decided_behind(found(), "ON_TIME") == []
    # Only what an agency decides on concerns it.
    Offering.objects.filter(procedure__code=PAID).delete()
    own = index(of_agency(scene.world.committee.pk), MARCH, on=END)
    assert counted(own, "1.1") == Counted(0, 1)


@pytest.mark.covers("T-61")
def test_without_decisions_and_feedback_there_is_no_data_and_it_is_told(scene: Month) -> None:
    whole = total(Scope(), MARCH, END)
    missing = [row.id for row in whole.missing]
    assert missing == ["1.1", "1.2", "4.2b", "5.2", "5.3", "5.4"]
    assert whole.applicable == 100 - 10 - 2 - 18
    assert [(one.name, one.applicable_max) for one in groups(Scope(), MARCH, END)][-1] == (
        "Mức độ hài lòng",
        0,
    )


def test_one_procedure_takes_so_long_by_the_day_of_its_beginning(scene: Month) -> None:
    assert mean_time(Scope(), MARCH, on=END) is None
    told = mean_time(Scope(procedure=CODE), MARCH, on=END)
    rows = Dossier.objects.filter(ACCEPTED, version__procedure__code=CODE, resolved_at__isnull=False)
    spent = sum(
        (one.resolved_at - one.accepted_at).total_seconds() / 60
        for one in rows
        if one.resolved_at and one.accepted_at
    )
    assert told is not None
    assert (told.minutes, told.dossiers) == (spent, 2)
    assert told.days == Decimal(9)


@pytest.mark.covers("T-62")
def test_what_the_catalogue_was_stays_with_a_closed_period(scene: Month) -> None:
    before = numbers("1.3"), numbers("3.5b"), found().total
    _, closing = closed()
    paid(scene.world)
    Offering.objects.filter(procedure__code=PAID).update(valid_to=date(2026, 3, 1))
    insight.follow()
    assert (numbers("1.3"), numbers("3.5b"), found().total) == before
    assert found().closing == closing
    # The same question asked of what is known by now has another answer.
    assert (numbers("1.3", live=True), numbers("3.5b", live=True)) == (Counted(1, 1), Counted(0, 0))


@pytest.mark.covers("T-58", "T-62")
def test_a_closed_index_made_again_is_identical(scene: Month) -> None:
    world = scene.world
    _, closing = closed()
    Offering.objects.all().delete()
    finish(world, ok(world_drafted(scene)))
    insight.follow()
    assert digest_of(commands.remade(closing)) == closing.digest
    assert kept_rows(closing)[str(world.committee.pk)]["2.1"] == [3, 10]
    assert versions_of(closing)["2.1"] == 1


def world_drafted(scene: Month) -> Dossier:
    """Draft the result of the dossier that is still open, in March."""
    dossier = scene.by_name["open_late"]
    return dossiers.draft_result(
        dossier_id=dossier.pk,
        outcome=Outcome.GRANTED,
        result_type_id=scene.world.version.results.get().pk,
        title="Giấy khai sinh",
        reason="",
        legal_ground="",
        by=scene.world.tuan,
        at=scene.world.at,
    )


def test_the_index_is_closed_after_its_counts_and_once(scene: Month) -> None:
    counts, _ = closed()
    again = commands.close_quality(period_id=counts.pk, by=BY, at=on(2, 3, 4))
    assert isinstance(again, Refusal)
    assert again.why is Why.CLOSED_ALREADY
    nowhere = commands.close_quality(period_id=scene.world.committee.pk, by=BY, at=on(2, 3, 4))
    assert isinstance(nowhere, Refusal)
    assert nowhere.why is Why.COUNTS_OPEN


def test_what_if_says_what_finishing_them_brings(scene: Month) -> None:
    now = found()
    chosen = supposed(Supposed.LATE, now, on=END) + supposed(Supposed.WITHIN, now, on=END)
    chosen.append(scene.by_name["asked_once"].pk)
    target = scene.by_name["open_late"].pk
    assert target in chosen
    told = if_finished([target, scene.by_name["asked_once"].pk], now, at=on(30, 15))
    assert (told.finished, told.left) == (1, 1)
    scene.world.at = on(30, 15)
    done = finish(scene.world, ok(world_drafted(scene)))
    keep_result(done)
    insight.follow()
    assert told.gain != 0
    assert found().total == told.after.total
    assert found().rows == told.after.rows


def test_units_stand_side_by_side_each_with_all_below(scene: Month) -> None:
    committee, counter = scene.world.committee.pk, scene.world.counter.agency_id
    units = {"all": frozenset({committee, counter}), "none": frozenset({counter})}
    own = index(of_agency(committee), MARCH, on=END).rows
    live = of_units(units, MARCH, on=END)
    assert live["all"] == own == found().rows
    assert {row.points for row in live["none"] if row.definition.scored} == {None}
    closed()
    assert of_units(units, MARCH, on=END) == live
    quarter = period_coded("2026-Q1")
    assert quarter is not None
    assert counted(index(Scope(), quarter, on=END), "1.4") == Counted(1, 10)
