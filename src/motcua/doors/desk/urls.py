"""Addresses of the officials' side. Log-in keeps the names that allauth looks for."""

from django.urls import include, path

from motcua.casework.dossiers.notices.pages.urls import NOTICES
from motcua.casework.dossiers.pages import (
    acts,
    board,
    consulting,
    control,
    counter,
    dossier,
    late_entry,
    many,
    register,
    saved,
    work,
)
from motcua.casework.dossiers.pages.administration import CHANGES
from motcua.casework.dossiers.pages.limits import LIMITS
from motcua.doors.desk import account, landing
from motcua.reference.catalogue.pages.importing_urls import IMPORTING
from motcua.reference.catalogue.pages.routes_urls import ROUTES
from motcua.reference.catalogue.pages.urls import CATALOGUE
from motcua.reference.catalogue.pages.wording_urls import WORDING
from motcua.reference.forms.pages import addresses as forms
from motcua.reference.org.pages.administration.urls import ADMINISTRATION
from motcua.reference.org.pages.entrance import room, threshold
from motcua.reference.people.pages import corrections
from motcua.reform.scoring.pages.sets_urls import CRITERIA
from motcua.reform.scoring.pages.urls import SCORING

_account = [
    threshold("dang-nhap/", account.log_in, "account_login"),
    threshold("dang-nhap/xac-nhan/", account.authenticate, "mfa_authenticate"),
    threshold("dang-nhap/khoa/", account.log_in_by_passkey, "mfa_login_webauthn"),
    threshold("dang-xuat/", account.log_out, "account_logout"),
    threshold("da-khoa/", account.inactive, "account_inactive"),
    threshold("tai-khoan/", account.overview, "mfa_index"),
    threshold("tai-khoan/xac-nhan-lai/", account.reauthenticate, "account_reauthenticate"),
    threshold("tai-khoan/xac-nhan-lai/ma/", account.reauthenticate_by_code, "mfa_reauthenticate"),
    threshold(
        "tai-khoan/xac-nhan-lai/khoa/", account.reauthenticate_by_passkey, "mfa_reauthenticate_webauthn"
    ),
    threshold("tai-khoan/ung-dung/", account.activate_totp, "mfa_activate_totp"),
    threshold("tai-khoan/ung-dung/bo/", account.deactivate_totp, "mfa_deactivate_totp"),
    threshold("tai-khoan/khoa/", account.list_passkeys, "mfa_list_webauthn"),
    threshold("tai-khoan/khoa/them/", account.add_passkey, "mfa_add_webauthn"),
    threshold("tai-khoan/khoa/<int:pk>/bo/", account.remove_passkey, "mfa_remove_webauthn"),
    threshold("tai-khoan/ma-du-phong/", account.recovery_codes, "mfa_view_recovery_codes"),
    threshold(
        "tai-khoan/ma-du-phong/tai-ve/", account.download_recovery_codes, "mfa_download_recovery_codes"
    ),
    room("tai-khoan/ma-du-phong/tao/", account.generate_recovery_codes, "mfa_generate_recovery_codes"),
    room("tai-khoan/mat-khau/", account.change_password, "account_change_password"),
]

_desk = [
    room("", landing.landing, "work"),
    room("tim/", work.search, "search"),
    room("don-vi/", board.board, "board"),
    room("su-co/", late_entry.outages, "outages"),
    room("su-co/<uuid:outage_id>/", late_entry.choose, "late-counter"),
    room("su-co/<uuid:outage_id>/<str:code>/", late_entry.take_in, "late-take-in"),
    room("cach-xem/", saved.keep, "view-keep"),
    room("cach-xem/<uuid:view_id>/bo/", saved.let_go, "view-let-go"),
    room("nhieu/<str:act>/", many.bulk, "bulk"),
    room("y-kien/", consulting.consultations, "consultations"),
    room("bao-sai/", corrections.reports, "corrections"),
    room("bao-sai/<uuid:correction_id>/", corrections.report, "correction"),
    room("tiep-nhan/", counter.choose, "counter"),
    room("tiep-nhan/<str:code>/", counter.take_in, "take-in"),
    room("ho-so/<uuid:dossier_id>/", dossier.show, "dossier"),
    room("ho-so/<uuid:dossier_id>/giay-to/", dossier.judge, "judge"),
    room("ho-so/<uuid:dossier_id>/hien/", dossier.reveal, "reveal"),
    room("ho-so/<uuid:dossier_id>/giay-to/<uuid:paper_id>/", dossier.paper_file, "paper"),
    room("ho-so/<uuid:dossier_id>/y-kien/<uuid:consultation_id>/", dossier.reply_file, "reply-file"),
    room("ho-so/<uuid:dossier_id>/phieu/<uuid:slip_id>/", dossier.slip, "slip"),
    room("ho-so/<uuid:dossier_id>/kiem-soat/", control.show, "control-slip"),
    room("ho-so/<uuid:dossier_id>/kiem-soat/in/", control.print_out, "control-slip-print"),
    room("so-theo-doi/", register.show, "register"),
    room("so-theo-doi/<int:year>/in/", register.print_out, "register-print"),
    room("so-theo-doi/<int:year>/tai-ve/", register.save, "register-save"),
    room("so-theo-doi/<int:year>/quyen/", register.open_volume, "register-volume"),
    room("so-theo-doi/<int:year>/khoa/", register.close, "register-close"),
    room("ho-so/<uuid:dossier_id>/ket-qua/", dossier.result, "result"),
    room("ho-so/<uuid:dossier_id>/ket-qua/<uuid:result_id>/", dossier.one_result, "one-result"),
    *(room(f"ho-so/<uuid:dossier_id>/{act.slug}/", acts.page_of(act), act.name) for act in acts.ACTS),
    *WORDING,
    *IMPORTING,
    *ROUTES,
    *CATALOGUE,
    *SCORING,
    *NOTICES,
    *LIMITS,
    *CRITERIA,
    *ADMINISTRATION,
    *CHANGES,
]

urlpatterns = [
    *_account,
    path("", include((_desk, "desk"))),
    path("bieu-mau/", include((forms.urlpatterns, "forms"))),
]
