"""What an act does to a life in the model; nobody asks here whether it may be done."""

from datetime import datetime

from tests.life.cast import CAST
from tests.life.happening.intake import INTAKE
from tests.life.happening.places import Happening
from tests.life.happening.results import RESULTS
from tests.life.happening.steps import STEPS
from tests.life.happening.waiting import WAITING
from tests.life.model.life import Ask, Life

HAPPENS: dict[str, Happening] = {**INTAKE, **STEPS, **WAITING, **RESULTS}


def happen(life: Life, ask: Ask, at: datetime) -> None:
    """Let an act happen that nothing hindered."""
    HAPPENS[ask.move](life, ask, CAST[ask.who].on(at.date()), at)
