"""A ward with its officials, one procedure, and a citizen: the scene of the desk's tests. All invented."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache, partial
from io import BytesIO
from typing import Any

import pikepdf
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from motcua.base.access import Actor, Kind, system
from motcua.base.access.commands import open_account
from motcua.base.clock import now
from motcua.base.files import commands as files
from motcua.base.files.models import StoredFile
from motcua.base.files.words import Problem
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.commands import Judgement
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import Outcome, Verdict
from motcua.exchange.identity.simulator import totp
from motcua.reference.catalogue import commands as catalogue
from motcua.reference.catalogue import words as said
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.forms import commands as forms
from motcua.reference.forms import rules as form_rules
from motcua.reference.org import commands as org
from motcua.reference.org.models import Agency, Staff, Unit
from motcua.reference.org.queries import actor_of
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind
from motcua.reference.people import commands as people
from motcua.reference.people import queries as known
from motcua.reference.people.models import HeldPaper, Person
from motcua.reference.people.words import Identity, Kept, PaperOrigin
from tests.support.kept import kept

HOUSE = system("scene")
SINCE = date(2025, 7, 1)
CODE = "1.000656"
POPULATION = "Cơ sở dữ liệu quốc gia về dân cư"
PASSWORD = "mot-mat-khau-de-thu-nghiem"
TOTP_SECRET = "JBSWY3DPEHPK3PXP"
HOA = Identity(
    full_name="Lý Thị Hoa",
    personal_id="008190004821",
    birth_date=date(1990, 3, 12),
    phone="0912345318",
    province="tỉnh Tuyên Quang",
    commune="phường Minh Xuân",
    address_detail="Tổ 12",
)
FORM = {
    "code": "khai-tu",
    "title": "Tờ khai đăng ký khai tử",
    "pages": [
        {
            "code": "nguoi-mat",
            "title": "Người mất",
            "fields": [
                {"name": "dead_name", "kind": "person_name", "label": "Họ, chữ đệm, tên người mất"},
                {"name": "dead_on", "kind": "date", "label": "Ngày mất", "max": "today"},
                {"name": "asker_id", "kind": "personal_id", "label": "Số định danh người yêu cầu"},
            ],
        }
    ],
}


@dataclass
class Scene:
    """Who and what there is; officials by a short name."""

    agency: Agency
    counter: Unit
    version: ProcedureVersion
    staff: dict[str, Staff]
    citizen: Person

    def actor(self, who: str) -> Actor:
        """Give an official, or the citizen, as an actor."""
        actor = known.actor_of(self.citizen) if who == "hoa" else actor_of(self.staff[who])
        assert actor is not None
        return actor

    def client(self, who: str, *, second_factor: bool = True) -> Client:
        """Give a browser in which an official is signed in."""
        account = self.staff[who].account
        if second_factor:
            TOTP.activate(account, TOTP_SECRET)
        client = Client(headers={"accept-language": "vi"})
        client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
        return client


@kept
def ward() -> Scene:
    """Found the ward."""
    at = now()
    do = {"by": HOUSE, "at": at}
    agency = _done(
        org.found_agency(
            name="UBND phường Minh Xuân",
            short_name="UBND",
            kind=AgencyKind.PEOPLES_COMMITTEE,
            tier=Tier.COMMUNE,
            code="H60.24",
            valid_from=SINCE,
            province="tỉnh Tuyên Quang",
            place="Minh Xuân",
            **do,
        )
    )
    unit = partial(org.set_up_unit, agency=agency, valid_from=SINCE, **do)
    counter = unit(
        name="Trung tâm Phục vụ hành chính công phường Minh Xuân", kind=UnitKind.COUNTER, code="H60.24"
    )
    org.serve(counter=counter, agency=agency, valid_from=SINCE, **do)
    places = {
        "trang": ("Trần Thu Trang", counter, (Role.RECEPTION_OFFICER,)),
        "mai": ("Đàm Thị Mai", counter, (Role.RECEPTION_OFFICER, Role.ONE_STOP_HEAD)),
        "huy": ("Nguyễn Quang Huy", unit(name="Phòng Tư pháp", kind=UnitKind.DIVISION), (Role.CASE_OFFICER,)),
    }
    division = places["huy"][1]
    leadership = unit(name="Lãnh đạo UBND phường", kind=UnitKind.LEADERSHIP)
    office = unit(name="Văn phòng", kind=UnitKind.CLERICAL)
    places |= {
        "tuan": ("Hà Minh Tuấn", division, (Role.CASE_OFFICER,)),
        "hanh": ("Đỗ Thị Hạnh", division, (Role.UNIT_HEAD,)),
        "lan": ("Vi Thị Lan", leadership, (Role.AGENCY_LEADER,)),
        "bao": ("Nịnh Văn Bảo", office, (Role.RECORDS_CLERK,)),
        "ninh": ("Phạm An Ninh", office, (Role.AUDITOR,)),
        "quan": ("Lù Seo Quân", office, (Role.ADMINISTRATOR,)),
    }
    staff = {login: _joined(login, *place, at=at) for login, place in places.items()}
    account = open_account(login="vneid:hoa", kind=Kind.MEMBER, password=None, by=HOUSE, at=at)
    citizen = people.welcome(account=account, identity=HOA, by=HOUSE, at=at)
    version = _procedure(agency, at)
    org.set_regulation(
        code="supplement_after_reception",
        value=3,
        unit="working_day",
        legal_basis="Nghị định 61/2018/NĐ-CP, Điều 19",
        certainty="V-old",
        valid_from=SINCE,
        **do,
    )
    for code, measure in (("extend_before", "working_day"), ("extensions_most", "times")):
        org.set_regulation(
            code=code,
            value=1,
            unit=measure,
            legal_basis="Nghị định 61/2018/NĐ-CP, Điều 19",
            certainty="V-old",
            valid_from=SINCE,
            **do,
        )
    return Scene(agency, counter, version, staff, citizen)


def submitted(scene: Scene) -> Dossier:
    """Give a dossier that the citizen has just submitted."""
    by = scene.actor("hoa")
    dossier = _done(commands.create_draft(procedure=CODE, agency_id=scene.agency.pk, by=by, at=now()))
    answers = {"dead_name": "Lý Văn Sơn", "dead_on": "2026-02-20", "asker_id": HOA.personal_id}
    _done(commands.save_answers(dossier_id=dossier.pk, page="nguoi-mat", answers=answers, by=by, at=now()))
    wanted = scene.version.components.get(code="GBT")
    _done(commands.attach(dossier_id=dossier.pk, requirement_id=wanted.pk, file=a_file(by), by=by, at=now()))
    return _done(commands.submit_online(dossier_id=dossier.pk, by=by, at=now()))


def accepted(scene: Scene) -> Dossier:
    """Give a dossier that the counter has just accepted."""
    dossier = submitted(scene)
    judge(scene, dossier, "trang")
    return _done(commands.accept(dossier_id=dossier.pk, by=scene.actor("trang"), at=now()))


def in_process(scene: Scene) -> Dossier:
    """Give a dossier that waits for a case officer."""
    dossier = accepted(scene)
    return _done(commands.forward(dossier_id=dossier.pk, by=scene.actor("trang"), at=now()))


def drafted(scene: Scene) -> Dossier:
    """Give a dossier whose result waits for the leader."""
    dossier = in_process(scene)
    results = scene.version.results.get()
    _done(
        commands.draft_result(
            dossier_id=dossier.pk,
            outcome=Outcome.GRANTED,
            result_type_id=results.pk,
            title="Trích lục khai tử",
            content="Lý Văn Sơn, mất ngày 20/02/2026.",
            by=scene.actor("huy"),
            at=now(),
        )
    )
    return _done(commands.advance_step(dossier_id=dossier.pk, by=scene.actor("huy"), at=now()))


def approved(scene: Scene) -> Dossier:
    """Give a dossier whose result waits for its number."""
    dossier = drafted(scene)
    return _done(commands.approve_result(dossier_id=dossier.pk, by=scene.actor("lan"), at=now()))


def issued(scene: Scene) -> Dossier:
    """Give a dossier whose result waits at the counter."""
    dossier = approved(scene)
    return _done(commands.issue_result(dossier_id=dossier.pk, by=scene.actor("bao"), at=now()))


def hold(scene: Scene, component: str = "GBT") -> HeldPaper:
    """Put a paper into the citizen's store, as if it had been accepted for a component before."""
    kept = Kept(
        name="Giấy báo tử",
        number="45/2026",
        issuer="Trạm Y tế phường Minh Xuân",
        issued_on=date(2026, 2, 21),
        component=f"{CODE}/{component}",
    )
    file = a_file(scene.actor("hoa"))
    where = {"source": f"scene:{component}", "source_said": "Đã chấp nhận trong hồ sơ trước"}
    return people.hold_paper(
        owner_id=scene.citizen.pk,
        paper=kept,
        file_id=file.pk,
        origin=PaperOrigin.ACCEPTED,
        **where,
        by=HOUSE,
        at=now(),
    )


def judge(
    scene: Scene, dossier: Dossier, who: str, verdict: Verdict = Verdict.PASSED, reason: str = ""
) -> None:
    """Let an official judge every paper alike."""
    found = [Judgement(paper.pk, verdict, reason) for paper in dossier.papers.filter(superseded=False)]
    _done(commands.judge_papers(dossier_id=dossier.pk, judgements=found, by=scene.actor(who), at=now()))


def code_now() -> str:
    """Give the code that the authenticator of every official shows now."""
    return totp.code_at(totp.key_of(TOTP_SECRET), now().timestamp())


def a_file(by: Actor) -> StoredFile:
    """Give a stored PDF of one empty page, kept as our own: nothing foreign is to be opened."""
    return files.keep_own(content=a_pdf(), name="giay-bao-tu.pdf", by=by, at=now())


@cache
def a_pdf() -> bytes:
    """Give a PDF of one empty page."""
    made = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(made)
    return made.getvalue()


def _joined(login: str, name: str, unit: Unit, roles: tuple[Role, ...], *, at: datetime) -> Staff:
    staff = org.join(full_name=name, login=login, password=PASSWORD, by=HOUSE, at=at)
    position = org.make_position(unit=unit, title=f"Công chức, {unit.name}", roles=roles, by=HOUSE, at=at)
    _done(org.appoint(staff=staff, position=position, valid_from=SINCE, by=HOUSE, at=at))
    return staff


def _procedure(agency: Agency, at: datetime) -> ProcedureVersion:
    form = forms.publish_form(schema=form_rules.parse(FORM), by=HOUSE, at=at)
    step = said.Step
    draft = said.Draft(
        code=CODE,
        field="Hộ tịch",
        levels=(Tier.COMMUNE,),
        name="Thủ tục đăng ký khai tử",
        title="Đăng ký khai tử",
        decision_no="1234/QĐ-BTP",
        effective_from=SINCE,
        subjects=("Công dân Việt Nam",),
        deciding_agency="UBND cấp xã",
        channels=(
            said.Terms(said.Channel.ONLINE, 5, said.DurationUnit.WORKING_DAY),
            said.Terms(said.Channel.DIRECT, 5, said.DurationUnit.WORKING_DAY),
        ),
        papers=(
            said.Paper("GBT", "Giấy báo tử hoặc giấy tờ thay thế", originals=1),
            said.Paper("UQ", "Văn bản ủy quyền", copies=1, required=False, condition="Khi nộp thay"),
            said.Paper("CC", "Bản sao Căn cước", copies=1, required=False, data_source=POPULATION),
        ),
        route=(
            step("Tiếp nhận", "Tiếp nhận hồ sơ", Role.RECEPTION_OFFICER, UnitKind.COUNTER, Decimal(4)),
            step("Kiểm tra hồ sơ", "Kiểm tra hồ sơ", Role.CASE_OFFICER, UnitKind.DIVISION, Decimal(16)),
            step("Ký kết quả", "Ký kết quả", Role.AGENCY_LEADER, UnitKind.LEADERSHIP, Decimal(8)),
            step("Cấp số, đóng dấu", "Đóng dấu", Role.RECORDS_CLERK, UnitKind.CLERICAL, Decimal(4)),
        ),
        results=(said.Outcome("KQ.G15.000001", "Trích lục khai tử"),),
        fees=(said.Charge(said.FeeKind.CHARGE, "Lệ phí đăng ký khai tử", 0),),
        legal_basis=(said.Act("60/2014/QH13", "Luật Hộ tịch"),),
        other_words=("bao tu",),
    )
    version = _done(catalogue.draft_version(draft=draft, form=form, by=HOUSE, at=at))
    _done(catalogue.publish_version(version_id=version.pk, by=HOUSE, at=at))
    _done(catalogue.offer(procedure=version.procedure, agency=agency, valid_from=SINCE, by=HOUSE, at=at))
    return ProcedureVersion.objects.select_related("procedure").get(pk=version.pk)


def _done(outcome: Any) -> Any:
    assert not isinstance(outcome, Refusal | Problem), outcome
    return outcome
