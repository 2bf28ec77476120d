"""An address: a province, a commune of that province, and what stands before them."""

from datetime import date

from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.reference.forms.rules.kinds.texts import too_long
from motcua.reference.forms.rules.schema import PART_LENGTH, Field
from motcua.reference.forms.words import Part, Why
from motcua.reference.org.places import Commune, find_commune, find_province

PART_NAMES = frozenset(part.value for part in Part)


def address(_field: Field, given: object, _today: date) -> dict[str, str] | Refusal | None:
    """Take an address under the names of today; a name of before is refused with what it is now."""
    if not isinstance(given, dict) or not all(
        key in PART_NAMES and isinstance(each, str | None) for key, each in given.items()
    ):
        return Refusal(Why.UNREADABLE)
    parts = {part.value: clean(given.get(part) or "") for part in Part}
    if not parts[Part.COMMUNE] and not parts[Part.DETAIL]:
        return None  # the province alone stands in the form before anybody answers
    if not parts[Part.PROVINCE]:
        return Refusal(Why.NO_PROVINCE)
    if not parts[Part.COMMUNE]:
        return Refusal(Why.NO_COMMUNE)
    for each in parts.values():
        if refused := too_long(each, PART_LENGTH):
            return refused
    return _real(parts)


def _real(parts: dict[str, str]) -> dict[str, str] | Refusal:
    province = find_province(parts[Part.PROVINCE])
    if province is None:
        return Refusal(Why.PROVINCE, {"typed": parts[Part.PROVINCE]})
    typed = parts[Part.COMMUNE]
    found = find_commune(province, typed)
    if found.commune:
        return {**parts, Part.PROVINCE.value: province.name, Part.COMMUNE.value: found.commune.name}
    facts = {"typed": typed, "province": province.name}
    if found.several:
        return Refusal(Why.COMMUNE_SEVERAL, {**facts, "names": _names(found.several)})
    if found.heirs:
        return Refusal(Why.COMMUNE_OLD, {**facts, "names": _names(found.heirs)})
    if found.near:
        return Refusal(Why.COMMUNE_NEAR, {**facts, "names": _names(found.near)})
    return Refusal(Why.COMMUNE, facts)


def _names(communes: tuple[Commune, ...]) -> str:
    return ", ".join(one.name for one in communes)
