"""Addresses of the administrators' pages, under the officials' side."""

from motcua.reference.org.pages import standing_in
from motcua.reference.org.pages.administration import (
    agencies,
    calendar,
    failed_jobs,
    health,
    home,
    people,
    regulations,
)
from motcua.reference.org.pages.entrance import room

ADMINISTRATION = [
    room("quan-tri/", home.home, "admin"),
    room("quan-tri/viec-hong/", failed_jobs.listing, "admin-jobs"),
    room("quan-tri/suc-khoe/", health.show, "admin-health"),
    room("quan-tri/lich/", calendar.year, "admin-calendar"),
    room("quan-tri/lich/soan/", calendar.new, "admin-calendar-new"),
    room("quan-tri/lich/<uuid:calendar_id>/", calendar.decision, "admin-calendar-decision"),
    room("quan-tri/lich/<uuid:calendar_id>/ngay/", calendar.day, "admin-calendar-day"),
    room("quan-tri/lich/<uuid:calendar_id>/gio/", calendar.week, "admin-calendar-week"),
    room("quan-tri/lich/<uuid:calendar_id>/bo/", calendar.drop, "admin-calendar-drop"),
    room("quan-tri/tham-so/", regulations.listing, "admin-regulations"),
    room("quan-tri/tham-so/<str:regulation_code>/", regulations.show, "admin-regulation"),
    room("quan-tri/co-quan/", agencies.listing, "admin-agencies"),
    room("quan-tri/co-quan/lap/", agencies.new, "admin-agency-new"),
    room("quan-tri/co-quan/<uuid:agency_id>/", agencies.show, "admin-agency"),
    room("quan-tri/co-quan/<uuid:agency_id>/ket-thuc/", agencies.end, "admin-agency-end"),
    room("quan-tri/co-quan/<uuid:agency_id>/don-vi/", agencies.add_unit, "admin-unit-new"),
    room("quan-tri/don-vi/<uuid:unit_id>/vi-tri/", agencies.add_position, "admin-position-new"),
    room("quan-tri/nguoi/", people.listing, "admin-people"),
    room("quan-tri/nguoi/them/", people.join, "admin-person-new"),
    room("quan-tri/nguoi/<uuid:staff_id>/", people.show, "admin-person"),
    room("quan-tri/nguoi/<uuid:staff_id>/giao-vi-tri/", people.appoint, "admin-person-appoint"),
    room("quan-tri/nguoi/<uuid:staff_id>/chuyen/", people.move, "admin-person-move"),
    room("quan-tri/nguoi/<uuid:staff_id>/lam-thay/", people.delegate, "admin-person-delegate"),
    room("quan-tri/lam-thay/", people.delegations, "admin-delegations"),
    room("quan-tri/lam-thay/<uuid:delegation_id>/", people.end_delegation, "admin-delegation-end"),
    room("lam-thay/", standing_in.choose, "standing-in"),
]
