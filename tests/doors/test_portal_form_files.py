"""A citizen answers tables and sends files inside the e-form, with script and without."""

import json
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.base.clock import now
from motcua.base.files import commands as files
from motcua.base.files.models import StoredFile
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier
from motcua.reference.people.queries import actor_of
from tests.doors import portal_scene as scene
from tests.rooms.foreign_files import pdf
from tests.support.world import MAKER

pytestmark = pytest.mark.django_db
PAGE = [
    {"name": "child_name", "kind": "person_name", "label": "Họ, chữ đệm, tên"},
    {"name": "noted", "kind": "yes_no", "label": "Có Giấy chứng sinh không?"},
    {
        "name": "note",
        "kind": "file",
        "label": "Giấy chứng sinh",
        "max": 2,
        "show_if": {"field": "noted", "value": True},
    },
    {
        "name": "witnesses",
        "kind": "table",
        "label": "Người làm chứng",
        "row": "Người làm chứng",
        "fields": [
            {"name": "full_name", "kind": "person_name", "label": "Họ tên"},
            {"name": "home", "kind": "address", "label": "Nơi ở", "required": False},
        ],
    },
]
TYPED = {
    "child_name": "Giàng Gia Bảo",
    "noted": "true",
    "witnesses-rows": "1",
    "witnesses-0-full_name": "Lý Thị Hoa",
    "witnesses-0-home_province": "tỉnh Tuyên Quang",
    "witnesses-0-home_commune": "minh xuan",
}


def begun() -> tuple[Client, Dossier]:
    built = scene.world(PAGE)
    return scene.as_pao(built), built.draft()


def send(client: Client, dossier: Dossier, **more: object) -> tuple[int, str]:
    answer = client.post(f"/nop/{dossier.pk}/phan/child/", TYPED | more)
    dossier.refresh_from_db()
    return answer.status_code, answer.content.decode()


def file(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def names(dossier: Dossier) -> list[str]:
    return [one["name"] for one in dossier.answers.get("note") or []]


def test_a_table_and_a_file_are_kept_with_the_other_answers() -> None:
    client, dossier = begun()
    status, _ = send(client, dossier, note=file("chung-sinh.pdf", pdf()))
    assert status == 302
    assert names(dossier) == ["chung-sinh.pdf"]
    assert dossier.answers["witnesses"] == [
        {
            "full_name": "Lý Thị Hoa",
            "home": {"province": "tỉnh Tuyên Quang", "commune": "phường Minh Xuân", "detail": ""},
        }
    ]


def test_a_good_file_is_kept_though_the_page_must_be_mended() -> None:
    client, dossier = begun()
    status, page = send(client, dossier, child_name="", note=file("chung-sinh.pdf", pdf()))
    assert status == 422
    assert "Nhập họ, chữ đệm, tên." in page and "chung-sinh.pdf" in page
    assert names(dossier) == ["chung-sinh.pdf"]
    assert send(client, dossier)[0] == 302
    assert names(dossier) == ["chung-sinh.pdf"]


def test_a_bad_file_is_told_and_a_missing_one_is_asked_for() -> None:
    client, dossier = begun()
    status, page = send(client, dossier, note=file("virus.exe", b"MZ not a paper"))
    assert status == 422 and "virus.exe" in page
    assert names(dossier) == []
    status, page = send(client, dossier)
    assert status == 422 and "Chọn tệp giấy chứng sinh." in page


def test_no_more_files_are_taken_than_the_question_wants() -> None:
    client, dossier = begun()
    files = [file(f"{nth}.pdf", pdf() + b"%" * nth) for nth in range(3)]
    status, page = send(client, dossier, note=files)
    assert status == 422 and "Ô này nhận tối đa 2 tệp." in page
    assert names(dossier) == ["0.pdf", "1.pdf"]


def test_a_file_is_given_up_again() -> None:
    client, dossier = begun()
    send(client, dossier, note=file("chung-sinh.pdf", pdf()))
    held = dossier.answers["note"][0]["id"]
    status, page = send(client, dossier, drop_file=f"note:{held}")
    assert status == 200 and "chung-sinh.pdf" not in page
    assert names(dossier) == []


def test_a_row_is_added_without_script_and_nothing_is_kept_yet() -> None:
    client, dossier = begun()
    before = dict(dossier.answers)
    status, page = send(client, dossier, add_row="witnesses")
    assert status == 200 and 'name="witnesses-1-full_name"' in page
    assert 'value="Lý Thị Hoa"' in page
    assert dossier.answers == before


def test_an_id_typed_by_hand_brings_no_file() -> None:
    client, dossier = begun()
    forged = json.dumps([{"id": "018f2c5e-7b1a-7000-8000-000000000001", "name": "x.pdf"}])
    assert send(client, dossier, note=forged)[0] == 422
    assert names(dossier) == []


def test_the_list_of_communes_is_public_and_tells_old_names(client: Client) -> None:
    answer = client.get("/dia-danh/", {"tinh": "tỉnh Tuyên Quang"})
    communes = {name: before for name, *before in answer.json()["communes"]}
    assert "phường Tân Quang" in communes["phường Minh Xuân"]
    assert "public" in answer["Cache-Control"]
    assert client.get("/dia-danh/", {"tinh": "x" * 5000}).json() == {"communes": []}


def test_a_file_inside_the_form_is_among_the_papers_that_officials_judge() -> None:
    built = scene.world(PAGE)
    dossier = scene.filled(built)
    send(scene.as_pao(built), dossier, note=file("chung-sinh.pdf", pdf()))
    foreign = files.take_in(stream=BytesIO(pdf()), name="cua-nguoi-khac.pdf", by=MAKER, at=now())
    assert isinstance(foreign, StoredFile)
    dossier.answers["note"].append({"id": str(foreign.pk), "name": foreign.name})
    dossier.save(update_fields=["answers"])
    commands.submit_online(dossier_id=dossier.pk, by=actor_of(dossier.submitter), at=now())
    sent = {paper.name: paper.file.name for paper in dossier.papers.all() if paper.file}
    assert sent["Giấy chứng sinh"] == "chung-sinh.pdf"
    assert foreign.name not in sent.values()
