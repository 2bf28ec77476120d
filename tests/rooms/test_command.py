"""The wrapper around every act keeps its word."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.access import system
from motcua.base.access.models import Account
from motcua.base.clock import now
from motcua.base.journal import writing as journal
from motcua.base.journal.command import Unrecorded, command
from motcua.base.journal.models import Entry, RetryKey
from motcua.base.journal.sameness import digest_of
from motcua.base.journal.words import Mark, Why
from motcua.base.rooms import Refusal, registry
from tests.support import acts
from tests.support.acts import HOUSE, Thing, noted, open_one, open_silently, open_then_refuse


@pytest.mark.django_db
def test_a_refusal_leaves_nothing_behind() -> None:
    refused = open_then_refuse(login="a", by=HOUSE, at=now(), key="k")
    assert refused == Refusal(acts.Why.NOT_TODAY)
    assert not Account.objects.exists() and not Entry.objects.exists() and not RetryKey.objects.exists()


@pytest.mark.django_db
def test_an_error_leaves_nothing_behind() -> None:
    @command
    def fail(*, by: object, at: datetime) -> None:
        noted(Thing())
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail(by=HOUSE, at=now())
    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_a_command_without_a_journal_row_is_a_fault_and_undone() -> None:
    with pytest.raises(Unrecorded, match="open_silently"):
        open_silently(login="a", by=HOUSE, at=now())
    assert not Account.objects.exists()


@pytest.mark.django_db
def test_a_row_outside_a_command_is_a_fault() -> None:
    with pytest.raises(journal.OutsideCommand):
        journal.write("thing.noted", about=Thing(), by=HOUSE, at=now())


@pytest.mark.django_db
def test_a_repeat_gives_the_first_outcome_without_acting() -> None:
    first = open_one(login="a", by=HOUSE, at=now(), key="k")
    again = open_one(login="a", by=HOUSE, at=now(), key="k")
    assert first == again
    assert Account.objects.count() == Entry.objects.count() == 1


@pytest.mark.django_db
def test_the_same_key_of_somebody_else_is_another_key() -> None:
    open_one(login="a", by=HOUSE, at=now(), key="k")
    open_one(login="b", by=system("other"), at=now(), key="k")
    assert Account.objects.count() == 2


@pytest.mark.django_db
def test_a_key_reused_for_something_else_is_refused_with_a_sentence() -> None:
    open_one(login="a", by=HOUSE, at=now(), key="k")
    refused = open_one(login="b", by=HOUSE, at=now(), key="k")
    assert refused == Refusal(Why.KEY_REUSED)
    assert "Mở lại trang" in registry.refusal_sentence(refused)
    assert Account.objects.count() == 1


@pytest.mark.django_db
def test_a_repeat_whose_outcome_is_gone_is_refused() -> None:
    open_one(login="a", by=HOUSE, at=now(), key="k")
    Account.objects.all().delete()
    assert open_one(login="a", by=HOUSE, at=now(), key="k") == Refusal(Why.OUTCOME_GONE)


@pytest.mark.django_db
def test_a_refused_act_may_be_tried_again_under_its_key() -> None:
    for _ in range(2):
        assert isinstance(open_then_refuse(login="a", by=HOUSE, at=now(), key="k"), Refusal)
    assert isinstance(open_one(login="a", by=HOUSE, at=now(), key="k"), Account)


@pytest.mark.django_db
def test_a_command_inside_a_command_falls_with_it() -> None:
    @command
    def both(*, refuse: bool, by: object, at: datetime) -> Refusal | None:
        open_one(login="inner", by=HOUSE, at=at)
        noted(Thing())
        journal.write("thing.both", about=Thing(), by=HOUSE, at=at)
        return Refusal(acts.Why.NOT_TODAY) if refuse else None

    both(refuse=True, by=HOUSE, at=now())
    assert not Entry.objects.exists() and not Account.objects.exists()
    both(refuse=False, by=HOUSE, at=now())
    assert sorted(Entry.objects.values_list("verb", flat=True)) == [
        "thing.both",
        "thing.noted",
        "thing.opened",
    ]


@pytest.mark.django_db
def test_an_inner_refusal_undoes_only_the_inner_act() -> None:
    @command
    def outer(*, by: object, at: datetime) -> None:
        open_then_refuse(login="inner", by=HOUSE, at=at)
        journal.write("thing.outer", about=Thing(), by=HOUSE, at=at)

    outer(by=HOUSE, at=now())
    assert list(Entry.objects.values_list("verb", flat=True)) == ["thing.outer"]


@pytest.mark.django_db
def test_a_back_dated_row_carries_its_reason() -> None:
    with journal.marked(Mark.DEMO):
        noted(Thing())
    noted(Thing())
    assert sorted(Entry.objects.values_list("mark", flat=True)) == ["", "demo"]


@pytest.mark.django_db
@pytest.mark.parametrize("value", [{1, 2}, object(), float("nan")])
def test_the_journal_takes_no_value_that_has_no_one_text(value: object) -> None:
    @command
    def odd(*, by: object, at: datetime) -> None:
        journal.write("thing.odd", about=Thing(), by=HOUSE, at=at, data={"value": value})

    with pytest.raises((TypeError, ValueError)):
        odd(by=HOUSE, at=now())


@dataclass(frozen=True)
class Answer:
    name: str
    value: object


plain = st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.uuids() | st.dates()
deep = st.recursive(plain, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)


@given(st.dictionaries(st.text(), deep), st.frozensets(st.text()))
def test_sameness_does_not_depend_on_order(arguments: dict[str, object], roles: frozenset[str]) -> None:
    one = {"a": arguments, "r": roles, "c": [Answer("x", arguments)]}
    back = dict(reversed(arguments.items()))
    other = {"c": (Answer("x", back),), "r": frozenset(sorted(roles, reverse=True)), "a": back}
    assert digest_of(one) == digest_of(other)


@given(st.lists(st.text()), st.lists(st.text()))
def test_sameness_tells_different_values_apart(one: list[str], other: list[str]) -> None:
    assert (digest_of({"a": one}) == digest_of({"a": other})) == (one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, "1"),
        (True, "True"),
        (None, "None"),
        (UUID(int=1), str(UUID(int=1))),
        (b"a", "a"),
        (Path("a"), "a"),
    ],
)
def test_sameness_keeps_kinds_apart(one: object, other: object) -> None:
    assert digest_of({"a": one}) != digest_of({"a": other})


def test_sameness_of_the_unknowable_is_an_error() -> None:
    with pytest.raises(TypeError, match="takes no object"):
        digest_of({"a": object()})
