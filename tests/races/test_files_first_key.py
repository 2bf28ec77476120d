"""Many first files of one owner at once."""

from io import BytesIO
from pathlib import Path
from threading import Thread

from django.db import connection
from pytest_django.fixtures import Settings

from motcua.base.access import Actor, Kind
from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.files import commands
from motcua.base.files.models import OwnerKey, StoredFile
from tests.rooms.foreign_files import pdf
from tests.support.database import Database

PAO = Actor(Kind.MEMBER, person=uuid7())


def test_first_files_at_once_share_one_key(committed: Database, settings: Settings, tmp_path: Path) -> None:
    settings.FILES_DIR = tmp_path
    taken: list[object] = []

    def send() -> None:
        try:
            taken.append(commands.take_in(stream=BytesIO(pdf()), name="a.pdf", by=PAO, at=now()))
        finally:
            connection.close()

    hands = [Thread(target=send) for _ in range(4)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert [type(one) for one in taken] == [StoredFile] * 4
    assert OwnerKey.objects.count() == 1
