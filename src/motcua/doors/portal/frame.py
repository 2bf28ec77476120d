"""What stands around every page of the citizens' door."""

import functools
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpResponseBase
from django.urls import reverse

from motcua.base.access import Actor, Kind
from motcua.base.access.audience import Audience
from motcua.base.ui.frame import Column, Frame, MenuEntry, Person
from motcua.base.ui.words import TRIAL
from motcua.base.web.page import Request, View, page

MENU = (("Thủ tục", "results"), ("Tra cứu hồ sơ", "look-up"), ("Trợ giúp", "help"))
HOURS = "07:30–11:30 và 13:30–17:30, thứ Hai đến thứ Sáu"


def portal_page(
    *, audience: Audience, writes: bool = False, menu: str = ""
) -> Callable[[View[...]], Callable[..., HttpResponseBase]]:
    """Declare a page of this door; `menu` names the entry it stands under. A refusal has the frame too."""

    def declare(view: View[...]) -> Callable[..., HttpResponseBase]:
        checked = page(audience=audience, writes=writes)(view)

        @functools.wraps(checked)
        def framed(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            request.ui = frame_of(request, menu)  # type: ignore[attr-defined]  # read by base.ui.context
            return checked(request, *args, **kwargs)

        return framed

    return declare


def frame_of(request: Request, menu: str = "") -> Frame:
    """Give the frame for who is asking."""
    actor = request.actor
    return Frame(
        office=f"Ủy ban nhân dân {settings.PROVINCE}",
        menu=tuple(MenuEntry(label, reverse(f"portal:{name}"), current=name == menu) for label, name in MENU),
        person=_person(actor),
        sign_in=MenuEntry("Đăng nhập bằng VNeID", reverse("portal:sign-in")),
        home=reverse("portal:home"),
        notice=TRIAL if settings.DEMO else "",
        footer=_footer(),
    )


def _person(actor: Actor) -> Person | None:
    if actor.kind is Kind.ANONYMOUS:
        return None
    if actor.kind is not Kind.MEMBER:
        return Person(actor.name)
    return Person(
        actor.name,
        entries=(
            MenuEntry("Hồ sơ của bạn", reverse("portal:mine")),
            MenuEntry("Kho giấy tờ", reverse("portal:held")),
            MenuEntry("Đăng xuất", reverse("portal:sign-out"), post=True),
        ),
    )


def _footer() -> tuple[Column, ...]:
    return (
        Column("Cần hỏi trực tiếp", f"Gọi {settings.HOTLINE} trong giờ làm việc: {HOURS}."),
        Column(
            "Trợ giúp", entries=(_entry("Hướng dẫn nộp hồ sơ", "help"), _entry("Tra cứu hồ sơ", "look-up"))
        ),
        Column(
            "Công khai",
            entries=(
                _entry("Tình hình giải quyết hồ sơ", "openness"),
                _entry("Danh mục thủ tục", "results"),
            ),
        ),
        Column(
            "Về trang này",
            entries=(
                _entry("Dữ liệu cá nhân", "personal-data"),
                _entry("Tuyên bố tiếp cận", "accessibility"),
                MenuEntry("Dành cho cán bộ", reverse("desk:work")),
            ),
        ),
    )


def _entry(label: str, name: str) -> MenuEntry:
    return MenuEntry(label, reverse(f"portal:{name}"))
