"""A small province to measure in: communes alike, each with its counter, its officials and one citizen.

Everything is made through the commands that a province uses. All people are invented.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from motcua.base.access import Actor, system
from motcua.base.clock import ZONE
from motcua.reference.catalogue import commands as catalogue
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.words import Channel, Draft, DurationUnit, Step, Terms
from motcua.reference.catalogue.words import Outcome as Gives
from motcua.reference.forms import commands as forms
from motcua.reference.forms.rules import parse
from motcua.reference.org import commands as org
from motcua.reference.org.models import Agency, Staff, Unit
from motcua.reference.org.queries import actor_of as official
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind
from motcua.reference.people import commands as people
from motcua.reference.people.models import Person
from motcua.reference.people.queries import actor_of as member
from motcua.reference.people.words import Identity

PROCEDURE = "1.001193"
PAGE, ANSWERS = "child", {"child_name": "Giàng Thị Sua"}
MAKER = system("bench")
_BEGAN = datetime(2025, 7, 1, 8, 0, tzinfo=ZONE)
_DAY = _BEGAN.date()

_FORM = {
    "code": "birth",
    "title": "Tờ khai đăng ký khai sinh",
    "pages": [
        {
            "code": PAGE,
            "title": "Trẻ được khai sinh",
            "fields": [
                {"name": "child_name", "kind": "person_name", "label": "Họ, chữ đệm, tên", "required": True}
            ],
        }
    ],
}
_ROUTE = (
    (Role.RECEPTION_OFFICER, UnitKind.COUNTER, "Tiếp nhận", "Trần Thị Hoa"),
    (Role.CASE_OFFICER, UnitKind.DIVISION, "Kiểm tra hồ sơ", "Hà Minh Tuấn"),
    (Role.UNIT_HEAD, UnitKind.DIVISION, "Trưởng phòng xem", "Đỗ Thị Hạnh"),
    (Role.AGENCY_LEADER, UnitKind.LEADERSHIP, "Ký kết quả", "Nguyễn Thị Lan"),
    (Role.RECORDS_CLERK, UnitKind.CLERICAL, "Vào số, đóng dấu", "Vi Văn Sơn"),
)


@dataclass(frozen=True)
class Office:
    """One commune: who acts in it, and where."""

    agency: Agency
    counter: Unit
    citizen: Actor
    officials: dict[Role, Actor]


@dataclass(frozen=True)
class World:
    """The communes and the one procedure that all of them offer."""

    version: ProcedureVersion
    offices: tuple[Office, ...]


def build(offices: int) -> World:
    """Build so many communes alike."""
    org.set_regulation(
        code="supplement_after_reception",
        value=3,
        unit="working_day",
        legal_basis="NĐ 61/2018/NĐ-CP, Điều 19",
        certainty="V-old",
        valid_from=_DAY,
        by=MAKER,
        at=_BEGAN,
    )
    version = _procedure()
    return World(version, tuple(_office(number, version) for number in range(1, offices + 1)))


def _office(number: int, version: ProcedureVersion) -> Office:
    committee = _agency(number, "UBND", AgencyKind.PEOPLES_COMMITTEE, None)
    centre = _agency(number, "TTPVHCC", AgencyKind.CENTRE, committee)
    counter = org.set_up_unit(
        agency=centre,
        name="Quầy tiếp nhận",
        kind=UnitKind.COUNTER,
        code=committee.code,
        valid_from=_DAY,
        by=MAKER,
        at=_BEGAN,
    )
    units = {UnitKind.COUNTER: counter}
    for kind in (UnitKind.DIVISION, UnitKind.LEADERSHIP, UnitKind.CLERICAL):
        units[kind] = org.set_up_unit(
            agency=committee,
            name=f"Đơn vị {kind.value}",
            kind=kind,
            code="",
            valid_from=_DAY,
            by=MAKER,
            at=_BEGAN,
        )
    org.serve(counter=counter, agency=committee, valid_from=_DAY, by=MAKER, at=_BEGAN)
    catalogue.offer(procedure=version.procedure, agency=committee, valid_from=_DAY, by=MAKER, at=_BEGAN)
    officials = {role: _official(number, role, units[kind], name) for role, kind, _, name in _ROUTE}
    return Office(committee, counter, _citizen(number), officials)


def _agency(number: int, short_name: str, kind: AgencyKind, parent: Agency | None) -> Agency:
    code = f"H60.9{number:02d}"
    return org.found_agency(
        name=f"{short_name} phường Thử nghiệm {number}",
        short_name=short_name,
        kind=kind,
        tier=Tier.COMMUNE,
        code=f"{code}.1" if parent else code,
        parent=parent,
        province="tỉnh Tuyên Quang",
        place=f"Thử nghiệm {number}",
        valid_from=_DAY,
        by=MAKER,
        at=_BEGAN,
    )


def _official(number: int, role: Role, unit: Unit, name: str) -> Actor:
    position = org.make_position(unit=unit, title=name, roles=[role], by=MAKER, at=_BEGAN)
    staff = org.join(full_name=name, login=f"{role.value}.{number}", password=None, by=MAKER, at=_BEGAN)
    assert isinstance(staff, Staff)
    org.appoint(staff=staff, position=position, valid_from=_DAY, by=MAKER, at=_BEGAN)
    actor = official(staff)
    assert actor is not None, "appointed just above"
    return actor


def _citizen(number: int) -> Actor:
    identity = Identity(
        full_name="Giàng A Páo",
        personal_id=f"0081900{number:05d}",
        commune="phường Thử nghiệm",
        phone="0912000001",
    )
    account = people.welcome_first(login=f"vneid:bench-{number}", identity=identity, by=MAKER, at=_BEGAN)
    return member(Person.objects.get(account_id=account.pk))


def _procedure() -> ProcedureVersion:
    form = forms.publish_form(schema=parse(_FORM), by=MAKER, at=_BEGAN)
    draft = Draft(
        code=PROCEDURE,
        field="Hộ tịch",
        levels=(Tier.COMMUNE.value,),
        name="Thủ tục đăng ký khai sinh",
        title="Đăng ký khai sinh",
        decision_no="163/QĐ-BTP",
        effective_from=date(2025, 7, 1),
        subjects=("Công dân Việt Nam",),
        deciding_agency="Ủy ban nhân dân cấp xã",
        channels=(
            Terms(Channel.DIRECT, 5, DurationUnit.WORKING_DAY),
            Terms(Channel.ONLINE, 5, DurationUnit.WORKING_DAY),
        ),
        route=tuple(Step(name, name, role.value, kind.value, Decimal(1)) for role, kind, name, _ in _ROUTE),
        results=(Gives("KQ1", "Giấy khai sinh"),),
    )
    version = catalogue.draft_version(draft=draft, form=form, by=MAKER, at=_BEGAN)
    assert isinstance(version, ProcedureVersion), version
    version = catalogue.publish_version(version_id=version.pk, by=MAKER, at=_BEGAN)
    assert isinstance(version, ProcedureVersion), version
    return version
