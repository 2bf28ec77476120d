"""Where administration begins."""

from django.http import HttpResponse

from motcua.base.queue.queries import count_failed
from motcua.base.web.page import Request, page
from motcua.reference.org.pages.administration.frame import ADMINISTRATORS, shown


@page(audience=ADMINISTRATORS)
def home(request: Request) -> HttpResponse:
    """Show what can be administered."""
    return shown(request, "org/administration.html", {"failed": count_failed()})
