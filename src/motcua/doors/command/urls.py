"""Addresses of those who inspect."""

from motcua.casework.dossiers.pages import inspecting
from motcua.doors.command import home
from motcua.reference.org.pages.entrance import room
from motcua.reform.scoring.quality.pages.urls import QUALITY
from motcua.reform.scoring.rating.pages.urls import RATING

app_name = "command"
urlpatterns = [
    room("", home.home, "home"),
    room("nhat-ky/", inspecting.look_up, "journal"),
    room("nhat-ky/<uuid:dossier_id>/", inspecting.journal, "dossier-journal"),
    *QUALITY,
    *RATING,
]
