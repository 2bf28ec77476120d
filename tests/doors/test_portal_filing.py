"""Filing online: what is refused, what is kept, what happens once."""

from io import BytesIO

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from motcua.base.clock import now
from motcua.base.files import commands as files
from motcua.base.files.models import StoredFile
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.queries import events_of
from tests.doors import portal_scene as scene
from tests.rooms import foreign_files as foreign

pytestmark = pytest.mark.django_db


def start(client: Client, agency: str, key: str = scene.KEY) -> str:
    answer = client.post(scene.START, {"agency": agency, "key": key})
    assert answer.status_code == 302
    return str(answer["Location"])


def test_the_same_key_opens_one_draft_however_often_it_is_sent() -> None:
    built = scene.world()
    client, agency = scene.as_pao(built), str(built.committee.pk)
    assert start(client, agency) == start(client, agency)
    assert Dossier.objects.count() == 1


def test_another_key_opens_another_draft() -> None:
    built = scene.world()
    client, agency = scene.as_pao(built), str(built.committee.pk)
    start(client, agency)
    start(client, agency, key="0199f000-0000-7000-8000-000000000002")
    assert Dossier.objects.count() == 2


def test_somebody_not_signed_in_comes_back_after_signing_in() -> None:
    scene.world()
    answer = Client().get(scene.START)
    assert answer["Location"] == "/dang-nhap/?next=%2Fthu-tuc%2F1.001193%2Fnop%2F"


def test_a_wrong_answer_is_shown_again_with_its_cure() -> None:
    built = scene.world()
    address = f"/nop/{built.draft().pk}/phan/child/"
    answer = scene.as_pao(built).post(address, {"child_name": "Giàng 7"})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Giàng 7"' in shown
    assert 'href="#id_child_name"' in shown


def test_an_unfinished_draft_opens_where_something_is_missing() -> None:
    built = scene.world()
    dossier = built.draft()
    answer = scene.as_pao(built).get(f"/nop/{dossier.pk}/")
    assert answer["Location"] == f"/nop/{dossier.pk}/giay-to/"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.pdf", b"", "trống"),
        ("a.pdf", foreign.program(), "không phải PDF thật"),
        ("a.exe", foreign.program(), "Chỉ nhận tệp PDF, JPG hoặc PNG"),
        ("a.pdf", foreign.pdf()[:200], "hỏng"),
        ("a.pdf", foreign.pdf(password="x"), "mật khẩu"),
        ("a.jpg", foreign.picture("PNG"), "PNG"),
    ],
)
def test_a_bad_file_gets_a_sentence_and_nothing_is_stored(name: str, content: bytes, told: str) -> None:
    built = scene.world()
    dossier, paper = built.draft(), scene.proof(built)
    file = scene.SimpleUploadedFile(name, content)
    answer = scene.as_pao(built).post(f"/nop/{dossier.pk}/giay-to/", {f"tep-{paper.pk}": file})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not StoredFile.objects.exists()


def test_a_file_over_the_limit_is_cut_off_and_said_to_be_too_large(settings: Settings) -> None:
    settings.FILE_MAX_BYTES = 300_000
    built = scene.world()
    dossier, paper = built.draft(), scene.proof(built)
    file = scene.SimpleUploadedFile("to.pdf", bytes(400_000))
    answer = scene.as_pao(built).post(f"/nop/{dossier.pk}/giay-to/", {f"tep-{paper.pk}": file})
    assert answer.status_code == 422
    assert "lớn hơn" in answer.content.decode()
    assert not StoredFile.objects.exists()


def test_a_good_file_beside_a_bad_one_is_kept() -> None:
    built = scene.world()
    dossier = built.draft()
    sent = {"tot__pdf": foreign.pdf(), "xau__pdf": foreign.program()}
    assert scene.upload(scene.as_pao(built), dossier, scene.proof(built), **sent) == 422
    assert scene.attached(dossier) == ["tot.pdf"]


def test_the_same_file_sent_twice_is_attached_once() -> None:
    built = scene.world()
    dossier, content = built.draft(), foreign.pdf()
    for _ in range(2):
        scene.upload(scene.as_pao(built), dossier, scene.proof(built), giay__pdf=content)
    assert scene.attached(dossier) == ["giay.pdf"]


def test_the_same_bytes_from_two_pages_at_once_are_attached_once() -> None:
    built = scene.world()
    dossier, requirement = built.draft(), scene.proof(built)
    one = foreign.pdf()
    for content in (one, one, foreign.pdf(pages=2)):
        file = files.take_in(stream=BytesIO(content), name="a.pdf", by=built.member, at=now())
        assert isinstance(file, StoredFile)
        commands.attach(
            dossier_id=dossier.pk, requirement_id=requirement.pk, file=file, by=built.member, at=now()
        )
    assert len(scene.attached(dossier)) == 2


def test_going_on_without_a_required_paper_says_which_one() -> None:
    built = scene.world()
    dossier = built.draft()
    answer = scene.as_pao(built).post(f"/nop/{dossier.pk}/giay-to/", {})
    assert answer.status_code == 422
    assert "Giấy chứng sinh: chọn tệp" in answer.content.decode()


def test_a_file_can_be_taken_out_again() -> None:
    built = scene.world()
    dossier = scene.filled(built)
    scene.as_pao(built).post(f"/nop/{dossier.pk}/giay-to/{dossier.papers.get().pk}/bo/")
    assert scene.attached(dossier) == []


def test_a_draft_without_a_required_paper_is_not_filed() -> None:
    built = scene.world()
    dossier = built.draft()
    answer = scene.as_pao(built).post(f"/nop/{dossier.pk}/kiem-tra/", {"key": scene.KEY})
    assert answer.status_code == 422
    assert "Còn thiếu giấy tờ: Giấy chứng sinh." in answer.content.decode()


def test_a_dossier_filed_twice_is_filed_once_and_leads_to_its_confirmation() -> None:
    built = scene.world()
    dossier, client = scene.filled(built), scene.as_pao(built)
    answers = [client.post(f"/nop/{dossier.pk}/kiem-tra/", {"key": scene.KEY}) for _ in range(2)]
    assert [answer["Location"] for answer in answers] == [f"/nop/{dossier.pk}/da-nop/"] * 2
    verbs = [event.verb for event in events_of(dossier)]
    assert verbs.count("dossier.submitted") == 1
    assert dossier.temporary_code in client.get(f"/nop/{dossier.pk}/da-nop/").content.decode()


def test_a_filed_dossier_is_no_longer_changed_by_its_draft_pages() -> None:
    built = scene.world()
    dossier, client = scene.filled(built), scene.as_pao(built)
    client.post(f"/nop/{dossier.pk}/kiem-tra/", {"key": scene.KEY})
    client.post(f"/nop/{dossier.pk}/phan/child/", {"child_name": "Người Khác"})
    dossier.refresh_from_db()
    assert dossier.answers["child_name"] == "Giàng Thị Sua"


def test_words_sent_after_the_session_ended_come_back_after_signing_in() -> None:
    built = scene.world()
    address, client = f"/nop/{built.draft().pk}/phan/child/", Client()
    sent = client.post(address, {"child_name": "Vừ Mí Chá"})
    assert sent["Location"].startswith("/dang-nhap/?next=")
    client.force_login(built.citizen.account)
    shown = client.get(address).content.decode()
    assert "Phiên đăng nhập đã hết" in shown
    assert 'value="Vừ Mí Chá"' in shown
    assert "Vừ Mí Chá" not in client.get(address).content.decode()


def test_what_one_person_typed_is_never_shown_to_the_next() -> None:
    built = scene.world()
    address, client = f"/nop/{built.draft().pk}/phan/child/", Client()
    client.post(address, {"child_name": "Vừ Mí Chá"})
    client.force_login(scene.Account.objects.get(pk=built.stranger.account))
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Vừ Mí Chá" not in answer.content.decode()


def test_leaving_for_now_keeps_what_is_right_and_asks_nothing_more() -> None:
    built = scene.world()
    dossier = built.draft()
    answer = scene.as_pao(built).post(f"/nop/{dossier.pk}/phan/child/", {"child_name": "", "later": "1"})
    assert answer["Location"] == "/ho-so/"


@pytest.mark.parametrize("phone", ["", "0912", "chin mot"])
def test_a_telephone_number_that_nobody_can_call_is_refused(phone: str) -> None:
    built = scene.world()
    address = f"/nop/{built.draft().pk}/nhan-ket-qua/"
    answer = scene.as_pao(built).post(address, {"delivery": "one_stop", "phone": phone})
    assert answer.status_code == 422
