"""Several photos of one paper become one PDF: in order, upright, small, and never lost on the way."""

import io
from pathlib import Path

import pikepdf
import pytest
from django.test import Client
from PIL import Image
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks, Settings

from motcua.base.access import system
from motcua.base.access.models import Account
from motcua.base.clock import now
from motcua.base.files import commands as files
from motcua.base.files.commands.sweeping import ALBUM_AFTER
from motcua.base.files.models import Album, Photo, StoredFile
from motcua.base.files.presser import LARGEST_PAGE
from motcua.base.files.queries import content
from motcua.base.files.words import JoinState
from motcua.base.journal.models import Delivery
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier, Paper
from tests.doors import portal_scene as scene
from tests.doors.album_scene import (
    BLACKISH,
    BLUE,
    BLUISH,
    RED,
    REDDISH,
    colour,
    deliver_all,
    deliver_only,
    pages_of,
    photo,
)
from tests.support.world import World, ok

pytestmark = pytest.mark.django_db


@pytest.fixture
def built(settings: Settings, tmp_path: Path) -> World:
    settings.FILES_DIR = tmp_path
    return scene.world()


def sent(built: World, **photos: bytes) -> tuple[Client, Dossier]:
    client, dossier = scene.as_pao(built), built.draft()
    some = photos or {"mot__jpg": photo(RED), "hai__jpg": photo(BLUE)}
    assert scene.upload(client, dossier, scene.proof(built), **some) == 302
    return client, dossier


def act(client: Client, dossier: Dossier, which: Photo, what: str) -> None:
    requirement = dossier.version.components.get()
    address = f"/nop/{dossier.pk}/giay-to/{requirement.pk}/anh/{which.pk}/"
    assert client.post(address, {"act": what}).status_code == 302


def page_of(client: Client, dossier: Dossier) -> str:
    return client.get(f"/nop/{dossier.pk}/giay-to/").content.decode()


def pages(dossier: Dossier) -> list[Image.Image]:
    """Give the pictures of the one PDF that a draft holds, page by page."""
    (paper,) = Paper.objects.filter(dossier=dossier, file__media_type="application/pdf")
    assert paper.file is not None
    return pages_of(paper.file)


def test_two_photos_become_one_pdf_in_their_order_and_the_page_says_so(built: World) -> None:
    client, dossier = sent(built)
    assert "Đang ghép 2 ảnh" in page_of(client, dossier)
    assert scene.attached(dossier) == ["hai.jpg", "mot.jpg"]
    deliver_all()
    assert "Đã ghép, 2 trang." in page_of(client, dossier)
    assert scene.attached(dossier) == ["Giấy chứng sinh.pdf"]
    assert [colour(one) for one in pages(dossier)] == [REDDISH, BLUISH]


def test_one_photo_stays_a_photo(built: World) -> None:
    _, dossier = sent(built, mot__jpg=photo(RED))
    deliver_all()
    assert scene.attached(dossier) == ["mot.jpg"]
    assert not Album.objects.exists()


def test_a_photo_lying_on_its_side_stands_upright(built: World) -> None:
    # Orientation 6: the camera was held upright, the picture lies turned by a quarter.
    _, dossier = sent(built, mot__jpg=photo(RED, (800, 600), turned=6), hai__jpg=photo(BLUE))
    deliver_all()
    first = pages(dossier)[0]
    assert first.height > first.width


def test_where_and_with_what_a_photo_was_taken_is_not_passed_on(built: World) -> None:
    _, dossier = sent(built)
    deliver_all()
    assert all(not one.getexif() for one in pages(dossier))


def test_pages_are_a4_and_small(built: World) -> None:
    noise = io.BytesIO()
    Image.effect_noise((3000, 4000), 90).convert("RGB").save(noise, "JPEG", quality=80)
    _, dossier = sent(built, mot__jpg=noise.getvalue(), hai__jpg=photo(BLUE, (1600, 1200)))
    deliver_all()
    (paper,) = dossier.papers.filter(file__isnull=False)
    assert paper.file is not None and paper.file.size <= 2 * LARGEST_PAGE + 10_000
    with content(paper.file) as file, pikepdf.open(io.BytesIO(file.read())) as pdf:
        boxes = [[round(float(side)) for side in one.mediabox[2:]] for one in pdf.pages]
    assert boxes == [[595, 842], [842, 595]]


def test_turning_moving_and_taking_out_make_the_pdf_anew(built: World) -> None:
    client, dossier = sent(built)
    deliver_all()
    first, second = Photo.objects.all()
    act(client, dossier, second, "up")
    deliver_all()
    assert [colour(one) for one in pages(dossier)] == [BLUISH, REDDISH]
    act(client, dossier, first, "turn")
    act(client, dossier, first, "turn")
    deliver_all()
    assert [colour(one) for one in pages(dossier)] == [BLUISH, BLACKISH]
    act(client, dossier, second, "remove")
    deliver_all()
    assert [colour(one) for one in pages(dossier)] == [BLACKISH]
    assert StoredFile.objects.filter(media_type="application/pdf").count() == 1, "older PDFs are let go"


def test_turning_a_photo_all_the_way_round_keeps_the_pdf(built: World) -> None:
    client, dossier = sent(built)
    deliver_all()
    first = Photo.objects.all()[0]
    for _ in range(4):
        act(client, dossier, first, "turn")
    deliver_all()
    assert [colour(one) for one in pages(dossier)] == [REDDISH, BLUISH]


def test_the_last_photo_taken_out_takes_the_pdf_with_it(built: World) -> None:
    client, dossier = sent(built)
    deliver_all()
    for one in Photo.objects.all():
        act(client, dossier, one, "remove")
    deliver_all()
    assert scene.attached(dossier) == []
    assert "Đã ghép" not in page_of(client, dossier)


def test_a_photo_taken_out_before_the_joining_is_out(built: World) -> None:
    client, dossier = sent(built)
    act(client, dossier, Photo.objects.all()[0], "remove")
    assert scene.attached(dossier) == ["hai.jpg"]
    deliver_all()
    assert [colour(one) for one in pages(dossier)] == [BLUISH]


def test_another_photo_comes_at_the_end_and_the_same_one_only_once(built: World) -> None:
    client, dossier = sent(built)
    deliver_all()
    more = {"ba__jpg": photo((30, 200, 30)), "mot__jpg": photo(RED)}
    assert scene.upload(client, dossier, scene.proof(built), **more) == 302
    deliver_all()
    assert [colour(one) for one in pages(dossier)] == [REDDISH, BLUISH, (0, 2, 0)]


def test_joining_twice_gives_one_pdf(built: World) -> None:
    _, dossier = sent(built)
    deliver_all()
    Delivery.objects.update(delivered_at=None)
    deliver_all()
    assert len(scene.attached(dossier)) == 1
    assert StoredFile.objects.filter(media_type="application/pdf").count() == 1


def test_a_photo_that_cannot_be_pressed_is_named_and_nothing_is_lost(
    built: World, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    client, dossier = sent(built)
    limits = files.limits()
    monkeypatch.setattr("motcua.base.files.commands.albums.limits", lambda: type(limits)(max_pixels=10))
    deliver_all()
    assert Album.objects.get().state == JoinState.FAILED
    assert "không mở được ảnh thứ 1 (mot.jpg)" in page_of(client, dossier)
    assert scene.attached(dossier) == ["hai.jpg", "mot.jpg"]


def test_a_dossier_filed_before_the_joining_keeps_its_photos(built: World) -> None:
    _, dossier = sent(built)
    ok(commands.submit_online(dossier_id=dossier.pk, by=built.member, at=now()))
    deliver_all()
    assert scene.attached(dossier) == ["hai.jpg", "mot.jpg"]
    assert not Album.objects.exists()


def test_once_filed_the_first_photos_go_and_the_pdf_stays(
    built: World, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks, tmp_path: Path
) -> None:
    _, dossier = sent(built)
    deliver_all()
    ok(commands.submit_online(dossier_id=dossier.pk, by=built.member, at=now()))
    with django_capture_on_commit_callbacks(execute=True):
        deliver_all()
    assert scene.attached(dossier) == ["Giấy chứng sinh.pdf"]
    assert not StoredFile.objects.filter(media_type="image/jpeg").exists()
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == StoredFile.objects.count()


def test_photos_of_a_deleted_draft_are_swept(
    built: World, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    _, dossier = sent(built)
    deliver_all()
    assert files.sweep(by=system("tests"), at=now() + ALBUM_AFTER)["albums"] == 0, "the draft still has them"
    Paper.objects.filter(dossier=dossier).delete()
    with django_capture_on_commit_callbacks(execute=True):
        assert files.sweep(by=system("tests"), at=now() + 2 * ALBUM_AFTER)["albums"] == 1
    assert not StoredFile.objects.exists() and not Album.objects.exists()


def test_a_photo_taken_out_is_let_go_at_once(built: World) -> None:
    client, dossier = sent(built)
    first, second = Photo.objects.all()
    act(client, dossier, first, "remove")
    assert not StoredFile.objects.filter(pk=first.file_id).exists()
    deliver_all()
    act(client, dossier, second, "remove")
    deliver_all()
    assert not StoredFile.objects.filter(media_type="image/jpeg").exists()


def test_nobody_else_sees_or_moves_the_photos(built: World) -> None:
    _, dossier = sent(built)
    which = Photo.objects.all()[0]
    requirement = scene.proof(built)
    stranger = scene.browser(Account.objects.get(person=built.stranger.person).pk)
    address = f"/nop/{dossier.pk}/giay-to/{requirement.pk}/anh/{which.pk}/"
    assert stranger.get(address).status_code == 404
    assert stranger.post(address, {"act": "remove"}).status_code == 404
    assert Photo.objects.count() == 2


def test_news_of_two_joinings_that_come_in_the_wrong_order_end_with_the_newest(built: World) -> None:
    client, dossier = sent(built)
    deliver_all()
    for _ in range(2):
        act(client, dossier, Photo.objects.all()[0], "turn")
        deliver_only("files.album.changed")
    deliver_all(newest_first=True)
    assert [colour(one) for one in pages(dossier)] == [BLACKISH, BLUISH]
    assert "Đã ghép, 2 trang." in page_of(client, dossier)
    assert StoredFile.objects.filter(media_type="application/pdf").count() == 1


def test_between_joining_and_showing_the_photos_stay_on_the_page(built: World) -> None:
    client, dossier = sent(built)
    deliver_all()
    act(client, dossier, Photo.objects.all()[0], "turn")
    deliver_only("files.album.changed")
    page = page_of(client, dossier)
    assert "Đang ghép 2 ảnh" in page
    assert "mot.jpg" in page and "hai.jpg" in page
