"""A handful of procedures to find, published through the commands."""

from dataclasses import replace
from datetime import date, datetime

from django.test import Client

from motcua.base.access import system
from motcua.base.clock import ZONE
from motcua.reference.catalogue import commands
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.words import Charge, Draft, FeeKind, OnlineLevel, Origin
from tests.rooms.test_catalogue_versions import DRAFT

MAKER = system("tests")
AT = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)
CITIZEN, ENTERPRISE = "Công dân Việt Nam", "Doanh nghiệp"
PLAIN = replace(
    DRAFT,
    effective_from=date(2026, 1, 1),
    cases=(),
    papers=(),
    channels=(DRAFT.channels[0],),
    fees=(Charge(FeeKind.CHARGE, "Lệ phí", 0),),
)


def published(code: str, title: str, **more: object) -> ProcedureVersion:
    """Publish a procedure that is plain but for what is given."""
    draft: Draft = replace(PLAIN, code=code, title=title, name=f"Thủ tục {title.lower()}", **more)
    version = commands.draft_version(draft=draft, by=MAKER, at=AT)
    assert isinstance(version, ProcedureVersion), version
    version = commands.publish_version(version_id=version.pk, by=MAKER, at=AT)
    assert isinstance(version, ProcedureVersion), version
    return version


def national(code: str, title: str, **more: object) -> ProcedureVersion:
    """Publish a record of the nation under which nothing can be filed here."""
    return published(code, title, origin=Origin.NATIONAL, route=(), online_level=OnlineLevel.NONE, **more)


def text(address: str, status: int = 200) -> str:
    """Give what anybody reads at an address."""
    answer = Client().get(address)
    assert answer.status_code == status, (address, answer.status_code)
    return answer.content.decode().replace("\xa0", " ")
