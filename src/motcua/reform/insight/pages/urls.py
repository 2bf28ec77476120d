"""Addresses of figures: spliced into those of the leaders' door."""

from motcua.reference.org.pages.entrance import room
from motcua.reform.insight.pages import agencies, agency, closings, definition, listing, report

FIGURES = [
    room("co-quan/", agencies.agencies, "agencies"),
    room("co-quan/<uuid:agency_id>/", agency.agency, "agency"),
    room("can-bo/<uuid:staff_id>/", agency.officer, "officer"),
    room("danh-sach/", listing.behind, "behind"),
    room("danh-sach/tai-ve/", listing.behind_save, "behind-save"),
    room("dang-giai-quyet/", listing.standing, "standing"),
    room("dang-giai-quyet/tai-ve/", listing.standing_save, "standing-save"),
    room("chi-tieu/<str:measure_code>/", definition.measure, "measure"),
    room("chot-so/", closings.closings, "closings"),
    room("chot-so/chot/", closings.close, "close-period"),
    room("chot-so/<uuid:closing_id>/", closings.closing, "closing"),
    room("chot-so/<uuid:closing_id>/doi-chieu/", closings.compare, "closing-compare"),
    room("bao-cao-06/", report.show, "report-06"),
    room("bao-cao-06/tai-ve/", report.save, "report-06-save"),
]
