"""Which published figures can be computed from others, and how."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from motcua.reform.scoring.published.rules.sums import Beside, Part, mean_of, share_of, sum_of
from motcua.reform.scoring.published.words import How, Index

PAPI_PARTS = tuple(f"c{number:02}" for number in range(1, 9))
_MOST_OF_ONE = 10


@dataclass(frozen=True)
class Recipe:
    """How a component is computed, and from which."""

    how: How
    parts: tuple[str, ...]


RECIPES = {
    (Index.PAPI, ""): Recipe(How.SUM, PAPI_PARTS),
    (Index.PAR, ""): Recipe(How.SUM, ("appraised", "impact")),
    (Index.PAR, "impact"): Recipe(How.SUM, ("impact.sipas", "impact.leaders", "impact.outcome")),
    (Index.SIPAS, ""): Recipe(How.MEAN, ("policy", "service")),
    (Index.PROGRESS, ""): Recipe(How.SHARE, ("on_time", "overdue")),
    (Index.PROGRESS, "received"): Recipe(How.SUM, ("on_time", "overdue")),
    (Index.PROGRESS, "score"): Recipe(How.SCORE, ("on_time", "overdue")),
}


def composed(
    index: Index, component: str, known: Mapping[str, Part], most: Decimal | None = None
) -> Beside | None:
    """Give what the parts of a figure amount to; None where one is missing or there is no recipe.

    PAPI had six dimensions until 2017: the most a figure can reach says how many make it whole.
    """
    recipe = RECIPES.get((index, component))
    if recipe is None:
        return None
    needed = _needed(index, recipe, most)
    if not all(one in known for one in needed):
        return None
    parts = [known[one] for one in needed]
    match recipe.how:
        case How.SUM:
            return sum_of(parts)
        case How.MEAN:
            return mean_of(parts)
        case How.SHARE:
            return share_of(parts[0].value, parts[0].value + parts[1].value)
        case How.SCORE:
            return share_of(parts[0].value, parts[0].value + parts[1].value, of=20)


def _needed(index: Index, recipe: Recipe, most: Decimal | None) -> tuple[str, ...]:
    if index is not Index.PAPI or most is None:
        return recipe.parts
    return recipe.parts[: int(most) // _MOST_OF_ONE]
