"""Limits of law as people read them. What is not set is not told."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from motcua.base.clock import local
from motcua.base.clock.due import due
from motcua.base.clock.sentences import full_moment, short_date
from motcua.base.clock.terms import Duration, Unit
from motcua.base.text import bind, keep
from motcua.reference.org import queries as org
from motcua.reference.org.models import Regulation

_UNITS = {
    Unit.HOUR.value: "giờ làm việc",
    Unit.WORKING_DAY.value: "ngày làm việc",
    Unit.DAY.value: "ngày",
    Unit.MONTH.value: "tháng",
}


@dataclass(frozen=True)
class Promise:
    """By when an answer comes: the limit in words, and the moment that it ends."""

    words: str
    until: str


def draft_kept(on: date) -> str:
    """Say how long a draft is kept (`30 ngày`), nothing when no rule says."""
    return _words(org.regulation("draft_kept", on))


def reception_answer(on: date) -> str:
    """Say within what time the counter answers an online filing, nothing when no rule says."""
    return _words(org.regulation("online_reception_answer", on))


def answer_promised(agency_id: UUID, filed_at: datetime) -> Promise | None:
    """Say until when the counter answers a dossier filed at a moment."""
    limit = org.regulation("online_reception_answer", local(filed_at).date())
    if limit is None:
        return None
    end = due(filed_at, Duration(limit.value, Unit(limit.unit)), org.calendar_for(agency_id))
    return Promise(_words(limit), keep(full_moment(end.instant)) if end.by_instant else short_date(end.day))


def _words(limit: Regulation | None) -> str:
    return bind(f"{limit.value} {_UNITS[limit.unit]}") if limit else ""
