"""Who issues a paper and where it is looked up, as official papers spell it."""

from datetime import datetime

from django.conf import settings

from motcua.base.clock import local
from motcua.base.text import NBSP
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.papers import Head, Lookup
from motcua.reference.org import queries as org
from motcua.reference.org.models import Agency, Staff, Unit
from motcua.reference.org.words import AgencyKind

SOMEBODY = "Người có thẩm quyền"
CENTRE = "Trung tâm Phục vụ hành chính công"
CENTRE_BY_SENSE = f"Trung tâm Phục{NBSP}vụ hành{NBSP}chính{NBSP}công"


def counter_head(unit: Unit, number: str, at: datetime) -> Head:
    """A centre is an agency of its own or a unit of the committee; either way it stands under it."""
    if unit.agency.kind == AgencyKind.CENTRE:
        return agency_head(unit.agency, number, at)
    agency = unit.agency
    return Head(
        parent=_whole(agency.short_name),
        agency=_under(agency.short_name, unit.name),
        number=number,
        place=agency.place,
        day=local(at).date(),
    )


def agency_head(agency: Agency, number: str, at: datetime) -> Head:
    """Give the head of a paper that an agency issues itself."""
    parent = agency.parent.short_name if agency.parent else ""
    return Head(
        parent=_whole(parent),
        agency=_whole(agency.name),
        number=number,
        place=agency.place,
        day=local(at).date(),
    )


def _under(parent: str, name: str) -> str:
    """Name a counter under its agency: a place that stands in the line above is not said twice."""
    for word in (" phường ", " xã ", " tỉnh ", " đặc khu "):
        place = parent.partition(word)[2]
        if place and name.endswith(f"{word}{place}"):
            name = name.removesuffix(f"{word}{place}")
    return _whole(name)


def _whole(name: str) -> str:
    """Break the name of an agency by sense, and keep a place on one line: `phường Minh Xuân`."""
    name = name.replace(CENTRE, CENTRE_BY_SENSE)
    for word in (" phường ", " xã ", " tỉnh ", " đặc khu "):
        before, found, place = name.partition(word)
        if found:
            return f"{before} {word.strip()}{NBSP}{place.replace(' ', NBSP)}"
    return name


def title_of(signer: Staff, at: datetime) -> str:
    """Give the position under which somebody signs on a day."""
    return org.title_of(signer.pk, local(at).date()) or SOMEBODY


def lookup_of(dossier: Dossier) -> Lookup:
    """Give where the owner of a dossier follows it; the address holds no personal value."""
    base = settings.BASE_URL
    return Lookup(
        address=base.partition("://")[2], url=f"{base}/tra-cuu/?ma={dossier}", hotline=settings.HOTLINE
    )
