"""Months of finished dossiers, written in one go."""

from datetime import datetime, timedelta
from itertools import count

from motcua.base.clock import ZONE
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import State
from motcua.reference.org import commands as org
from motcua.reference.org.models import Agency
from motcua.reference.org.words import AgencyKind, Role, Tier
from tests.support.world import BEGAN, MAKER, World

OCTOBER = datetime(2026, 10, 15, 10, 0, tzinfo=ZONE)
TODAY = datetime(2026, 11, 20, 9, 0, tzinfo=ZONE)
AGENCIES = (("Sở Tư pháp", "H60.05"), ("Sở Xây dựng", "H60.06"), ("Sở Y tế", "H60.08"))
_numbers = count(1)


def agencies(built: World) -> list[Agency]:
    """Give the committee and three departments."""
    return [
        built.committee,
        *(
            org.found_agency(
                name=name,
                short_name=name,
                kind=AgencyKind.DEPARTMENT,
                tier=Tier.PROVINCE,
                code=code,
                province="tỉnh Tuyên Quang",
                place="Tuyên Quang",
                valid_from=BEGAN.date(),
                by=MAKER,
                at=BEGAN,
            )
            for name, code in AGENCIES
        ),
    ]


def finished(
    built: World, agency: Agency, *, early: int = 0, on_time: int = 0, late: int = 0, at: datetime = OCTOBER
) -> list[Dossier]:
    """Write dossiers that an agency finished at a moment: a day early, on the day, a day late."""
    days = [1] * early + [0] * on_time + [-1] * late
    end_of_day = at.replace(hour=23, minute=59, second=59, microsecond=999999)
    return Dossier.objects.bulk_create(
        _one(built, agency, at, end_of_day + timedelta(days=left)) for left in days
    )


def _one(built: World, agency: Agency, at: datetime, due: datetime | None) -> Dossier:
    number = next(_numbers)
    return Dossier(
        temporary_code=f"T-{number}",
        code=f"{agency.code}-261000-{number:06}",
        state=State.RESOLVED,
        channel="online",
        version=built.version,
        competent_agency=agency,
        receiving_unit=built.counter,
        owner_id=built.citizen.pk,
        submitter=built.citizen,
        created_at=at,
        saved_at=at,
        submitted_at=at,
        accepted_at=at - timedelta(days=3),
        accepted_by=built.staff[Role.RECEPTION_OFFICER],
        calendar_number=1,
        resolved_at=at,
        due_at=due,
    )
