"""How what a journal row keeps is put into a sentence."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from motcua.base.clock import local
from motcua.base.clock.sentences import short_date


def filled(template: str, facts: Mapping[str, Any]) -> str:
    """Fill a template with facts; a day and a moment are told as a day, what is missing as missing."""
    return template.format_map(_Facts({key: _plain(value) for key, value in facts.items()}))


def _plain(value: Any) -> str:
    if isinstance(value, str) and value[4:5] == "-" and value[7:8] == "-" and value[:4].isdigit():
        moment = "T" in value
        return short_date(
            local(datetime.fromisoformat(value)).date() if moment else date.fromisoformat(value)
        )
    return str(value)


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "(không có)"
