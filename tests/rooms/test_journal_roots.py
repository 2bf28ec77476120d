"""Roots leave the database, follow each other, and close only what is settled."""

import json
from collections.abc import Callable
from pathlib import Path

import psycopg

from motcua.base.journal import roots
from tests.support.acts import Thing, noted
from tests.support.database import Database

Take = Callable[[], Path | None]


def test_roots_follow_each_other_without_a_gap(committed: Database, take_root: Take) -> None:
    for _ in range(3):
        noted(Thing())
        assert take_root()
    taken = list(roots.taken())
    assert [root["rows"] for root in taken] == [1, 1, 1]
    assert [root["since"] for root in taken[1:]] == [root["until"] for root in taken[:-1]]
    assert roots.check().whole


def test_a_root_taken_away_in_the_middle_is_missed(committed: Database, take_root: Take) -> None:
    paths = []
    for _ in range(3):
        noted(Thing())
        paths.append(take_root())
    assert paths[1] is not None
    paths[1].unlink()
    assert [fault.what for fault in roots.check().faults] == [
        f"{list(roots.taken())[-1]['until']}: does not follow the root before it"
    ]


def test_a_root_changed_by_hand_no_longer_fits(committed: Database, take_root: Take) -> None:
    noted(Thing())
    path = take_root()
    noted(Thing())
    take_root()
    assert path is not None
    path.write_text(json.dumps({**json.loads(path.read_text()), "digest": "00" * 32}))
    assert len(roots.check().faults) == 2


def test_a_row_of_a_transaction_still_open_waits_for_the_next_root(
    committed: Database, take_root: Take
) -> None:
    noted(Thing())
    with psycopg.connect(committed.app) as slow:
        slow.execute(
            "INSERT INTO journal_entry SELECT gen_random_uuid(), 'slow', 0, 'slow', 'v', 'x', '', '', now(),"
            " now(), '', '{}', '', ''"
        )
        noted(Thing())
        take_root()
    take_root()
    assert [root["rows"] for root in roots.taken()] == [1, 2]
    assert roots.check().whole
