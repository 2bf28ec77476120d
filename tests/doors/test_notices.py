"""The pages about notices: one's own box, how one is told, the rules, what could not be sent."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from motcua.base.clock import now
from motcua.base.journal.delivery import deliver
from motcua.base.journal.models import Delivery
from motcua.base.notices import queries
from motcua.base.notices.models import Notice, NoticeRule
from motcua.base.notices.words import Medium, Message, NoticeState, Why
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.notices import jobs
from motcua.casework.dossiers.notices.commands import seed_rules
from motcua.casework.dossiers.notices.words import NoticeEvent
from tests.doors.desk_scene import HOUSE, Scene, in_process, submitted, ward

pytestmark = pytest.mark.django_db
FAILS: list[Why] = []


class Here:
    """Takes what is sent, or fails as told."""

    ready = True

    def send(self, message: Message) -> Refusal | None:
        return Refusal(FAILS[0], {"said": "HTTP 400"}) if FAILS else None


@pytest.fixture
def scene(settings: Settings) -> Iterator[Scene]:
    here = f"{__name__}.Here"
    settings.NOTICE_SENDERS = {"email": here, "sms": here}
    FAILS.clear()
    made = ward()
    seed_rules(by=HOUSE, at=now())
    yield made
    FAILS.clear()


@pytest.fixture
def hoa(scene: Scene) -> Client:
    """Give the citizen's browser."""
    client = Client()
    assert scene.citizen.account is not None
    client.force_login(scene.citizen.account)
    return client


def carry() -> None:
    """Do what the worker does about notices."""
    mine = Delivery.objects.filter(delivered_at=None, subscriber__regex="^(dossier_)?notices")
    while waiting := list(mine.values_list("pk", flat=True)):
        for pk in waiting:
            deliver(delivery=str(pk))


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


# --- the citizen's box ---


def test_a_citizen_sees_how_much_is_new_and_opening_it_leads_to_the_dossier(
    scene: Scene, hoa: Client
) -> None:
    dossier = submitted(scene)
    carry()
    shown = page(hoa, "/thong-bao/")
    assert f"Đã nhận hồ sơ {dossier.temporary_code}" in shown and "Mới" in shown
    assert re.search(r'aria-current="page">Thông báo\s*<span class="mc-count">1<', shown)
    notice = Notice.objects.get(medium=Medium.IN_APP)
    opened = hoa.post(f"/thong-bao/{notice.pk}/mo/")
    assert opened["Location"] == f"/ho-so/{dossier.pk}/"
    assert "mc-count" not in page(hoa, "/thong-bao/")


def test_looking_at_the_box_marks_nothing_as_read(scene: Scene, hoa: Client) -> None:
    submitted(scene)
    carry()
    notice = Notice.objects.get(medium=Medium.IN_APP)
    page(hoa, "/thong-bao/")
    assert hoa.get(f"/thong-bao/{notice.pk}/mo/").status_code == 302
    notice.refresh_from_db()
    assert notice.read_at is None


def test_everything_is_marked_read_with_one_button(scene: Scene, hoa: Client) -> None:
    submitted(scene)
    submitted(scene)
    carry()
    assert hoa.post("/thong-bao/")["Location"] == "/thong-bao/"
    assert "Đánh dấu đã đọc hết" not in page(hoa, "/thong-bao/")


def test_an_empty_box_says_what_will_come(scene: Scene, hoa: Client) -> None:
    assert "Chưa có thông báo nào" in page(hoa, "/thong-bao/")


def test_anothers_notice_is_as_if_it_were_not_there(scene: Scene, hoa: Client) -> None:
    in_process(scene)
    jobs.watch(scene.counter.pk, now())
    official = Notice.objects.create(
        event_id=scene.citizen.pk,
        event="assigned",
        about=f"dossier:{scene.citizen.pk}",
        happened_at=now(),
        recipient="x",
        account=scene.staff["huy"].account,
        medium=Medium.IN_APP.value,
        state=NoticeState.SENT.value,
        made_at=now(),
        sent_at=now(),
    )
    assert hoa.post(f"/thong-bao/{official.pk}/mo/").status_code == 404
    assert scene.client("trang").post(f"/can-bo/thong-bao/{official.pk}/mo/").status_code == 404


# --- how one is told ---


def test_a_citizen_chooses_where_else_to_be_told(scene: Scene, hoa: Client) -> None:
    shown = page(hoa, "/thong-bao/cach-nhan/")
    assert 'value="0912345318"' in shown and "Zalo" not in shown
    sent = {"ways": ["email"], "to_email": "hoa@example.vn", "to_sms": "0912345318"}
    assert hoa.post("/thong-bao/cach-nhan/", sent)["Location"] == "/thong-bao/"
    submitted(scene)
    carry()
    assert {(one.medium, one.address) for one in Notice.objects.all()} == {
        (Medium.IN_APP, ""),
        (Medium.EMAIL, "hoa@example.vn"),
    }


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"ways": ["email"]}, "Nhập địa chỉ thư điện tử."),
        ({"ways": ["email"], "to_email": "hoa"}, "Nhập địa chỉ thư điện tử có dạng ten@example.vn."),
        ({"ways": ["sms"], "to_sms": "12345"}, "Số điện thoại có 10 chữ số, bắt đầu bằng 0."),
        ({"ways": ["fax"]}, "Chọn một mục trong danh sách."),
    ],
)
def test_a_choice_that_cannot_be_kept_says_why_and_keeps_what_was_typed(
    hoa: Client, sent: dict[str, object], said: str
) -> None:
    answer = hoa.post("/thong-bao/cach-nhan/", sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    if typed := sent.get("to_email") or sent.get("to_sms"):
        assert f'value="{typed}"' in answer.content.decode()


def test_without_any_medium_nothing_is_offered(hoa: Client, settings: Settings) -> None:
    settings.NOTICE_SENDERS = {}
    assert "Hiện chưa gửi thư điện tử hay tin nhắn được" in page(hoa, "/thong-bao/cach-nhan/")


def test_an_official_has_a_box_of_their_own_with_its_count(scene: Scene) -> None:
    in_process(scene)
    carry()
    hanh = scene.client("hanh")
    assert "Chưa có thông báo nào" in page(hanh, "/can-bo/thong-bao/")
    answer = hanh.post("/can-bo/thong-bao/cach-nhan/", {"ways": ["email"], "to_email": "hanh@example.vn"})
    assert answer["Location"] == "/can-bo/thong-bao/"
    chosen = queries.reached([scene.staff["hanh"].account_id])
    assert chosen[scene.staff["hanh"].account_id, Medium.EMAIL].address == "hanh@example.vn"


# --- rules ---

RULE = "/can-bo/quan-tri/thong-bao/accepted/applicant/"


def given(**more: object) -> dict[str, object]:
    rule = NoticeRule.objects.get(event="accepted", addressee="applicant", follows=None)
    return {
        "seen": str(rule.pk),
        "on": "on",
        "ways": ["in_app", "sms"],
        "subject": "Hồ sơ {code}",
        "body": "Đã nhận {code} tại {unit}, hẹn trả {due}, gọi {hotline}.",
        "short": "{code} hẹn trả {due}",
        "legal_basis": "NĐ 224/2026/NĐ-CP, Điều 15",
        **more,
    }


def test_the_list_shows_every_event_and_offers_the_starting_rules_where_they_lack(scene: Scene) -> None:
    quan = scene.client("quan")
    shown = page(quan, "/can-bo/quan-tri/thong-bao/")
    assert shown.count('scope="rowgroup"') == len(NoticeEvent) and "Mời đánh giá, chưa phát sinh" in shown
    assert "mẫu có sẵn chưa dùng" not in shown and "Chưa gửi được qua Zalo" in shown


def test_a_province_without_rules_sets_the_starting_ones_with_a_button(settings: Settings) -> None:
    settings.NOTICE_SENDERS = {}
    quan = ward().client("quan")
    assert "mẫu có sẵn chưa dùng" in page(quan, "/can-bo/quan-tri/thong-bao/")
    quan.post("/can-bo/quan-tri/thong-bao/")
    assert "mẫu có sẵn." in page(quan, "/can-bo/quan-tri/thong-bao/")
    assert NoticeRule.objects.count() > 40


def test_words_are_tried_on_a_sample_before_they_are_saved(scene: Scene) -> None:
    quan, before = scene.client("quan"), NoticeRule.objects.count()
    answer = quan.post(RULE, given(body="Xong {code} {due} {unit} {hotline}", **{"try": "1"}))
    assert answer.status_code == 200
    assert "02/12/2026 Trung tâm Phục vụ hành chính công phường Minh Xuân 1022" in answer.content.decode()
    assert NoticeRule.objects.count() == before


def test_a_change_holds_at_once_and_the_history_tells_who(scene: Scene) -> None:
    quan = scene.client("quan")
    assert quan.post(RULE, given()).status_code == 302
    shown = page(quan, RULE)
    assert "Lù Seo Quân" in shown and "Hồ sơ {code} đã được tiếp nhận" in shown
    rule = queries.rule_at("accepted", "applicant", now())
    assert rule is not None and rule.media == ["in_app", "sms"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"body": "Xin chào {name}"}, "Không có trường {name}."),
        ({"body": "Đã nhận."}, "Thiếu nội dung bắt buộc: {unit}"),
        (
            {"body": "{code} {unit} {due} {hotline} https://nop-phi.example"},
            "không được chứa địa chỉ trang web",
        ),
        ({"short": ""}, "Chưa có lời ngắn cho tin nhắn."),
        ({"ways": []}, "Chọn ít nhất một kênh."),
    ],
)
@pytest.mark.parametrize("trying", [True, False])
def test_faulty_words_are_refused_with_a_sentence_and_stay_typed(
    scene: Scene, more: dict[str, object], said: str, trying: bool
) -> None:
    before = NoticeRule.objects.count()
    answer = scene.client("quan").post(RULE, given(**more, **({"try": "1"} if trying else {})))
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert said in shown and str(more.get("body", "")) in shown
    assert NoticeRule.objects.count() == before


def test_two_administrators_do_not_write_over_each_other(scene: Scene) -> None:
    quan = scene.client("quan")
    assert quan.post(RULE, given()).status_code == 302
    late = quan.post(RULE, given(subject="Muộn {code}"))
    assert late.status_code == 422 and "Có người vừa sửa quy tắc này" in late.content.decode()


def test_somebody_else_is_told_by_a_rule_that_was_not_there(scene: Scene) -> None:
    quan = scene.client("quan")
    there = quan.get("/can-bo/quan-tri/thong-bao/", {"viec": "accepted", "cho": "counter"})
    assert there["Location"] == "/can-bo/quan-tri/thong-bao/accepted/counter/"
    assert quan.post(there["Location"], given(seen="", ways=["in_app"])).status_code == 302
    in_process(scene)
    carry()
    told = {one.account_id for one in Notice.objects.filter(event="accepted", medium=Medium.IN_APP)}
    counter = {scene.staff[who].account_id for who in ("trang", "mai")}
    assert scene.citizen.account is not None and told == counter | {scene.citizen.account.pk}


def test_a_rule_that_nobody_knows_is_no_page(scene: Scene) -> None:
    quan = scene.client("quan")
    for address in ("nothing/applicant", "accepted/nobody"):
        page(quan, f"/can-bo/quan-tri/thong-bao/{address}/", status=404)


# --- what could not be sent ---


def test_a_failure_is_shown_masked_and_sent_again_by_a_button(scene: Scene) -> None:
    quan = scene.client("quan")
    assert "Mọi thông báo đã đến nơi" in page(quan, "/can-bo/quan-tri/gui-loi/")
    FAILS.append(Why.NOT_TAKEN)
    submitted(scene)
    carry()
    shown = page(quan, "/can-bo/quan-tri/gui-loi/")
    assert "SMS •••318" in shown and "0912345318" not in shown
    assert "Nơi nhận từ chối thông báo (HTTP 400)." in shown and "Đã ngừng gửi" in shown
    FAILS.clear()
    notice = Notice.objects.get(medium=Medium.SMS)
    quan.post(f"/can-bo/quan-tri/gui-loi/{notice.pk}/", {"key": "k"})
    carry()
    notice.refresh_from_db()
    assert notice.state == NoticeState.SENT
    assert "Mọi thông báo đã đến nơi" in page(quan, "/can-bo/quan-tri/gui-loi/")


def test_a_notice_that_is_tried_again_by_itself_says_when(scene: Scene) -> None:
    FAILS.append(Why.UNREACHABLE)
    submitted(scene)
    carry()
    assert "Sẽ tự gửi lại, lúc " in page(scene.client("quan"), "/can-bo/quan-tri/gui-loi/")


def test_after_an_outage_everything_that_was_given_up_is_sent_again_with_one_button(scene: Scene) -> None:
    quan = scene.client("quan")
    FAILS.append(Why.NOT_TAKEN)
    submitted(scene)
    submitted(scene)
    carry()
    assert "Gửi lại cả 2 thông báo" in page(quan, "/can-bo/quan-tri/gui-loi/")
    FAILS.clear()
    quan.post("/can-bo/quan-tri/gui-loi/")
    assert "Đã xếp lại 2 thông báo vào hàng gửi." in page(quan, "/can-bo/quan-tri/gui-loi/")
    carry()
    assert set(Notice.objects.values_list("state", flat=True)) == {NoticeState.SENT}


def test_the_count_stands_in_the_small_menu_too(scene: Scene, hoa: Client) -> None:
    submitted(scene)
    carry()
    small = page(hoa, "/thong-bao/").partition('class="mc-menu-small"')[2].partition("</details>")[0]
    assert re.search(r'Thông báo\s*<span class="mc-count">1<', small)
