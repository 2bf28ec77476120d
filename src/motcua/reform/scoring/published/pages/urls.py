"""Addresses of what others published, among those of leaders and inspectors."""

from motcua.reference.org.pages.entrance import room
from motcua.reform.scoring.published.pages import breaking, checking, figures, importing, indices

PUBLISHED = [
    room("chi-so/", indices.overview, "published"),
    room("chi-so/doi-chieu/", checking.checks, "published-checks"),
    room("chi-so/ngat/", breaking.breaks, "published-breaks"),
    room("chi-so/nap/", importing.send, "published-import"),
    room("chi-so/nap/<uuid:batch_id>/", importing.batch, "published-batch"),
    room("chi-so/so-lieu/<uuid:figure_id>/", figures.figure, "published-figure"),
    room("chi-so/tien-do/", figures.progress, "published-progress"),
    room("chi-so/<slug:index>/", indices.index, "published-index"),
]
