"""What the page of a procedure is made of."""

from dataclasses import dataclass

from motcua.reference.catalogue.queries import ProcedurePage

FEW_PAPERS = 8  # more papers of a case stand behind a line


@dataclass(frozen=True)
class Way:
    """One way of filing, for one case: its time, the law's time where the province cut it."""

    name: str
    case: str
    time: str
    statutory: str
    cut: str
    note: str


@dataclass(frozen=True)
class Ways:
    """The ways of filing; `note` holds for all of them, else each row has its own."""

    rows: tuple[Way, ...]
    note: str

    @property
    def noted(self) -> bool:
        """Tell whether a row has a note of its own."""
        return any(row.note for row in self.rows)


@dataclass(frozen=True)
class FeeLine:
    """One line of what it costs, and for which case or way it is."""

    name: str
    scope: str
    amount: str
    note: str


@dataclass(frozen=True)
class Bring:
    """A paper to bring: what it is called, and the rest of what the source says of it."""

    name: str
    quantity: str
    more: str


@dataclass(frozen=True)
class Stack:
    """The papers of one case; `case` is empty for those that everybody brings."""

    case: str
    papers: tuple[Bring, ...]

    @property
    def many(self) -> bool:
        """Tell whether they stand behind a line."""
        return len(self.papers) > FEW_PAPERS


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


@dataclass(frozen=True)
class Place:
    """An agency that decides, and the counter that takes in its dossiers."""

    agency: str
    counter: str


@dataclass(frozen=True)
class Edition:
    """One version of the procedure, as a line of its history."""

    number: int
    words: str
    shown: bool


@dataclass(frozen=True)
class End:
    """That a procedure is abolished: since when, by which decision, what takes its place."""

    on: str
    decision: str
    successor_code: str
    successor: str


@dataclass(frozen=True)
class Told:
    """Everything on the page of a procedure."""

    page: ProcedurePage
    in_force: bool
    upcoming: bool
    end: End | None
    online: bool
    fileable: bool
    ways: Ways
    fees: tuple[FeeLine, ...]
    stacks: tuple[Stack, ...]
    known: tuple[Known, ...]
    steps: tuple[Step, ...]
    order: tuple[str, ...]
    acts: tuple[Act, ...]
    further_acts: tuple[Act, ...]
    who: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]
    more_places: int
    related: tuple[tuple[str, str], ...]
    alike: tuple[tuple[str, str, str], ...]
    editions: tuple[Edition, ...]
    changes: tuple[str, ...]
    asks: bool
