"""The wordbook: what people say and what the law calls it. Data that a controller edits, never code."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from motcua.reference.catalogue.words import Wording

PARTS = ";"


@dataclass(frozen=True)
class Row:
    """One line of the wordbook.

    `said` is what people type, `meant` what the catalogue calls it (several parted by semicolons), `codes`
    the procedures that it names; `weight` counts 1 unless somebody knows better.
    """

    kind: Wording
    said: str
    meant: str = ""
    codes: tuple[str, ...] = ()
    weight: float = 1.0

    @property
    def place(self) -> tuple[Wording, str]:
        """Give what a line of the same place replaces."""
        return self.kind, " ".join(self.said.casefold().split())


@dataclass(frozen=True)
class Wordbook:
    """All lines in force, by what they do."""

    sayings: Mapping[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    intents: Mapping[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    fillers: Mapping[str, float] = field(default_factory=dict)
    asides: Mapping[str, float] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fields: Mapping[str, float] = field(default_factory=dict)
    demand: Mapping[str, float] = field(default_factory=dict)


def bound(rows: Iterable[Row]) -> Wordbook:
    """Bind lines into a wordbook; a saying of several lines has all their meanings."""
    told: dict[Wording, dict[str, list[tuple[str, float]]]] = {Wording.SAYING: {}, Wording.INTENT: {}}
    names: dict[str, list[str]] = {}
    plain: dict[Wording, dict[str, float]] = {
        kind: {} for kind in (Wording.FILLER, Wording.ASIDE, Wording.FIELD)
    }
    abbreviations: dict[str, str] = {}
    demand: dict[str, float] = {}
    for row in rows:
        if row.kind in told:
            told[row.kind].setdefault(row.said, []).extend((meant, row.weight) for meant in parts(row.meant))
        elif row.kind is Wording.ABBREVIATION:
            abbreviations[row.said] = row.meant
        elif row.kind is Wording.NAME:
            for code in row.codes:
                names.setdefault(code, []).append(row.said)
        elif row.kind is Wording.DEMAND:
            demand.update(dict.fromkeys(row.codes, row.weight))
        else:
            plain[row.kind][row.said] = row.weight
    return Wordbook(
        sayings={said: tuple(meant) for said, meant in told[Wording.SAYING].items()},
        intents={said: tuple(meant) for said, meant in told[Wording.INTENT].items()},
        abbreviations=abbreviations,
        fillers=plain[Wording.FILLER],
        asides=plain[Wording.ASIDE],
        names={code: tuple(said) for code, said in names.items()},
        fields=plain[Wording.FIELD],
        demand=demand,
    )


def overlaid(below: Iterable[Row], above: Iterable[tuple[Row, bool]]) -> list[Row]:
    """Lay a controller's lines over those of the program; one switched off takes its place away."""
    over = list(above)
    replaced = {row.place for row, _ in over}
    kept = [row for row in below if row.place not in replaced]
    return [*kept, *(row for row, switched_off in over if not switched_off)]


def parts(text: str) -> tuple[str, ...]:
    """Give the phrases of a text, which semicolons part."""
    return tuple(phrase for part in text.split(PARTS) if (phrase := part.strip()))
