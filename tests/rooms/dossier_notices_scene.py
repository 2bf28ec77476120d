"""A world with its notices, for the tests of who is told what about a dossier."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from pytest_django.fixtures import Settings

from motcua.base.access import Actor
from motcua.base.clock import ZONE
from motcua.base.clock.calendar import DayKind
from motcua.base.journal.delivery import deliver
from motcua.base.journal.models import Delivery
from motcua.base.notices.models import Notice
from motcua.base.notices.words import Medium, Message
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.notices import jobs
from motcua.casework.dossiers.notices.commands import seed_rules
from motcua.casework.dossiers.notices.words import NoticeEvent
from motcua.casework.dossiers.words import Asked, PaperForm
from motcua.reference.org import commands as org
from motcua.reference.org.models import CalendarDecision
from motcua.reference.org.queries import actor_of
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind
from motcua.reference.people.words import Identity
from tests.support import moments
from tests.support.world import BEGAN, CODE, MAKER, World, build, ok

LIMITS = {"alarm_due_first": 2, "alarm_due_last": 1, "alarm_silent": 5, "supplement_answer": 10}


class TakesAll:
    """Takes every message."""

    ready = True

    def send(self, message: Message) -> Refusal | None:
        return None


class NotReady(TakesAll):
    """Is not set up."""

    ready = False


def staged(settings: Settings) -> Iterator[World]:
    """Stage a world with its notices and limits, every medium set up, on a Monday morning."""
    here = f"{__name__}.TakesAll"
    settings.NOTICE_SENDERS = {"email": here, "sms": here, "zalo": here}
    made = build()
    for code, value in LIMITS.items():
        org.set_regulation(
            code=code,
            value=value,
            unit="working_day",
            legal_basis="tests",
            certainty="D",
            valid_from=BEGAN.date(),
            by=MAKER,
            at=BEGAN,
        )
    seed_rules(by=MAKER, at=BEGAN)
    with moments.frozen("2026-03-02 09:00"):
        yield made


def told(dossier: Dossier | None = None) -> list[Notice]:
    """Carry the news that waits, and give what was made of it."""
    while waiting := list(
        Delivery.objects.filter(delivered_at=None, subscriber__startswith="dossier_notices").values_list(
            "pk", flat=True
        )
    ):
        for pk in waiting:
            deliver(delivery=str(pk))
    made = Notice.objects.order_by("made_at", "id")
    return [one for one in made if dossier is None or one.about == f"dossier:{dossier.pk}"]


def of(event: NoticeEvent, medium: Medium = Medium.IN_APP) -> Notice:
    (one,) = [row for row in told() if row.event == event and row.medium == medium]
    return one


def asked(world: World) -> Dossier:
    return ok(
        commands.request_supplement_at_intake(
            dossier_id=world.judged().pk,
            items=[Asked("Giấy chứng sinh", "ảnh mờ"), Asked("Giấy ủy quyền")],
            reason="Thiếu giấy tờ",
            by=world.hoa,
            at=world.at,
        )
    )


def watch(world: World, at: datetime) -> list[Notice]:
    before = set(Notice.objects.values_list("pk", flat=True))
    for unit in jobs.units_watched():
        jobs.watch(unit, at)
    return [one for one in Notice.objects.order_by("event", "id") if one.pk not in before]


def on(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 3, day, hour, 0, tzinfo=ZONE)


def far_counter(world: World) -> Actor:
    """Set up the counter of another commune, which may take in for all, with one officer."""
    do: dict[str, Any] = {"by": MAKER, "at": BEGAN}
    since: dict[str, Any] = {**do, "valid_from": BEGAN.date()}
    org.set_regulation(
        code="non_boundary", value=1, unit="switch", legal_basis="NĐ 118/2025/NĐ-CP", certainty="V", **since
    )
    agency = org.found_agency(
        name="UBND xã Lũng Cú",
        short_name="UBND",
        kind=AgencyKind.PEOPLES_COMMITTEE,
        tier=Tier.COMMUNE,
        code="H60.31",
        province="tỉnh Tuyên Quang",
        place="Lũng Cú",
        **since,
    )
    unit = org.set_up_unit(
        agency=agency, name="Quầy xã Lũng Cú", kind=UnitKind.COUNTER, code="H60.31", **since
    )
    org.serve(counter=unit, agency=agency, **since)
    position = org.make_position(unit=unit, title="Công chức", roles=[Role.RECEPTION_OFFICER], **do)
    staff = org.join(full_name="Vàng Thị Seo", login="seo", password=None, **do)
    org.appoint(staff=staff, position=position, valid_from=BEGAN.date(), **do)
    actor = actor_of(staff, BEGAN.date())
    assert actor is not None
    return actor


def accepted_elsewhere(world: World, by: Actor) -> Dossier:
    """Take in anh Páo's paper dossier at another counter, for the agency of the ward."""
    identity = Identity(full_name="Giàng A Páo", personal_id="008190000001", phone="0912000001")
    papers = [
        commands.PaperHandedIn(one.pk, PaperForm.ORIGINAL)
        for one in world.version.components.filter(required=True)
    ]
    return ok(
        commands.receive_direct(
            procedure=CODE,
            agency_id=world.committee.pk,
            identity=identity,
            papers=papers,
            by=by,
            at=world.at,
        )
    )


def local_day_off(day: date) -> CalendarDecision:
    done: dict[str, Any] = {"by": MAKER, "at": on(3)}
    decision = org.draft_calendar(
        agency_id=None, title="Ngày hội", document="12/QĐ-UBND", document_on=on(2).date(), **done
    )
    assert isinstance(decision, CalendarDecision)
    org.set_day(decision_id=decision.pk, day=day, kind=DayKind.LOCAL_OFF, **done)
    made = org.put_calendar_in_force(decision_id=decision.pk, **done)
    assert isinstance(made, CalendarDecision)
    return made
