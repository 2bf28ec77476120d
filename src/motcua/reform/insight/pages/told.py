"""How figures are told: their words, where they lead, and how sure they are."""

from decimal import Decimal

from motcua.base.clock.sentences import full_moment, period_words
from motcua.base.money import format_number, format_percent
from motcua.base.rooms import Better, Measure, Term, When
from motcua.base.text import NBSP
from motcua.base.ui.charts import Figure as Shown
from motcua.reform.insight.pages.look import Look
from motcua.reform.insight.queries.figures import Figure, Reading
from motcua.reform.insight.sentences import COUNTED
from motcua.reform.insight.words import Counter, Part

NO_DATA = "chưa có"
TIMES = {When.DURING: "", When.AT_START: ", đến trước kỳ", When.AT_END: ", đến hết kỳ"}


def value_words(figure: Figure) -> str:
    """Tell a figure in its unit (`94,2 %`, `21.408`); nothing to divide by is no data."""
    value = figure.value
    if value is None:
        return NO_DATA
    if figure.measure.unit == "%":
        return format_percent(value)
    if figure.measure.denominator:
        return f"{format_number(value, 1)}{NBSP}{figure.measure.unit}"
    return format_number(value)


def shown(figure: Figure, look: Look) -> Shown:
    """Give a figure with where it leads: a count to its dossiers, a share or mean to how it is made."""
    if figure.measure.denominator:
        href = "" if figure.value is None else look.address("measure", figure.measure.code)
        return Shown(value_words(figure), href)
    return counted(figure, Part.NUMERATOR, look)


def counted(figure: Figure, part: Part, look: Look) -> Shown:
    """Give one side of a figure with the list behind it; zero is plain text."""
    amount = amount_of(figure, part)
    href = (
        look.address("behind", **behind_of(figure.measure, part))
        if amount and lists(figure.measure, part)
        else ""
    )
    bad = figure.measure.better is Better.LESS and not figure.measure.denominator and amount > 0
    return Shown(format_number(amount), href, late=bad and figure.measure.code in RED)


RED = frozenset({"dossiers.late", "dossiers.open_late"})


def behind_of(measure: Measure, part: Part) -> dict[str, str]:
    """Give the words of an address that name one side of a measure."""
    return {"chi_tieu": measure.code, "phan": "" if part is Part.NUMERATOR else part.value}


def amount_of(figure: Figure, part: Part) -> int:
    """Give how many one side of a figure counts."""
    whole = figure.numerator if figure.denominator is None else figure.denominator
    return {
        Part.NUMERATOR: figure.numerator,
        Part.DENOMINATOR: whole,
        Part.REST: whole - figure.numerator,
    }[part]


def lists(measure: Measure, part: Part) -> bool:
    """Tell whether one side of a measure counts things; minutes are no things."""
    return part is Part.DENOMINATOR or all(one.counter != Counter.MINUTES for one in measure.numerator)


def terms_words(terms: tuple[Term, ...]) -> list[tuple[str, str]]:
    """Tell a sum of counters term by term, each with its sign."""
    return [
        ("+" if one.sign > 0 else "−", f"{COUNTED[Counter(one.counter)]}{TIMES[one.when]}") for one in terms
    ]


def standing_words(reading: Reading) -> str:
    """Tell how the figures of a reading stand: closed, or counted until when."""
    period = period_words(reading.period)
    if reading.closed is not None:
        return f"Số đã chốt của {period}"
    if reading.until is None:
        return f"Số của {period}, chưa đếm lần nào"
    return f"Số của {period} tính đến {full_moment(reading.until)}"


def interval_words(interval: tuple[float, float] | None) -> str:
    """Tell between which shares the truth lies with 95 in 100 (`91,8–96,0 %`)."""
    if interval is None:
        return NO_DATA
    low, high = (format_number(Decimal(str(end)) * 100, 1) for end in interval)
    return f"{low}–{high}{NBSP}%"


def days_words(days: Decimal) -> str:
    """Tell an amount of working days (`7 ngày`, `3,5 ngày`)."""
    if days == 0:
        return "chưa đến 1 ngày".replace(" ", NBSP)
    return f"{format_number(days, 0 if days == days.to_integral_value() else 1)}{NBSP}ngày"
