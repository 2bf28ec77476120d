"""What stands around every page of the citizens' door."""

import functools
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from motcua.base.access import Actor, Kind
from motcua.base.access.audience import Audience
from motcua.base.ui.frame import Column, Frame, MenuEntry, Person
from motcua.base.ui.language import VIETNAMESE, say, speaking, spoken
from motcua.base.ui.words import TRIAL
from motcua.base.web.page import Request, View, page
from motcua.doors.portal.language import chosen, switch

MENU = (("Thủ tục", "results"), ("Tra cứu hồ sơ", "look-up"), ("Trợ giúp", "help"))
HOURS = "07:30–11:30 và 13:30–17:30, thứ Hai đến thứ Sáu"


def portal_page(
    *, audience: Audience, writes: bool = False, menu: str = "", english: bool = False
) -> Callable[[View[...]], Callable[..., HttpResponseBase]]:
    """Declare a page of this door; `menu` names the entry it stands under. A refusal has the frame too.

    An `english` page is made in the language that the reader chose; every other one stays Vietnamese.
    """

    def declare(view: View[...]) -> Callable[..., HttpResponseBase]:
        checked = page(audience=audience, writes=writes)(view)

        @functools.wraps(checked)
        def framed(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            with speaking(chosen(request) if english else VIETNAMESE):
                frame = frame_of(request, menu, english=english)
                request.ui = frame  # type: ignore[attr-defined]  # read by base.ui.context
                answer = checked(request, *args, **kwargs)
            if english:
                patch_vary_headers(answer, ["Cookie"])
            return answer

        return framed

    return declare


def frame_of(request: Request, menu: str = "", *, english: bool = False) -> Frame:
    """Give the frame for who is asking, in the language that is spoken."""
    actor = request.actor
    return Frame(
        office=f"Ủy ban nhân dân {settings.PROVINCE}",
        language=spoken(),
        languages=switch(request.get_full_path()) if english else (),
        menu=tuple(
            MenuEntry(say(label), reverse(f"portal:{name}"), current=name == menu) for label, name in MENU
        ),
        person=_person(actor),
        sign_in=MenuEntry(say("Đăng nhập bằng VNeID"), reverse("portal:sign-in")),
        home=reverse("portal:home"),
        notice=say(TRIAL) if settings.DEMO else "",
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
            MenuEntry(say("Hồ sơ của bạn"), reverse("portal:mine")),
            MenuEntry(say("Kho giấy tờ"), reverse("portal:held")),
            MenuEntry(say("Đăng xuất"), reverse("portal:sign-out"), post=True),
        ),
    )


def _footer() -> tuple[Column, ...]:
    ask = {"hotline": settings.HOTLINE, "hours": say(HOURS)}
    return (
        Column(say("Cần hỏi trực tiếp"), say("Gọi {hotline} trong giờ làm việc: {hours}.").format(**ask)),
        Column(
            say("Trợ giúp"),
            entries=(_entry("Hướng dẫn nộp hồ sơ", "help"), _entry("Tra cứu hồ sơ", "look-up")),
        ),
        Column(
            say("Công khai"),
            entries=(
                _entry("Tình hình giải quyết hồ sơ", "openness"),
                _entry("Danh mục thủ tục", "results"),
            ),
        ),
        Column(
            say("Về trang này"),
            entries=(
                _entry("Dữ liệu cá nhân", "personal-data"),
                _entry("Tuyên bố tiếp cận", "accessibility"),
                MenuEntry(say("Dành cho cán bộ"), reverse("desk:work")),
            ),
        ),
    )


def _entry(label: str, name: str) -> MenuEntry:
    return MenuEntry(say(label), reverse(f"portal:{name}"))
