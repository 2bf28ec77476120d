"""An official's one list, and the search within their rights."""

from dataclasses import dataclass, replace

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from motcua.base.access import Actor
from motcua.base.access.audience import STAFF
from motcua.base.clock import now
from motcua.base.text import clean
from motcua.base.web.page import Request, page
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.pages import asked
from motcua.casework.dossiers.pages.audiences import AT_WORK
from motcua.casework.dossiers.pages.bulk import acts_for
from motcua.casework.dossiers.pages.opening import shown
from motcua.casework.dossiers.pages.rows import as_row, headings
from motcua.casework.dossiers.queries import NOBODY, UNGIVEN, By, Options, Scope, Sought, View, WorkList
from motcua.reference.catalogue.sentences import CHANNELS
from motcua.reference.org.words import Role

VIEWS = {
    View.ALL: "Tất cả",
    View.LATE: "Quá hạn",
    View.TODAY: "Hạn hôm nay",
    View.SOON: "2 ngày tới",
    View.WAITING: "Chờ người dân",
    View.FRESH: "Mới nộp",
    View.UNOPENED: "Mới giao, chưa mở",
}
# Views that only a link leads to: a board counts them, the list of everybody does not need them.
BY_LINK = {
    View.LATER: "Sau đó",
    View.PAUSED: "Tạm dừng",
    View.RESOLVED: "Chờ trả kết quả",
}
EMPTY = {
    View.ALL: "Chưa có hồ sơ nào chờ bạn. Hồ sơ đến lượt bạn sẽ hiện ở đây, gần hạn nhất xếp trước.",
    View.LATE: "Không có hồ sơ nào quá hạn.",
    View.TODAY: "Không có hồ sơ nào đến hạn hôm nay.",
    View.SOON: "Không có hồ sơ nào đến hạn trong 2 ngày làm việc tới.",
    View.LATER: "Không có hồ sơ nào đến hạn sau 2 ngày làm việc tới.",
    View.WAITING: "Không có hồ sơ nào đang chờ người dân bổ sung.",
    View.FRESH: "Không có hồ sơ mới nộp.",
    View.UNOPENED: "Không có hồ sơ nào mới giao mà chưa mở.",
    View.PAUSED: "Không có hồ sơ nào đang tạm dừng.",
    View.RESOLVED: "Không có kết quả nào chờ trả.",
}
EMPTY_UNIT = "Chưa có hồ sơ nào đang giải quyết trong đơn vị."
UNIT_TITLES = {Role.AGENCY_LEADER: "Cả cơ quan", Role.UNIT_HEAD: "Cả đơn vị", Role.ONE_STOP_HEAD: "Cả đơn vị"}


@dataclass(frozen=True)
class Filter:
    """One filter of the list: its word in the address, its label, and what it offers."""

    name: str
    label: str
    chosen: str
    choices: list[tuple[str, str]]


@page(audience=STAFF)
def work(request: Request) -> HttpResponse:
    """Show what waits for an official now, nearest legal time first."""
    at, actor = now(), request.actor
    sought = asked.read(request.GET.dict(), actor)
    listed = queries.work_list(
        actor, at=at, sought=sought, after=request.GET.get("sau", ""), before=request.GET.get("truoc", "")
    )
    acts = [(one.label, reverse("desk:bulk", args=[one.slug])) for one in acts_for(actor)]
    unit = sought.scope is Scope.UNIT
    context = {
        "headings": headings(listed.rows, actor, at, acts=bool(acts), unit=unit),
        "views": _views(sought, listed, actor),
        "scopes": _scopes(sought, actor),
        "sought": sought,
        "empty": _empty(sought),
        "all_in_view": listed.counts[sought.view],
        "clear": asked.address(Sought(sought.scope, sought.view)),
        "kept_words": [(name, value) for name, value in asked.parts_of(sought) if name in ("pham-vi", "xem")],
        "filters": _filters(sought, listed.options),
        "saved": _saved(sought, actor),
        "keep": f"{reverse('desk:view-keep')}?{asked.query_of(sought)}",
        "total": listed.total,
        "previous": _turn(sought, truoc=listed.previous),
        "next": _turn(sought, sau=listed.next),
        "acts": acts,
    }
    return shown(request, "work.html", context)


@page(audience=AT_WORK)
def search(request: Request) -> HttpResponse:
    """Find dossiers by code, name, procedure or a person's number, among those that the official may see."""
    words, at = clean(request.GET.get("q", "")), now()
    found = queries.find(request.actor, words, at=at, page=number(request.GET.get("trang")))
    by_number = found.by is By.NUMBER
    if by_number:
        commands.note_found(found.dossiers, by=request.actor, at=at)
    context = {
        # A whole number of a person does not stand on a page that others may see in passing.
        "words": "" if by_number else words,
        "asked": bool(words),
        "said": f"số tận cùng {found.last}" if by_number else f"“{words}”",
        "by_number": by_number,
        "rows": [as_row(one, request.actor, at) for one in found.rows],
        "total": found.total,
        "page": paged(found.total, found.page, queries.PAGE),
    }
    return shown(request, "search.html", context)


def number(text: str | None) -> int:
    """Read the number of a page; whatever is none is the first."""
    return int(text) if text and text.isascii() and text.isdigit() and int(text[:6]) else 1


def paged(total: int, current: int, size: int) -> Page[int]:
    """Give the pages of a list that was cut already."""
    return Paginator(range(total), size).get_page(current)


def _views(sought: Sought, listed: WorkList, actor: Actor) -> list[tuple[View, str, int, str, bool]]:
    """Give the views with their counts; one that only a board links to stands here while it is looked at."""
    offered = dict(VIEWS)
    if not actor.has(Role.RECEPTION_OFFICER) and not listed.counts[View.FRESH]:
        del offered[View.FRESH]
    if sought.view not in offered:
        offered[sought.view] = {**VIEWS, **BY_LINK}[sought.view]
    plain = Sought(sought.scope)
    return [
        (one, words, listed.counts[one], asked.address(replace(plain, view=one)), one is sought.view)
        for one, words in offered.items()
    ]


def _scopes(sought: Sought, actor: Actor) -> list[tuple[str, str, bool]]:
    """Give the way between one's own list and that of one's unit, to whoever answers for a unit."""
    title = next((words for role, words in UNIT_TITLES.items() if actor.has(role)), "")
    if not title:
        return []
    both = ((Scope.MINE, "Của tôi"), (Scope.UNIT, title))
    return [(words, asked.address(Sought(one)), one is sought.scope) for one, words in both]


def _filters(sought: Sought, options: Options) -> list[Filter]:
    """Give the filters; one that offers nothing to choose is left out."""
    found = [
        Filter("linh-vuc", "Lĩnh vực", sought.field, [(one, one) for one in options.fields]),
        Filter("buoc", "Bước", sought.step, [(one, one) for one in options.steps]),
        Filter(
            "cach-nop",
            "Cách nộp",
            sought.channel,
            [(one.value, CHANNELS[one]) for one in options.channels],
        ),
    ]
    if sought.scope is Scope.UNIT:
        people = [(NOBODY, "Chưa có người giữ"), (UNGIVEN, "Chờ phân công"), *options.holders]
        found.append(Filter("nguoi", "Người giữ", sought.holder, people))
    return [one for one in found if one.chosen or len(one.choices) > 1]


def _saved(sought: Sought, actor: Actor) -> list[tuple[str, str, bool]]:
    here = asked.query_of(sought)
    return [
        (one.name, f"{reverse('desk:work')}?{one.query}", one.query == here)
        for one in queries.saved_views_of(actor)
    ]


def _empty(sought: Sought) -> str:
    return EMPTY_UNIT if sought == Sought(Scope.UNIT) else EMPTY[sought.view]


def _turn(sought: Sought, **key: str) -> str:
    if not any(key.values()):
        return ""
    return f"{reverse('desk:work')}?{urlencode([*(p for p in asked.parts_of(sought) if p[1]), *key.items()])}"
