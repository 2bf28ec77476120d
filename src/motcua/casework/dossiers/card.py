from motcua.base.rooms import Card, MenuItem
from motcua.casework.dossiers import jobs
from motcua.casework.dossiers.measures import MEASURES
from motcua.casework.dossiers.pages.audiences import (
    ASKED_OR_ASKING,
    AT_COUNTER,
    AT_COUNTER_OR_HEAD,
    AT_WORK,
    HEADS,
    INSPECTORS,
)
from motcua.casework.dossiers.queries import count_asked, count_waiting
from motcua.casework.dossiers.sentences import REFUSALS, VERBS

card = Card(
    room="dossiers",
    title="Hồ sơ",
    verbs=VERBS,
    tasks={
        "dossiers.delete_old_drafts": "Xóa bản nháp hết thời hạn lưu",
        "dossiers.flag_late_consultees": "Ghi nhận cơ quan phối hợp trả lời trễ",
    },
    listens={
        "dossier.accepted": jobs.after_acceptance,
        "dossier.intake_refused": jobs.keep_slips,
        "dossier.supplement_requested": jobs.keep_slips,
        "dossier.extended": jobs.keep_slips,
        "dossier.stopped": jobs.keep_slips,
        "dossier.supplement_completed": jobs.after_acceptance,
        "dossier.result_issued": jobs.keep_result,
        "dossier.result_corrected": jobs.keep_result,
    },
    refusals=REFUSALS,
    measures=MEASURES,
    menu=(
        MenuItem("Việc của tôi", "desk:work", AT_WORK, 10, within=("ho-so/",), count=count_waiting),
        MenuItem("Đơn vị", "desk:board", HEADS, 15),
        MenuItem("Tiếp nhận", "desk:counter", AT_COUNTER, 20),
        MenuItem("Lấy ý kiến", "desk:consultations", ASKED_OR_ASKING, 22, count=count_asked),
        MenuItem("Sổ theo dõi", "desk:register", AT_COUNTER_OR_HEAD, 25, within=("so-theo-doi/",)),
        MenuItem("Sổ nhật ký", "command:home", INSPECTORS, 3, within=()),
        MenuItem("Nhật ký hồ sơ", "command:journal", INSPECTORS, 4),
    ),
    finder=MenuItem("Mã hồ sơ, tên, thủ tục", "desk:search", AT_WORK, 0),
)
