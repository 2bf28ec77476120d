"""Every hand-over of a dossier (M06), from the journal and the stays at steps; nothing of it is typed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from motcua.base.journal.reading import Row, rows_of
from motcua.base.journal.writing import thing_of
from motcua.casework.dossiers.models import Dossier, StepRun
from motcua.casework.dossiers.queries.telling import names_behind, who_acted
from motcua.casework.dossiers.rules.handing import day_timeliness, step_timeliness
from motcua.casework.dossiers.sentences import (
    CONSULTED,
    FIRST_HANDOVER,
    HANDOVERS,
    NOBODY_YET,
    RESULT_TO_COUNTER,
    SENT_BY,
    THE_APPLICANT,
)
from motcua.casework.dossiers.words import Move, StepTimeliness
from motcua.reference.org import queries as org

# An act that sends the dossier along its route also begins a stay at a step, at the same moment.
ALONG = frozenset(
    {
        "dossier.forwarded",
        "dossier.advanced",
        "dossier.returned",
        "dossier.recalled",
        "dossier.result_approved",
        "dossier.transferred",
    }
)


@dataclass(frozen=True)
class Hand:
    """One side of a hand-over: a unit and a person, where there is one."""

    unit: str
    person: str = ""


@dataclass(frozen=True)
class Handover:
    """One row of the control slip; the timeliness is that of the stay that ends with it."""

    giver: Hand
    taker: Hand
    at: datetime
    timeliness: StepTimeliness | None
    note: str


def handovers_of(dossier: Dossier) -> list[Handover]:
    """Give every hand-over of a dossier, oldest first, from reception to the returned result."""
    rows = rows_of(thing_of(dossier))
    runs = list(dossier.step_runs.select_related("unit", "staff", "sent_by").order_by("seq"))
    return sorted(_Teller(dossier, rows, runs).told(), key=lambda one: one.at)


class _Teller:
    """Tells the hand-overs of one dossier; stays and acts are read once."""

    def __init__(self, dossier: Dossier, rows: Sequence[Row], runs: Sequence[StepRun]) -> None:
        self.dossier, self.rows, self.runs = dossier, rows, runs
        self.names = names_behind(rows)
        sent_to = {row.payload["to"] for row in rows if row.payload.get("to")}
        self.people = org.names_of_staff(map(UUID, sent_to))
        self.applicant = Hand(THE_APPLICANT, dossier.applicant.get("name", ""))
        self.counter = Hand(dossier.receiving_unit.name)
        self.standing = 0  # the stay that the dossier has reached in what was told so far

    def told(self) -> Iterator[Handover]:
        """Give the hand-overs in the order of the journal: acts of one moment keep their order."""
        tell: Mapping[str, Callable[[Row], Handover]] = {
            "dossier.accepted": self._accepted,
            "dossier.assigned": self._assigned,
            "dossier.reassigned": self._assigned,
            "dossier.supplement_requested": self._to_applicant,
            "dossier.supplement_completed": self._from_applicant,
            "dossier.supplement_partial": self._from_applicant,
            "dossier.result_issued": self._issued,
            "dossier.consultation_opened": self._to_consulted,
            "dossier.share_opened": self._to_consulted,
            "dossier.consultation_withdrawn": self._to_consulted,
            "dossier.consultation_answered": self._from_consulted,
            "dossier.result_corrected": self._corrected,
            "dossier.result_handed_over": self._to_applicant,
            "dossier.withdrawn": self._to_applicant,
            "dossier.stopped": self._stopped,
        }
        for row in self.rows:
            if row.verb in ALONG and self.standing + 1 < len(self.runs):
                yield self._sent(row)
            elif row.verb in tell:
                yield tell[row.verb](row)
        while self.standing + 1 < len(self.runs):
            yield self._sent(None)

    def _sent(self, row: Row | None) -> Handover:
        """Give the hand-over from the step where the dossier stands to the next."""
        before, run = self.runs[self.standing : self.standing + 2]
        self.standing += 1
        giver = run.sent_by.full_name if run.sent_by else ""
        return Handover(
            giver=Hand(before.unit.name, self._acted(row) or giver),
            taker=Hand(run.unit.name, self._named(row) or _taken_up(run)),
            at=run.started_at,
            timeliness=step_timeliness(before.ended_at, before.due_at),
            note=". ".join(filter(None, (SENT_BY.get(Move(before.ended), ""), run.note))),
        )

    def _accepted(self, row: Row) -> Handover:
        taker = replace(self.counter, person=self._acted(row))
        return Handover(self.applicant, taker, row.happened_at, None, FIRST_HANDOVER)

    def _assigned(self, row: Row) -> Handover:
        unit = self.runs[self.standing].unit.name
        giver, taker = Hand(unit, self._acted(row)), Hand(unit, self._named(row))
        return Handover(giver, taker, row.happened_at, None, HANDOVERS[row.verb])

    def _to_applicant(self, row: Row) -> Handover:
        giver = replace(self.counter, person=self._acted(row))
        return Handover(giver, self.applicant, row.happened_at, None, self._said(row))

    def _from_applicant(self, row: Row) -> Handover:
        taker = replace(self.counter, person=self._acted(row))
        return Handover(self.applicant, taker, row.happened_at, None, self._said(row))

    def _issued(self, row: Row) -> Handover:
        last = self.runs[-1]
        return Handover(
            giver=Hand(last.unit.name, self._acted(row)),
            taker=self.counter,
            at=row.happened_at,
            timeliness=step_timeliness(last.ended_at, last.due_at),
            note=RESULT_TO_COUNTER.format(number=row.payload["number"]),
        )

    def _to_consulted(self, row: Row) -> Handover:
        giver = Hand(self.runs[self.standing].unit.name, self._acted(row))
        return Handover(giver, Hand(row.payload["asked"]), row.happened_at, None, CONSULTED[row.verb])

    def _from_consulted(self, row: Row) -> Handover:
        giver = Hand(row.payload["asked"], self._acted(row))
        taker = Hand(self.runs[self.standing].unit.name)
        until = date.fromisoformat(row.payload["until"])
        in_time = day_timeliness(row.happened_at, until)
        return Handover(giver, taker, row.happened_at, in_time, CONSULTED[row.verb])

    def _corrected(self, row: Row) -> Handover:
        giver = Hand(self.runs[-1].unit.name, self._acted(row))
        return Handover(giver, self.counter, row.happened_at, None, self._said(row))

    def _stopped(self, row: Row) -> Handover:
        last = self.runs[self.standing]
        giver, ended = Hand(last.unit.name, self._acted(row)), step_timeliness(last.ended_at, last.due_at)
        return Handover(giver, self.applicant, row.happened_at, ended, self._said(row))

    def _said(self, row: Row) -> str:
        return HANDOVERS[row.verb].format_map(row.payload)

    def _acted(self, row: Row | None) -> str:
        return who_acted(row, self.names) if row else ""

    def _named(self, row: Row | None) -> str:
        to = row.payload.get("to") if row else None
        return self.people.get(UUID(to), "") if to else ""


def _taken_up(run: StepRun) -> str:
    """Name who took a stay up where nobody was named when it was sent."""
    return run.staff.full_name if run.staff else NOBODY_YET
