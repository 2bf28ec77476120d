"""The invented past ends as a province's does: late often enough that its figure may be shown."""

from collections import Counter
from datetime import datetime
from random import Random

import pytest
from demo.dossiers import Writer
from demo.past import ENDS, FINISHED, WEEKS, End, Past

from motcua.base.clock import ZONE
from motcua.base.figures.masking import LEAST

AT = datetime(2026, 11, 25, 14, 20, tzinfo=ZONE)


@pytest.mark.parametrize("seed", range(5))
def test_each_twenty_five_in_a_row_end_alike(seed: int) -> None:
    past = Past(Writer(AT), Random(seed), AT)
    for _ in range(4):
        assert Counter(past.dealt() for _ in ENDS) == Counter(ENDS)


def test_the_order_is_left_to_chance() -> None:
    one, other = (
        [past.dealt() for _ in ENDS] for past in (Past(Writer(AT), Random(seed), AT) for seed in (1, 2))
    )
    assert one != other


def test_a_month_of_the_whole_past_has_late_ones_enough_to_be_told() -> None:
    a_month = FINISHED / WEEKS * 52 / 12
    assert a_month * Counter(ENDS)[End.LATE] / len(ENDS) >= LEAST
