"""What a dossier's own pages show: reckoning, steps, timeline, looks."""

from motcua.casework.dossiers.queries.telling.events import (
    Event,
    events_of,
    looks_at,
    looks_of,
    names_behind,
    who_acted,
)
from motcua.casework.dossiers.queries.telling.papers import (
    correction_of,
    papers_of,
    result_of,
    results_of,
    return_of,
    rounds_of,
    slips_of,
    stop_notice_of,
)
from motcua.casework.dossiers.queries.telling.steps import (
    Onward,
    StepTold,
    colleagues_at,
    onward,
    open_moves,
    stays_of,
    step_name,
    steps_of,
)
from motcua.casework.dossiers.queries.telling.time import Time, Wait, time_of, waits_for

__all__ = [
    "Event",
    "Onward",
    "StepTold",
    "Time",
    "Wait",
    "colleagues_at",
    "correction_of",
    "events_of",
    "looks_at",
    "looks_of",
    "names_behind",
    "onward",
    "open_moves",
    "papers_of",
    "result_of",
    "results_of",
    "return_of",
    "rounds_of",
    "slips_of",
    "stays_of",
    "step_name",
    "steps_of",
    "stop_notice_of",
    "time_of",
    "waits_for",
    "who_acted",
]
