"""One of each thing that the pages of officials and administrators show, made by the house's commands."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from demo.dossiers import (
    BIRTH,
    BUSINESS,
    DAY,
    LUNG_CU,
    MARITAL,
    MINH_XUAN,
    WANTED,
    Story,
    Writer,
    actor,
    agency_of,
    document,
    settled,
)
from demo.people import CITIZENS
from django.core.management import call_command
from django.urls import reverse

from motcua.base.access import Actor, system
from motcua.base.clock import local
from motcua.base.database.ids import uuid7
from motcua.base.notices import commands as notices
from motcua.base.notices.words import Letter, Medium, Recipient
from motcua.base.notices.words import Why as NoticeWhy
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import SupplementRound
from motcua.casework.dossiers.notices.words import NoticeEvent
from motcua.casework.dossiers.words import LatenessReason, PaperForm, RoundState, Stage
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.commands import routing
from motcua.reference.org import commands as org
from motcua.reference.org import queries as offices
from motcua.reference.org.models import Staff
from motcua.reference.org.words import Role
from motcua.reference.people.queries import actor_of
from motcua.reference.people.words import Identity

ROUTE = {
    "code": "THU-01",
    "name": "Quy trình thử",
    "total_days": 1,
    "source": "thử",
    "steps": [
        {"order": 1, "name": "Tiếp nhận", "group": "BP_MOT_CUA", "role": "TIEP_NHAN", "days": 1}
        | {"tasks": [{"code": "in", "name": "Tiếp nhận", "days": 1, "next": None}]}
    ],
}


def official(login: str, at: datetime) -> Actor:
    """Give an official of the demo by login."""
    return actor(Staff.objects.get(account__login=login), at)


def for_every_act(writer: Writer) -> list[object]:
    """Give dossiers of one ward between which every act of its officials stands open."""
    judged = writer.online(BIRTH, MINH_XUAN, ago=DAY).judged()
    with_officer = _forwarded(writer)
    with_head = _forwarded(writer).at_role(Role.UNIT_HEAD)
    with_clerk = _forwarded(writer).at_role(Role.RECORDS_CLERK)
    approved, answered = (_wanting(writer) for _ in range(2))
    answered.do(commands.request_supplement, answered.counter)
    owner, item = actor_of(answered.dossier.submitter), answered.dossier.rounds.get().items.get()
    answered.do(commands.answer_supplement, owner, files={item.pk: [document(owner, answered.at)]})
    stories = (
        judged,
        with_officer,
        with_head,
        with_clerk,
        approved,
        answered,
        *_asked(writer),
        _late(writer),
    )
    return [one.dossier.pk for one in (*stories, *_corrections(writer), *_across(writer))]


def for_the_desk(at: datetime) -> dict[str, list[str]]:
    """Put on record what happens beside dossiers; give by login the addresses that nothing links to."""
    quan, hoa, dung = (official(one, at) for one in ("quan.vanphong", "hoa.minhxuan", "dung.minhxuan"))
    settled(commands.keep_view(name="Việc hôm nay", query="han=hom-nay", by=hoa, at=at))
    began = at - timedelta(days=2)
    assert dung.unit is not None, "a head of a counter has one"
    outage = settled(
        commands.open_outage(
            counter_id=dung.unit,
            began_at=began,
            ended_at=began + timedelta(hours=3),
            enter_until=at + timedelta(days=3),
            reason="Mất điện toàn phường",
            legal_basis="Công văn 12/UBND-VP",
            by=dung,
            at=at,
        )
    )
    calendar, standing_in = _calendar(quan, at), _standing_in(quan, at)
    _unsent(hoa, at)
    _template()
    return {
        "lan.minhxuan": [reverse("desk:close", args=[_sent()])],
        "hoa.minhxuan": [reverse("desk:late-take-in", args=[outage.pk, BIRTH])],
        "dung.minhxuan": [reverse("desk:register-close", args=[local(at).year])],
        "quan.vanphong": [
            reverse("desk:admin-calendar-decision", args=[calendar]),
            reverse("desk:admin-delegation-end", args=[standing_in]),
        ],
        "minh.vanphong": [reverse("desk:catalogue-route", args=[_route(at)])],
    }


def _forwarded(writer: Writer) -> Story:
    return writer.online(MARITAL, MINH_XUAN, ago=DAY).accepted().forwarded()


def _wanting(writer: Writer) -> Story:
    """Let the officer propose to ask for a paper anew, and the leader approve."""
    story, paper = writer.online(BUSINESS, MINH_XUAN, ago=DAY).accepted().forwarded(), WANTED[BUSINESS]
    wanted = story.dossier.version.components.get(name=paper.paper)
    return story.do(
        commands.propose_supplement,
        story.handler,
        items=[commands.Asked(paper.paper, paper.fault, wanted.pk)],
        reason=paper.reason,
        legal_basis=paper.act,
    ).do(commands.approve_supplement, story.leader)


def _asked(writer: Writer) -> tuple[Story, Story]:
    """Ask the chair for an opinion twice: one is open, one answered with a file."""
    chair = official("lan.minhxuan", writer.now)
    said = {
        "unit_id": chair.unit,
        "content": "Cho ý kiến về việc ký thay",
        "reply_due": local(writer.now).date() + timedelta(days=2),
    }
    opened, answered = (_forwarded(writer) for _ in range(2))
    for one in (opened, answered):
        one.do(commands.open_consultation, one.handler, **said)
    answered.do(
        commands.answer_consultation, chair, reply="Đồng ý ký thay.", file=document(chair, writer.now)
    )
    return opened, answered


def _late(writer: Writer) -> Story:
    """Propose an extension."""
    story = _forwarded(writer)
    due = story.dossier.due_at
    assert due is not None, "it runs"
    later = _worked(story.dossier.competent_agency_id, local(due).date() + timedelta(days=2))
    delay = commands.Delay(LatenessReason.INCOMPLETE_VERIFICATION, "Chờ xác minh.", "UBND phường", later)
    return story.do(commands.propose_extension, story.handler, delay=delay)


def _corrections(writer: Writer) -> list[Story]:
    """Correct a result: nobody did yet, drafted, approved, issued."""
    stories = [_forwarded(writer).issued() for _ in range(4)]
    officer, leader, clerk = (official(f"{one}.minhxuan", writer.now) for one in ("tuan", "lan", "hanh"))
    for story in stories[1:]:
        story.do(commands.draft_correction, officer, error="Ghi sai ngày sinh.", title="Giấy xác nhận")
    for story in stories[2:]:
        story.do(commands.approve_correction, leader)
    stories[3].do(commands.issue_correction, clerk)
    return stories


def _across(writer: Writer) -> tuple[Story, Story]:
    """Take papers in for the agency of another commune: one to send there, one that came from there."""
    hoa, my = (official(one, writer.now) for one in ("hoa.minhxuan", "my.lungcu"))
    to_send, came = _brought(writer, LUNG_CU, by=hoa), _brought(writer, MINH_XUAN, by=my)
    return to_send, came.do(commands.transfer_non_boundary, my, note="Chuyển về nơi giải quyết")


def _brought(writer: Writer, agency: str, *, by: Actor) -> Story:
    version = catalogue.effective_version(MARITAL, local(writer.now).date())
    assert version is not None, "the demo offers it"
    case = version.cases.order_by("order").first()
    wanted = catalogue.parts_of(version.pk).requirements(case.pk if case else None)
    citizen = CITIZENS[0]
    at = writer.now - timedelta(minutes=30)
    made = commands.receive_direct(
        procedure=MARITAL,
        agency_id=agency_of(agency).pk,
        case_id=case.pk if case else None,
        identity=Identity(full_name=citizen.name, personal_id=citizen.personal_id, phone=citizen.phone),
        papers=[commands.PaperHandedIn(one.pk, PaperForm.ORIGINAL) for one in wanted if one.required],
        by=by,
        at=at,
    )
    return Story(settled(made), at, writer.now, writer.posts)


def _worked(agency_id: UUID, day: date) -> date:
    """Give the first day worked from a day on."""
    calendar = offices.calendar_for(agency_id)
    while not calendar.is_working(day):
        day += timedelta(days=1)
    return day


def _sent() -> UUID:
    """Give a dossier of the ward whose owner is asked for a paper."""
    asked = SupplementRound.objects.filter(state=RoundState.SENT, stage=Stage.APPRAISAL)
    found = asked.filter(dossier__competent_agency=agency_of(MINH_XUAN)).first()
    assert found is not None, "the demo has one"
    return found.dossier_id


def _calendar(by: Actor, at: datetime) -> UUID:
    """Draft a decision about days off of one ward."""
    day = local(at).date()
    made = settled(
        org.draft_calendar(
            agency_id=agency_of(MINH_XUAN).pk,
            title="Nghỉ lễ hội phường",
            document="15/QĐ-UBND",
            document_on=day,
            by=by,
            at=at,
        )
    )
    festive = _worked(agency_of(MINH_XUAN).pk, day + timedelta(days=10))
    return settled(
        org.set_day(decision_id=made.pk, day=festive, kind="local_off", name="Lễ hội", by=by, at=at)
    ).pk


def _standing_in(by: Actor, at: datetime) -> UUID:
    """Let the head of the ward's office stand in for its chair."""
    day = local(at).date()
    giver, taker = (Staff.objects.get(account__login=f"{one}.minhxuan") for one in ("lan", "khanh"))
    position = offices.positions_of(giver, day)[0]
    return settled(
        org.delegate(
            giver_id=giver.pk,
            taker_id=taker.pk,
            position_id=position.pk,
            valid_from=day,
            valid_to=day + timedelta(days=5),
            document="Giấy ủy quyền 03/UQ",
            by=by,
            at=at,
        )
    ).pk


def _unsent(to: Actor, at: datetime) -> None:
    """Fail to send a letter for good."""
    letter = Letter(
        Recipient(f"staff:{to.person}", addresses={Medium.EMAIL: "khong-toi@tuyenquang.example"}),
        Medium.EMAIL,
        "Hồ sơ mới",
        "Có hồ sơ mới.",
    )
    by = system("notices")
    told = notices.tell(
        event_id=uuid7(),
        event=NoticeEvent.ACCEPTED,
        about=f"staff:{to.person}",
        happened_at=at,
        letters=[letter],
        by=by,
        at=at,
    )
    assert not isinstance(told, Refusal), told
    for _ in range(notices.pace(at).tries):
        notices.note_unsent(notice_id=told[0].pk, refusal=Refusal(NoticeWhy.UNREACHABLE), by=by, at=at)


def _template() -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "quy-trinh.jsonl"
        file.write_text(json.dumps(ROUTE, ensure_ascii=False), encoding="utf-8")
        with (Path(folder) / "told").open("w") as told:
            call_command("route", "import", str(file), stdout=told)


def _route(at: datetime) -> UUID:
    """Open the draft of a route by the one in force."""
    version = catalogue.effective_version(MARITAL, local(at).date())
    assert version is not None, "the demo offers it"
    like = catalogue.in_force_for(version.pk, local(at).date())
    made = routing.open_route(
        version_id=version.pk, like=like.pk if like else None, by=official("minh.vanphong", at), at=at
    )
    return settled(made).pk
