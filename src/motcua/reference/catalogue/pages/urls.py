"""Addresses of the controllers' pages, under the officials' side."""

from motcua.reference.catalogue.pages import decisions, listing, parts, procedures, versions
from motcua.reference.org.pages.entrance import room

CATALOGUE = [
    room("danh-muc/", listing.listing, "catalogue"),
    room("danh-muc/quyet-dinh/", decisions.register, "catalogue-decisions"),
    room("danh-muc/quyet-dinh/moi/", decisions.new, "catalogue-decision-new"),
    room("danh-muc/quyet-dinh/<uuid:decision_id>/", decisions.show, "catalogue-decision"),
    room("danh-muc/thu-tuc/<str:code>/", procedures.show, "catalogue-procedure"),
    room("danh-muc/thu-tuc/<str:code>/soan/", procedures.draft, "catalogue-draft"),
    room("danh-muc/thu-tuc/<str:code>/phan-loai/", procedures.classify, "catalogue-classify"),
    room("danh-muc/thu-tuc/<str:code>/so-sanh/", procedures.compare, "catalogue-compare"),
    room("danh-muc/thu-tuc/<str:code>/bai-bo/", procedures.abolish, "catalogue-abolish"),
    room("danh-muc/thu-tuc/<str:code>/noi-thuc-hien/", procedures.offerings, "catalogue-offerings"),
    room(
        "danh-muc/thu-tuc/<str:code>/noi-thuc-hien/<uuid:offering_id>/",
        procedures.end_offering,
        "catalogue-end-offering",
    ),
    room("danh-muc/phien-ban/<uuid:version_id>/", versions.show, "catalogue-version"),
    room("danh-muc/phien-ban/<uuid:version_id>/sua/<str:part>/", parts.edit, "catalogue-edit"),
    room("danh-muc/phien-ban/<uuid:version_id>/<str:slug>/", versions.step, "catalogue-step"),
]
