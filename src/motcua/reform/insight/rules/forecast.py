"""Which dossiers will likely be late, from the queues in which they stand. Pure; all amounts working minutes.

The time a dossier still needs is the longer of two, its own work at the step and the work before it in the
same hands, and then the least that the norms of the steps after it allow.
"""

from dataclasses import dataclass

from motcua.reform.insight.words import Cause

LEAST_STAYS = 3  # a median of fewer stays says nothing; the norm of the step stands in


@dataclass(frozen=True)
class Standing:
    """Where a dossier stands.

    `left` until it is late, `spent` at the step, `norm` of the step, `after` of the steps that follow by
    their norms; `usual` the median of `stays` at this step there; `ahead` how many with an earlier date are
    in the same hands and `pace` what passes between two that leave them (None where none left).
    """

    left: int
    spent: int
    norm: int
    after: int = 0
    usual: int | None = None
    stays: int = 0
    ahead: int = 0
    pace: int | None = None


@dataclass(frozen=True)
class Forecast:
    """What a dossier still needs, of what that is the sum, and what decides it."""

    need: int
    here: int
    queue: int
    after: int
    cause: Cause
    late: bool


def forecast(one: Standing) -> Forecast:
    """Tell whether a dossier needs more time than it has left, and why."""
    observed = one.usual if one.usual is not None and one.stays >= LEAST_STAYS else None
    here = max(0, (one.norm if observed is None else observed) - one.spent)
    queue = one.ahead * (one.pace or 0)
    need = max(here, queue) + one.after
    return Forecast(need, here, queue, one.after, _cause(one, here, queue, observed), need > one.left)


def _cause(one: Standing, here: int, queue: int, observed: int | None) -> Cause:
    """Give what decides: the queue where it is longer than the work, else the step, else what follows."""
    if one.after > one.left:
        return Cause.STEPS_LEFT
    if queue > here:
        return Cause.QUEUE
    return Cause.STEPS_LEFT if observed is None else Cause.SLOW_STEP
