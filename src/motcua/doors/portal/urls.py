"""Addresses of the citizens' door."""

from django.urls import path

from motcua.doors.portal.views import (
    about,
    checking,
    disputing,
    downloads,
    drafting,
    filing,
    finding,
    following,
    lookup,
    moves,
    representing,
    signing,
    store,
    uploading,
)
from motcua.reference.org.pages.places import communes

app_name = "portal"
urlpatterns = [
    path("", finding.home, name="home"),
    path("thu-tuc/", finding.results, name="results"),
    path("thu-tuc/goi-y/", finding.suggestions, name="suggestions"),
    path("thu-tuc/theo/<slug:kind>/", finding.browse, name="browse"),
    path("thu-tuc/<str:code>/", finding.procedure, name="procedure"),
    path("thu-tuc/<str:code>/kiem-tra/", checking.check_first, name="check"),
    path("thu-tuc/<str:code>/nop/", filing.start, name="start"),
    path("dang-nhap/", signing.sign_in, name="sign-in"),
    path("dang-xuat/", signing.sign_out, name="sign-out"),
    path("nop/<uuid:dossier_id>/", filing.resume, name="draft"),
    path("nop/<uuid:dossier_id>/phan/<slug:page_code>/", drafting.form_page, name="draft-form"),
    path("nop/<uuid:dossier_id>/giay-to/", drafting.papers, name="draft-papers"),
    path("nop/<uuid:dossier_id>/giay-to/<uuid:paper_id>/bo/", drafting.remove_paper, name="draft-remove"),
    path(
        "nop/<uuid:dossier_id>/giay-to/<uuid:requirement_id>/anh/<uuid:photo_id>/",
        uploading.photo,
        name="draft-photo",
    ),
    path("tai-len/", uploading.uploads, name="uploads"),
    path("tai-len/<uuid:upload_id>/", uploading.upload, name="upload"),
    path(
        "nop/<uuid:dossier_id>/bao-sai/giay-to/<uuid:requirement_id>/",
        disputing.dispute_paper,
        name="draft-dispute-paper",
    ),
    path(
        "nop/<uuid:dossier_id>/bao-sai/<slug:field_name>/", disputing.dispute_fact, name="draft-dispute-fact"
    ),
    path("nop/<uuid:dossier_id>/xoa/", filing.delete_draft, name="draft-delete"),
    path("nop/<uuid:dossier_id>/nhan-ket-qua/", drafting.delivery, name="draft-delivery"),
    path("nop/<uuid:dossier_id>/kiem-tra/", filing.check, name="draft-check"),
    path("nop/<uuid:dossier_id>/da-nop/", filing.done, name="draft-done"),
    path("ho-so/", following.mine, name="mine"),
    path("ho-so/<uuid:dossier_id>/", following.follow, name="dossier"),
    path("ho-so/<uuid:dossier_id>/luot-xem/", following.looks, name="looks"),
    path("ho-so/<uuid:dossier_id>/bo-sung/", moves.supplement, name="supplement"),
    path("ho-so/<uuid:dossier_id>/rut/", moves.withdraw, name="withdraw"),
    path("ho-so/<uuid:dossier_id>/tep/<uuid:paper_id>/", downloads.paper, name="file"),
    path("ho-so/<uuid:dossier_id>/phieu/<uuid:slip_id>/", downloads.slip, name="slip"),
    path("ho-so/<uuid:dossier_id>/ket-qua/", downloads.result, name="result"),
    path("ho-so/<uuid:dossier_id>/ban-da-nop/", downloads.sent, name="sent"),
    path("nop-thay/", representing.represented, name="represented"),
    path("nop-thay/them/", representing.represent, name="represent"),
    path(
        "nop-thay/<uuid:representation_id>/xac-nhan/",
        representing.confirm_representation,
        name="confirm-representation",
    ),
    path(
        "nop-thay/<uuid:representation_id>/cham-dut/",
        representing.end_representation,
        name="end-representation",
    ),
    path("tra-cuu/", lookup.look_up, name="look-up"),
    path("kho-giay-to/", store.held_papers, name="held"),
    path("kho-giay-to/<uuid:paper_id>/luot-dung/", store.uses, name="held-uses"),
    path("kho-giay-to/<uuid:paper_id>/", store.held_file, name="held-file"),
    path("dia-danh/", communes, name="communes"),
    path("tro-giup/", about.help_page, name="help"),
    path("tiep-can/", about.accessibility, name="accessibility"),
    path("du-lieu-ca-nhan/", about.personal_data, name="personal-data"),
]
