"""The check before filing asks what changes its answer, and nothing else."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from motcua.reference.catalogue.rules.asking import Question, Row, asked, outcome

CASE = Question("case", ("alone", "family"))
WAY = Question("way", ("online", "direct", "post"))
PLACE = Question("place", ("H60.24", "H60.31"))
QUESTIONS = (CASE, WAY, PLACE)

conditions = st.lists(
    st.sampled_from(QUESTIONS).flatmap(
        lambda one: st.tuples(
            st.just(one.name), st.frozensets(st.sampled_from(one.answers), min_size=1, max_size=3)
        )
    ),
    max_size=3,
    unique_by=lambda pair: pair[0],
).map(tuple)
tables = st.lists(st.builds(Row, fact=st.sampled_from("abcd"), when=conditions), max_size=6)
partly = st.fixed_dictionaries({}, optional={one.name: st.sampled_from(one.answers) for one in QUESTIONS})


def everyone() -> list[dict[str, str]]:
    names = [one.name for one in QUESTIONS]
    return [dict(zip(names, chosen, strict=True)) for chosen in product(*(one.answers for one in QUESTIONS))]


def changes_something(name: str, rows: list[Row[str]], known: dict[str, str]) -> bool:
    """Try every pair of people who differ in this answer alone."""
    people = [one for one in everyone() if known.items() <= one.items()]
    return any(
        outcome(rows, one) != outcome(rows, other)
        for one in people
        for other in people
        if {**one, name: ""} == {**other, name: ""}
    )


@given(tables, partly)
def test_a_question_is_asked_just_when_two_of_its_answers_give_different_outcomes(
    rows: list[Row[str]], known: dict[str, str]
) -> None:
    names = {one.name for one in asked(QUESTIONS, rows, known)}
    assert names == {
        one.name for one in QUESTIONS if one.name not in known and changes_something(one.name, rows, known)
    }


@given(tables)
def test_answers_to_what_is_not_asked_change_nothing(rows: list[Row[str]]) -> None:
    names = {one.name for one in asked(QUESTIONS, rows)}
    by_asked: dict[tuple[str, ...], list[str]] = {}
    for person in everyone():
        key = tuple(person[name] for name in sorted(names))
        assert by_asked.setdefault(key, outcome(rows, person)) == outcome(rows, person)


def test_a_paper_of_one_case_makes_the_case_matter_and_nothing_else() -> None:
    rows = [Row("form"), Row("authorisation", (("case", frozenset({"family"})),))]
    assert asked(QUESTIONS, rows) == [CASE]
    assert outcome(rows, {"case": "family"}) == ["form", "authorisation"]


def test_a_paper_that_every_case_brings_asks_for_no_case() -> None:
    rows = [Row("form", (("case", frozenset({one})),)) for one in CASE.answers]
    assert asked(QUESTIONS, rows) == []


def test_what_one_answer_settles_is_not_asked_any_more() -> None:
    rows = [Row("stamp", (("case", frozenset({"family"})), ("way", frozenset({"direct", "post"}))))]
    assert asked(QUESTIONS, rows) == [CASE, WAY]
    assert asked(QUESTIONS, rows, {"case": "alone"}) == []
    assert asked(QUESTIONS, rows, {"case": "family"}) == [WAY]
