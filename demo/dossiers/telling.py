"""The dossiers of the demo: some in every state."""

from datetime import datetime
from typing import Any

from demo.dossiers.outcomes import actor, agency_of
from demo.dossiers.places import (
    AGRICULTURE,
    BADGE,
    BIRTH,
    BUSINESS,
    CONSTRUCTION,
    DAY,
    FIRST,
    HA_GIANG,
    HOANG_SU_PHI,
    HOUR,
    JUSTICE,
    LAND,
    LAWYER,
    LUNG_CU,
    MARITAL,
    MINH_XUAN,
    SON_DUONG,
    VET,
    WELL_KNOWN,
    WRONG_PLACE,
)
from demo.dossiers.scans import document
from demo.dossiers.story import Story
from demo.dossiers.wanted import WANTED
from demo.dossiers.writer import Writer
from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import (
    RefusalReason,
)
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.org import queries as org
from motcua.reference.org.words import Role
from motcua.reference.people.queries import actor_of

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


def _counter_of(agency: str, at: datetime) -> Actor:
    counter = org.counter_of(agency_of(agency).pk, local(at).date())
    assert counter is not None, "every demo agency has a counter"
    return actor(org.colleagues(counter.pk, role=Role.RECEPTION_OFFICER, on=local(at).date())[0], at)
