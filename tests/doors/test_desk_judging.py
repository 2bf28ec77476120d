"""What an officer reads on a paper: written while judging, kept in the owner's store."""

import json
from typing import Any

import pytest
from django.test import Client

from motcua.base.clock import now
from motcua.base.journal.models import Entry
from motcua.casework.dossiers import commands, jobs
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.words import PaperSource
from motcua.reference.people import commands as people
from motcua.reference.people.models import HeldPaper
from motcua.reference.people.rules import Kind
from tests.doors import desk_scene as scene
from tests.doors.test_desk_path import fields_of

pytestmark = pytest.mark.django_db


def upload_of(dossier: Dossier) -> Paper:
    """Give the paper that was sent as a file."""
    return dossier.papers.get(source=PaperSource.UPLOAD)


def address_of(dossier: Dossier) -> str:
    return f"/can-bo/ho-so/{dossier.pk}/giay-to/"


def read(paper: Paper, **more: str) -> dict[str, Any]:
    """Give what an officer types about a paper."""
    said = {
        "number": "45/2026",
        "issuer": "Trạm Y tế phường Minh Xuân",
        "issued_on_day": "21",
        "issued_on_month": "2",
        "issued_on_year": "2026",
        **more,
    }
    return {_named(name, paper): value for name, value in said.items()}


def _named(name: str, paper: Paper) -> str:
    """Give the name of a control: the boxes of a date stand after the id of the paper."""
    for part in ("_day", "_month", "_year"):
        if name.endswith(part):
            return f"{name.removesuffix(part)}_{paper.pk}{part}"
    return f"{name}_{paper.pk}"


def passed(client: Client, dossier: Dossier, **said: Any) -> Any:
    """Pass every paper, with more words."""
    verdicts = {f"verdict_{paper.pk}": "passed" for paper in dossier.papers.all()}
    seen = fields_of(client.get(f"/can-bo/ho-so/{dossier.pk}/").content.decode()).get("seen", "")
    return client.post(address_of(dossier), {**verdicts, "seen": seen, **said}, follow=True)


def test_what_was_read_goes_with_the_paper_into_the_store() -> None:
    here = scene.ward()
    dossier = scene.submitted(here)
    paper = upload_of(dossier)
    page = passed(here.client("trang"), dossier, **read(paper)).content.decode()
    assert "Số 45/2026, Trạm Y tế phường Minh Xuân cấp, ngày 21/02/2026" in page
    commands.accept(dossier_id=dossier.pk, by=here.actor("trang"), at=now())
    jobs.keep_papers(dossier.pk)
    held = HeldPaper.objects.get()
    assert (held.number, held.issuer) == ("45/2026", "Trạm Y tế phường Minh Xuân")
    assert held.issued_on is not None and held.issued_on.isoformat() == "2026-02-21"


def test_the_journal_names_the_paper_and_none_of_its_words() -> None:
    here = scene.ward()
    dossier = scene.submitted(here)
    paper = upload_of(dossier)
    passed(here.client("trang"), dossier, **read(paper))
    row = Entry.objects.get(verb="dossier.papers_judged")
    assert json.loads(row.payload)["described"] == [str(paper.pk)]
    assert "45/2026" not in row.payload
    assert "Trạm" not in row.payload


def test_what_is_read_later_mends_the_paper_in_the_store() -> None:
    here = scene.ward()
    dossier = scene.in_process(here)
    jobs.keep_papers(dossier.pk)
    held = HeldPaper.objects.get()
    assert held.number == ""
    passed(here.client("huy"), dossier, **read(upload_of(dossier)))
    held.refresh_from_db()
    assert held.number == "45/2026"
    noted = Entry.objects.get(verb="person.paper_described")
    assert json.loads(noted.payload) == {"paper": str(held.pk)}


def test_nothing_read_writes_nothing_about_the_store() -> None:
    here = scene.ward()
    dossier = scene.in_process(here)
    jobs.keep_papers(dossier.pk)
    passed(here.client("huy"), dossier)
    assert not Entry.objects.filter(verb="person.paper_described").exists()
    assert "described" not in Entry.objects.filter(verb="dossier.papers_judged").latest("seq").payload


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"issued_on_day": "31"}, "Tháng 2 năm 2026 chỉ có 28 ngày. Nhập lại ngày."),
        ({"issued_on_year": ""}, "Nhập thêm năm."),
        ({"issued_on_year": "2031"}, "Nhập ngày không muộn hơn"),
        (
            {"valid_to_day": "20", "valid_to_month": "2", "valid_to_year": "2026"},
            "Ngày hết giá trị ở trước ngày cấp.",
        ),
    ],
)
def test_a_day_that_cannot_be_is_told_and_what_was_typed_stays(said: dict[str, str], sentence: str) -> None:
    here = scene.ward()
    dossier = scene.submitted(here)
    paper = upload_of(dossier)
    answer = passed(here.client("trang"), dossier, **read(paper, **said))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert 'value="45/2026"' in page
    assert '<details class="mc-details" open>' in page
    paper.refresh_from_db()
    assert (paper.number, paper.verdict) == ("", "unseen")


def test_a_paper_that_is_new_every_time_is_not_described() -> None:
    here = scene.ward()
    dossier = scene.submitted(here)
    paper = upload_of(dossier)
    client = here.client("trang")
    address = f"/can-bo/ho-so/{dossier.pk}/"
    assert f"number_{paper.pk}" in client.get(address).content.decode()
    kind = Kind("death-note", ("giấy báo tử",), reusable=False)
    people.define_paper_kind(kind=kind, name="Giấy báo tử", by=scene.HOUSE, at=now())
    assert f"number_{paper.pk}" not in client.get(address).content.decode()


def test_words_can_be_taken_back() -> None:
    here = scene.ward()
    dossier = scene.submitted(here)
    paper, client = upload_of(dossier), here.client("trang")
    passed(client, dossier, **read(paper))
    passed(client, dossier, **read(paper, number="", issuer=""))
    paper.refresh_from_db()
    assert (paper.number, paper.issuer) == ("", "")
    assert paper.issued_on is not None
