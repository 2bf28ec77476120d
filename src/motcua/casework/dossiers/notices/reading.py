"""The box of somebody's notices, as the citizens' and the officials' pages show it."""

from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator

from motcua.base.access import Actor
from motcua.base.clock import now
from motcua.base.notices import queries
from motcua.base.notices.models import Notice
from motcua.casework.dossiers.pages.told import moment


@dataclass(frozen=True)
class Row:
    """One notice of the box; `parts` are its paragraphs."""

    notice: Notice
    when: str
    parts: list[str]
    is_new: bool


@dataclass(frozen=True)
class Box:
    """One page of the box, and how many notices were never opened."""

    page: Page[Notice]
    rows: list[Row]
    unread: int


def box_of(actor: Actor, number: str | None) -> Box:
    """Give a page of somebody's box, newest first."""
    found = Paginator(queries.inbox(actor), queries.PAGE).get_page(number)
    seen = now()
    rows = [
        Row(one, moment(one.happened_at, seen), one.body.split("\n\n"), one.read_at is None) for one in found
    ]
    return Box(found, rows, queries.count_unread(actor))


def dossier_of(notice: Notice) -> UUID:
    """Give the dossier that a notice is about."""
    return UUID(notice.about.partition(":")[2])
