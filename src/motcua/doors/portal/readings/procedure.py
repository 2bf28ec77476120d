"""The page of a procedure as people read it: what repeats is said once."""

from collections.abc import Sequence
from dataclasses import dataclass

from motcua.reference.catalogue.queries import ProcedurePage

ACTS_SHOWN = 6
# A law is called by its name and then its number; every other act by its kind and number alone.
NAMED_ACTS = ("luật", "bộ luật", "pháp lệnh")


@dataclass(frozen=True)
class Ways:
    """The ways of filing; `note` holds for all of them, else each row has its own."""

    rows: tuple[tuple[str, str, str, str], ...]
    note: str
    noted: bool


@dataclass(frozen=True)
class Act:
    """An act: the kind or name, and the number that must not break."""

    name: str
    number: str


@dataclass(frozen=True)
class Known:
    """Papers that nobody has to bring, because one database has them."""

    names: str
    source: str
    hint: str


@dataclass(frozen=True)
class Step:
    """A step of the way: its first sentence leads."""

    lead: str
    rest: str


def ways_of(page: ProcedurePage) -> Ways:
    """Give the ways of filing, with a note that all share taken out of the rows."""
    notes = {one.note for one in page.channels}
    shared = notes.pop() if len(notes) == 1 else ""
    rows = tuple(
        (one.name, one.case, one.time, "" if one.note == shared else one.note) for one in page.channels
    )
    return Ways(rows, shared, any(note for *_, note in rows))


def acts_of(page: ProcedurePage) -> tuple[Sequence[Act], Sequence[Act]]:
    """Give the acts that are shown at once, and those that stand behind a line."""
    acts = [_act(one.name, one.number) for one in page.legal_basis]
    # Hiding a single act would save nobody anything.
    shown = len(acts) if len(acts) <= ACTS_SHOWN + 1 else ACTS_SHOWN
    return acts[:shown], acts[shown:]


def known_of(page: ProcedurePage) -> list[Known]:
    """Give the papers not to bring, those of one database on one line."""
    groups: dict[tuple[str, str], list[str]] = {}
    for paper in page.not_bring:
        groups.setdefault((paper.source, paper.hint), []).append(paper.name)
    return [Known(_listed(names), source, hint) for (source, hint), names in groups.items()]


def steps_of(page: ProcedurePage) -> list[Step]:
    """Give the steps, each split after its first sentence."""
    return [_step(one) for one in page.steps]


def _act(name: str, number: str) -> Act:
    return Act(f"{name} số" if name.lower().startswith(NAMED_ACTS) else name, number)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(name[:1].lower() + name[1:] for name in names)


def _step(words: str) -> Step:
    lead, dot, rest = words.rstrip(".").partition(". ")
    return Step(f"{lead}.", f"{rest}." if dot else "")
