"""The controllers' pages of routes: begun, changed step by step, parted, approved, compared."""

from datetime import date, timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from motcua.base.clock import today
from motcua.reference.catalogue import queries
from motcua.reference.catalogue.models import Route, RouteImport, RouteTemplate
from motcua.reference.catalogue.rules.routes.writing import step_written
from motcua.reference.org.words import Role
from tests.doors.catalogue_scene import boxes, browser
from tests.support.world import CODE, MORNING, World, build

pytestmark = pytest.mark.django_db

STEP = {
    "name": "Kiểm tra thực địa",
    "role": "case_officer",
    "unit_kind": "division",
    "hours": "2.5",
    "public_name": "Chuyên viên đến tận nơi.",
    "consults": "Sở Xây dựng: 4",
}


@pytest.fixture(autouse=True)
def morning() -> object:
    with time_machine.travel(MORNING, tick=False):
        yield


@pytest.fixture
def world() -> World:
    return build()


@pytest.fixture
def controller(world: World) -> Client:
    return browser(world.staff[Role.PROCEDURE_CONTROLLER].account)


def text(response: object) -> str:
    assert isinstance(response, HttpResponse), response
    return response.content.decode()


def begun(controller: Client, world: World, **said: str) -> Route:
    where = reverse("desk:catalogue-route-begin", args=[CODE])
    response = controller.post(where, {"begin": "like", "case": "", "channel": "", **said})
    assert response.status_code == 302, text(response)
    return world.version.routes.latest("number")


def post(controller: Client, act: str, route: Route, *parts: str, **said: object) -> HttpResponse:
    seen = Route.objects.get(pk=route.pk).revision
    response = controller.post(
        reverse(f"desk:catalogue-route-{act}", args=[route.pk, *parts]), {"seen": seen, **said}
    )
    assert isinstance(response, HttpResponse)
    return response


def names(route: Route) -> list[str]:
    return [step.name for step in queries.steps_of(route)]


def test_a_route_is_begun_changed_and_approved(controller: Client, world: World) -> None:
    route = begun(controller, world)
    where = reverse("desk:catalogue-route-add", args=[route.pk]) + "?sau=b2"
    answer = controller.post(where, {"seen": route.revision, **STEP})
    assert answer.status_code == 302, text(answer)
    assert names(route)[2] == "Kiểm tra thực địa"
    page = text(controller.get(reverse("desk:catalogue-route", args=[route.pk])))
    assert "Lấy ý kiến Sở Xây dựng, 4 giờ, cùng lúc" in page
    assert "Thêm bước “Kiểm tra thực địa”" in page
    on = today() + timedelta(days=3)
    said = {"decision_no": "12/QĐ-UBND", "decided_by": "Chủ tịch UBND tỉnh"}
    approved = post(
        controller, "approve", route, **said, **boxes("decided_on", today()), **boxes("valid_from", on)
    )
    assert approved.status_code == 302, text(approved)
    current = queries.route_of(world.version.pk, on)
    assert current is not None
    assert current.id == route.pk
    listed = text(controller.get(reverse("desk:catalogue-routes", args=[CODE])))
    assert "Sắp áp dụng" in listed
    assert "Đang áp dụng" in listed


def test_steps_are_moved_and_removed_by_plain_buttons(controller: Client, world: World) -> None:
    route = begun(controller, world)
    first = names(route)
    assert post(controller, "arrange", route, **{"raise": "b3"}).status_code == 302
    assert names(route) == [first[0], first[2], first[1], *first[3:]]
    assert post(controller, "arrange", route, lower="b3").status_code == 302
    assert names(route) == first
    assert post(controller, "arrange", route, drop="b3").status_code == 302
    assert names(route) == [*first[:2], *first[3:]]


def test_a_refused_change_stands_on_the_page(controller: Client, world: World) -> None:
    route = begun(controller, world)
    response = post(controller, "arrange", route, **{"raise": "b1"})
    assert response.status_code == 422
    assert "đã ở đầu hoặc cuối" in text(response)
    stale = controller.post(
        reverse("desk:catalogue-route-arrange", args=[route.pk]), {"seen": 1, "drop": "b2"}
    )
    assert stale.status_code == 422
    assert "Người khác vừa sửa" in text(stale)


def test_a_step_is_said_anew_and_what_was_typed_stays(controller: Client, world: World) -> None:
    route = begun(controller, world)
    long = post(controller, "step", route, "b2", **{**STEP, "hours": "900"})
    assert long.status_code == 422
    assert "đường dài nhất" in text(long)
    assert "Kiểm tra thực địa" in text(long)
    wrong = post(controller, "step", route, "b2", **{**STEP, "consults": "Sở Xây dựng"})
    assert wrong.status_code == 422
    assert "dấu hai chấm" in text(wrong)
    assert post(controller, "step", route, "b2", **STEP).status_code == 302
    assert names(route)[1] == "Kiểm tra thực địa"
    again = text(controller.get(reverse("desk:catalogue-route-step", args=[route.pk, "b2"])))
    assert "Sở Xây dựng: 4" in again


def test_a_step_lets_its_officer_choose(controller: Client, world: World) -> None:
    route = begun(controller, world)
    alone = post(controller, "ways", route, "b2", kind="choose", choice1="Cần xem", choice1_to="b3")
    assert alone.status_code == 422
    two = {"choice1": "Cần xem", "choice1_to": "b3", "choice2": "Không cần", "choice2_to": "b4"}
    assert post(controller, "ways", route, "b2", kind="choose", **two).status_code == 302
    page = text(controller.get(reverse("desk:catalogue-route", args=[route.pk])))
    assert "Cần xem: đến “Trưởng phòng xem”" in page
    assert "rẽ nhánh ở bước 2" in page
    assert 'value="Không cần"' in text(
        controller.get(reverse("desk:catalogue-route-ways", args=[route.pk, "b2"]))
    )
    assert post(controller, "ways", route, "b2", kind="on", on_to="b3").status_code == 302


def test_faults_are_told_and_hinder_approval(controller: Client, world: World) -> None:
    route = begun(controller, world, begin="empty")
    page = text(controller.get(reverse("desk:catalogue-route", args=[route.pk])))
    assert "Quy trình chưa có bước nào" in page
    on = today()
    said = {"decision_no": "12", "decided_by": "Chủ tịch"}
    refused = post(controller, "approve", route, **said, **boxes("decided_on", on), **boxes("valid_from", on))
    assert refused.status_code == 422
    assert "Quy trình chưa có bước nào" in text(refused)


def test_an_approved_route_offers_no_change(controller: Client, world: World) -> None:
    founding = world.version.routes.get(founding=True)
    page = text(controller.get(reverse("desk:catalogue-route", args=[founding.pk])))
    assert "Sửa" not in page.split("<main", 1)[1]
    assert controller.get(reverse("desk:catalogue-route-step", args=[founding.pk, "b1"])).status_code == 404
    assert post(controller, "discard", founding).status_code == 422


def test_a_draft_is_thrown_away(controller: Client, world: World) -> None:
    route = begun(controller, world)
    assert post(controller, "discard", route).status_code == 302
    assert not Route.objects.filter(pk=route.pk).exists()


def test_a_template_is_found_and_used(controller: Client, world: World) -> None:
    batch = RouteImport.objects.create(file_name="a.jsonl", sha256="", rows=1, at=world.at)
    steps = [step_written(step) for step in queries.steps_of(world.version.routes.get())]
    flaws = [{"kind": "total_differs", "facts": {"total": "5", "sum": "6"}}]
    RouteTemplate.objects.create(
        code="TP10", name="Chứng thực", folded="tp10 chung thuc", steps=steps, flaws=flaws, batch=batch
    )
    assert "TP10" in text(controller.get(reverse("desk:route-templates") + "?q=chứng"))
    where = reverse("desk:route-template", args=["TP10"])
    assert "Nguồn ghi tổng 5 ngày, các bước cộng lại 6 ngày." in text(controller.get(where))
    assert "Danh mục không có thủ tục mã 9.9" in text(controller.get(f"{where}?thu-tuc=9.9"))
    onward = controller.get(f"{where}?thu-tuc={CODE}")
    assert onward.status_code == 302
    assert 'value="TP10" selected' in text(controller.get(onward["Location"]))
    route = begun(controller, world, begin="template", template="TP10")
    assert names(route) == [step["name"] for step in steps]


def test_the_plain_editor_of_a_version_hands_a_branched_route_over(controller: Client, world: World) -> None:
    controller.post(reverse("desk:catalogue-draft", args=[CODE]), {"change": "amended"})
    draft = world.version.procedure.versions.get(state="draft")
    route = draft.routes.get()
    edit = reverse("desk:catalogue-edit", args=[draft.pk, "route"])
    assert controller.get(edit).status_code == 200
    two = {"choice1": "Cần xem", "choice1_to": "b3", "choice2": "Không cần", "choice2_to": "b4"}
    assert post(controller, "ways", route, "b2", kind="choose", **two).status_code == 302
    assert controller.get(edit)["Location"] == reverse("desk:catalogue-route", args=[route.pk])


def test_the_day_of_a_decision_is_a_real_day(controller: Client, world: World) -> None:
    route = begun(controller, world)
    before = date(2020, 1, 1)
    said = {"decision_no": "12", "decided_by": "Chủ tịch"}
    refused = post(
        controller, "approve", route, **said, **boxes("decided_on", before), **boxes("valid_from", before)
    )
    assert refused.status_code == 422
