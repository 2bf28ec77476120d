"""Where somebody who inspects begins."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render

from motcua.base.clock.sentences import full_moment
from motcua.base.journal.models import Entry
from motcua.base.journal.roots import taken
from motcua.base.money import format_number
from motcua.base.web.page import Request, page
from motcua.casework.dossiers.pages.audiences import INSPECTORS


@page(audience=INSPECTORS)
def home(request: Request) -> HttpResponse:
    """Show how long the journal is, and when its last root left the database."""
    roots = list(taken())
    context = {
        "rows": format_number(Entry.objects.count()),
        "roots": format_number(len(roots)),
        "last_root": full_moment(datetime.fromisoformat(roots[-1]["until"])) if roots else "",
    }
    return render(request, "command/home.html", context)
