"""What stands in the way of an act; the numbers are those of the national transition matrix."""

from datetime import datetime

from tests.life.cast import CAST
from tests.life.model.guards import Rule
from tests.life.model.intake import INTAKE
from tests.life.model.life import Ask, Life
from tests.life.model.results import RESULTS
from tests.life.model.steps import STEPS
from tests.life.model.waiting import WAITING

RULES: dict[str, Rule] = {**INTAKE, **STEPS, **WAITING, **RESULTS}


def hindrances(life: Life, ask: Ask, at: datetime) -> set[str]:
    """Give everything that stands in the way: the wrong time alone, else the wrong person alone, else all."""
    rule = RULES[ask.move]
    if life.state not in rule.states:
        return {"not_open"}
    who = CAST[ask.who].on(at.date())
    if not rule.party(life, who):
        return {"not_yours"}
    return {found for one in rule.guards if (found := one(life, ask, who, at))}
