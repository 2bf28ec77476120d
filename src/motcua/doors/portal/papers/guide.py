"""The list of papers to bring for a procedure, to take home: nothing of anybody is in it."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings

from motcua.base.clock import local
from motcua.base.clock.sentences import short_date
from motcua.base.print import qr_svg, render
from motcua.doors.portal.readings.kiosk import Summary

TEMPLATE = "doors/portal/papers/guide.typ"


def guide_pdf(page: Summary, at: datetime) -> bytes:
    """Print the papers of every case, time, fee and place of a procedure on A5."""
    told = page.told
    return render(
        TEMPLATE,
        {
            "head": {"agency": f"Ủy ban nhân dân {settings.PROVINCE}"},
            "lookup": {
                "address": urlsplit(settings.BASE_URL).netloc,
                "qr": False,
                "hotline": settings.HOTLINE,
            },
            "demo": settings.DEMO,
            "title": told.page.title,
            "name": told.page.official_name,
            "code": told.page.code,
            "facts": [
                ["Thời gian", told.page.time.value],
                ["Phí, lệ phí", told.page.fee.value],
                ["Nơi giải quyết", told.page.place.value],
                *[["Nộp tại", place.counter or place.agency] for place in told.places],
            ],
            "stacks": [
                {"case": stack.case, "papers": [[one.name, one.quantity, one.more] for one in stack.papers]}
                for stack in told.stacks
            ],
            "form": told.page.has_form,
            "known": list(page.known),
            "qr_svg": qr_svg(page.address),
            "day": short_date(local(at).date()),
        },
        at=at,
    )
