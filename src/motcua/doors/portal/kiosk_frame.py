"""What stands around every screen of a kiosk: nothing is kept, nobody signs in, the way out is there."""

import functools
from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.http import urlencode

from motcua.base.access.audience import ANYONE
from motcua.base.clock import now
from motcua.base.clock.sentences import clock_time
from motcua.base.ui.frame import Frame, Kiosk, MenuEntry
from motcua.base.web.page import Request, View, page
from motcua.doors.portal.english import ENGLISH
from motcua.doors.portal.frame import A_YEAR, IN_ENGLISH, LANGUAGE, LANGUAGES, VIETNAMESE, language_of

ASKED = ("q", "viec", "trang")
AGAIN = "Về đầu"
# Larger letters and plain ink, for this visit alone.
CLEAR = "chu-ro"
CLEARER, PLAIN = "Chữ to, rõ", "Chữ thường"


def kiosk_page(
    *, asks: bool = True, resting: bool = False, writes: bool = False
) -> Callable[[View[...]], Callable[..., HttpResponseBase]]:
    """Declare a screen of the kiosk; `asks` whether somebody is there, `resting` is that question itself.

    `writes` lets a screen take a POST, so that what was typed is in no address.
    """

    def declare(view: View[...]) -> Callable[..., HttpResponseBase]:
        checked = page(audience=ANYONE, writes=writes)(view)

        @functools.wraps(checked)
        def framed(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            language = language_of(request)
            frame = _frame(request, language, asks, resting)
            request.ui = frame  # type: ignore[attr-defined]  # read by base.ui.context
            answer = checked(request, *args, **kwargs)
            if request.GET.get(LANGUAGE) in LANGUAGES:
                answer.set_cookie(LANGUAGE, language, max_age=A_YEAR, httponly=True, samesite="Lax")
            if request.GET.get(CLEAR) in ("0", "1"):
                answer.set_cookie(CLEAR, request.GET[CLEAR], httponly=True, samesite="Lax")
            answer["Cache-Control"] = "no-store, private, max-age=0"
            return answer

        return framed

    return declare


def is_clear(request: Request) -> bool:
    """Tell whether large letters and plain ink are asked for now, or were before in this visit."""
    return (request.GET.get(CLEAR) or request.COOKIES.get(CLEAR)) == "1"


def _frame(request: Request, language: str, asks: bool, resting: bool) -> Frame:
    here = _here(request)
    stay = f"{reverse('portal:kiosk-stay')}?{urlencode({'ve': here})}"
    words: Mapping[str, str] = ENGLISH if language == IN_ENGLISH else {}
    other = VIETNAMESE if language == IN_ENGLISH else IN_ENGLISH
    clear = is_clear(request)
    look = PLAIN if clear else CLEARER
    return Frame(
        office=f"Ủy ban nhân dân {settings.PROVINCE}",
        home=reverse("portal:kiosk"),
        language=language,
        words=words,
        kiosk=Kiosk(
            stay=stay if asks else "",
            wipe=reverse("portal:kiosk-wipe"),
            clock=clock_time(now()),
            entries=(
                ("hand", MenuEntry(words.get("Gọi cán bộ", "Gọi cán bộ"), reverse("portal:kiosk-call"))),
                ("contrast", MenuEntry(words.get(look, look), _with(here, CLEAR, "0" if clear else "1"))),
                ("languages", MenuEntry(LANGUAGES[other], _with(here, LANGUAGE, other), language=other)),
            ),
            resting=resting,
            clear=clear,
            again=words.get(AGAIN, AGAIN) if asks else "",
        ),
    )


def _with(address: str, name: str, value: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode({name: value})}"


def _here(request: Request) -> str:
    """Give the address of the present screen, with what the search was asked and nothing else."""
    asked = {name: request.GET[name] for name in ASKED if request.GET.get(name)}
    return f"{request.path}?{urlencode(asked)}" if asked else request.path
