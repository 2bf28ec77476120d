"""However many processes come for a folder that is not there yet, each finds it made."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from motcua.base.database.launcher.layout import make_folder

COMERS = 8


def test_all_who_come_at_once_find_the_folder(tmp_path: Path) -> None:
    assert all_come_for(tmp_path, make_folder) == []


def test_looking_before_making_lets_some_of_them_fail(tmp_path: Path) -> None:
    """The control: what happens where the look and the making are two steps."""

    def look_then_make(folder: Path) -> None:
        if not folder.exists():
            folder.mkdir(parents=True)

    assert all_come_for(tmp_path, look_then_make) != []


def all_come_for(tmp_path: Path, make: Callable[[Path], None]) -> list[BaseException]:
    """Let eight come for each of two hundred folders in one moment, and give what went wrong."""

    def come(folder: Path, barrier: Barrier) -> None:
        barrier.wait()
        make(folder)

    wrong: list[BaseException] = []
    with ThreadPoolExecutor(COMERS) as people:
        for number in range(200):
            barrier, folder = Barrier(COMERS), tmp_path / str(number) / "var" / "postgres"
            comings = [people.submit(come, folder, barrier) for _ in range(COMERS)]
            wrong += [error for coming in comings if (error := coming.exception())]
    return wrong
