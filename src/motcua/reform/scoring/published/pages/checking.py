"""What does not agree: told, never corrected."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from motcua.base.web.page import Request, page
from motcua.reform.scoring.published import queries
from motcua.reform.scoring.published.pages.audiences import READERS
from motcua.reform.scoring.published.pages.shown import all_shown, shown
from motcua.reform.scoring.published.sentences import SHORT, VERDICTS
from motcua.reform.scoring.published.words import Index, Verdict

PAGE = 50


@page(audience=READERS)
def checks(request: Request) -> HttpResponse:
    """Show published figures beside what their parts give, and what sources tell differently."""
    compared = queries.compared()
    counts = queries.verdicts(compared)
    asked = request.GET.get("loai", "")
    chosen = Verdict(asked) if asked in {one.value for one in counts} else Verdict.DIFFERENT
    rows = [one for one in compared if one.verdict is chosen]
    found = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    context = {
        "views": [(one.value, VERDICTS[one][1], count, one is chosen) for one, count in counts.items()],
        "rows": [(SHORT[Index(one.figure.series.index)], shown(one)) for one in found],
        "page": found,
        "chosen": chosen,
        "several": [
            (SHORT[Index(one[0].series.index)], all_shown(queries.Told(each) for each in one))
            for one in queries.disagreements()
        ],
    }
    return render(request, "published/checks.html", context)
