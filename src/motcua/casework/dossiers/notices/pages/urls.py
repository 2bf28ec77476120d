"""Addresses of notices, under the officials' side."""

from motcua.casework.dossiers.notices.pages import box, rules, unsent
from motcua.reference.org.pages.entrance import room

NOTICES = [
    room("thong-bao/", box.box, "notices"),
    room("thong-bao/cach-nhan/", box.choose, "notices-reach"),
    room("thong-bao/<uuid:notice_id>/mo/", box.open_notice, "notice"),
    room("quan-tri/thong-bao/", rules.listing, "notice-rules"),
    room("quan-tri/thong-bao/<slug:event>/<slug:addressee>/", rules.rule, "notice-rule"),
    room("quan-tri/gui-loi/", unsent.listing, "unsent"),
    room("quan-tri/gui-loi/<uuid:notice_id>/", unsent.again, "unsent-again"),
]
