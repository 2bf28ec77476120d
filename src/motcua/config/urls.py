"""All addresses of the house."""

from django.urls import include, path

from motcua.base.web import errors, health

urlpatterns = [
    path("healthz", health.healthz),
    path("livez", health.livez),
    path("can-bo/", include("motcua.doors.desk.urls")),
    path("dieu-hanh/", include("motcua.doors.command.urls")),
    path("api/v1/", include("motcua.doors.api.urls")),
    path("", include("motcua.exchange.identity.urls")),
    path("", include("motcua.doors.portal.urls")),
]

handler400 = errors.unreadable
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.broken
