"""The whole catalogue as one list."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.urls import reverse

from motcua.base.clock import today
from motcua.base.text import clean, fold
from motcua.base.web.page import Request, page
from motcua.reference.catalogue import queries, sentences
from motcua.reference.catalogue.pages.frame import CONTROLLERS, shown
from motcua.reference.catalogue.queries import Controlled, Keep
from motcua.reference.catalogue.words import Level

PAGE = 50
MOST_FOUND = 300
VIEWS = {
    Keep.ALL: "Tất cả",
    Keep.FILEABLE: "Đang nhận hồ sơ",
    Keep.NOT_OFFERED: "Chưa giao nơi thực hiện",
    Keep.UNDER_WORK: "Đang soạn",
    Keep.PROBLEMS: "Cần xem lại",
    Keep.GONE: "Hết hiệu lực",
}


@dataclass(frozen=True)
class Asked:
    """What the list is narrowed by."""

    keep: Keep
    words: str
    level: str
    field: str

    @property
    def filtered(self) -> bool:
        """Tell whether more than the view narrows the list."""
        return bool(self.words or self.level or self.field)

    def address(self, keep: Keep | None = None, *, bare: bool = False) -> str:
        """Give the address of a view with the same filters, or without."""
        view = keep or self.keep
        told = {"xem": "" if view is Keep.ALL else view.value}
        if not bare:
            told |= {"q": self.words, "cap": self.level, "linh-vuc": self.field}
        query = urlencode({name: held for name, held in told.items() if held})
        return f"{reverse('desk:catalogue')}{'?' if query else ''}{query}"


@page(audience=CONTROLLERS)
def listing(request: Request) -> HttpResponse:
    """List every procedure, narrowed by words, level, field and what is wrong with it."""
    asked, on = _asked(request.GET), today()
    everything = queries.controlled(on)
    matching = _matching(everything, asked)
    rows = [row for row in matching if queries.kept(row, asked.keep)]
    paged = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    context = {
        "asked": asked,
        "views": [
            (one, words, figure(_count(matching, one)), asked.address(one), one is asked.keep)
            for one, words in VIEWS.items()
        ],
        "rows": [(row, *_told(row)) for row in paged],
        "page": paged,
        "total": figure(len(rows)),
        "clear": asked.address(bare=True),
        "levels": [(level.value, words) for level, words in sentences.LEVELS.items()],
        "fields": queries.facets(row.listed for row in everything).fields,
        "late": sum(one.late for one in queries.waiting(on)),
    }
    return shown(request, "list.html", context)


def figure(number: int) -> str:
    """Write a number with its thousands apart."""
    return f"{number:,}".replace(",", ".")


def _asked(query: QueryDict) -> Asked:
    view, level = query.get("xem", ""), query.get("cap", "")
    return Asked(
        Keep(view) if view in set(Keep) else Keep.ALL,
        clean(query.get("q", "")),
        level if level in set(Level) else "",
        clean(query.get("linh-vuc", "")),
    )


def _matching(rows: list[Controlled], asked: Asked) -> list[Controlled]:
    """Narrow the list; with words the one engine's best answers come first, then whatever holds them."""
    found = [
        row
        for row in rows
        if (not asked.level or asked.level in row.listed.levels)
        and (not asked.field or asked.field == row.listed.field)
    ]
    if not asked.words:
        return found
    hits = queries.search(asked.words, limit=MOST_FOUND, on=today())
    places = {hit.code: place for place, hit in enumerate(hits)}
    bare = fold(asked.words)

    def holds(row: Controlled) -> bool:
        return row.listed.code in places or bare in fold(f"{row.listed.title} {row.listed.code}")

    return sorted(filter(holds, found), key=lambda row: places.get(row.listed.code, len(places)))


def _count(rows: list[Controlled], keep: Keep) -> int:
    return sum(queries.kept(row, keep) for row in rows)


def _told(row: Controlled) -> tuple[str, str, str]:
    """Give the kind and the words of the state of a procedure, and how many agencies decide on it."""
    agencies = f"{row.agencies} cơ quan" if row.agencies else "Chưa giao"
    if row.state is not None:
        return "action", sentences.STATES[row.state], agencies
    if not row.in_force:
        return "mute", "Hết hiệu lực", agencies
    if row.listed.fileable:
        return "good", "Đang nhận hồ sơ", agencies
    return "mute", "Bản ghi quốc gia" if row.listed.origin == "national" else "Chưa nhận hồ sơ", agencies
