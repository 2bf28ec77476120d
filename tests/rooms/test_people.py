"""Applicants, who acts for them, and their papers: what the commands keep, what the database refuses."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from motcua.base.access import Actor
from motcua.base.database.ids import uuid7
from motcua.base.journal.reading import rows_of
from motcua.base.journal.writing import thing_of
from motcua.base.rooms import Refusal
from motcua.reference.people import commands, queries
from motcua.reference.people.commands.corrections import Report
from motcua.reference.people.models import Applicant, HeldPaper, Organisation, Person, Representation
from motcua.reference.people.rules import Kind
from motcua.reference.people.words import (
    Basis,
    Body,
    Described,
    Identity,
    Kept,
    Mandate,
    NoIdentifier,
    PaperOrigin,
    PaperState,
    Power,
    Use,
    Wanted,
    Why,
)
from tests.support.world import MAKER, MORNING, World, build

pytestmark = pytest.mark.django_db
DAY = MORNING.date()
TEA = Body("Công ty TNHH Chè Ba Sao", "5000123456", "Giàng A Páo", commune="phường Minh Xuân")
WILL = Mandate(Basis.AUTHORISED, frozenset({Power.FILE}), DAY, document="Số 12, ngày 01/03/2026")


def insert(**fields: object) -> None:
    whole = {
        "kind": "person",
        "identifier_kind": "personal_id",
        "identifier": "008190000777",
        "no_identifier": "",
        "full_name": "a",
        "sort_key": "a",
        "folded_name": "a",
    }
    with transaction.atomic():
        Applicant.objects.create(**{**whole, **fields})


@pytest.mark.covers("T-22")
@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"identifier": "000000000001"}, "applicant_identifier_no_dummy"),
        ({"identifier": "222222222222"}, "applicant_identifier_no_dummy"),
        ({"identifier": "0081"}, "applicant_identifier_form"),
        ({"identifier": None}, "applicant_identifier_or_reason"),
        ({"no_identifier": "foreign"}, "applicant_identifier_or_reason"),
        ({"kind": "organisation"}, "applicant_identifier_of_kind"),
    ],
)
def test_the_database_refuses_a_number_that_is_none(fields: dict[str, object], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        insert(**fields)


@pytest.mark.covers("T-22")
def test_nobody_without_a_number_is_taken_for_another() -> None:
    said = Identity(full_name="Lý Thị Mẩy", no_identifier=NoIdentifier.FOREIGN)
    one, two = (commands.register(identity=said, by=MAKER, at=MORNING) for _ in range(2))
    assert one.pk != two.pk
    assert (one.identifier, one.no_identifier) == (None, "foreign")


@pytest.mark.covers("T-24")
def test_the_same_name_phone_and_mail_are_not_the_same_person() -> None:
    said = {"full_name": "Lý Thị Mẩy", "phone": "0912000318", "email": "may@example.vn"}
    one = commands.register(identity=Identity(personal_id="008190000482", **said), by=MAKER, at=MORNING)
    two = commands.register(identity=Identity(personal_id="008190000483", **said), by=MAKER, at=MORNING)
    again = commands.register(identity=Identity("Tên khác", personal_id="008190000482"), by=MAKER, at=MORNING)
    assert one.pk != two.pk
    assert again.pk == one.pk


def test_an_organisation_is_known_by_its_tax_code_alone() -> None:
    one = commands.name_organisation(body=TEA, by=MAKER, at=MORNING)
    two = commands.name_organisation(body=Body("Tên khác", "5000123456"), by=MAKER, at=MORNING)
    assert isinstance(one, Organisation) and isinstance(two, Organisation)
    assert (two.pk, two.full_name) == (one.pk, TEA.full_name)
    assert not Person.objects.filter(pk=one.pk).exists()


def test_a_wrong_tax_code_names_nobody() -> None:
    refused = commands.name_organisation(body=Body("A", "123"), by=MAKER, at=MORNING)
    assert isinstance(refused, Refusal) and refused.why is Why.TAX_CODE_FORM
    assert not Organisation.objects.exists()


def child(world: World, birth: date) -> Representation | Refusal:
    return commands.represent_person(
        identity=Identity("Giàng Thị Sua", "008220000009", birth),
        mandate=Mandate(Basis.PARENT, frozenset(Power), DAY),
        by=world.member,
        at=world.at,
    )


@pytest.mark.covers("T-23")
def test_a_parent_acts_until_the_day_before_the_child_is_of_age() -> None:
    made = child(build(), date(2010, 5, 20))
    assert isinstance(made, Representation)
    assert made.valid_to == date(2028, 5, 19)


def test_a_parent_does_not_act_for_a_grown_child() -> None:
    world = build()
    assert child(world, date(2008, 3, 2)) == Refusal(Why.NOT_A_MINOR)
    assert isinstance(child(world, date(2008, 3, 3)), Representation)


def test_naming_somebody_known_tells_and_changes_nothing_about_them() -> None:
    world = build()
    made = commands.represent_person(
        identity=Identity("Tên bịa", "008190000002", commune="xã bịa"),
        mandate=WILL,
        by=world.member,
        at=world.at,
    )
    stranger = Person.objects.get(identifier="008190000002")
    assert isinstance(made, Representation)
    assert (made.owner_id, made.owner_name) == (stranger.pk, "Tên bịa")
    assert (stranger.full_name, stranger.commune) == ("Sùng Thị Mỷ", "phường Minh Xuân")


def test_nobody_acts_for_oneself() -> None:
    world = build()
    identity = Identity("Giàng A Páo", "008190000001")
    refused = commands.represent_person(identity=identity, mandate=WILL, by=world.member, at=world.at)
    assert refused == Refusal(Why.REPRESENTS_ONESELF)


def over_stranger(world: World, **more: object) -> Representation:
    mandate = Mandate(**{**vars(WILL), "powers": frozenset(Power), **more})
    made = commands.represent_person(
        identity=Identity("Sùng Thị Mỷ", "008190000002"), mandate=mandate, by=world.member, at=world.at
    )
    assert isinstance(made, Representation)
    return made


@pytest.mark.parametrize("act", [commands.confirm_representation, commands.end_representation])
def test_only_those_it_concerns_decide_about_a_right(act: Callable[..., object]) -> None:
    world = build()
    made = over_stranger(world)
    third = commands.welcome_first(
        login="vneid:x", identity=Identity("Vàng Mí Sình", "008190000003"), by=MAKER, at=MORNING
    )
    outsider = queries.actor_of(third.person)
    assert act(representation_id=made.pk, by=outsider, at=world.at) == Refusal(Why.NOT_YOUR_REPRESENTATION)
    assert isinstance(act(representation_id=made.pk, by=world.stranger, at=world.at), Representation)


def test_who_acts_for_somebody_cannot_confirm_it_alone() -> None:
    world = build()
    made = over_stranger(world)
    refused = commands.confirm_representation(representation_id=made.pk, by=world.member, at=world.at)
    assert refused == Refusal(Why.NOT_YOUR_REPRESENTATION)


def test_a_store_opens_to_its_owner_and_by_a_confirmed_right_alone() -> None:
    world = build()
    made = over_stranger(world)
    owner = made.owner_id
    assert queries.may_use_papers(world.stranger, owner, DAY)
    assert not queries.may_use_papers(world.member, owner, DAY)
    commands.confirm_representation(representation_id=made.pk, by=world.stranger, at=world.at)
    assert queries.may_use_papers(world.member, owner, DAY)
    commands.end_representation(representation_id=made.pk, by=world.stranger, at=world.at)
    assert not queries.may_use_papers(world.member, owner, DAY)


def hold(world: World, *, source: str = "paper:1", origin: str = "accepted", **said: object) -> HeldPaper:
    paper = Kept(**{"name": "Giấy chứng sinh", "component": "1.001193/proof", **said})
    return commands.hold_paper(
        owner_id=world.citizen.pk,
        paper=paper,
        file_id=uuid7(),
        source=source,
        origin=PaperOrigin(origin),
        by=MAKER,
        at=world.at,
    )


def serves(world: World, *, key: str = "1.001193/proof", name: str = "x", on: date = DAY) -> HeldPaper | None:
    return queries.serving(world.citizen.pk, [Wanted(key, name)], on).get(key)


def test_a_paper_accepted_for_a_component_serves_it_again_for_its_owner_alone() -> None:
    world = build()
    paper = hold(world)
    assert serves(world) == paper
    assert serves(world, key="1.001193/other") is None
    assert queries.serving(world.stranger.person, [Wanted("1.001193/proof", "x")], DAY) == {}


def test_what_is_read_on_a_held_paper_is_kept_and_noted_by_id_alone() -> None:
    world = build()
    paper = hold(world)
    read = Described("45/2026", "Trạm Y tế", DAY, DAY + timedelta(days=30))
    done = commands.describe_paper(paper_id=paper.pk, said=read, by=world.hoa, at=world.at)
    assert not isinstance(done, Refusal)
    paper.refresh_from_db()
    assert Described(paper.number, paper.issuer, paper.issued_on, paper.valid_to) == read
    row = rows_of(thing_of(paper.owner))[-1]
    assert row.verb == "person.paper_described"
    assert row.payload == {"paper": str(paper.pk)}


def test_a_kind_that_is_good_for_some_months_ends_after_them() -> None:
    world = build()
    kind = Kind("birth-note", ("giấy chứng sinh",), months=6)
    commands.define_paper_kind(kind=kind, name="Giấy chứng sinh", by=MAKER, at=world.at)
    paper = hold(world)
    commands.describe_paper(
        paper_id=paper.pk, said=Described(issued_on=date(2026, 1, 15)), by=world.hoa, at=world.at
    )
    paper.refresh_from_db()
    assert paper.valid_to == date(2026, 7, 15)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (Described(issued_on=DAY + timedelta(days=1)), Why.PAPER_FROM_THE_FUTURE),
        (Described(issued_on=DAY, valid_to=DAY - timedelta(days=1)), Why.PAPER_ENDS_BEFORE_ISSUE),
    ],
)
def test_a_held_paper_takes_no_days_that_cannot_be(said: Described, why: Why) -> None:
    world = build()
    paper = hold(world)
    done = commands.describe_paper(paper_id=paper.pk, said=said, by=world.hoa, at=world.at)
    assert isinstance(done, Refusal) and done.why is why
    paper.refresh_from_db()
    assert paper.issued_on is None


def test_the_same_source_is_kept_once() -> None:
    world = build()
    assert hold(world).pk == hold(world).pk


def test_a_newer_paper_for_the_component_replaces_the_older() -> None:
    world = build()
    old = hold(world)
    new = hold(world, source="paper:2")
    old.refresh_from_db()
    assert (old.state, new.replaces_id) == ("replaced", old.pk)
    assert serves(world) == new


@pytest.mark.parametrize("days", [0, 1])
def test_an_expired_paper_serves_no_more(days: int) -> None:
    world = build()
    hold(world, valid_to=DAY)
    assert (serves(world, on=DAY + timedelta(days=days)) is not None) is (days == 0)


@pytest.mark.parametrize("act", [commands.revoke_paper, commands.put_under_correction])
def test_a_paper_out_of_use_serves_no_more(act: Callable[..., HeldPaper]) -> None:
    world = build()
    paper = hold(world)
    act(paper_id=paper.pk, by=MAKER, at=world.at)
    assert serves(world) is None
    use = Use("1.001193", "Đăng ký khai sinh", "dossier:1")
    used = commands.use_paper(paper_id=paper.pk, use=use, by=world.member, at=world.at)
    assert isinstance(used, Refusal) and used.why is Why.PAPER_NOT_VALID


def test_kinds_of_papers_are_data_with_their_time() -> None:
    world = build()
    kind = Kind("marital", ("giấy xác nhận tình trạng hôn nhân",), single=True, months=6)
    commands.define_paper_kind(kind=kind, name="Giấy XN tình trạng hôn nhân", by=MAKER, at=world.at)
    said = {"name": "Giấy xác nhận tình trạng hôn nhân", "component": "", "origin": "result"}
    old = hold(world, issued_on=date(2026, 1, 15), **said)
    new = hold(world, source="paper:2", issued_on=date(2026, 2, 10), **said)
    old.refresh_from_db()
    assert (old.state, new.valid_to) == ("replaced", date(2026, 8, 10))
    wanted = "Bản chính Giấy xác nhận tình trạng hôn nhân"
    assert serves(world, key="9.9/z", name=wanted) == new
    assert new.standing(date(2026, 8, 11)) is PaperState.EXPIRED


def test_a_kind_that_is_new_every_time_is_never_offered() -> None:
    world = build()
    hold(world, name="Đơn đề nghị")
    assert serves(world, name="Đơn đề nghị") is not None
    kind = Kind("application", ("đơn đề nghị",), reusable=False)
    commands.define_paper_kind(kind=kind, name="Đơn", by=MAKER, at=world.at)
    assert serves(world, name="Đơn đề nghị") is None


def test_each_use_is_counted_once_with_who_what_for_and_when() -> None:
    world = build()
    paper = hold(world)
    use = Use("1.001193", "Đăng ký khai sinh", "dossier:1")
    for _ in range(2):
        commands.use_paper(paper_id=paper.pk, use=use, by=world.member, at=world.at)
    (one,) = queries.uses_of(paper)
    assert (one.procedure, one.purpose, one.by_name, one.at) == (
        "1.001193",
        "Đăng ký khai sinh",
        "Giàng A Páo",
        world.at,
    )
    verbs = [row.verb for row in rows_of(thing_of(paper.owner))]
    assert "person.paper_used" in verbs


def report(world: World, paper: HeldPaper | None, by: Actor, said: str = "Sinh ngày 05/03") -> object:
    told = Report(
        subject="Giấy chứng sinh",
        source="Kho giấy tờ",
        said_value=said,
        thing="dossier:1",
        procedure="1.001193",
        agency_id=world.committee.pk,
        paper_id=paper.pk if paper else None,
    )
    return commands.report_wrong(owner_id=world.citizen.pk, report=told, by=by, at=world.at)


@pytest.mark.covers("E-14")
@pytest.mark.parametrize(("corrected", "state"), [(True, "revoked"), (False, "valid")])
def test_a_ticket_takes_the_paper_out_of_use_until_it_is_answered(corrected: bool, state: str) -> None:
    world = build()
    paper = hold(world)
    ticket = report(world, paper, world.member)
    paper.refresh_from_db()
    assert paper.state == "under_correction"
    done = commands.answer_correction(
        correction_id=ticket.pk, corrected=corrected, answer="Đã đối chiếu.", by=world.tuan, at=world.at
    )
    paper.refresh_from_db()
    assert (paper.state, done.answered_by) == (state, world.tuan.person)
    again = commands.answer_correction(
        correction_id=ticket.pk, corrected=False, answer="Lần nữa.", by=world.tuan, at=world.at
    )
    assert again == Refusal(Why.CORRECTION_ANSWERED)


def test_a_report_without_what_is_right_is_refused() -> None:
    world = build()
    assert report(world, None, world.member, said=" ") == Refusal(Why.NOTHING_SAID)
