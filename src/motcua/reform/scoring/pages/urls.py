"""Addresses of scoring, under the officials' side."""

from motcua.reference.org.pages.entrance import room
from motcua.reform.scoring.pages import (
    appraising,
    decisions,
    home,
    leaf,
    locking,
    results,
    rounds,
    running,
    sheet,
)

SCORING = [
    room("cham-diem/", home.show, "scoring"),
    room("cham-diem/tham-dinh/", appraising.queue, "score-queue"),
    room("cham-diem/dot/", rounds.listing, "score-rounds"),
    room("cham-diem/dot/mo/", running.open_year, "score-round-open"),
    room("cham-diem/dot/<uuid:round_id>/", rounds.show, "score-round"),
    room("cham-diem/dot/<uuid:round_id>/han/", running.deadline, "score-round-deadline"),
    room("cham-diem/dot/<uuid:round_id>/phan-cong/<str:domain>/", running.allocate, "score-round-allocate"),
    room("cham-diem/dot/<uuid:round_id>/thang/", running.month, "score-round-month"),
    room("cham-diem/dot/<uuid:round_id>/bo-tieu-chi/", running.move, "score-round-move"),
    room("cham-diem/dot/<uuid:round_id>/phe-duyet/", decisions.approve, "score-approve"),
    room("cham-diem/quyet-dinh/<uuid:decision_id>/", decisions.show, "score-decision"),
    room("cham-diem/quyet-dinh/<uuid:decision_id>/cong-bo/", decisions.publish, "score-publish"),
    room("cham-diem/quyet-dinh/<uuid:decision_id>/dinh-chinh/", decisions.correct, "score-correct"),
    room("cham-diem/ket-qua/", results.show, "score-results"),
    room("cham-diem/ket-qua/<uuid:agency_id>/", results.history, "score-history"),
    room("cham-diem/tai-lieu/<uuid:evidence_id>/", leaf.open_evidence, "score-evidence"),
    room("cham-diem/tai-lieu/<uuid:evidence_id>/rut/", leaf.drop_evidence, "score-evidence-drop"),
    room("cham-diem/bang/<uuid:sheet_id>/", sheet.show, "score-sheet"),
    room("cham-diem/bang/<uuid:sheet_id>/bang-tinh/", sheet.save, "score-sheet-save"),
    room("cham-diem/bang/<uuid:sheet_id>/thang-truoc/", leaf.take_over, "score-take-over"),
    room("cham-diem/bang/<uuid:sheet_id>/len-loai/", results.ways, "score-ways"),
    room("cham-diem/bang/<uuid:sheet_id>/khoa/", locking.lock, "score-lock"),
    room("cham-diem/bang/<uuid:sheet_id>/bat-dau/", appraising.begin, "score-begin"),
    room("cham-diem/bang/<uuid:sheet_id>/chot/", locking.close_appraisal, "score-appraisal-close"),
    room(
        "cham-diem/bang/<uuid:sheet_id>/khoa-giai-trinh/", locking.lock_explanation, "score-explanation-lock"
    ),
    room("cham-diem/bang/<uuid:sheet_id>/hoi-dong/", locking.close_council, "score-council-close"),
    room("cham-diem/bang/<uuid:sheet_id>/<str:code>/", leaf.show, "score-leaf"),
    room("cham-diem/bang/<uuid:sheet_id>/<str:code>/giao/", leaf.give, "score-leaf-give"),
    room("cham-diem/bang/<uuid:sheet_id>/<str:code>/tai-lieu/", leaf.add_evidence, "score-evidence-add"),
    room("cham-diem/bang/<uuid:sheet_id>/<str:code>/tham-dinh/", appraising.verdict, "score-verdict"),
    room("cham-diem/bang/<uuid:sheet_id>/<str:code>/giai-trinh/", appraising.explain, "score-explain"),
    room("cham-diem/bang/<uuid:sheet_id>/<str:code>/khao-sat/", leaf.survey, "score-survey"),
]
