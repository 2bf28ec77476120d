"""From the catalogue to the shapes of the interface."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from motcua.base.clock import local, today
from motcua.base.text import fold
from motcua.doors.api import shapes
from motcua.reference.catalogue import queries, sentences
from motcua.reference.catalogue.models import Fee, ProcedureVersion
from motcua.reference.catalogue.queries import Listed
from motcua.reference.catalogue.words import Channel, DurationUnit, FeeKind, Level, OnlineLevel

SEARCHED = 100
AT_ONCE = 200


@dataclass(frozen=True)
class Narrowing:
    """What a list is narrowed to; empty parts narrow nothing."""

    q: str = ""
    level: str = ""
    field: str = ""
    agency: str = ""
    subject: str = ""
    online: str = ""
    changed_since: datetime | None = None


def codes_of(narrowing: Narrowing, *, on: date) -> list[str]:
    """Give the codes that fit: with words the likeliest first, else in the order of codes."""
    rows = {one.code: one for one in queries.listing(on) if _fits(one, narrowing)}
    if narrowing.q:
        hits = queries.search(narrowing.q, limit=SEARCHED, on=on)
        codes = [hit.code for hit in hits if hit.code in rows]
    else:
        codes = sorted(rows)
    if narrowing.changed_since is None:
        return codes
    since = queries.in_force(on).filter(published_at__gte=narrowing.changed_since)
    changed = set(since.values_list("procedure__code", flat=True))
    return [code for code in codes if code in changed]


def following(codes: Sequence[str], after: str, *, ranked: bool) -> Sequence[str]:
    """Give what comes after a code; in the order of codes it need not be there any more."""
    if not after:
        return codes
    if ranked:
        return codes[codes.index(after) + 1 :] if after in codes else []
    return [code for code in codes if code > after]


def listed(codes: Sequence[str], *, on: date) -> list[shapes.ListedProcedure]:
    """Give the procedures of some codes in their order, in three statements."""
    fileable = {one.code for one in queries.listing(on) if one.fileable}
    found = {
        version.procedure.code: _listed(version, fileable)
        for version in _light(queries.in_force(on).filter(procedure__code__in=codes))
    }
    return [found[code] for code in codes if code in found]


def everything(*, on: date) -> Iterator[shapes.ListedProcedure]:
    """Give every procedure in force, in the order of codes, a group at a time."""
    rows = queries.listing(on)
    codes = sorted(one.code for one in rows)
    for start in range(0, len(codes), AT_ONCE):
        yield from listed(codes[start : start + AT_ONCE], on=on)


def procedure(code: str) -> shapes.Procedure | None:
    """Give one procedure by its code, or by another one under which it is known."""
    found = queries.procedure_called(code)
    if found is None:
        return None
    version = queries.effective_version(found.code, today())
    published = found.versions.filter(published_at__isnull=False, state="published").order_by("-number")
    return shapes.Procedure(
        code=found.code,
        other_codes=list(found.codes.order_by("code").values_list("code", flat=True)),
        abolished_on=found.abolished_on,
        replaced_by=found.replaced_by.code if found.replaced_by else None,
        listed=next(iter(listed([found.code], on=today())), None),
        in_force=_detail(version) if version else None,
        versions=[_version(one) for one in published],
    )


def _fits(one: Listed, narrowing: Narrowing) -> bool:
    return (
        (not narrowing.level or narrowing.level in one.levels)
        and (not narrowing.online or narrowing.online == one.online_level)
        and _same(narrowing.field, [one.field])
        and _same(narrowing.agency, [one.agency])
        and _same(narrowing.subject, one.subjects)
    )


def _same(asked: str, held: Iterable[str]) -> bool:
    """Tell whether a name is meant, with or without its marks."""
    return not asked or fold(asked) in {fold(name) for name in held}


def _light(versions: QuerySet[ProcedureVersion]) -> QuerySet[ProcedureVersion]:
    heavy = ("implementing_order", "requirements", "receiving_address", "folded")
    return versions.defer(*heavy).prefetch_related("channels", "fees")


def _listed(version: ProcedureVersion, fileable: set[str]) -> shapes.ListedProcedure:
    owner = version.procedure
    assert version.published_at is not None
    return shapes.ListedProcedure(
        code=owner.code,
        name=version.name,
        title=version.title,
        name_sure=not owner.name_doubtful,
        field=owner.field,
        levels=[Level(level) for level in owner.levels],
        ministry=owner.ministry,
        agency=version.deciding_agency,
        subjects=version.subjects,
        online_level=OnlineLevel(version.online_level),
        time=sentences.time_of_all(list(version.channels.all())),
        fee=sentences.fee_of_all(list(version.fees.all())),
        version=version.number,
        decision_no=version.decision_no,
        effective_from=version.effective_from,
        changed_at=local(version.published_at),
        fileable=owner.code in fileable,
    )


def _detail(version: ProcedureVersion) -> shapes.Detail:
    parts = queries.parts_of(version.pk)
    cases: dict[UUID | None, str] = {case.pk: case.name for case in version.cases.order_by("order")}

    def shaped(shape: Any, row: Any) -> Any:
        return shape.model_validate({**vars(row), "case": cases.get(getattr(row, "case_id", None), "")})

    return shapes.Detail(
        version=version.number,
        summary=version.summary,
        requirements=version.requirements,
        implementing_order=version.implementing_order,
        competent_agency=version.competent_agency,
        authorised_agency=version.authorised_agency,
        coordinating_agencies=version.coordinating_agencies,
        receiving_address=version.receiving_address,
        partial_reason=version.partial_reason,
        cases=list(cases.values()),
        channels=[
            shapes.ChannelShape(
                channel=Channel(row.channel),
                case=cases.get(row.case_id, ""),
                value=row.duration_value,
                unit=DurationUnit(row.duration_unit) if row.duration_unit else None,
                no_fixed_date=row.no_fixed_date,
                statutory_value=row.statutory_value,
                statutory_unit=DurationUnit(row.statutory_unit) if row.statutory_unit else None,
                cut_decision_no=row.cut_decision_no,
                note=row.note,
            )
            for row in parts.channels
        ],
        fees=[_fee(row, cases) for row in parts.fees],
        components=[shaped(shapes.ComponentShape, row) for row in parts.components],
        results=[shaped(shapes.ResultShape, row) for row in parts.results],
        legal_basis=[shaped(shapes.ActShape, row) for row in parts.legal_basis],
    )


def _fee(row: Fee, cases: Mapping[UUID | None, str]) -> shapes.FeeShape:
    return shapes.FeeShape(
        kind=FeeKind(row.kind),
        name=row.name,
        amount=row.amount,
        free=row.free,
        per=row.per,
        channel=Channel(row.channel) if row.channel else None,
        case=cases.get(row.case_id, ""),
        note=row.note,
        exemption=row.exemption,
    )


def _version(one: ProcedureVersion) -> shapes.VersionShape:
    assert one.published_at is not None
    return shapes.VersionShape(
        version=one.number,
        name=one.name,
        decision_no=one.decision_no,
        effective_from=one.effective_from,
        effective_to=one.effective_to,
        published_at=local(one.published_at),
    )
