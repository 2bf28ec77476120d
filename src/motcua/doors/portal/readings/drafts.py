"""Drafts as their maker reads them: how far, for whom, until when they are kept."""

from dataclasses import dataclass

from motcua.base.access import Actor
from motcua.base.clock import today
from motcua.base.clock.sentences import short_date
from motcua.casework.dossiers import queries as dossiers
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.queries.drafts import draft_deleted_on
from motcua.casework.dossiers.words import State
from motcua.doors.portal.readings.journey import Journey, saved_at
from motcua.doors.portal.readings.overtaken import Overtaken


@dataclass(frozen=True)
class Drafted:
    """One draft."""

    dossier: Dossier
    saved: str
    progress: str
    deleted: str
    owner: str
    overtaken: Overtaken | None
    lacks: str


def drafts_by(actor: Actor) -> list[Drafted]:
    """Give somebody's drafts, newest first."""
    return [_told(one, actor) for one in dossiers.mine(actor) if one.state == State.DRAFT]


def _told(dossier: Dossier, actor: Actor) -> Drafted:
    journey = Journey(dossier)
    parts = journey.parts[:-1]
    done = sum(1 for part in parts if not part.missing)
    ends = draft_deleted_on(dossier.saved_at)
    return Drafted(
        dossier=dossier,
        saved=saved_at(dossier.saved_at, today()),
        progress="Đã điền đủ, chưa nộp" if done == len(parts) else f"Xong {done} trên {len(parts)} phần",
        deleted=short_date(ends) if ends else "",
        overtaken=journey.overtaken,
        lacks=journey.document.lacks if journey.document else "",
        owner=dossier.applicant.get("name", "") if dossier.owner_id != actor.person else "",
    )
