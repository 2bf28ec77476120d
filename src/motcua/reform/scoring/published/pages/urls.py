"""Addresses of what others published, among those of leaders and inspectors."""

from motcua.reference.org.pages.entrance import room
from motcua.reform.scoring.published.pages import breaking, checking, figures, importing, indices

PUBLISHED = [
    room("chi-so/cong-bo/", indices.overview, "published"),
    room("chi-so/cong-bo/doi-chieu/", checking.checks, "published-checks"),
    room("chi-so/cong-bo/ngat/", breaking.breaks, "published-breaks"),
    room("chi-so/cong-bo/nap/", importing.send, "published-import"),
    room("chi-so/cong-bo/nap/<uuid:batch_id>/", importing.batch, "published-batch"),
    room("chi-so/cong-bo/so-lieu/<uuid:figure_id>/", figures.figure, "published-figure"),
    room("chi-so/cong-bo/tien-do/", figures.progress, "published-progress"),
    room("chi-so/cong-bo/<slug:index>/", indices.index, "published-index"),
]
