"""The controllers' pages: a procedure's next version from draft to publication, while dossiers run."""

import re
from dataclasses import replace
from datetime import date, datetime

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from motcua.base.access.models import Account
from motcua.base.clock import ZONE, now, today
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.casework.dossiers import commands as dossiers
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.queries import time_of
from motcua.casework.dossiers.words import Why
from motcua.reference.catalogue import commands, queries
from motcua.reference.catalogue.models import ChannelRule, ProcedureVersion, PublicationDecision
from motcua.reference.catalogue.words import Channel, Charge, DurationUnit, FeeKind, Paper, Terms
from motcua.reference.forms import commands as forms
from motcua.reference.forms.models import FormVersion
from motcua.reference.forms.rules import parse
from motcua.reference.org import commands as org
from motcua.reference.org.words import Role
from tests.doors.desk_scene import a_file
from tests.support.world import BEGAN, CODE, FORM, MAKER, World, build

pytestmark = pytest.mark.django_db

EVE = datetime(2027, 2, 28, 9, tzinfo=ZONE)
CHANGE = datetime(2027, 3, 1, 9, tzinfo=ZONE)
SIGNING = {
    "decision": "new",
    "number": "77/QĐ-UBND",
    "signed_by": "Chủ tịch UBND tỉnh",
    "issuer": "UBND tỉnh",
    "summary": "Sửa đổi thủ tục hộ tịch",
}


def boxes(name: str, day: date) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def browser(account: Account) -> Client:
    Authenticator.objects.get_or_create(
        user=account, type=Authenticator.Type.TOTP, defaults={"data": {"secret": "x"}}
    )
    client = Client(headers={"accept-language": "vi"})
    client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def controllers(world: World) -> tuple[Client, Client]:
    """Give the browsers of who drafts and of who checks."""
    first = world.staff[Role.PROCEDURE_CONTROLLER]
    unit = first.appointments.get().position.unit
    second = org.join(full_name="Tạ Quang Minh", login="quang", password=None, by=MAKER, at=BEGAN)
    position = org.make_position(
        unit=unit, title="Kiểm soát", roles=[Role.PROCEDURE_CONTROLLER], by=MAKER, at=BEGAN
    )
    org.appoint(staff=second, position=position, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
    return browser(first.account), browser(second.account)


def told(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", answer.content.decode().replace("\xa0", " "))


def prepared() -> World:
    """Give the world with a version of ten working days, one paper and a fee."""
    world = build()
    draft = replace(
        queries.as_drafted(world.version),
        effective_from=date(2026, 1, 1),
        channels=tuple(Terms(way, 10, DurationUnit.WORKING_DAY) for way in (Channel.DIRECT, Channel.ONLINE)),
        papers=(Paper("birth", "Giấy chứng sinh", originals=1),),
        fees=(Charge(FeeKind.CHARGE, "Lệ phí", 8000),),
    )
    version = commands.draft_version(draft=draft, form=world.version.form, by=MAKER, at=BEGAN)
    assert isinstance(version, ProcedureVersion)
    commands.publish_version(version_id=version.pk, by=MAKER, at=BEGAN)
    return world


def taken_in(world: World) -> Dossier:
    """Let the counter take in a dossier under the version of today."""
    version = queries.effective_version(CODE, today())
    assert version is not None
    world.version, world.at = version, now()
    return world.received(personal_id=f"00819000{version.number:04}")


def ready(world: World) -> Dossier:
    """Give a citizen's draft with every paper, not yet sent."""
    dossier = world.draft()
    wanted = dossier.version.components.get()
    file = a_file(world.member)
    attached = dossiers.attach(
        dossier_id=dossier.pk, requirement_id=wanted.pk, file=file, by=world.member, at=now()
    )
    assert not isinstance(attached, Refusal), attached
    return dossier


def drafted(client: Client) -> ProcedureVersion:
    """Let a controller draft a time cut with another form, one more paper and another fee, by pages alone."""
    answer = client.post(reverse("desk:catalogue-draft", args=[CODE]), {"change": "time_cut"})
    version = ProcedureVersion.objects.get(pk=str(answer["Location"]).rstrip("/").rsplit("/", 1)[1])
    saved(client, version, "facts", {**shown(client, version), **boxes("effective_from", CHANGE.date())})
    cut = {
        "value": "7",
        "unit": "working_day",
        "statutory_value": "10",
        "statutory_unit": "working_day",
        "cut_decision_no": "70/QĐ-UBND",
        **boxes("cut_decided_on", date(2027, 2, 1)),
    }
    saved(client, version, "channels", rows({"channel": "direct", **cut}, {"channel": "online", **cut}))
    counts = {"originals": "1", "copies": "0", "required": "on"}
    kept = {"code": "birth", "name": "Giấy chứng sinh", **counts}
    saved(client, version, "papers", rows(kept, {"name": "Giấy ra viện", **counts}))
    saved(client, version, "fees", rows({"kind": "charge", "name": "Lệ phí", "free": "yes"}))
    saved(client, version, "form", {"form": str(another_form().pk)})
    return version


def another_form() -> FormVersion:
    return forms.publish_form(schema=parse({**FORM, "title": "Tờ khai điện tử mới"}), by=MAKER, at=now())


def shown(client: Client, version: ProcedureVersion) -> dict[str, object]:
    """Give what the page of the facts holds, as a browser would send it back."""
    form = client.get(reverse("desk:catalogue-edit", args=[version.pk, "facts"])).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {
        name: "\n".join(value) if isinstance(value, list | tuple) else value
        for name, value in values.items()
        if value not in (None, "")
    }


def rows(*held: dict[str, str]) -> dict[str, str]:
    sent = {f"r{place}-{name}": value for place, row in enumerate(held) for name, value in row.items()}
    return {"places": ",".join(map(str, range(len(held)))), **sent}


def saved(client: Client, version: ProcedureVersion, part: str, data: dict[str, object]) -> None:
    answer = client.post(reverse("desk:catalogue-edit", args=[version.pk, part]), data)
    assert answer.status_code == 302, told(answer)


def step(client: Client, version: ProcedureVersion, slug: str, **data: str) -> HttpResponse:
    return client.post(reverse("desk:catalogue-step", args=[version.pk, slug]), data)


def limit(dossier: Dossier) -> int | None:
    rule: ChannelRule | None = queries.parts_of(dossier.version_id).rule_for(None, dossier.channel)
    return rule.duration_value if rule else None


@pytest.mark.covers("E-9", "T-04")
def test_a_new_version_with_another_form_and_a_time_cut_while_dossiers_run() -> None:
    """The old dossier keeps its time, form, papers and fees; the new one gets the new."""
    with time_machine.travel(EVE, tick=False):
        world = prepared()
        drafter, checker = controllers(world)
        old, unsent = taken_in(world), ready(world)
        due_before = time_of(old, EVE).left
        version = drafted(drafter)
        for client, slug, data in (
            (drafter, "trinh", {}),
            (checker, "kiem-soat", {"remark": "Đủ căn cứ"}),
            (drafter, "ky", {**SIGNING, **boxes("signed_on", today())}),
            (drafter, "cong-khai", {}),
        ):
            answer = step(client, version, slug, **data)
            assert answer.status_code == 302, told(answer)
        said = told(drafter.get(reverse("desk:catalogue-version", args=[version.pk])))
    assert "Có hiệu lực từ 01/03/2027" in said
    assert "Thời hạn nộp tại quầy: từ 10 ngày làm việc còn 7 ngày làm việc (giảm 30 %)." in said
    assert "Thêm giấy tờ “Giấy ra viện”." in said
    assert "Lệ phí: từ 8.000 ₫ thành miễn phí." in said
    assert "Mẫu điện tử: từ" in said
    with time_machine.travel(CHANGE, tick=False):
        new = taken_in(world)
        old.refresh_from_db()
        late = dossiers.submit_online(dossier_id=unsent.pk, by=world.member, at=now())
        public = told(Client().get(reverse("portal:procedure", args=[CODE])))
    assert (old.version.number, new.version.number) == (2, 3)
    assert (limit(old), limit(new)) == (10, 7)
    assert time_of(old, EVE).left == due_before
    assert [paper.name for paper in old.papers.order_by("name")] == ["Giấy chứng sinh"]
    assert [paper.name for paper in new.papers.order_by("name")] == ["Giấy chứng sinh", "Giấy ra viện"]
    assert old.version.form_id != new.version.form_id
    assert [fee.amount for fee in queries.parts_of(old.version_id).fees] == [8000]
    assert isinstance(late, Refusal) and late.why is Why.NEWER_VERSION
    assert "7 ngày làm việc" in public and "Giấy ra viện" in public


def test_what_is_unsound_is_told_with_its_cure_and_does_not_go_on() -> None:
    world = build()
    drafter, _ = controllers(world)
    answer = drafter.post(reverse("desk:catalogue-draft", args=[CODE]), {"change": "amended"})
    page = told(drafter.get(answer["Location"]))
    assert "Phiên bản chưa có ngày hiệu lực." in page
    assert "/trinh/" not in page
    version = ProcedureVersion.objects.get(state="draft")
    refused = step(drafter, version, "trinh")
    assert refused.status_code == 422
    assert "Nhập ngày bắt đầu có hiệu lực." in told(refused)


def test_whoever_drafted_sees_that_another_must_check() -> None:
    with time_machine.travel(EVE, tick=False):
        world = prepared()
        drafter, checker = controllers(world)
        version = drafted(drafter)
        step(drafter, version, "trinh")
        own = told(drafter.get(reverse("desk:catalogue-version", args=[version.pk])))
        others = told(checker.get(reverse("desk:catalogue-version", args=[version.pk])))
        refused = step(drafter, version, "kiem-soat")
    assert "một cán bộ khác sẽ kiểm soát" in own and "Kiểm soát xong" not in own
    assert "Kiểm soát xong" in others
    assert refused.status_code == 422


def test_rows_are_added_raised_and_dropped_without_script_and_nothing_is_stored() -> None:
    world = build()
    drafter, _ = controllers(world)
    drafter.post(reverse("desk:catalogue-draft", args=[CODE]), {"change": "amended"})
    version = ProcedureVersion.objects.get(state="draft")
    address = reverse("desk:catalogue-edit", args=[version.pk, "legal_basis"])
    typed = rows({"number": "1", "name": "Một"}, {"number": "2", "name": "Hai"})
    added = drafter.post(address, {**typed, "add": "1"})
    assert added.status_code == 200
    assert 'name="places" value="0,1,2"' in told(added) and 'value="Hai"' in told(added)
    assert "Nhập số hiệu." not in told(added)
    raised = drafter.post(address, {**typed, "raise": "1"})
    assert 'name="places" value="1,0"' in told(raised)
    dropped = drafter.post(address, {**typed, "drop": "0"})
    assert 'name="places" value="1"' in told(dropped) and 'value="Một"' not in told(dropped)
    assert not version.legal_basis.exists()


def test_a_wrong_row_keeps_what_was_typed() -> None:
    world = build()
    drafter, _ = controllers(world)
    drafter.post(reverse("desk:catalogue-draft", args=[CODE]), {"change": "amended"})
    version = ProcedureVersion.objects.get(state="draft")
    address = reverse("desk:catalogue-edit", args=[version.pk, "channels"])
    over = {
        "channel": "direct",
        "value": "12",
        "unit": "day",
        "statutory_value": "10",
        "statutory_unit": "day",
        "cut_decision_no": "1/QĐ",
        **boxes("cut_decided_on", date(2026, 1, 5)),
    }
    refused = drafter.post(address, rows(over))
    assert refused.status_code == 422
    assert "dài hơn thời hạn luật định" in told(refused) and 'value="12"' in told(refused)
    lone = drafter.post(address, rows({"channel": "direct", "value": "12"}))
    assert lone.status_code == 422
    assert "Nhập đơn vị của thời hạn" in told(lone)


@pytest.mark.covers("T-05")
def test_an_abolished_procedure_refuses_with_decision_and_successor_and_stays_readable() -> None:
    """Nothing is deleted; who files is told by which decision, and what takes its place."""
    with time_machine.travel(EVE, tick=False):
        world = prepared()
        drafter, _ = controllers(world)
        running, unsent = taken_in(world), ready(world)
        decision = registered(drafter)
        successor = commands.draft_version(
            draft=replace(queries.as_drafted(world.version), code="1.999001", title="Khai sinh mới"),
            by=MAKER,
            at=BEGAN,
        )
        assert isinstance(successor, ProcedureVersion)
        commands.publish_version(version_id=successor.pk, by=MAKER, at=BEGAN)
        answer = drafter.post(
            reverse("desk:catalogue-abolish", args=[CODE]),
            {
                "decision": str(decision.pk),
                "successor_code": "1.999001",
                **boxes("from_day", CHANGE.date()),
            },
        )
        assert answer.status_code == 302, told(answer)
    with time_machine.travel(CHANGE, tick=False):
        refused = dossiers.submit_online(dossier_id=unsent.pk, by=world.member, at=now())
        opened = dossiers.create_draft(
            procedure=CODE, agency_id=world.committee.pk, by=world.member, at=now()
        )
        again = browser(world.staff[Role.PROCEDURE_CONTROLLER].account)
        page = told(again.get(reverse("desk:catalogue-procedure", args=[CODE])))
        version_page = again.get(reverse("desk:catalogue-version", args=[running.version_id]))
    for outcome in (refused, opened):
        assert isinstance(outcome, Refusal)
        said = refusal_sentence(outcome)
        assert "78/QĐ-UBND" in said and "Khai sinh mới" in said and "1.999001" in said
    assert "Đã bãi bỏ từ 01/03/2027" in page
    assert version_page.status_code == 200
    running.refresh_from_db()
    assert limit(running) == 10


def registered(client: Client) -> PublicationDecision:
    """Let a controller register a decision and record its signing."""
    answer = client.post(
        reverse("desk:catalogue-decision-new"),
        {"kind": "abolish", "summary": "Bãi bỏ", "issuer": "UBND tỉnh", "codes": CODE},
    )
    assert answer.status_code == 302, told(answer)
    signing = {
        "number": "78/QĐ-UBND",
        "signed_by": "Chủ tịch",
        **boxes("signed_on", today()),
        **boxes("effective_on", CHANGE.date()),
    }
    assert client.post(answer["Location"], signing).status_code == 302
    return PublicationDecision.objects.get(number="78/QĐ-UBND")


def test_a_decision_shows_each_limit_and_takes_its_steps() -> None:
    with time_machine.travel(EVE, tick=False):
        world = build()
        for code, value in (("publish_decision_province", 5), ("load_record_province", 5)):
            org.set_regulation(
                code=code,
                value=value,
                unit="working_day",
                legal_basis="NĐ 63/2010/NĐ-CP",
                certainty="V",
                valid_from=BEGAN.date(),
                by=MAKER,
                at=BEGAN,
            )
        drafter, _ = controllers(world)
        decision = registered(drafter)
        address = reverse("desk:catalogue-decision", args=[decision.pk])
        page = told(drafter.get(address))
        assert "Trễ" in page and "5 ngày làm việc, NĐ 63/2010/NĐ-CP" in page
        done = drafter.post(address, {"step": "loaded", "hour": "08:15", **boxes("day", today())})
        assert done.status_code == 302, told(done)
        assert "Sớm" in told(drafter.get(address))
        again = drafter.post(address, {"step": "loaded", **boxes("day", today())})
        assert again.status_code == 422


def test_the_list_narrows_by_words_level_and_what_is_wrong() -> None:
    world = prepared()
    drafter, _ = controllers(world)
    home = reverse("desk:catalogue")
    assert CODE in told(drafter.get(home))
    assert CODE in told(drafter.get(home, {"q": "khai sinh"}))
    assert "Không có thủ tục nào khớp" in told(drafter.get(home, {"q": "qwertyuiop"}))
    assert CODE not in told(drafter.get(home, {"cap": "province"}))
    assert CODE not in told(drafter.get(home, {"xem": "het-hieu-luc"}))
    assert CODE in told(drafter.get(home, {"xem": "nop-duoc"}))


def test_an_offering_is_given_and_ended_by_its_pages() -> None:
    world = prepared()
    drafter, _ = controllers(world)
    offering = world.version.procedure.offerings.get()
    end = reverse("desk:catalogue-end-offering", args=[CODE, offering.pk])
    assert drafter.post(end, boxes("last_day", today())).status_code == 302
    give = reverse("desk:catalogue-offerings", args=[CODE])
    chosen = {"agencies": str(world.committee.pk)}
    refused = drafter.post(give, {**chosen, **boxes("valid_from", today())})
    assert refused.status_code == 422
    assert "đã được giao thủ tục này" in told(refused)
    empty = drafter.post(give, {})
    assert empty.status_code == 422 and "Chọn cơ quan." in told(empty)
