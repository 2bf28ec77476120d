"""Background work of the catalogue: a file that was sent is compared, a confirmed one loaded."""

from motcua.base.access import system
from motcua.base.clock import now
from motcua.base.rooms import News
from motcua.reference.catalogue.commands.uploading import compare_upload, load_upload

IMPORTER = system("catalogue import")


def compare_sent(news: News) -> None:
    """Compare a file with the catalogue."""
    compare_upload(upload_id=news.about_id, by=IMPORTER, at=now())


def load_confirmed(news: News) -> None:
    """Load a file that somebody confirmed."""
    load_upload(upload_id=news.about_id, by=IMPORTER, at=now())
