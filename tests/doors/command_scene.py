"""Two communes under one province, with dossiers that ended, run and wait in every way. All invented."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from motcua.base.access import Actor
from motcua.base.clock import ZONE
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.commands.extending import Delay
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import LatenessReason
from motcua.reference.catalogue import commands as catalogue
from motcua.reference.org import commands as org
from motcua.reference.org.models import Agency, Staff, Unit
from motcua.reference.org.queries import actor_of
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind
from motcua.reform.insight import commands as insight
from tests.support.kept import kept
from tests.support.world import BEGAN, KINDS, MAKER, World, build, ok

NOON = datetime(2026, 3, 25, 14, 0, tzinfo=ZONE)
DATES = {"valid_from": BEGAN.date(), "by": MAKER, "at": BEGAN}
FAR_ROLES = (
    Role.RECEPTION_OFFICER,
    Role.CASE_OFFICER,
    Role.UNIT_HEAD,
    Role.AGENCY_LEADER,
    Role.RECORDS_CLERK,
)


@dataclass
class Province:
    """A province with its chairman and reform officer over two communes: `near`, and `far` with less."""

    top: Agency
    near: World
    far: World
    chairman: Actor
    reformer: Actor

    def client(self, who: Actor) -> Client:
        """Give a browser in which an official is signed in with a second factor."""
        account = Staff.objects.get(pk=who.person).account
        if not Authenticator.objects.filter(user=account).exists():
            TOTP.activate(account, "JBSWY3DPEHPK3PXP")
        client = Client(headers={"accept-language": "vi"})
        client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
        return client


@kept
def province() -> Province:
    """Build it, with its dossiers, at NOON; everything is counted."""
    top = org.found_agency(
        name="UBND tỉnh Tuyên Quang",
        short_name="UBND tỉnh",
        kind=AgencyKind.PEOPLES_COMMITTEE,
        tier=Tier.PROVINCE,
        code="H60",
        province="tỉnh Tuyên Quang",
        place="Minh Xuân",
        **DATES,
    )
    near = build()
    Agency.objects.filter(pk=near.committee.pk).update(parent=top)
    far = _far(top, near)
    chairman = _official(top, "Lê Văn Đức", "duc", Role.AGENCY_LEADER)
    reformer = _official(top, "Vũ Thị Thịnh", "thinh", Role.REFORM_OFFICER)
    org.set_regulation(
        code="on_time_target", value=98, unit="percent", legal_basis="Mục tiêu thử", certainty="D", **DATES
    )
    _lives(near)
    far.issued()
    far.in_process()
    insight.follow()
    return Province(top, near, far, chairman, reformer)


def _lives(world: World) -> None:
    """Let dossiers end early, on the day, late and withdrawn; let others wait, stick and run."""
    world.issued()
    on_time, late = world.approved(), world.approved()
    ok(commands.withdraw(dossier_id=world.accepted().pk, reason="", by=world.member, at=world.at))
    stuck, signing = world.in_process(), world.drafted()
    ok(commands.advance_step(dossier_id=signing.pk, by=world.tuan, at=world.at))
    _waits_for_papers(world)
    world.at = datetime(2026, 3, 9, 15, tzinfo=ZONE)
    ok(commands.issue_result(dossier_id=on_time.pk, by=world.son, at=world.at))
    _asks_another_unit(world, stuck)
    world.at += timedelta(days=4)
    ok(commands.issue_result(dossier_id=late.pk, by=world.son, at=world.at))
    world.at = datetime(2026, 3, 19, 9, tzinfo=ZONE)
    held = world.in_process()
    tuan = world.staff[Role.CASE_OFFICER].pk
    ok(commands.reassign(dossier_id=held.pk, to=tuan, by=world.hanh, at=world.at))
    world.at = datetime(2026, 3, 24, 9, tzinfo=ZONE)
    _asks_for_time(world)
    world.submitted()


def _waits_for_papers(world: World) -> None:
    """Let a dossier wait for papers of its applicant; its clock stands."""
    dossier = world.in_process()
    asked = {"items": [commands.Asked("Giấy chứng sinh")], "reason": "Thiếu", "legal_basis": "Luật Hộ tịch"}
    ok(commands.propose_supplement(dossier_id=dossier.pk, **asked, by=world.tuan, at=world.at))
    ok(commands.approve_supplement(dossier_id=dossier.pk, by=world.lan, at=world.at))
    ok(commands.request_supplement(dossier_id=dossier.pk, by=world.hoa, at=world.at))


def _asks_another_unit(world: World, dossier: Dossier) -> None:
    """Ask a unit that will not answer by its day."""
    unit = Unit.objects.get(agency=world.committee, kind=UnitKind.OFFICE)
    said = {"content": "Có trong sổ không?", "reply_due": date(2026, 3, 12)}
    ok(commands.open_consultation(dossier_id=dossier.pk, unit_id=unit.pk, **said, by=world.tuan, at=world.at))


def _asks_for_time(world: World) -> None:
    """Propose a later date, which waits for the leader."""
    dossier = world.in_process()
    until = date(2026, 4, 6)
    delay = Delay(LatenessReason.UNIT_OVERLOAD, "Nhiều hồ sơ cùng lúc", "UBND phường Minh Xuân", until)
    ok(commands.propose_extension(dossier_id=dossier.pk, delay=delay, by=world.tuan, at=world.at))


def _far(top: Agency, near: World) -> World:
    """Found a second commune that decides on the same procedure, with officials of its own."""
    commune = org.found_agency(
        name="UBND xã Lũng Cú",
        short_name="UBND",
        kind=AgencyKind.PEOPLES_COMMITTEE,
        tier=Tier.COMMUNE,
        code="H60.31",
        parent=top,
        province="tỉnh Tuyên Quang",
        place="Lũng Cú",
        **DATES,
    )
    units = {
        kind: org.set_up_unit(
            agency=commune,
            name=f"Lũng Cú, {kind.value}",
            kind=kind,
            code="H60.31" if kind is UnitKind.COUNTER else "",
            **DATES,
        )
        for kind in UnitKind
    }
    org.serve(counter=units[UnitKind.COUNTER], agency=commune, **DATES)
    catalogue.offer(procedure=near.version.procedure, agency=commune, **DATES)
    actors = {
        role: _official(commune, f"Lũng Cú {role.value}", f"far-{role.value}", role, units[KINDS[role]])
        for role in FAR_ROLES
    }
    staff = {role: Staff.objects.get(pk=one.person) for role, one in actors.items()}
    return replace(near, committee=commune, counter=units[UnitKind.COUNTER], staff=staff, actors=actors)


def _official(agency: Agency, name: str, login: str, role: Role, unit: Unit | None = None) -> Actor:
    place = unit or org.set_up_unit(agency=agency, name=f"Phòng {name}", kind=UnitKind.OFFICE, **DATES)
    position = org.make_position(unit=place, title=name, roles=[role], by=MAKER, at=BEGAN)
    staff = org.join(full_name=name, login=login, password=None, by=MAKER, at=BEGAN)
    org.appoint(staff=staff, position=position, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
    actor = actor_of(staff)
    assert actor is not None, "somebody who holds a position acts"
    return actor
