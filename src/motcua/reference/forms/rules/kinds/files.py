"""Files sent inside a form; the bytes are judged and stored elsewhere, here stands which files they are."""

from datetime import date
from uuid import UUID

from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.reference.forms.rules.schema import MOST_FILES, PART_LENGTH, Field
from motcua.reference.forms.words import Why

KEYS = {"id", "name"}


def sent(field: Field, given: object, _today: date) -> list[dict[str, str]] | Refusal:
    """Take the ids and names of stored files, each once."""
    if not isinstance(given, list) or not all(_is_file(one) for one in given):
        return Refusal(Why.UNREADABLE)
    files = {one["id"]: {"id": one["id"], "name": clean(one["name"])} for one in given}
    most = min(field.most_files, MOST_FILES)
    if len(files) > most:
        return Refusal(Why.FILES_MANY, {"most": str(most), "count": str(len(files))})
    return list(files.values())


def _is_file(one: object) -> bool:
    if (
        not isinstance(one, dict)
        or one.keys() != KEYS
        or not all(isinstance(each, str) for each in one.values())
    ):
        return False
    try:
        return str(UUID(one["id"])) == one["id"] and len(one["name"]) <= PART_LENGTH
    except ValueError:
        return False
