"""Addresses of the rating of one-stop units, among those of leaders."""

from motcua.reference.org.pages.entrance import room
from motcua.reform.scoring.rating.pages import declaring, unit, units

RATING = [
    room("chi-so/mot-cua/", units.units, "rating"),
    room("chi-so/mot-cua/<uuid:unit_id>/", unit.unit, "rating-unit"),
    room("chi-so/mot-cua/<uuid:unit_id>/<int:indicator>/", declaring.declare, "rating-declare"),
]
