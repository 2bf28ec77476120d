"""A date in three boxes, with an error that names the box and the cure."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

PARTS = {"day": "Ngày", "month": "Tháng", "year": "Năm"}
FIRST_YEAR = 1900
YEAR_DIGITS = 4
FEBRUARY = 2


class DateParts(NamedTuple):
    """What was typed, box by box."""

    day: str = ""
    month: str = ""
    year: str = ""


class DateBoxes(forms.Widget):
    """Three text boxes: Ngày, Tháng, Năm; `birthday` lets the browser fill a birth date."""

    template_name = "ui/forms/dates.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None, *, birthday: bool = False) -> None:
        super().__init__(attrs)
        self.birthday = birthday

    def id_for_label(self, id_: str) -> str:
        """Return the id of the first box."""
        return f"{id_}_day" if id_ else ""

    def value_from_datadict(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> DateParts | date | str | None:
        """Return the three typed texts, or a whole date given under the plain name."""
        if name in data:
            value: DateParts | date | str | None = data[name]
            return value
        return DateParts(*(str(data.get(f"{name}_{part}") or "").strip() for part in PARTS))

    def value_omitted_from_data(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> bool:
        """Tell whether the form was sent without this date."""
        return name not in data and not any(f"{name}_{part}" in data for part in PARTS)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the three boxes to what the template sees."""
        context = super().get_context(name, value, attrs)
        shown = context["widget"]["attrs"]
        typed, wrong = parts_of(value), shown.pop("data-wrong", "").split()
        context["boxes"] = [
            {
                "part": part,
                "label": label,
                "id": f"{shown.get('id', f'id_{name}')}_{part}",
                "name": f"{name}_{part}",
                "value": getattr(typed, part),
                "wrong": part in wrong,
                "autocomplete": f"bday-{part}" if self.birthday else "",
            }
            for part, label in PARTS.items()
        ]
        return context


def parts_of(value: object) -> DateParts:
    """Return the texts for the boxes of a date, of an ISO text, or of what was typed."""
    if isinstance(value, str):
        try:
            return parts_of(date.fromisoformat(value))
        except ValueError:
            return DateParts(day=value)
    if isinstance(value, DateParts):
        return value
    if isinstance(value, date):
        return DateParts(str(value.day), str(value.month), str(value.year))
    return DateParts()


class DateField(forms.Field):
    """A day of the calendar between `earliest` and `latest`, each a date or a function giving one."""

    widget = DateBoxes

    def __init__(
        self,
        *,
        earliest: date | Callable[[], date] = date(FIRST_YEAR, 1, 1),
        latest: date | Callable[[], date] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.earliest, self.latest = earliest, latest

    def to_python(self, value: Any) -> date | None:
        """Return the date, None for three empty boxes."""
        if isinstance(value, date):
            return value
        typed = parts_of(value)
        if not any(typed):
            return None
        demand_all(typed)
        return whole_date(typed)

    def validate(self, value: Any) -> None:
        """Refuse a missing date and one outside the limits."""
        super().validate(value)
        if value is None:
            return
        earliest, latest = day_of(self.earliest), day_of(self.latest)
        if earliest and value < earliest:
            raise wrong("day month year", f"Nhập ngày từ {earliest:%d/%m/%Y} trở đi.")
        if latest and value > latest:
            raise wrong("day month year", f"Nhập ngày không muộn hơn {latest:%d/%m/%Y}.")

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare box by box."""
        return parts_of(initial) != parts_of(data)


def day_of(limit: date | Callable[[], date] | None) -> date | None:
    return limit() if callable(limit) else limit


def wrong(parts: str, sentence: str) -> ValidationError:
    """Return an error whose code lists the boxes to mark red."""
    return ValidationError(sentence, code=f"date {parts}")


def demand_all(typed: DateParts) -> None:
    missing = [part for part in PARTS if not getattr(typed, part)]
    if missing:
        words = " và ".join(PARTS[part].lower() for part in missing)
        raise wrong(" ".join(missing), f"Nhập thêm {words}.")


def whole_date(typed: DateParts) -> date:
    day, month = number(typed, "day", 31), number(typed, "month", 12)
    if not (typed.year.isascii() and typed.year.isdigit() and len(typed.year) == YEAR_DIGITS):
        raise wrong("year", "Năm có 4 chữ số, ví dụ 1990. Nhập lại năm.")
    year = int(typed.year)
    if year < FIRST_YEAR:
        raise wrong("year", f"Năm phải từ {FIRST_YEAR} trở đi. Nhập lại năm.")
    last = monthrange(year, month)[1]
    if day > last:
        of = f"Tháng {month} năm {year}" if month == FEBRUARY else f"Tháng {month}"
        raise wrong("day", f"{of} chỉ có {last} ngày. Nhập lại ngày.")
    return date(year, month, day)


def number(typed: DateParts, part: str, most: int) -> int:
    text = getattr(typed, part)
    if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= most:
        return int(text)
    word = PARTS[part]
    raise wrong(part, f"{word} là số từ 1 đến {most}. Nhập lại {word.lower()}.")
