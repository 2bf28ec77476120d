"""What a dossier must look like after its life so far, and whether anything changed in the house."""

from typing import Any

from django.db import connection

from tests.life.model.life import Life

TABLES = (
    *("dossier", "paper", "supplement_round", "supplement_item", "answer_file", "clock_mark", "step_run"),
    *("slip", "result", "result_return", "serial", "stop_notice", "extension", "consultation"),
)
ROWS = " UNION ALL ".join(
    f"SELECT count(*), max(xmin::text::bigint) FROM {table}"
    for table in (*(f"dossiers_{name}" for name in TABLES), "people_person", "journal_entry")
)
JOURNAL = -1


def all_rows() -> list[tuple[Any, ...]]:
    """Give how many rows every table has and its latest change: equal only when nothing changed."""
    with connection.cursor() as cursor:
        cursor.execute(ROWS)
        return list(cursor.fetchall())


def expected(life: Life) -> dict[str, Any]:
    role, unit = life.place
    return {
        "state": life.state,
        "outcome": life.outcome,
        "finance": "none",
        "delivery": life.delivery,
        "sync": "none",
        "transfer": life.transfer,
        "unit": unit,
        "role": role,
        "holder": life.holder,
        "step": life.stays[-1].place if life.stays else 0,
        "accepted": life.accepted,
        "resolved": life.resolved,
        "returned": life.returned,
        "ended": life.ended,
    }
