"""Addresses of the index of Decision 766, among those of leaders."""

from motcua.reference.org.pages.entrance import room
from motcua.reform.scoring.quality.pages import row, units, whole

QUALITY = [
    room("chat-luong/", whole.whole, "quality"),
    room("chat-luong/tai-ve/", whole.save, "quality-save"),
    room("chat-luong/don-vi/", units.units, "quality-units"),
    room("chat-luong/<str:row_id>/", row.row, "quality-row"),
    room("chat-luong/<str:row_id>/danh-sach/", row.things, "quality-things"),
]
