"""What differs between two versions of a procedure, part by part.

Number, decision, day and origin of a version are its own and are never a difference of what it says.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from motcua.reference.catalogue.words import (
    Act,
    Case,
    Charge,
    Draft,
    Outcome,
    Paper,
    Part,
    Shift,
    Step,
    Terms,
)

Item = TypeVar("Item", Case, Terms, Charge, Paper, Outcome, Act, Step)
Keys = tuple[Callable[[Item], Hashable], ...]

FACTS = (
    *("name", "title", "summary", "subjects", "deciding_agency", "competent_agency", "authorised_agency"),
    *("direct_handler", "coordinating_agencies", "receiving_address", "requirements", "implementing_order"),
    *("copies", "supplement_clock", "supplement_clock_basis", "other_words", "keywords", "related"),
    "portal_url",
)
ONLINE = ("online_level", "partial_reason")
CONTENT: dict[Part, tuple[str, ...]] = {
    Part.FACTS: FACTS,
    Part.ONLINE: ONLINE,
    Part.CASES: ("cases",),
    Part.CHANNELS: ("channels",),
    Part.PAPERS: ("papers",),
    Part.FEES: ("fees",),
    Part.RESULTS: ("results",),
    Part.LEGAL_BASIS: ("legal_basis",),
    Part.ROUTE: ("route",),
}


@dataclass(frozen=True)
class Difference:
    """One difference: `fact` names a fact; otherwise `before` and `after` hold the thing itself."""

    part: Part
    shift: Shift
    fact: str = ""
    before: object = None
    after: object = None


def differences(before: Draft, after: Draft, *, forms: tuple[str, str] = ("", "")) -> tuple[Difference, ...]:
    """Give every difference between two versions; `forms` names the e-form of each."""
    found = [
        *_of_facts(before, after, Part.FACTS),
        *_of_list(Part.CASES, before.cases, after.cases, (lambda one: one.code, lambda one: one.name)),
        *_of_list(
            Part.CHANNELS,
            before.channels,
            after.channels,
            (lambda one: (one.case, one.channel, one.line),),
        ),
        *_of_list(Part.FEES, before.fees, after.fees, (_fee_key, lambda one: (one.kind, one.name))),
        *_of_list(
            Part.PAPERS, before.papers, after.papers, (lambda one: (one.case, one.name), lambda one: one.code)
        ),
        *_of_list(Part.RESULTS, before.results, after.results, (lambda one: one.name, lambda one: one.code)),
        *_of_facts(before, after, Part.ONLINE),
        *_of_list(Part.ROUTE, before.route, after.route, (lambda one: one.name,)),
        *_of_list(Part.LEGAL_BASIS, before.legal_basis, after.legal_basis, (lambda one: one.number,)),
    ]
    if forms[0] != forms[1]:
        found.append(Difference(Part.FORM, Shift.CHANGED, before=forms[0], after=forms[1]))
    return tuple(found)


def _fee_key(fee: Charge) -> Hashable:
    return (fee.kind, fee.name, fee.channel, fee.case, fee.per)


def _of_facts(before: Draft, after: Draft, part: Part) -> Iterator[Difference]:
    for fact in CONTENT[part]:
        old, new = getattr(before, fact), getattr(after, fact)
        if old != new:
            yield Difference(part, Shift.CHANGED, fact, old, new)


def _of_list(
    part: Part, before: Sequence[Item], after: Sequence[Item], keys: Keys[Item]
) -> Iterator[Difference]:
    pairs, gone, come = _paired(before, after, keys)
    changed = [(old, new) for old, new in pairs if old != new]
    yield from (Difference(part, Shift.CHANGED, before=old, after=new) for old, new in changed)
    yield from (Difference(part, Shift.REMOVED, before=old) for old in gone)
    yield from (Difference(part, Shift.ADDED, after=new) for new in come)
    if not (changed or gone or come) and list(before) != list(after):
        yield Difference(part, Shift.REORDERED, before=tuple(before), after=tuple(after))


def _paired(
    before: Sequence[Item], after: Sequence[Item], keys: Keys[Item]
) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    """Pair what is the same thing: first what is wholly equal, then by each key in turn."""
    gone, come = list(before), list(after)
    pairs: list[tuple[Item, Item]] = []
    for key in (lambda one: one, *keys):
        waiting: dict[Hashable, list[Item]] = {}
        for new in come:
            waiting.setdefault(key(new), []).append(new)
        left = []
        for old in gone:
            same = waiting.get(key(old))
            if same:
                pairs.append((old, same.pop(0)))
            else:
                left.append(old)
        gone = left
        come = [new for those in waiting.values() for new in those]
    return pairs, gone, come
