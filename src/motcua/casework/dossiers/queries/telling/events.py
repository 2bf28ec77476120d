"""What happened to a dossier and who looked at it, by name."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from motcua.base.journal.reading import Row, reads_of, rows_of
from motcua.base.journal.writing import thing_of
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.sentences import row_sentence
from motcua.reference.org import queries as org


@dataclass(frozen=True)
class Event:
    """One line of the timeline."""

    at: datetime
    sentence: str
    who: str
    verb: str
    payload: Mapping[str, Any]
    about: UUID | None = None


def events_of(dossier: Dossier) -> list[Event]:
    """Give the acts of a dossier as sentences, newest first; who acted by name."""
    rows = rows_of(thing_of(dossier))
    names = names_behind(rows)
    steps = dict(dossier.step_runs.order_by("seq").values_list("step", "name"))
    return [
        Event(row.happened_at, row_sentence(row, steps), who_acted(row, names), row.verb, row.payload)
        for row in reversed(rows)
    ]


def looks_of(dossier: Dossier) -> list[Event]:
    """Give who opened what of a dossier, newest first."""
    rows = reads_of(thing_of(dossier))
    names = names_behind(rows)
    return [
        Event(row.happened_at, row_sentence(row), who_acted(row, names), row.verb, row.payload)
        for row in rows
    ]


def looks_at(dossiers: Collection[Dossier]) -> list[Event]:
    """Give who opened what of several dossiers, newest first, each with the dossier that it is about."""
    abouts = {thing_of(dossier): dossier.pk for dossier in dossiers}
    rows = sorted(
        (row for about in abouts for row in reads_of(about)), key=lambda row: row.happened_at, reverse=True
    )
    names = names_behind(rows)
    return [
        Event(
            row.happened_at,
            row_sentence(row),
            who_acted(row, names),
            row.verb,
            row.payload,
            abouts[row.about],
        )
        for row in rows
    ]


def names_behind(rows: Iterable[Row]) -> dict[str, str]:
    """Give the names of the officials behind journal rows; members are the applicant."""
    told = list(rows)
    ids = {row.actor: UUID(row.actor.partition(":")[2]) for row in told if row.actor.startswith("staff:")}
    stood_for = {UUID(row.on_behalf_of) for row in told if row.actor in ids and row.on_behalf_of}
    names = org.names_of_staff({*ids.values(), *stood_for})
    found = {actor: names.get(key, "") for actor, key in ids.items()}
    found |= {f"instead:{key}": name for key, name in names.items()}
    found.update({row.actor: "Người nộp" for row in told if row.actor.startswith("member:")})
    found.update({row.actor: "Một Cửa" for row in told if row.actor.startswith("system:")})
    return found


def who_acted(row: Row, names: Mapping[str, str]) -> str:
    """Give who did an act; an official who stood in for another says for whom."""
    name = names.get(row.actor, "")
    instead = names.get(f"instead:{row.on_behalf_of}", "") if row.actor.startswith("staff:") else ""
    return f"{name}, thay {instead}" if instead else name
