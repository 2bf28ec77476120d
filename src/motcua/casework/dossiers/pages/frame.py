"""What stands around an official's page: office, menu, person, search."""

from django.conf import settings
from django.urls import reverse

from motcua.base.access import Actor, Kind
from motcua.base.clock import today
from motcua.base.clock.sentences import full_date
from motcua.base.ui.frame import Frame, MenuEntry, Person
from motcua.base.ui.words import TRIAL
from motcua.base.web.page import Request
from motcua.casework.dossiers import queries as dossiers
from motcua.casework.dossiers.pages.audiences import HANDLERS
from motcua.reference.org import queries as org
from motcua.reference.org.words import Role


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
    works = actor.has(*HANDLERS)
    return Frame(
        office=org.unit(actor.unit).agency.name,
        place=settings.PROVINCE,
        today=full_date(today()),
        menu=tuple(_marked(entry, request.path) for entry in _menu(actor)),
        person=_person(actor),
        search_url=reverse("desk:search") if works else "",
        search_label="Mã hồ sơ, tên, thủ tục",
        home=reverse("desk:work"),
        notice=_notice(),
    )


def _notice() -> str:
    return TRIAL if settings.DEMO else ""


def _menu(actor: Actor) -> list[MenuEntry]:
    menu = []
    if actor.has(*HANDLERS):
        menu.append(MenuEntry("Việc của tôi", reverse("desk:work"), count=dossiers.count_waiting(actor)))
    if actor.has(Role.RECEPTION_OFFICER):
        menu.append(MenuEntry("Tiếp nhận", reverse("desk:counter")))
    if actor.has(*HANDLERS):
        menu.append(MenuEntry("Tìm hồ sơ", reverse("desk:search")))
    if actor.has(Role.AUDITOR):
        menu.append(MenuEntry("Sổ nhật ký", reverse("command:home")))
        menu.append(MenuEntry("Nhật ký hồ sơ", reverse("command:journal")))
    return menu


def _marked(entry: MenuEntry, path: str) -> MenuEntry:
    """Mark the entry whose page, or a page below it, is shown."""
    here = path == entry.href if entry.href in _homes() else path.startswith(entry.href)
    if entry.href == reverse("desk:work"):
        here = here or path.startswith(f"{entry.href}ho-so/")
    return MenuEntry(entry.label, entry.href, current=here, count=entry.count)


def _homes() -> tuple[str, str]:
    return reverse("desk:work"), reverse("command:home")


def _person(actor: Actor) -> Person:
    out = f"{reverse('account_logout')}?next={reverse('account_login')}"
    return Person(
        actor.name,
        entries=(MenuEntry("Tài khoản", reverse("mfa_index")), MenuEntry("Đăng xuất", out, post=True)),
    )
