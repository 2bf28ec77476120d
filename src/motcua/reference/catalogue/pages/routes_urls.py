"""Addresses of routes, under the officials' side."""

from motcua.reference.catalogue.pages import route_steps, route_templates, routes
from motcua.reference.org.pages.entrance import room

ROUTES = [
    room("danh-muc/thu-tuc/<str:code>/quy-trinh/", routes.listing, "catalogue-routes"),
    room("danh-muc/thu-tuc/<str:code>/quy-trinh/soan/", routes.begin, "catalogue-route-begin"),
    room("danh-muc/quy-trinh/<uuid:route_id>/", routes.show, "catalogue-route"),
    room("danh-muc/quy-trinh/<uuid:route_id>/duyet/", routes.approve, "catalogue-route-approve"),
    room("danh-muc/quy-trinh/<uuid:route_id>/bo/", routes.discard, "catalogue-route-discard"),
    room("danh-muc/quy-trinh/<uuid:route_id>/sap-xep/", route_steps.arrange, "catalogue-route-arrange"),
    room("danh-muc/quy-trinh/<uuid:route_id>/buoc/", route_steps.add, "catalogue-route-add"),
    room(
        "danh-muc/quy-trinh/<uuid:route_id>/buoc/<str:step_key>/", route_steps.change, "catalogue-route-step"
    ),
    room(
        "danh-muc/quy-trinh/<uuid:route_id>/buoc/<str:step_key>/huong/",
        route_steps.ways,
        "catalogue-route-ways",
    ),
    room("danh-muc/quy-trinh-mau/", route_templates.listing, "route-templates"),
    room("danh-muc/quy-trinh-mau/<str:template_code>/", route_templates.show, "route-template"),
]
