"""Published figures beside what their parts give."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from motcua.reform.scoring.published.models import Figure
from motcua.reform.scoring.published.queries.figures import Told, current
from motcua.reform.scoring.published.rules.composed import RECIPES, composed
from motcua.reform.scoring.published.rules.sums import Part, verdict
from motcua.reform.scoring.published.words import Index, Standing, Verdict

Unit = tuple[str, date, date, str, str]
Parts = Mapping[Unit, Mapping[str, Mapping[UUID, Part]]]

_COMPOSED = Q()
for _index, _component in RECIPES:
    _COMPOSED |= Q(series__index=_index, series__component=_component)


def told_with(figures: Iterable[Figure]) -> list[Told]:
    """Give figures with what their parts give, the parts read by one statement."""
    rows = list(figures)
    asked = [one for one in rows if (one.series.index, one.series.component) in RECIPES]
    if not asked:
        return [Told(one) for one in rows]
    parts = _parts(Q(unit_key__in={one.unit_key for one in asked}))
    return [_told(one, parts) for one in rows]


def compared() -> list[Told]:
    """Give every figure that can be computed from others, the newest first."""
    parts = _parts(Q())
    rows = (
        current().filter(_COMPOSED, value__isnull=False).order_by("-last", "series__index", "unit_key", "pk")
    )
    return [told for one in rows if (told := _told(one, parts)).beside is not None]


def verdicts(told: Iterable[Told]) -> dict[Verdict, int]:
    """Count figures by how they stand to what their parts give."""
    counts = Counter(one.verdict for one in told)
    return {one: counts[one] for one in (Verdict.DIFFERENT, Verdict.ROUNDING, Verdict.EQUAL)}


def disagreements() -> list[tuple[Figure, ...]]:
    """Give what several sources tell differently: the figures of one unit and period, told apart."""
    about = ("series", "first", "last", "within", "unit_key")
    several = (
        current()
        .filter(value__isnull=False)
        .values(*about)
        .annotate(values=Count("value", distinct=True))
        .filter(values__gt=1)
        .order_by("-last", "series", "unit_key")
        .values(*about)
    )
    found: dict[tuple[object, ...], list[Figure]] = {tuple(one.values()): [] for one in several}
    series, _, _, _, keys = zip(*found, strict=True) if found else ((),) * len(about)
    for one in current().filter(series__in=series, unit_key__in=keys).order_by("source", "pk"):
        found.get((one.series_id, one.first, one.last, one.within, one.unit_key), []).append(one)
    surest = list(Standing)
    return [
        tuple(sorted(one, key=lambda each: surest.index(Standing(each.standing)))) for one in found.values()
    ]


def _parts(units: Q) -> Parts:
    """Give the parts of figures: by unit and period, component and file."""
    found: dict[Unit, dict[str, dict[UUID, Part]]] = defaultdict(lambda: defaultdict(dict))
    needed = Q()
    for (index, _), recipe in RECIPES.items():
        needed |= Q(series__index=index, series__component__in=recipe.parts)
    rows = current().filter(needed, units, value__isnull=False)
    names = ("series__index", "first", "last", "within", "unit_key", "series__component")
    for *unit, component, batch, value, places in rows.values_list(*names, "batch_id", "value", "places"):
        index, first, last, within, key = unit
        found[index, first, last, within, key][component][batch] = Part(value, places)
    return found


def _told(one: Figure, parts: Parts) -> Told:
    index = Index(one.series.index)
    recipe = RECIPES.get((index, one.series.component))
    if recipe is None or one.value is None:
        return Told(one)
    by_component = parts.get((index.value, one.first, one.last, one.within, one.unit_key), {})
    known = {name: part for name, files in by_component.items() if (part := _chosen(files, one.batch_id))}
    beside = composed(index, one.series.component, known, one.max)
    return Told(one, recipe.how, beside, verdict(Part(one.value, one.places), beside))


def _chosen(files: Mapping[UUID, Part], own: UUID) -> Part | None:
    """Give the part of the same file, else the one on which all files agree, as the finest prints it."""
    if own in files:
        return files[own]
    told = list(files.values())
    agreed = len({one.value for one in told}) == 1
    return max(told, key=lambda one: one.places) if agreed else None
