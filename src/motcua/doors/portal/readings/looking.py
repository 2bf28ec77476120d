"""Who looked at one's dossiers, all together or one by one."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

from motcua.base.access import Actor
from motcua.casework.dossiers import queries as dossiers
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import State
from motcua.doors.portal.readings.dossier import Look, looked

A_PAGE = 50


@dataclass(frozen=True)
class Looks:
    """The page of looks: a stretch of them, and the dossiers to choose among."""

    looks: Page[Any]
    mine: list[Dossier]
    chosen: Dossier | None
    people: int


def looks_page(actor: Actor, wanted: str, number: str) -> Looks:
    """Give the looks at one's dossiers; an id that is not one's own chooses nothing."""
    mine = [one for one in dossiers.mine(actor) if one.state != State.DRAFT]
    chosen = next((one for one in mine if str(one.pk) == wanted), None)
    found: list[Look] = looked(dossiers.looks_at([chosen] if chosen else mine), mine)
    return Looks(Paginator(found, A_PAGE).get_page(number), mine, chosen, len({one.who for one in found}))
