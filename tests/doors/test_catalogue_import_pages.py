"""A controller sends a file, sees what it would change, loads it, settles what is wrong with it."""

from datetime import datetime
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings

from motcua.base.clock import ZONE
from motcua.base.journal.models import Delivery, Entry
from motcua.reference.catalogue.commands.uploading import compare_upload, load_upload
from motcua.reference.catalogue.importing.words import Flaw, UploadState
from motcua.reference.catalogue.jobs import IMPORTER
from motcua.reference.catalogue.models import ImportBatch, ImportProblem, ImportUpload, ProcedureVersion
from motcua.reference.org import commands as org
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind
from tests.support.records import record, write
from tests.support.world import BEGAN, MAKER

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 25, 9, 0, tzinfo=ZONE)
SEND = "/can-bo/danh-muc/nap/"
PROBLEMS = "/can-bo/danh-muc/nap/van-de/"


@pytest.fixture
def controller() -> Client:
    agency = org.found_agency(
        name="Văn phòng UBND tỉnh",
        short_name="Văn phòng",
        kind=AgencyKind.DEPARTMENT,
        tier=Tier.PROVINCE,
        code="H60.01",
        province="tỉnh Tuyên Quang",
        place="Tuyên Quang",
        valid_from=BEGAN.date(),
        by=MAKER,
        at=BEGAN,
    )
    unit = org.set_up_unit(
        agency=agency, name="Phòng", kind=UnitKind.OFFICE, valid_from=BEGAN.date(), by=MAKER, at=BEGAN
    )
    position = org.make_position(
        unit=unit, title="Chuyên viên", roles=[Role.PROCEDURE_CONTROLLER], by=MAKER, at=BEGAN
    )
    staff = org.join(full_name="Bàn Thị Mai", login="mai", password=None, by=MAKER, at=BEGAN)
    org.appoint(staff=staff, position=position, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
    staff.account.set_password("mot-mat-khau-de-thu")
    staff.account.save(update_fields=["password"])
    Authenticator.objects.create(user=staff.account, type=Authenticator.Type.TOTP, data={"secret": "x"})
    client = Client()
    client.force_login(staff.account)
    return client


def sent(client: Client, path: Path, *records: dict[str, object]) -> ImportUpload:
    """Send a file and let the background work compare it."""
    content = write(path, records).read_bytes()
    answer = client.post(SEND, {"file": SimpleUploadedFile(path.name, content), "key": path.name})
    assert answer.status_code == 302
    upload = ImportUpload.objects.latest("uploaded_at")
    compare_upload(upload_id=upload.pk, by=IMPORTER, at=AT)
    upload.refresh_from_db()
    return upload


def loaded(client: Client, upload: ImportUpload, **chosen: str) -> ImportUpload:
    client.post(f"{SEND}{upload.pk}/", chosen)
    load_upload(upload_id=upload.pk, by=IMPORTER, at=AT)
    upload.refresh_from_db()
    return upload


def text(answer: HttpResponse) -> str:
    return " ".join(answer.content.decode().split())


def test_a_file_is_shown_before_it_changes_anything_and_loaded_when_confirmed(
    controller: Client, tmp_path: Path
) -> None:
    upload = sent(controller, tmp_path / "a.jsonl", record("1.900001"), record("1.900002", agency=None))
    page = text(controller.get(f"{SEND}{upload.pk}/"))
    assert "Nạp vào danh mục" in page and "Không ghi cơ quan thực hiện" in page and "1.900002" in page
    assert not ProcedureVersion.objects.exists()
    loaded(controller, upload)
    assert upload.state == UploadState.LOADED
    assert bytes(upload.content) == b""
    assert ProcedureVersion.objects.count() == 2
    assert "Đã nạp." in text(controller.get(f"{SEND}{upload.pk}/"))
    verbs = set(Entry.objects.values_list("verb", flat=True))
    assert {"import.uploaded", "import.compared", "import.confirmed", "catalogue.imported"} <= verbs


def test_the_background_takes_up_what_was_sent_and_what_was_confirmed(
    controller: Client, tmp_path: Path
) -> None:
    upload = sent(controller, tmp_path / "a.jsonl", record())
    controller.post(f"{SEND}{upload.pk}/", {})
    waiting = set(Delivery.objects.values_list("subscriber", flat=True))
    assert waiting == {"catalogue.import.uploaded", "catalogue.import.confirmed"}
    assert "Đang nạp" in text(controller.get(f"{SEND}{upload.pk}/"))


def test_a_changed_file_shows_its_differences_and_nothing_new_says_so(
    controller: Client, tmp_path: Path
) -> None:
    loaded(controller, sent(controller, tmp_path / "a.jsonl", record()))
    changed = sent(controller, tmp_path / "b.jsonl", record(field="Hộ tịch"))
    assert "Lĩnh vực: “Thử nghiệm” → “Hộ tịch”" in text(controller.get(f"{SEND}{changed.pk}/"))
    same = sent(controller, tmp_path / "c.jsonl", record())
    page = text(controller.get(f"{SEND}{same.pk}/"))
    assert "danh mục đã đúng như tệp" in page and "Nạp vào danh mục" not in page


def test_a_new_name_is_loaded_only_when_it_is_chosen(controller: Client, tmp_path: Path) -> None:
    loaded(controller, sent(controller, tmp_path / "a.jsonl", record(name="Đăng ký khai sinh")))
    other = record(name="Cấp giấy phép lái xe")
    held = sent(controller, tmp_path / "b.jsonl", other, record("1.900002"))
    assert "Đăng ký khai sinh" in text(controller.get(f"{SEND}{held.pk}/"))
    loaded(controller, held)
    assert not ProcedureVersion.objects.filter(name=other["name"]).exists()
    again = sent(controller, tmp_path / "c.jsonl", other)
    loaded(controller, again, accepted="1.900001")
    assert ProcedureVersion.objects.filter(name=other["name"]).exists()


def test_a_file_put_away_or_loaded_is_not_loaded_again(controller: Client, tmp_path: Path) -> None:
    upload = sent(controller, tmp_path / "a.jsonl", record())
    controller.post(f"{SEND}{upload.pk}/", {"drop": "1"})
    refused = controller.post(f"{SEND}{upload.pk}/", {})
    assert refused.status_code == 422
    assert "đã được nạp hoặc bỏ" in text(refused)
    assert not ImportBatch.objects.exists()


def test_a_file_that_cannot_be_read_says_why(controller: Client, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"%PDF-1.7")
    content = (tmp_path / "a.xlsx").read_bytes()
    controller.post(SEND, {"file": SimpleUploadedFile("a.xlsx", content)})
    upload = ImportUpload.objects.get()
    compare_upload(upload_id=upload.pk, by=IMPORTER, at=AT)
    assert "không phải JSON Lines (.jsonl) hay bảng tính" in text(controller.get(f"{SEND}{upload.pk}/"))


def test_no_file_and_too_large_a_file_are_told_on_the_same_page(
    controller: Client, settings: Settings
) -> None:
    none = controller.post(SEND, {})
    assert (none.status_code, "Chọn tệp danh mục." in text(none)) == (422, True)
    settings.FILE_MAX_BYTES = 10
    large = controller.post(SEND, {"file": SimpleUploadedFile("a.jsonl", b"x" * 100)})
    assert (large.status_code, "Chọn tệp nhỏ hơn 10 MB" in text(large)) == (422, True)


def test_a_problem_is_settled_with_a_note_and_leaves_the_list(controller: Client, tmp_path: Path) -> None:
    loaded(controller, sent(controller, tmp_path / "a.jsonl", record(agency=None, subjects=[])))
    problem = ImportProblem.objects.get(kind=Flaw.NO_AGENCY)
    assert "Không ghi cơ quan thực hiện" in text(controller.get(f"{PROBLEMS}?loai=no_agency"))
    assert controller.post(f"{PROBLEMS}{problem.pk}/", {"resolution": ""}).status_code == 422
    done = controller.post(f"{PROBLEMS}{problem.pk}/", {"resolution": "Đã hỏi bộ", "key": "k"}, follow=True)
    assert "Đã ghi cách giải quyết" in text(done)
    kinds = {one.kind for one in ImportProblem.objects.filter(resolved_at=None)}
    assert kinds == {Flaw.NO_SUBJECTS}
