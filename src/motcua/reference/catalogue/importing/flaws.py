"""Collecting the flaws of one row, each kind once, with the places where it stands."""

from motcua.reference.catalogue.importing.words import Flaw, Found


class Flaws:
    """The flaws of one row; a kind that occurs at several places is told once with all of them."""

    def __init__(self, row: int, code: str) -> None:
        self.row, self.code = row, code
        self._facts: dict[Flaw, dict[str, str]] = {}
        self._places: dict[Flaw, list[str]] = {}

    def add(self, kind: Flaw, place: str = "", **facts: str) -> None:
        """Tell a flaw, at a place of the row if it has one."""
        self._facts.setdefault(kind, {}).update(facts)
        places = self._places.setdefault(kind, [])
        if place and place not in places:
            places.append(place)

    def told(self) -> tuple[Found, ...]:
        """Give them in the order of the list of flaws."""
        return tuple(
            Found(self.row, kind, self.code, self._facts_of(kind)) for kind in Flaw if kind in self._facts
        )

    def _facts_of(self, kind: Flaw) -> dict[str, str]:
        places = self._places[kind]
        return {**self._facts[kind], **({"places": ", ".join(places)} if places else {})}
