"""The one seam of the search: what an engine must answer, whichever engine it is."""

from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q

from motcua.base.text import clean
from motcua.reference.catalogue import rules, sentences
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.queries.versions import in_force

CANDIDATES = 300
LIKENESS = 0.3
LONGEST_QUERY = 200


@dataclass(frozen=True)
class Hit:
    """One procedure found, with why, and what people compare: time, fee, place.

    `shown` holds the words that matched, as written; `channels` the ways to file.
    """

    code: str
    name: str
    title: str
    why: str
    shown: str
    summary: str
    field: str
    levels: tuple[str, ...]
    time: str
    fee: str
    place: str
    channels: tuple[str, ...]


def search(query: str, *, limit: int, on: date) -> list[Hit]:
    """Give the procedures in force on a day that answer best, best first.

    Without words there is no answer. Reads one statement for the candidates, two for what is shown of them.
    """
    asked = rules.question(clean(query)[:LONGEST_QUERY])
    if limit < 1 or not (asked.words or asked.code):
        return []
    found = [
        (match, version)
        for version in _candidates(asked, on)
        if (match := rules.weigh(asked, _entry(version)))
    ]
    found.sort(key=lambda pair: (-pair[0].score, pair[1].title, pair[1].procedure.code))
    best = found[:limit]
    shown = {
        version.pk: version
        for version in ProcedureVersion.objects.filter(pk__in=[version.pk for _, version in best])
        .select_related("procedure")
        .prefetch_related("channels", "fees")
    }
    return [_hit(match, shown[version.pk]) for match, version in best]


def _candidates(asked: rules.Question, on: date) -> list[ProcedureVersion]:
    """Give the versions whose folded text is likest to the question; the rules judge them one by one."""
    everything = in_force(on)
    if asked.code:
        coded = list(everything.filter(procedure__code=asked.code))
        if coded:
            return coded
    core = [word.bare for word in asked.words if word.weight == 1.0]
    likest = everything.annotate(likeness=TrigramWordSimilarity(" ".join(core), "folded"))
    holding = Q()
    for word in core:
        holding |= Q(folded__contains=word)
    return list(likest.filter(holding | Q(likeness__gt=LIKENESS)).order_by("-likeness", "pk")[:CANDIDATES])


def _entry(version: ProcedureVersion) -> rules.Entry:
    return rules.Entry(
        code=version.procedure.code,
        title=version.title,
        name=version.name,
        other_words=tuple(version.other_words),
        popularity=version.procedure.popularity,
    )


def _hit(match: rules.Match, version: ProcedureVersion) -> Hit:
    code, channels, fees = version.procedure.code, list(version.channels.all()), list(version.fees.all())
    return Hit(
        code=code,
        name=version.name,
        title=version.title,
        why=sentences.why(match, code),
        shown=match.shown,
        summary=version.summary,
        field=version.procedure.field,
        levels=tuple(version.procedure.levels),
        time=sentences.time_of_all(channels),
        fee=sentences.fee_of_all(fees),
        place=version.deciding_agency or sentences.NO_PLACE,
        channels=tuple(dict.fromkeys(rule.channel for rule in channels)),
    )
