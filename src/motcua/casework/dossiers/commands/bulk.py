"""One act on many dossiers: a command for each, so that one that cannot be done holds up no other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.models import Dossier

Act = Callable[..., Dossier | Refusal]


@dataclass(frozen=True)
class Outcome:
    """What became of one of many dossiers: done, or refused for a reason."""

    dossier_id: UUID
    refusal: Refusal | None


def one_by_one(
    act: Act,
    seen: Mapping[UUID, int],
    said: Mapping[UUID, Mapping[str, Any]],
    *,
    batch: str,
    by: Actor,
    at: datetime,
) -> list[Outcome]:
    """Do one act on each dossier in a transaction of its own, under one key for the whole batch.

    `seen` gives the revision of each dossier that the page showed, `said` what the act takes for each. Sent
    again with the same batch key, what was done stays done once, and what was refused is tried again.
    """
    outcomes = []
    for pk, revision in seen.items():
        done = act(dossier_id=pk, seen=revision, by=by, at=at, key=f"{batch}:{pk}", **said.get(pk, {}))
        outcomes.append(Outcome(pk, done if isinstance(done, Refusal) else None))
    return outcomes
