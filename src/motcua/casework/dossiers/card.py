from motcua.base.rooms import Card, MenuItem
from motcua.casework.dossiers import jobs
from motcua.casework.dossiers.pages.audiences import AT_COUNTER, AT_WORK, INSPECTORS
from motcua.casework.dossiers.queries import count_waiting
from motcua.casework.dossiers.sentences import REFUSALS, VERBS

card = Card(
    room="dossiers",
    title="Hồ sơ",
    verbs=VERBS,
    listens={
        "dossier.accepted": jobs.after_acceptance,
        "dossier.intake_refused": jobs.keep_slips,
        "dossier.supplement_requested": jobs.keep_slips,
        "dossier.supplement_completed": jobs.after_acceptance,
        "dossier.result_issued": jobs.keep_result,
    },
    refusals=REFUSALS,
    menu=(
        MenuItem("Việc của tôi", "desk:work", AT_WORK, 10, within=("ho-so/",), count=count_waiting),
        MenuItem("Tiếp nhận", "desk:counter", AT_COUNTER, 20),
        MenuItem("Tìm hồ sơ", "desk:search", AT_WORK, 30),
        MenuItem("Sổ nhật ký", "command:home", INSPECTORS, 80, within=()),
        MenuItem("Nhật ký hồ sơ", "command:journal", INSPECTORS, 81),
    ),
    finder=MenuItem("Mã hồ sơ, tên, thủ tục", "desk:search", AT_WORK, 0),
)
