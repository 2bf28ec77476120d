"""Declaring what only a one-stop unit knows."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.clock.periods import Period, period_coded
from motcua.base.clock.sentences import short_date
from motcua.base.clock.terms import Grain
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.reference.org import queries as org
from motcua.reference.org.models import Unit
from motcua.reference.org.words import Role
from motcua.reform.scoring.rating.models import RatingDeclaration
from motcua.reform.scoring.rating.queries import rated
from motcua.reform.scoring.rating.queries.rated import Rated
from motcua.reform.scoring.rating.rules.rulesets import in_force
from motcua.reform.scoring.rating.words import Indicator, Why

Numbers = Mapping[str, int]


@command
def declare(
    *,
    unit_id: UUID,
    quarter: str,
    indicator: Indicator,
    numbers: Numbers,
    source: str,
    by: Actor,
    at: datetime,
    key: str = "",
) -> RatingDeclaration | Refusal:
    """Declare the numbers of an indicator for a quarter, with their source; the last declaration counts.

    Only the head of the unit does. Numbers may not exceed what there is.
    """
    unit = Unit.objects.select_for_update().get(pk=unit_id)
    period = period_coded(quarter)
    refused = _refused(unit, period, indicator, by, at=at, quarter=quarter)
    if refused is not None:
        return refused
    assert period is not None, "it is a quarter"
    if not clean(source):
        return Refusal(Why.NO_SOURCE)
    refused = _wrong(org.unit(unit.pk), period, indicator, numbers, at)
    if refused is not None:
        return refused
    same = RatingDeclaration.objects.filter(unit=unit, quarter=period.code, indicator=indicator.value)
    made = RatingDeclaration.objects.create(
        unit=unit,
        quarter=period.code,
        indicator=indicator.value,
        number=same.count() + 1,
        numbers=dict(numbers),
        source=clean(source),
        declared_at=at,
        declared_by_id=by.person,
    )
    data = {"unit": str(unit.pk), "quarter": made.quarter, "indicator": made.indicator, "number": made.number}
    journal.write("rating.declared", about=made, by=by, at=at, data={**data, "numbers": made.numbers})
    return made


def _refused(
    unit: Unit, period: Period | None, indicator: Indicator, by: Actor, *, at: datetime, quarter: str
) -> Refusal | None:
    if not by.has(Role.ONE_STOP_HEAD) or by.unit != unit.pk:
        return Refusal(Why.NOT_YOURS)
    if period is None or period.grain is not Grain.QUARTER:
        return Refusal(Why.NOT_A_QUARTER, {"quarter": clean(quarter)})
    if local(at).date() < period.first:
        return Refusal(Why.QUARTER_AHEAD, {"first": short_date(period.first)})
    rules = in_force(period.last)
    if rules is None:
        return Refusal(Why.NO_RULES)
    return None if rules.rule(indicator).asked else Refusal(Why.IS_COMPUTED)


def _wrong(
    unit: Unit, period: Period, indicator: Indicator, numbers: Numbers, at: datetime
) -> Refusal | None:
    """Say what is wrong with the numbers, if anything is."""
    found = rated(unit, period, on=local(at).date())
    assert found is not None, "rules hold"
    asked = found.rating.rules.rule(indicator).asked
    if set(numbers) != set(asked) or any(numbers[name] < 0 for name in asked):
        return Refusal(Why.NUMBERS_MISSING)
    for amount, most in _limits(found, indicator, numbers):
        if amount > most:
            return Refusal(Why.MORE_THAN_ALL, {"most": str(most)})
    return None


def _limits(found: Rated, indicator: Indicator, numbers: Numbers) -> list[tuple[int, int]]:
    """Give what may not be more than what."""
    if indicator is Indicator.AGENCIES_CONTACTED:
        contacts = found.of(Indicator.CONTACTS).tally
        return [(sum(numbers.values()), contacts.things if contacts else 0)]
    if indicator is Indicator.ATTITUDE:
        timed = found.of(Indicator.WHOLE_TIME).tally
        assert timed is not None, "dossiers are always told"
        return [(numbers["early"], timed.two), (numbers["on_time"], timed.one)]
    return [(numbers[name], numbers["received"]) for name in ("in_time", "prolonged")]
