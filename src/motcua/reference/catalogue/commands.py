"""The catalogue changes here. A published version stays as it is; a change is a new version."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import fold, sort_key
from motcua.reference.catalogue import rules
from motcua.reference.catalogue.models import (
    ChannelRule,
    ComponentRequirement,
    Fee,
    LegalBasis,
    Offering,
    Part,
    Procedure,
    ProcedureCase,
    ProcedureVersion,
    ResultType,
    RouteStep,
)
from motcua.reference.catalogue.queries import as_drafted
from motcua.reference.catalogue.words import Draft, Why
from motcua.reference.forms.models import FormVersion
from motcua.reference.org.models import Agency


@command
def draft_version(
    *, draft: Draft, form: FormVersion | None = None, by: Actor, at: datetime, key: str = ""
) -> ProcedureVersion | Refusal:
    """Draft the next version of a procedure, the first one with the procedure itself.

    Nobody may rely on it before it is published.
    """
    refusal = rules.fault(draft)
    if refusal:
        return refusal
    procedure = _procedure_of(draft)
    version = ProcedureVersion.objects.create(
        procedure=procedure, number=_next_number(procedure), form=form, **_facts_of(draft)
    )
    _store_parts(version, draft)
    journal.write(
        "version.drafted", about=version, by=by, at=at, data={"code": draft.code, "number": version.number}
    )
    return version


@command
def publish_version(
    *, version_id: UUID, by: Actor, at: datetime, key: str = ""
) -> ProcedureVersion | Refusal:
    """Publish a draft: from now on it never changes, and the version before it ends the day before."""
    version = _locked(version_id)
    if version.published_at is not None:
        return Refusal(Why.ALREADY_PUBLISHED, {"number": str(version.number)})
    refusal = rules.fault(as_drafted(version)) or _give_way(version, by=by, at=at)
    if refusal:
        return refusal
    version.published_at = at
    version.save(update_fields=["published_at"])
    journal.write("version.published", about=version, by=by, at=at, data={"decision": version.decision_no})
    return version


@command
def end_version(
    *, version_id: UUID, last_day: date, by: Actor, at: datetime, key: str = ""
) -> ProcedureVersion | Refusal:
    """End a published version: the day after, nobody may file under it."""
    version = _locked(version_id)
    if version.published_at is None:
        return Refusal(Why.NOT_PUBLISHED, {"number": str(version.number)})
    if last_day < version.effective_from:
        return Refusal(
            Why.ENDS_BEFORE_START,
            {"last_day": f"{last_day:%d/%m/%Y}", "from_day": f"{version.effective_from:%d/%m/%Y}"},
        )
    following = _published_beside(version).filter(
        effective_from__gt=version.effective_from, effective_from__lte=last_day
    )
    if following.exists():
        return _in_the_way(following.earliest("effective_from"))
    _end(version, last_day, by=by, at=at)
    return version


@command
def offer(
    *, procedure: Procedure, agency: Agency, valid_from: date, by: Actor, at: datetime, key: str = ""
) -> Offering | Refusal:
    """Let an agency decide on a procedure from a day on."""
    if agency.tier != procedure.level:
        return Refusal(Why.NOT_ITS_TIER, {"agency": agency.name})
    Procedure.objects.select_for_update().get(pk=procedure.pk)
    held = Offering.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=valid_from), procedure=procedure, agency=agency
    )
    if held.exists():
        return Refusal(Why.ALREADY_OFFERED, {"agency": agency.name})
    offering = Offering.objects.create(procedure=procedure, agency=agency, valid_from=valid_from)
    journal.write("procedure.offered", about=procedure, by=by, at=at, data={"agency": agency.pk})
    return offering


def _procedure_of(draft: Draft) -> Procedure:
    """Give the procedure of a draft, locked so that two drafts never take one number."""
    Procedure.objects.get_or_create(
        code=draft.code,
        defaults={
            "field": draft.field,
            "field_sort_key": sort_key(draft.field),
            "level": draft.level,
            "life_event": draft.life_event,
            "popularity": draft.popularity,
        },
    )
    return Procedure.objects.select_for_update().get(code=draft.code)


def _next_number(procedure: Procedure) -> int:
    last: int | None = procedure.versions.aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _facts_of(draft: Draft) -> dict[str, object]:
    return {
        "name": draft.name,
        "title": draft.title,
        "summary": draft.summary,
        "subjects": list(draft.subjects),
        "deciding_agency": draft.deciding_agency,
        "requirements": draft.requirements,
        "decision_no": draft.decision_no,
        "effective_from": draft.effective_from,
        "online_level": draft.online_level.value,
        "partial_reason": draft.partial_reason,
        "copies": draft.copies,
        "supplement_clock": draft.supplement_clock.value,
        "supplement_clock_basis": draft.supplement_clock_basis,
        "other_words": list(draft.other_words),
        "folded": fold(" ".join([draft.title, draft.name, *draft.other_words])),
    }


def _store_parts(version: ProcedureVersion, draft: Draft) -> None:
    _store(version, ProcedureCase, ({"code": case.code, "name": case.name} for case in draft.cases))
    cases: dict[str, ProcedureCase | None] = {case.code: case for case in version.cases.all()}
    cases[""] = None
    _store(
        version,
        ChannelRule,
        (
            {
                "case": cases[terms.case],
                "channel": terms.channel.value,
                "duration_value": terms.value,
                "duration_unit": terms.unit.value if terms.unit else "",
                "no_fixed_date": terms.no_fixed_date,
                "note": terms.note,
            }
            for terms in draft.channels
        ),
    )
    _store(
        version, ComponentRequirement, ({**vars(paper), "case": cases[paper.case]} for paper in draft.papers)
    )
    _store(version, Fee, ({**vars(fee), "kind": fee.kind.value} for fee in draft.fees))
    _store(version, ResultType, ({"code": one.code, "name": one.name} for one in draft.results))
    _store(version, LegalBasis, ({"number": act.number, "name": act.name} for act in draft.legal_basis))
    _store(
        version,
        RouteStep,
        (
            {
                "name": step.name,
                "public_name": step.public_name,
                "person_role": step.role,
                "unit_kind": step.unit_kind,
                "hours": step.hours,
            }
            for step in draft.route
        ),
    )


def _store(version: ProcedureVersion, part: type[Part], rows: Iterable[Mapping[str, object]]) -> None:
    part._default_manager.bulk_create(
        [part(version=version, order=order, **row) for order, row in enumerate(rows, start=1)]
    )


def _locked(version_id: UUID) -> ProcedureVersion:
    """Give a version under the lock of its procedure, so that versions come and go one at a time."""
    Procedure.objects.select_for_update().get(versions=version_id)
    return (
        ProcedureVersion.objects.select_for_update(of=("self",))
        .select_related("procedure")
        .get(pk=version_id)
    )


def _published_beside(version: ProcedureVersion) -> QuerySet[ProcedureVersion]:
    return ProcedureVersion.objects.filter(
        procedure_id=version.procedure_id, published_at__isnull=False
    ).exclude(pk=version.pk)


def _give_way(version: ProcedureVersion, *, by: Actor, at: datetime) -> Refusal | None:
    """End the version before; refuse when a later one is in the way."""
    overlapping = _published_beside(version).filter(
        Q(effective_to=None) | Q(effective_to__gte=version.effective_from)
    )
    if version.effective_to is not None:
        overlapping = overlapping.filter(effective_from__lte=version.effective_to)
    for other in overlapping.order_by("effective_from"):
        if other.effective_from >= version.effective_from:
            return _in_the_way(other)
        _end(other, version.effective_from - timedelta(days=1), by=by, at=at)
    return None


def _in_the_way(other: ProcedureVersion) -> Refusal:
    return Refusal(
        Why.NEWER_IN_FORCE, {"number": str(other.number), "from_day": f"{other.effective_from:%d/%m/%Y}"}
    )


def _end(version: ProcedureVersion, last_day: date, *, by: Actor, at: datetime) -> None:
    version.effective_to = last_day
    version.save(update_fields=["effective_to"])
    journal.write("version.ended", about=version, by=by, at=at, data={"last_day": last_day})
