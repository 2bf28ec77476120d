"""What stands around every page of the citizens' door."""

import functools
from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from motcua.base.access import Actor, Kind
from motcua.base.access.audience import Audience
from motcua.base.notices.queries import count_unread
from motcua.base.ui.frame import Column, Frame, MenuEntry, Person
from motcua.base.ui.words import TRIAL
from motcua.base.web.page import Request, View, page
from motcua.doors.portal.english import ENGLISH

MENU = (("Thủ tục", "results"), ("Tra cứu hồ sơ", "look-up"), ("Trợ giúp", "help"))
NOTICES = ("Thông báo", "notices")
OWN = (
    ("Hồ sơ của bạn", "mine"),
    ("Kho giấy tờ", "held"),
    ("Nộp thay", "represented"),
    ("Đăng xuất", "sign-out"),
)
SIGN_IN = "Đăng nhập bằng VNeID"
LANGUAGE = "ngon-ngu"
VIETNAMESE, IN_ENGLISH = "vi", "en"
LANGUAGES = {VIETNAMESE: "Tiếng Việt", IN_ENGLISH: "English"}
A_YEAR = 365 * 24 * 3600
CALL = "Gọi {} trong giờ làm việc: {}."
HOURS = "07:30–11:30 và 13:30–17:30, thứ Hai đến thứ Sáu"


def portal_page(
    *, audience: Audience, writes: bool = False, menu: str = "", english: bool = False
) -> Callable[[View[...]], Callable[..., HttpResponseBase]]:
    """Declare a page of this door; `menu` names the entry it stands under. A refusal has the frame too.

    With `english` the page can be read in English; the choice is kept in a cookie.
    """

    def declare(view: View[...]) -> Callable[..., HttpResponseBase]:
        checked = page(audience=audience, writes=writes)(view)

        @functools.wraps(checked)
        def framed(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            language = language_of(request) if english else VIETNAMESE
            frame = frame_of(request, menu, language, english=english)
            request.ui = frame  # type: ignore[attr-defined]  # read by base.ui.context
            response = checked(request, *args, **kwargs)
            if english:
                patch_vary_headers(response, ("Cookie",))
            if english and request.GET.get(LANGUAGE) in LANGUAGES:
                response.set_cookie(LANGUAGE, language, max_age=A_YEAR, httponly=True, samesite="Lax")
            return response

        return framed

    return declare


def language_of(request: Request) -> str:
    """Give the language that is asked for now, or was before."""
    asked = request.GET.get(LANGUAGE) or request.COOKIES.get(LANGUAGE, "")
    return asked if asked in LANGUAGES else VIETNAMESE


def frame_of(request: Request, menu: str = "", language: str = VIETNAMESE, *, english: bool = False) -> Frame:
    """Give the frame for who is asking, in a language."""
    actor = request.actor
    words: Mapping[str, str] = ENGLISH if language == IN_ENGLISH else {}
    return Frame(
        language=language,
        words=words,
        languages=_languages(request, language) if english else (),
        office=f"Ủy ban nhân dân {settings.PROVINCE}",
        menu=(
            *(
                MenuEntry(words.get(label, label), reverse(f"portal:{name}"), current=name == menu)
                for label, name in MENU
            ),
            *_told(actor, menu, words),
        ),
        person=_person(actor, words),
        sign_in=MenuEntry(words.get(SIGN_IN, SIGN_IN), reverse("portal:sign-in")),
        home=reverse("portal:home"),
        notice=TRIAL if settings.DEMO else "",
        footer=_footer(words),
    )


def _told(actor: Actor, menu: str, words: Mapping[str, str]) -> tuple[MenuEntry, ...]:
    """Give a member the way to what they were told, with the count of what they have not opened."""
    if actor.kind is not Kind.MEMBER:
        return ()
    label, name = NOTICES
    count = count_unread(actor) or None
    return (MenuEntry(words.get(label, label), reverse(f"portal:{name}"), current=name == menu, count=count),)


def _person(actor: Actor, words: Mapping[str, str]) -> Person | None:
    if actor.kind is Kind.ANONYMOUS:
        return None
    if actor.kind is not Kind.MEMBER:
        return Person(actor.name)
    return Person(
        actor.name,
        entries=tuple(
            MenuEntry(words.get(label, label), reverse(f"portal:{name}"), post=name == "sign-out")
            for label, name in OWN
        ),
    )


def _languages(request: Request, language: str) -> tuple[MenuEntry, ...]:
    return tuple(
        MenuEntry(label, _here(request, code), current=code == language, language=code)
        for code, label in LANGUAGES.items()
    )


def _here(request: Request, language: str) -> str:
    """Give the address of the present page in a language."""
    asked = request.GET.copy()
    asked[LANGUAGE] = language
    return f"?{asked.urlencode()}"


def _footer(words: Mapping[str, str]) -> tuple[Column, ...]:
    return tuple(
        Column(
            words.get(column.title, column.title),
            words.get(column.text, column.text).format(settings.HOTLINE, words.get(HOURS, HOURS)),
            tuple(MenuEntry(words.get(one.label, one.label), one.href) for one in column.entries),
        )
        for column in _columns()
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("Cần hỏi trực tiếp", CALL),
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
