"""A province to measure in: agencies alike, each with its counter, its officials and one citizen.

Everything is made through the commands that a province uses. All people are invented.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import zip_longest
from typing import TypeVar

from motcua.base.access import Actor, system
from motcua.base.clock import ZONE
from motcua.base.rooms import Refusal
from motcua.reference.catalogue import commands as catalogue
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.words import Channel, Draft, DurationUnit, Step, Terms
from motcua.reference.catalogue.words import Outcome as Gives
from motcua.reference.forms import commands as forms
from motcua.reference.forms.models import FormVersion
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


@dataclass(frozen=True)
class Offered:
    """A procedure of the world: its limit is so many working days."""

    code: str
    title: str
    field: str
    days: int


BIRTH = Offered(PROCEDURE, "Đăng ký khai sinh", "Hộ tịch", 5)
PAGE, ANSWERS = "child", {"child_name": "Giàng Thị Sua"}
T = TypeVar("T")
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
    """One agency: who acts in it, and where; `officers` are all who appraise, the first among `officials`."""

    agency: Agency
    counter: Unit
    citizen: Actor
    officials: dict[Role, Actor]
    officers: tuple[Actor, ...]


@dataclass(frozen=True)
class World:
    """The agencies and the procedures that all of them offer."""

    versions: tuple[ProcedureVersion, ...]
    offices: tuple[Office, ...]

    @property
    def version(self) -> ProcedureVersion:
        """Give the first procedure, which is the only one of a small world."""
        return self.versions[0]


def build(offices: int, *, officers: Sequence[int] = (), procedures: Sequence[Offered] = (BIRTH,)) -> World:
    """Build so many agencies; `officers` says how many appraise in each, one where it says nothing."""
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
    form = forms.publish_form(schema=parse(_FORM), by=MAKER, at=_BEGAN)
    versions = tuple(_procedure(one, form) for one in procedures)
    amounts = zip_longest(range(1, offices + 1), officers, fillvalue=1)
    return World(versions, tuple(_office(number, amount, versions) for number, amount in amounts))


def _made(outcome: T | Refusal) -> T:
    assert not isinstance(outcome, Refusal), outcome
    return outcome


def _office(number: int, officers: int, versions: Sequence[ProcedureVersion]) -> Office:
    committee = _agency(number, "UBND", AgencyKind.PEOPLES_COMMITTEE, None)
    centre = _agency(number, "TTPVHCC", AgencyKind.CENTRE, committee)
    counter = _made(
        org.set_up_unit(
            agency=centre,
            name="Quầy tiếp nhận",
            kind=UnitKind.COUNTER,
            code=committee.code,
            valid_from=_DAY,
            by=MAKER,
            at=_BEGAN,
        )
    )
    units = {UnitKind.COUNTER: counter}
    for kind in (UnitKind.DIVISION, UnitKind.LEADERSHIP, UnitKind.CLERICAL):
        units[kind] = _made(
            org.set_up_unit(
                agency=committee,
                name=f"Đơn vị {kind.value}",
                kind=kind,
                code="",
                valid_from=_DAY,
                by=MAKER,
                at=_BEGAN,
            )
        )
    org.serve(counter=counter, agency=committee, valid_from=_DAY, by=MAKER, at=_BEGAN)
    for version in versions:
        catalogue.offer(procedure=version.procedure, agency=committee, valid_from=_DAY, by=MAKER, at=_BEGAN)
    officials = {role: _official(f"{number}", role, units[kind], name) for role, kind, _, name in _ROUTE}
    more = (
        _official(f"{number}.{one}", Role.CASE_OFFICER, units[UnitKind.DIVISION], f"Hà Minh Tuấn {one}")
        for one in range(2, officers + 1)
    )
    appraisers = (officials[Role.CASE_OFFICER], *more)
    return Office(committee, counter, _citizen(number), officials, appraisers)


def _agency(number: int, short_name: str, kind: AgencyKind, parent: Agency | None) -> Agency:
    code = f"H60.9{number:02d}"
    return _made(
        org.found_agency(
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
    )


def _official(number: str, role: Role, unit: Unit, name: str) -> Actor:
    position = _made(org.make_position(unit=unit, title=name, roles=[role], by=MAKER, at=_BEGAN))
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


def _procedure(offered: Offered, form: FormVersion) -> ProcedureVersion:
    draft = Draft(
        code=offered.code,
        field=offered.field,
        levels=(Tier.COMMUNE.value,),
        name=f"Thủ tục {offered.title[0].lower()}{offered.title[1:]}",
        title=offered.title,
        decision_no="163/QĐ-BTP",
        effective_from=date(2025, 7, 1),
        subjects=("Công dân Việt Nam",),
        deciding_agency="Ủy ban nhân dân cấp xã",
        channels=(
            Terms(Channel.DIRECT, offered.days, DurationUnit.WORKING_DAY),
            Terms(Channel.ONLINE, offered.days, DurationUnit.WORKING_DAY),
        ),
        route=tuple(Step(name, name, role.value, kind.value, Decimal(1)) for role, kind, name, _ in _ROUTE),
        results=(Gives("KQ1", "Giấy khai sinh"),),
    )
    version = catalogue.draft_version(draft=draft, form=form, by=MAKER, at=_BEGAN)
    assert isinstance(version, ProcedureVersion), version
    version = catalogue.publish_version(version_id=version.pk, by=MAKER, at=_BEGAN)
    assert isinstance(version, ProcedureVersion), version
    return version
