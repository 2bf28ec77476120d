"""What somebody wants reported, and whether it can be."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.http import urlencode

from motcua.base.access import Actor
from motcua.base.clock import today
from motcua.base.clock.periods import Period, period_coded, period_of
from motcua.base.clock.sentences import period_words, short_date
from motcua.base.clock.terms import Grain
from motcua.base.rooms import Refusal
from motcua.base.web.page import Request
from motcua.reference.org import queries as org
from motcua.reform.insight.queries.scope import Scope, narrowed, visible
from motcua.reform.insight.rules.windows import Window, window
from motcua.reform.insight.words import By, Why

WINDOWS = {
    Window.FIRST_QUARTER: "Báo cáo cải cách quý I",
    Window.HALF: "Báo cáo cải cách 6 tháng",
    Window.THIRD_QUARTER: "Báo cáo cải cách quý III",
    Window.YEAR: "Báo cáo cải cách năm",
}
BACK = 12  # months offered; older ones are reached by their address


@dataclass(frozen=True)
class Asked:
    """A period, an agency (none: all that somebody sees), and by what the report is split."""

    period: Period
    agency: UUID | None
    by: By

    @property
    def query(self) -> str:
        """Give it as addresses have it."""
        told = {"ky": self.period.code, "co-quan": str(self.agency or ""), "theo": self.by.value}
        return urlencode({name: value for name, value in told.items() if value})

    @property
    def scope(self) -> Scope:
        """Give whose dossiers are asked about."""
        return Scope(org.with_those_below(self.agency)) if self.agency else Scope()


def asked_of(request: Request) -> tuple[Asked, Refusal | None]:
    """Read what is asked, the last whole month where nothing is; with it, why it cannot be reported."""
    said, on = request.GET, today()
    named = period_coded(said.get("ky", ""))
    agency = org.agency_called(said.get("co-quan", ""))
    asked = Asked(
        named or period_of(on, Grain.MONTH).before,
        agency.pk if agency else None,
        By.FIELD if said.get("theo") == By.FIELD else By.AGENCY,
    )
    if said.get("ky") and named is None:
        return asked, Refusal(Why.PERIOD_UNKNOWN, {"code": said["ky"][:40]})
    if on <= asked.period.last:
        told = {"period": period_words(asked.period), "last": short_date(asked.period.last)}
        return asked, Refusal(Why.REPORT_OPEN, told)
    if narrowed(request.actor, asked.scope) is None:
        return asked, Refusal(Why.NOT_YOURS)
    return asked, None


def periods(on: date, chosen: Period) -> list[tuple[str, str]]:
    """Give the periods to choose from, each by its code and its words, and the chosen one whatever it is."""
    month = period_of(on, Grain.MONTH)
    found: list[tuple[str, str]] = []
    for _ in range(BACK):
        month = month.before
        found.append((month.code, period_words(month)))
    for grain in (Grain.QUARTER, Grain.HALF, Grain.YEAR):
        whole = period_of(on, grain).before
        found.append((whole.code, period_words(whole)))
    found.extend(_windows(on))
    if chosen.code not in dict(found):
        found.insert(0, (chosen.code, period_words(chosen)))
    return found


def _windows(on: date) -> list[tuple[str, str]]:
    """Give the last period of each report of reform that is over."""
    found = []
    for report, words in WINDOWS.items():
        span = next(one for year in (on.year, on.year - 1) if (one := window(report, year)).last < on)
        days = f"{short_date(span.first)}–{short_date(span.last)}"
        found.append((span.code, f"{words} {span.last.year} ({days})"))
    return found


def agencies(actor: Actor) -> list[tuple[str, str]]:
    """Give the agencies that somebody may ask about."""
    allowed = visible(actor)
    rows = org.agencies()
    if allowed is not None and allowed.agencies is not None:
        rows = rows.filter(pk__in=allowed.agencies)
    return [(str(one.pk), one.name) for one in rows]
