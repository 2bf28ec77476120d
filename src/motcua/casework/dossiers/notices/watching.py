"""Reading the dossiers that run, unit by unit, for the alarms."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, Prefetch, Q, Subquery, TextField, Value
from django.db.models.functions import Cast, Concat

from motcua.base.journal.models import Entry
from motcua.casework.dossiers.models import Dossier, StepRun, SupplementRound
from motcua.casework.dossiers.notices.alarms import Limits, Watched
from motcua.casework.dossiers.notices.facts import asked_until
from motcua.casework.dossiers.notices.telling import WITH
from motcua.casework.dossiers.reckoning import forward_until
from motcua.casework.dossiers.words import RoundState, State
from motcua.reference.org import queries as org

RUNNING = (State.SUBMITTED, State.ACCEPTED, State.IN_PROCESS, State.SUPPLEMENT_REQUESTED)


def units_watched() -> set[UUID]:
    """Give every unit that has a running dossier: where it is handled, else where it came in."""
    running = Dossier.objects.filter(state__in=RUNNING).order_by()
    handled = running.exclude(handling_unit=None).values_list("handling_unit_id", flat=True)
    waiting = running.filter(handling_unit=None).values_list("receiving_unit_id", flat=True)
    return {one for one in (*handled.distinct(), *waiting.distinct()) if one is not None}


def running_at(unit_id: UUID) -> Iterator[tuple[Dossier, Watched]]:
    """Give the running dossiers of a unit with what the alarms need to know."""
    here = Q(handling_unit_id=unit_id) | Q(handling_unit=None, receiving_unit_id=unit_id)
    last = Entry.objects.filter(thing=Concat(Value("dossier:"), Cast(OuterRef("pk"), TextField())))
    rows = (
        Dossier.objects.filter(here, state__in=RUNNING)
        .select_related(*WITH)
        .prefetch_related(
            Prefetch("step_runs", StepRun.objects.filter(ended_at=None)),
            Prefetch(
                "rounds", SupplementRound.objects.filter(state=RoundState.SENT).select_related("dossier")
            ),
        )
        .annotate(last_act_at=Subquery(last.order_by("-seq").values("happened_at")[:1]))
        .order_by("pk")
    )
    for dossier in rows.iterator(chunk_size=500):
        yield dossier, _watched(dossier, dossier.last_act_at or dossier.created_at)


def limits_on(on: date) -> Limits:
    """Give the limits of alarms that are in force on a day."""

    def days(code: str) -> int | None:
        row = org.regulation(code, on)
        return row.value if row else None

    return Limits(days("alarm_due_first"), days("alarm_due_last"), days("alarm_silent"))


def _step_end(dossier: Dossier, run: StepRun) -> datetime:
    """Give until when the present step should last: at the counter the duty to forward may come before."""
    forward = forward_until(dossier)
    return min(run.due_at, forward) if forward else run.due_at


def _watched(dossier: Dossier, last_act_at: datetime) -> Watched:
    run = next(iter(dossier.step_runs.all()), None)
    asked = next(iter(dossier.rounds.all()), None)
    return Watched(
        last_act_at=last_act_at,
        due_at=dossier.due_at,
        due_by_instant=dossier.due_by_instant,
        paused=dossier.paused_since is not None,
        step_due_at=_step_end(dossier, run) if run else None,
        step_run=run.seq if run else 0,
        asked_until=asked_until(asked) if asked else None,
        asked_round=asked.number if asked else 0,
    )
