"""How the house itself stands, part by part, and what to do where it is not well."""

from django.http import HttpResponse
from django.urls import reverse

from motcua.base.clock import now
from motcua.base.clock.sentences import full_moment
from motcua.base.web.page import Request, page
from motcua.reference.org.pages.administration.frame import ADMINISTRATORS, shown
from motcua.reference.org.vitals.grading import worst
from motcua.reference.org.vitals.reading import vitals
from motcua.reference.org.vitals.saying import signs_of
from motcua.reference.org.words import Grade

SUMS = {
    Grade.WELL: ("done", "Mọi phần đều tốt."),
    Grade.WATCH: ("waiting", "Có phần cần xem lại. Người dân và cán bộ vẫn làm việc được."),
    Grade.BROKEN: ("wrong", "Có phần hỏng. Làm theo cột “Việc phải làm” của những dòng ấy trước."),
}


@page(audience=ADMINISTRATORS)
def show(request: Request) -> HttpResponse:
    """Show each part with its grade, the bad ones first."""
    at = now()
    signs = signs_of(vitals(at))
    order = [Grade.BROKEN, Grade.WATCH, Grade.WELL]
    kind, words = SUMS[worst([one.grade for one in signs])]
    rows = [
        (one, reverse(one.route) if one.route else "")
        for one in sorted(signs, key=lambda one: order.index(one.grade))
    ]
    context = {"rows": rows, "kind": kind, "sum": words, "seen": full_moment(at)}
    return shown(request, "org/health.html", context)
