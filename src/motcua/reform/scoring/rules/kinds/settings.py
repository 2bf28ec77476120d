"""Reading the settings of a rule: each flaw is kept, none stops the reading of the others."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

from motcua.base.text import NumberWhy, clean, read_decimal
from motcua.reform.scoring.rules.rule import Flaw
from motcua.reform.scoring.rules.wording import figure
from motcua.reform.scoring.words import Fault

Choice = TypeVar("Choice", bound=StrEnum)
ALWAYS = frozenset({"type", "desc", "rounding"})
MOST_TEXT = 500
MOST_PLACES = 6
NUMBERS = (int, float, Decimal)
MOST_NUMBER = Decimal(10) ** 12


def decimal_of(value: object) -> Decimal | None:
    """Read a number as a file or a form may hold it; None for anything else, and for what is not finite."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        read = read_decimal(value)
        return None if isinstance(read, NumberWhy) else read
    if not isinstance(value, NUMBERS):
        return None
    try:
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    except (InvalidOperation, ValueError):
        return None
    return number if number.is_finite() and abs(number) <= MOST_NUMBER else None


class Settings:
    """The settings of one rule, or of one of its steps, and the flaws found while reading them."""

    def __init__(self, raw: Mapping[str, Any], where: str = "", flaws: list[Flaw] | None = None) -> None:
        self.raw = raw
        self.where = where
        self._flaws = [] if flaws is None else flaws

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """Give what was found so far."""
        return tuple(self._flaws)

    def tell(self, fault: Fault, name: str, **facts: str) -> None:
        """Keep a flaw of a setting."""
        self._flaws.append(Flaw(fault, self._named(name), facts))

    def number(
        self,
        name: str,
        default: Decimal | None = None,
        *,
        low: Decimal = Decimal(0),
        high: Decimal | None = None,
    ) -> Decimal:
        """Give a number between two bounds; without a default it has to be there."""
        value = self.raw.get(name)
        if value is None:
            if default is None:
                self.tell(Fault.MISSING_SETTING, name)
            return Decimal(0) if default is None else default
        number = decimal_of(value)
        if number is None:
            self.tell(Fault.NOT_A_NUMBER, name, said=str(value)[:40])
            return low
        if number < low or (high is not None and number > high):
            bounds = f"từ {figure(low)}" + ("" if high is None else f" đến {figure(high)}")
            self.tell(Fault.SETTING_OUT_OF_RANGE, name, said=figure(number), bounds=bounds)
        return number

    def places(self) -> int | None:
        """Give the decimals to which the points are rounded; None leaves them exact."""
        if self.raw.get("rounding") is None:
            return None
        number = self.number("rounding", high=Decimal(MOST_PLACES))
        if number != number.to_integral_value():
            self.tell(Fault.SETTING_WRONG, "rounding", said=figure(number))
        return min(max(int(number), 0), MOST_PLACES)

    def common(self) -> tuple[Mapping[str, Any], tuple[Flaw, ...], int | None]:
        """Give what every rule keeps, once all its own settings are read."""
        places = self.places()
        return self.raw, self.flaws, places

    def flag(self, name: str, default: bool) -> bool:
        """Give a yes or no."""
        value = self.raw.get(name, default)
        if not isinstance(value, bool):
            self.tell(Fault.SETTING_WRONG, name, said=str(value)[:40])
            return default
        return value

    def choice(self, name: str, kind: type[Choice]) -> Choice | None:
        """Give one of the words of an enumeration, or None where nothing is said."""
        value = self.raw.get(name)
        if value is None:
            return None
        try:
            return kind(value)
        except ValueError:
            self.tell(Fault.SETTING_WRONG, name, said=str(value)[:40], known=", ".join(kind))
            return None

    def text(self, name: str) -> str:
        """Give a text, "" where there is none."""
        value = self.raw.get(name, "")
        if not isinstance(value, str):
            self.tell(Fault.SETTING_WRONG, name, said=str(value)[:40])
            return ""
        if len(value) > MOST_TEXT:
            self.tell(Fault.TOO_LONG, name, most=str(MOST_TEXT))
        return clean(value[:MOST_TEXT])

    def formula(self, name: str, known: str) -> None:
        """See that the formula is the one that the rule computes."""
        value = self.raw.get(name, known)
        if value != known:
            self.tell(Fault.SETTING_WRONG, name, said=str(value)[:40], known=known)

    def steps(self) -> Sequence["Settings"]:
        """Give the steps of a ladder or the bands of a share, each to read by itself."""
        value = self.raw.get("steps")
        if not isinstance(value, list | tuple) or not value:
            self.tell(Fault.MISSING_SETTING if value is None else Fault.SETTING_WRONG, "steps", said="")
            return ()
        found = []
        for at, step in enumerate(value, 1):
            if isinstance(step, Mapping):
                found.append(Settings(step, f"{self._named('steps')}[{at}]", self._flaws))
            else:
                self.tell(Fault.SETTING_WRONG, f"steps[{at}]", said=str(step)[:40])
        return found

    def only(self, *known: str, always: frozenset[str] = ALWAYS) -> None:
        """Tell each setting that is not known: a name typed wrongly must not be passed over."""
        for name in self.raw:
            if name not in always and name not in known:
                self.tell(Fault.UNKNOWN_SETTING, name[:40], known=", ".join(known))

    def _named(self, name: str) -> str:
        return f"{self.where}.{name}" if self.where else name
