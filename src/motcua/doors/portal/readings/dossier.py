"""A dossier as its owner reads it: where it stands, until when, what to do, what happened."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.clock import local, now, today
from motcua.base.clock.due import Due
from motcua.base.clock.remaining import RemainingKind
from motcua.base.clock.sentences import full_date, full_moment, short_date
from motcua.base.text import bind, keep
from motcua.casework.dossiers import queries as dossiers
from motcua.casework.dossiers.models import Dossier, Result, Slip, SupplementRound
from motcua.casework.dossiers.queries import Event, StepTold, Time
from motcua.casework.dossiers.words import (
    Move,
    Outcome,
    PauseReason,
    ResultDelivery,
    ResultState,
    RoundState,
    State,
)
from motcua.doors.portal.readings.calendar import answer_by, dates_of
from motcua.doors.portal.readings.journey import saved_at
from motcua.doors.portal.readings.limits import draft_kept
from motcua.doors.portal.readings.places import told as counter_told
from motcua.doors.portal.readings.reckoning import Row, asked_in, table_of
from motcua.doors.portal.readings.standing import Holder, holder_of, moves_of, waits_of
from motcua.doors.portal.readings.tasks import Task, task_of
from motcua.doors.portal.readings.timeline import Mark, marks_of, plain
from motcua.doors.portal.sentences import ENDED_WITH, LOOKS, SLIPS
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.sentences import UNITS
from motcua.reference.catalogue.words import DurationUnit
from motcua.reference.forms import queries as forms
from motcua.reference.forms import rules as form_rules
from motcua.reference.forms.rules import Group

DUE_LOOKS = {
    RemainingKind.FAR: "far",
    RemainingKind.LAST_DAY: "soon",
    RemainingKind.TODAY: "today",
    RemainingKind.LATE: "late",
    RemainingKind.PAUSED: "paused",
    RemainingKind.NOT_STARTED: "none",
    RemainingKind.NO_FIXED: "open",
    RemainingKind.FINISHED_EARLY: "done",
    RemainingKind.ON_TIME: "done",
    RemainingKind.FINISHED_LATE: "done_late",
}


RESUMES = {
    PauseReason.SUPPLEMENT: "Ngày hẹn mới được tính khi nhận đủ giấy tờ",
    PauseReason.CONSULTATION: "Ngày hẹn mới được tính khi cơ quan khác có ý kiến",
}
RUNNING = (State.ACCEPTED, State.IN_PROCESS, State.PAYMENT_REQUIRED)
UNFINISHED = (State.REJECTED_AT_INTAKE, State.WITHDRAWN, State.STOPPED)


@dataclass(frozen=True)
class Download:
    """One paper to take home."""

    name: str
    url: str
    note: str


@dataclass(frozen=True)
class Followed:
    """Everything on the page of one's own dossier."""

    dossier: Dossier
    stage: str
    ended: str
    due: str
    due_date: str
    due_look: str
    due_words: str
    resumes: str
    task: Task
    limit: str
    original_due: str
    answer_by: str
    holder: Holder | None
    moves: list[str]
    rows: list[Row]
    dated: bool
    marks: list[Mark]
    downloads: list[Download]
    round: SupplementRound | None
    looks: list[Event]
    lookers: int
    may_withdraw: bool
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Listed:
    """One line in the list of one's own dossiers."""

    dossier: Dossier
    saved: str
    due: str
    waiting: bool

    @property
    def submitted(self) -> str:
        """Say when it was filed: what tells one from another of the same name."""
        at = self.dossier.submitted_at
        return short_date(local(at).date()) if at else ""

    @property
    def ready(self) -> str:
        """Say where a result that is ready is to be had."""
        if self.dossier.state != State.RESOLVED:
            return ""
        if self.dossier.result_delivery == ResultDelivery.ELECTRONIC:
            return "Bản điện tử trong kho giấy tờ của bạn."
        return f"Đến nhận tại {counter_told(self.dossier.receiving_unit)}."


def followed(dossier: Dossier, actor: Actor) -> Followed:
    """Gather the page of one's own dossier."""
    at = now()
    time, steps = dossiers.time_of(dossier, at), dossiers.steps_of(dossier)
    rounds, slips = dossiers.rounds_of(dossier), dossiers.slips_of(dossier)
    result, asked = _issued(dossier), _open_round(dossier, rounds)
    looks = dossiers.looks_of(dossier)
    until = answer_by(asked, dossier) if asked else None
    promised = _promised_end(dossier, time)
    return Followed(
        dossier=dossier,
        stage=_stage(dossier, steps),
        ended=full_moment(dossier.ended_at) if dossier.state in UNFINISHED and dossier.ended_at else "",
        due=due_day(promised),
        due_date=short_date(promised.day) if promised else "",
        due_look=DUE_LOOKS[time.left.kind],
        due_words=time.words,
        resumes=_resumes(time),
        task=task_of(dossier, asked, result, late=time.left.kind is RemainingKind.LATE),
        limit=_limit(time.left.due),
        original_due=_original(time),
        answer_by=short_date(until) if until else "",
        holder=holder_of(dossier, steps, asked),
        moves=[
            *moves_of(dossier, rounds, dossiers.extensions_of(dossier)),
            *waits_of(time.waits),
            *time.moved,
        ],
        rows=[] if dossier.state in UNFINISHED else _reckoned(time, rounds),
        dated=any(not one.cancelled for one in dates_of(dossier)),
        marks=marks_of(dossier, steps, dossiers.events_of(dossier), slips),
        downloads=_downloads(dossier, slips, result),
        round=asked,
        looks=looks,
        lookers=len({one.who for one in looks}),
        may_withdraw=_may_withdraw(dossier, actor),
        groups=_groups(dossier),
    )


def listed(actor: Actor) -> tuple[list[Listed], list[Listed]]:
    """Give one's drafts and one's dossiers, newest first."""
    rows = [
        Listed(
            one,
            saved_at(one.saved_at, today()),
            _promised(one),
            _awaited(_open_round(one)),
        )
        for one in dossiers.mine(actor)
    ]
    drafts = [row for row in rows if row.dossier.state == State.DRAFT]
    return drafts, [row for row in rows if row.dossier.state != State.DRAFT]


def _reckoned(time: Time, rounds: Iterable[SupplementRound]) -> list[Row]:
    """Give the reckoning with the requests that stopped the clock."""
    asked = [one.sent_at for one in rounds if one.sent_at is not None and one.old_due_at is not None]
    return asked_in(table_of(time, today()), asked)


def _resumes(time: Time) -> str:
    """Say when a clock that rests will have a date again; nothing while it runs."""
    return RESUMES[time.waits[-1].reason] if time.left.kind is RemainingKind.PAUSED else ""


def _promised(one: Dossier) -> str:
    """Give the day that is promised, while somebody works towards it."""
    if one.due_at is None or one.resolved_at or one.paused_since or one.state not in RUNNING:
        return ""
    return short_date(local(one.due_at).date())


def drafts_of(actor: Actor, version: ProcedureVersion) -> list[Listed]:
    """Give one's drafts of a procedure, those of an older version too: they can go over to this one."""
    drafts, _ = listed(actor)
    return [row for row in drafts if row.dossier.version.procedure_id == version.procedure_id]


def kept_for() -> str:
    """Say how long a draft is kept."""
    return draft_kept(today())


def due_day(end: Due | None) -> str:
    """Give the promised day in full, with the hour when the limit is in hours."""
    if end is None:
        return ""
    return keep(full_moment(end.instant)) if end.by_instant else full_date(end.day)


@dataclass(frozen=True)
class Look:
    """One look of an official at something of a dossier."""

    who: str
    what: str
    when: str
    about: Dossier | None = None


def looked(events: Iterable[Event], mine: Iterable[Dossier] = ()) -> list[Look]:
    """Give who looked, at what, when; of which dossier when several are told together."""
    known = {one.pk: one for one in mine}
    return [
        Look(
            one.who or "Cán bộ",
            LOOKS.get(one.verb, one.sentence),
            full_moment(one.at),
            known.get(one.about) if one.about else None,
        )
        for one in events
    ]


def _promised_end(dossier: Dossier, time: Time) -> Due | None:
    """Give the day that is promised now; none while the clock rests, nor when there will be no result."""
    if dossier.state in UNFINISHED or time.left.kind is RemainingKind.PAUSED:
        return None
    return time.left.due


def _issued(dossier: Dossier) -> Result | None:
    result = dossiers.result_of(dossier)
    return result if result and result.state == ResultState.ISSUED else None


def _open_round(dossier: Dossier, rounds: Iterable[SupplementRound] | None = None) -> SupplementRound | None:
    if dossier.state != State.SUPPLEMENT_REQUESTED:
        return None
    asked = dossiers.rounds_of(dossier) if rounds is None else rounds
    found = [one for one in asked if one.state in (RoundState.SENT, RoundState.ANSWERED)]
    return found[-1] if found else None


def _awaited(asked: SupplementRound | None) -> bool:
    """Tell whether papers are still awaited from the owner."""
    return asked is not None and asked.state == RoundState.SENT


def _stage(dossier: Dossier, steps: list[StepTold]) -> str:
    if dossier.state in (State.RESOLVED, State.RESULT_RETURNED):
        return ENDED_WITH.get(Outcome(dossier.outcome), "")
    step = next((one for one in steps if one.state == "now"), None)
    if step is None or dossier.state not in (State.IN_PROCESS, State.ACCEPTED):
        return ""
    name = plain(step.public_name)
    name = name[:1].lower() + name[1:]
    return f"Bước {step.order} trên {len(steps)}, {name}"


def _limit(end: Due | None) -> str:
    if end is None:
        return ""
    words = {"working_hour": DurationUnit.HOUR}.get(end.duration.unit.value)
    unit = UNITS[words or DurationUnit(end.duration.unit.value)]
    return bind(f"{end.duration.amount} {unit}")


def _original(time: Time) -> str:
    if time.original_due_at is None or time.left.due is None:
        return ""
    first = local(time.original_due_at).date()
    return "" if first == time.left.due.day else short_date(first)


def _downloads(dossier: Dossier, slips: list[Slip], result: Result | None) -> list[Download]:
    found = [
        Download(
            SLIPS.get(slip.form, slip.form),
            reverse("portal:slip", args=[dossier.pk, slip.pk]),
            f"PDF, cấp {short_date(local(slip.issued_at).date())}",
        )
        for slip in slips
    ]
    if result is not None and result.issued_at is not None:
        note = f"Số {result.number}, {short_date(local(result.issued_at).date())}"
        found.insert(0, Download(result.title, reverse("portal:result", args=[dossier.pk]), note))
    return found


def _may_withdraw(dossier: Dossier, actor: Actor) -> bool:
    _, facts = dossiers.one_for(actor, dossier.pk)
    moves = dossiers.open_moves(facts, actor)
    return Move.WITHDRAW in moves and moves[Move.WITHDRAW] is None


def _groups(dossier: Dossier) -> tuple[Group, ...]:
    form_id = dossier.version.form_id
    return form_rules.as_rows(forms.schema_of(form_id), dossier.answers) if form_id else ()
