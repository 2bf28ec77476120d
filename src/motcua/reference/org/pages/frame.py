"""What stands around an official's page: office, menu, person, search."""

from django.conf import settings
from django.urls import reverse

from motcua.base.access import Actor, Kind
from motcua.base.clock import today
from motcua.base.clock.sentences import full_date
from motcua.base.rooms.card import MenuItem
from motcua.base.rooms.registry import finder_for, menu_for
from motcua.base.ui.frame import Frame, MenuEntry, Person
from motcua.base.ui.words import TRIAL
from motcua.base.web.page import Request
from motcua.reference.org import queries as org


def frame_of(request: Request) -> Frame:
    """Give the frame of a page for whoever asks."""
    actor = request.actor
    if actor.kind is not Kind.STAFF or actor.unit is None:
        return Frame(
            office=f"Ủy ban nhân dân {settings.PROVINCE}",
            today=full_date(today()),
            home=reverse("account_login"),
            notice=_notice(),
        )
    finder = finder_for(actor)
    office = org.office_of(actor.unit)
    return Frame(
        office=office,
        place="" if settings.PROVINCE in office else settings.PROVINCE,
        today=full_date(today()),
        menu=tuple(_entry(item, actor, request.path) for item in menu_for(actor)),
        person=_person(actor),
        search_url=reverse(finder.route) if finder else "",
        search_label=finder.label if finder else "",
        home=reverse("desk:work"),
        notice=_notice(),
    )


def _notice() -> str:
    return TRIAL if settings.DEMO else ""


def _entry(item: MenuItem, actor: Actor, path: str) -> MenuEntry:
    href = reverse(item.route)
    count = item.count(actor) if item.count else None
    return MenuEntry(item.label, href, current=_stands_at(item, href, path), count=count)


def _stands_at(item: MenuItem, href: str, path: str) -> bool:
    """Tell whether the page of an entry, or one that belongs to it, is shown."""
    if item.within is None:
        return path.startswith(href)
    return path == href or any(path.startswith(f"{href}{part}") for part in item.within)


def _person(actor: Actor) -> Person:
    out = f"{reverse('account_logout')}?next={reverse('account_login')}"
    entries = [MenuEntry("Tài khoản", reverse("mfa_index")), MenuEntry("Đăng xuất", out, post=True)]
    if actor.person is not None and (actor.on_behalf_of or org.standing_in(actor.person, today()).exists()):
        entries.insert(0, MenuEntry("Làm thay", reverse("desk:standing-in")))
    return Person(_named(actor), entries=tuple(entries))


def _named(actor: Actor) -> str:
    """Give the name of an official; who stands in says for whom."""
    if actor.on_behalf_of is None:
        return actor.name
    return f"{actor.name}, thay {org.names_of_staff([actor.on_behalf_of]).get(actor.on_behalf_of, '')}"
