"""What others published is taken in whole or not at all; breaks of their series are told."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime

from motcua.base.access import Actor
from motcua.base.clock.sentences import full_moment, short_date
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.reform.scoring.published.models import Batch, Break, Figure, Part, Series
from motcua.reform.scoring.published.reading import Read, ReadFigure, read_file
from motcua.reform.scoring.published.words import FileKind, Why

LONGEST_NAME = 200
AT_ONCE = 2000


@command
def import_file(
    *,
    file_name: str,
    content: bytes,
    kind: FileKind | None = None,
    source: str = "",
    by: Actor,
    at: datetime,
    key: str = "",
) -> Batch | Refusal:
    """Take in a file of figures; a file of the same kind and name corrects the one before, which stays.

    `source` is told for figures whose row names none; without it the name of the file. Refused: a file with
    any problem in it, and one that was taken in before.
    """
    digest = hashlib.sha256(content).hexdigest()
    earlier = Batch.objects.filter(sha256=digest).first()
    if earlier is not None:
        facts = {"file": earlier.file_name, "when": full_moment(earlier.imported_at)}
        return Refusal(Why.IMPORTED_ALREADY, facts)
    read = read_file(content, kind)
    if read.problems or read.kind is None:
        return Refusal(Why.NOT_READABLE, {"count": str(len(read.problems))})
    name = clean(file_name)[-LONGEST_NAME:]
    batch = Batch.objects.create(
        kind=read.kind,
        file_name=name,
        sha256=digest,
        rows=read.rows,
        source=clean(source) or f"Tệp {name}",
        imported_at=at,
        imported_by=by.person,
        corrects=Batch.objects.filter(kind=read.kind, file_name=name, corrected_by=None).first(),
    )
    _store(batch, read)
    data = {"sha256": digest, "kind": batch.kind, "rows": read.rows, "figures": len(read.figures)}
    journal.write("published.imported", about=batch, by=by, at=at, data=data)
    return batch


@command
def tell_break(
    *,
    index: str,
    unit_key: str,
    from_on: date,
    changed: str,
    source: str,
    by: Actor,
    at: datetime,
    key: str = "",
) -> Break | Refusal:
    """Tell from which day a series means something else; an empty index or unit means every one."""
    if Break.objects.filter(index=index, unit_key=unit_key, from_on=from_on).exists():
        return Refusal(Why.BREAK_KNOWN, {"day": short_date(from_on)})
    told = Break.objects.create(
        index=index, unit_key=unit_key, from_on=from_on, changed=clean(changed), source=clean(source)
    )
    data = {"index": index, "unit": unit_key, "from_on": from_on.isoformat()}
    journal.write("published.break_told", about=told, by=by, at=at, data=data)
    return told


def _store(batch: Batch, read: Read) -> None:
    series = _series(read.figures)
    figures = (_figure(batch, series[_told_of(one)], one) for one in read.figures)
    Figure.objects.bulk_create(figures, batch_size=AT_ONCE)
    Part.objects.bulk_create(
        Part(
            batch=batch,
            index=one.index,
            code=one.code,
            name=one.name,
            component=one.component,
            component_name=one.component_name,
        )
        for one in read.parts
    )


def _told_of(one: ReadFigure) -> tuple[str, str, str]:
    return one.index.value, one.component, one.scope.value


def _series(figures: Iterable[ReadFigure]) -> dict[tuple[str, str, str], Series]:
    scales = {_told_of(one): one.scale for one in figures}
    return {
        (index, component, scope): Series.objects.get_or_create(
            index=index, component=component, scope=scope, defaults={"scale": scale}
        )[0]
        for (index, component, scope), scale in scales.items()
    }


def _figure(batch: Batch, series: Series, one: ReadFigure) -> Figure:
    known, of = one.parts or (None, None)
    return Figure(
        series=series,
        batch=batch,
        row=one.row,
        first=one.period.first,
        last=one.period.last,
        unit_name=one.unit.name,
        unit_key=one.unit.key,
        unit_code=one.unit.code,
        unit_until=one.unit.until,
        within=one.unit.within,
        value=one.amount.value,
        places=one.amount.places,
        printed=one.amount.printed,
        max=one.max,
        rank=one.place.rank,
        rank_printed=one.place.words,
        of=one.place.of,
        grade=one.grade,
        standing=one.standing,
        parts_known=known,
        parts_of=of,
        source=one.source or batch.source,
    )
