"""What a version must fulfil before people may rely on it."""

from collections.abc import Callable

from motcua.base.rooms import Refusal
from motcua.reference.catalogue.rules.durations import guaranteed_hours
from motcua.reference.catalogue.rules.routes.limits import overlong
from motcua.reference.catalogue.rules.routes.walking import laid_out
from motcua.reference.catalogue.words import Draft, DurationUnit, OnlineLevel, Origin, Terms, Why


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
    too_long = overlong(laid_out(draft.route), cases=draft.cases, terms=draft.channels)
    return Refusal(Why.ROUTE_TOO_LONG, {"code": draft.code, **too_long.facts}) if too_long else None
