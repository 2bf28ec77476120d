"""What a version must fulfil before people may rely on it."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from motcua.base.rooms import Refusal
from motcua.reference.catalogue.words import Draft, DurationUnit, OnlineLevel, Origin, Terms, Why

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


def within_statutory(value: int, unit: DurationUnit, *, statutory: tuple[int, DurationUnit]) -> bool:
    """Tell whether a local limit is no longer than the statutory one."""
    limit, of_limit = statutory
    if unit is of_limit:
        return value <= limit
    return guaranteed_hours(value, unit) <= guaranteed_hours(limit, of_limit)


def cut_percent(terms: Terms) -> int | None:
    """Give by how many per cent a local limit stays under the statutory one, rounded down; None without."""
    if terms.value is None or terms.unit is None or not terms.statutory_value or not terms.statutory_unit:
        return None
    if terms.unit is terms.statutory_unit:
        local, whole = terms.value, terms.statutory_value
    else:
        local = guaranteed_hours(terms.value, terms.unit)
        whole = guaranteed_hours(terms.statutory_value, terms.statutory_unit)
    return max(0, (whole - local) * 100 // whole)


def fault(draft: Draft) -> Refusal | None:
    """Give the first reason why a version cannot be relied on."""
    return next(iter(faults(draft)), None)


def breakage(draft: Draft) -> Refusal | None:
    """Give the first reason why a draft cannot even be kept: its parts contradict each other."""
    checks = (
        *(_names_its_cases, _names_once, _says_why_partial, _files_each_way_once, _demands_nothing_known),
        *(_cuts_by_decision, _stays_within_statutory),
    )
    return next((refusal for refusal in (check(draft) for check in checks) if refusal), None)


def faults(draft: Draft) -> list[Refusal]:
    """Give every kind of reason why a version cannot be relied on.

    A national record is kept as it came: it may leave out what only the province decides.
    """
    checks: tuple[Callable[[Draft], Refusal | None], ...] = (
        *(_names_its_cases, _names_once, _says_why_partial),
    )
    if draft.origin is Origin.PROVINCIAL:
        checks = (
            *(_has_channel, _has_route, _starts, *checks, _files_each_way_once),
            *(_demands_nothing_known, _cuts_by_decision, _stays_within_statutory, _fits),
        )
    return [refusal for refusal in (check(draft) for check in checks) if refusal]


def _has_channel(draft: Draft) -> Refusal | None:
    return None if draft.channels else Refusal(Why.NO_CHANNEL, {"code": draft.code})


def _has_route(draft: Draft) -> Refusal | None:
    return None if draft.route else Refusal(Why.NO_ROUTE, {"code": draft.code})


def _starts(draft: Draft) -> Refusal | None:
    return None if draft.effective_from else Refusal(Why.NO_START, {"code": draft.code})


def _names_its_cases(draft: Draft) -> Refusal | None:
    named = {
        *(terms.case for terms in draft.channels),
        *(paper.case for paper in draft.papers),
        *(fee.case for fee in draft.fees),
    }
    unknown = sorted(named - {""} - {case.code for case in draft.cases})
    return Refusal(Why.CASE_UNKNOWN, {"code": draft.code, "case": unknown[0]}) if unknown else None


def _names_once(draft: Draft) -> Refusal | None:
    """Cases, papers and results are known by their codes."""
    for codes in (
        [case.code for case in draft.cases],
        [paper.code for paper in draft.papers],
        [result.code for result in draft.results],
    ):
        twice = next((code for code in codes if codes.count(code) > 1), None)
        if twice is not None:
            return Refusal(Why.CODE_TWICE, {"code": twice})
    return None


def _says_why_partial(draft: Draft) -> Refusal | None:
    """NĐ 224/2026/NĐ-CP, Điều 14: a procedure is done only partly online for a published reason."""
    if draft.online_level is OnlineLevel.PARTIAL and not draft.partial_reason:
        return Refusal(Why.NO_PARTIAL_REASON, {"code": draft.code})
    return None


def _files_each_way_once(draft: Draft) -> Refusal | None:
    ways = [(terms.case, terms.channel) for terms in draft.channels]
    twice = next((terms for terms in draft.channels if ways.count((terms.case, terms.channel)) > 1), None)
    return Refusal(Why.CHANNEL_TWICE, {"channel": twice.channel, "case": twice.case}) if twice else None


def _demands_nothing_known(draft: Draft) -> Refusal | None:
    """NĐ 224/2026/NĐ-CP, Điều 18: what a database holds must not be demanded."""
    for paper in draft.papers:
        if paper.required and paper.data_source:
            return Refusal(Why.REQUIRED_IN_DATABASE, {"paper": paper.name, "source": paper.data_source})
    return None


def _cuts_by_decision(draft: Draft) -> Refusal | None:
    for terms in draft.channels:
        named = bool(terms.cut_decision_no and terms.cut_decided_on and terms.statutory_value and terms.value)
        said = bool(terms.cut_decision_no or terms.cut_decided_on or terms.cut_legal_basis)
        if ((cut_percent(terms) or 0) > 0 or said) and not named:
            return Refusal(Why.CUT_WITHOUT_DECISION, {"channel": terms.channel})
    return None


def _stays_within_statutory(draft: Draft) -> Refusal | None:
    for terms in draft.channels:
        if terms.value is None or terms.unit is None or not terms.statutory_value or not terms.statutory_unit:
            continue
        if not within_statutory(
            terms.value, terms.unit, statutory=(terms.statutory_value, terms.statutory_unit)
        ):
            return Refusal(
                Why.ABOVE_STATUTORY, {"value": str(terms.value), "statutory": str(terms.statutory_value)}
            )
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
