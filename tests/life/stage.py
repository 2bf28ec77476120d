"""The province in which lives are played: built once by commands, then only rolled back to."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from motcua.base.access import NOBODY, Actor, Kind, system
from motcua.base.files.commands import keep_own
from motcua.base.files.models import StoredFile
from motcua.reference.catalogue import commands as catalogue
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.words import Channel, Draft, DurationUnit, Paper, Step, SupplementClock, Terms
from motcua.reference.catalogue.words import Outcome as Gives
from motcua.reference.forms import commands as forms
from motcua.reference.forms.rules import parse
from motcua.reference.org import commands as org
from motcua.reference.org import queries
from motcua.reference.org.models import Agency, Staff, Unit
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind
from motcua.reference.people import commands as people
from motcua.reference.people.models import Person, Representation
from motcua.reference.people.queries import actor_of
from motcua.reference.people.words import Basis, Identity, Mandate, Power
from tests.life.cast import CAST, MOVED_TO, Who
from tests.life.model.life import DRAFT_KEPT_DAYS, TERMS
from tests.life.model.life import Terms as Told
from tests.support.world import BEGAN, FORM, KINDS, MAKER, ROUTE, World, build

DATED = {"valid_from": BEGAN.date(), "by": MAKER, "at": BEGAN}
UNITS = {"wd": DurationUnit.WORKING_DAY, "d": DurationUnit.DAY, "h": DurationUnit.HOUR}
MAIN = {
    "hoa": Role.RECEPTION_OFFICER,
    "tuan": Role.CASE_OFFICER,
    "hanh": Role.UNIT_HEAD,
    "lan": Role.AGENCY_LEADER,
    "son": Role.RECORDS_CLERK,
    "minh": Role.AUDITOR,
    "yen": Role.PROCEDURE_CONTROLLER,
}


@dataclass
class Stage:
    """Everybody and everything of the play, by the names that the model knows."""

    world: World
    versions: dict[str, ProcedureVersion]
    units: dict[str, UUID]
    staff: dict[str, Staff]
    members: dict[str, Actor]
    mandate: Representation
    files: list[StoredFile]
    _seen: dict[tuple[str, Who], Actor] = field(default_factory=dict)

    def actor(self, name: str, on: date) -> Actor:
        """Give somebody as the house knows them on a day: without a place they are nobody."""
        if name == "house":
            return system("tests")
        if name in self.members:
            return self.members[name]
        # Nothing changes but on the first and last day of a place.
        key = name, CAST[name].on(on)
        if key not in self._seen:
            self._seen[key] = self._official(name, on) or replace(NOBODY, kind=Kind.STAFF)
        return self._seen[key]

    def _official(self, name: str, on: date) -> Actor | None:
        person, _, instead = name.partition("@")
        own = queries.actor_of(self.staff[person], on)
        if not instead or own is None:
            return own
        lent = queries.standing_in(self.staff[person].pk, on).filter(giver=self.staff[instead]).first()
        return queries.actor_instead(own, lent) if lent else None

    def staff_name(self, pk: UUID | None) -> str:
        return next((name for name, one in self.staff.items() if one.pk == pk), "")

    def unit_name(self, pk: UUID | None) -> str:
        return next((name for name, one in self.units.items() if one == pk), "")


def set_up() -> Stage:
    """Build the stage."""
    world = build()
    staff = {name: world.staff[role] for name, role in MAIN.items()}
    units = {KINDS[role].value: world.actors[role].unit for role in MAIN.values()}
    named = {name: one for name, one in units.items() if one is not None}
    _neighbours(named)
    for who in CAST.values():
        if who.kind == "staff" and not who.stands_for and who.name not in staff:
            staff[who.name] = _appointed(who.name, named[who.unit], Role(next(iter(who.roles))))
            if who.days[1] < date(2027, 1, 1):
                _move_away(staff[who.name], named[MOVED_TO[1]], who.days[1] + timedelta(days=1))
    _lend(world, staff)
    _rules_of_law()
    versions = {"1.001193": world.version} | {
        told.code: _publish(world, told) for told in TERMS.values() if told.code != "1.001193"
    }
    sinh = _member("Vàng Mí Sình", "008190000003")
    mandate = people.represent_person(
        identity=Identity("Giàng A Páo", "008190000001"),
        mandate=Mandate(Basis.AUTHORISED, frozenset({Power.FILE}), BEGAN.date(), document="Giấy ủy quyền"),
        by=sinh,
        at=BEGAN,
    )
    assert isinstance(mandate, Representation), mandate
    members = {"pao": world.member, "my": world.stranger, "sinh": sinh}
    files = [
        keep_own(content=b"%PDF-1.7 " + bytes([65 + n]), name="to.pdf", by=world.member, at=BEGAN)
        for n in range(2)
    ]
    return Stage(world, versions, named, staff, members, mandate, files)


def _neighbours(units: dict[str, UUID]) -> None:
    police = org.found_agency(
        name="Công an phường",
        short_name="CA",
        kind=AgencyKind.DEPARTMENT,
        tier=Tier.COMMUNE,
        code="H60.99",
        province="tỉnh Tuyên Quang",
        place="Minh Xuân",
        **DATED,
    )
    assert isinstance(police, Agency)
    kinds = (
        ("police", UnitKind.DIVISION),
        ("police_top", UnitKind.LEADERSHIP),
        ("police_counter", UnitKind.COUNTER),
    )
    for name, kind in kinds:
        code = "H60.99" if kind is UnitKind.COUNTER else ""
        made = org.set_up_unit(agency=police, name=name, kind=kind, code=code, **DATED)
        assert isinstance(made, Unit)
        units[name] = made.pk


def _appointed(name: str, unit: UUID, role: Role) -> Staff:
    position = org.make_position(unit=Unit.objects.get(pk=unit), title=name, roles=[role], by=MAKER, at=BEGAN)
    one = org.join(full_name=f"Người {name}", login=f"life.{name}", password=None, by=MAKER, at=BEGAN)
    assert isinstance(one, Staff)
    org.appoint(staff=one, position=position, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
    return one


def _move_away(one: Staff, unit: UUID, day: date) -> None:
    place = org.make_position(
        unit=Unit.objects.get(pk=unit), title="Chuyên viên", roles=[Role(MOVED_TO[0])], by=MAKER, at=BEGAN
    )
    org.move(staff_id=one.pk, position_id=place.pk, valid_from=day, by=MAKER, at=BEGAN)


def _lend(world: World, staff: dict[str, Staff]) -> None:
    for who in CAST.values():
        if who.stands_for:
            place = world.actors[MAIN[who.stands_for]].position
            assert place is not None
            org.delegate(
                giver_id=staff[who.stands_for].pk,
                taker_id=staff[who.person].pk,
                position_id=place,
                valid_from=who.days[0],
                valid_to=who.days[1],
                document="Giấy ủy quyền 5/GUQ",
                by=MAKER,
                at=BEGAN,
            )


def _rules_of_law() -> None:
    limits = (
        ("supplement_answer:1.900002", 5, "working_day"),
        ("consultation_pauses:1.900003", 1, "switch"),
        ("draft_kept", DRAFT_KEPT_DAYS, "day"),
        ("non_boundary", 1, "switch"),
    )
    for code, value, unit in limits:
        org.set_regulation(
            code=code, value=value, unit=unit, legal_basis="Luật chuyên ngành", certainty="V", **DATED
        )


def _publish(world: World, told: Told) -> ProcedureVersion:
    draft = Draft(
        code=told.code,
        field="Thử nghiệm",
        levels=(Tier.COMMUNE.value,),
        name=f"Thủ tục thử nghiệm {told.code}",
        title=f"Thử nghiệm {told.code}",
        decision_no="1/QĐ",
        effective_from=BEGAN.date(),
        subjects=("Công dân Việt Nam",),
        deciding_agency="Ủy ban nhân dân cấp xã",
        channels=tuple(
            Terms(channel, told.amount, UNITS[told.unit]) for channel in (Channel.DIRECT, Channel.ONLINE)
        ),
        route=tuple(Step(name, name, role.value, KINDS[role].value, Decimal(1)) for role, name in ROUTE),
        results=(Gives("KQ1", "Giấy phép"),),
        papers=(Paper("TP1", "Bản sao giấy tờ", required=True),) if told.paper else (),
        supplement_clock=SupplementClock.RESTART if told.restarts else SupplementClock.PAUSE,
    )
    form = forms.publish_form(schema=parse({**FORM, "code": "permit"}), by=MAKER, at=BEGAN)
    version = catalogue.draft_version(draft=draft, form=form, by=MAKER, at=BEGAN)
    assert isinstance(version, ProcedureVersion), version
    version = catalogue.publish_version(version_id=version.pk, by=MAKER, at=BEGAN)
    assert isinstance(version, ProcedureVersion), version
    catalogue.offer(
        procedure=version.procedure,
        agency=world.committee,
        valid_from=BEGAN.date(),
        by=MAKER,
        at=BEGAN,
    )
    return version


def _member(name: str, personal_id: str) -> Actor:
    identity = Identity(full_name=name, personal_id=personal_id, phone="0912000003")
    account = people.welcome_first(login=f"vneid:{personal_id}", identity=identity, by=MAKER, at=BEGAN)
    return actor_of(Person.objects.get(account_id=account.pk))
