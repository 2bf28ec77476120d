"""One row of the national record with its types checked. What it says is judged elsewhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from motcua.base.text import clean, clean_lines
from motcua.reference.catalogue.importing.words import Flaw

T = TypeVar("T")

# Every part of a record that this house knows, in the order in which tables show them.
LINE_PARTS = (
    *("code", "name", "field", "ministry", "publisher", "agency", "competent_authority"),
    *("delegated_agency", "coordinating_agency", "procedure_type", "decision_no", "keywords", "replaced_by"),
    *("portal_url", "detail", "as_of", "source"),
)
TEXT_PARTS = ("receiving_address", "conditions", "implementing_order", "related")
LIST_PARTS = ("levels", "subjects", "legal_basis", "quality_flags")
TABLE_PARTS = ("methods", "components", "results")
# Above every amount and limit of any procedure; a greater figure is a slip, and would not fit the storage.
MOST = 10**12
PARTS = frozenset((*LINE_PARTS, *TEXT_PARTS, *LIST_PARTS, *TABLE_PARTS))


class WrongType(ValueError):
    """Raised while a record is read, at the place that is not of its type."""

    def __init__(self, place: str, wanted: str) -> None:
        super().__init__(place, wanted)
        self.place, self.wanted = place, wanted


@dataclass(frozen=True)
class FeeRow:
    """One fee of one way of filing, as the source writes it."""

    amount: int | None
    currency: str
    note: str


@dataclass(frozen=True)
class MethodRow:
    """One way of filing; `free` is None where it depends or is not said."""

    channel: str
    value: float | None
    unit: str
    fees: tuple[FeeRow, ...]
    free: bool | None
    note: str


@dataclass(frozen=True)
class ComponentRow:
    """One paper; `group` is the case that it belongs to."""

    group: str
    name: str
    original: int | None
    copy: int | None
    form_attached: bool
    qty_guessed: bool


@dataclass(frozen=True)
class ResultRow:
    """One result with its national code, if any."""

    code: str
    name: str


@dataclass(frozen=True)
class Record:
    """A row whose every part has its type; texts are clean, absent ones empty."""

    texts: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]
    methods: tuple[MethodRow, ...]
    components: tuple[ComponentRow, ...]
    results: tuple[ResultRow, ...]
    unknown: tuple[str, ...] = ()
    raw: Mapping[str, Any] = field(default_factory=dict, compare=False)

    @property
    def code(self) -> str:
        """Give the code."""
        return self.texts["code"]

    @property
    def name(self) -> str:
        """Give the official name."""
        return self.texts["name"]


def read_record(value: object) -> Record | tuple[Flaw, Mapping[str, str]]:
    """Give the record of a row, or the flaw that keeps it out."""
    if not isinstance(value, Mapping):
        return Flaw.NOT_AN_OBJECT, {}
    try:
        record = _record({str(key): part for key, part in value.items()})
    except WrongType as wrong:
        return Flaw.WRONG_TYPE, {"place": wrong.place, "wanted": wrong.wanted}
    if not record.code:
        return Flaw.CODE_MISSING, {}
    return record if record.name else (Flaw.NAME_MISSING, {})


def _record(raw: Mapping[str, Any]) -> Record:
    texts = {name: clean(_text(raw.get(name), name)) for name in LINE_PARTS}
    texts |= {name: clean_lines(_text(raw.get(name), name)) for name in TEXT_PARTS}
    return Record(
        texts=texts,
        lists={name: _texts(raw.get(name), name) for name in LIST_PARTS},
        methods=_rows(raw.get("methods"), "methods", _method),
        components=_rows(raw.get("components"), "components", _component),
        results=_rows(raw.get("results"), "results", _result),
        unknown=tuple(sorted(raw.keys() - PARTS)),
        raw=raw,
    )


def _method(row: Mapping[str, Any], at: str) -> MethodRow:
    return MethodRow(
        channel=clean(_text(row.get("channel"), f"{at}.channel")),
        value=_number(row.get("duration_value"), f"{at}.duration_value"),
        unit=clean(_text(row.get("duration_unit"), f"{at}.duration_unit")),
        fees=_rows(row.get("fees"), f"{at}.fees", _fee),
        free=_yes_or_no(row.get("free"), f"{at}.free"),
        note=clean_lines(_text(row.get("note"), f"{at}.note")),
    )


def _fee(row: Mapping[str, Any], at: str) -> FeeRow:
    return FeeRow(
        amount=_whole(row.get("amount"), f"{at}.amount"),
        currency=clean(_text(row.get("currency"), f"{at}.currency")).upper() or "VND",
        note=clean_lines(_text(row.get("note"), f"{at}.note")),
    )


def _component(row: Mapping[str, Any], at: str) -> ComponentRow:
    return ComponentRow(
        group=clean(_text(row.get("group"), f"{at}.group")),
        name=clean_lines(_text(row.get("name"), f"{at}.name")),
        original=_whole(row.get("original"), f"{at}.original"),
        copy=_whole(row.get("copy"), f"{at}.copy"),
        form_attached=bool(_yes_or_no(row.get("form_attached"), f"{at}.form_attached")),
        qty_guessed=bool(_yes_or_no(row.get("qty_guessed"), f"{at}.qty_guessed")),
    )


def _result(row: Mapping[str, Any], at: str) -> ResultRow:
    return ResultRow(
        code=clean(_text(row.get("code"), f"{at}.code")), name=clean(_text(row.get("name"), f"{at}.name"))
    )


def _text(value: object, at: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise WrongType(at, "chữ")
    return value


def _texts(value: object, at: str) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise WrongType(at, "danh sách")
    texts = (clean(_text(one, f"{at}[{number}]")) for number, one in enumerate(value, start=1))
    return tuple(text for text in texts if text)


def _rows(value: object, at: str, read: Callable[[Mapping[str, Any], str], T]) -> tuple[T, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise WrongType(at, "danh sách")
    return tuple(_row(one, f"{at}[{number}]", read) for number, one in enumerate(value, start=1))


def _row(value: object, at: str, read: Callable[[Mapping[str, Any], str], T]) -> T:
    if not isinstance(value, Mapping):
        raise WrongType(at, "đối tượng")
    return read(value, at)


def _number(value: object, at: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > MOST:
        raise WrongType(at, "số")
    return value


def _whole(value: object, at: str) -> int | None:
    number = _number(value, at)
    if number is None:
        return None
    if number != int(number):
        raise WrongType(at, "số nguyên")
    return int(number)


def _yes_or_no(value: object, at: str) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise WrongType(at, "đúng hoặc sai")
    return value
