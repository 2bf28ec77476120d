"""One row of a file: its cells read field by field, each problem kept with row and column."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from motcua.base.text import NumberWhy, clean, number_sentence, read_decimal
from motcua.reform.scoring.reading.columns import Word, word_of
from motcua.reform.scoring.rules.kinds.settings import decimal_of
from motcua.reform.scoring.rules.problems import Problem
from motcua.reform.scoring.rules.sentences import says
from motcua.reform.scoring.words import Fault

LONGEST = 2_000
SHOWN = 40
MOST_PLACES = 4
ERRORS = ("#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NUM!", "#NULL!")
MOST_POINTS = Decimal(1_000_000)


@dataclass
class Cells:
    """The cells of one row by field; `headings` is what the file calls each field."""

    row: int
    values: Mapping[str, Any]
    headings: Mapping[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def tell(self, fault: Fault, name: str, **facts: str) -> None:
        """Keep a problem of a field."""
        self._say(fault, name, says(fault, facts))

    def _say(self, fault: Fault, name: str, sentence: str) -> None:
        self.problems.append(Problem(fault, self.row, self.headings.get(name, name), sentence))

    def text(self, name: str, *, needed: bool = False, most: int = LONGEST) -> str:
        """Give a text, tidied; a figure that a spreadsheet made of a code becomes that code again."""
        value = self.values.get(name)
        if value is None or value == "":
            if needed:
                self.tell(Fault.MISSING_VALUE, name)
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
            self.tell(Fault.WRONG_TYPE, name, known="chữ")
            return ""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        found = clean(str(value))
        if _is_formula(found):
            self.tell(Fault.FORMULA, name, said=found[:SHOWN])
        if len(found) > most:
            self.tell(Fault.TOO_LONG, name, most=str(most))
        return found[:most]

    def number(self, name: str, *, needed: bool = False) -> Decimal | None:
        """Give a number as people or machines write it."""
        value = self.values.get(name)
        if value is None or (isinstance(value, str) and not value.strip()):
            if needed:
                self.tell(Fault.MISSING_VALUE, name)
            return None
        if isinstance(value, str) and _is_formula(clean(value)):
            self.tell(Fault.FORMULA, name, said=clean(value)[:SHOWN])
            return None
        if isinstance(value, str):
            read = read_decimal(value)
            if isinstance(read, NumberWhy):
                self._say(Fault.NOT_A_NUMBER, name, number_sentence(read, value))
                return None
            value = read
        number = decimal_of(value)
        if number is None or abs(number) > MOST_POINTS:
            self.tell(Fault.NOT_A_NUMBER, name, said=clean(str(value))[:SHOWN])
            return None
        if number != round(number, MOST_PLACES):
            self.tell(Fault.TOO_FINE, name, most=str(MOST_PLACES))
        return number

    def whole(self, name: str, low: int, high: int, *, needed: bool = False) -> int | None:
        """Give a whole number between two bounds."""
        number = self.number(name, needed=needed)
        if number is None:
            return None
        if number != number.to_integral_value() or not low <= number <= high:
            self.tell(Fault.SETTING_OUT_OF_RANGE, name, said=str(number), bounds=f"từ {low} đến {high}")
            return None
        return int(number)

    def word(self, name: str, words: Mapping[Word, tuple[str, ...]], default: Word | None) -> Word | None:
        """Give one of the known words, in ours or in Vietnamese."""
        said = self.text(name)
        if not said:
            return default
        found = word_of(said, words)
        if found is None:
            known = ", ".join(f"{word.value} ({names[0]})" for word, names in words.items())
            self.tell(Fault.UNKNOWN_WORD, name, said=said[:SHOWN], known=known)
        return found or default

    def flag(self, name: str) -> bool:
        """Give a yes or no."""
        value = self.values.get(name)
        if isinstance(value, bool) or value is None or value == "":
            return bool(value)
        said = clean(str(value)).casefold()
        if said not in {"có", "không", "true", "false", "1", "0"}:
            self.tell(Fault.UNKNOWN_WORD, name, said=said[:SHOWN], known="Có, Không")
        return said in {"có", "true", "1"}

    def settings(self, name: str) -> object | None:
        """Give the settings of a rule: as they are, or from the JSON text of a cell."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            given: object = value
            return given
        if _is_formula(clean(value)):
            self.tell(Fault.FORMULA, name, said=clean(value)[:SHOWN])
            return None
        try:
            read: object = json.loads(value, parse_float=Decimal, parse_constant=_no_number)
        except (ValueError, RecursionError):
            self.tell(Fault.WRONG_TYPE, name, known='quy tắc dạng JSON, ví dụ {"type": "manual"}')
            return None
        return read


def _is_formula(text: str) -> bool:
    return text.startswith("=") or text in ERRORS


def _no_number(word: str) -> Decimal:
    raise ValueError(word)
