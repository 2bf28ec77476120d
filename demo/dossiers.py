"""A handful of dossiers in every state, made through the same commands that people use, days back in time.

Everybody in them is invented.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any, TypeVar
from uuid import UUID

import pikepdf
from PIL import Image, ImageDraw

from demo.answers import answers
from demo.people import CITIZENS, Citizen
from motcua.base.access import Actor, system
from motcua.base.clock import local
from motcua.base.clock.minutes import add_working_minutes
from motcua.base.files import commands as files
from motcua.base.files.models import StoredFile
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import (
    Outcome,
    PaperForm,
    RefusalReason,
    ResultDelivery,
    Verdict,
)
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.forms import queries as forms
from motcua.reference.org import queries as org
from motcua.reference.org.models import Agency, Staff
from motcua.reference.org.words import Role, UnitKind
from motcua.reference.people import commands as people
from motcua.reference.people.models import Person
from motcua.reference.people.queries import actor_of
from motcua.reference.people.words import Identity

BIRTH, MARITAL, COPY, LAND = "1.001193", "1.004873", "2.000815", "1.013978"
BUSINESS, LAWYER, BADGE, VET = "1.001612", "1.002153", "2.002288", "1.001686"
MINH_XUAN, LUNG_CU, HA_GIANG, SON_DUONG, HOANG_SU_PHI = "H60.24", "H60.31", "H60.25", "H60.32", "H60.33"
JUSTICE, CONSTRUCTION, AGRICULTURE = "H60.05", "H60.06", "H60.07"

HOUR = 60
DAY = 8 * HOUR
QUARTER = timedelta(minutes=15)
T = TypeVar("T")

# Who lives there files there; a department serves everybody.
COMMUNES = {
    MINH_XUAN: "phường Minh Xuân",
    LUNG_CU: "xã Lũng Cú",
    HA_GIANG: "phường Hà Giang 1",
    SON_DUONG: "xã Sơn Dương",
    HOANG_SU_PHI: "xã Hoàng Su Phì",
}
# A citizen with a draft, a result to fetch and a paper in the store: to look at without filing anything.
WELL_KNOWN, WRONG_PLACE = "Nông Thị Thêm", "Trần Đức Hiếu"
# The first to come in as: whose time began anew after a paper was asked for and came.
FIRST = "Lý Thị Hoài"


# In process now, with whom, accepted so many working days ago: some due today, a few late.
PRESENT = (
    (MARITAL, MINH_XUAN, 3),
    (BUSINESS, MINH_XUAN, 2),
    (LAND, MINH_XUAN, 14),
    (MARITAL, HA_GIANG, 2),
    (BUSINESS, HA_GIANG, 1),
    (LAND, HA_GIANG, 6),
    (MARITAL, SON_DUONG, 3),
    (LAND, SON_DUONG, 12),
    (BUSINESS, HOANG_SU_PHI, 1),
    (MARITAL, HOANG_SU_PHI, 5),
    (LAND, LUNG_CU, 3),
    (BADGE, CONSTRUCTION, 1),
    (LAWYER, JUSTICE, 5),
)


@dataclass(frozen=True)
class Wanted:
    """What an office asks for: the paper, what is wrong with it, the sentence to the citizen, the act."""

    paper: str
    fault: str
    reason: str
    act: str


WANTED = {
    BIRTH: Wanted(
        "Giấy chứng sinh",
        "Bản chụp mờ, không đọc được số",
        "Bản chụp Giấy chứng sinh mờ, không đọc được số. Chụp lại cho rõ.",
        "Luật Hộ tịch số 60/2014/QH13, Điều 16",
    ),
    LAND: Wanted(
        "Đơn đăng ký đất đai, tài sản gắn liền với đất",
        "Chưa ghi diện tích xây dựng của nhà",
        "Đơn chưa ghi diện tích xây dựng của nhà trên đất. Ghi thêm rồi gửi lại đơn.",
        "Nghị định số 101/2024/NĐ-CP",
    ),
    BUSINESS: Wanted(
        "Giấy đề nghị đăng ký hộ kinh doanh",
        "Thiếu chữ ký của chủ hộ",
        "Giấy đề nghị thiếu chữ ký của chủ hộ kinh doanh. Ký rồi gửi lại.",
        "Nghị định số 168/2025/NĐ-CP",
    ),
}


@dataclass
class Posts:
    """Who acts for a unit in a role: looked up once, since nobody changes posts in the demo."""

    known: dict[tuple[UUID, Role], Actor] = field(default_factory=dict)
    leading: dict[UUID, UUID] = field(default_factory=dict)
    people: dict[UUID, Actor] = field(default_factory=dict)

    def actor(self, unit_id: UUID, role: Role, at: datetime) -> Actor:
        """Give the first official of a unit with a role."""
        found = self.known.get((unit_id, role))
        if found is None:
            found = actor(org.colleagues(unit_id, role=role, on=local(at).date())[0], at)
            self.known[unit_id, role] = found
        return found

    def leader(self, agency_id: UUID, at: datetime) -> Actor:
        """Give the leader of an agency."""
        unit_id = self.leading.get(agency_id)
        if unit_id is None:
            unit = org.unit_for(
                agency_id, kind=UnitKind.LEADERSHIP, role=Role.AGENCY_LEADER, on=local(at).date()
            )
            assert unit is not None, "every demo agency has a leader"
            unit_id = self.leading[agency_id] = unit.unit_id
        return self.actor(unit_id, Role.AGENCY_LEADER, at)

    def holder(self, staff: Staff, at: datetime) -> Actor:
        """Give an official who has a dossier at its step."""
        found = self.people.get(staff.pk)
        if found is None:
            found = self.people[staff.pk] = actor(staff, at)
        return found


@dataclass
class Story:
    """One dossier as it happens: a moment that moves on, and whoever must act next."""

    dossier: Dossier
    at: datetime
    now: datetime
    posts: Posts
    pace: timedelta = QUARTER

    def after(self, minutes: int) -> "Story":
        """Let working time pass, but never beyond the present."""
        calendar = org.calendar_for(self.dossier.competent_agency_id)
        self.at = min(add_working_minutes(self.at, minutes, calendar), self.now)
        return self

    def do(self, act: Callable[..., Dossier | Refusal], by: Actor, **facts: Any) -> "Story":
        """Let somebody act, a little later."""
        self.at = min(self.at + self.pace, self.now)
        self.dossier = done(act(dossier_id=self.dossier.pk, by=by, at=self.at, **facts))
        self.dossier.refresh_from_db()
        return self

    @property
    def counter(self) -> Actor:
        """Give a counter officer of the receiving unit."""
        return self.posts.actor(self.dossier.receiving_unit_id, Role.RECEPTION_OFFICER, self.at)

    @property
    def handler(self) -> Actor:
        """Give who has the dossier at its step, or may take it."""
        unit_id, role = self.dossier.handling_unit_id, Role(self.dossier.handling_role)
        assert unit_id is not None, "only a dossier in process has a handler"
        holder = self.dossier.holder
        if holder is not None:
            return self.posts.holder(holder, self.at)
        return self.posts.actor(unit_id, role, self.at)

    @property
    def leader(self) -> Actor:
        """Give the leader of the agency that decides."""
        return self.posts.leader(self.dossier.competent_agency_id, self.at)

    def judged(self, by: Actor | None = None) -> "Story":
        """Let an official find every paper good."""
        papers = self.dossier.papers.filter(superseded=False)
        found = [commands.Judgement(paper.pk, Verdict.PASSED) for paper in papers]
        return self.do(commands.judge_papers, by or self.counter, judgements=found)

    def accepted(self) -> "Story":
        """Let the counter check and accept."""
        return self.judged().do(commands.accept, self.counter)

    def forwarded(self) -> "Story":
        """Let the counter send it on."""
        return self.do(commands.forward, self.counter)

    def at_role(self, role: Role) -> "Story":
        """Let it go along the route until somebody of a role has it."""
        while self.dossier.handling_role != role:
            self.after(HOUR).one_step()
        return self

    def one_step(self, *, refused: bool = False) -> "Story":
        """Let whoever has it do their part and send it on."""
        if self.dossier.handling_role == Role.CASE_OFFICER:
            self.drafted(refused=refused)
            return self.do(
                commands.advance_step, self.handler, note="Đề nghị xem xét", choice=self.shortest_way
            )
        if self.dossier.handling_role == Role.AGENCY_LEADER:
            return self.do(commands.approve_result, self.handler)
        return self.do(commands.advance_step, self.handler)

    @property
    def shortest_way(self) -> str:
        """Give the choice at a parting that leads past the most; empty where there is nothing to choose."""
        ways = queries.onward(self.dossier, self.at)
        return ways[-1].choice if ways else ""

    def drafted(self, *, refused: bool = False) -> "Story":
        """Let the case officer draft the result."""
        gives = catalogue.parts_of(self.dossier.version_id).results[0]
        return self.do(
            commands.draft_result,
            self.handler,
            outcome=Outcome.REFUSED if refused else Outcome.GRANTED,
            result_type_id=None if refused else gives.pk,
            title="Văn bản từ chối giải quyết" if refused else gives.name,
            content="" if refused else "Giải quyết theo đề nghị của người nộp hồ sơ.",
            reason="Thông tin khai không khớp dữ liệu hộ tịch." if refused else "",
            legal_ground="Luật Hộ tịch số 60/2014/QH13" if refused else "",
        )

    def issued(self) -> "Story":
        """Let it go to the end of its route."""
        return self.at_role(Role.RECORDS_CLERK).do(commands.issue_result, self.handler)

    def returned(self) -> "Story":
        """Let the counter hand the result over to its owner."""
        return self.do(
            commands.hand_over_result,
            self.counter,
            recipient=self.dossier.owner.full_name,
            relation="Chủ hồ sơ",
            identity_checked="Thẻ căn cước",
        )


@dataclass
class Writer:
    """Tells the stories, each with another citizen."""

    now: datetime
    told: int = 0
    turns: Counter[str] = field(default_factory=Counter)
    welcomed: dict[str, Person] = field(default_factory=dict)
    posts: Posts = field(default_factory=Posts)
    scans: dict[UUID, StoredFile] = field(default_factory=dict)

    def online(
        self, procedure: str, agency: str, *, ago: int, delivery: str = "one_stop", citizen: str = ""
    ) -> Story:
        """Let a citizen file online, some working minutes ago."""
        story = self.draft(procedure, agency, ago=ago, citizen=citizen)
        return self._submitted(story, delivery)

    def filed(self, procedure: str, agency: str, citizen: Citizen, *, at: datetime, pace: timedelta) -> Story:
        """Let a citizen file online at a moment."""
        self.told += 1
        person = self._known(citizen)
        if person.pk not in self.scans:
            self.scans[person.pk] = document(actor_of(person), at)
        story = self._drafted(procedure, agency_of(agency), person, at, pace=pace, scan=self.scans[person.pk])
        return self._submitted(story, "one_stop")

    def draft(self, procedure: str, agency: str, *, ago: int, citizen: str = "") -> Story:
        """Let a citizen fill in a form and attach papers."""
        person = self._citizen(citizen, agency)
        there = agency_of(agency)
        at = add_working_minutes(self.now, -ago, org.calendar_for(there.pk))
        return self._drafted(procedure, there, person, at)

    def for_another(self, procedure: str, agency: str, person: Person, right: UUID, *, ago: int) -> Story:
        """Let somebody file online for whom they represent."""
        there = agency_of(agency)
        at = add_working_minutes(self.now, -ago, org.calendar_for(there.pk))
        return self._submitted(self._drafted(procedure, there, person, at, represents=right), "one_stop")

    def person(self, name: str) -> Person:
        """Give a citizen of the demo by name."""
        return self._known(next(one for one in CITIZENS if one.name == name))

    def _drafted(
        self,
        procedure: str,
        there: Agency,
        person: Person,
        at: datetime,
        *,
        pace: timedelta = QUARTER,
        scan: StoredFile | None = None,
        represents: UUID | None = None,
    ) -> Story:
        owner = actor_of(person)
        made = commands.create_draft(
            procedure=procedure,
            agency_id=there.pk,
            case_id=_first_case(procedure, at),
            representation_id=represents,
            by=owner,
            at=at,
        )
        story = Story(done(made), at, self.now, self.posts, pace)
        self._answer(story, owner)
        self._attach(story, owner, scan)
        return story

    def _submitted(self, story: Story, delivery: str) -> Story:
        owner = actor_of(story.dossier.submitter)
        story.do(
            commands.choose_delivery,
            owner,
            delivery=ResultDelivery(delivery),
            phone=story.dossier.submitter.phone,
            email="",
        )
        return story.do(commands.submit_online, owner)

    def at_counter(self, procedure: str, agency: str, *, ago: int, name: str, personal_id: str) -> Story:
        """Let somebody hand in papers at the counter."""
        at = add_working_minutes(self.now, -ago, org.calendar_for(agency_of(agency).pk))
        identity = Identity(
            full_name=name,
            personal_id=personal_id,
            phone="0912000399",
            province="tỉnh Tuyên Quang",
            commune="phường Minh Xuân",
            address_detail="Tổ dân phố 7",
        )
        return self._brought(procedure, agency_of(agency), identity, at)

    def brought(
        self, procedure: str, agency: str, citizen: Citizen, *, at: datetime, pace: timedelta
    ) -> Story:
        """Let a citizen hand in papers at a moment."""
        return self._brought(procedure, agency_of(agency), _identity(citizen), at, pace=pace)

    def _brought(
        self, procedure: str, there: Agency, identity: Identity, at: datetime, *, pace: timedelta = QUARTER
    ) -> Story:
        counter = org.counter_of(there.pk, at.date())
        version = catalogue.effective_version(procedure, at.date())
        assert counter is not None and version is not None, "the demo offers it"
        case = _first_case(procedure, at)
        wanted = catalogue.parts_of(version.pk).requirements(case)
        made = commands.receive_direct(
            procedure=procedure,
            agency_id=there.pk,
            case_id=case,
            identity=identity,
            papers=[commands.PaperHandedIn(one.pk, PaperForm.ORIGINAL) for one in wanted if one.required],
            by=self.posts.actor(counter.pk, Role.RECEPTION_OFFICER, at),
            at=at,
        )
        return Story(done(made), at, self.now, self.posts, pace)

    def _citizen(self, name: str, agency: str) -> Person:
        """Give the citizen of a name, or the next of those who live where the agency is."""
        those = [one for one in CITIZENS if COMMUNES.get(agency, one.commune) == one.commune]
        if name:
            citizen = next(one for one in CITIZENS if one.name == name)
        else:
            citizen = those[self.turns[agency] % len(those)]
            self.turns[agency] += 1
            self.told += 1
        return self._known(citizen)

    def _known(self, citizen: Citizen) -> Person:
        """Give the person of a citizen, welcomed once."""
        known = self.welcomed.get(citizen.subject)
        if known is None:
            account = people.welcome_first(
                login=f"vneid:{citizen.subject}", identity=_identity(citizen), by=system("demo"), at=self.now
            )
            known = self.welcomed[citizen.subject] = Person.objects.get(account_id=account.pk)
        return known

    def _answer(self, story: Story, owner: Actor) -> None:
        form_id = story.dossier.version.form_id
        if form_id is None:
            return
        schema = forms.schema_of(form_id)
        for page in schema.pages:
            # Fields that follow from an answer show only once it is given: so twice.
            for _ in range(2):
                story.dossier.refresh_from_db()
                found = answers(schema, page.code, story.dossier, self.told)
                if found:
                    story.do(commands.save_answers, owner, page=page.code, answers=found)

    def _attach(self, story: Story, owner: Actor, scan: StoredFile | None) -> None:
        """Attach what is wanted: the one scan given, or a new file for each."""
        wanted = catalogue.parts_of(story.dossier.version_id).requirements(story.dossier.case_id)
        for number, paper in enumerate(one for one in wanted if one.required):
            file = scan or (_photo(owner, story.at) if number % 2 else document(owner, story.at))
            story.do(commands.attach, owner, requirement_id=paper.pk, file=file)


def load(*, at: datetime) -> int:
    """Make the dossiers; give how many."""
    before = Dossier.objects.count()
    writer = Writer(at)
    _waiting_at_counters(writer)
    _in_process(writer)
    _supplements(writer)
    _ended(writer)
    return Dossier.objects.count() - before


def _waiting_at_counters(writer: Writer) -> None:
    writer.draft(BIRTH, MINH_XUAN, ago=2 * HOUR, citizen=WELL_KNOWN)
    writer.online(BIRTH, MINH_XUAN, ago=HOUR)
    writer.online(MARITAL, LUNG_CU, ago=2 * HOUR)
    writer.online(LAWYER, JUSTICE, ago=3 * HOUR)
    writer.online(MARITAL, MINH_XUAN, ago=3 * HOUR).accepted()
    writer.at_counter(BIRTH, MINH_XUAN, ago=HOUR, name="Vi Thị Lụa", personal_id="008000000201")


def _in_process(writer: Writer) -> None:
    for procedure, agency, days in PRESENT:
        writer.online(procedure, agency, ago=days * DAY).accepted().forwarded()
    writer.online(BUSINESS, MINH_XUAN, ago=DAY).accepted().forwarded()
    writer.online(MARITAL, MINH_XUAN, ago=6 * DAY).accepted().forwarded()
    writer.online(LAND, MINH_XUAN, ago=5 * DAY).accepted().forwarded()
    writer.online(BUSINESS, LUNG_CU, ago=2 * DAY).accepted().forwarded().at_role(Role.UNIT_HEAD)
    writer.online(LAWYER, JUSTICE, ago=2 * DAY).accepted().forwarded()
    writer.online(MARITAL, MINH_XUAN, ago=2 * DAY).accepted().forwarded().at_role(Role.AGENCY_LEADER)
    writer.online(BADGE, CONSTRUCTION, ago=DAY).accepted().forwarded().at_role(Role.RECORDS_CLERK)
    writer.at_counter(
        VET, AGRICULTURE, ago=3 * DAY, name="Nịnh Văn Bảo", personal_id="008000000202"
    ).forwarded()


def _supplements(writer: Writer) -> None:
    early = writer.online(BIRTH, MINH_XUAN, ago=DAY).after(HOUR)
    early.do(
        commands.request_supplement_at_intake, _counter_of(MINH_XUAN, writer.now), **_asked(early, BIRTH)
    )
    proposed = writer.online(LAND, MINH_XUAN, ago=2 * DAY).accepted().forwarded().after(2 * HOUR)
    proposed.do(commands.propose_supplement, proposed.handler, **_asked(proposed, LAND))
    _sent(writer.online(BUSINESS, MINH_XUAN, ago=2 * DAY), BUSINESS)
    answered = _sent(writer.online(LAND, LUNG_CU, ago=4 * DAY), LAND)
    owner = actor_of(answered.after(DAY).dossier.submitter)
    item = answered.dossier.rounds.get().items.get()
    answered.do(commands.answer_supplement, owner, files={item.pk: [document(owner, answered.at)]})
    _restarted(writer)


def _restarted(writer: Writer) -> None:
    """Let the time begin anew: a paper is asked for on the second day and comes two days later."""
    story = _sent(writer.online(BUSINESS, MINH_XUAN, ago=5 * DAY, citizen=FIRST), BUSINESS, after=DAY)
    owner, item = actor_of(story.after(2 * DAY).dossier.submitter), story.dossier.rounds.get().items.get()
    story.do(commands.answer_supplement, owner, files={item.pk: [document(owner, story.at)]})
    story.after(HOUR).do(commands.supplement_received_complete, story.counter, ticked=[item.pk])


def _sent(story: Story, procedure: str, *, after: int = HOUR) -> Story:
    """Let the officer propose after some working minutes, the leader approve and the counter send."""
    story.accepted().forwarded().after(after)
    story.do(commands.propose_supplement, story.handler, **_asked(story, procedure))
    story.do(commands.approve_supplement, story.leader)
    return story.do(commands.request_supplement, story.counter)


def _asked(story: Story, procedure: str) -> dict[str, Any]:
    """Give what is asked for: a paper of this procedure, by the act that this procedure rests on."""
    wanted = WANTED[procedure]
    parts = catalogue.parts_of(story.dossier.version_id)
    paper = next(one for one in parts.requirements(story.dossier.case_id) if one.name == wanted.paper)
    return {
        "items": [commands.Asked(wanted.paper, wanted.fault, paper.pk)],
        "reason": wanted.reason,
        "legal_basis": wanted.act,
    }


def _ended(writer: Writer) -> None:
    wrong = writer.online(BUSINESS, LUNG_CU, ago=3 * DAY, citizen=WRONG_PLACE)
    wrong.do(
        commands.refuse_intake,
        wrong.counter,
        reason=RefusalReason.WRONG_AUTHORITY,
        words="Địa điểm kinh doanh thuộc phường Minh Xuân.",
        legal_basis="Nghị định 118/2025/NĐ-CP, Điều 14",
        right_authority="Ủy ban nhân dân phường Minh Xuân",
    )
    gone = writer.online(MARITAL, MINH_XUAN, ago=3 * DAY).accepted()
    gone.do(
        commands.withdraw,
        actor_of(gone.dossier.submitter),
        reason="Tôi cần giấy khác, nộp nhầm thủ tục",
    )
    writer.online(MARITAL, MINH_XUAN, ago=4 * DAY).accepted().forwarded().issued()
    writer.online(
        BUSINESS, MINH_XUAN, ago=5 * DAY, citizen=WELL_KNOWN
    ).accepted().forwarded().issued().returned()
    land = writer.online(LAND, MINH_XUAN, ago=9 * DAY, delivery="electronic", citizen=WELL_KNOWN)
    land.accepted().forwarded().after(6 * DAY).issued()
    refused = writer.online(MARITAL, LUNG_CU, ago=4 * DAY).accepted().forwarded().after(HOUR)
    refused.drafted(refused=True).do(commands.advance_step, refused.handler, choice=refused.shortest_way)
    refused.issued()


def agency_of(code: str) -> Agency:
    """Give an agency by its code."""
    return Agency.objects.get(code=code, valid_to=None)


def _first_case(procedure: str, at: datetime) -> UUID | None:
    version = catalogue.effective_version(procedure, local(at).date())
    assert version is not None, f"{procedure} is in force"
    case = version.cases.order_by("order").first()
    return case.pk if case else None


def settled(outcome: T | Refusal) -> T:
    """Give what an act made; a refusal here is a fault of the demo itself."""
    if isinstance(outcome, Refusal):
        raise ValueError(refusal_sentence(outcome))
    return outcome


def done(outcome: Dossier | Refusal) -> Dossier:
    """Give the dossier of an act; a refusal here is a fault of the demo itself."""
    return settled(outcome)


def actor(staff: Staff, at: datetime) -> Actor:
    """Give an official as appointed on the day."""
    found = org.actor_of(staff, local(at).date())
    assert found is not None, f"{staff} holds a position"
    return found


def _counter_of(agency: str, at: datetime) -> Actor:
    counter = org.counter_of(agency_of(agency).pk, local(at).date())
    assert counter is not None, "every demo agency has a counter"
    return actor(org.colleagues(counter.pk, role=Role.RECEPTION_OFFICER, on=local(at).date())[0], at)


def _identity(citizen: Citizen) -> Identity:
    return Identity(
        full_name=citizen.name,
        personal_id=citizen.personal_id,
        birth_date=citizen.birthdate,
        gender=citizen.gender,
        phone=citizen.phone,
        province=citizen.province,
        commune=citizen.commune,
        address_detail=citizen.detail,
    )


def document(by: Actor, at: datetime) -> StoredFile:
    """Store a one-page PDF that says what it is."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(420, 595))
    content = b"BT /F1 16 Tf 40 520 Td (Giay to ban thu, khong co that) Tj ET"
    font = made.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    made.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    made.pages[0].Contents = made.make_stream(content)
    stream = BytesIO()
    made.save(stream)
    return _stored(stream, "giay-to.pdf", by, at)


def _photo(by: Actor, at: datetime) -> StoredFile:
    """Store a photo of nothing."""
    image = Image.new("RGB", (900, 640), (236, 232, 220))
    ImageDraw.Draw(image).rectangle((60, 60, 840, 580), outline=(90, 90, 90), width=6)
    ImageDraw.Draw(image).text((100, 100), "Anh giay to ban thu", fill=(40, 40, 40))
    stream = BytesIO()
    image.save(stream, "JPEG", quality=80)
    return _stored(stream, "anh-chup.jpg", by, at)


def _stored(stream: BytesIO, name: str, by: Actor, at: datetime) -> StoredFile:
    stream.seek(0)
    file = files.take_in(stream=stream, name=name, by=by, at=at)
    assert isinstance(file, StoredFile), f"the demo's own file is refused: {file}"
    return file
