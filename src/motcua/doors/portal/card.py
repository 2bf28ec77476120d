from motcua.base.rooms import Card
from motcua.doors.portal import jobs

card = Card(
    room="portal",
    title="Cổng công dân",
    listens={
        "album.joined": jobs.put_joined,
        "dossier.submitted": jobs.let_photos_go,
        "dossier.draft_deleted": jobs.let_photos_go,
        "dossier.supplement_answered": jobs.let_answer_go,
        "dossier.supplement_completed": jobs.let_answer_go,
        "dossier.intake_refused": jobs.let_answer_go,
        "dossier.stopped": jobs.let_answer_go,
        "dossier.withdrawn": jobs.let_answer_go,
    },
)
