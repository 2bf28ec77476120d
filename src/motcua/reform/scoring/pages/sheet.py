"""The sheet of an agency: to read, to print, to save."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase

from motcua.base.clock import today
from motcua.base.ui.charts import SCORING
from motcua.base.web.downloads import send
from motcua.base.web.page import Request, page
from motcua.reform.scoring.pages import saying
from motcua.reform.scoring.pages.acts_shown import Rights, acts_of, leaf_act
from motcua.reform.scoring.pages.audiences import READERS
from motcua.reform.scoring.pages.frame import read_for, shown
from motcua.reform.scoring.pages.sheet_shown import ALL, Asked, address, sheet_shown
from motcua.reform.scoring.pages.workbook import XLSX, as_workbook
from motcua.reform.scoring.queries import rounds
from motcua.reform.scoring.queries.sheets import SheetReading, appraised, gone_leaves
from motcua.reform.scoring.words import NOT_OFFICIAL, SheetState


@page(audience=READERS)
def show(request: Request, sheet_id: UUID) -> HttpResponse:
    """Show a sheet with what is secured, possible and lost, and one domain of its tree."""
    read = read_for(request, sheet_id)
    rights = Rights(request, read.sheet)
    asked = Asked(*(request.GET.get(name, "") for name in ("linh-vuc", "tieu-chi", "loc")))
    told = sheet_shown(read, asked, rights)
    opened = read.leaves.get(told.asked.leaf)
    context = {
        "told": told,
        "acts": acts_of(rights),
        "leaf_act": leaf_act(rights, read, opened) if opened else None,
        "all": (address(read.sheet, domain=ALL), told.asked.domain == ALL and not told.asked.filter),
        "locks": [(saying.LOCKS[lock.kind], lock) for lock in read.locks.values()],
        "gone": gone_leaves(read.sheet, read.criteria),
        "kinds": SCORING,
        "judged": _judged(read),
        **headed(request, read),
    }
    return shown(request, "sheet.html", context)


@page(audience=READERS)
def save(request: Request, sheet_id: UUID) -> HttpResponseBase:
    """Send a sheet as a workbook."""
    read = read_for(request, sheet_id)
    name = f"cham-diem-{read.sheet.agency.code}-{read.sheet.round.period.code}.xlsx"
    return send(as_workbook(read), name=name, media_type=XLSX, save=True)


def _judged(read: SheetReading) -> str:
    """Say what others gave so far, of what they can give; empty before anybody judged."""
    if not any(leaf.verdicts for leaf in read.leaves.values()):
        return ""
    found = appraised(read)
    return f"{saying.points(found.earned)} / {saying.short(found.applicable_max)}"


def headed(request: Request, read: SheetReading) -> dict[str, object]:
    """Give the head of a page about a sheet: title, state, deadline, whether its criteria are official."""
    sheet, state = read.sheet, SheetState(read.sheet.state)
    due = rounds.deadlines_of(sheet.round).get(state)
    return {
        "sheet": sheet,
        "read": read,
        "title": saying.sheet_title(sheet, own=request.actor.agency == sheet.agency_id),
        "state": saying.STATES[state],
        "deadline": saying.DEADLINES.get(state, "") if due else "",
        "due": saying.left(due, today(), sheet.agency_id) if due else None,
        "due_on": due,
        "official": read.criteria.meta.official,
        "not_official": NOT_OFFICIAL,
    }
