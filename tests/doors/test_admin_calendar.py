"""Administrators see a year, draft a decision line by line, see whom it moves, and put it in force."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from motcua.base.clock import local, now
from motcua.reference.org import commands as org
from motcua.reference.org import queries
from motcua.reference.org.models import CalendarDecision, Regulation
from tests.doors.desk_scene import CODE, HOUSE, Scene, accepted, in_process, ward

pytestmark = pytest.mark.django_db

LIMITS = "/can-bo/quan-tri/tham-so/"
DRAFT = {
    "agency_id": "all",
    "title": "Ngày hội của tỉnh",
    "document": "Quyết định 12/QĐ-UBND",
    "document_on_day": "20",
    "document_on_month": "11",
    "document_on_year": "2026",
}


def day(on: date, name: str = "day") -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


@pytest.fixture
def scene() -> Iterator[Scene]:
    with time_machine.travel("2026-11-25T14:20:00+07:00", tick=False):
        yield ward()


@pytest.fixture
def quan(scene: Scene) -> Client:
    return scene.client("quan")


def text(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def to(page: str, decision: CalendarDecision) -> str:
    return reverse(f"desk:admin-calendar-{page}", args=[decision.pk])


def drafted(quan: Client, *days: date, **said: str) -> CalendarDecision:
    answer = quan.post(reverse("desk:admin-calendar-new"), {**DRAFT, **said})
    assert answer.status_code == 302, text(answer)
    decision = CalendarDecision.objects.get(number=None)
    for one in days:
        done = quan.post(to("day", decision), {**day(one), "kind": "local_off", "name": "Ngày hội"})
        assert done.status_code == 302, text(done)
    return decision


def test_a_year_says_each_differing_day_in_words(quan: Client) -> None:
    seen = text(quan.get(reverse("desk:admin-calendar"), {"nam": "2026"}))
    assert "Thứ Bảy 10/01 : Làm bù, Tết Dương lịch" in seen
    assert "Thứ Ba 24/11 : Nghỉ lễ, tết, Ngày Văn hoá Việt Nam" in seen
    assert "Nghị quyết 28/2026/QH16" in seen
    assert "chưa chốt" not in seen
    assert "Lịch nghỉ năm 2027 chưa chốt" in text(quan.get(reverse("desk:admin-calendar"), {"nam": "2027"}))


@pytest.mark.parametrize("year", ["", "abc", "99999", "1066", "²"])
def test_a_year_that_cannot_be_is_the_present_one(quan: Client, year: str) -> None:
    answer = quan.get(reverse("desk:admin-calendar"), {"nam": year})
    assert "Lịch làm việc năm 2026" in text(answer)


def test_a_draft_grows_line_by_line_and_loses_lines(quan: Client) -> None:
    friday = date(2026, 11, 27)
    decision = drafted(quan, friday, date(2026, 11, 30))
    days = {**day(date(2026, 12, 1)), **day(date(2026, 12, 3), "until"), "kind": "half_day"}
    assert quan.post(to("day", decision), {**days, "shifts": "7h30-11h30"}).status_code == 302
    assert quan.post(to("decision", decision), {"day": "2026-11-30"}).status_code == 302
    seen = text(quan.get(to("decision", decision)))
    assert "Thứ Sáu, 27/11/2026" in seen
    assert "30/11/2026" not in seen
    assert seen.count("Làm nửa ngày, 07:30–11:30") == 3


@pytest.mark.parametrize(
    ("said", "cure"),
    [
        ({"kind": "half_day"}, "Ngày làm nửa ngày phải ghi giờ làm việc."),
        ({"kind": "swap_work", "shifts": "sáng"}, "Nhập giờ như 07:30–11:30"),
        (
            {"kind": "local_off", "until_day": "1", "until_month": "1", "until_year": "2026"},
            "Ngày cuối đứng trước",
        ),
        ({}, "Chọn ngày này."),
    ],
)
def test_a_line_that_cannot_be_stays_on_the_page_with_its_cure(
    quan: Client, said: dict[str, str], cure: str
) -> None:
    decision = drafted(quan)
    answer = quan.post(to("day", decision), {**day(date(2026, 11, 27)), "name": "Lễ hội xuân", **said})
    assert answer.status_code == 422
    assert cure in text(answer)
    assert "Lễ hội xuân" in answer.content.decode()
    assert not decision.days.exists()


def test_hours_of_an_agency_are_drafted_and_hold(scene: Scene, quan: Client) -> None:
    decision = drafted(quan, agency_id=str(scene.agency.pk))
    hours = {f"day_{number}": "07:00–11:00" for number in range(6)} | day(date(2026, 12, 1), "valid_from")
    assert quan.post(to("week", decision), hours).status_code == 302
    assert quan.post(to("change", decision), {"how": "none"}).status_code == 302
    calendar = queries.calendar_for(scene.agency.pk)
    assert calendar.is_working(date(2026, 12, 5))
    assert not queries.calendar_for(None).is_working(date(2026, 12, 5))
    year = quan.get(reverse("desk:admin-calendar"), {"co-quan": str(scene.agency.pk)})
    assert "Từ 01/12/2026, theo Quyết định 12/QĐ-UBND ngày 20/11/2026" in text(year)


def test_the_preview_tells_the_dates_and_changes_nothing(scene: Scene, quan: Client) -> None:
    dossier = in_process(scene)
    due = local(dossier.due_at).date()
    decision = drafted(quan, due)
    seen = text(quan.get(to("change", decision)))
    assert "1 hồ sơ đang giải quyết sẽ dời hạn" in seen
    assert dossier.code in seen
    assert f"{due:%d/%m/%Y}" in seen
    dossier.refresh_from_db()
    assert local(dossier.due_at).date() == due


def test_putting_in_force_moves_nobody_unless_it_is_chosen(scene: Scene, quan: Client) -> None:
    dossier = in_process(scene)
    due = dossier.due_at
    decision = drafted(quan, local(due).date())
    assert quan.post(to("change", decision), {"how": "none"}).status_code == 302
    dossier.refresh_from_db()
    decision.refresh_from_db()
    assert decision.number is not None
    assert dossier.due_at == due
    later = quan.post(
        to("change", decision), {"how": "chosen", "legal_basis": "QĐ 13", "dossier": str(dossier.pk)}
    )
    assert later.status_code == 302
    dossier.refresh_from_db()
    assert dossier.due_at > due


def test_chosen_dossiers_move_with_their_basis_and_say_why(scene: Scene, quan: Client) -> None:
    moved, kept = in_process(scene), in_process(scene)
    due = moved.due_at
    decision = drafted(quan, local(due).date())
    answer = quan.post(
        to("change", decision), {"how": "chosen", "legal_basis": "QĐ 13", "dossier": [str(moved.pk)]}
    )
    assert answer.status_code == 302, text(answer)
    for one in (moved, kept):
        one.refresh_from_db()
    assert (moved.due_at > due, kept.due_at) == (True, due)
    page = text(scene.client("huy").get(reverse("desk:dossier", args=[moved.pk])))
    assert "Lịch làm việc thay đổi theo QĐ 13; ngày hẹn dời từ" in page


def test_moving_without_a_basis_is_refused_and_nothing_is_in_force(scene: Scene, quan: Client) -> None:
    dossier = in_process(scene)
    decision = drafted(quan, local(dossier.due_at).date())
    answer = quan.post(
        to("change", decision), {"how": "chosen", "legal_basis": "", "dossier": str(dossier.pk)}
    )
    assert answer.status_code == 422
    assert "Nhập căn cứ dời hạn." in text(answer)
    decision.refresh_from_db()
    assert decision.number is None


def test_a_page_sent_twice_acts_once(quan: Client) -> None:
    decision = drafted(quan, date(2026, 11, 27))
    answers = [quan.post(to("change", decision), {"how": "none", "key": "one"}) for _ in range(2)]
    assert answers[0].status_code == 302
    decision.refresh_from_db()
    assert decision.number == queries.calendar_number()


def test_a_draft_is_thrown_away(quan: Client) -> None:
    decision = drafted(quan, date(2026, 11, 27))
    assert quan.post(to("drop", decision), {}).status_code == 302
    assert quan.get(to("decision", decision)).status_code == 404


NEW = {"value": "2", "unit": "working_day", "legal_basis": "NĐ mới, Điều 5", "certainty": "V"}
SUPPLEMENT = "supplement_after_reception"


def hidden(answer: HttpResponse) -> dict[str, str]:
    """Give what the form that confirms a preview sends along."""
    (form,) = [one for one in answer.content.decode().split("<form ")[1:] if 'name="seen"' in one]
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form))


def test_a_limit_of_law_is_seen_first_and_then_set_from_a_day_on(scene: Scene, quan: Client) -> None:
    in_process(scene)
    seen = text(quan.get(LIMITS))
    assert "3 ngày làm việc" in seen and "chưa đặt" in seen
    tomorrow = date(2026, 11, 26)
    address = f"{LIMITS}{SUPPLEMENT}/dat/"
    preview = quan.get(address, {**NEW, **day(tomorrow, "valid_from")})
    assert "Không hồ sơ nào dời. Hồ sơ đang giải quyết giữ giá trị của ngày bắt đầu tính" in text(preview)
    assert not Regulation.objects.filter(code=SUPPLEMENT, value=2).exists(), "a look changes nothing"
    done = quan.post(address, hidden(preview), follow=True)
    assert "Đã đặt giá trị mới. Giá trị trước hết hiệu lực vào ngày liền trước." in text(done)
    held = Regulation.objects.get(code=SUPPLEMENT, value=3)
    assert held.valid_to == tomorrow - timedelta(days=1)
    assert "Đổi từ 26/11/2026" in text(quan.get(LIMITS))


def test_a_limit_of_a_past_day_tells_whom_it_moves_and_moves_them_when_wanted(
    scene: Scene, quan: Client
) -> None:
    dossier = in_process(scene)
    address = f"{LIMITS}{SUPPLEMENT}/dat/"
    preview = quan.get(address, {**NEW, **day(date(2026, 11, 25), "valid_from")})
    seen = text(preview)
    assert "1 hồ sơ đang giải quyết sẽ dời" in seen and dossier.code in seen
    assert "30/11/2026" in seen and "27/11/2026" in seen
    done = quan.post(address, hidden(preview), follow=True)
    assert "1 hồ sơ được dời" in text(done)
    shown = text(scene.client("huy").get(reverse("desk:dossier", args=[dossier.pk])))
    assert "Áp dụng giá trị mới của một thời hạn" in shown and "NĐ mới, Điều 5" in shown


def test_a_limit_whose_preview_grew_old_is_not_set(scene: Scene, quan: Client) -> None:
    address = f"{LIMITS}{SUPPLEMENT}/dat/"
    preview = quan.get(address, {**NEW, **day(date(2026, 11, 25), "valid_from")})
    dossier = in_process(scene)
    answer = quan.post(address, hidden(preview))
    assert answer.status_code == 422
    seen = text(answer)
    assert "Danh sách hồ sơ bị dời đã khác lúc bạn xem trước" in seen and dossier.code in seen
    assert not Regulation.objects.filter(code=SUPPLEMENT, value=2).exists()
    assert quan.post(address, hidden(answer)).status_code == 302


def test_a_limit_sent_without_a_preview_is_not_set(scene: Scene, quan: Client) -> None:
    in_process(scene)
    said = {**NEW, **day(date(2026, 11, 25), "valid_from")}
    assert quan.post(f"{LIMITS}{SUPPLEMENT}/dat/", said).status_code == 422
    assert not Regulation.objects.filter(code=SUPPLEMENT, value=2).exists()


@pytest.mark.parametrize(
    ("code", "said", "cure"),
    [
        ("forward_cutoff", {"value": "25", "unit": "hour_of_day"}, "23"),
        ("forward_cutoff", {"value": "15", "unit": "working_day"}, "Chọn một mục trong danh sách."),
        (SUPPLEMENT, {"value": "3", "unit": "hour_of_day"}, "Chọn một mục trong danh sách."),
        (SUPPLEMENT, {"value": ""}, "Giá trị"),
    ],
)
def test_a_limit_that_cannot_be_gets_its_cure_and_keeps_what_was_typed(
    quan: Client, code: str, said: dict[str, str], cure: str
) -> None:
    answer = quan.get(f"{LIMITS}{code}/dat/", {**NEW, **said, **day(date(2026, 12, 1), "valid_from")})
    assert answer.status_code == 422
    assert cure in text(answer) and "NĐ mới, Điều 5" in answer.content.decode()
    assert 'name="seen"' not in answer.content.decode(), "nothing can be confirmed"


def test_a_rule_of_the_day_of_an_act_says_so(quan: Client) -> None:
    said = {**NEW, "unit": "times", **day(date(2026, 12, 1), "valid_from")}
    preview = quan.get(f"{LIMITS}extensions_most/dat/", said)
    assert "Quy tắc này xét vào ngày làm từng việc" in text(preview)


def test_a_rule_for_one_procedure_has_words_and_a_page(scene: Scene, quan: Client) -> None:
    org.set_regulation(
        code=f"supplement_answer:{CODE}",
        value=30,
        unit="day",
        legal_basis="Luật chuyên ngành",
        certainty="V",
        valid_from=date(2026, 1, 1),
        by=HOUSE,
        at=now(),
    )
    seen = quan.get(LIMITS)
    assert f"thủ tục {CODE}" in text(seen)
    assert quan.get(f"{LIMITS}supplement_answer:{CODE}/").status_code == 200
    assert quan.get(f"{LIMITS}supplement_answer:{CODE}/dat/").status_code == 200


def test_an_accepted_dossier_says_by_when_it_leaves_the_counter(scene: Scene, quan: Client) -> None:
    org.set_regulation(
        code="forward_cutoff",
        value=15,
        unit="hour_of_day",
        legal_basis="NĐ 61/2018/NĐ-CP, Điều 18",
        certainty="V-old",
        valid_from=date(2026, 1, 1),
        by=HOUSE,
        at=now(),
    )
    dossier = accepted(scene)
    page = reverse("desk:dossier", args=[dossier.pk])
    assert "Chuyển đến nơi giải quyết trước 17:30, 25/11/2026." in text(scene.client("trang").get(page))
    with time_machine.travel("2026-11-25T17:45:00+07:00", tick=False):
        late = text(scene.client("trang", second_factor=False).get(page))
    assert "Phải chuyển đi trước 17:30, 25/11/2026, đã quá." in late


def test_an_unknown_limit_is_not_found(quan: Client) -> None:
    assert quan.get(f"{LIMITS}khong-co/").status_code == 404
    assert quan.get(f"{LIMITS}khong-co/dat/").status_code == 404
