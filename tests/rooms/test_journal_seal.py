"""The journal refuses every change, and shows the one that only the owner could force."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection

from motcua.base.journal import roots
from tests.support.acts import Thing, noted
from tests.support.database import Database

REFUSED = [
    "UPDATE journal_entry SET verb = 'x'",
    "DELETE FROM journal_entry",
    "TRUNCATE journal_entry",
    "ALTER TABLE journal_entry DISABLE TRIGGER ALL",
    "ALTER TABLE journal_entry DISABLE TRIGGER journal_refuse_change",
    "DROP TRIGGER journal_seal ON journal_entry",
    "CREATE OR REPLACE FUNCTION journal_seal() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "SET session_replication_role = replica",
    "CREATE TEMP TABLE journal_entry AS SELECT 1",
]


@pytest.mark.parametrize("statement", REFUSED)
@pytest.mark.django_db
def test_the_application_cannot_change_the_journal(statement: str) -> None:
    noted(Thing())
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db
def test_the_application_may_insert_and_select() -> None:
    thing = noted(Thing())
    assert [row["seq"] for row in roots.rows(f"thing:{thing.pk}")] == [1]


@pytest.mark.django_db
def test_a_client_cannot_choose_place_moment_or_hash_of_its_row() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO journal_entry (id, thing, seq, about, verb, actor, position, on_behalf_of,"
            " happened_at, recorded_at, mark, payload, prev_hash, hash) VALUES (gen_random_uuid(), 'a', 99,"
            " 'a', 'v', 'x', '', '', now(), '2000-01-01', '', '{}', 'forged', 'forged')"
        )
    row = next(roots.rows("a"))
    assert (row["seq"], row["prev_hash"]) == (1, "00" * 32)
    assert row["recorded_at"] > "2020"
    assert roots.check("a").whole


@pytest.mark.parametrize("statement", REFUSED[:3])
def test_even_the_owner_must_first_take_the_trigger_away(committed: Database, statement: str) -> None:
    noted(Thing())
    with pytest.raises(Exception, match="append-only"):
        committed.as_owner(statement)


def forced(database: Database, statement: str) -> None:
    database.as_owner("ALTER TABLE journal_entry DISABLE TRIGGER journal_refuse_change")
    database.as_owner(statement)
    database.as_owner("ALTER TABLE journal_entry ENABLE TRIGGER journal_refuse_change")


CHANGES: dict[str, tuple[str, int]] = {
    "altered payload": ("UPDATE journal_entry SET payload = '{}' WHERE seq = 2", 2),
    "altered moment": ("UPDATE journal_entry SET happened_at = '2020-01-01' WHERE seq = 2", 2),
    "altered and sealed anew": (
        "UPDATE journal_entry e SET verb = 'x', hash = journal_digest((e.id, e.thing, e.seq, e.about, 'x',"
        " e.actor, e.position, e.on_behalf_of, e.happened_at, e.recorded_at, e.mark, e.payload, e.prev_hash,"
        " e.hash)::journal_entry) WHERE seq = 2",
        3,
    ),
    "deleted in the middle": ("DELETE FROM journal_entry WHERE seq = 2", 3),
    "deleted at the beginning": ("DELETE FROM journal_entry WHERE seq = 1", 2),
}


@pytest.mark.parametrize("change", CHANGES)
def test_verify_finds_what_the_owner_forced(committed: Database, change: str) -> None:
    thing = Thing()
    for words in "abc":
        noted(thing, words)
    assert roots.check().whole
    statement, row = CHANGES[change]
    forced(committed, statement)
    assert {fault.seq for fault in roots.check().faults} == {row}


@pytest.mark.parametrize(
    "statement", ["DELETE FROM journal_entry WHERE seq = 3", "DELETE FROM journal_entry"], ids=["tail", "all"]
)
def test_only_a_root_shows_a_deleted_end(
    committed: Database, take_root: Callable[[], object], statement: str
) -> None:
    thing = Thing()
    for words in "abc":
        noted(thing, words)
    take_root()
    assert roots.check().whole
    forced(committed, statement)
    faults = roots.check().faults
    assert [fault.thing for fault in faults] == ["root"]
