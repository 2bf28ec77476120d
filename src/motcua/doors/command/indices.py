"""Where all indices begin: what is computed here, what is scored here, what others announced."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from motcua.base.access.audience import Audience
from motcua.base.web.page import Request, page
from motcua.reform.insight.pages.audiences import FIGURES
from motcua.reform.scoring.pages import audiences as scored
from motcua.reform.scoring.published.pages import audiences as published
from motcua.reform.scoring.rating.pages.audiences import SEEING
from motcua.reform.scoring.words import NOT_OFFICIAL


@dataclass(frozen=True)
class Way:
    """One index: its page, whom it is for, what it tells."""

    name: str
    route: str
    audience: Audience
    icon: str
    words: str


WAYS = (
    Way(
        "Chất lượng phục vụ (Quyết định 766)",
        "command:quality",
        FIGURES,
        "calculator",
        "Tính từ hồ sơ, theo đơn vị và kỳ; mỗi số mở được danh sách đằng sau.",
    ),
    Way(
        "Chỉ số cải cách hành chính",
        "desk:score-results",
        scored.READERS,
        "check-check",
        f"Xếp hạng, lịch sử, khoảng cách đến mức sau. Bộ tiêu chí {NOT_OFFICIAL}.",
    ),
    Way(
        "Đánh giá Bộ phận Một cửa",
        "command:rating",
        SEEING,
        "clipboard-check",
        "Chín tiêu chí mỗi quý, phần tính được thì tính, phần còn lại do đơn vị khai.",
    ),
    Way(
        "Chỉ số do nơi khác công bố",
        "command:published",
        published.READERS,
        "building-2",
        "PAR, SIPAS, PAPI, PCI của các tỉnh, mỗi số có nguồn, để riêng với số tự tính.",
    ),
)


@page(audience=scored.INDICES)
def indices(request: Request) -> HttpResponse:
    """Show which indices there are for whoever asks."""
    ways = [(way, reverse(way.route)) for way in WAYS if way.audience.admits(request.actor)]
    return render(request, "command/indices.html", {"ways": ways})
