"""The address of a list says what is shown: it is read here, and made here."""

from collections.abc import Mapping
from uuid import UUID

from django.urls import reverse
from django.utils.http import urlencode

from motcua.base.access import Actor
from motcua.base.text import clean
from motcua.casework.dossiers import queries
from motcua.casework.dossiers.queries import NOBODY, UNGIVEN, Scope, Sought, View
from motcua.reference.catalogue.words import Channel

UNIT = "don-vi"


def read(asked: Mapping[str, str], actor: Actor) -> Sought:
    """Read what an address asks for; whatever it does not know narrows nothing."""
    scope = Scope.UNIT if asked.get("pham-vi") == UNIT and queries.is_head(actor) else Scope.MINE
    view, way = asked.get("xem", ""), asked.get("cach-nop", "")
    return Sought(
        scope=scope,
        view=View(view) if view in set(View) else View.ALL,
        words=clean(asked.get("q", "")),
        field=clean(asked.get("linh-vuc", "")),
        step=clean(asked.get("buoc", "")),
        channel=way if way in set(Channel) else "",
        holder=_holder(asked.get("nguoi", "")),
    )


def address(sought: Sought) -> str:
    """Give the address of a list."""
    query = query_of(sought)
    return f"{reverse('desk:work')}?{query}" if query else reverse("desk:work")


def query_of(sought: Sought) -> str:
    """Give what stands in the address of a list after the question mark."""
    return urlencode({name: value for name, value in parts_of(sought) if value})


def parts_of(sought: Sought) -> list[tuple[str, str]]:
    """Give the words of an address, each with its value, empty where it narrows nothing."""
    return [
        ("pham-vi", UNIT if sought.scope is Scope.UNIT else ""),
        ("xem", "" if sought.view is View.ALL else sought.view.value),
        ("linh-vuc", sought.field),
        ("buoc", sought.step),
        ("cach-nop", sought.channel),
        ("nguoi", sought.holder),
        ("q", sought.words),
    ]


def _holder(typed: str) -> str:
    if typed in (NOBODY, UNGIVEN):
        return typed
    try:
        return str(UUID(typed))
    except ValueError:
        return ""
