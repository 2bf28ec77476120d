"""The hours of a route against the limits of its version, for every case and way of filing."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from motcua.base.rooms import Refusal
from motcua.reference.catalogue.rules.durations import figure, guaranteed_hours
from motcua.reference.catalogue.rules.routes.walking import longest
from motcua.reference.catalogue.words import Case, RouteWhy, Step, Terms


def overlong(
    route: Sequence[Step],
    *,
    cases: Collection[Case] = (),
    terms: Collection[Terms] = (),
    case: str = "",
    channel: str = "",
) -> Refusal | None:
    """Say by the worst case how far the longest way through a route exceeds its limit.

    A working day has 8 hours; where the version gives no limit, nothing is too long.
    """
    held = ((longest(route, case=code), limit) for limit, code in _limits(cases, terms, case, channel))
    hours, limit = max(held, key=lambda one: one[0] - one[1], default=(Decimal(0), 0))
    if hours <= limit:
        return None
    return Refusal(RouteWhy.TOO_LONG, {"hours": figure(hours), "limit": str(limit)})


def overshoot(
    route: Sequence[Step],
    *,
    cases: Collection[Case] = (),
    terms: Collection[Terms] = (),
    case: str = "",
    channel: str = "",
) -> Decimal:
    """Give by how many hours a route exceeds its limits at the worst; 0 where it keeps them all."""
    held = (longest(route, case=code) - limit for limit, code in _limits(cases, terms, case, channel))
    return max([Decimal(0), *held])


def _limits(
    cases: Collection[Case], terms: Collection[Terms], only: str, channel: str
) -> Iterator[tuple[int, str]]:
    """Give each limit in working hours with each case that it holds for.

    One for every case gives way to a case's own.
    """
    for one in terms:
        if one.value is None or one.unit is None or (channel and one.channel != channel):
            continue
        own = {other.case for other in terms if other.channel is one.channel}
        everyone = [""] if not only else [only] if only not in own else []
        rest = [] if only else [each.code for each in cases if each.code not in own]
        codes = [*everyone, *rest] if not one.case else [one.case] if only in ("", one.case) else []
        yield from ((guaranteed_hours(one.value, one.unit), code) for code in codes)
