"""Filing for another: whom it is for is seen, what it opens ends with the right."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from motcua.base.access import Actor
from motcua.base.clock import local, now
from motcua.base.journal.models import Entry
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import Why
from motcua.reference.people import commands as people
from motcua.reference.people.models import Representation
from motcua.reference.people.words import Basis, Identity, Mandate, Power
from tests.doors import portal_scene as scene
from tests.support.world import MAKER, World, build

pytestmark = pytest.mark.django_db
STRANGER = Identity("Sùng Thị Mỷ", "008190000002")
FOR_CHILD = {
    "basis": "parent",
    "full_name": "Giàng Thị Sua",
    "personal_id": "008220000009",
    "birth_date_day": "5",
    "birth_date_month": "3",
    "birth_date_year": "2020",
    "province": "tỉnh Tuyên Quang",
    "commune": "phường Minh Xuân",
}


def right(world: World, by: Actor, *powers: Power, basis: Basis = Basis.AUTHORISED) -> Representation:
    """Let somebody act for the stranger, on paper."""
    made = people.represent_person(
        identity=STRANGER,
        mandate=Mandate(basis, frozenset(powers or {Power.FILE}), local(now()).date(), document="Số 12"),
        by=by,
        at=now(),
    )
    assert isinstance(made, Representation), made
    return made


def filed(world: World, made: Representation) -> Dossier:
    """File a dossier for the stranger."""
    draft = drafted(world, made)
    assert isinstance(draft, Dossier)
    told = {"dossier_id": draft.pk, "by": world.member, "at": now()}
    commands.save_answers(page="child", answers={"child_name": "Sùng A Chu"}, **told)
    sent = commands.submit_online(**told)
    assert isinstance(sent, Dossier), sent
    return sent


def drafted(world: World, made: Representation, by: Actor | None = None) -> Dossier | Refusal:
    return commands.create_draft(
        procedure=scene.CODE,
        agency_id=world.committee.pk,
        representation_id=made.pk,
        by=by or world.member,
        at=now(),
    )


def opens(client: Client, dossier: Dossier) -> bool:
    return client.get(f"/ho-so/{dossier.pk}/").status_code == 200


@pytest.mark.covers("T-23")
def test_a_parent_files_for_a_child_through_the_pages_and_both_names_are_seen() -> None:
    world = build()
    client = scene.as_pao(world)
    said = client.post(f"/nop-thay/them/?thu-tuc={scene.CODE}", FOR_CHILD)
    assert said.status_code == 302, said.content.decode()
    begun = client.get(said["Location"]).content.decode()
    assert "Giàng Thị Sua" in begun
    made = Representation.objects.get()
    answer = client.post(
        scene.START, {"agency": str(world.committee.pk), "whom": str(made.pk), "key": scene.KEY}
    )
    dossier = Dossier.objects.get(pk=str(answer["Location"]).split("/")[2])
    assert (dossier.owner_id, dossier.submitter_id) == (made.owner_id, world.citizen.pk)
    assert dossier.applicant["name"] == "Giàng Thị Sua"
    check = client.get(f"/nop/{dossier.pk}/kiem-tra/").content.decode()
    assert "Cha, mẹ của người chưa thành niên" in check


@pytest.mark.covers("T-23")
def test_the_database_knows_no_submitter_without_a_right() -> None:
    world = build()
    dossier = world.draft()
    stranger = world.stranger.person
    with pytest.raises(IntegrityError, match="dossier_filed_by_right"), transaction.atomic():
        Dossier.objects.filter(pk=dossier.pk).update(owner_id=stranger)


def test_what_is_filed_for_somebody_says_so_in_the_journal() -> None:
    world = build()
    dossier = filed(world, right(world, world.member))
    row = Entry.objects.get(thing=f"dossier:{dossier.pk}", verb="dossier.submitted")
    assert row.on_behalf_of == str(world.stranger.person)


def test_owner_and_representative_both_read_what_was_filed() -> None:
    world = build()
    dossier = filed(world, right(world, world.member))
    assert opens(scene.as_pao(world), dossier)
    assert opens(scene.browser(world.stranger.account), dossier)


def test_a_draft_for_somebody_is_its_makers_alone() -> None:
    world = build()
    draft = drafted(world, right(world, world.member))
    assert isinstance(draft, Dossier)
    assert scene.as_pao(world).get(f"/nop/{draft.pk}/giay-to/").status_code == 200
    assert scene.browser(world.stranger.account).get(f"/nop/{draft.pk}/giay-to/").status_code == 404


def test_an_ended_right_opens_nothing_and_files_nothing() -> None:
    world = build()
    made = right(world, world.member)
    dossier = filed(world, made)
    client = scene.as_pao(world)
    owner = scene.browser(world.stranger.account)
    assert opens(client, dossier)
    assert owner.post(f"/nop-thay/{made.pk}/cham-dut/").status_code == 302
    assert not opens(client, dossier)
    assert opens(owner, dossier)
    refused = drafted(world, made)
    assert isinstance(refused, Refusal) and refused.why is Why.NOT_REPRESENTED
    assert f"/ho-so/{dossier.pk}/" not in client.get("/ho-so/").content.decode()


def test_a_right_whose_time_is_over_opens_nothing() -> None:
    world = build()
    made = right(world, world.member)
    dossier = filed(world, made)
    yesterday = local(now()).date() - timedelta(days=1)
    Representation.objects.filter(pk=made.pk).update(valid_from=yesterday, valid_to=yesterday)
    assert not opens(scene.as_pao(world), dossier)


def test_a_foreign_right_files_nothing() -> None:
    world = build()
    made = right(world, world.member)
    other = people.welcome_first(
        login="vneid:x", identity=Identity("Vàng Mí Sình", "008190000003"), by=MAKER, at=now()
    )
    refused = drafted(world, made, Actor(world.member.kind, "Sình", other.pk, other.person.pk))
    assert isinstance(refused, Refusal) and refused.why is Why.NOT_REPRESENTED
    assert scene.browser(other.pk).get(f"/nop-thay/{made.pk}/cham-dut/").status_code == 404


def test_saying_that_one_acts_for_somebody_opens_none_of_their_dossiers() -> None:
    """Only a confirmed guardian reads what the owner filed themselves; a claim alone reads nothing."""
    world = build()
    theirs = commands.create_draft(
        procedure=scene.CODE, agency_id=world.committee.pk, by=world.stranger, at=now()
    )
    assert isinstance(theirs, Dossier)
    told = {"dossier_id": theirs.pk, "by": world.stranger, "at": now()}
    commands.save_answers(page="child", answers={"child_name": "Sùng A Chu"}, **told)
    commands.submit_online(**told)
    made = right(world, world.member, *Power, basis=Basis.GUARDIAN)
    assert not opens(scene.as_pao(world), theirs)
    people.confirm_representation(representation_id=made.pk, by=world.stranger, at=now())
    assert opens(scene.as_pao(world), theirs)


def test_without_the_power_to_withdraw_nobody_withdraws_for_another() -> None:
    world = build()
    dossier = filed(world, right(world, world.member, Power.FILE))
    told = {"dossier_id": dossier.pk, "reason": "", "at": now()}
    refused = commands.withdraw(by=world.member, **told)
    assert isinstance(refused, Refusal) and refused.why is Why.NOT_YOURS
    assert isinstance(commands.withdraw(by=world.stranger, **told), Dossier)


def test_an_officer_who_checked_the_papers_confirms_the_right() -> None:
    world = build()
    made = right(world, world.member)
    dossier = filed(world, made)
    world.judge(dossier, world.hoa)
    done = commands.accept(dossier_id=dossier.pk, right_checked=True, by=world.hoa, at=now())
    assert isinstance(done, Dossier)
    made.refresh_from_db()
    assert made.confirmed_by == f"staff:{world.hoa.person}"


def test_an_organisation_is_filed_for_by_its_representative() -> None:
    world = build()
    client = scene.as_pao(world)
    said = client.post(
        "/nop-thay/them/?cho=to-chuc",
        {
            "basis": "legal_representative",
            "tax_code": "5000123456",
            "full_name": "Công ty TNHH Chè Ba Sao",
            "legal_representative": "Giàng A Páo",
            "province": "tỉnh Tuyên Quang",
            "commune": "phường Minh Xuân",
        },
    )
    assert said.status_code == 302, said.content.decode()
    dossier = filed(world, Representation.objects.get())
    assert dossier.owner.is_organisation
    assert "Công ty TNHH Chè Ba Sao" in client.get("/ho-so/").content.decode()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"personal_id": "000000000001"}, "không phải số đã cấp"),
        ({"personal_id": "0081"}, "12 chữ số"),
        ({"personal_id": ""}, "chọn lý do chưa có số"),
        ({"birth_date_year": "2001"}, "chưa thành niên"),
        ({"personal_id": "008190000001"}, "của chính bạn"),
    ],
)
def test_a_wrong_claim_is_shown_again_with_its_cure(change: dict[str, str], told: str) -> None:
    client = scene.as_pao(build())
    answer = client.post("/nop-thay/them/", {**FOR_CHILD, **change})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not Representation.objects.exists()
