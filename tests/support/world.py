"""A small world for tests: one commune with its centre, one official for each role, one procedure.

Chị Hoa sits at the counter, anh Tuấn handles cases, bà Lan signs, anh Páo is the citizen. All invented.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from motcua.base.access import Actor, Kind, system
from motcua.base.clock import ZONE
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands as dossiers
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import Outcome, PaperForm, Verdict
from motcua.reference.catalogue import commands as catalogue
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.words import Channel, Draft, DurationUnit, Paper, Step, SupplementClock, Terms
from motcua.reference.catalogue.words import Outcome as Gives
from motcua.reference.forms import commands as forms
from motcua.reference.forms.rules import parse
from motcua.reference.org import commands as org
from motcua.reference.org.models import Agency, Staff, Unit
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind
from motcua.reference.people import commands as people
from motcua.reference.people.models import Person
from motcua.reference.people.queries import actor_of
from motcua.reference.people.words import Identity
from tests.support.kept import kept

MAKER = system("tests")
BEGAN = datetime(2025, 7, 1, 8, 0, tzinfo=ZONE)
MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)
CODE = "1.001193"

FIELDS = ({"name": "child_name", "kind": "person_name", "label": "Họ, chữ đệm, tên", "required": True},)


def form_of(fields: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Give an e-form of one page."""
    page = {"code": "child", "title": "Trẻ được khai sinh", "fields": [*fields]}
    return {"code": "birth", "title": "Tờ khai đăng ký khai sinh", "pages": [page]}


FORM = form_of(FIELDS)
PLACES = (
    (Role.RECEPTION_OFFICER, "Trần Thị Hoa", "hoa"),
    (Role.CASE_OFFICER, "Hà Minh Tuấn", "tuan"),
    (Role.UNIT_HEAD, "Đỗ Thị Hạnh", "hanh"),
    (Role.AGENCY_LEADER, "Nguyễn Thị Lan", "lan"),
    (Role.RECORDS_CLERK, "Vi Văn Sơn", "son"),
    (Role.AUDITOR, "Lê Quang Minh", "minh"),
    (Role.PROCEDURE_CONTROLLER, "Lê Hải Yến", "yen"),
)
KINDS = {
    Role.RECEPTION_OFFICER: UnitKind.COUNTER,
    Role.CASE_OFFICER: UnitKind.DIVISION,
    Role.UNIT_HEAD: UnitKind.DIVISION,
    Role.AGENCY_LEADER: UnitKind.LEADERSHIP,
    Role.RECORDS_CLERK: UnitKind.CLERICAL,
    Role.AUDITOR: UnitKind.OFFICE,
    Role.PROCEDURE_CONTROLLER: UnitKind.OFFICE,
}
ROUTE = (
    (Role.RECEPTION_OFFICER, "Tiếp nhận"),
    (Role.CASE_OFFICER, "Kiểm tra hồ sơ"),
    (Role.UNIT_HEAD, "Trưởng phòng xem"),
    (Role.AGENCY_LEADER, "Ký kết quả"),
    (Role.RECORDS_CLERK, "Vào số, đóng dấu"),
)


@dataclass
class World:
    """Who and what the tests work with."""

    committee: Agency
    counter: Unit
    version: ProcedureVersion
    staff: dict[Role, Staff]
    actors: dict[Role, Actor]
    citizen: Person
    member: Actor
    stranger: Actor
    at: datetime = field(default=MORNING)

    @property
    def hoa(self) -> Actor:
        """Give the counter officer."""
        return self.actors[Role.RECEPTION_OFFICER]

    @property
    def tuan(self) -> Actor:
        """Give the case officer."""
        return self.actors[Role.CASE_OFFICER]

    @property
    def hanh(self) -> Actor:
        """Give the head of the division."""
        return self.actors[Role.UNIT_HEAD]

    @property
    def lan(self) -> Actor:
        """Give the leader."""
        return self.actors[Role.AGENCY_LEADER]

    @property
    def son(self) -> Actor:
        """Give the records clerk."""
        return self.actors[Role.RECORDS_CLERK]

    @property
    def minh(self) -> Actor:
        """Give the auditor."""
        return self.actors[Role.AUDITOR]

    def draft(self, **more: object) -> Dossier:
        """Open a draft for anh Páo, ready to submit."""
        made = ok(
            dossiers.create_draft(
                procedure=CODE, agency_id=self.committee.pk, by=self.member, at=self.at, **more
            )
        )
        return ok(
            dossiers.save_answers(
                dossier_id=made.pk,
                page="child",
                answers={"child_name": "Giàng Thị Sua"},
                by=self.member,
                at=self.at,
            )
        )

    def submitted(self) -> Dossier:
        """Give a dossier that waits at the counter."""
        return ok(dossiers.submit_online(dossier_id=self.draft().pk, by=self.member, at=self.at))

    def judged(self) -> Dossier:
        """Give a dossier whose papers the counter found good."""
        made = self.submitted()
        return self.judge(made, self.hoa)

    def judge(
        self, dossier: Dossier, by: Actor, verdict: Verdict = Verdict.PASSED, reason: str = ""
    ) -> Dossier:
        """Let an official find the same about every paper."""
        found = [
            dossiers.Judgement(paper.pk, verdict, reason) for paper in dossier.papers.filter(superseded=False)
        ]
        return ok(dossiers.judge_papers(dossier_id=dossier.pk, judgements=found, by=by, at=self.at))

    def accepted(self) -> Dossier:
        """Give an accepted dossier."""
        return ok(dossiers.accept(dossier_id=self.judged().pk, by=self.hoa, at=self.at))

    def in_process(self) -> Dossier:
        """Give a dossier with the case officer."""
        return ok(dossiers.forward(dossier_id=self.accepted().pk, by=self.hoa, at=self.at))

    def drafted(self, outcome: Outcome = Outcome.GRANTED) -> Dossier:
        """Give a dossier whose result is drafted."""
        made = self.in_process()
        refused = outcome is Outcome.REFUSED
        return ok(
            dossiers.draft_result(
                dossier_id=made.pk,
                outcome=outcome,
                result_type_id=None if refused else self.version.results.get().pk,
                title="Giấy khai sinh",
                reason="Không đủ điều kiện" if refused else "",
                legal_ground="Luật Hộ tịch 2014, Điều 16" if refused else "",
                by=self.tuan,
                at=self.at,
            )
        )

    def approved(self, outcome: Outcome = Outcome.GRANTED) -> Dossier:
        """Give a dossier whose result is approved and waits to be numbered."""
        made = self.drafted(outcome)
        ok(dossiers.advance_step(dossier_id=made.pk, by=self.tuan, at=self.at))
        ok(dossiers.advance_step(dossier_id=made.pk, by=self.hanh, at=self.at))
        return ok(dossiers.approve_result(dossier_id=made.pk, by=self.lan, at=self.at))

    def issued(self, outcome: Outcome = Outcome.GRANTED) -> Dossier:
        """Give a dossier whose result is issued."""
        return ok(dossiers.issue_result(dossier_id=self.approved(outcome).pk, by=self.son, at=self.at))

    def received(self, personal_id: str = "008190000482") -> Dossier:
        """Take in a paper dossier at the counter."""
        identity = Identity(full_name="Lý Thị Mẩy", personal_id=personal_id, phone="0912000318")
        papers = [
            dossiers.PaperHandedIn(paper.pk, PaperForm.ORIGINAL)
            for paper in self.version.components.filter(required=True)
        ]
        return ok(
            dossiers.receive_direct(
                procedure=CODE,
                agency_id=self.committee.pk,
                identity=identity,
                papers=papers,
                by=self.hoa,
                at=self.at,
            )
        )


def ok(outcome: Dossier | Refusal) -> Dossier:
    """Give the dossier of an act that must succeed."""
    assert not isinstance(outcome, Refusal), outcome
    return Dossier.objects.get(pk=outcome.pk)


FIVE_DAYS = (5, DurationUnit.WORKING_DAY)


@kept
def build(
    *,
    clock: SupplementClock = SupplementClock.RESTART,
    papers: tuple[Paper, ...] = (),
    limit: tuple[int, DurationUnit] = FIVE_DAYS,
    fields: Sequence[Mapping[str, Any]] = FIELDS,
) -> World:
    """Build the world through the same commands that a province uses."""
    with_dates = {"valid_from": BEGAN.date(), "by": MAKER, "at": BEGAN}
    committee = org.found_agency(
        name="UBND phường Minh Xuân",
        short_name="UBND",
        kind=AgencyKind.PEOPLES_COMMITTEE,
        tier=Tier.COMMUNE,
        code="H60.24",
        province="tỉnh Tuyên Quang",
        place="Minh Xuân",
        **with_dates,
    )
    centre = org.found_agency(
        name="Trung tâm Phục vụ hành chính công phường Minh Xuân",
        short_name="TTPVHCC",
        kind=AgencyKind.CENTRE,
        tier=Tier.COMMUNE,
        code="H60.24.1",
        parent=committee,
        province="tỉnh Tuyên Quang",
        place="Minh Xuân",
        **with_dates,
    )
    units: dict[UnitKind, Unit] = {}
    for kind in UnitKind:
        at_counter = kind is UnitKind.COUNTER
        units[kind] = org.set_up_unit(
            agency=centre if at_counter else committee,
            name=f"Đơn vị {kind.value}",
            kind=kind,
            code="H60.24" if at_counter else "",
            **with_dates,
        )
    org.serve(counter=units[UnitKind.COUNTER], agency=committee, **with_dates)
    staff, actors = _officials(units)
    org.set_regulation(
        code="supplement_after_reception",
        value=3,
        unit="working_day",
        legal_basis="NĐ 61/2018/NĐ-CP, Điều 19",
        certainty="V-old",
        **with_dates,
    )
    for code, unit in (("extend_before", "working_day"), ("extensions_most", "times")):
        org.set_regulation(
            code=code,
            value=1,
            unit=unit,
            legal_basis="NĐ 61/2018/NĐ-CP, Điều 19",
            certainty="V-old",
            **with_dates,
        )
    org.set_regulation(
        code="full_age",
        value=216,
        unit="month",
        legal_basis="Bộ luật Dân sự 2015, Điều 20",
        certainty="V",
        **with_dates,
    )
    version = _procedure(committee, clock, papers, limit, fields)
    citizen = _person("Giàng A Páo", "008190000001", "vneid:pao")
    stranger = _person("Sùng Thị Mỷ", "008190000002", "vneid:my")
    return World(
        committee,
        units[UnitKind.COUNTER],
        version,
        staff,
        actors,
        citizen,
        actor_of(citizen),
        actor_of(stranger),
    )


def _officials(units: dict[UnitKind, Unit]) -> tuple[dict[Role, Staff], dict[Role, Actor]]:
    staff: dict[Role, Staff] = {}
    actors: dict[Role, Actor] = {}
    for role, name, login in PLACES:
        unit = units[KINDS[role]]
        position = org.make_position(unit=unit, title=name, roles=[role], by=MAKER, at=BEGAN)
        one = org.join(full_name=name, login=login, password=None, by=MAKER, at=BEGAN)
        org.appoint(staff=one, position=position, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
        staff[role] = one
        actors[role] = Actor(
            Kind.STAFF,
            name,
            one.account_id,
            one.pk,
            position.pk,
            unit.pk,
            unit.agency_id,
            frozenset({role.value}),
        )
    return staff, actors


def _procedure(
    agency: Agency,
    clock: SupplementClock,
    papers: tuple[Paper, ...],
    limit: tuple[int, DurationUnit],
    fields: Sequence[Mapping[str, Any]],
) -> ProcedureVersion:
    form = forms.publish_form(schema=parse(form_of(fields)), by=MAKER, at=BEGAN)
    steps = tuple(Step(name, name, role.value, KINDS[role].value, Decimal(1)) for role, name in ROUTE)
    draft = Draft(
        code=CODE,
        field="Hộ tịch",
        levels=(Tier.COMMUNE.value,),
        name="Thủ tục đăng ký khai sinh",
        title="Đăng ký khai sinh",
        decision_no="163/QĐ-BTP",
        effective_from=date(2025, 7, 1),
        subjects=("Công dân Việt Nam",),
        deciding_agency="Ủy ban nhân dân cấp xã",
        channels=(Terms(Channel.DIRECT, *limit), Terms(Channel.ONLINE, *limit)),
        route=steps,
        results=(Gives("KQ1", "Giấy khai sinh"),),
        papers=papers,
        supplement_clock=clock,
    )
    version = catalogue.draft_version(draft=draft, form=form, by=MAKER, at=BEGAN)
    assert isinstance(version, ProcedureVersion), version
    version = catalogue.publish_version(version_id=version.pk, by=MAKER, at=BEGAN)
    assert isinstance(version, ProcedureVersion), version
    catalogue.offer(procedure=version.procedure, agency=agency, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
    return version


def _person(name: str, personal_id: str, login: str) -> Person:
    identity = Identity(
        full_name=name, personal_id=personal_id, commune="phường Minh Xuân", phone="0912000001"
    )
    account = people.welcome_first(login=login, identity=identity, by=MAKER, at=BEGAN)
    return Person.objects.get(account_id=account.pk)
