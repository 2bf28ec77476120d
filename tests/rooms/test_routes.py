"""Routes are drafted, approved, ended; dossiers keep theirs and walk along its branches."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from motcua.base.clock import ZONE
from motcua.base.journal.models import Entry
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.reference.catalogue import queries
from motcua.reference.catalogue.commands import open_draft, revise_draft
from motcua.reference.catalogue.commands.routing import (
    approve_route,
    discard_route,
    open_route,
    revise_route,
)
from motcua.reference.catalogue.models import Procedure, ProcedureVersion, Route, RouteStep
from motcua.reference.catalogue.rules.routes import (
    DropStep,
    PutStep,
    PutWays,
    RouteChange,
    ShiftStep,
    path,
)
from motcua.reference.catalogue.words import (
    Change,
    Consult,
    Part,
    RouteWhy,
    Step,
    StepMove,
    Way,
    WayKind,
)
from tests.rooms.test_catalogue_versions import AT, DRAFT, LAN, drafted, published

pytestmark = pytest.mark.django_db

DAY = AT.date()
SOON = date(2026, 4, 12)
CHECK = Step(
    "Thẩm định",
    "Chuyên viên thẩm định.",
    "case_officer",
    "division",
    Decimal(4),
    lead=True,
    moves=(StepMove.RETURN, StepMove.PROPOSE_SUPPLEMENT),
    consults=(Consult("Sở Xây dựng", Decimal("2.50")),),
)
LONG = replace(
    DRAFT,
    channels=tuple(replace(one, value=10 if one.value else None) for one in DRAFT.channels),
    cases=DRAFT.cases,
)


def why(outcome: object) -> object:
    assert isinstance(outcome, Refusal), outcome
    assert refusal_sentence(outcome)
    return outcome.why


def version() -> ProcedureVersion:
    return published(LONG)


def opened(of: ProcedureVersion | None = None, *, case: str = "", channel: str = "") -> Route:
    held = of or version()
    like = held.routes.get(founding=True)
    route = open_route(version_id=held.pk, like=like.pk, case=case, channel=channel, by=LAN, at=AT)
    assert isinstance(route, Route), route
    return route


def revised(route: Route, change: RouteChange) -> Route:
    current = Route.objects.get(pk=route.pk)
    outcome = revise_route(route_id=route.pk, change=change, seen=current.revision, by=LAN, at=AT)
    assert isinstance(outcome, Route), outcome
    return outcome


def approve(route: Route, *, on: date = SOON, at: datetime = AT, number: str = "12/QĐ-UBND") -> object:
    return approve_route(
        route_id=route.pk,
        decision_no=number,
        decided_on=DAY,
        decided_by="Chủ tịch UBND tỉnh",
        valid_from=on,
        by=LAN,
        at=at,
    )


def test_a_version_brings_its_route_and_approves_it_with_itself() -> None:
    held = drafted()
    route = held.routes.get()
    assert (route.state, route.founding, route.number) == ("draft", True, 1)
    assert queries.route_of(held.pk, DAY) is None
    held = published(replace(DRAFT, code="1.000009"))
    route = held.routes.get()
    assert (route.state, route.decision_no, route.valid_from) == ("approved", "1/QĐ", DRAFT.effective_from)
    walked = queries.route_of(held.pk, date(2026, 4, 1))
    assert walked is not None
    assert [step.name for step in walked.steps] == ["Tiếp nhận"]


def test_an_approved_route_begins_on_its_day_and_ends_the_one_before_on_the_eve() -> None:
    held = version()
    route = revised(opened(held), PutStep(CHECK, after="b1"))
    on = date(2026, 4, 10)
    assert isinstance(approve(route, on=on), Route)
    names = {
        day: [step.name for step in walked.steps]
        for day in (on - timedelta(days=1), on)
        if (walked := queries.route_of(held.pk, day))
    }
    assert names == {on - timedelta(days=1): ["Tiếp nhận"], on: ["Tiếp nhận", "Thẩm định"]}
    assert held.routes.get(founding=True).valid_to == on - timedelta(days=1)
    verbs = Entry.objects.filter(about=f"route:{route.pk}").order_by("seq")
    assert [entry.verb for entry in verbs] == ["route.drafted", "route.revised", "route.approved"]


def test_everything_that_a_step_says_is_kept() -> None:
    route = revised(opened(), PutStep(CHECK, after="b1"))
    (stored,) = [step for step in queries.steps_of(route) if step.name == CHECK.name]
    assert replace(stored, key="") == CHECK


CHANGES: list[Callable[[Route], object]] = [
    lambda route: route.steps.update(hours=1),
    lambda route: RouteStep.objects.filter(route=route)._raw_delete("default"),
    lambda route: Route.objects.filter(pk=route.pk).update(channel="online"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_the_database_refuses_to_change_an_approved_route(change: Callable[[Route], object]) -> None:
    route = opened()
    approve(route)
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        change(route)


@pytest.mark.parametrize("change", CHANGES)
def test_the_same_change_passes_on_a_draft_of_a_route(change: Callable[[Route], object]) -> None:
    change(opened())


def test_the_route_of_a_version_in_check_is_no_longer_changed() -> None:
    held = drafted()
    ProcedureVersion.objects.filter(pk=held.pk).update(state="in_check")
    route = held.routes.get()
    outcome = revise_route(route_id=route.pk, change=ShiftStep("b1", up=True), seen=2, by=LAN, at=AT)
    assert why(outcome) is RouteWhy.WITH_ITS_VERSION
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        route.steps.update(hours=1)


def test_a_route_for_a_case_and_a_way_of_filing_goes_before_the_one_for_all() -> None:
    held = version()
    for case, channel in (("again", ""), ("again", "direct")):
        route = revised(
            opened(held, case=case, channel=channel), PutStep(replace(CHECK, name=case + channel), "b1")
        )
        assert isinstance(approve(route), Route)
    case_ids = {one.code: one.pk for one in held.cases.all()}
    chosen = {
        (case, channel): _last_name(held, case_ids[case], channel)
        for case in ("first", "again")
        for channel in ("direct", "post")
    }
    assert chosen == {
        ("first", "direct"): "Tiếp nhận",
        ("first", "post"): "Tiếp nhận",
        ("again", "direct"): "againdirect",
        ("again", "post"): "again",
    }


def _last_name(held: ProcedureVersion, case_id: object, channel: str) -> str:
    walked = queries.route_of(held.pk, date(2026, 5, 1), case_id=case_id, channel=channel)  # type: ignore[arg-type]  # an id
    assert walked is not None
    return walked.steps[-1].name


def test_a_route_with_a_fault_is_not_approved() -> None:
    route = revised(opened(), PutStep(replace(CHECK, hours=Decimal(0)), after="b1"))
    assert why(approve(route)) is RouteWhy.NO_HOURS


def test_a_change_that_leads_further_beyond_the_limit_is_refused_and_a_shortening_is_not() -> None:
    held = version()
    route = opened(held)
    long = revise_route(
        route_id=route.pk, change=PutStep(replace(CHECK, hours=Decimal(100)), "b1"), seen=2, by=LAN, at=AT
    )
    assert why(long) is RouteWhy.STILL_LONGER
    assert [step.hours for step in queries.steps_of(route)] == [Decimal(8)]


def test_somebody_elses_change_meanwhile_is_told() -> None:
    route = opened()
    revised(route, PutStep(CHECK, after="b1"))
    outcome = revise_route(route_id=route.pk, change=DropStep("b1"), seen=2, by=LAN, at=AT)
    assert why(outcome) is RouteWhy.CHANGED_MEANWHILE


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"decision_no": " "}, RouteWhy.NO_DECISION),
        ({"decided_on": DAY + timedelta(days=1)}, RouteWhy.SIGNED_IN_FUTURE),
        ({"valid_from": DAY - timedelta(days=1)}, RouteWhy.STARTS_BEFORE_TODAY),
    ],
)
def test_a_route_is_approved_by_a_whole_decision(said: dict[str, object], reason: RouteWhy) -> None:
    whole: dict[str, object] = {
        "decision_no": "12/QĐ",
        "decided_on": DAY,
        "decided_by": "Chủ tịch",
        "valid_from": SOON,
        **said,
    }
    assert why(approve_route(route_id=opened().pk, by=LAN, at=AT, **whole)) is reason  # type: ignore[arg-type]  # a table of arguments


def test_two_routes_never_begin_on_one_day() -> None:
    held = version()
    assert isinstance(approve(opened(held)), Route)
    assert why(approve(opened(held))) is RouteWhy.STARTS_BEFORE_ANOTHER
    assert isinstance(approve(opened(held), on=SOON + timedelta(days=1)), Route)


def test_an_approved_route_is_neither_changed_nor_thrown_away() -> None:
    route = opened()
    approve(route)
    assert why(discard_route(route_id=route.pk, by=LAN, at=AT)) is RouteWhy.NOT_A_DRAFT
    outcome = revise_route(route_id=route.pk, change=DropStep("b1"), seen=2, by=LAN, at=AT)
    assert why(outcome) is RouteWhy.NOT_A_DRAFT


def test_a_draft_is_thrown_away_and_nothing_else() -> None:
    held = version()
    assert isinstance(discard_route(route_id=opened(held).pk, by=LAN, at=AT), Procedure)
    assert [route.founding for route in held.routes.all()] == [True]


def test_the_founding_route_is_approved_with_its_version_alone() -> None:
    route = drafted().routes.get()
    assert why(approve(route)) is RouteWhy.WITH_ITS_VERSION
    assert why(discard_route(route_id=route.pk, by=LAN, at=AT)) is RouteWhy.WITH_ITS_VERSION


def test_routes_are_opened_for_published_versions_and_known_cases_alone() -> None:
    assert why(open_route(version_id=drafted().pk, by=LAN, at=AT)) is RouteWhy.VERSION_NOT_PUBLISHED
    held = published(replace(LONG, code="1.000007"))
    assert why(open_route(version_id=held.pk, case="none", by=LAN, at=AT)) is RouteWhy.CASE_UNKNOWN


def branched(held: ProcedureVersion) -> Route:
    """A route that parts after its second step: to a look on the spot, or straight to signing."""
    route = opened(held)
    for after, name in (("b1", "Thẩm định"), ("b2", "Kiểm tra thực địa"), ("b3", "Ký")):
        revised(route, PutStep(replace(CHECK, name=name, moves=(), consults=()), after))
    choices = (Way("b3", WayKind.CHOICE, "yes", "Cần kiểm tra"), Way("b4", WayKind.CHOICE, "no", "Không cần"))
    return revised(route, PutWays("b2", choices))


def test_a_branched_route_is_stored_and_read_as_it_was_said() -> None:
    held = version()
    assert isinstance(approve(branched(held)), Route)
    walked = queries.route_of(held.pk, SOON)
    assert walked is not None
    taken = path(walked.steps, choices={"b2": "no"})
    assert not isinstance(taken, Refusal)
    assert [step.name for step in taken] == ["Tiếp nhận", "Thẩm định", "Ký"]


def test_the_next_version_begins_with_the_route_in_force_and_keeps_its_branches() -> None:
    held = version()
    approve(branched(held))
    later = datetime(2026, 6, 1, 9, 0, tzinfo=ZONE)
    draft = open_draft(procedure_id=held.procedure_id, change=Change.AMENDED, by=LAN, at=later)
    assert isinstance(draft, ProcedureVersion)
    said = queries.as_drafted(draft)
    assert len(said.route) == 4
    other = revise_draft(
        version_id=draft.pk, said=replace(said, title="Khác"), part=Part.FACTS, by=LAN, at=later
    )
    assert isinstance(other, ProcedureVersion)
    assert queries.as_drafted(other).route == said.route
    assert draft.routes.get().number == 3
