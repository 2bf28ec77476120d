"""Acts at the desk: what is refused, what is kept, what is noted."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.base.journal.models import Entry
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.pages.told import moment
from motcua.casework.dossiers.queries import forward_until
from motcua.casework.dossiers.words import State
from motcua.reference.org import commands as org
from tests.doors import desk_scene as scene
from tests.doors.test_desk_path import fields_of

pytestmark = pytest.mark.django_db


def looks() -> list[tuple[str, str]]:
    return list(
        Entry.objects.filter(thing__startswith="reads:").order_by("seq").values_list("verb", "payload")
    )


def test_accepting_waits_for_the_papers() -> None:
    here = scene.ward()
    dossier = scene.submitted(here)
    page = here.client("trang").get(f"/can-bo/ho-so/{dossier.pk}/tiep-nhan/").content.decode()
    assert "Còn 2 giấy tờ chưa kiểm tra." in page
    assert "Tiếp nhận và cấp mã" not in page


def test_a_paper_fails_with_a_reason_alone_and_the_choice_is_kept() -> None:
    here = scene.ward()
    dossier = scene.submitted(here)
    client, paper = here.client("trang"), dossier.papers.first()
    assert paper is not None
    words = {f"verdict_{one.pk}": "passed" for one in dossier.papers.all()}
    words[f"verdict_{paper.pk}"] = "failed"
    answer = client.post(f"/can-bo/ho-so/{dossier.pk}/giay-to/", words)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Nhập lý do không đạt để người nộp biết phải sửa gì." in page
    assert '<option value="failed" selected>' in page
    paper.refresh_from_db()
    assert paper.verdict == "unseen"


def test_the_second_of_two_officers_is_told_and_loses_nothing() -> None:
    here = scene.ward()
    dossier = scene.submitted(here)
    address = f"/can-bo/ho-so/{dossier.pk}/tu-choi/"
    mai = here.client("mai")
    opened = fields_of(mai.get(address).content.decode())
    scene.judge(here, dossier, "trang")
    words = {**opened, "reason": "other", "words": "Chưa ký tên.", "legal_basis": "Luật Hộ tịch"}
    told = mai.post(address, words)
    page = told.content.decode()
    assert told.status_code == 422
    assert "Có người vừa xử lý hồ sơ này sau khi bạn mở trang." in page
    assert "Kiểm tra giấy tờ: 2 đạt, 0 không đạt." in page
    assert "Trần Thu Trang" in page
    assert "Chưa ký tên." in page
    assert Dossier.objects.get(pk=dossier.pk).state == State.SUBMITTED
    mai.post(address, {**words, **fields_of(page)})
    assert Dossier.objects.get(pk=dossier.pk).state == State.REJECTED_AT_INTAKE


def test_the_same_form_sent_twice_acts_once() -> None:
    here = scene.ward()
    dossier = scene.accepted(here)
    address = f"/can-bo/ho-so/{dossier.pk}/chuyen/"
    client = here.client("trang")
    words = fields_of(client.get(address).content.decode())
    first, second = client.post(address, words), client.post(address, words)
    assert (first.status_code, second.status_code) == (302, 302)
    assert Entry.objects.filter(verb="dossier.forwarded").count() == 1


def test_a_wrong_authority_must_name_the_right_one() -> None:
    here = scene.ward()
    dossier = scene.submitted(here)
    words = {"reason": "wrong_authority", "words": "Thuộc cấp tỉnh."}
    answer = here.client("trang").post(f"/can-bo/ho-so/{dossier.pk}/tu-choi/", words)
    assert answer.status_code == 422
    assert "Nhập tên cơ quan có thẩm quyền." in answer.content.decode()


def test_a_refusal_on_the_merits_has_reason_and_ground() -> None:
    here = scene.ward()
    dossier = scene.in_process(here)
    words = {"outcome": "refused", "title": "Thông báo"}
    page = here.client("huy").post(f"/can-bo/ho-so/{dossier.pk}/soan-ket-qua/", words).content.decode()
    assert "Nhập lý do từ chối." in page
    assert "Nhập số, tên văn bản và điều khoản làm căn cứ." in page


def test_a_broken_attachment_is_refused_and_the_words_are_kept() -> None:
    here = scene.ward()
    dossier = scene.in_process(here)
    file = SimpleUploadedFile("ket-qua.pdf", b"MZ not a paper", "application/pdf")
    words = {"outcome": "granted", "title": "Trích lục khai tử", "content": "Đã ghi.", "attachment": file}
    words["result_type"] = str(here.version.results.get().pk)
    answer = here.client("huy").post(f"/can-bo/ho-so/{dossier.pk}/soan-ket-qua/", words)
    assert answer.status_code == 422
    assert "không phải PDF thật" in answer.content.decode()
    assert "Đã ghi." in answer.content.decode()


def test_an_attached_pdf_becomes_the_draft() -> None:
    here = scene.ward()
    dossier = scene.in_process(here)
    client = here.client("huy")
    paper = scene.a_pdf()
    file = SimpleUploadedFile("ket-qua.pdf", paper, "application/pdf")
    words = {"outcome": "granted", "title": "Trích lục khai tử", "attachment": file}
    words["result_type"] = str(here.version.results.get().pk)
    assert client.post(f"/can-bo/ho-so/{dossier.pk}/soan-ket-qua/", words).status_code == 302
    sent = client.get(f"/can-bo/ho-so/{dossier.pk}/ket-qua/")
    assert b"".join(sent.streaming_content) == paper


@pytest.mark.covers("T-16")
def test_the_counter_reads_until_when_a_dossier_leaves_it() -> None:
    here = scene.ward()
    dossier = scene.accepted(here)
    assert dossier.accepted_at is not None
    address, client = f"/can-bo/ho-so/{dossier.pk}/chuyen/", here.client("trang")
    assert "Chuyển đi chậm nhất" not in client.get(address).content.decode()
    since = {"valid_from": scene.SINCE, "by": scene.HOUSE, "at": dossier.accepted_at}
    rule = {"code": "forward_cutoff", "value": 15, "unit": "hour_of_day"}
    org.set_regulation(**rule, legal_basis="NĐ 61/2018", certainty="V-old", **since)
    until = moment(forward_until(dossier), dossier.accepted_at)
    assert f"Chuyển đi chậm nhất <b>{until}</b>" in client.get(address).content.decode()


def test_an_act_that_is_somebody_elses_shows_no_form() -> None:
    here = scene.ward()
    dossier = scene.in_process(here)
    page = here.client("trang").get(f"/can-bo/ho-so/{dossier.pk}/soan-ket-qua/").content.decode()
    assert "Việc này không thuộc phần của bạn." in page
    assert "Lưu dự thảo" not in page


def test_an_act_without_a_place_in_the_dossier_is_not_even_told() -> None:
    here = scene.ward()
    dossier = scene.in_process(here)
    page = here.client("lan").get(f"/can-bo/ho-so/{dossier.pk}/").content.decode()
    assert "Duyệt yêu cầu bổ sung" not in page


def test_opening_a_dossier_is_noted_once_and_the_list_not_at_all() -> None:
    here = scene.ward()
    dossier = scene.submitted(here)
    client = here.client("trang")
    client.get("/can-bo/")
    client.get("/can-bo/tim/?q=hoa")
    assert looks() == []
    client.get(f"/can-bo/ho-so/{dossier.pk}/")
    assert looks() == [("dossier.page_opened", "{}")]


def test_opening_file_slip_and_result_is_noted_each_in_its_own_words() -> None:
    here = scene.ward()
    dossier = scene.issued(here)
    client, home = here.client("trang"), f"/can-bo/ho-so/{dossier.pk}/"
    paper, slip = dossier.papers.get(file__isnull=False), dossier.slips.get()
    for address in (f"{home}giay-to/{paper.pk}/", f"{home}phieu/{slip.pk}/", f"{home}ket-qua/"):
        answer = client.get(address)
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
        assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert [verb for verb, _ in looks()] == [
        "dossier.file_opened",
        "dossier.slip_opened",
        "dossier.result_opened",
    ]


def test_a_page_read_through_a_form_that_fails_is_a_look_like_any_other() -> None:
    here = scene.ward()
    dossier = scene.submitted(here)
    client, home = here.client("trang"), f"/can-bo/ho-so/{dossier.pk}/"
    for address in (f"{home}giay-to/", f"{home}tu-choi/"):
        answer = client.post(address, {})
        assert answer.status_code == 422
        assert scene.HOA.full_name in answer.content.decode()
    assert looks() == [
        ("dossier.page_opened", '{"thing":"judge"}'),
        ("dossier.page_opened", '{"thing":"act:tu-choi"}'),
    ]


def test_a_refused_look_leaves_no_note() -> None:
    here = scene.ward()
    dossier = scene.in_process(here)
    here.client("bao").get(f"/can-bo/ho-so/{dossier.pk}/")
    assert looks() == []


def test_a_file_of_another_dossier_is_not_found_here() -> None:
    here = scene.ward()
    one, other = scene.submitted(here), scene.submitted(here)
    paper = other.papers.get(file__isnull=False)
    assert here.client("trang").get(f"/can-bo/ho-so/{one.pk}/giay-to/{paper.pk}/").status_code == 404


def test_numbers_are_masked_until_shown_and_shown_once() -> None:
    here = scene.ward()
    dossier = scene.submitted(here)
    client, home = here.client("trang"), f"/can-bo/ho-so/{dossier.pk}/"
    assert scene.HOA.personal_id not in client.get(home).content.decode()
    shown = client.post(f"{home}hien/", follow=True).content.decode()
    assert scene.HOA.personal_id in shown
    assert scene.HOA.phone in shown
    assert ("dossier.page_opened", '{"thing":"identity"}') in looks()
    assert scene.HOA.personal_id not in client.get(home).content.decode()


def test_who_came_for_a_result_with_which_paper_is_no_word_of_the_journal() -> None:
    here = scene.ward()
    dossier = scene.issued(here)
    client, address = here.client("trang"), f"/can-bo/ho-so/{dossier.pk}/tra-ket-qua/"
    words = {"relation": "other", "recipient": "Lý Văn Bền", "identity": "Căn cước"}
    words["authority"] = "Giấy ủy quyền cho em ruột Lý Văn Bền, 0912345678"
    opened = fields_of(client.get(address).content.decode())
    assert client.post(address, {**opened, **words}).status_code == 302
    payload = Entry.objects.get(verb="dossier.result_handed_over").payload
    assert "0912345678" not in payload
    assert "Bền" not in payload
    assert dossier.result_returns.get().relation.endswith("Bền, 0912345678")
