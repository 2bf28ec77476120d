"""Whoever has an open draft learns at once that its procedure changed, and takes what they gave along."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from motcua.base.clock import now
from motcua.base.files.models import StoredFile
from motcua.base.journal.models import Entry
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.words import State, Why
from motcua.reference.catalogue import commands as catalogue
from motcua.reference.catalogue import queries
from motcua.reference.catalogue.models import ProcedureVersion, PublicationDecision
from motcua.reference.catalogue.words import Case, DecisionKind
from motcua.reference.catalogue.words import Paper as Asked
from motcua.reference.forms import commands as forms
from motcua.reference.forms.rules import parse
from tests.doors import portal_scene as scene
from tests.doors.album_scene import BLUE, BLUISH, RED, REDDISH, colours, deliver_all, photo
from tests.support.world import FORM, MAKER, MORNING, World, ok

pytestmark = pytest.mark.django_db
Frozen = Callable[[str], AbstractContextManager[datetime]]
STARTS = date(2026, 4, 1)
BEFORE, AFTER = "2026-03-20 09:00", "2026-04-02 09:00"
OLD_PAPER = Asked("old", "Giấy cũ", originals=1, required=False)
FIELDS = [
    {"name": "child_name", "kind": "person_name", "label": "Họ, chữ đệm, tên", "required": True},
    {"name": "weight", "kind": "number", "label": "Cân nặng", "required": False},
]


@pytest.fixture
def built(settings: Settings, tmp_path: Path) -> World:
    settings.FILES_DIR = tmp_path
    return scene.world()


def newer(
    built: World, *, fields: list[dict[str, object]] | None = None, **changed: object
) -> ProcedureVersion:
    """Publish the next version, in force from 1 April."""
    form = None
    if fields is not None:
        page = {**FORM["pages"][0], "fields": fields}
        form = forms.publish_form(schema=parse({**FORM, "pages": [page]}), by=MAKER, at=MORNING)
    draft = replace(queries.as_drafted(built.version), effective_from=STARTS, decision_no="9/QĐ", **changed)
    made = catalogue.draft_version(draft=draft, form=form or built.version.form, by=MAKER, at=MORNING)
    assert isinstance(made, ProcedureVersion), made
    published = catalogue.publish_version(version_id=made.pk, by=MAKER, at=MORNING)
    assert isinstance(published, ProcedureVersion), published
    return published


def abolished(built: World, successor: str = "") -> None:
    """Abolish the procedure from 1 April on."""
    told = {"by": MAKER, "at": MORNING}
    made = catalogue.register_decision(
        kind=DecisionKind.ABOLISH, issuer="UBND tỉnh", summary="Bãi bỏ", **told
    )
    assert isinstance(made, PublicationDecision)
    signed = catalogue.sign_decision(
        decision_id=made.pk,
        number="12/QĐ-UBND",
        signed_on=MORNING.date(),
        signed_by="Chủ tịch",
        effective_on=STARTS,
        **told,
    )
    assert isinstance(signed, PublicationDecision), signed
    done = catalogue.abolish(
        procedure_id=built.version.procedure_id,
        decision_id=made.pk,
        from_day=STARTS,
        successor_code=successor,
        **told,
    )
    assert not isinstance(done, Refusal), done


def said(built: World, dossier: Dossier) -> list[str]:
    """Give the pages where a draft is opened, and the list of drafts."""
    parts = ("phan/child/", "giay-to/", "nhan-ket-qua/", "kiem-tra/")
    client = scene.as_pao(built)
    pages = [*(f"/nop/{dossier.pk}/{part}" for part in parts), "/ho-so/"]
    return [client.get(page).content.decode() for page in pages]


def renew(built: World, dossier: Dossier) -> Dossier:
    """Press the button."""
    answer = scene.as_pao(built).post(f"/nop/{dossier.pk}/ban-moi/")
    assert answer.status_code == 302, answer.content.decode()
    return Dossier.objects.get(pk=dossier.pk)


def test_every_page_of_a_draft_and_the_list_say_that_there_is_a_newer_version(
    built: World, frozen: Frozen
) -> None:
    dossier = scene.filled(built)
    newer(built)
    with frozen(BEFORE):
        assert not any("có phiên bản mới" in page for page in said(built, dossier))
    with frozen(AFTER):
        for page in said(built, dossier):
            assert "Thủ tục này có phiên bản mới từ ngày 01/04/2026" in page
            assert "vẫn còn trong bản nháp" in page
            assert f"/nop/{dossier.pk}/ban-moi/" in page


def test_a_version_that_ends_soon_is_told_before_it_does(built: World, frozen: Frozen) -> None:
    dossier = scene.filled(built)
    newer(built)
    with frozen(BEFORE):
        assert all("chỉ nhận hồ sơ đến hết ngày 31/03/2026" in page for page in said(built, dossier))
        ok(commands.submit_online(dossier_id=dossier.pk, by=built.member, at=now()))


def test_an_abolition_is_told_with_its_decision_when_the_draft_is_opened(
    built: World, frozen: Frozen
) -> None:
    dossier = scene.filled(built)
    abolished(built)
    with frozen(AFTER):
        for page in said(built, dossier):
            assert "bãi bỏ từ ngày 01/04/2026 theo Quyết định 12/QĐ-UBND" in page
            assert "vẫn còn trong bản nháp" in page
        assert scene.as_pao(built).get(f"/nop/{dossier.pk}/ban-moi/").status_code == 302


def test_an_abolition_leads_to_what_takes_its_place(built: World, frozen: Frozen) -> None:
    dossier = scene.filled(built)
    other = replace(queries.as_drafted(built.version), code="1.000002", title="Thay thế")
    made = catalogue.draft_version(draft=other, form=built.version.form, by=MAKER, at=MORNING)
    assert isinstance(made, ProcedureVersion)
    catalogue.publish_version(version_id=made.pk, by=MAKER, at=MORNING)
    abolished(built, "1.000002")
    with frozen(AFTER):
        assert all("/thu-tuc/1.000002/" in page for page in said(built, dossier))


def test_submitting_under_the_old_version_says_how_to_go_on(built: World, frozen: Frozen) -> None:
    dossier = scene.filled(built)
    newer(built)
    with frozen(AFTER):
        refused = commands.submit_online(dossier_id=dossier.pk, by=built.member, at=now())
        assert isinstance(refused, Refusal) and refused.why is Why.NEWER_VERSION
        renewed = renew(built, dossier)
        sent = ok(commands.submit_online(dossier_id=renewed.pk, by=built.member, at=now()))
    assert sent.state == State.SUBMITTED


def test_answers_and_papers_go_along_where_the_newer_version_still_asks(built: World, frozen: Frozen) -> None:
    dossier = scene.filled(built)
    fresh = newer(built, fields=FIELDS)
    with frozen(AFTER):
        renewed = renew(built, dossier)
    assert renewed.version_id == fresh.pk
    assert renewed.answers["child_name"] == "Giàng Thị Sua"
    paper = Paper.objects.get(dossier=dossier)
    assert paper.requirement is not None and paper.requirement.version_id == fresh.pk
    assert scene.attached(renewed) == ["chung_sinh.pdf"]
    assert Entry.objects.filter(thing=f"dossier:{dossier.pk}", verb="dossier.draft_renewed").count() == 1


def test_what_has_no_place_is_named_before_it_is_left_behind(built: World, frozen: Frozen) -> None:
    dossier = scene.filled(built)
    newer(built, fields=FIELDS[1:], papers=(OLD_PAPER,))
    with frozen(AFTER):
        page = scene.as_pao(built).get(f"/nop/{dossier.pk}/ban-moi/").content.decode()
        assert "<li>Họ, chữ đệm, tên</li>" in page
        assert "Giấy chứng sinh (tệp chung_sinh.pdf)" in page
        renewed = renew(built, dossier)
    assert "child_name" not in renewed.answers
    assert not Paper.objects.filter(dossier=dossier).exists() and not StoredFile.objects.exists()


def test_looking_at_what_differs_changes_nothing(built: World, frozen: Frozen) -> None:
    dossier = scene.filled(built)
    newer(built, fields=FIELDS[1:], papers=())
    with frozen(AFTER):
        assert "chung_sinh.pdf" in scene.as_pao(built).get(f"/nop/{dossier.pk}/ban-moi/").content.decode()
    dossier.refresh_from_db()
    assert dossier.version_id == built.version.pk
    assert scene.attached(dossier) == ["chung_sinh.pdf"]


def test_photos_stay_one_album_through_a_new_version(built: World, frozen: Frozen) -> None:
    dossier, client = built.draft(), scene.as_pao(built)
    scene.upload(client, dossier, scene.proof(built), mot__jpg=photo(RED))
    scene.upload(client, dossier, scene.proof(built), hai__jpg=photo(BLUE))
    fresh = newer(built)
    with frozen(AFTER):
        renewed = renew(built, dossier)
        deliver_all()
        assert "Đã ghép, 2 trang." in client.get(f"/nop/{dossier.pk}/giay-to/").content.decode()
    paper = Paper.objects.get(dossier=renewed)
    assert paper.file is not None and colours(paper.file) == [REDDISH, BLUISH]
    assert paper.requirement is not None and paper.requirement.version_id == fresh.pk


def test_a_case_that_is_no_more_needs_a_new_draft_and_says_so(built: World, frozen: Frozen) -> None:
    dossier = scene.filled(built)
    newer(built, cases=(Case("first", "Lần đầu"), Case("again", "Làm lại")))
    with frozen(AFTER):
        page = scene.as_pao(built).get(f"/nop/{dossier.pk}/ban-moi/").content.decode()
        assert "lập hồ sơ mới" in page and "Chuyển sang bản mới</button>" not in page
        assert scene.as_pao(built).post(f"/nop/{dossier.pk}/ban-moi/").status_code == 422
    dossier.refresh_from_db()
    assert dossier.version_id == built.version.pk


def test_a_draft_of_the_version_in_force_has_nothing_to_move_to(built: World, frozen: Frozen) -> None:
    dossier = scene.filled(built)
    with frozen(BEFORE):
        assert scene.as_pao(built).post(f"/nop/{dossier.pk}/ban-moi/")["Location"] == f"/nop/{dossier.pk}/"
        refused = commands.renew_draft(dossier_id=dossier.pk, by=built.member, at=now())
    assert isinstance(refused, Refusal)


def test_nobody_moves_somebody_elses_draft(built: World, frozen: Frozen) -> None:
    dossier = scene.filled(built)
    newer(built)
    with frozen(AFTER):
        stranger = scene.browser(built.stranger.account)
        assert stranger.post(f"/nop/{dossier.pk}/ban-moi/").status_code == 404
        refused = commands.renew_draft(dossier_id=dossier.pk, by=built.stranger, at=now())
    assert isinstance(refused, Refusal) and refused.why is Why.NOT_YOURS


def test_a_filed_dossier_keeps_its_version(built: World, frozen: Frozen) -> None:
    dossier = ok(commands.submit_online(dossier_id=scene.filled(built).pk, by=built.member, at=MORNING))
    newer(built)
    with frozen(AFTER):
        refused = commands.renew_draft(dossier_id=dossier.pk, by=built.member, at=now())
    assert isinstance(refused, Refusal) and refused.why is Why.NOT_OPEN
    dossier.refresh_from_db()
    assert dossier.version_id == built.version.pk
