"""What a version must fulfil before people may rely on it."""

from collections.abc import Iterable
from decimal import Decimal

from motcua.base.rooms import Refusal
from motcua.reference.catalogue.words import Draft, DurationUnit, Why

HOURS_A_DAY = 8
DAYS_A_WEEK = 7
WORKING_DAYS_A_WEEK = 5
WORKING_DAYS_A_MONTH = 20  # the shortest month is four whole weeks


def guaranteed_hours(value: int, unit: DurationUnit) -> int:
    """Give the working hours that every period of this length contains, holidays apart; a working day has 8.

    A limit of days has at least one: what ends on a day off ends on the next working day
    (Bộ luật Dân sự 2015, Điều 148 khoản 5).
    """
    match unit:
        case DurationUnit.HOUR:
            return value
        case DurationUnit.WORKING_DAY:
            return value * HOURS_A_DAY
        case DurationUnit.DAY:
            weeks, rest = divmod(value, DAYS_A_WEEK)
            return max(1, weeks * WORKING_DAYS_A_WEEK + max(0, rest - 2)) * HOURS_A_DAY
        case DurationUnit.MONTH:
            return value * WORKING_DAYS_A_MONTH * HOURS_A_DAY


def route_fits(hours: Iterable[Decimal], value: int | None, unit: DurationUnit | None) -> bool:
    """Tell whether the steps together stay within a limit; without a limit they do."""
    return value is None or unit is None or sum(hours) <= guaranteed_hours(value, unit)


def fault(draft: Draft) -> Refusal | None:
    """Give the first reason why a version cannot be drafted or published."""
    checks = (_has_channel, _has_route, _names_its_cases, _demands_nothing_known, _fits)
    return next((refusal for refusal in (check(draft) for check in checks) if refusal), None)


def _has_channel(draft: Draft) -> Refusal | None:
    return None if draft.channels else Refusal(Why.NO_CHANNEL, {"code": draft.code})


def _has_route(draft: Draft) -> Refusal | None:
    return None if draft.route else Refusal(Why.NO_ROUTE, {"code": draft.code})


def _names_its_cases(draft: Draft) -> Refusal | None:
    named = {terms.case for terms in draft.channels} | {paper.case for paper in draft.papers}
    unknown = sorted(named - {""} - {case.code for case in draft.cases})
    return Refusal(Why.CASE_UNKNOWN, {"code": draft.code, "case": unknown[0]}) if unknown else None


def _demands_nothing_known(draft: Draft) -> Refusal | None:
    """NĐ 224/2026/NĐ-CP, Điều 18: what a database holds must not be demanded."""
    for paper in draft.papers:
        if paper.required and paper.data_source:
            return Refusal(Why.REQUIRED_IN_DATABASE, {"paper": paper.name, "source": paper.data_source})
    return None


def _fits(draft: Draft) -> Refusal | None:
    hours = Decimal(sum(step.hours for step in draft.route))
    for terms in draft.channels:
        if terms.value is not None and terms.unit and not route_fits([hours], terms.value, terms.unit):
            limit = guaranteed_hours(terms.value, terms.unit)
            return Refusal(
                Why.ROUTE_TOO_LONG, {"code": draft.code, "hours": _figure(hours), "limit": str(limit)}
            )
    return None


def _figure(hours: Decimal) -> str:
    return f"{hours.normalize():f}".replace(".", ",")
