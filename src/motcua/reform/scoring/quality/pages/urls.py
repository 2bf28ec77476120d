"""Addresses of the index of Decision 766, among those of leaders."""

from motcua.reference.org.pages.entrance import room
from motcua.reform.scoring.quality.pages import row, units, whole

QUALITY = [
    room("chi-so/766/", whole.whole, "quality"),
    room("chi-so/766/tai-ve/", whole.save, "quality-save"),
    room("chi-so/766/don-vi/", units.units, "quality-units"),
    room("chi-so/766/<str:row_id>/", row.row, "quality-row"),
    room("chi-so/766/<str:row_id>/danh-sach/", row.things, "quality-things"),
]
