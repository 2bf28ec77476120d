"""Identifiers sort by the time they were made and never repeat."""

import os
import threading
import time
from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.database import ids

MILLISECOND = 1_000_000
moments = st.integers(0, (1 << 47) - 1)


@given(moments)
def test_the_moment_comes_back_to_the_millisecond(milliseconds: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ids, "_sequence", ids._Sequence())
        patch.setattr(time, "time_ns", lambda: milliseconds * MILLISECOND)
        made = ids.uuid7()
    expected = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    assert ids.at_of(made) == expected
    assert ids.at_of(made).tzinfo is UTC


@given(moments)
def test_version_and_variant_are_those_of_the_standard(milliseconds: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ids, "_sequence", ids._Sequence())
        patch.setattr(time, "time_ns", lambda: milliseconds * MILLISECOND)
        made = ids.uuid7()
    assert made.version == 7
    assert made.variant == "specified in RFC 4122"


@given(st.lists(moments, min_size=2, max_size=50))
def test_identifiers_grow_even_when_the_clock_goes_back(clock: list[int]) -> None:
    ticks = iter(clock)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ids, "_sequence", ids._Sequence())
        patch.setattr(time, "time_ns", lambda: next(ticks) * MILLISECOND)
        made = [ids.uuid7() for _ in clock]
    assert made == sorted(set(made))


def test_a_full_counter_borrows_from_the_next_millisecond(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 1_000 * MILLISECOND)
    monkeypatch.setattr(ids, "_sequence", ids._Sequence())
    before = ids.uuid7()
    ids._sequence._counter = (1 << 42) - 1
    after = ids.uuid7()
    assert after > before
    assert ids.at_of(after) - ids.at_of(before) == timedelta(milliseconds=1)


def test_the_text_sorts_like_the_identifier() -> None:
    made = [ids.uuid7() for _ in range(2_000)]
    assert sorted(map(str, made)) == list(map(str, made))


def test_threads_never_share_an_identifier_and_each_sees_them_grow() -> None:
    batches: list[list[UUID]] = []

    def make() -> None:
        batches.append([ids.uuid7() for _ in range(2_000)])

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one for batch in batches for one in batch}) == 16_000
    assert all(batch == sorted(batch) for batch in batches)


def test_a_forked_child_makes_its_own_even_while_the_parent_holds_the_lock() -> None:
    reading, writing = os.pipe()
    with ids._sequence._lock:
        child = os.fork()
        if child == 0:
            os.write(writing, ids.uuid7().bytes)
            os._exit(0)
    os.waitpid(child, 0)
    made = UUID(bytes=os.read(reading, 16))
    os.close(reading)
    os.close(writing)
    assert made.version == 7
    assert made != ids.uuid7()


def test_another_version_has_no_moment() -> None:
    with pytest.raises(ValueError, match="version 7"):
        ids.at_of(uuid5(NAMESPACE_URL, "x"))
