"""What a dossier's own pages show: reckoning, steps, timeline, looks."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local, now
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.explain import Line, LineKind
from motcua.base.clock.left import remaining_words
from motcua.base.clock.remaining import Remaining, remaining
from motcua.base.clock.segments import MarkKind, Reckoning, SegmentKind
from motcua.base.clock.sentences import line_sentence
from motcua.base.journal.reading import Row, reads_of, rows_of
from motcua.base.journal.writing import thing_of
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import rules
from motcua.casework.dossiers.facts import Gathered, route_of
from motcua.casework.dossiers.models import (
    ClockMark,
    Dossier,
    Paper,
    Result,
    ResultReturn,
    Slip,
    StepRun,
    StopNotice,
    SupplementRound,
)
from motcua.casework.dossiers.reckoning import clock_of, reckoned
from motcua.casework.dossiers.sentences import move_sentence, row_sentence
from motcua.casework.dossiers.words import Move, PauseReason, ResultState
from motcua.reference.catalogue.rules import figure
from motcua.reference.catalogue.rules import routes as walking
from motcua.reference.catalogue.words import Step, WayKind
from motcua.reference.org import queries as org
from motcua.reference.org.models import Staff


@dataclass(frozen=True)
class Wait:
    """A stretch in which no time ran, and for what; it has no end while it lasts."""

    since: datetime
    until: datetime | None
    reason: PauseReason


@dataclass(frozen=True)
class Time:
    """How a dossier stands in time, and the reckoning behind it.

    `lines` are those of the count in force, `given_up` those of the counts before it, up to where each was
    given up. `marks` counts what was ever done to the clock: it only grows. `moved` says why a newer calendar
    changed the date. `first_missed` judges by the date that was promised first, whatever was promised later.
    `waits` are the stretches in which no time ran.
    """

    left: Remaining
    words: str
    due_at: datetime | None
    original_due_at: datetime | None
    lines: tuple[Line, ...]
    sentences: tuple[str, ...]
    given_up: tuple[Line, ...] = ()
    restarted_at: datetime | None = None
    stopped_at: datetime | None = None
    marked_at: datetime | None = None
    marks: int = 0
    moved: tuple[str, ...] = ()
    first_missed: bool = False
    waits: tuple[Wait, ...] = ()


@dataclass(frozen=True)
class StepTold:
    """One step of the route: done, present or to come."""

    order: int
    name: str
    public_name: str
    state: str
    who: str
    unit: str
    since: datetime | None
    ended_at: datetime | None
    hours: str
    staff_id: UUID | None = None


@dataclass(frozen=True)
class Event:
    """One line of the timeline."""

    at: datetime
    sentence: str
    who: str
    verb: str
    payload: Mapping[str, Any]
    about: UUID | None = None


def time_of(dossier: Dossier, at: datetime) -> Time:
    """Give how a dossier stands in time at a moment, opened to its reckoning line by line."""
    marks = list(dossier.clock_marks.all())
    moves = dossier.calendar_moves.all() if marks else ()
    reckoning, calendar = clock_of(dossier, marks)
    left = remaining(reckoning, at, calendar)
    lines = reckoning.due.explanation if reckoning.due else ()
    return Time(
        left=left,
        words=remaining_words(left),
        due_at=dossier.due_at,
        original_due_at=dossier.original_due_at,
        lines=lines,
        sentences=tuple(line_sentence(line) for line in lines),
        given_up=tuple(_given_up(dossier, marks, calendar)),
        restarted_at=_restarted(reckoning),
        stopped_at=reckoning.stopped_at,
        marked_at=marks[-1].at if marks else None,
        marks=len(marks) + len(moves),
        moved=tuple(move_sentence(one.old_due_at, one.new_due_at, one.legal_basis) for one in moves),
        first_missed=_missed(reckoning, at),
        waits=tuple(_waits(reckoning)),
    )


def steps_of(dossier: Dossier, at: datetime | None = None) -> list[StepTold]:
    """Give where a dossier has been and where it will go, with who has or had each step.

    The last stay at a step counts. Beyond a choice that nobody has made yet, the usual way is told.
    """
    runs: dict[int, StepRun] = {}
    for one in dossier.step_runs.select_related("unit", "staff").order_by("seq"):
        runs[one.step] = one
    parts = Gathered(dossier, at or now())
    route = parts.route
    been = [route.steps[place - 1].key for place in runs]
    told = walking.told_path(route.steps, case=parts.case, been=been, present=parts.step)
    return [
        _told(number, step, runs.get(route.place(step)), route.place(step), dossier)
        for number, step in enumerate(told, start=1)
    ]


def _told(number: int, step: Step, run: StepRun | None, place: int, dossier: Dossier) -> StepTold:
    return StepTold(
        order=number,
        name=step.name,
        public_name=step.public_name,
        state=_step_state(run, place, dossier),
        who=run.staff.full_name if run and run.staff else "",
        unit=run.unit.name if run else "",
        since=run.started_at if run else None,
        ended_at=run.ended_at if run else None,
        hours=figure(step.hours),
        staff_id=run.staff_id if run else None,
    )


def events_of(dossier: Dossier) -> list[Event]:
    """Give the acts of a dossier as sentences, newest first; who acted by name."""
    rows = rows_of(thing_of(dossier))
    names = names_behind(rows)
    steps = dict(dossier.step_runs.order_by("seq").values_list("step", "name"))
    return [
        Event(row.happened_at, row_sentence(row, steps), who_acted(row, names), row.verb, row.payload)
        for row in reversed(rows)
    ]


def looks_of(dossier: Dossier) -> list[Event]:
    """Give who opened what of a dossier, newest first."""
    rows = reads_of(thing_of(dossier))
    names = names_behind(rows)
    return [
        Event(row.happened_at, row_sentence(row), who_acted(row, names), row.verb, row.payload)
        for row in rows
    ]


def looks_at(dossiers: Collection[Dossier]) -> list[Event]:
    """Give who opened what of several dossiers, newest first, each with the dossier that it is about."""
    abouts = {thing_of(dossier): dossier.pk for dossier in dossiers}
    rows = sorted(
        (row for about in abouts for row in reads_of(about)), key=lambda row: row.happened_at, reverse=True
    )
    names = names_behind(rows)
    return [
        Event(
            row.happened_at,
            row_sentence(row),
            who_acted(row, names),
            row.verb,
            row.payload,
            abouts[row.about],
        )
        for row in rows
    ]


def papers_of(dossier: Dossier) -> list[Paper]:
    """Give the papers of a dossier, replaced ones last."""
    return list(
        dossier.papers.select_related("file", "requirement", "judged_by").order_by(
            "superseded", "added_at", "id"
        )
    )


def rounds_of(dossier: Dossier) -> list[SupplementRound]:
    """Give the supplement requests of a dossier with what was asked for."""
    return list(
        dossier.rounds.select_related("proposed_by", "approved_by", "sent_by")
        .prefetch_related("items__papers__file", "items__requirement")
        .order_by("number")
    )


def slips_of(dossier: Dossier) -> list[Slip]:
    """Give the slips issued for a dossier, newest first."""
    return list(dossier.slips.select_related("issued_by", "unit").order_by("-issued_at", "-id"))


def results_of(dossier: Dossier) -> list[Result]:
    """Give the result of a dossier and what replaces it, in order."""
    rows = Result.objects.select_related("result_type", "attachment", "file", "replaces")
    return list(rows.filter(dossier=dossier).order_by("seq"))


def result_of(dossier: Dossier) -> Result | None:
    """Give the result in force, or the first one as far as it is."""
    found = results_of(dossier)
    issued = [one for one in found if one.state == ResultState.ISSUED]
    return issued[-1] if issued else next(iter(found), None)


def correction_of(dossier: Dossier) -> Result | None:
    """Give the result that is to replace the one in force, as long as it is not issued."""
    last = next(reversed(results_of(dossier)), None)
    return last if last and last.replaces_id and last.state != ResultState.ISSUED else None


def stop_notice_of(dossier: Dossier) -> StopNotice | None:
    """Give how a dossier was stopped; None when it was not."""
    return StopNotice.objects.select_related("decided_by").filter(dossier=dossier).first()


def return_of(dossier: Dossier) -> ResultReturn | None:
    """Give to whom the result in force was handed over."""
    rows = ResultReturn.objects.select_related("by").filter(dossier=dossier, result__replaced_by=None)
    return rows.first()


def open_moves(facts: rules.Facts, actor: Actor) -> dict[Move, Refusal | None]:
    """Give every act that is the actor's now, with what still stands in its way."""
    return rules.moves_open(facts, actor)


def stays_of(dossier: Dossier) -> list[StepRun]:
    """Give the stays at steps that carry a word to the next one, newest first."""
    return list(dossier.step_runs.exclude(note="").select_related("sent_by", "unit").order_by("-seq"))


@dataclass(frozen=True)
class Onward:
    """A step to which a dossier may go on, with everybody who could take it.

    `choice` and `label` say which way leads there, where the officer decides between several.
    """

    step: Step
    people: tuple[Staff, ...]
    choice: str = ""
    label: str = ""


def onward(dossier: Dossier, at: datetime) -> list[Onward]:
    """Give every step to which a dossier may go on now: none after the last, several at a parting."""
    parts = Gathered(dossier, at)
    if parts.step is None:
        return []
    on = local(at).date()
    return [
        Onward(there, _takers(dossier, there, on), way.value if chosen else "", way.label if chosen else "")
        for way, there in walking.next_steps(parts.route.steps, parts.step, case=parts.case)
        for chosen in [way.kind is WayKind.CHOICE]
    ]


def step_name(dossier: Dossier) -> str:
    """Give the name of the step where a dossier stands; empty before the first."""
    step = route_of(dossier, now()).at(dossier.step)
    return step.name if step else ""


def _takers(dossier: Dossier, step: Step, on: date) -> tuple[Staff, ...]:
    if step.unit:
        return tuple(org.colleagues(UUID(step.unit), role=step.role, on=on))
    post = org.unit_for(dossier.competent_agency_id, kind=step.unit_kind, role=step.role, on=on)
    return tuple(org.colleagues(post.unit_id, role=step.role, on=on)) if post else ()


def colleagues_at(dossier: Dossier, on: date) -> list[Staff]:
    """Give everybody who could hold a dossier at its present step."""
    if dossier.handling_unit_id is None:
        return []
    return org.colleagues(dossier.handling_unit_id, role=dossier.handling_role, on=on)


def names_behind(rows: Iterable[Row]) -> dict[str, str]:
    """Give the names of the officials behind journal rows; members are the applicant."""
    told = list(rows)
    ids = {row.actor: UUID(row.actor.partition(":")[2]) for row in told if row.actor.startswith("staff:")}
    stood_for = {UUID(row.on_behalf_of) for row in told if row.actor in ids and row.on_behalf_of}
    names = org.names_of_staff({*ids.values(), *stood_for})
    found = {actor: names.get(key, "") for actor, key in ids.items()}
    found |= {f"instead:{key}": name for key, name in names.items()}
    found.update({row.actor: "Người nộp" for row in told if row.actor.startswith("member:")})
    found.update({row.actor: "Một Cửa" for row in told if row.actor.startswith("system:")})
    return found


def who_acted(row: Row, names: Mapping[str, str]) -> str:
    """Give who did an act; an official who stood in for another says for whom."""
    name = names.get(row.actor, "")
    instead = names.get(f"instead:{row.on_behalf_of}", "") if row.actor.startswith("staff:") else ""
    return f"{name}, thay {instead}" if instead else name


def waits_for(dossier: Dossier) -> PauseReason | None:
    """Give what a paused clock waits for now; None while it runs."""
    last = dossier.clock_marks.order_by("-seq").first() if dossier.paused_since else None
    return PauseReason(last.reason) if last else None


def _waits(reckoning: Reckoning) -> Iterator[Wait]:
    for one in reckoning.segments:
        if one.kind is SegmentKind.PAUSE:
            yield Wait(one.start, one.end, PauseReason(one.reason))


def _missed(reckoning: Reckoning, at: datetime) -> bool:
    """Tell whether the date promised first was over before the end, or before now."""
    first, end = reckoning.original_due, reckoning.stopped_at or at
    return first is not None and end > first.instant


def _restarted(reckoning: Reckoning) -> datetime | None:
    """Give when the count in force began, when it is not the first."""
    return reckoning.counted_from if reckoning.counted_from != reckoning.started_at else None


def _given_up(dossier: Dossier, marks: Sequence[ClockMark], calendar: Calendar) -> Iterator[Line]:
    """Give the lines of every count that a later one replaced, up to the day on which it was replaced."""
    for place, mark in enumerate(marks):
        if mark.kind == MarkKind.RESTART:
            end = local(mark.at)
            count = reckoned(dossier, marks[:place], calendar=calendar, as_of=end).due
            for line in count.explanation if count else ():
                if line.kind is not LineKind.DUE and _is_before(line, end):
                    yield line


def _is_before(line: Line, end: datetime) -> bool:
    return line.first < end if line.first else line.day < end.date()


def _step_state(run: StepRun | None, order: int, dossier: Dossier) -> str:
    if run is None or (run.ended_at is not None and order > (dossier.step or 0)):
        return "to_come"
    return "now" if run.ended_at is None else "done"
