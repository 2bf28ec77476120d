"""The catalogue as its controllers keep it: every procedure, with what is wrong and what is under way."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from motcua.base.text import sort_key
from motcua.reference.catalogue.models import ImportProblem, Offering, Procedure, ProcedureVersion
from motcua.reference.catalogue.queries.listing import Listed, listing
from motcua.reference.catalogue.queries.versions import offered_on
from motcua.reference.catalogue.words import VersionState
from motcua.reference.org.models import Agency, Staff

UNDER_WORK = (VersionState.DRAFT, VersionState.IN_CHECK, VersionState.SIGNED)


class Keep(StrEnum):
    """A way in which controllers look at the catalogue."""

    ALL = "tat-ca"
    FILEABLE = "nop-duoc"
    NOT_OFFERED = "chua-giao"
    UNDER_WORK = "dang-soan"
    PROBLEMS = "can-xem"
    GONE = "het-hieu-luc"


@dataclass(frozen=True)
class Controlled:
    """One procedure as its controllers see it; `state` is that of the version under work, if any."""

    listed: Listed
    in_force: bool
    state: VersionState | None
    version_id: UUID | None
    agencies: int
    problems: int

    @property
    def troubled(self) -> bool:
        """Tell whether something is to be looked at."""
        return bool(self.problems or self.listed.name_doubtful)


def controlled(on: date) -> list[Controlled]:
    """Give every procedure, those in force first by title, then the others."""
    current = listing(on)
    under_work = {
        one.procedure_id: one
        for one in ProcedureVersion.objects.filter(state__in=UNDER_WORK)
        .select_related("procedure")
        .order_by("number")
    }
    by_code = {one.procedure.code: one for one in under_work.values()}
    problems = Counter(
        ImportProblem.objects.filter(resolved_at=None).order_by().values_list("code", flat=True)
    )
    agencies = Counter(offered_on(on).order_by().values_list("procedure__code", flat=True))

    def row(one: Listed, *, in_force: bool) -> Controlled:
        worked = by_code.get(one.code)
        return Controlled(
            one,
            in_force,
            VersionState(worked.state) if worked else None,
            worked.pk if worked else None,
            agencies[one.code],
            problems[one.code],
        )

    known = {one.code for one in current}
    rows = [row(one, in_force=True) for one in current]
    return [*rows, *(row(one, in_force=False) for one in _others(known))]


def _others(known: set[str]) -> list[Listed]:
    """Give the procedures with no version in force, by the words of their newest version."""
    newest: dict[UUID, ProcedureVersion] = {}
    missing = Procedure.objects.exclude(code__in=known)
    for version in (
        ProcedureVersion.objects.filter(procedure__in=missing).select_related("procedure").order_by("number")
    ):
        newest[version.procedure_id] = version
    found = [
        Listed(
            code=one.procedure.code,
            title=one.title,
            summary=one.summary,
            levels=tuple(one.procedure.levels),
            life_events=tuple(one.procedure.life_events),
            name=one.name,
            field=one.procedure.field,
            agency=one.deciding_agency,
            origin=one.origin,
            name_doubtful=one.procedure.name_doubtful,
        )
        for one in newest.values()
    ]
    return sorted(found, key=lambda one: (sort_key(one.title), one.code))


def kept(row: Controlled, keep: Keep) -> bool:
    """Tell whether a procedure belongs to a way of looking."""
    match keep:
        case Keep.ALL:
            return True
        case Keep.FILEABLE:
            return row.listed.fileable
        case Keep.NOT_OFFERED:
            return row.in_force and not row.agencies
        case Keep.UNDER_WORK:
            return row.state is not None
        case Keep.PROBLEMS:
            return row.troubled
        case Keep.GONE:
            return not row.in_force and row.state is None


def versions_of(procedure: Procedure) -> list[ProcedureVersion]:
    """Give every version of a procedure, the newest first."""
    return list(
        ProcedureVersion.objects.filter(procedure=procedure)
        .select_related("procedure", "decision", "form")
        .order_by("-number")
    )


def version(version_id: UUID) -> ProcedureVersion | None:
    """Give one version with what stands around it."""
    return (
        ProcedureVersion.objects.filter(pk=version_id).select_related("procedure", "decision", "form").first()
    )


def before(version: ProcedureVersion) -> ProcedureVersion | None:
    """Give the published version that a version follows."""
    return (
        ProcedureVersion.objects.filter(
            procedure_id=version.procedure_id, state=VersionState.PUBLISHED, number__lt=version.number
        )
        .select_related("procedure", "form")
        .order_by("-number")
        .first()
    )


def offerings_of(procedure: Procedure) -> list[Offering]:
    """Give who decides, or decided, on a procedure; who still does first."""
    found = Offering.objects.filter(procedure=procedure).select_related("agency")
    return sorted(found, key=lambda one: (one.valid_to is not None, one.agency.sort_key, one.valid_from))


def agencies_to_offer(procedure: Procedure, on: date) -> list[Agency]:
    """Give the agencies of its levels that do not decide on a procedure yet."""
    held = Offering.objects.filter(procedure=procedure, valid_to=None).values("agency_id")
    agencies = Agency.objects.filter(tier__in=procedure.levels, valid_to=None, valid_from__lte=on)
    return list(agencies.exclude(pk__in=held).order_by("sort_key", "id"))


def names_of(accounts: Iterable[UUID | None]) -> dict[UUID, str]:
    """Give the names of officials by account."""
    wanted = [account for account in accounts if account]
    return dict(Staff.objects.filter(account_id__in=wanted).values_list("account_id", "full_name"))


def problems_of(procedure: Procedure) -> list[ImportProblem]:
    """Give what is still wrong with the source of a procedure."""
    return list(
        ImportProblem.objects.filter(code=procedure.code, resolved_at=None)
        .select_related("batch")
        .order_by("kind", "row")
    )
