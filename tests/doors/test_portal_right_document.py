"""The document behind a right to act for another: sent, seen, judged; and under whose key it lies."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from motcua.base.access import system
from motcua.base.clock import local, now
from motcua.base.files import commands as files
from motcua.base.files.commands.sweeping import ALBUM_AFTER
from motcua.base.files.models import Photo, StoredFile
from motcua.base.files.opened import Shredded
from motcua.base.files.queries import content, sent_on_day
from motcua.base.journal.models import Entry
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.words import Verdict
from motcua.casework.dossiers.words import Why as DossierWhy
from motcua.reference.catalogue.words import Paper as Asked
from motcua.reference.people import commands as people
from motcua.reference.people.models import Representation, RepresentationFile
from motcua.reference.people.words import Basis, Identity, Mandate, Power, Why
from tests.doors import portal_scene as scene
from tests.doors.album_scene import BLUE, BLUISH, RED, REDDISH, colours, deliver_all, photo
from tests.rooms import foreign_files as foreign
from tests.support.world import World, build, ok

pytestmark = pytest.mark.django_db
OWNER = Identity("Sùng Thị Mỷ", "008190000002")
CLAIM = {
    "basis": "authorised",
    "document": "Số 12, ký 03/02/2026",
    "powers": ["file"],
    "full_name": "Sùng Thị Mỷ",
    "personal_id": "008190000002",
    "province": "tỉnh Tuyên Quang",
    "commune": "phường Minh Xuân",
}


@pytest.fixture
def built(settings: Settings, tmp_path: Path) -> World:
    settings.FILES_DIR = tmp_path
    return scene.world()


@pytest.fixture
def right(built: World) -> Representation:
    """Let anh Páo act for the stranger, on paper."""
    mandate = Mandate(Basis.AUTHORISED, frozenset({Power.FILE}), local(built.at).date(), document="Số 12")
    made = people.represent_person(identity=OWNER, mandate=mandate, by=built.member, at=now())
    assert isinstance(made, Representation), made
    return made


def send(
    client: Client, right: Representation, chosen: dict[str, bytes], query: str = "", **more: str
) -> str:
    """Send files of the document, and give where that leads."""
    uploads = [SimpleUploadedFile(name, body) for name, body in chosen.items()]
    answer = client.post(f"/nop-thay/{right.pk}/van-ban/{query}", {"van-ban": uploads, **more})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def drafted(built: World, right: Representation) -> Dossier:
    """Open a draft for the stranger with everything in it but the document."""
    made = built.draft(representation_id=right.pk)
    assert scene.upload(scene.as_pao(built), made, scene.proof(built), chung_sinh__pdf=foreign.pdf()) == 302
    return made


def filed(built: World, right: Representation) -> Dossier:
    return ok(commands.submit_online(dossier_id=drafted(built, right).pk, by=built.member, at=now()))


def read(file: StoredFile) -> bytes:
    with content(file) as plain:
        return plain.read()


def opens(client: Client, address: str) -> bool:
    """Tell whether somebody gets a file."""
    answer = client.get(address)
    for close in answer._resource_closers:  # not the answer itself: that would close the connection too
        close()
    return answer.status_code == 200


def key_of(file: StoredFile) -> str:
    return StoredFile.objects.select_related("owner_key").get(pk=file.pk).owner_key.owner


def test_whoever_says_so_on_paper_is_led_to_send_the_paper(built: World) -> None:
    client = scene.as_pao(built)
    said = client.post(f"/nop-thay/them/?thu-tuc={scene.CODE}", CLAIM)
    made = Representation.objects.get()
    assert said["Location"] == f"/nop-thay/{made.pk}/van-ban/?thu-tuc={scene.CODE}"
    shown = client.get(said["Location"]).content.decode()
    assert "Gửi bản chụp văn bản ủy quyền" in shown and "để sau" in shown
    led = send(client, made, {"uy-quyen.pdf": foreign.pdf()}, f"?thu-tuc={scene.CODE}")
    assert led == f"/thu-tuc/{scene.CODE}/nop/?cho={made.pk}"
    assert "uy-quyen.pdf" in client.get("/nop-thay/").content.decode()


def test_without_the_paper_the_right_says_so_until_it_is_there(built: World, right: Representation) -> None:
    said, client = "Chưa có bản chụp văn bản ủy quyền", scene.as_pao(built)
    draft, owner = drafted(built, right), scene.browser(built.stranger.account)
    pages = ["/nop-thay/", "/ho-so/", f"/nop/{draft.pk}/giay-to/", f"/nop/{draft.pk}/kiem-tra/"]
    assert [said in client.get(page).content.decode() for page in pages] == [True] * 4
    confirming = f"/nop-thay/{right.pk}/xac-nhan/"
    assert said in owner.get(confirming).content.decode()
    assert send(client, right, {"a.pdf": foreign.pdf()}, f"?nhap={draft.pk}") == f"/nop/{draft.pk}/giay-to/"
    assert [said in client.get(page).content.decode() for page in pages] == [False] * 4
    assert "a.pdf" in owner.get(confirming).content.decode()


def test_photos_of_the_paper_become_one_pdf_in_their_order(built: World, right: Representation) -> None:
    client = scene.as_pao(built)
    led = send(client, right, {"mot.jpg": photo(RED), "hai.jpg": photo(BLUE)})
    assert led == f"/nop-thay/{right.pk}/van-ban/", "their sender sees them first"
    deliver_all()
    assert "Đã ghép, 2 trang." in client.get(led).content.decode()
    assert colours(RepresentationFile.objects.get().file) == [REDDISH, BLUISH]
    second = Photo.objects.all()[1]
    assert client.post(f"{led}anh/{second.pk}/", {"act": "up"}).status_code == 302
    deliver_all()
    assert colours(RepresentationFile.objects.get().file) == [BLUISH, REDDISH]


def test_a_bad_file_is_refused_by_the_same_sentence(built: World, right: Representation) -> None:
    bad = SimpleUploadedFile("uy-quyen.docx", b"PK\x03\x04 word")
    answer = scene.as_pao(built).post(f"/nop-thay/{right.pk}/van-ban/", {"van-ban": [bad]})
    assert answer.status_code == 422
    assert "uy-quyen.docx: Đây là tệp văn phòng" in answer.content.decode()
    assert not RepresentationFile.objects.exists()


def test_the_officer_judges_it_beside_the_other_papers(built: World, right: Representation) -> None:
    send(scene.as_pao(built), right, {"uy-quyen.pdf": foreign.pdf()})
    dossier = filed(built, right)
    paper = dossier.papers.get(name="Văn bản ủy quyền")
    assert (paper.number, paper.verdict, paper.file.name) == ("Số 12", Verdict.UNSEEN, "uy-quyen.pdf")
    others = [one.pk for one in dossier.papers.exclude(pk=paper.pk)]
    found = [commands.Judgement(one, Verdict.PASSED) for one in others]
    found.append(commands.Judgement(paper.pk, Verdict.FAILED, "Chưa chứng thực"))
    told = {"dossier_id": dossier.pk, "by": built.hoa, "at": now()}
    ok(commands.judge_papers(judgements=found, **told))
    refused = commands.accept(**told)
    assert isinstance(refused, Refusal) and refused.why is DossierWhy.PAPERS_FAILED
    ok(commands.judge_papers(judgements=[commands.Judgement(paper.pk, Verdict.PASSED)], **told))
    ok(commands.accept(right_checked=True, **told))


def test_a_procedure_that_asks_for_the_document_itself_asks_once(settings: Settings, tmp_path: Path) -> None:
    settings.FILES_DIR = tmp_path
    asked = Asked(
        "authority", "Văn bản ủy quyền", originals=1, required=False, condition="Người khác nộp thay"
    )
    built = build(papers=(asked,))
    mandate = Mandate(Basis.AUTHORISED, frozenset({Power.FILE}), local(built.at).date(), document="Số 12")
    right = people.represent_person(identity=OWNER, mandate=mandate, by=built.member, at=now())
    assert isinstance(right, Representation)
    client = scene.as_pao(built)
    send(client, right, {"uy-quyen.pdf": foreign.pdf()})
    theirs, own = built.draft(representation_id=right.pk), built.draft()
    controls = [
        client.get(f"/nop/{one.pk}/giay-to/").content.decode().count('type="file"') for one in (theirs, own)
    ]
    assert controls == [0, 1]
    sent = ok(commands.submit_online(dossier_id=theirs.pk, by=built.member, at=now()))
    assert sent.papers.get(name="Văn bản ủy quyền").requirement == built.version.components.get()


def test_an_address_that_names_no_procedure_leads_to_the_list(built: World, right: Representation) -> None:
    led = send(scene.as_pao(built), right, {"a.pdf": foreign.pdf()}, "?thu-tuc=a/b&nhap=khong-co")
    assert led == "/nop-thay/"
    assert scene.as_pao(built).get("/nop-thay/them/?thu-tuc=a/b").status_code == 200


def test_leaving_for_later_is_a_link_and_an_empty_form_says_what_is_missing(
    built: World, right: Representation
) -> None:
    answer = scene.as_pao(built).post(f"/nop-thay/{right.pk}/van-ban/")
    assert answer.status_code == 422
    assert "Chọn tệp cho giấy tờ này." in answer.content.decode()


def test_a_better_paper_takes_the_place_of_the_one_that_failed(built: World, right: Representation) -> None:
    send(scene.as_pao(built), right, {"uy-quyen.pdf": foreign.pdf()})
    dossier = filed(built, right)
    failed = dossier.papers.get(name="Văn bản ủy quyền")
    told = {"dossier_id": dossier.pk, "by": built.hoa, "at": now()}
    found = [commands.Judgement(one.pk, Verdict.PASSED) for one in dossier.papers.exclude(pk=failed.pk)]
    found.append(commands.Judgement(failed.pk, Verdict.FAILED, "Mờ"))
    ok(commands.judge_papers(judgements=found, **told))
    asked = [commands.Asked(failed.name, "Mờ")]
    ok(commands.request_supplement_at_intake(items=asked, reason="Mờ", **told))
    (item,) = dossier.rounds.get().items.all()
    better = SimpleUploadedFile("ro.pdf", foreign.pdf(pages=2))
    client = scene.as_pao(built)
    assert client.post(f"/ho-so/{dossier.pk}/bo-sung/", {f"tep-{item.pk}": [better]}).status_code == 302
    ok(commands.supplement_received_complete(ticked=[item.pk], **told))


def test_once_confirmed_the_paper_stays_as_it_was(built: World, right: Representation) -> None:
    client = scene.as_pao(built)
    send(client, right, {"a.pdf": foreign.pdf()})
    people.confirm_representation(representation_id=right.pk, by=built.stranger, at=now())
    row = RepresentationFile.objects.get()
    told = {"representation_id": right.pk, "by": built.member, "at": now()}
    refusals = [
        people.remove_document(document_id=row.pk, **told),
        people.add_document(file=row.file, **told),
    ]
    assert [one.why for one in refusals if isinstance(one, Refusal)] == [Why.DOCUMENT_SETTLED] * 2
    assert client.get(f"/nop-thay/{right.pk}/van-ban/")["Location"] == "/nop-thay/"


def test_both_sides_read_it_the_owner_changes_nothing_a_stranger_sees_nothing(
    built: World, right: Representation
) -> None:
    send(scene.as_pao(built), right, {"mot.jpg": photo(RED), "hai.jpg": photo(BLUE)})
    row, which = RepresentationFile.objects.all()[0], Photo.objects.all()[0]
    file_at = f"/nop-thay/{right.pk}/van-ban/{row.pk}/"
    photo_at = f"/nop-thay/{right.pk}/van-ban/anh/{which.pk}/"
    owner, third = scene.browser(built.stranger.account), _third(built)
    assert [opens(one, file_at) for one in (scene.as_pao(built), owner, third)] == [True, True, False]
    owner.post(photo_at, {"act": "remove"})
    assert third.post(photo_at, {"act": "remove"}).status_code == 404
    assert Photo.objects.count() == 2
    refused = people.remove_document(
        representation_id=right.pk, document_id=row.pk, by=built.stranger, at=now()
    )
    assert isinstance(refused, Refusal) and refused.why is Why.NOT_YOUR_REPRESENTATION


def _third(built: World) -> Client:
    account = people.welcome_first(
        login="vneid:x", identity=Identity("Vàng Mí Sình", "008190000003"), by=system("tests"), at=now()
    )
    return scene.browser(account.pk)


@pytest.fixture
def sent(built: World, right: Representation) -> Iterator[list[StoredFile]]:
    """Give every file that anh Páo sends for the owner: by page, in parts, as document, joined."""
    client = scene.as_pao(built)
    send(client, right, {"mot.jpg": photo(RED), "hai.jpg": photo(BLUE)})
    draft = drafted(built, right)
    _in_parts(client, draft, f"tep-{scene.proof(built).pk}")
    scene.upload(client, draft, scene.proof(built), ba__jpg=photo(RED), bon__jpg=photo(BLUE))
    deliver_all()
    yield list(StoredFile.objects.select_related("owner_key"))


def _in_parts(client: Client, draft: Dossier, control: str) -> None:
    body = foreign.pdf(pages=3)
    place = f"/nop/{draft.pk}/giay-to/#{control}"
    begun = client.post(
        "/tai-len/", {"name": "phan.pdf", "size": len(body), "place": place, "sameness": "1"}
    ).json()
    client.post(
        begun["address"], body, content_type="application/octet-stream", headers={"Upload-Offset": "0"}
    )
    assert client.post(begun["address"], headers={"Upload-Finish": "1"}).json()["state"] == "stored"
    assert client.post(f"/nop/{draft.pk}/giay-to/").status_code == 302


def test_what_is_sent_for_an_owner_lies_under_the_owners_key(
    built: World, right: Representation, sent: list[StoredFile]
) -> None:
    assert len(sent) == 8, "a PDF, one in parts, four photos, two PDFs made of them"
    assert {one.owner_key.owner for one in sent} == {f"member:{right.owner_id}"}


def test_shredding_the_owners_key_shreds_what_was_sent_for_them(
    built: World, right: Representation, sent: list[StoredFile]
) -> None:
    """As it was before, under the key of whoever sends, a file outlives the owner's key."""
    own = files.keep_own(content=foreign.pdf(), name="a.pdf", by=built.member, at=now())
    assert all(read(one) for one in sent)
    files.shred(owner=f"member:{right.owner_id}", by=system("tests"), at=now())
    for one in sent:
        with pytest.raises(Shredded):
            read(StoredFile.objects.get(pk=one.pk))
    assert read(own), "this is the old way"


def test_owner_and_representative_both_read_a_file_under_the_owners_key(
    built: World, right: Representation
) -> None:
    dossier = filed(built, right)
    paper = Paper.objects.get(dossier=dossier, requirement__isnull=False)
    readers = (scene.as_pao(built), scene.browser(built.stranger.account))
    assert all(opens(one, f"/ho-so/{dossier.pk}/tep/{paper.pk}/") for one in readers)
    assert paper.file is not None
    assert key_of(paper.file) == f"member:{right.owner_id}"


def test_the_journal_says_for_whom_a_file_was_sent_and_the_sender_is_counted(
    built: World, sent: list[StoredFile], right: Representation
) -> None:
    rows = Entry.objects.filter(verb="file.stored", actor=f"member:{built.citizen.pk}")
    assert {row.on_behalf_of for row in rows} == {str(right.owner_id)}
    foreign_bytes = sum(one.size for one in sent if not one.made_here)
    assert sent_on_day(built.member, now()) == foreign_bytes
    assert sent_on_day(built.stranger, now()) == 0


def test_the_same_file_sent_twice_for_an_owner_is_there_once(built: World, right: Representation) -> None:
    draft, client, body = built.draft(representation_id=right.pk), scene.as_pao(built), foreign.pdf()
    for _ in range(2):
        assert scene.upload(client, draft, scene.proof(built), chung_sinh__pdf=body) == 302
    assert scene.attached(draft) == ["chung_sinh.pdf"]
    assert StoredFile.objects.count() == 1


def test_nobody_begins_an_upload_for_a_dossier_that_is_not_theirs(
    built: World, right: Representation
) -> None:
    place = f"/nop/{drafted(built, right).pk}/giay-to/#tep"
    asked = {"name": "a.pdf", "size": 9, "place": place, "sameness": "1"}
    answer = _third(built).post("/tai-len/", asked)
    assert (answer.status_code, answer.json()["why"]) == (404, "files.gone")


def test_a_sweep_leaves_the_paper_behind_a_right(built: World, right: Representation, sent: object) -> None:
    for _ in range(2):
        counts = files.sweep(by=system("tests"), at=now() + 4 * ALBUM_AFTER)
        assert counts["albums"] == 0
    assert RepresentationFile.objects.count() == 1
    assert read(RepresentationFile.objects.get().file)
