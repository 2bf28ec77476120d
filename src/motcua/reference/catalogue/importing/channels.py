"""Ways of filing and their time limits, as the source writes them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from motcua.reference.catalogue.importing.flaws import Flaws
from motcua.reference.catalogue.importing.record import MethodRow
from motcua.reference.catalogue.importing.words import Flaw
from motcua.reference.catalogue.words import Channel, DurationUnit, Terms

CHANNELS = {"truc_tiep": Channel.DIRECT, "truc_tuyen": Channel.ONLINE, "buu_chinh": Channel.POST}
NAMES = {Channel.DIRECT: "trực tiếp", Channel.ONLINE: "trực tuyến", Channel.POST: "bưu chính"}
UNITS = {
    "gio": DurationUnit.HOUR,
    "ngay_lam_viec": DurationUnit.WORKING_DAY,
    "ngay": DurationUnit.DAY,
    "thang": DurationUnit.MONTH,
}
UNIT_NAMES = {"gio": "giờ", "ngay_lam_viec": "ngày làm việc", "ngay": "ngày", "thang": "tháng"}
NO_UNIT = "Nguồn không ghi đơn vị của thời hạn {value}."
SAID = "Nguồn ghi {value}."
LONGEST = 10_000  # beyond every limit of law in any unit
LIMIT_GUESSED = "local list, unit not stated"


def draft_channels(rows: Iterable[MethodRow], flaws: Flaws) -> tuple[Terms, ...]:
    """Give the limits by way of filing; each of several inside one way is a line of its own."""
    found: list[Terms] = []
    methods = tuple(rows)
    if not methods:
        flaws.add(Flaw.NO_CHANNEL)
    for place, row in _numbered(methods):
        if row.channel not in CHANNELS:
            flaws.add(Flaw.CHANNEL_UNKNOWN, place, **({"said": row.channel} if row.channel else {}))
            continue
        value, unit, told = _limit(row, place, flaws)
        note = "\n".join(text for text in (row.note, told) if text)
        terms = Terms(CHANNELS[row.channel], value, unit, note=note)
        if terms in found:
            flaws.add(Flaw.CHANNEL_REPEATED, place)
        else:
            found.append(terms)
    _tell_several(methods, flaws)
    return tuple(_with_lines(found))


def _limit(row: MethodRow, place: str, flaws: Flaws) -> tuple[int | None, DurationUnit | None, str]:
    """Give value and unit where both are sure; else none of them, and what the source says in words."""
    if row.note == LIMIT_GUESSED:
        flaws.add(Flaw.DURATION_UNSURE, place)
    if row.value is None:
        flaws.add(Flaw.DURATION_MISSING, place)
        return None, None, ""
    said = f"{row.value:g}".replace(".", ",")
    if row.value < 0:
        flaws.add(Flaw.DURATION_NEGATIVE, place, said=said)
        return None, None, ""
    if not row.unit:
        flaws.add(Flaw.UNIT_MISSING, place, said=said)
        return None, None, NO_UNIT.format(value=said)
    if row.unit not in UNITS:
        flaws.add(Flaw.UNIT_UNKNOWN, place, said=row.unit)
        return None, None, SAID.format(value=f"{said} {row.unit}")
    return _whole_limit(row, f"{said} {UNIT_NAMES[row.unit]}", place, flaws)


def _whole_limit(
    row: MethodRow, said: str, place: str, flaws: Flaws
) -> tuple[int | None, DurationUnit | None, str]:
    assert row.value is not None
    if row.value == 0:
        flaws.add(Flaw.DURATION_ZERO, place)
        return None, None, SAID.format(value=said)
    if row.value > LONGEST:
        flaws.add(Flaw.DURATION_UNSURE, place)
        return None, None, SAID.format(value=said)
    if row.value != int(row.value):
        flaws.add(Flaw.DURATION_FRACTION, place, said=said)
        return None, None, SAID.format(value=said)
    return int(row.value), UNITS[row.unit], ""


def _tell_several(rows: Iterable[MethodRow], flaws: Flaws) -> None:
    limits: dict[str, set[tuple[float | None, str]]] = {}
    for row in rows:
        limits.setdefault(row.channel, set()).add((row.value, row.unit))
    for channel, several in limits.items():
        if channel in CHANNELS and len(several) > 1:
            flaws.add(Flaw.SEVERAL_TIMES, NAMES[CHANNELS[channel]])


def _with_lines(found: Iterable[Terms]) -> Iterator[Terms]:
    lines: dict[Channel, int] = {}
    for terms in found:
        lines[terms.channel] = line = lines.get(terms.channel, 0) + 1
        yield replace(terms, line=line)


def _numbered(rows: Iterable[MethodRow]) -> Iterator[tuple[str, MethodRow]]:
    for number, row in enumerate(rows, start=1):
        yield f"cách {number}", row
