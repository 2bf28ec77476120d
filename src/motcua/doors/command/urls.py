"""Addresses of those who lead and of those who inspect."""

from motcua.casework.dossiers.pages import inspecting
from motcua.doors.command import home, indices, leader
from motcua.reference.org.pages.entrance import room
from motcua.reform.insight.pages.urls import FIGURES
from motcua.reform.scoring.published.pages.urls import PUBLISHED
from motcua.reform.scoring.quality.pages.urls import QUALITY
from motcua.reform.scoring.rating.pages.urls import RATING

app_name = "command"
urlpatterns = [
    room("", leader.leader, "leader"),
    room("tai-ve/", leader.save, "leader-export"),
    *FIGURES,
    room("so-nhat-ky/", home.home, "home"),
    room("nhat-ky/", inspecting.look_up, "journal"),
    room("nhat-ky/<uuid:dossier_id>/", inspecting.journal, "dossier-journal"),
    room("chi-so/", indices.indices, "indices"),
    *QUALITY,
    *RATING,
    *PUBLISHED,
]
