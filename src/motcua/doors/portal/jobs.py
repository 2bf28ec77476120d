"""Background work of the citizens' door: the PDF made of photos takes their place."""

from motcua.base.access import system
from motcua.base.clock import now
from motcua.base.files import commands as files
from motcua.base.files import queries as stored
from motcua.base.rooms import News
from motcua.doors.portal.photos import beginning_of, is_of_draft, show_joined

WORKER = system("portal")


def put_joined(news: News) -> None:
    """Put the newest PDF of some photos into the draft that they were sent for."""
    album = stored.album(news.about_id)
    if album is None or not is_of_draft(album) or album.joined_revision != news.payload["revision"]:
        return
    show_joined(album, at=now())


def let_draft_go(news: News) -> None:
    """Let the photos of a deleted draft go, with the PDF made of them."""
    for album in stored.albums_under(beginning_of(news.about_id)):
        files.close_album(place=album.place, by=WORKER, at=now(), and_joined=True)


def let_photos_go(news: News) -> None:
    """Let the photos go that a filed dossier has as PDF; those not joined yet stay as its papers."""
    for album in stored.albums_under(beginning_of(news.about_id)):
        files.close_album(place=album.place, by=WORKER, at=now())
