from motcua.base.rooms import Card
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
    refusals=REFUSALS,
)
