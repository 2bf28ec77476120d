from motcua.base.journal.words import Why as JournalWhy
from motcua.base.rooms import Card
from motcua.base.rooms.refusal import Sentence
from motcua.casework.dossiers import jobs
from motcua.casework.dossiers.sentences import REFUSALS, VERBS

card = Card(
    room="dossiers",
    title="Hồ sơ",
    verbs=VERBS,
    listens={
        "dossier.accepted": jobs.keep_slips,
        "dossier.intake_refused": jobs.keep_slips,
        "dossier.supplement_requested": jobs.keep_slips,
        "dossier.supplement_completed": jobs.keep_slips,
        "dossier.result_issued": jobs.keep_result,
    },
    refusals={
        **REFUSALS,
        JournalWhy.KEY_REUSED: Sentence(
            "Trang này đã được gửi một lần với nội dung khác.", "Mở lại trang mới nhất rồi sửa tiếp."
        ),
    },
)
