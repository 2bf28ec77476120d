"""Files sent in parts: what was acknowledged stays, nobody touches another's, limits are said at once."""

from hashlib import sha256
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks, Settings

from motcua.base.access import system
from motcua.base.access.models import Account
from motcua.base.clock import now
from motcua.base.files import commands as files
from motcua.base.files.commands.uploading import KEPT_FOR, LARGEST_PART
from motcua.base.files.models import OwnerKey, StoredFile, Upload, UploadPart
from motcua.base.files.queries import content
from motcua.base.files.store import DiskStore
from tests.doors import portal_scene as scene
from tests.rooms import foreign_files as foreign
from tests.support.world import World

pytestmark = pytest.mark.django_db
BODY = foreign.picture("PNG", (200, 200))
PART = len(BODY) // 3 + 1
HOUSE = system("tests")


@pytest.fixture
def built(settings: Settings, tmp_path: Path) -> World:
    settings.FILES_DIR = tmp_path
    return scene.world()


def begin(client: Client, **changed: object) -> HttpResponse:
    words = {"name": "anh.png", "size": len(BODY), "place": "/a/#tep", "sameness": "1", **changed}
    return client.post("/tai-len/", words)


def part(client: Client, address: str, begins: int, body: bytes) -> HttpResponse:
    return client.post(
        address, body, content_type="application/octet-stream", headers={"Upload-Offset": str(begins)}
    )


def finish(client: Client, address: str) -> HttpResponse:
    return client.post(address, headers={"Upload-Finish": "1"})


def send_all(client: Client, body: bytes = BODY, **changed: object) -> HttpResponse:
    address = begin(client, size=len(body), **changed).json()["address"]
    for begins in range(0, len(body), PART):
        assert part(client, address, begins, body[begins : begins + PART]).status_code == 200
    return finish(client, address)


def test_parts_become_the_file_that_was_sent(built: World) -> None:
    told = send_all(scene.as_pao(built)).json()
    assert (told["state"], told["offset"]) == ("stored", len(BODY))
    with content(StoredFile.objects.get()) as file:
        assert file.read() == BODY
    assert not UploadPart.objects.exists()


def test_after_a_cut_the_sender_learns_how_far_it_came_and_goes_on(built: World) -> None:
    address = begin(scene.as_pao(built)).json()["address"]
    assert part(scene.as_pao(built), address, 0, BODY[:PART]).json()["offset"] == PART
    # Another browser session, a restarted house: all that is known lies in database and store.
    client = scene.as_pao(built)
    assert client.get(address).json()["offset"] == PART
    assert begin(client).json() == {**client.get(address).json()}
    assert part(client, address, PART, BODY[PART:]).json()["offset"] == len(BODY)
    assert finish(client, address).json()["state"] == "stored"


def test_a_part_whose_answer_was_lost_is_not_taken_twice(built: World) -> None:
    client = scene.as_pao(built)
    address = begin(client).json()["address"]
    part(client, address, 0, BODY[:PART])
    again = part(client, address, 0, BODY[:PART])
    assert again.status_code == 409
    assert client.get(address).json()["offset"] == PART
    assert UploadPart.objects.count() == 1


def test_a_part_is_on_the_disk_before_it_is_acknowledged(
    built: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = scene.as_pao(built)
    address = begin(client).json()["address"]
    acts: list[str] = []
    real = DiskStore.put

    def put(self: DiskStore, *facts: object) -> object:
        stored = real(self, *facts)
        acts.append("synced")
        return stored

    monkeypatch.setattr(DiskStore, "put", put)
    part(client, address, 0, BODY[:PART])
    acts.append("acknowledged")
    assert acts == ["synced", "acknowledged"]


def test_a_disk_that_is_full_acknowledges_nothing(built: World, monkeypatch: pytest.MonkeyPatch) -> None:
    client = scene.as_pao(built)
    client.raise_request_exception = False
    address = begin(client).json()["address"]

    def full(_descriptor: int) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as patch:
        patch.setattr("motcua.base.files.store.os.fsync", full)
        assert part(client, address, 0, BODY[:PART]).status_code == 500
    assert client.get(address).json()["offset"] == 0


def test_parts_lie_sealed(built: World, tmp_path: Path) -> None:
    client = scene.as_pao(built)
    part(client, begin(client).json()["address"], 0, BODY[:PART])
    lying = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert len(lying) == 1
    assert b"PNG" not in lying[0]


def test_nobody_touches_another_s_upload(built: World) -> None:
    mine = scene.as_pao(built)
    address = begin(mine).json()["address"]
    part(mine, address, 0, BODY[:PART])
    stranger = scene.browser(Account.objects.get(person=built.stranger.person).pk)
    assert stranger.get(address).status_code == 404
    assert part(stranger, address, PART, BODY[PART:]).status_code == 404
    assert finish(stranger, address).status_code == 404
    assert begin(stranger).json()["offset"] == 0
    assert stranger.get("/tai-len/", {"place": "/a/#tep"}).json()["uploads"][0]["offset"] == 0
    assert mine.get(address).json()["offset"] == PART


def test_control_without_the_owner_s_name_a_stranger_would_reach_it(
    built: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = begin(scene.as_pao(built)).json()["address"]
    for where in ("queries", "commands.uploading.journal"):
        monkeypatch.setattr(f"motcua.base.files.{where}.name_of", lambda by: "anybody")
    Upload.objects.update(begun_by="anybody")
    stranger = scene.browser(Account.objects.get(person=built.stranger.person).pk)
    assert stranger.get(address).status_code == 200


def test_who_is_not_signed_in_begins_nothing(built: World) -> None:
    assert begin(Client()).status_code == 302
    assert not Upload.objects.exists()


def test_a_page_elsewhere_cannot_begin_an_upload(built: World) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(Account.objects.get(pk=built.citizen.account_id))
    assert begin(client).status_code == 403


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"size": 0}, "không đọc được"),
        ({"size": "x"}, "không đọc được"),
        ({"size": 10**9}, "lớn hơn"),
        ({"size": "9" * 40}, "không đọc được"),
        ({"name": "a.exe"}, "Chỉ nhận tệp"),
        ({"name": ""}, "Chỉ nhận tệp"),
    ],
)
def test_what_cannot_come_to_anything_is_said_before_it_is_sent(
    built: World, changed: dict[str, object], told: str
) -> None:
    answer = begin(scene.as_pao(built), **changed)
    assert answer.status_code == 422
    assert told in answer.json()["say"]
    assert not Upload.objects.exists()


def test_more_bytes_than_were_announced_are_refused(built: World) -> None:
    client = scene.as_pao(built)
    address = begin(client, size=10).json()["address"]
    assert part(client, address, 0, BODY).status_code == 422
    assert part(client, address, 0, b"").status_code == 422
    assert client.get(address).json()["offset"] == 0


def test_a_part_too_large_is_refused(built: World) -> None:
    client = scene.as_pao(built)
    address = begin(client, size=LARGEST_PART * 3).json()["address"]
    assert part(client, address, 0, bytes(LARGEST_PART + 1)).status_code == 422


def test_an_unfinished_file_is_not_taken_in(built: World) -> None:
    client = scene.as_pao(built)
    address = begin(client).json()["address"]
    part(client, address, 0, BODY[:PART])
    assert finish(client, address).status_code == 409
    assert not StoredFile.objects.exists()


def test_a_bad_file_is_refused_with_its_sentence_however_often_it_is_asked(built: World) -> None:
    client = scene.as_pao(built)
    told = send_all(client, foreign.program() * 3, name="a.pdf")
    again = finish(client, told.json()["address"])
    for answer in (told, again):
        assert answer.json()["state"] == "refused"
        assert "không phải PDF thật" in answer.json()["say"]
    assert not StoredFile.objects.exists()


def test_finishing_twice_takes_in_once(built: World) -> None:
    client = scene.as_pao(built)
    told = send_all(client).json()
    assert finish(client, told["address"]).json() == told
    assert StoredFile.objects.count() == 1


def test_what_arrived_is_held_against_the_digest_of_the_sender(built: World) -> None:
    client = scene.as_pao(built)
    good = send_all(client, sameness=f"sha256:{sha256(BODY).hexdigest()}")
    assert good.json()["state"] == "stored"
    bad = send_all(client, sameness=f"sha256:{sha256(b'other').hexdigest()}")
    assert bad.json()["state"] == "refused"
    assert "không giống tệp trên máy" in bad.json()["say"]


def test_too_many_uploads_at_once_are_refused(built: World, settings: Settings) -> None:
    settings.UPLOAD_QUOTAS = "2026-01-01 open=2 day_mb=300"
    client = scene.as_pao(built)
    assert [begin(client, sameness=n).status_code for n in range(3)] == [200, 200, 422]
    assert begin(client, sameness=1).status_code == 200, "going on with one is always possible"


def test_a_day_has_a_limit_however_the_files_are_sent(built: World, settings: Settings) -> None:
    settings.UPLOAD_QUOTAS = "2026-01-01 open=9 day_mb=1"
    client, dossier = scene.as_pao(built), built.draft()
    assert begin(client, size=900_000).status_code == 200
    refused = begin(client, size=400_000, sameness="2")
    assert (refused.status_code, "mỗi ngày" in refused.json()["say"]) == (422, True)
    big = foreign.picture("PNG", (400, 400))
    assert len(big) > 150_000
    assert scene.upload(client, dossier, scene.proof(built), to__png=big) == 422


def test_what_arrived_is_attached_when_its_page_is_sent(built: World) -> None:
    client, dossier, paper = scene.as_pao(built), built.draft(), scene.proof(built)
    page = f"/nop/{dossier.pk}/giay-to/"
    send_all(client, place=f"{page}#tep-{paper.pk}")
    assert client.post(page, {"upload": "1"}).status_code == 302
    assert scene.attached(dossier) == ["anh.png"]
    client.post(f"{page}{dossier.papers.get().pk}/bo/")
    client.post(page, {"upload": "1"})
    assert scene.attached(dossier) == [], "what was used once does not come back"


def test_what_arrived_for_another_page_stays_there(built: World) -> None:
    client, dossier, paper = scene.as_pao(built), built.draft(), scene.proof(built)
    send_all(client, place=f"/nop/{dossier.pk}/giay-to/#tep-other")
    assert client.post(f"/nop/{dossier.pk}/giay-to/", {}).status_code == 422
    assert scene.attached(dossier) == []
    assert paper is not None


def test_an_upload_given_up_is_swept_with_its_bytes(
    built: World, tmp_path: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    client = scene.as_pao(built)
    address = begin(client).json()["address"]
    part(client, address, 0, BODY[:PART])
    send_all(client, sameness="whole")
    with django_capture_on_commit_callbacks(execute=True):
        assert files.sweep(by=HOUSE, at=now())["uploads"] == 0
        assert files.sweep(by=HOUSE, at=now() + KEPT_FOR)["uploads"] == 2
    assert not Upload.objects.exists() and not StoredFile.objects.exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert client.get(address).status_code == 404


def test_an_expired_upload_takes_no_more(built: World) -> None:
    client = scene.as_pao(built)
    address = begin(client).json()["address"]
    Upload.objects.update(expires_at=now())
    assert part(client, address, 0, BODY[:PART]).status_code == 404
    assert begin(client).json()["address"] != address


def test_a_new_key_of_the_owner_ends_what_was_on_its_way(built: World) -> None:
    client = scene.as_pao(built)
    address = begin(client).json()["address"]
    files.shred(owner=OwnerKey.objects.get().owner, by=HOUSE, at=now())
    assert part(client, address, 0, BODY[:PART]).status_code == 404
    assert send_all(client).json()["state"] == "stored"


def test_a_file_whose_owner_s_key_was_destroyed_is_said_to_be_gone(built: World) -> None:
    client, dossier = scene.as_pao(built), scene.filled(built)
    address = f"/ho-so/{dossier.pk}/tep/{dossier.papers.get().pk}/"
    files.shred(owner=OwnerKey.objects.get().owner, by=HOUSE, at=now())
    answer = client.get(address)
    assert answer.status_code == 403
    assert "đã được hủy" in answer.content.decode()
