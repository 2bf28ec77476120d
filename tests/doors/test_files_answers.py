"""Photos that answer a request for papers: the same album as in a draft, waiting until they are sent."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from motcua.base.access import system
from motcua.base.clock import now
from motcua.base.files import commands as files
from motcua.base.files.commands.sweeping import ALBUM_AFTER
from motcua.base.files.models import Album, Photo, StoredFile
from motcua.base.files.queries import sent_on_day
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import AnswerFile, Dossier, Paper
from motcua.casework.dossiers.words import RoundState
from tests.doors import portal_scene as scene
from tests.doors.album_scene import BLUE, BLUISH, RED, REDDISH, colours, deliver_all, photo
from tests.rooms import foreign_files as foreign
from tests.support.world import World, ok

pytestmark = pytest.mark.django_db
TWO = {"mot.jpg": photo(RED), "hai.jpg": photo(BLUE)}


@pytest.fixture
def built(settings: Settings, tmp_path: Path) -> World:
    settings.FILES_DIR = tmp_path
    return scene.world()


@pytest.fixture
def asked(built: World) -> Dossier:
    """Give a dossier for which one paper is asked."""
    return ok(
        commands.request_supplement_at_intake(
            dossier_id=ok(
                commands.submit_online(dossier_id=scene.filled(built).pk, by=built.member, at=now())
            ).pk,
            items=[commands.Asked(name="Giấy chứng sinh")],
            reason="Bản chụp mờ",
            by=built.hoa,
            at=built.at,
        )
    )


def address(dossier: Dossier) -> str:
    return f"/ho-so/{dossier.pk}/bo-sung/"


def send(client: Client, dossier: Dossier, chosen: dict[str, bytes], **more: str) -> int:
    """Press a button of the page with some files chosen, and give the status."""
    (item,) = dossier.rounds.get().items.all()
    uploads = [SimpleUploadedFile(name, body) for name, body in chosen.items()]
    return client.post(address(dossier), {f"tep-{item.pk}": uploads, **more}).status_code


def page_of(client: Client, dossier: Dossier) -> str:
    return client.get(address(dossier)).content.decode()


def answered(dossier: Dossier) -> bool:
    return dossier.rounds.get().state == RoundState.ANSWERED


def act(client: Client, dossier: Dossier, which: Photo, what: str) -> None:
    (item,) = dossier.rounds.get().items.all()
    done = client.post(f"{address(dossier)}{item.pk}/anh/{which.pk}/", {"act": what})
    assert done.status_code == 302


def test_photos_are_shown_joined_before_they_are_sent_and_arrive_as_one_pdf(
    built: World, asked: Dossier
) -> None:
    client = scene.as_pao(built)
    assert send(client, asked, TWO) == 302
    assert not answered(asked), "their sender sees them first"
    page = page_of(client, asked)
    assert "Đang ghép 2 ảnh" in page and "Giấy tờ ở trên chưa gửi cho cơ quan." in page
    deliver_all()
    assert "Đã ghép, 2 trang." in page_of(client, asked)
    assert send(client, asked, {}) == 302
    assert answered(asked)
    (paper,) = Paper.objects.filter(dossier=asked, item__isnull=False)
    assert paper.file is not None
    assert colours(paper.file) == [REDDISH, BLUISH]


def test_photos_are_turned_moved_and_taken_out_before_they_are_sent(built: World, asked: Dossier) -> None:
    client = scene.as_pao(built)
    send(client, asked, TWO)
    deliver_all()
    first, second = Photo.objects.all()
    act(client, asked, second, "up")
    deliver_all()
    assert colours(AnswerFile.objects.get().file) == [BLUISH, REDDISH]
    act(client, asked, first, "remove")
    deliver_all()
    assert colours(AnswerFile.objects.get().file) == [BLUISH]


def test_once_sent_only_what_was_sent_stays(built: World, asked: Dossier) -> None:
    client = scene.as_pao(built)
    send(client, asked, TWO)
    deliver_all()
    send(client, asked, {})
    deliver_all()
    assert not AnswerFile.objects.exists() and not Album.objects.exists()
    assert not StoredFile.objects.filter(media_type="image/jpeg").exists()


def test_photos_that_nobody_joined_yet_are_sent_as_they_are(built: World, asked: Dossier) -> None:
    client = scene.as_pao(built)
    send(client, asked, TWO)
    assert send(client, asked, {}) == 302
    deliver_all()
    sent = Paper.objects.filter(dossier=asked, item__isnull=False, superseded=False)
    assert sorted(one.file.name for one in sent if one.file) == ["hai.jpg", "mot.jpg"]
    assert not Album.objects.exists()


def test_a_pdf_or_one_photo_goes_at_once(built: World, asked: Dossier) -> None:
    assert send(scene.as_pao(built), asked, {"mot.jpg": photo(RED)}) == 302
    assert answered(asked)
    assert not Album.objects.exists()


def test_without_the_last_button_nothing_is_sent_and_another_browser_goes_on(
    built: World, asked: Dossier
) -> None:
    assert send(scene.as_pao(built), asked, {"mot.pdf": foreign.pdf()}, upload="1") == 302
    assert not answered(asked)
    other = scene.as_pao(built)
    assert "mot.pdf" in page_of(other, asked)
    assert send(other, asked, {}) == 302
    assert answered(asked)


def test_a_file_is_looked_at_and_left_out_again(built: World, asked: Dossier) -> None:
    client = scene.as_pao(built)
    send(client, asked, {"mot.pdf": foreign.pdf()}, upload="1")
    waiting = AnswerFile.objects.get()
    shown = client.get(f"{address(asked)}{waiting.item_id}/tep/{waiting.pk}/")
    assert b"".join(shown.streaming_content).startswith(b"%PDF")
    assert send(client, asked, {}, **{"leave-out": str(waiting.pk)}) == 302
    assert not AnswerFile.objects.exists()
    assert not StoredFile.objects.filter(pk=waiting.file_id).exists()


def test_a_bad_file_is_refused_by_the_same_sentence_as_in_a_draft(built: World, asked: Dossier) -> None:
    client = scene.as_pao(built)
    (item,) = asked.rounds.get().items.all()
    bad = SimpleUploadedFile("to-khai.docx", b"PK\x03\x04 word")
    answer = client.post(address(asked), {f"tep-{item.pk}": [bad]})
    draft = built.draft()
    bad = SimpleUploadedFile("to-khai.docx", b"PK\x03\x04 word")
    there = client.post(f"/nop/{draft.pk}/giay-to/", {f"tep-{scene.proof(built).pk}": [bad]})
    said = "to-khai.docx: Đây là tệp văn phòng"
    assert (answer.status_code, there.status_code) == (422, 422)
    assert said in answer.content.decode() and said in there.content.decode()


def test_files_never_sent_are_let_go_when_the_request_is_over(built: World, asked: Dossier) -> None:
    client = scene.as_pao(built)
    send(client, asked, TWO)
    deliver_all()
    before = StoredFile.objects.count()
    ok(commands.withdraw(dossier_id=asked.pk, reason="", by=built.member, at=now()))
    deliver_all()
    assert not AnswerFile.objects.exists() and not Album.objects.exists()
    assert StoredFile.objects.count() == before - 3, "two photos and their PDF"


def test_while_they_may_be_sent_nothing_lets_them_go(built: World, asked: Dossier) -> None:
    send(scene.as_pao(built), asked, TWO)
    deliver_all()
    refused = commands.let_unsent_go(dossier_id=asked.pk, by=system("tests"), at=now())
    assert isinstance(refused, Refusal)
    assert files.sweep(by=system("tests"), at=now() + 2 * ALBUM_AFTER)["albums"] == 0
    assert AnswerFile.objects.count() == 1 and Album.objects.count() == 1


def test_what_waits_counts_against_what_may_be_sent_in_a_day(built: World, asked: Dossier) -> None:
    before = sent_on_day(built.member, now())
    send(scene.as_pao(built), asked, TWO)
    assert sent_on_day(built.member, now()) == before + sum(len(body) for body in TWO.values())


def test_somebody_else_sees_and_moves_none_of_it(built: World, asked: Dossier) -> None:
    send(scene.as_pao(built), asked, TWO)
    which, stranger = Photo.objects.all()[0], scene.browser(built.stranger.account)
    (item,) = asked.rounds.get().items.all()
    photo_at = f"{address(asked)}{item.pk}/anh/{which.pk}/"
    file_at = f"{address(asked)}{item.pk}/tep/{AnswerFile.objects.all()[0].pk}/"
    assert [stranger.get(one).status_code for one in (photo_at, file_at)] == [404, 404]
    assert stranger.post(photo_at, {"act": "remove"}).status_code == 404
    assert Photo.objects.count() == 2


def test_a_photo_of_another_dossier_is_not_reached_through_ones_own(built: World, asked: Dossier) -> None:
    client = scene.as_pao(built)
    send(client, asked, TWO)
    (item,) = asked.rounds.get().items.all()
    other = ok(commands.submit_online(dossier_id=scene.filled(built).pk, by=built.member, at=now()))
    there = f"/ho-so/{other.pk}/bo-sung/{item.pk}/anh/{Photo.objects.all()[0].pk}/"
    assert client.get(there).status_code == 404
