"""Who is who in the rights table, and how each comes to an address."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from motcua.base.access.models import Account
from motcua.base.files import commands as files
from motcua.casework.dossiers.models import Dossier
from motcua.reference.org import commands as org
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind
from motcua.reference.people.models import HeldPaper
from tests.support.world import BEGAN, CODE, MAKER, World, build

NOBODY, OWNER, STRANGER = "nobody", "owner", "stranger"
OFFICIALS = {
    "counter": Role.RECEPTION_OFFICER,
    "officer": Role.CASE_OFFICER,
    "head": Role.UNIT_HEAD,
    "leader": Role.AGENCY_LEADER,
    "clerk": Role.RECORDS_CLERK,
    "auditor": Role.AUDITOR,
}
FAR, FORMER, UNPROVED = "far", "former", "unproved"
PDF = b"%PDF-1.7 a paper of the tests"
OF_A_FINISHED_DOSSIER = ("desk:paper", "desk:result", "portal:file", "portal:result")
EVERYBODY = (NOBODY, OWNER, STRANGER, *OFFICIALS, FAR, FORMER, UNPROVED)


@dataclass
class Scene:
    """One dossier with its case officer, one draft, and everybody who might come."""

    world: World
    dossier: Dossier
    draft: Dossier
    accounts: dict[str, Account | None]
    things: dict[str, Any]

    def answer(self, who: str, route: str, *, post: bool = False) -> HttpResponseBase:
        """Give what somebody gets at an address; nothing of it stays."""
        client = Client(raise_request_exception=False)
        account = self.accounts[who]
        with transaction.atomic():
            if account is not None:
                client.force_login(account)
            address = address_of(route, self)
            response = client.post(address) if post else client.get(address)
            if response.streaming:
                list(response)  # a file is closed when it was read
            transaction.set_rollback(True)
        return response


def set_the_scene() -> Scene:
    """Build it."""
    world = build()
    dossier, draft, finished = world.in_process(), world.draft(), world.issued()
    accounts: dict[str, Account | None] = {
        NOBODY: None,
        OWNER: world.citizen.account,
        STRANGER: Account.objects.get(person=world.stranger.person),
        **{who: _proved(world.staff[role].account) for who, role in OFFICIALS.items()},
        FAR: _proved(_official(world, "far")),
        FORMER: _proved(_former(world)),
        UNPROVED: _official(world, "unproved", at=world.committee),
    }
    file = files.keep_own(content=PDF, name="giay-to.pdf", by=MAKER, at=world.at)
    paper = finished.papers.create(
        name="Giấy chứng sinh", form="electronic", source="upload", file=file, added_at=world.at
    )
    slip = dossier.slips.get()
    held = HeldPaper.objects.create(
        owner=world.citizen,
        name="Giấy khai sinh",
        kind="KQ1",
        issuer="UBND",
        issued_on=BEGAN.date(),
        held_at=BEGAN,
        file_id=file.pk,
        source="tests",
    )
    things = {"slip_id": slip.pk, "paper_id": paper.pk, "held": held.pk, "finished": finished.pk}
    return Scene(world, dossier, draft, accounts, things)


def _proved(account: Account) -> Account:
    """Give an official a password and a second factor, without which no work is done."""
    account.set_password("mot-mat-khau-de-thu")
    account.save(update_fields=["password"])
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={"secret": "x"})
    return account


def _official(world: World, login: str, at: Any = None) -> Account:
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
    roles = [Role.CASE_OFFICER, Role.UNIT_HEAD, Role.AGENCY_LEADER] if at is None else [Role.CASE_OFFICER]
    position = org.make_position(unit=unit, title=login, roles=roles, by=MAKER, at=BEGAN)
    staff = org.join(full_name=login, login=login, password=None, by=MAKER, at=BEGAN)
    org.appoint(staff=staff, position=position, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
    return staff.account


def _former(world: World) -> Account:
    staff = org.join(full_name="Thôi việc", login="former", password=None, by=MAKER, at=BEGAN)
    position = world.staff[Role.CASE_OFFICER].appointments.get().position
    org.appoint(staff=staff, position=position, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
    org.leave(staff_id=staff.pk, last_day=BEGAN.date(), by=MAKER, at=BEGAN)
    return Account.objects.get(pk=staff.account_id)


def routes() -> dict[str, Callable[..., Any]]:
    """Give every address of the house by its whole name, with its view."""
    return dict(_walk(get_resolver().url_patterns, "", ""))


def _walk(patterns: Any, spaces: str, path: str) -> Any:
    for one in patterns:
        if isinstance(one, URLResolver):
            space = f"{spaces}{one.namespace}:" if one.namespace else spaces
            yield from _walk(one.url_patterns, space, path + str(one.pattern))
        elif isinstance(one, URLPattern):
            yield f"{spaces}{one.name or path + str(one.pattern)}", one.callback


def address_of(route: str, scene: Scene) -> str:
    """Give the address of a route with the things of the scene in it."""
    if route in ("healthz", "livez"):
        return f"/{route}"
    pattern = next(names for name, names in _parameters() if name == route)
    dossier = scene.things["finished"] if route in OF_A_FINISHED_DOSSIER else scene.dossier.pk
    known = {
        "dossier_id": scene.draft.pk if route.startswith("portal:draft") else dossier,
        "paper_id": scene.things["held"] if route == "portal:held-file" else scene.things["paper_id"],
        "slip_id": scene.things["slip_id"],
        "code": CODE,
        "page_code": "child",
        "language": "en",
        "kind": "csv" if route == "portal:open-data" else "linh-vuc",
        "provider_id": "vneid",
        "pk": 1,
    }
    return reverse(route, kwargs={name: known[name] for name in pattern})


def _parameters() -> Any:
    yield from _named(get_resolver().url_patterns, "", ())


def _named(patterns: Any, spaces: str, before: tuple[str, ...]) -> Any:
    for one in patterns:
        names = (*before, *one.pattern.converters)
        if isinstance(one, URLResolver):
            space = f"{spaces}{one.namespace}:" if one.namespace else spaces
            yield from _named(one.url_patterns, space, names)
        else:
            yield f"{spaces}{one.name}", names
