"""Which running dossiers a new value of a legal limit would move, and from which day to which.

Dossiers keep the value of the day on which their time began, so only a value that holds from a day past
moves any. A due date is never among them: it rests on version, calendar and marks alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache, partial

from django.db.models import Prefetch, QuerySet

from motcua.base.clock import ZONE, local
from motcua.base.clock.due import Due, due
from motcua.base.clock.terms import Duration, Unit
from motcua.casework.dossiers.models import Dossier, SupplementRound
from motcua.casework.dossiers.reckoning import AT_COUNTER, FORWARD_CUTOFF, calendar_of, forward_from
from motcua.casework.dossiers.words import RoundState, Stage, State
from motcua.reference.catalogue.words import SupplementClock
from motcua.reference.org import queries as org

SPECIAL = "supplement_answer:"


@dataclass(frozen=True)
class Limit:
    """A value of a limit with its unit; None is no rule at all."""

    value: int
    unit: str


@dataclass(frozen=True)
class Shifted:
    """A running dossier with the moment that the limit gives it now and afterwards; None is none."""

    dossier: Dossier
    old: datetime | None
    new: datetime | None
    by_instant: bool


@dataclass(frozen=True)
class Waiting:
    """Something of a dossier that runs by a limit: when it began, and the day whose value it keeps."""

    dossier: Dossier
    since: datetime
    rule_on: date


Reader = Callable[[datetime], Iterable[Waiting]]


def moves_dossiers(code: str) -> bool:
    """Tell whether dossiers run by a limit; others bind each act by the rule of its own day."""
    return _reader_of(code) is not None


def would_shift(code: str, limit: Limit, valid_from: date) -> list[Shifted]:
    """Give the running dossiers that a value would move if it held from a day on, the oldest first."""
    reader = _reader_of(code)
    if reader is None:
        return []
    before = cache(partial(_limit_on, code))
    began = reader(datetime.combine(valid_from, time.min, ZONE))
    found = (_shifted(one, before(one.rule_on), limit) for one in began)
    return [one for one in found if one is not None]


def _shifted(one: Waiting, before: Limit | None, after: Limit) -> Shifted | None:
    old, new = _end(one, before), _end(one, after)
    if old == new:
        return None
    by_instant = after.unit in (Unit.HOUR, "hour_of_day")
    return Shifted(one.dossier, old, new, by_instant)


def _limit_on(code: str, on: date) -> Limit | None:
    row = org.regulation(code, on)
    return Limit(row.value, row.unit) if row else None


def _end(one: Waiting, limit: Limit | None) -> datetime | None:
    """Give the end that a limit gives; a day ends with its last moment."""
    if limit is None:
        return None
    if limit.unit == "hour_of_day":
        return forward_from(one.since, limit.value, calendar_of(one.dossier))
    found: Due = due(one.since, Duration(limit.value, Unit(limit.unit)), calendar_of(one.dossier))
    return found.instant


def _reader_of(code: str) -> Reader | None:
    if code.startswith(SPECIAL):
        return partial(_awaiting_papers, procedure=code.removeprefix(SPECIAL))
    return _READERS.get(code)


def _awaiting_reception(since: datetime) -> Iterator[Waiting]:
    """Give what was filed since a moment and is not answered yet."""
    for dossier in _running(State.SUBMITTED).filter(submitted_at__gte=since):
        assert dossier.submitted_at is not None
        yield Waiting(dossier, dossier.submitted_at, local(dossier.submitted_at).date())


def _at_counter(since: datetime) -> Iterator[Waiting]:
    """Give what was accepted since a moment and has not left the counter."""
    for dossier in _running(State.ACCEPTED).filter(transfer__in=AT_COUNTER, accepted_at__gte=since):
        assert dossier.accepted_at is not None
        yield Waiting(dossier, dossier.accepted_at, local(dossier.accepted_at).date())


def _appraised(since: datetime) -> Iterator[Waiting]:
    """Give what was accepted since a moment and is in process.

    Papers may be asked for within days of reception, or of a full restart.
    """
    rounds = SupplementRound.objects.filter(stage=Stage.APPRAISAL, new_due_at__isnull=False)
    rows = _running(State.IN_PROCESS).filter(accepted_at__gte=since)
    for dossier in rows.prefetch_related(Prefetch("rounds", rounds.order_by("number"))):
        assert dossier.accepted_at is not None
        afresh = (
            list(dossier.rounds.all()) if dossier.version.supplement_clock == SupplementClock.RESTART else []
        )
        again = afresh[-1].completed_at if afresh else None
        yield Waiting(dossier, again or dossier.accepted_at, local(dossier.accepted_at).date())


def _awaiting_papers(since: datetime, procedure: str = "") -> Iterator[Waiting]:
    """Give what waits for papers asked for since a moment; the rule of a procedure goes first."""
    rounds = SupplementRound.objects.filter(state=RoundState.SENT, sent_at__gte=since)
    has_own = cache(lambda code, on: org.regulation(f"{SPECIAL}{code}", on) is not None)
    rows = rounds.select_related("dossier__version__procedure", "dossier__competent_agency")
    if procedure:
        rows = rows.filter(dossier__version__procedure__code=procedure)
    for asked in rows.order_by("sent_at", "id"):
        assert asked.sent_at is not None
        on, code = local(asked.sent_at).date(), asked.dossier.version.procedure.code
        if procedure or not has_own(code, on):
            yield Waiting(asked.dossier, asked.sent_at, on)


def _running(state: State) -> QuerySet[Dossier]:
    rows = Dossier.objects.filter(state=state).select_related("version__procedure", "competent_agency")
    return rows.order_by("accepted_at", "submitted_at", "id")


_READERS: Mapping[str, Reader] = {
    "online_reception_answer": _awaiting_reception,
    FORWARD_CUTOFF: _at_counter,
    "supplement_after_reception": _appraised,
    "supplement_answer": _awaiting_papers,
}
