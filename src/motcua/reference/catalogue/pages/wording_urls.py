"""Addresses of the wordbook, under the officials' side."""

from motcua.reference.catalogue.pages import wording
from motcua.reference.org.pages.entrance import room

WORDING = [
    room("danh-muc/tu-ngu/", wording.listing, "wording"),
    room("danh-muc/tu-ngu/<str:kind>/", wording.listing, "wording-kind"),
    room("danh-muc/tu-ngu/<str:kind>/dong/", wording.line, "wording-line"),
]
