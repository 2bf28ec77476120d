"""Addresses of criteria sets, under the officials' side."""

from motcua.reference.org.pages.entrance import room
from motcua.reform.scoring.pages import sets

CRITERIA = [
    room("bo-tieu-chi/", sets.listing, "criteria-sets"),
    room("bo-tieu-chi/nap/", sets.bring, "criteria-import"),
    room("bo-tieu-chi/<uuid:set_id>/", sets.show, "criteria-set"),
    room("bo-tieu-chi/<uuid:set_id>/bang-tinh/", sets.export, "criteria-export"),
]
