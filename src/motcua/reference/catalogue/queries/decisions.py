"""The register of publication decisions, each with how its limits were kept."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.base.clock import ZONE, local
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.due import Duration, Unit, due
from motcua.base.clock.official import official_calendar
from motcua.reference.catalogue import rules
from motcua.reference.catalogue.models import ProcedureVersion, PublicationDecision
from motcua.reference.catalogue.rules import Dates, Limit, Measure
from motcua.reference.catalogue.words import DecisionStep, Duty, Keeping
from motcua.reference.org import queries as org

# The dated parameters of the law: an ordinary text, and one made by the shortened procedure.
LIMIT_CODES = {
    (Duty.SIGN, False): "publish_decision_province",
    (Duty.SIGN, True): "publish_decision_shortened",
    (Duty.LOAD, False): "load_record_province",
    (Duty.LOAD, True): "load_record_shortened",
    (Duty.PUBLISH, False): "load_record_province",
    (Duty.PUBLISH, True): "load_record_shortened",
}


@dataclass(frozen=True)
class Registered:
    """One decision of the register; `procedures` counts what it names."""

    decision: PublicationDecision
    measures: tuple[Measure, ...]
    procedures: int

    @property
    def late(self) -> bool:
        """Tell whether a duty was, or is, late."""
        return any(one.keeping is Keeping.LATE for one in self.measures)

    @property
    def open(self) -> bool:
        """Tell whether something is still to be done."""
        return any(one.done_on is None for one in self.measures)


def register(on: date) -> list[Registered]:
    """Give every decision, the newest first, with its duties as seen on a day."""
    decisions = PublicationDecision.objects.prefetch_related("procedures").order_by("-signed_on", "-id")
    ordered = sorted(decisions, key=lambda one: one.signed_on is not None)
    return [Registered(one, measures_of(one, on), len(one.procedures.all())) for one in ordered]


def waiting(on: date) -> list[Registered]:
    """Give the decisions with something still to be done, the most urgent first."""
    found = [one for one in register(on) if one.open]
    return sorted(found, key=lambda one: min(_urgency(measure) for measure in one.measures))


def measures_of(decision: PublicationDecision, on: date) -> tuple[Measure, ...]:
    """Give how the duties of a decision were kept, by the limits in force on the day of its signing."""
    calendar, of_day = official_calendar(), decision.signed_on or on
    limits = {duty: _limit(LIMIT_CODES[duty, decision.shortened], of_day) for duty in Duty}

    def reckon(day: date, count: int, unit: str) -> date:
        return _moved(day, count, unit, calendar)

    return rules.measure(_dates(decision), limits, on=on, reckon=reckon)


def _dates(decision: PublicationDecision) -> Dates:
    taken = {
        DecisionStep.LOADED: decision.loaded_at,
        DecisionStep.PUBLISHED: decision.published_at,
        DecisionStep.POSTED: decision.posted_at,
    }
    return Dates(
        decision.shortened,
        decision.received_on,
        decision.signed_on,
        decision.effective_on,
        {step: local(moment).date() for step, moment in taken.items() if moment},
    )


def _limit(code: str, on: date) -> Limit | None:
    row = org.regulation(code, on)
    return Limit(row.value, row.unit, row.legal_basis) if row else None


def _moved(day: date, count: int, unit: str, calendar: Calendar) -> date:
    start = datetime(day.year, day.month, day.day, tzinfo=ZONE)
    return due(start, Duration(count, Unit(unit)), calendar).day


def _urgency(measure: Measure) -> date:
    return measure.due_on if measure.due_on and measure.done_on is None else date.max


def titles_of(decision: PublicationDecision) -> list[tuple[str, str]]:
    """Give the procedures that a decision names, each with the title of its newest version."""
    titles: dict[str, str] = {}
    for version in (
        ProcedureVersion.objects.filter(procedure__decisions=decision)
        .select_related("procedure")
        .order_by("procedure__code", "number")
    ):
        titles[version.procedure.code] = version.title
    return list(titles.items())
