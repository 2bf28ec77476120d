"""People join, move and leave; agencies end; somebody stands in for somebody, for some days."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.test import RequestFactory

from motcua.base.access import Actor
from motcua.base.journal.reading import rows_of
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands as dossiers
from motcua.casework.dossiers import queries
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.queries.work import work_list
from motcua.casework.dossiers.words import Why as DossierWhy
from motcua.reference.org import commands
from motcua.reference.org import queries as org
from motcua.reference.org.models import Agency, Appointment, Delegation, Position, Regulation, Staff
from motcua.reference.org.queries import STANDING_IN, actor_of_request
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind, Why
from tests.support.world import BEGAN, MAKER, World, build, ok

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def world() -> World:
    return build()


def place_of(staff: Staff) -> Position:
    return staff.appointments.get().position


def lend(world: World, **said: object) -> Delegation | Refusal:
    """Let chị Hoa stand in for anh Tuấn for three days."""
    tuan = world.staff[Role.CASE_OFFICER]
    today = world.at.date()
    lent = {
        "giver_id": tuan.pk,
        "taker_id": world.staff[Role.RECEPTION_OFFICER].pk,
        "position_id": place_of(tuan).pk,
        "valid_from": today,
        "valid_to": today + 2 * DAY,
        "document": "Quyết định 7/QĐ-UBND",
        **said,
    }
    return commands.delegate(by=MAKER, at=world.at, **lent)


def comes(world: World, role: Role, chosen: object = None) -> Actor | None:
    """Give who somebody is to the house when they come in, perhaps standing in."""
    request = RequestFactory().get("/can-bo/")
    request.user = world.staff[role].account
    request.session = {STANDING_IN: str(chosen)} if chosen else {}
    return actor_of_request(request)


@pytest.mark.covers("T-52")
def test_who_stands_in_has_the_rights_of_the_place_in_those_days(world: World, frozen: object) -> None:
    dossier, lent = world.in_process(), lend(world)
    with frozen("2026-03-03 09:00"):
        instead, alone = (comes(world, Role.RECEPTION_OFFICER, one) for one in (lent.pk, None))
        assert (instead.unit, instead.roles) == (world.tuan.unit, world.tuan.roles)
        assert (instead.person, instead.on_behalf_of) == (world.hoa.person, world.tuan.person)
        assert dossier.pk in {row.id for row in work_list(instead, at=world.at).rows}
        assert alone.roles == world.hoa.roles
        assert alone.on_behalf_of is None


@pytest.mark.covers("T-52")
@pytest.mark.parametrize("moment", ["2026-03-01 09:00", "2026-03-05 00:01"])
def test_before_and_after_those_days_there_is_no_right(world: World, frozen: object, moment: str) -> None:
    lent = lend(world)
    with frozen(moment):
        assert comes(world, Role.RECEPTION_OFFICER, lent.pk).roles == world.hoa.roles


def test_a_delegation_is_nobody_elses(world: World, frozen: object) -> None:
    lent = lend(world)
    with frozen("2026-03-03 09:00"):
        assert comes(world, Role.RECORDS_CLERK, lent.pk).roles == world.son.roles


@pytest.mark.parametrize("ends", ["taken back", "giver moved", "giver left", "taker left"])
def test_standing_in_ends_with_its_reason(world: World, frozen: object, ends: str) -> None:
    lent, tuan = lend(world), world.staff[Role.CASE_OFFICER]
    hoa = world.staff[Role.RECEPTION_OFFICER]
    other = place_of(world.staff[Role.UNIT_HEAD])
    with_day = {"by": MAKER, "at": world.at}
    with frozen("2026-03-02 10:00"):
        assert comes(world, Role.RECEPTION_OFFICER, lent.pk).on_behalf_of == tuan.pk
        done = {
            "taken back": lambda: commands.end_delegation(delegation_id=lent.pk, **with_day),
            "giver moved": lambda: commands.move(
                staff_id=tuan.pk, position_id=other.pk, valid_from=world.at.date(), **with_day
            ),
            "giver left": lambda: commands.leave(
                staff_id=tuan.pk, last_day=world.at.date() - DAY, **with_day
            ),
            "taker left": lambda: commands.leave(staff_id=hoa.pk, last_day=world.at.date(), **with_day),
        }[ends]()
        assert not isinstance(done, Refusal)
        hoa.account.refresh_from_db()
        now = comes(world, Role.RECEPTION_OFFICER, lent.pk)
        assert now is None if ends == "taker left" else now.on_behalf_of is None


@pytest.mark.covers("T-53")
def test_what_is_done_instead_says_for_whom(world: World) -> None:
    dossier, lent = world.in_process(), lend(world)
    instead = org.actor_instead(world.hoa, Delegation.objects.get(pk=lent.pk))
    ok(dossiers.propose_supplement(**asked(dossier), by=instead, at=world.at))
    row = rows_of(f"dossier:{dossier.pk}")[-1]
    assert UUID(row.on_behalf_of) == world.tuan.person
    assert queries.events_of(dossier)[0].who == "Trần Thị Hoa, thay Hà Minh Tuấn"
    refused = dossiers.propose_supplement(**asked(world.in_process()), by=world.hoa, at=world.at)
    assert refused == Refusal(DossierWhy.NOT_YOURS)  # the control: in her own name she may not


def asked(dossier: Dossier) -> dict[str, object]:
    return {
        "dossier_id": dossier.pk,
        "items": [dossiers.Asked("Giấy chứng sinh")],
        "reason": "Thiếu",
        "legal_basis": "Luật Hộ tịch",
    }


def test_what_somebody_holds_is_theirs_and_their_stand_ins(world: World) -> None:
    dossier, lent = world.in_process(), lend(world)
    ok(dossiers.assign(dossier_id=dossier.pk, to=world.tuan.person, by=world.hanh, at=world.at))
    instead = org.actor_instead(world.hoa, Delegation.objects.get(pk=lent.pk))
    assert dossier.pk in {row.id for row in work_list(instead, at=world.at).rows}
    ok(dossiers.propose_supplement(**asked(dossier), by=instead, at=world.at))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"valid_to": date(2026, 3, 1)}, Why.SPAN_BACKWARDS),
        ({"document": " "}, Why.NO_DOCUMENT),
        ({"valid_from": date(2020, 1, 1)}, Why.NOT_THEIR_POSITION),
    ],
)
def test_a_delegation_that_cannot_be_is_refused(world: World, said: dict[str, object], why: Why) -> None:
    refused = lend(world, **said)
    assert isinstance(refused, Refusal)
    assert refused.why is why


def test_nobody_stands_in_for_themselves_and_two_never_at_once(world: World) -> None:
    tuan = world.staff[Role.CASE_OFFICER]
    assert lend(world, taker_id=tuan.pk) == Refusal(Why.OWN_DELEGATION)
    lend(world)
    assert lend(world, taker_id=world.staff[Role.RECORDS_CLERK].pk) == Refusal(Why.DELEGATED_ALREADY)
    row = {"giver": tuan, "taker": world.staff[Role.RECORDS_CLERK], "position": place_of(tuan)}
    with pytest.raises(IntegrityError, match="delegation_one_at_a_time"), transaction.atomic():
        Delegation.objects.create(
            **row, valid_from=world.at.date(), valid_to=world.at.date(), document="x", made_at=world.at
        )


def test_somebody_who_moves_holds_one_place_after_the_other(world: World) -> None:
    tuan, other = world.staff[Role.CASE_OFFICER], place_of(world.staff[Role.UNIT_HEAD])
    day = date(2026, 3, 10)
    commands.move(staff_id=tuan.pk, position_id=other.pk, valid_from=day, by=MAKER, at=world.at)
    assert list(tuan.appointments.order_by("valid_from").values_list("valid_to", flat=True)) == [
        day - DAY,
        None,
    ]
    assert org.actor_of(tuan, day - DAY).roles == {Role.CASE_OFFICER}
    assert org.actor_of(tuan, day).roles == {Role.UNIT_HEAD}
    again = commands.move(staff_id=tuan.pk, position_id=other.pk, valid_from=day, by=MAKER, at=world.at)
    assert again == Refusal(Why.ALREADY_THERE, {"staff": tuan.full_name})


def test_who_leaves_is_nobody_from_that_moment(world: World) -> None:
    tuan = world.staff[Role.CASE_OFFICER]
    commands.leave(staff_id=tuan.pk, last_day=date(2026, 3, 31), by=MAKER, at=world.at)
    tuan.account.refresh_from_db()
    assert comes(world, Role.CASE_OFFICER) is None
    again = commands.leave(staff_id=tuan.pk, last_day=date(2026, 3, 31), by=MAKER, at=world.at)
    assert again == Refusal(Why.STAFF_LEFT, {"staff": tuan.full_name})
    refused = commands.move(
        staff_id=tuan.pk, position_id=place_of(tuan).pk, valid_from=DATE, by=MAKER, at=world.at
    )
    assert refused == Refusal(Why.STAFF_LEFT, {"staff": tuan.full_name})


DATE = date(2026, 3, 10)


@pytest.mark.covers("T-53")
def test_a_login_is_one_persons(world: World) -> None:
    refused = commands.join(full_name="Khác", login="tuan", password=None, by=MAKER, at=world.at)
    assert refused == Refusal(Why.LOGIN_TAKEN, {"login": "tuan"})


def founded(code: str = "H60.99", **said: object) -> Agency | Refusal:
    facts = {
        "name": "UBND xã Mới",
        "short_name": "UBND",
        "kind": AgencyKind.PEOPLES_COMMITTEE,
        "tier": Tier.COMMUNE,
        "province": "tỉnh Tuyên Quang",
        "place": "Mới",
        "valid_from": BEGAN.date(),
        "by": MAKER,
        "at": BEGAN,
        **said,
    }
    return commands.found_agency(code=code, **facts)


@pytest.mark.covers("T-06")
def test_an_agency_ends_with_a_successor_and_its_code_may_live_on(world: World) -> None:
    """A row is never renamed; the successor is a row of its own."""
    heir, last = founded(), date(2026, 3, 31)
    assert founded() == Refusal(Why.CODE_TAKEN, {"code": "H60.99"})
    ended = commands.succeed_agency(
        agency=world.committee, successor=heir, last_day=last, by=MAKER, at=world.at
    )
    assert (ended.successor, ended.valid_to) == (heir, last)
    assert not isinstance(founded("H60.24", valid_from=last + DAY), Refusal)


def test_an_agency_is_not_its_own_heir_and_ends_after_it_began(world: World) -> None:
    heir, own = founded(), world.committee
    facts = {"agency": own, "by": MAKER, "at": world.at}
    outcomes = [
        commands.succeed_agency(successor=own, last_day=DATE, **facts),
        commands.succeed_agency(successor=heir, last_day=BEGAN.date() - DAY, **facts),
    ]
    assert [one.why for one in outcomes] == [Why.AGENCY_OWN_SUCCESSOR, Why.SPAN_BACKWARDS]


def test_a_counter_has_a_code_of_its_own_and_a_position_has_roles(world: World) -> None:
    unit = {"agency": world.committee, "name": "Quầy", "valid_from": DATE, "by": MAKER, "at": world.at}
    outcomes = [
        commands.set_up_unit(kind=UnitKind.COUNTER, **unit),
        commands.set_up_unit(kind=UnitKind.COUNTER, code="H60.24", **unit),
        commands.make_position(unit=world.counter, title="Không việc", roles=[], by=MAKER, at=world.at),
    ]
    assert [one.why for one in outcomes] == [Why.COUNTER_NEEDS_CODE, Why.CODE_TAKEN, Why.NO_ROLES]


def limit(world: World, value: int, valid_from: date) -> Regulation | Refusal:
    return commands.set_regulation(
        code="supplement_after_reception",
        value=value,
        unit="working_day",
        legal_basis="NĐ mới, Điều 1",
        certainty="V",
        valid_from=valid_from,
        by=MAKER,
        at=world.at,
    )


@pytest.mark.covers("T-02")
def test_a_limit_of_law_holds_from_its_day_and_the_one_before_ends_then(world: World) -> None:
    """A change of decree is data."""
    assert limit(world, 5, DATE).value == 5
    values = [org.regulation("supplement_after_reception", day).value for day in (DATE - DAY, DATE)]
    assert values == [3, 5]
    assert limit(world, 4, DATE).why is Why.REGULATION_NOT_LATER
    assert limit(world, 5, DATE + DAY).why is Why.REGULATION_SAME


def test_an_appointment_is_given_once(world: World) -> None:
    tuan = world.staff[Role.CASE_OFFICER]
    refused = commands.appoint(staff=tuan, position=place_of(tuan), valid_from=DATE, by=MAKER, at=world.at)
    assert refused == Refusal(Why.ALREADY_THERE, {"staff": tuan.full_name})
    assert Appointment.objects.filter(staff=tuan).count() == 1


def test_nobody_gives_themselves_a_place_or_a_right(world: World) -> None:
    hoa, other = world.staff[Role.RECEPTION_OFFICER], place_of(world.staff[Role.AGENCY_LEADER])
    said = {"valid_from": DATE, "by": world.hoa, "at": world.at}
    tuan = world.staff[Role.CASE_OFFICER]
    outcomes = [
        commands.appoint(staff=hoa, position=other, **said),
        commands.move(staff_id=hoa.pk, position_id=other.pk, **said),
        commands.delegate(
            giver_id=tuan.pk,
            taker_id=hoa.pk,
            position_id=place_of(tuan).pk,
            valid_to=DATE,
            document="QĐ 7",
            **said,
        ),
    ]
    assert outcomes == [Refusal(Why.OWN_PLACE)] * len(outcomes)
    granted = commands.appoint(staff=tuan, position=other, **said)  # the control: to somebody else
    assert isinstance(granted, Appointment)
