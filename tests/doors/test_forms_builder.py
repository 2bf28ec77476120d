"""Controllers draft an e-form, see it as citizens do, and publish it; nobody overwrites another."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from motcua.reference.forms import queries
from motcua.reference.forms.commands import publish_form
from motcua.reference.forms.rules import parse
from motcua.reference.org import commands as org
from motcua.reference.org.models import Staff
from motcua.reference.org.words import Role, UnitKind
from tests.doors.desk_scene import HOUSE, PASSWORD, SINCE, Scene, ward

pytestmark = pytest.mark.django_db
FORMS, DRAFT = "/can-bo/bieu-mau/", "/can-bo/bieu-mau/khai-tu/soan/"


@pytest.fixture
def scene() -> Iterator[Scene]:
    with time_machine.travel("2026-11-25T14:20:00+07:00", tick=False):
        made = ward()
        unit = made.staff["bao"].appointments.get().position.unit
        for login, name in (("minh", "Tạ Quang Minh"), ("yen", "Lục Thị Yên")):
            made.staff[login] = _controller(made, unit, login, name)
        yield made


def _controller(scene: Scene, unit: Any, login: str, name: str) -> Staff:
    at = scene.staff["bao"].appointments.get().position
    assert unit.kind == UnitKind.CLERICAL and at
    staff = org.join(full_name=name, login=login, password=PASSWORD, by=HOUSE, at=_now())
    position = org.make_position(
        unit=unit, title="Kiểm soát thủ tục", roles=(Role.PROCEDURE_CONTROLLER,), by=HOUSE, at=_now()
    )
    org.appoint(staff=staff, position=position, valid_from=SINCE, by=HOUSE, at=_now())
    return staff


def _now() -> Any:
    from motcua.base.clock import now

    return now()


@pytest.fixture
def minh(scene: Scene) -> Client:
    client = scene.client("minh")
    client.post(f"{FORMS}khai-tu/", {"key": "one"})
    return client


def text(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def revision() -> int:
    draft = queries.draft_of("khai-tu")
    assert draft
    return draft.revision


def act(client: Client, **said: Any) -> Any:
    return client.post(DRAFT, {"revision": revision(), "key": "", **said})


def labels() -> list[str]:
    draft = queries.draft_of("khai-tu")
    assert draft
    return [field["label"] for page in draft.schema["pages"] for field in page["fields"]]


def test_the_menu_leads_controllers_and_nobody_else_to_the_forms(scene: Scene) -> None:
    page = text(scene.client("minh").get(FORMS))
    assert "Biểu mẫu" in page and "Tờ khai đăng ký khai tử" in page and "Bản 1, 25/11/2026" in page
    assert scene.client("huy").get(FORMS).status_code == 403
    assert FORMS not in text(scene.client("quan").get("/can-bo/"))


def test_a_form_tells_which_procedure_uses_its_version(scene: Scene) -> None:
    page = text(scene.client("minh").get(f"{FORMS}khai-tu/"))
    code = scene.version.procedure.code
    assert f"{scene.version.title}, mã {code}, bản 1" in page


def test_a_draft_begins_from_the_version_in_use_and_the_version_stays(minh: Client) -> None:
    page = text(minh.get(DRAFT))
    assert "Soạn từ bản 1." in page and "Họ, chữ đệm, tên người mất" in page
    act(minh, act="drop:nguoi-mat/dead_on")
    assert "Ngày mất" not in labels()
    newest = queries.latest("khai-tu")
    assert newest and newest.number == 1 and len(newest.schema["pages"][0]["fields"]) == 3


def test_fields_move_double_and_go(minh: Client) -> None:
    act(minh, act="up:nguoi-mat/dead_on")
    assert labels()[:2] == ["Ngày mất", "Họ, chữ đệm, tên người mất"]
    act(minh, act="copy:nguoi-mat/dead_on")
    assert labels()[:2] == ["Ngày mất", "Ngày mất"]
    act(minh, act="drop:nguoi-mat/dead_on")
    assert labels().count("Ngày mất") == 1


def test_a_page_and_a_field_of_every_kind_can_be_added(minh: Client) -> None:
    act(minh, add_page="1", page_title="Người làm chứng")
    for kind in ("table", "group", "file", "choice", "address"):
        answer = act(minh, add_field="nguoi-lam-chung", kind=kind, label=f"Ô {kind}")
        assert answer.status_code == 302 and "/soan/o/?o=nguoi-lam-chung" in answer["Location"]
        assert minh.get(answer["Location"]).status_code == 200
    assert labels()[-5:] == ["Ô table", "Ô group", "Ô file", "Ô choice", "Ô address"]
    assert minh.get(f"{DRAFT}xem/?trang=nguoi-lam-chung").status_code == 200


def test_two_editors_do_not_overwrite_each_other(scene: Scene, minh: Client) -> None:
    seen = revision()
    other = scene.client("yen")
    act(other, act="drop:nguoi-mat/dead_on")
    answer = minh.post(DRAFT, {"revision": seen, "act": "drop:nguoi-mat/asker_id"})
    assert answer.status_code == 422
    assert "vừa được Lục Thị Yên sửa lúc 14:20, 25/11/2026. Chưa ghi gì của bạn." in text(answer)
    assert "Số định danh người yêu cầu" in labels()


def edit(client: Client, place: str, **said: Any) -> Any:
    base = {
        "revision": revision(),
        "key": "",
        "label": "Ngày mất",
        "kind": "date",
        "hint": "",
        "required": "on",
    }
    return client.post(f"{DRAFT}o/?o={place}", base | said)


def test_what_is_said_about_a_field_is_kept(minh: Client) -> None:
    answer = edit(minh, "nguoi-mat/dead_on", label="Ngày từ trần", hint="Theo giấy báo tử.", most="hôm nay")
    assert answer.status_code == 302
    draft = queries.draft_of("khai-tu")
    assert draft and draft.schema["pages"][0]["fields"][1] == {
        "name": "dead_on",
        "kind": "date",
        "label": "Ngày từ trần",
        "hint": "Theo giấy báo tử.",
        "max": "today",
    }
    assert "Đã ghi vào bản đang soạn." in text(minh.get(answer["Location"]))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"label": ""}, "Nhập tên ô hoặc câu hỏi."),
        ({"most": "mai"}, "Ngày chưa đọc được. Ghi “hôm nay”, hoặc một ngày như 01/07/2025."),
        ({"kind": "chuyện"}, "Chọn một mục trong danh sách."),
    ],
)
def test_what_cannot_be_read_is_refused_and_stays_typed(
    minh: Client, said: dict[str, str], sentence: str
) -> None:
    before = revision()
    answer = edit(minh, "nguoi-mat/dead_on", hint="Giữ chữ này", **said)
    assert answer.status_code == 422
    assert sentence in text(answer) and "Giữ chữ này" in text(answer)
    assert revision() == before


def test_a_fault_is_kept_and_said_at_its_control_and_stops_publishing(minh: Client) -> None:
    edit(minh, "nguoi-mat/dead_on", least="hôm nay", most="01/07/2025")
    edit(minh, "nguoi-mat/dead_on", least="02/07/2025", most="01/07/2025")
    page = text(minh.get(f"{DRAFT}o/?o=nguoi-mat/dead_on"))
    assert "Giới hạn dưới lớn hơn giới hạn trên." in page and 'href="#id_most"' in page
    outline = text(minh.get(DRAFT))
    assert "Còn 1 chỗ phải sửa trước khi công bố" in outline
    assert ", Ngày mất</a>: Giới hạn dưới lớn hơn giới hạn trên." in outline
    answer = minh.post(f"{FORMS}khai-tu/cong-bo/", {"revision": revision(), "key": "x"})
    assert answer.status_code == 422
    newest = queries.latest("khai-tu")
    assert newest and newest.number == 1


def test_a_field_can_hang_on_an_earlier_answer(minh: Client) -> None:
    edit(minh, "nguoi-mat/dead_on", kind="choice", options="home = Tại nhà\nhospital = Bệnh viện")
    edit(minh, "nguoi-mat/dead_on", kind="choice", options="home = Tại nhà\nBệnh viện | Có tên\nx")
    page = text(minh.get(f"{DRAFT}o/?o=nguoi-mat/asker_id"))
    assert "Khi “Ngày mất” là “Tại nhà”" in page
    answer = edit(minh, "nguoi-mat/asker_id", kind="personal_id", label="Số", condition="dead_on|is|home")
    assert answer.status_code == 302, text(answer)
    assert "hiện khi “Ngày mất” là “Tại nhà”" in text(minh.get(DRAFT))
    draft = queries.draft_of("khai-tu")
    assert draft and draft.schema["pages"][0]["fields"][1]["options"][1] == {
        "code": "benh_vien",
        "label": "Bệnh viện",
        "hint": "Có tên",
    }


def test_publishing_tells_what_changes_and_makes_the_next_version(scene: Scene, minh: Client) -> None:
    edit(minh, "nguoi-mat/dead_on", label="Ngày từ trần", most="hôm nay")
    page = text(minh.get(f"{FORMS}khai-tu/cong-bo/"))
    assert "Người mất, ô “Ngày từ trần”: tên từ “Ngày mất” thành “Ngày từ trần”." in page
    sent = {"revision": revision(), "key": "publish-1"}
    assert minh.post(f"{FORMS}khai-tu/cong-bo/", sent).status_code == 302
    newest = queries.latest("khai-tu")
    assert newest and newest.number == 2 and queries.draft_of("khai-tu") is None
    assert scene.version.form.number == 1  # type: ignore[union-attr]  # the scene's procedure has a form
    compared = text(minh.get(f"{FORMS}khai-tu/so-sanh/?tu=1&den=2"))
    assert "Bản 2 khác bản 1 ở đâu" in compared and "1 điểm khác." in compared


def test_a_draft_that_changes_nothing_is_not_published(minh: Client) -> None:
    answer = minh.post(f"{FORMS}khai-tu/cong-bo/", {"revision": revision(), "key": "x"})
    assert answer.status_code == 422
    assert "Bản đang soạn giống hệt bản đang dùng." in text(answer)


def test_a_draft_is_thrown_away_from_a_page_of_its_own(minh: Client) -> None:
    assert "không lấy lại được" in text(minh.get(f"{DRAFT}bo/"))
    assert minh.post(f"{DRAFT}bo/", {"revision": revision()}).status_code == 302
    assert queries.draft_of("khai-tu") is None
    assert minh.get(DRAFT).status_code == 404


def test_a_new_form_starts_with_one_page(scene: Scene) -> None:
    client = scene.client("minh")
    answer = client.post(f"{FORMS}moi/", {"title": "Tờ khai thử", "code": "thu", "key": "k1"})
    assert answer["Location"] == f"{FORMS}thu/soan/"
    again = client.post(f"{FORMS}moi/", {"title": "Tờ khai thử", "code": "thu", "key": "k2"})
    assert again.status_code == 422 and "Mẫu thu đang có bản soạn dở." in text(again)
    taken = client.post(f"{FORMS}moi/", {"title": "Khác", "code": "khai-tu", "key": "k3"})
    assert "Đã có mẫu mang mã khai-tu." in text(taken)
    odd = client.post(f"{FORMS}moi/", {"title": "Khác", "code": "Khai Tử", "key": "k4"})
    assert odd.status_code == 422 and "Mã mẫu bắt đầu bằng chữ thường" in text(odd)


def test_the_preview_shows_what_is_typed_and_keeps_nothing(minh: Client) -> None:
    before = revision()
    typed = {"revision": before, "key": "", "label": "Ngày đang gõ", "kind": "date", "required": "on"}
    page = minh.post(f"{DRAFT}xem/?trang=nguoi-mat&o=nguoi-mat/dead_on", typed)
    assert page.status_code == 200 and "Ngày đang gõ" in text(page)
    assert revision() == before and "Ngày đang gõ" not in labels()


def test_the_preview_may_be_tried_and_stands_in_frames_of_the_house_alone(minh: Client) -> None:
    page = minh.get(f"{DRAFT}xem/?trang=nguoi-mat")
    assert page["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'none' 'self'" not in page["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in page["Content-Security-Policy"]
    tried = minh.post(f"{DRAFT}xem/?trang=nguoi-mat", {"dead_name": "Lý 2"})
    assert tried.status_code == 422 and "Họ tên không có chữ số." in text(tried)
    other = minh.get(DRAFT)
    assert other["X-Frame-Options"] == "DENY" and "frame-src 'self'" in other["Content-Security-Policy"]


def test_what_leaves_as_json_comes_back_as_the_same_form(minh: Client) -> None:
    out = minh.get(f"{FORMS}khai-tu/ban/1/mau.json")
    assert out["Content-Disposition"] == 'attachment; filename="khai-tu-ban-1.json"'
    minh.post(f"{DRAFT}bo/", {"revision": revision()})
    file = SimpleUploadedFile("mau.json", out.content, "application/json")
    assert minh.post(f"{FORMS}nhap/", {"file": file, "key": "in"}).status_code == 302
    draft, newest = queries.draft_of("khai-tu"), queries.latest("khai-tu")
    assert draft and newest and draft.schema == newest.schema


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ("", "Chọn tệp, hoặc dán nội dung vào ô dưới."),
        ("{", "Nội dung không phải JSON đọc được."),
        ("[" * 100_000, "Nội dung không phải JSON đọc được."),
        ("[]", "Mẫu: cần một đối tượng JSON."),
        (json.dumps({"code": "a", "title": "A", "pages": [1]}), "Mẫu a, trang: cần một đối tượng JSON."),
        (json.dumps({"code": "khai-tu", "title": "A", "pages": []}), "Mẫu khai-tu đang có bản soạn dở."),
    ],
)
def test_a_hostile_import_is_refused_with_a_sentence(minh: Client, sent: str, sentence: str) -> None:
    answer = minh.post(f"{FORMS}nhap/", {"text": sent, "key": "k"})
    assert answer.status_code == 422
    assert sentence in text(answer)


@pytest.mark.parametrize("place", ["xx", "nguoi-mat/xx", "nguoi-mat/dead_on/xx", "nguoi-mat//", "../x"])
def test_a_place_that_is_not_there_is_not_found(minh: Client, place: str) -> None:
    if place != "nguoi-mat//":
        assert minh.get(f"{DRAFT}o/", {"o": place}).status_code == 404
        assert act(minh, act=f"drop:{place}").status_code == 404
    assert act(minh, act="burn:nguoi-mat").status_code == 302
    assert len(labels()) == 3


def test_a_form_of_every_kind_can_be_looked_at_page_by_page(scene: Scene) -> None:
    kinds = ("text", "long_text", "number", "money", "date", "yes_no", "personal_id", "tax_code")
    kinds += ("phone", "email", "person_name", "address", "file", "note")
    fields: list[Any] = [{"name": f"a_{kind}", "kind": kind, "label": f"Ô {kind}"} for kind in kinds]
    listed = [{"code": "a", "label": "A"}, {"code": "b", "label": "B"}]
    fields += [
        {"name": f"a_{kind}", "kind": kind, "label": kind, "options": listed}
        for kind in ("choice", "choices")
    ]
    inside = [{"name": "inner", "kind": "text", "label": "Trong"}]
    fields += [{"name": f"a_{kind}", "kind": kind, "label": kind, "fields": inside} for kind in ("table",)]
    publish_form(
        schema=parse(
            {"code": "moi", "title": "Đủ loại", "pages": [{"code": "a", "title": "A", "fields": fields}]}
        ),
        by=HOUSE,
        at=_now(),
    )
    client = scene.client("minh")
    page = client.get(f"{FORMS}moi/ban/1/xem/")
    assert page.status_code == 200 and "Ô tax_code" in text(page)
    assert client.get(f"{FORMS}moi/ban/1/tra-loi.json").json()["properties"]["a_money"]["type"] == "integer"
    assert client.post(f"{FORMS}moi/ban/1/xem/", {"add_row": "a_table"}).status_code == 200
