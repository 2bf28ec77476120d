"""The check before signing in: what to ask next, and what the answers come to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import QueryDict

from motcua.base.clock import now
from motcua.base.clock.due import due
from motcua.base.clock.sentences import full_date, full_moment
from motcua.base.clock.terms import Duration, Unit
from motcua.base.money import format_dong
from motcua.base.text import clean
from motcua.doors.portal.readings.offers import (
    CASE,
    CONDITION,
    COPIES,
    NO,
    PLACE,
    WAY,
    YES,
    Fact,
    FeeFact,
    FormFact,
    KnownFact,
    Offer,
    PaperFact,
    PlaceFact,
    ResultFact,
    TimeFact,
    offer_of,
)
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.rules.asking import Question, asked, outcome
from motcua.reference.catalogue.words import Channel, DurationUnit
from motcua.reference.org import queries as org

TICKED = "co"  # the conditions that hold, by number
ANSWERED = "xong"
REST = "con-lai"
UNITS = {
    DurationUnit.HOUR: Unit.HOUR,
    DurationUnit.WORKING_DAY: Unit.WORKING_DAY,
    DurationUnit.DAY: Unit.DAY,
    DurationUnit.MONTH: Unit.MONTH,
}
TERMS = {CASE: "Trường hợp", WAY: "Cách nộp", PLACE: "Nơi giải quyết", COPIES: "Số bản sao"}


class Said(NamedTuple):
    """One answer in words, with the address where it is given again."""

    term: str
    value: str
    edit: str


@dataclass(frozen=True)
class Yours:
    """Exactly what one person needs, by their answers."""

    papers: list[PaperFact]
    known: list[KnownFact]
    form: FormFact | None
    times: list[TimeFact]
    fees: list[FeeFact]
    total: str
    place: PlaceFact | None
    results: list[ResultFact]
    due: str
    online: bool


@dataclass(frozen=True)
class Check:
    """The check of one version for one set of answers.

    `ask` are the questions of the next page; `yours` stands once nothing is left to ask.
    """

    offer: Offer
    answers: Mapping[str, str]
    ask: tuple[Question, ...]
    said: tuple[Said, ...] = ()
    yours: Yours | None = None
    start: str = ""
    kept: tuple[tuple[str, str], ...] = field(default=())

    @property
    def part(self) -> str:
        """Name the page of questions: the case stands alone, then all others come together."""
        return CASE if any(one.name == CASE for one in self.ask) else REST


def check(version: ProcedureVersion, given: QueryDict, on: date) -> Check:
    """Read the answers of an address; ask what still changes the outcome, else give the outcome."""
    offer = offer_of(version, on)
    answers = _read(offer, given)
    left = asked(offer.questions, offer.rows, answers)
    if left:
        page = [one for one in left if one.name == CASE] or left
        return Check(offer, answers, tuple(page), kept=_kept(offer, answers))
    whole = {**{one.name: one.answers[0] for one in offer.questions}, **answers}
    facts = outcome(offer.rows, whole)
    return Check(
        offer,
        answers,
        (),
        _said(offer, answers),
        _yours(facts, whole, offer, on),
        urlencode({name: ids[answers[name]] for name, ids in offer.ids.items() if name in answers}),
        _kept(offer, answers),
    )


def _read(offer: Offer, given: QueryDict) -> dict[str, str]:
    """Give the answers that an address holds and the version knows; others are as if not given."""
    ticked = {clean(one) for one in given.getlist(TICKED)}
    answers = {}
    for one in offer.questions:
        if one.name.startswith(CONDITION):
            if ANSWERED in given:
                answers[one.name] = YES if one.name.removeprefix(CONDITION) in ticked else NO
        elif (said := clean(given.get(one.name, ""))) in one.answers:
            answers[one.name] = said
    return answers


def _kept(offer: Offer, answers: Mapping[str, str], without: str = "") -> tuple[tuple[str, str], ...]:
    """Give the answers as they stand in the address, without one of them and what only followed from it."""
    if without == CASE:
        return ()
    kept = [(name, answer) for name, answer in answers.items() if name in TERMS and name != without]
    if without in offer.conditions or not any(name in offer.conditions for name in answers):
        return tuple(kept)
    ticked = [(TICKED, name.removeprefix(CONDITION)) for name, answer in answers.items() if answer == YES]
    return (*kept, (ANSWERED, "1"), *ticked)


def _said(offer: Offer, answers: Mapping[str, str]) -> tuple[Said, ...]:
    told = [
        Said(TERMS[name], offer.labels[name][answers[name]], urlencode(_kept(offer, answers, without=name)))
        for name in TERMS
        if name in answers
    ]
    mattering = asked(offer.questions, offer.rows, {CASE: answers[CASE]} if CASE in answers else {})
    conditions = [one.name for one in mattering if one.name in offer.conditions and one.name in answers]
    if conditions:
        true = [offer.conditions[name] for name in conditions if answers[name] == YES]
        edit = urlencode(_kept(offer, answers, without=conditions[0]))
        told.append(Said("Điều đúng với bạn", "; ".join(true) or "Không có điều nào", edit))
    return tuple(told)


def _yours(facts: list[Fact], answers: Mapping[str, str], offer: Offer, on: date) -> Yours:
    place = next((one for one in facts if isinstance(one, PlaceFact)), None)
    times = [one for one in facts if isinstance(one, TimeFact)]
    fees = [one for one in facts if isinstance(one, FeeFact)]
    return Yours(
        papers=[one for one in facts if isinstance(one, PaperFact)],
        known=_known(facts),
        form=next((one for one in facts if isinstance(one, FormFact)), None),
        times=times,
        fees=fees,
        total=_total(fees),
        place=place,
        results=[one for one in facts if isinstance(one, ResultFact)],
        due=_due(times, place),
        online=answers.get(WAY) == Channel.ONLINE.value,
    )


def _known(facts: list[Fact]) -> list[KnownFact]:
    """Give the papers not to bring, those of one database on one line."""
    groups: dict[str, list[str]] = {}
    for one in facts:
        if isinstance(one, KnownFact):
            groups.setdefault(one.source, []).append(one.name[:1].lower() + one.name[1:])
    return [KnownFact(", ".join(names), source) for source, names in groups.items()]


def _total(fees: list[FeeFact]) -> str:
    """Give the sum of several lines, nothing while one of them is not a figure."""
    amounts = [fee.amount for fee in fees if fee.amount is not None]
    return format_dong(sum(amounts)) if len(amounts) == len(fees) > 1 else ""


def _due(times: list[TimeFact], place: PlaceFact | None) -> str:
    """Say when the result comes if the dossier is accepted now; several limits promise no day."""
    if len(times) != 1 or times[0].value is None or place is None or place.agency_id is None:
        return ""
    limit = Duration(times[0].value, UNITS[DurationUnit(times[0].unit)])
    end = due(now(), limit, org.calendar_for(place.agency_id))
    return full_moment(end.instant) if end.by_instant else full_date(end.day)
