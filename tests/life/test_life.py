"""Lives played against the model: 500 sequences with every run, 5,000 in the drill."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.life.machine import LifeMachine
from tests.life.stage import set_up

pytestmark = pytest.mark.django_db
PARTS, SEQUENCES, STEPS = 5, 100, 20


def play(sequences: int, *, steps: int = STEPS) -> None:
    LifeMachine.stage = set_up()
    run_state_machine_as_test(
        LifeMachine,
        settings=settings(
            max_examples=sequences,
            stateful_step_count=steps,
            phases=(Phase.generate,),
            deadline=None,
            database=None,
            print_blob=False,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_every_life_goes_as_the_regulation_says(part: int) -> None:
    play(SEQUENCES)
