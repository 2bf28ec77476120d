"""The calendar, the slow reference and the strategies that the tests of the clock share."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from motcua.base.clock import ZONE
from motcua.base.clock.calendar import Calendar, DayException, DayKind, Shift
from motcua.base.clock.due import Duration, Pause, Unit
from motcua.base.clock.official import ANNOUNCED_YEARS, official_days
from motcua.base.clock.sentences import line_sentence

CALENDAR = Calendar(
    {
        **official_days(),
        date(2026, 6, 12): DayException(DayKind.LOCAL_OFF, "Ngày hội của tỉnh"),
        date(2026, 6, 19): DayException(
            DayKind.HALF_DAY, "Làm buổi sáng", shifts=(Shift(time(7, 30), time(11, 30)),)
        ),
    },
    announced=ANNOUNCED_YEARS,
)

ONE_DAY, ONE_MINUTE = timedelta(days=1), timedelta(minutes=1)


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZONE)


def explained(end) -> list[str]:
    return [line_sentence(line) for line in end.explanation]


def touches(pause: Pause, low: datetime, high: datetime) -> bool:
    return pause.start < pause.end and pause.start < high and pause.end > low


def free_day(day: date, pauses, calendar: Calendar = CALENDAR) -> bool:
    low, high = datetime.combine(day, time.min, ZONE), datetime.combine(day + ONE_DAY, time.min, ZONE)
    return not any(touches(pause, low, high) for pause in pauses)


def free_working_day(day: date, pauses, calendar: Calendar = CALENDAR) -> bool:
    shifts = [
        (datetime.combine(day, shift.opens, ZONE), datetime.combine(day, shift.closes, ZONE))
        for shift in calendar.shifts_on(day)
    ]
    return bool(shifts) and not any(touches(pause, *shift) for pause in pauses for shift in shifts)


def months_later(day: date, months: int) -> date:
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        year, month = (year + 1, 1) if month > 12 else (year - 1, 12) if month < 1 else (year, month)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def slow_day(start: datetime, duration: Duration, pauses, calendar: Calendar = CALENDAR) -> date:
    """Count day by day, as a clerk would with a wall calendar."""
    day, left, step = start.date(), abs(duration.amount), ONE_DAY if duration.amount >= 0 else -ONE_DAY
    counts = free_working_day if duration.unit is Unit.WORKING_DAY else free_day
    if duration.unit is Unit.MONTH:
        left = abs((months_later(day, duration.amount) - day).days)
    while left:
        day += step
        left -= counts(day, pauses, calendar)
    if not calendar.is_working(day):
        while not free_working_day(day, pauses, calendar):
            day += step
    return day


def slow_instant(start: datetime, hours: int, pauses, calendar: Calendar = CALENDAR) -> datetime:
    """Count minute by minute; for starts and pauses on whole minutes."""
    moment, left, step = start, abs(hours) * 60, ONE_MINUTE if hours >= 0 else -ONE_MINUTE
    while left:
        first = min(moment, moment + step)
        left -= _runs(first, pauses, calendar)
        moment += step
    return moment


def _runs(first: datetime, pauses, calendar: Calendar) -> bool:
    worked = any(shift.opens <= first.time() < shift.closes for shift in calendar.shifts_on(first.date()))
    return worked and not any(pause.start <= first < pause.end for pause in pauses)


MOMENTS = st.datetimes(datetime(2015, 1, 1), datetime(2027, 12, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=ZONE)
)
DAY_UNITS = st.sampled_from([Unit.WORKING_DAY, Unit.DAY])
AMOUNTS = st.integers(-40, 40)


@st.composite
def starts_with_pauses(draw, moments=MOMENTS, longest: int = 12 * 24 * 60):
    """Draw a start and up to three pauses around it, on whole minutes, perhaps overlapping."""
    start = draw(moments)
    offsets = st.integers(-20 * 24 * 60, 40 * 24 * 60)
    pauses = draw(st.lists(st.tuples(offsets, st.integers(0, longest)), max_size=3))
    return start, tuple(
        Pause(start + first * ONE_MINUTE, start + (first + length) * ONE_MINUTE) for first, length in pauses
    )
