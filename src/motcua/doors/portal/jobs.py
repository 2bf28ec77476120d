"""Background work of the citizens' door: the PDF made of photos takes their place, what is over goes."""

from motcua.base.access import system
from motcua.base.clock import now
from motcua.base.files import commands as files
from motcua.base.files import queries as stored
from motcua.base.rooms import News
from motcua.casework.dossiers import commands
from motcua.doors.portal.photos import gathered, show_joined
from motcua.doors.portal.shelves import AnswerShelf, DraftShelf, beginning, shelf_at

WORKER = system("portal")


def put_joined(news: News) -> None:
    """Put the newest PDF of some photos where they were sent to."""
    album = stored.album(news.about_id)
    if album is None or album.joined_revision != news.payload["revision"]:
        return
    shelf = shelf_at(album.place)
    if shelf is not None:
        show_joined(shelf, album, at=now())


def let_photos_go(news: News) -> None:
    """Let the photos of a filed or deleted draft go; those not joined yet stay as its papers."""
    for album in stored.albums_under(beginning(DraftShelf.kind, news.about_id)):
        files.close_album(place=album.place, by=WORKER, at=now())


def let_answer_go(news: News) -> None:
    """Let the files go that nobody can send any more, and the photos of what was sent as PDF."""
    commands.let_unsent_go(dossier_id=news.about_id, by=WORKER, at=now())
    for album in stored.albums_under(beginning(AnswerShelf.kind, news.about_id)):
        shelf = shelf_at(album.place)
        # An answer may be sent anew: photos that wait again are left alone.
        if shelf is None or gathered(shelf).album is None:
            files.close_album(place=album.place, by=WORKER, at=now())
