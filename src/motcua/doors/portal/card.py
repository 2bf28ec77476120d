from motcua.base.rooms import Card
from motcua.doors.portal import jobs

card = Card(
    room="portal",
    title="Cổng công dân",
    listens={
        "album.joined": jobs.put_joined,
        "dossier.submitted": jobs.let_photos_go,
        "dossier.draft_deleted": jobs.let_draft_go,
    },
)
