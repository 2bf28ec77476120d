"""Fees as the source writes them: never free where it depends, never a sum that looks like a slip."""

import re
from collections.abc import Iterable
from dataclasses import replace

from motcua.base.text import fold
from motcua.reference.catalogue.importing.channels import CHANNELS
from motcua.reference.catalogue.importing.flaws import Flaws
from motcua.reference.catalogue.importing.record import FeeRow, MethodRow
from motcua.reference.catalogue.importing.words import Flaw
from motcua.reference.catalogue.words import Channel, Charge, FeeKind

# No phí or lệ phí of the real record is below this; smaller figures lost their thousands.
LEAST_DONG = 1000
DONG = "VND"
NAMES = {FeeKind.CHARGE: "Lệ phí", FeeKind.SERVICE_FEE: "Phí", FeeKind.UNSAID: "Phí, lệ phí"}
SUSPECT = "Nguồn ghi {amount} đồng, có thể thiếu phần nghìn."
FOREIGN = "Nguồn ghi {amount} {currency}."
_COUNCIL = re.compile(r"\b(hdnd|hoi dong nhan dan)\b")
_PRICED = re.compile(r"\b(phi|le phi|muc thu)\b")


def draft_fees(rows: Iterable[MethodRow], flaws: Flaws) -> tuple[Charge, ...]:
    """Give the fee lines; where every way of filing costs the same they stand once, for all of them."""
    by_channel: dict[Channel | None, list[Charge]] = {}
    methods = tuple(rows)
    for number, row in enumerate(methods, start=1):
        charges = by_channel.setdefault(CHANNELS.get(row.channel), [])
        charges += [one for one in _charges(row, f"cách {number}", flaws) if one not in charges]
    if methods and not any(by_channel.values()):
        flaws.add(Flaw.FEE_MISSING)
    lists = list(by_channel.values())
    if all(charges == lists[0] for charges in lists):
        return tuple(lists[0]) if lists else ()
    return tuple(
        replace(charge, channel=channel) for channel, charges in by_channel.items() for charge in charges
    )


def _charges(row: MethodRow, place: str, flaws: Flaws) -> Iterable[Charge]:
    if row.free and not row.fees:
        words = fold(row.note)
        if _COUNCIL.search(words) and _PRICED.search(words):
            flaws.add(Flaw.FEE_DEPENDS, place)
            return (Charge(FeeKind.UNSAID, NAMES[FeeKind.UNSAID], None, note=row.note, free=None),)
        return (Charge(FeeKind.UNSAID, NAMES[FeeKind.UNSAID], 0, free=True),)
    if row.free and any(fee.amount for fee in row.fees):
        flaws.add(Flaw.FEE_CONTRADICTS, place)
    return tuple(_charge(fee, place, flaws) for fee in row.fees)


def _charge(fee: FeeRow, place: str, flaws: Flaws) -> Charge:
    kind = _kind(fee.note)
    if kind is FeeKind.UNSAID and fee.amount:
        flaws.add(Flaw.FEE_UNSPLIT, place)
    amount, free, told = _sum(fee, place, flaws)
    note = "\n".join(text for text in (fee.note, told) if text)
    return Charge(kind, NAMES[kind], amount, note=note, free=free)


def _sum(fee: FeeRow, place: str, flaws: Flaws) -> tuple[int | None, bool | None, str]:
    """Give the amount where it is sure, whether it is free (None: it depends), and what to add in words."""
    amount = fee.amount
    if amount is None or amount == 0:
        flaws.add(Flaw.FEE_DEPENDS, place)
        return None, None, ""
    if amount < 0:
        flaws.add(Flaw.FEE_NEGATIVE, place, said=str(amount))
        return None, None, ""
    if fee.currency != DONG:
        flaws.add(Flaw.FEE_FOREIGN, place, said=f"{amount} {fee.currency}")
        return None, False, FOREIGN.format(amount=amount, currency=fee.currency)
    if amount < LEAST_DONG:
        flaws.add(Flaw.FEE_SUSPECT, place, said=str(amount))
        return None, False, SUSPECT.format(amount=amount)
    return amount, False, ""


def _kind(note: str) -> FeeKind:
    """Phí and lệ phí are told apart only where the note names one of them alone."""
    words = fold(note)
    charges = len(re.findall(r"\ble phi\b", words))
    fees = len(re.findall(r"\bphi\b", words)) - charges
    if charges and not fees:
        return FeeKind.CHARGE
    return FeeKind.SERVICE_FEE if fees and not charges else FeeKind.UNSAID
