"""The work list as its pages show it: views, filters, kept ways of looking, acts on many."""

import re

import pytest
from django.test import Client

from motcua.base.journal.models import Entry
from motcua.casework.dossiers import queries
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import State
from tests.doors import desk_scene as scene
from tests.doors.test_desk_path import fields_of

pytestmark = pytest.mark.django_db


def text(client: Client, address: str) -> str:
    """Give what a page says."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def rows_in(page: str) -> int:
    """Count the dossiers that a list shows."""
    return page.count("data-open")


def views_in(page: str) -> list[tuple[str, int]]:
    """Read the views of a list: address and count."""
    found = re.findall(r'<a href="(/can-bo/[^"]*)"[^>]*>[^<]*<span class="mc-count[^>]*>(\d+)</span>', page)
    return [(address.replace("&amp;", "&"), int(count)) for address, count in found]


@pytest.mark.parametrize("who", ["mai", "hanh", "lan"])
def test_every_count_leads_to_exactly_that_many_rows(who: str) -> None:
    here = scene.ward()
    for make in (scene.submitted, scene.accepted, scene.in_process, scene.drafted, scene.issued):
        make(here)
    client = here.client(who)
    for scope in ("/can-bo/", "/can-bo/?pham-vi=don-vi"):
        views = views_in(text(client, scope))
        assert len(views) >= 6
        for address, count in views:
            assert rows_in(text(client, address)) == count, address


def test_the_order_of_the_list_is_told_with_its_reason() -> None:
    here = scene.ward()
    scene.accepted(here)
    page = text(here.client("trang"), "/can-bo/")
    assert "Xếp theo thời gian còn lại, gần hạn nhất trước." in page
    assert "vì đồng hồ của chúng không chạy" in page


def test_filters_are_part_of_the_address_and_can_be_let_go() -> None:
    here = scene.ward()
    scene.accepted(here)
    client = here.client("trang")
    page = text(client, "/can-bo/?q=khong+co+gi&xem=all")
    assert "Không có hồ sơ nào khớp bộ lọc" in page
    assert '<a href="/can-bo/">Bỏ lọc để xem 1 hồ sơ</a>' in page
    assert rows_in(text(client, "/can-bo/?q=khai+tu")) == 1
    for odd in ("?nguoi=x&buoc=%00&cach-nop=x&xem=x&pham-vi=x&sau=x&truoc=x",):
        assert client.get(f"/can-bo/{odd}").status_code == 200


def test_a_way_of_looking_is_kept_under_a_name_and_let_go() -> None:
    here = scene.ward()
    client = here.client("trang")
    address = "/can-bo/cach-xem/?xem=late&q=khai+tu"
    said = fields_of(text(client, address))
    assert client.post(address, said).status_code == 422
    page = client.post(address, {**said, "name": "Khai tử quá hạn"}, follow=True).content.decode()
    assert "Đã giữ cách xem “Khai tử quá hạn”." in page
    assert 'href="/can-bo/?xem=late&amp;q=khai+tu"' in page
    mai = here.client("mai")
    assert "Khai tử quá hạn" not in text(mai, "/can-bo/")
    let_go = re.search(r"/can-bo/cach-xem/[0-9a-f-]+/bo/", text(client, "/can-bo/cach-xem/"))
    assert let_go
    mai.post(let_go[0])
    assert "Khai tử quá hạn" in text(client, "/can-bo/")
    client.post(let_go[0])
    text(client, "/can-bo/cach-xem/")  # tells once what was done
    assert "Khai tử quá hạn" not in text(client, "/can-bo/cach-xem/")


def test_many_are_sent_on_at_once_and_each_refusal_is_told() -> None:
    here = scene.ward()
    good, bad = scene.accepted(here), scene.submitted(here)
    client = here.client("trang")
    address = f"/can-bo/nhieu/chuyen/?chon={good.pk}&chon={bad.pk}"
    page = text(client, address)
    assert "Làm được với 1 hồ sơ" in page
    assert "Chưa làm được với 1 hồ sơ" in page
    said = {**fields_of(page), "chon": [f"{good.pk}_{good.revision}", f"{bad.pk}_{bad.revision}"]}
    answer = client.post("/can-bo/nhieu/chuyen/", said)
    assert answer.status_code == 422
    told = answer.content.decode()
    assert "Đã chuyển 1 hồ sơ" in told
    assert "1 hồ sơ chưa làm được" in told
    assert Dossier.objects.get(pk=good.pk).state == State.IN_PROCESS
    assert Dossier.objects.get(pk=bad.pk).state == State.SUBMITTED
    assert client.post("/can-bo/nhieu/chuyen/", said).status_code == 422  # again: the same, nothing twice
    assert Entry.objects.filter(verb="dossier.forwarded").count() == 1


def test_what_changed_meanwhile_is_not_done_unseen() -> None:
    here = scene.ward()
    dossier = scene.accepted(here)
    client = here.client("trang")
    said = {**fields_of(text(client, f"/can-bo/nhieu/chuyen/?chon={dossier.pk}")), "chon": f"{dossier.pk}_1"}
    answer = client.post("/can-bo/nhieu/chuyen/", said)
    assert answer.status_code == 422
    assert Dossier.objects.get(pk=dossier.pk).state == State.ACCEPTED


def test_many_results_are_handed_over_each_to_its_owner() -> None:
    here = scene.ward()
    dossier = scene.issued(here)
    client = here.client("trang")
    address = f"/can-bo/nhieu/tra-ket-qua/?chon={dossier.pk}"
    chosen = {**fields_of(text(client, address)), "chon": f"{dossier.pk}_{dossier.revision}"}
    assert client.post(address, {**chosen, "relation": "other", "identity": "Căn cước"}).status_code == 422
    client.post(address, {**chosen, "relation": "owner", "identity": "Căn cước"})
    assert Dossier.objects.get(pk=dossier.pk).state == State.RESULT_RETURNED
    assert queries.return_of(dossier).recipient == scene.HOA.full_name


def test_a_head_gives_many_to_another_person_who_sees_them_as_new() -> None:
    here = scene.ward()
    first, second = scene.in_process(here), scene.in_process(here)
    client = here.client("hanh")
    address = f"/can-bo/nhieu/giao-lai/?chon={first.pk}&chon={second.pk}"
    page = text(client, address)
    chosen = [f"{one.pk}_{one.revision}" for one in (first, second)]
    said = {**fields_of(page), "chon": chosen, "to": str(here.staff["tuan"].pk)}
    assert "Đã giao 2 hồ sơ." in client.post(address, said, follow=True).content.decode()
    assert rows_in(text(here.client("tuan"), "/can-bo/?xem=unopened")) == 2
    assert rows_in(text(here.client("huy"), "/can-bo/")) == 0


def test_nobody_acts_on_many_outside_their_lists_or_roles() -> None:
    here = scene.ward()
    dossier = scene.accepted(here)
    huy, trang = here.client("huy"), here.client("trang")
    assert "Chưa chọn hồ sơ nào" in text(huy, f"/can-bo/nhieu/chuyen/?chon={dossier.pk}")
    assert "Chưa chọn hồ sơ nào" in text(trang, "/can-bo/nhieu/chuyen/?chon=x&chon=_&chon=x_y")
    assert huy.get("/can-bo/nhieu/giao-lai/").status_code == 403
    assert trang.get("/can-bo/nhieu/bay/").status_code == 404


def test_a_search_by_number_is_noted_and_shows_no_number() -> None:
    here = scene.ward()
    dossier = scene.accepted(here)
    client = here.client("trang")
    for number, last in (
        (scene.HOA.personal_id, "4821"),
        (scene.HOA.phone, "5318"),
        ("+84 912 345 318", "5318"),
    ):
        before = Entry.objects.filter(verb="dossier.found_by_number").count()
        page = client.get("/can-bo/tim/", {"q": number}).content.decode()
        assert rows_in(page) == 1, number
        assert f"Tìm theo số tận cùng {last}." in page
        assert scene.HOA.personal_id not in page
        assert scene.HOA.phone not in page
        assert Entry.objects.filter(verb="dossier.found_by_number").count() == before + 1
    assert Entry.objects.filter(verb="dossier.found_by_number", about=f"dossier:{dossier.pk}").exists()
    page = here.client("huy").get("/can-bo/tim/", {"q": scene.HOA.personal_id}).content.decode()
    assert "Không tìm thấy hồ sơ nào" in page


def test_a_search_by_code_finds_that_one_dossier_and_notes_no_look() -> None:
    here = scene.ward()
    dossier = scene.accepted(here)
    scene.accepted(here)
    page = here.client("trang").get("/can-bo/tim/", {"q": f" {str(dossier.code).lower()} "}).content.decode()
    assert rows_in(page) == 1
    assert not Entry.objects.filter(verb="dossier.found_by_number").exists()
