"""How a route is walked, and what it must fulfil."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.rooms import Refusal
from motcua.reference.catalogue.rules import guaranteed_hours
from motcua.reference.catalogue.rules.routes import (
    DropStep,
    PutStep,
    PutWays,
    RouteChange,
    ShiftStep,
    Steps,
    as_said,
    changed,
    is_straight,
    laid_out,
    longest,
    main_path,
    next_step,
    next_steps,
    overlong,
    overshoot,
    path,
    route_faults,
    step_called,
    steps_into,
    took,
    up_to,
)
from motcua.reference.catalogue.words import (
    Case,
    Channel,
    Consult,
    DurationUnit,
    RouteWhy,
    Step,
    StepMove,
    Terms,
    Way,
    WayKind,
)

COUNTER = Step("Tiếp nhận", "", "reception_officer", "counter", Decimal(4), key="in")
CHECK = Step("Thẩm định", "", "case_officer", "division", Decimal(16), key="check")
SITE = Step("Kiểm tra thực địa", "", "case_officer", "division", Decimal(24), key="site")
SIGN = Step("Ký", "", "agency_leader", "leadership", Decimal(8), key="sign")
SEAL = Step("Vào số", "", "records_clerk", "clerical", Decimal(4), key="seal")
STRAIGHT = laid_out((COUNTER, CHECK, SIGN, SEAL))
CHOICES = (
    Way("site", WayKind.CHOICE, "yes", "Cần kiểm tra thực địa"),
    Way("sign", WayKind.CHOICE, "no", "Không cần"),
)
BRANCHED: Steps = (
    replace(COUNTER, ways=(Way("check"),)),
    replace(CHECK, ways=CHOICES),
    replace(SITE, ways=(Way("sign"),)),
    replace(SIGN, ways=(Way("seal"),)),
    SEAL,
)
BY_CASE = (
    replace(COUNTER, ways=(Way("sign", WayKind.CASE, "again"), Way("check"))),
    replace(CHECK, ways=(Way("sign"),)),
    SIGN,
)
CASES = (Case("first", "Lần đầu"), Case("again", "Cấp lại"))
WEEK = Terms(Channel.DIRECT, 7, DurationUnit.WORKING_DAY)

plain_steps = st.lists(
    st.decimals("0.25", "40", places=2).map(lambda hours: replace(CHECK, key="", hours=hours)),
    min_size=1,
    max_size=7,
)


@st.composite
def sound_routes(draw: st.DrawFn) -> Steps:
    """Routes whose ways lead forward, by case, by choice or plainly."""
    steps = laid_out(draw(plain_steps))
    made = []
    for place, step in enumerate(steps):
        later = [one.key for one in steps[place + 1 :]]
        hours = draw(st.lists(st.integers(1, 50).map(Decimal), max_size=2))
        consults = tuple(Consult("Sở khác", one) for one in hours)
        made.append(replace(step, ways=draw(_ways(later)), consults=consults))
    return tuple(made)


@st.composite
def _ways(draw: st.DrawFn, later: list[str]) -> tuple[Way, ...]:
    if not later:
        return ()
    to = st.sampled_from(later)
    of_cases = [
        Way(draw(to), WayKind.CASE, case) for case in draw(st.sets(st.sampled_from(["first", "again"])))
    ]
    if draw(st.booleans()):
        values = draw(st.sets(st.sampled_from("abc"), min_size=2))
        return (*of_cases, *(Way(draw(to), WayKind.CHOICE, value, value) for value in sorted(values)))
    return (*of_cases, Way(draw(to)))


def every_path(route: Steps, step: Step, case: str) -> Iterator[tuple[Step, ...]]:
    """Give every way to the end, one by one: the slow reference."""
    onward = next_steps(route, step, case=case)
    if not onward:
        yield (step,)
    for _, there in onward:
        yield from ((step, *rest) for rest in every_path(route, there, case))


@given(sound_routes(), st.sampled_from(["", "first", "again"]))
def test_the_longest_way_is_the_longest_of_all_ways(route: Steps, case: str) -> None:
    slow = max(sum((took(step) for step in one), Decimal(0)) for one in every_path(route, route[0], case))
    assert longest(route, case=case) == slow


@given(sound_routes())
def test_what_leads_up_to_a_step_is_on_some_way_to_it(route: Steps) -> None:
    reverse = {step.key: {one.key for one in up_to(route, step)} for step in route}
    for step in route:
        slow = {one.key for one in route if step.key in _reach(route, one)}
        assert reverse[step.key] == slow


def _reach(route: Steps, step: Step) -> set[str]:
    found, open_ = {step.key}, [step]
    while open_:
        for way in open_.pop().ways:
            there = step_called(route, way.to)
            if there is not None and there.key not in found:
                found.add(there.key)
                open_.append(there)
    return found


@given(sound_routes(), st.sampled_from(["", "first", "again"]), st.data())
def test_a_walk_ends_wherever_it_goes(route: Steps, case: str, data: st.DataObject) -> None:
    been, step = [route[0]], next(iter(route))
    while offered := next_steps(route, step, case=case):
        way, there = data.draw(st.sampled_from(offered))
        assert next_step(route, step, case=case, choice=way.value) == there
        assert step in steps_into(route, there)
        been.append(there)
        step = there
    assert len(been) <= len(route)


@given(plain_steps)
def test_a_straight_route_is_walked_as_it_is_listed_and_read_as_it_was_said(steps: list[Step]) -> None:
    route = laid_out(steps)
    assert path(route) == main_path(route) == route
    assert longest(route) == sum(step.hours for step in steps)
    assert as_said(route) == tuple(steps)


@given(plain_steps, st.integers(1, 60), st.sampled_from(DurationUnit))
def test_a_route_is_too_long_exactly_when_its_hours_exceed_the_limit(
    steps: list[Step], value: int, unit: DurationUnit
) -> None:
    terms = (Terms(Channel.DIRECT, value, unit),)
    over = sum(step.hours for step in steps) - guaranteed_hours(value, unit)
    assert (overlong(laid_out(steps), terms=terms) is not None) == (over > 0)
    assert overshoot(laid_out(steps), terms=terms) == max(over, 0)


def test_a_route_fits_where_the_source_gives_no_limit() -> None:
    assert overlong(STRAIGHT, terms=(Terms(Channel.DIRECT),)) is None


def test_a_choice_decides_the_way() -> None:
    for choice, names in (
        ("yes", ["in", "check", "site", "sign", "seal"]),
        ("no", ["in", "check", "sign", "seal"]),
    ):
        walked = path(BRANCHED, choices={"check": choice})
        assert not isinstance(walked, Refusal)
        assert [step.key for step in walked] == names


@pytest.mark.parametrize(("choice", "why"), [("", RouteWhy.NO_CHOICE), ("maybe", RouteWhy.CHOICE_UNKNOWN)])
def test_without_a_known_choice_nobody_goes_on(choice: str, why: RouteWhy) -> None:
    refusal = next_step(BRANCHED, BRANCHED[1], choice=choice)
    assert isinstance(refusal, Refusal)
    assert refusal.why is why
    assert "Cần kiểm tra thực địa" in refusal.facts["choices"]


def test_the_way_of_a_case_goes_before_the_way_of_everybody() -> None:
    assert [step.key for step in _walked(BY_CASE, "again")] == ["in", "sign"]
    assert [step.key for step in _walked(BY_CASE, "first")] == ["in", "check", "sign"]


def _walked(route: Steps, case: str) -> Steps:
    walked = path(route, case=case)
    assert not isinstance(walked, Refusal)
    return walked


def test_who_is_consulted_works_at_the_same_time() -> None:
    asked = (Consult("Sở Xây dựng", Decimal(40)), Consult("Sở Tài chính", Decimal(24)))
    assert took(replace(CHECK, consults=asked)) == Decimal(40)
    assert took(replace(CHECK, consults=asked[1:], hours=Decimal(30))) == Decimal(30)


@pytest.mark.parametrize("route", [STRAIGHT, BRANCHED])
def test_a_sound_route_has_no_fault(route: Steps) -> None:
    assert route_faults(route, terms=(WEEK,)) == []


def test_a_route_by_case_has_no_fault_for_its_cases() -> None:
    assert route_faults(BY_CASE, cases=CASES, terms=(WEEK,)) == []


NOWHERE = replace(BRANCHED[2], ways=(Way("gone"),))
BACK = replace(BRANCHED[3], ways=(Way("check"),))
TWICE = replace(CHECK, ways=(CHOICES[0], replace(CHOICES[1], value="yes")))


@pytest.mark.parametrize(
    ("route", "why", "step"),
    [
        ((), RouteWhy.NO_STEPS, None),
        (laid_out((CHECK, SIGN)), RouteWhy.NOT_AT_COUNTER, "Thẩm định"),
        (laid_out((COUNTER, replace(CHECK, hours=Decimal(0)))), RouteWhy.NO_HOURS, "Thẩm định"),
        (laid_out((COUNTER, replace(CHECK, role="shaman"))), RouteWhy.ROLE_UNKNOWN, "Thẩm định"),
        (laid_out((COUNTER, replace(CHECK, unit_kind="tent"))), RouteWhy.ROLE_UNKNOWN, "Thẩm định"),
        (laid_out((COUNTER, CHECK, CHECK)), RouteWhy.KEY_TWICE, "Thẩm định"),
        ((*BRANCHED[:2], NOWHERE, *BRANCHED[3:]), RouteWhy.DANGLING, "Kiểm tra thực địa"),
        ((*BRANCHED[:3], BACK, SEAL), RouteWhy.GOES_BACK, "Ký"),
        (
            (BRANCHED[0], replace(CHECK, ways=(Way("sign"),)), *BRANCHED[2:]),
            RouteWhy.UNREACHABLE,
            "Kiểm tra thực địa",
        ),
        ((BRANCHED[0], replace(CHECK, ways=CHOICES[:1]), *BRANCHED[2:]), RouteWhy.CHOICE_ALONE, "Thẩm định"),
        ((BRANCHED[0], TWICE, *BRANCHED[2:]), RouteWhy.CHOICE_TWICE, "Thẩm định"),
        (
            (BRANCHED[0], replace(CHECK, ways=(*CHOICES, Way("seal"))), *BRANCHED[2:]),
            RouteWhy.CHOICE_BESIDE_ALWAYS,
            "Thẩm định",
        ),
        (BY_CASE, RouteWhy.CASE_UNKNOWN, "Tiếp nhận"),
    ],
)
def test_each_fault_names_its_step(route: Steps, why: RouteWhy, step: str | None) -> None:
    found = [one for one in route_faults(route) if one.why is why]
    assert found
    assert found[0].facts.get("step") == step


def test_a_case_that_no_way_thinks_of_is_told() -> None:
    only = (replace(BY_CASE[0], ways=BY_CASE[0].ways[:1]), *BY_CASE[1:])
    found = {one.why: one.facts for one in route_faults(only, cases=CASES)}
    assert found[RouteWhy.CASE_FORGOTTEN]["case"] == "first"


def test_the_longest_branch_counts_against_the_limit() -> None:
    days = [Terms(Channel.DIRECT, value, DurationUnit.WORKING_DAY) for value in (7, 6)]
    assert route_faults(BRANCHED, terms=days[:1]) == []
    (refusal,) = route_faults(BRANCHED, terms=days)
    assert refusal.why is RouteWhy.TOO_LONG
    assert refusal.facts == {"hours": "56", "limit": "48"}


def test_a_limit_of_a_case_counts_for_that_case_alone() -> None:
    terms = (WEEK, replace(WEEK, value=2, case="again"))
    assert overlong(BY_CASE, cases=CASES, terms=terms) is None
    assert overlong(BY_CASE, cases=CASES, terms=(WEEK, replace(WEEK, value=2, case="first"))) is not None
    assert overlong(BY_CASE, cases=CASES, terms=(replace(WEEK, value=2),)) is not None
    assert overlong(BY_CASE, cases=CASES, terms=(replace(WEEK, value=2),), case="again") is None


def test_a_limit_of_another_way_of_filing_does_not_count() -> None:
    terms = (replace(WEEK, channel=Channel.ONLINE, value=1), WEEK)
    assert overlong(STRAIGHT, terms=terms, channel="direct") is None
    assert overlong(STRAIGHT, terms=terms, channel="online") is not None


@given(st.permutations(["in", "check", "sign", "seal"]), st.data())
def test_a_straight_route_stays_straight_whatever_is_changed(keys: list[str], data: st.DataObject) -> None:
    route = laid_out(STRAIGHT)
    for key in keys:
        offered: list[RouteChange] = [
            *(ShiftStep(key, up=True), ShiftStep(key, up=False)),
            *(PutStep(replace(SITE, key=""), key), DropStep(key)),
        ]
        after = changed(route, data.draw(st.sampled_from(offered)))
        route = route if isinstance(after, Refusal) else after
    assert is_straight(route)


def test_a_step_put_into_a_way_stands_between() -> None:
    after = changed(BRANCHED, PutStep(Step("Trình", "", "unit_head", "division", Decimal(4)), after="site"))
    assert not isinstance(after, Refusal)
    assert [step.name for step in _chosen(after)] == [
        *("Tiếp nhận", "Thẩm định", "Kiểm tra thực địa", "Trình", "Ký", "Vào số"),
    ]


def _chosen(route: Steps) -> Steps:
    walked = path(route, choices={"check": "yes"})
    assert not isinstance(walked, Refusal)
    return walked


def test_a_dropped_step_leaves_no_way_hanging() -> None:
    after = changed(BRANCHED, DropStep("sign"))
    assert not isinstance(after, Refusal)
    assert route_faults(after) == []


def test_words_of_a_step_change_and_its_ways_stay() -> None:
    after = changed(BRANCHED, PutStep(replace(CHECK, name="Xem xét", moves=(StepMove.RETURN,))))
    assert not isinstance(after, Refusal)
    assert (after[1].name, after[1].ways) == ("Xem xét", CHOICES)


def test_ways_are_said_anew() -> None:
    after = changed(BRANCHED, PutWays("check", (Way("sign"),)))
    assert not isinstance(after, Refusal)
    assert after[1].ways == (Way("sign"),)


@pytest.mark.parametrize(
    "change",
    [
        PutStep(replace(SITE, key="gone")),
        PutStep(replace(SITE, key=""), "gone"),
        DropStep("gone"),
        PutWays("gone", ()),
        ShiftStep("gone", up=True),
    ],
)
def test_a_step_that_is_gone_is_not_changed(change: PutStep | DropStep | PutWays | ShiftStep) -> None:
    refusal = changed(BRANCHED, change)
    assert isinstance(refusal, Refusal)
    assert refusal.why is RouteWhy.STEP_GONE


def test_the_first_step_moves_no_further_up() -> None:
    refusal = changed(BRANCHED, ShiftStep("in", up=True))
    assert isinstance(refusal, Refusal)
    assert refusal.why is RouteWhy.MOVES_NO_FURTHER
