"""What the State has is used again, not demanded again, and can be disputed."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from django.test import Client

from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands, jobs
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.pages.acts.supplements import AskAtIntake
from motcua.casework.dossiers.words import PaperSource, Verdict, Why
from motcua.reference.catalogue.words import Paper as Asked
from motcua.reference.people import commands as people
from motcua.reference.people.models import Correction, HeldPaper, PaperUse
from motcua.reference.people.rules import Kind
from motcua.reference.people.words import Identity
from tests.doors import portal_scene as scene
from tests.rooms.foreign_files import pdf
from tests.support.world import CODE, FIELDS, MAKER, World, build, ok

pytestmark = pytest.mark.django_db
OTHER = Asked("marriage", "Giấy chứng nhận kết hôn của cha mẹ", copies=1)
IN_DATABASE = Asked("id", "Bản sao Căn cước", required=False, data_source="Cơ sở dữ liệu quốc gia về dân cư")


def world(fields: Sequence[Mapping[str, Any]] = FIELDS) -> World:
    return build(papers=(scene.SAMPLE, OTHER, IN_DATABASE), fields=fields)


def begin(client: Client, built: World, key: str) -> Dossier:
    answer = client.post(scene.START, {"agency": str(built.committee.pk), "key": key})
    assert answer.status_code == 302, answer.content.decode()
    return Dossier.objects.get(pk=str(answer["Location"]).split("/")[2])


def fill(client: Client, dossier: Dossier) -> None:
    client.post(f"/nop/{dossier.pk}/phan/child/", {"child_name": "Giàng Thị Sua"})
    client.post(f"/nop/{dossier.pk}/nhan-ket-qua/", {"delivery": "electronic", "phone": "0912000001"})


def accepted(client: Client, built: World) -> Dossier:
    """File a first dossier with every paper, and let the counter accept all of it."""
    dossier = begin(client, built, scene.KEY)
    fill(client, dossier)
    for one in built.version.components.filter(required=True):
        scene.upload(client, dossier, one, a__pdf=pdf(pages=1 + one.order))
    client.post(f"/nop/{dossier.pk}/kiem-tra/", {"key": "nop-lan-mot"})
    built.judge(dossier, built.hoa)
    ok(commands.accept(dossier_id=dossier.pk, by=built.hoa, at=built.at))
    jobs.keep_papers(dossier.pk)
    return dossier


def second(client: Client, built: World) -> Dossier:
    """Begin a second filing of the same procedure."""
    accepted(client, built)
    return begin(client, built, "0199f000-0000-7000-8000-000000000009")


def test_a_second_filing_asks_for_none_of_the_papers_accepted_before() -> None:
    built = world()
    client = scene.as_pao(built)
    dossier = second(client, built)
    page = client.get(f"/nop/{dossier.pk}/giay-to/").content.decode()
    assert 'type="file"' not in page
    assert page.count("Đã có trong kho giấy tờ") == 2
    fill(client, dossier)
    sent = client.post(f"/nop/{dossier.pk}/kiem-tra/", {"key": "nop-lan-hai"})
    assert sent["Location"] == f"/nop/{dossier.pk}/da-nop/"
    dossier.refresh_from_db()
    assert dossier.submitted_at is not None
    drawn = Paper.objects.filter(dossier=dossier, source=PaperSource.STORE)
    assert [one.verdict for one in drawn] == [Verdict.PASSED] * 2


def test_the_first_filing_is_asked_for_every_paper() -> None:
    built = world()
    client = scene.as_pao(built)
    page = client.get(f"/nop/{begin(client, built, scene.KEY).pk}/giay-to/").content.decode()
    assert page.count('type="file"') == 2
    assert "Đã có trong kho giấy tờ" not in page


def test_another_person_is_asked_for_everything() -> None:
    built = world()
    accepted(scene.as_pao(built), built)
    stranger = scene.browser(built.stranger.account)
    page = stranger.get(f"/nop/{begin(stranger, built, 'khac').pk}/giay-to/").content.decode()
    assert page.count('type="file"') == 2


def test_each_reuse_is_counted_and_shown_to_the_owner() -> None:
    built = world()
    client = scene.as_pao(built)
    dossier = second(client, built)
    assert not PaperUse.objects.exists()
    fill(client, dossier)
    client.post(f"/nop/{dossier.pk}/kiem-tra/", {"key": "nop-lan-hai"})
    assert PaperUse.objects.count() == 2
    assert "Đã dùng lại 1 lần" in client.get("/kho-giay-to/").content.decode()
    paper = HeldPaper.objects.first()
    assert paper is not None
    page = client.get(f"/kho-giay-to/{paper.pk}/luot-dung/").content.decode()
    assert "Đăng ký khai sinh" in page
    assert scene.browser(built.stranger.account).get(f"/kho-giay-to/{paper.pk}/luot-dung/").status_code == 404


def test_a_paper_that_ended_between_is_asked_for_again() -> None:
    built = world()
    client = scene.as_pao(built)
    dossier = second(client, built)
    fill(client, dossier)
    paper = HeldPaper.objects.get(component=f"{CODE}/proof")
    people.revoke_paper(paper_id=paper.pk, by=MAKER, at=built.at)
    page = client.get(f"/nop/{dossier.pk}/giay-to/").content.decode()
    assert page.count('type="file"') == 1
    assert "không còn giá trị: Giấy chứng sinh" in page
    refused = client.post(f"/nop/{dossier.pk}/kiem-tra/", {"key": "nop-lan-hai"})
    assert refused.status_code == 422
    assert "Còn thiếu giấy tờ: Giấy chứng sinh" in refused.content.decode()


@pytest.mark.covers("E-14")
def test_a_wrong_paper_is_disputed_and_the_newer_one_taken() -> None:
    built = world()
    client = scene.as_pao(built)
    dossier = second(client, built)
    fill(client, dossier)
    address = f"/nop/{dossier.pk}/bao-sai/giay-to/{scene.by_code(built, 'proof').pk}/"
    assert "Đã có trong kho giấy tờ" in client.get(address).content.decode()
    newer = scene.SimpleUploadedFile("moi.pdf", pdf(pages=3))
    done = client.post(address, {"said": "Sai ngày sinh, đúng là 05/03", "file": newer})
    assert done.status_code == 302
    client.post(f"/nop/{dossier.pk}/kiem-tra/", {"key": "nop-lan-hai"})
    dossier.refresh_from_db()
    assert dossier.submitted_at is not None
    assert scene.attached(dossier).count("moi.pdf") == 1
    ticket = Correction.objects.get()
    assert (ticket.state, ticket.said_value) == ("open", "Sai ngày sinh, đúng là 05/03")
    assert ticket.paper is not None and ticket.paper.state == "under_correction"
    built.judge(dossier, built.hoa)
    ok(commands.accept(dossier_id=dossier.pk, by=built.hoa, at=built.at))
    jobs.keep_papers(dossier.pk)
    ticket.paper.refresh_from_db()
    assert ticket.paper.state == "replaced"
    assert "Bạn đã báo sai" in client.get("/kho-giay-to/").content.decode()


@pytest.mark.covers("E-14")
def test_what_a_database_holds_can_be_disputed_too() -> None:
    built = world()
    client = scene.as_pao(built)
    dossier = begin(client, built, scene.KEY)
    address = f"/nop/{dossier.pk}/bao-sai/giay-to/{scene.by_code(built, 'id').pk}/"
    empty = client.post(address, {"said": ""})
    assert empty.status_code == 422
    assert not Correction.objects.exists()
    newer = scene.SimpleUploadedFile("can-cuoc.pdf", pdf(pages=2))
    assert client.post(address, {"said": "Đã đổi nơi ở", "file": newer}).status_code == 302
    assert Correction.objects.get().source == "Cơ sở dữ liệu quốc gia về dân cư"
    assert "can-cuoc.pdf" in scene.attached(dossier)


TWO_NAMES = [
    {"name": "child_name", "kind": "person_name", "label": "Họ, chữ đệm, tên", "required": True},
    {
        "name": "asker_name",
        "kind": "person_name",
        "label": "Họ, chữ đệm, tên",
        "required": True,
        "prefill": "person.full_name",
    },
]


@pytest.mark.covers("E-14")
def test_a_wrong_fact_is_told_as_it_is_held_beside_another_of_the_same_name() -> None:
    built = world(TWO_NAMES)
    client = scene.as_pao(built)
    dossier = begin(client, built, scene.KEY)
    answers = {"child_name": "Sùng Thị Dợ", "asker_name": built.citizen.full_name}
    client.post(f"/nop/{dossier.pk}/phan/child/", answers)
    address = f"/nop/{dossier.pk}/bao-sai/asker_name/"
    told = client.get(address).content.decode()
    assert f"VNeID cho biết: {built.citizen.full_name}." in told
    assert "Sùng Thị Dợ" not in told
    empty = client.post(address, {"value": ""})
    assert empty.status_code == 422
    assert "Nhập họ, chữ đệm, tên đúng." in empty.content.decode()
    assert client.post(address, {"value": "Sùng A Pao"}).status_code == 302
    assert "Bạn đã báo sai:" in client.get(f"/nop/{dossier.pk}/phan/child/").content.decode()


def test_a_report_without_a_newer_paper_asks_for_it() -> None:
    built = world()
    client = scene.as_pao(built)
    dossier = second(client, built)
    client.post(
        f"/nop/{dossier.pk}/bao-sai/giay-to/{scene.by_code(built, 'proof').pk}/", {"said": "Sai ngày sinh"}
    )
    assert client.get(f"/nop/{dossier.pk}/giay-to/").content.decode().count('type="file"') == 1


def demand(built: World, dossier: Dossier, *asked: commands.Asked) -> Dossier | Refusal:
    return commands.request_supplement_at_intake(
        dossier_id=dossier.pk, items=asked, reason="Thiếu", by=built.hoa, at=built.at
    )


@pytest.mark.covers("T-40")
def test_an_officer_cannot_demand_what_a_database_holds() -> None:
    built = world()
    client = scene.as_pao(built)
    dossier = begin(client, built, scene.KEY)
    fill(client, dossier)
    for one in built.version.components.filter(required=True):
        scene.upload(client, dossier, one, a__pdf=pdf(pages=1 + one.order))
    client.post(f"/nop/{dossier.pk}/kiem-tra/", {"key": "nop"})
    held, other = scene.by_code(built, "id"), scene.by_code(built, "proof")
    for item in (commands.Asked("Căn cước", "", held.pk), commands.Asked("BẢN SAO CĂN CƯỚC")):
        refused = demand(built, dossier, item)
        assert isinstance(refused, Refusal) and refused.why is Why.HELD_BY_STATE
    assert isinstance(demand(built, dossier, commands.Asked(other.name, "Mờ", other.pk)), Dossier)


@pytest.mark.covers("T-40")
def test_an_officer_cannot_demand_what_the_store_has_unless_it_is_wrong() -> None:
    built = world()
    client = scene.as_pao(built)
    kind = Kind("marriage", ("giấy chứng nhận kết hôn",))
    people.define_paper_kind(kind=kind, name="Giấy chứng nhận kết hôn", by=MAKER, at=built.at)
    dossier = second(client, built)
    fill(client, dossier)
    client.post(f"/nop/{dossier.pk}/kiem-tra/", {"key": "nop-lan-hai"})
    one = scene.by_code(built, "proof")
    for item in (commands.Asked(one.name, "", one.pk), commands.Asked("Bản sao Giấy chứng nhận kết hôn")):
        refused = demand(built, dossier, item)
        assert isinstance(refused, Refusal) and refused.why is Why.HELD_BY_STATE
    paper = Paper.objects.get(dossier=dossier, requirement=one)
    found = [commands.Judgement(paper.pk, Verdict.FAILED, "Mờ, không đọc được")]
    ok(commands.judge_papers(dossier_id=dossier.pk, judgements=found, by=built.hoa, at=built.at))
    assert paper.held is not None and paper.held.state == "under_correction"
    assert isinstance(demand(built, dossier, commands.Asked(one.name, "Mờ", one.pk)), Dossier)


@pytest.mark.covers("T-40")
def test_the_form_of_a_supplement_does_not_offer_what_the_state_has() -> None:
    built = world()
    client = scene.as_pao(built)
    dossier = second(client, built)
    fill(client, dossier)
    client.post(f"/nop/{dossier.pk}/kiem-tra/", {"key": "nop-lan-hai"})
    dossier.refresh_from_db()
    assert askable(built, dossier) == {"Tờ khai đăng ký khai sinh"}


def askable(built: World, dossier: Dossier) -> set[str]:
    form = AskAtIntake(dossier, built.hoa, built.at)
    return {asked.name for asked, _ in form.asked.values()}


def test_a_counter_does_not_ask_for_what_the_store_has() -> None:
    built = world()
    accepted(scene.as_pao(built), built)
    taken = commands.receive_direct(
        procedure=CODE,
        agency_id=built.committee.pk,
        identity=Identity("Giàng A Páo", "008190000001"),
        papers=[],
        by=built.hoa,
        at=built.at,
    )
    assert isinstance(taken, Dossier)
    assert Paper.objects.filter(dossier=taken, source=PaperSource.STORE).count() == 2
    assert PaperUse.objects.count() == 2
