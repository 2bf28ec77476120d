"""Who is who in the rights table, and how each signs in."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.test import Client

from motcua.base.access.models import Account
from motcua.reference.org import commands as org
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind
from tests.support.world import BEGAN, MAKER, World

CONTROLLER = "controller"
NOBODY, OWNER, STRANGER = "nobody", "owner", "stranger"
OFFICIALS = {
    "counter": Role.RECEPTION_OFFICER,
    "officer": Role.CASE_OFFICER,
    "head": Role.UNIT_HEAD,
    "leader": Role.AGENCY_LEADER,
    "clerk": Role.RECORDS_CLERK,
    "auditor": Role.AUDITOR,
    CONTROLLER: Role.PROCEDURE_CONTROLLER,
}
ADMINISTRATOR, OVERSEER = "administrator", "overseer"
FAR, FORMER, UNPROVED = "far", "former", "unproved"
EVERYBODY = (NOBODY, OWNER, STRANGER, *OFFICIALS, ADMINISTRATOR, OVERSEER, FAR, FORMER, UNPROVED)


def signed_in(account: Account | None) -> dict[str, str]:
    """Give the cookies of somebody who has just signed in."""
    client = Client()
    if account is not None:
        client.force_login(account)
    return {name: morsel.value for name, morsel in client.cookies.items()}


def proved(account: Account) -> Account:
    """Give an official a password and a second factor, without which no work is done."""
    account.set_password("mot-mat-khau-de-thu")
    account.save(update_fields=["password"])
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={"secret": "x"})
    return account


def official(world: World, login: str, at: Any = None, roles: list[Role] | None = None) -> Account:
    agency = at or org.found_agency(
        name="UBND xã Lũng Cú",
        short_name="UBND",
        kind=AgencyKind.PEOPLES_COMMITTEE,
        tier=Tier.COMMUNE,
        code="H60.31",
        province="tỉnh Tuyên Quang",
        place="Lũng Cú",
        valid_from=BEGAN.date(),
        by=MAKER,
        at=BEGAN,
    )
    unit = org.set_up_unit(
        agency=agency, name=login, kind=UnitKind.DIVISION, valid_from=BEGAN.date(), by=MAKER, at=BEGAN
    )
    if roles is None:
        roles = [Role.CASE_OFFICER] if at else [Role.CASE_OFFICER, Role.UNIT_HEAD, Role.AGENCY_LEADER]
    position = org.make_position(unit=unit, title=login, roles=roles, by=MAKER, at=BEGAN)
    staff = org.join(full_name=login, login=login, password=None, by=MAKER, at=BEGAN)
    org.appoint(staff=staff, position=position, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
    return staff.account


def former(world: World) -> Account:
    staff = org.join(full_name="Thôi việc", login="former", password=None, by=MAKER, at=BEGAN)
    position = world.staff[Role.CASE_OFFICER].appointments.get().position
    org.appoint(staff=staff, position=position, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
    org.leave(staff_id=staff.pk, last_day=BEGAN.date(), by=MAKER, at=BEGAN)
    return Account.objects.get(pk=staff.account_id)
