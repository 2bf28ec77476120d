"""Which language a reader chose, and the ways to change it."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from motcua.base.ui.frame import MenuEntry
from motcua.base.ui.language import ENGLISH, VIETNAMESE, spoken

COOKIE = "motcua_lang"
NAMES = {VIETNAMESE: "Tiếng Việt", ENGLISH: "English"}


def chosen(request: HttpRequest) -> str:
    """Give the language that a browser was told to keep; Vietnamese unless it was English."""
    return ENGLISH if request.COOKIES.get(COOKIE) == ENGLISH else VIETNAMESE


def switch(path: str) -> tuple[MenuEntry, ...]:
    """Give the ways to each language, back to the same page."""
    return tuple(
        MenuEntry(name, change(language, path), current=language == spoken())
        for language, name in NAMES.items()
    )


def change(language: str, path: str) -> str:
    """Give the address that keeps a language and leads back to a page."""
    return f"{reverse('portal:language', args=[language])}?{urlencode({'ve': path})}"


def other() -> str:
    """Give the language that is not spoken now."""
    return VIETNAMESE if spoken() == ENGLISH else ENGLISH
