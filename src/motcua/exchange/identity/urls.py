"""The way out to the e-identity provider and back; everything that people read stands in the doors."""

from django.urls import path

from motcua.base.access.audience import ANYONE
from motcua.base.web.page import declared
from motcua.exchange.identity import views

urlpatterns = [
    path(
        "dang-nhap/<slug:provider_id>/",
        declared(views.start, audience=ANYONE, writes=True),
        name="openid_connect_login",
    ),
    path(
        "dang-nhap/<slug:provider_id>/tro-ve/",
        declared(views.come_back, audience=ANYONE, writes=True),
        name="openid_connect_callback",
    ),
]
