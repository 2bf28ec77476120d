"""What the benchmarks promise about themselves."""

import pytest
from bench.crowd.shares import Share
from bench.floor.counting import OtherRows, check

from motcua.config.environment import ROOT
from motcua.config.management.commands.bench import NAMES


def test_a_floor_with_the_same_rows_may_be_measured():
    check({"dossiers_dossier": 1, "org_unit": 0}, {"dossiers_dossier": 1})


@pytest.mark.parametrize("by_floor", [{"journal_delivery": 2}, {"journal_delivery": 11, "org_unit": 1}])
def test_a_floor_with_other_rows_in_any_table_is_refused(by_floor):
    with pytest.raises(OtherRows, match=r"journal_delivery|org_unit"):
        check({"journal_delivery": 11}, by_floor)


def test_every_benchmark_that_is_offered_is_there():
    assert [name for name in NAMES if not (ROOT / "bench" / f"{name}.py").is_file()] == []


def test_a_unit_has_no_more_under_way_than_it_really_had_or_has_received():
    unit = Share(part=0.05, in_hand=2_000, late=0.1, late_in_hand=0.2, days=3.6)

    assert unit.open_of(1_000_000, months_in=6.0) == 2_000
    assert unit.open_of(100_000, months_in=0.6) == 1_200
    assert unit.open_of(100, months_in=0.6) == unit.of(100) == 5
