"""Where somebody who inspects begins."""

from django.http import HttpResponse
from django.shortcuts import render

from motcua.base.clock.sentences import full_moment
from motcua.base.money import format_number
from motcua.base.web.page import Request, page
from motcua.casework.dossiers.pages.audiences import INSPECTORS
from motcua.doors.command.reading import standing


@page(audience=INSPECTORS)
def home(request: Request) -> HttpResponse:
    """Show how long the journal is, and when its last root left the database."""
    journal = standing()
    context = {
        "rows": format_number(journal.rows),
        "roots": format_number(journal.roots),
        "last_root": full_moment(journal.last_root) if journal.last_root else "",
    }
    return render(request, "command/home.html", context)
