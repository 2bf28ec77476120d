"""What everybody may see of how dossiers were settled: counts with small groups hidden, shares, how sure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from motcua.base.figures.masking import LEAST, TOTAL, hidden, hidden_in_line
from motcua.base.figures.sureness import wilson
from motcua.base.money import format_number
from motcua.base.text import NBSP
from motcua.base.ui.charts import Trend, trend
from motcua.casework.dossiers.queries import shares
from motcua.casework.dossiers.queries.shares import LEAST_FOR_SHARE, Tally
from motcua.doors.portal.sentences import HIDDEN, SMALL, TOO_FEW

PARTS = ("early", "on_time", "late")
COUNTS = ("accepted", TOTAL, *PARTS)


@dataclass(frozen=True)
class Count:
    """One count: its number when it may be shown, else why not."""

    number: int | None
    why: str = ""

    @property
    def words(self) -> str:
        """Give the number as people read it, or why it is not there."""
        return {"small": SMALL, "hidden": HIDDEN}.get(self.why) or format_number(self.number or 0)


@dataclass(frozen=True)
class InTime:
    """A share in time with its 95 % interval; or only the bounds that small groups leave; or why not."""

    share: float | None = None
    low: float | None = None
    high: float | None = None
    words: str = ""
    sure: str = ""


@dataclass(frozen=True)
class Line:
    """One agency, or the province, in one month."""

    code: str
    name: str
    month: date
    counts: Mapping[str, Count]
    in_time: InTime

    @property
    def shown(self) -> list[Count]:
        """Give the counts in the order of the columns."""
        return [self.counts[name] for name in COUNTS]


@dataclass(frozen=True)
class Openness:
    """Everything on the public page."""

    month: date
    months: Sequence[date]
    agency: str
    agencies: Sequence[tuple[str, str]]
    lines: Sequence[Line]
    whole: Line
    chosen: Line
    history: Sequence[Line]
    chart: Trend


def openness(on: date, month: str, agency: str) -> Openness | None:
    """Give the page for a month (`2026-10`) and an agency's code; None while nothing was ever finished."""
    told = everything(on)
    months = sorted({line.month for line in told}, reverse=True)
    if not months:
        return None
    wanted = next((one for one in months if f"{one:%Y-%m}" == month), months[0])
    lines = [line for line in told if line.month == wanted]
    names = {line.code: line.name for line in told if line.code != TOTAL}
    code = agency if agency in names else TOTAL
    history = [line for line in told if line.code == code]
    whole = next(line for line in lines if line.code == TOTAL)
    return Openness(
        wanted,
        months,
        code if code != TOTAL else "",
        sorted(names.items(), key=lambda pair: list(names).index(pair[0])),
        [line for line in lines if line.code != TOTAL],
        whole,
        next((line for line in lines if line.code == code), whole),
        history[::-1],
        _chart(history),
    )


@dataclass(frozen=True)
class PublicShare:
    """The one figure of the home page, as people read it."""

    month: str
    in_time: str
    finished: str


def public_share(on: date) -> PublicShare | None:
    """Give the share in time of the last whole month, None while it would rest on too few dossiers."""
    told = shares.province(on)
    if told is None:
        return None
    return PublicShare(month_words(told.month), percent(told.share), format_number(told.finished))


def everything(on: date) -> list[Line]:
    """Give every line that is public on a day, months oldest first, the province last in each."""
    return _lines(tuple(shares.tallies(on)))


def percent(share: float) -> str:
    """Write a share as people read it: `94,2 %`."""
    return f"{share * 100:.1f}{NBSP}%".replace(".", ",")


def month_words(month: date) -> str:
    """Write a month as people read it: `10/2026`."""
    return f"{month:%m/%Y}"


@lru_cache(maxsize=4)
def _lines(told: tuple[Tally, ...]) -> list[Line]:
    months = sorted({one.month for one in told})
    return [line for month in months for line in _month([one for one in told if one.month == month])]


def _month(told: Sequence[Tally]) -> list[Line]:
    counts = {one.code: _counts(one) for one in told}
    counts[TOTAL] = {name: sum(row[name] for row in counts.values()) for name in COUNTS}
    table = {(code, name): row[name] for code, row in counts.items() for name in (TOTAL, *PARTS)}
    secret = hidden(table) | {
        (code, "accepted") for code in hidden_in_line({code: row["accepted"] for code, row in counts.items()})
    }
    names = {one.code: one.agency for one in told} | {TOTAL: "Cả tỉnh"}
    return [
        _line(code, names[code], told[0].month, row, {name for row_code, name in secret if row_code == code})
        for code, row in counts.items()
    ]


def _counts(one: Tally) -> dict[str, int]:
    parts = {name: int(getattr(one, name)) for name in PARTS}
    return {"accepted": one.accepted, TOTAL: sum(parts.values()), **parts}


def _line(code: str, name: str, month: date, row: Mapping[str, int], secret: set[str]) -> Line:
    shown = {each: _count(row[each], each in secret) for each in COUNTS}
    return Line(code, name, month, shown, _in_time(shown))


def _count(number: int, secret: bool) -> Count:
    if not secret:
        return Count(number)
    return Count(None, "small" if 0 < number < LEAST else "hidden")


def _in_time(shown: Mapping[str, Count]) -> InTime:
    """Give the share by what is shown alone, so that it tells no more than the counts beside it."""
    whole, late = shown[TOTAL], shown["late"]
    few = whole.number is not None and whole.number < LEAST_FOR_SHARE
    if few or whole.why == "small":
        return InTime(words=TOO_FEW)
    if whole.number is None or late.why == "hidden":
        return InTime(words=HIDDEN)
    if late.number is None:
        low, high = (1 - (LEAST - 1) / whole.number, 1 - 1 / whole.number)
        return InTime(low=low, high=high, words=f"{percent(low)} đến {percent(high)}")
    low, high = wilson(whole.number - late.number, whole.number)
    share = 1 - late.number / whole.number
    return InTime(share, low, high, percent(share), f"{percent(low)} đến {percent(high)}")


def _chart(history: Sequence[Line]) -> Trend:
    names = [month_words(line.month) for line in history]
    middles = [_middle(line.in_time) for line in history]
    words = [line.in_time.words if line.in_time.share is not None else "" for line in history]
    last = f" Tháng gần nhất: {words[-1]}." if words and words[-1] else ""
    label = f"Tỷ lệ có kết quả trong hạn từng tháng, {names[0]} đến {names[-1]}.{last}" if names else ""
    return trend(label, names, middles, words)


def _middle(told: InTime) -> float | None:
    if told.share is not None or told.low is None or told.high is None:
        return told.share
    return (told.low + told.high) / 2
