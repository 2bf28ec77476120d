"""Who is who in the rights table, and how each comes to an address."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from io import BytesIO
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from motcua.base.access import Actor, Kind
from motcua.base.access.models import Account
from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.files import commands as files
from motcua.base.files.models import Album, Photo, StoredFile, Upload
from motcua.base.notices import commands as notices
from motcua.base.notices.words import Letter, Medium, Recipient
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands as dossiers
from motcua.casework.dossiers.models import Dossier
from motcua.doors.portal.shelves import AnswerShelf, DraftShelf, RightShelf, Shelf
from motcua.reference.catalogue import commands as catalogue
from motcua.reference.catalogue.commands import uploading
from motcua.reference.catalogue.commands.routing import open_route
from motcua.reference.catalogue.models import (
    ComponentRequirement,
    ImportBatch,
    ImportProblem,
    ImportUpload,
    PublicationDecision,
    Route,
    RouteImport,
    RouteTemplate,
)
from motcua.reference.catalogue.words import Change, DecisionKind
from motcua.reference.catalogue.words import Paper as Asked
from motcua.reference.forms import commands as forms
from motcua.reference.org import commands as org
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind
from motcua.reference.people import commands as people
from motcua.reference.people.models import Correction, HeldPaper, Representation
from motcua.reference.people.words import Identity
from tests.rooms.foreign_files import picture
from tests.support.kept import kept
from tests.support.world import BEGAN, CODE, MAKER, World, build, ok

CONTROLLER = "controller"
NOBODY, OWNER, STRANGER = "nobody", "owner", "stranger"
OFFICIALS = {
    "counter": Role.RECEPTION_OFFICER,
    "officer": Role.CASE_OFFICER,
    "head": Role.UNIT_HEAD,
    "leader": Role.AGENCY_LEADER,
    "clerk": Role.RECORDS_CLERK,
    "auditor": Role.AUDITOR,
    CONTROLLER: Role.PROCEDURE_CONTROLLER,
}
ADMINISTRATOR = "administrator"
FAR, FORMER, UNPROVED = "far", "former", "unproved"
FORM_CODE = "birth"
PDF = b"%PDF-1.7 a paper of the tests"
OF_A_FINISHED_DOSSIER = (
    "desk:paper",
    "desk:result",
    "desk:one-result",
    "desk:reply-file",
    "portal:file",
    "portal:result",
)
OF_THE_STORE = ("portal:held-file", "portal:held-uses")
KINDS = {"portal:open-data": "csv"}
EVERYBODY = (NOBODY, OWNER, STRANGER, *OFFICIALS, ADMINISTRATOR, FAR, FORMER, UNPROVED)


@dataclass
class Scene:
    """One dossier with its case officer, one draft, and everybody who might come."""

    world: World
    dossier: Dossier
    draft: Dossier
    cookies: dict[str, dict[str, str]]
    things: dict[str, Any]

    def answer(self, who: str, route: str, *, post: bool = False) -> HttpResponseBase:
        """Give what somebody gets at an address; nothing of it stays."""
        client = Client(raise_request_exception=False)
        client.cookies.load(self.cookies[who])
        with transaction.atomic():
            address = address_of(route, self)
            response = client.post(address) if post else client.get(address)
            if response.streaming:
                list(response)  # a file is closed when it was read
            transaction.set_rollback(True)
        return response


@kept
def set_the_scene() -> Scene:
    """Build it."""
    world = build(papers=(Asked("proof", "Giấy chứng sinh", required=False),))
    dossier, draft, finished = world.in_process(), world.draft(), world.issued()
    accounts: dict[str, Account | None] = {
        NOBODY: None,
        OWNER: world.citizen.account,
        STRANGER: Account.objects.get(person=world.stranger.person),
        **{who: _proved(world.staff[role].account) for who, role in OFFICIALS.items()},
        FAR: _proved(_official(world, "far")),
        ADMINISTRATOR: _proved(
            _official(world, "administrator", at=world.committee, roles=[Role.ADMINISTRATOR])
        ),
        FORMER: _proved(_former(world)),
        UNPROVED: _official(world, "unproved", at=world.committee),
    }
    photo = _photo_of(draft)
    file = files.keep_own(content=PDF, name="giay-to.pdf", by=MAKER, at=world.at)
    paper = finished.papers.create(
        name="Giấy chứng sinh", form="electronic", source="upload", file=file, added_at=world.at
    )
    slip = dossier.slips.get()
    held = HeldPaper.objects.create(
        owner=world.citizen,
        name="Giấy khai sinh",
        kind="KQ1",
        issuer="UBND",
        issued_on=BEGAN.date(),
        held_at=BEGAN,
        file_id=file.pk,
        source="tests",
    )
    right = Representation.objects.create(
        owner=world.citizen,
        owner_name="Giàng A Páo",
        representative=people.register(identity=Identity(full_name="Sùng Thị Dợ"), by=MAKER, at=BEGAN),
        basis="guardian",
        powers=["file"],
        valid_from=BEGAN.date(),
        made_at=BEGAN,
    )
    answer, document = _of_an_answer(world), _of_a_right(right, world)
    ticket = Correction.objects.create(
        owner=world.citizen,
        subject="Ngày sinh",
        source="VNeID",
        said_value="01/01/1990",
        thing=f"dossier:{dossier.pk}",
        procedure=CODE,
        agency=world.committee,
        opened_at=BEGAN,
        opened_by="tests",
    )
    things = {
        "representation_id": right.pk,
        "correction_id": ticket.pk,
        "slip_id": slip.pk,
        "paper_id": paper.pk,
        "held": held.pk,
        "finished": finished.pk,
        "result_id": finished.results.get().pk,
        "consultation_id": _asked_and_answered(finished, file, world),
        "asked": answer["asked"],
        "item_id": answer["item_id"],
        "waiting_id": answer["waiting_id"],
        "document_id": document["document_id"],
        "photos": {"portal:answer-photo": answer["photo"], "portal:representation-photo": document["photo"]},
        **_of_the_catalogue(world),
        **_of_an_import(world),
        **_of_an_outage(world),
        "notice": _notice_for(world.citizen.account_id),
        "notice_of_officer": _notice_for(world.tuan.account),
        **_of_the_organisation(world),
    }
    forms.start_draft(code=FORM_CODE, by=MAKER, at=world.at)
    things |= {"photo": photo.pk, "requirement": _paper_asked(draft).pk, "upload": _upload_of(world).pk}
    return Scene(world, dossier, draft, {who: _signed_in(one) for who, one in accounts.items()}, things)


def _signed_in(account: Account | None) -> dict[str, str]:
    """Give the cookies of somebody who has just signed in."""
    client = Client()
    if account is not None:
        client.force_login(account)
    return {name: morsel.value for name, morsel in client.cookies.items()}


def _asked_and_answered(finished: Dossier, file: StoredFile, world: World) -> Any:
    """Give a question about a finished dossier whose answer came with a file; its own unit was asked."""
    officer = world.staff[Role.CASE_OFFICER]
    made = finished.consultations.create(
        number=1,
        kind="opinion",
        state="answered",
        unit_id=world.tuan.unit,
        content="Ý kiến",
        reply_due=BEGAN.date(),
        asked_at=BEGAN,
        asked_by=officer,
        asked_by_unit_id=world.tuan.unit,
        reply="Đồng ý",
        file=file,
        replied_at=BEGAN,
        replied_by=officer,
    )
    return made.pk


def _of_the_catalogue(world: World) -> dict[str, Any]:
    procedure = world.version.procedure
    draft = catalogue.open_draft(procedure_id=procedure.pk, change=Change.AMENDED, by=MAKER, at=world.at)
    decision = catalogue.register_decision(
        kind=DecisionKind.AMEND, issuer="UBND tỉnh", summary="Sửa đổi", by=MAKER, at=world.at
    )
    assert isinstance(decision, PublicationDecision)
    like = world.version.routes.get(founding=True)
    route = open_route(version_id=world.version.pk, like=like.pk, by=MAKER, at=world.at)
    assert isinstance(route, Route)
    loaded = RouteImport.objects.create(file_name="a.jsonl", sha256="", rows=1, at=world.at)
    RouteTemplate.objects.create(code="MAU01", name="Mẫu", folded="mau01 mau", steps=[], batch=loaded)
    return {
        "route_id": route.pk,
        "step_key": "b1",
        "template_code": "MAU01",
        "version_id": draft.pk,
        "decision_id": decision.pk,
        "offering_id": procedure.offerings.get().pk,
        "part": "facts",
        "slug": "trinh",
    }


def _notice_for(account: UUID | None) -> UUID:
    """Give a notice on somebody's own page."""
    letter = Letter(Recipient(f"account:{account}", account), Medium.IN_APP, "Hồ sơ", "Đã tiếp nhận")
    about = {"event": "accepted", "about": f"dossier:{uuid7()}", "happened_at": BEGAN}
    made = notices.tell(event_id=uuid7(), letters=[letter], by=MAKER, at=BEGAN, **about)
    assert not isinstance(made, Refusal)
    return made[0].pk


def _of_the_organisation(world: World) -> dict[str, Any]:
    officer, clerk = world.staff[Role.CASE_OFFICER], world.staff[Role.RECORDS_CLERK]
    on, position = BEGAN.date(), officer.appointments.get().position
    calendar = org.draft_calendar(
        agency_id=world.committee.pk, title="Nghỉ", document="1/QĐ", document_on=on, by=MAKER, at=BEGAN
    )
    lent = org.delegate(
        giver_id=officer.pk,
        taker_id=clerk.pk,
        position_id=position.pk,
        valid_from=on,
        valid_to=on,
        document="2/QĐ",
        by=MAKER,
        at=BEGAN,
    )
    assert not isinstance(calendar, Refusal)
    assert not isinstance(lent, Refusal)
    return {
        "calendar_id": calendar.pk,
        "delegation_id": lent.pk,
        "agency_id": world.committee.pk,
        "unit_id": world.counter.pk,
        "staff_id": officer.pk,
        "regulation_code": "full_age",
    }


ORGANISATION = ("calendar_id", "delegation_id", "agency_id", "unit_id", "staff_id", "regulation_code")


def _of_an_outage(world: World) -> dict[str, Any]:
    """Give an outage of the counter after which dossiers may still be entered."""
    day, at = timedelta(days=1), now()
    by = replace(world.hoa, roles=world.hoa.roles | {Role.ONE_STOP_HEAD})
    assert by.unit is not None
    span = {"began_at": at - day, "ended_at": at - day / 2, "enter_until": at + day}
    outage = dossiers.open_outage(
        counter_id=by.unit, reason="Mất điện", legal_basis="Công văn 1", by=by, at=at, **span
    )
    assert not isinstance(outage, Refusal)
    return {"outage": outage.pk}


def _of_an_import(world: World) -> dict[str, Any]:
    upload = uploading.take_upload(file_name="a.jsonl", content=b"{}", by=MAKER, at=world.at)
    assert isinstance(upload, ImportUpload)
    batch = ImportBatch.objects.create(file_name="a.jsonl", sha256="", rows=1, at=world.at)
    problem = ImportProblem.objects.create(batch=batch, row=1, code=CODE, kind="no_agency")
    return {"sent_id": upload.pk, "problem_id": problem.pk}


def _paper_asked(draft: Dossier) -> ComponentRequirement:
    return draft.version.components.get()


def _photo_of(draft: Dossier) -> Photo:
    """Give a photo that the owner sent for the paper of their draft."""
    at, by, asked = draft.created_at, _owner_of(draft), _paper_asked(draft)
    file = files.take_in(stream=BytesIO(picture("JPEG")), name="anh.jpg", by=by, at=at)
    assert isinstance(file, StoredFile)
    dossiers.attach(dossier_id=draft.pk, requirement_id=asked.pk, file=file, by=by, at=at)
    return _album_of(DraftShelf(draft, asked), file, by)


def _album_of(shelf: Shelf, file: StoredFile, by: Actor) -> Photo:
    assert by.person is not None
    album = files.gather(
        place=shelf.place, title="a", files=[file], kept_for=by.person, by=by, at=file.stored_at
    )
    assert isinstance(album, Album)
    return album.photos.get()


def _of_an_answer(world: World) -> dict[str, Any]:
    """Give a dossier for which a paper is asked, and a photo that waits to be sent for it."""
    asked = ok(
        dossiers.request_supplement_at_intake(
            dossier_id=world.submitted().pk,
            items=[dossiers.Asked("Giấy chứng sinh")],
            reason="Thiếu",
            by=world.hoa,
            at=world.at,
        )
    )
    item = asked.rounds.get().items.get()
    file = _picture(world.member, world)
    laid = dossiers.lay_by(dossier_id=asked.pk, item_id=item.pk, file=file, by=world.member, at=world.at)
    photo = _album_of(AnswerShelf(asked, item), file, world.member)
    return {"asked": asked.pk, "item_id": item.pk, "waiting_id": laid.pk, "photo": photo.pk}


def _of_a_right(right: Representation, world: World) -> dict[str, Any]:
    """Give a photo of the document behind a right."""
    by = Actor(Kind.MEMBER, person=right.representative_id)
    file = _picture(by, world)
    row = right.files.create(file=file, added_at=world.at)
    return {"document_id": row.pk, "photo": _album_of(RightShelf(right), file, by).pk}


def _picture(by: Actor, world: World) -> StoredFile:
    file = files.take_in(stream=BytesIO(picture("JPEG")), name="anh.jpg", by=by, at=world.at)
    assert isinstance(file, StoredFile)
    return file


def _upload_of(world: World) -> Upload:
    by = world.member
    upload = files.begin_upload(name="a.pdf", size=9, place="here", sameness="", by=by, at=now())
    assert isinstance(upload, Upload)
    return upload


def _owner_of(draft: Dossier) -> Actor:
    return Actor(Kind.MEMBER, person=draft.owner_id)


def _proved(account: Account) -> Account:
    """Give an official a password and a second factor, without which no work is done."""
    account.set_password("mot-mat-khau-de-thu")
    account.save(update_fields=["password"])
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={"secret": "x"})
    return account


def _official(world: World, login: str, at: Any = None, roles: list[Role] | None = None) -> Account:
    agency = at or org.found_agency(
        name="UBND xã Lũng Cú",
        short_name="UBND",
        kind=AgencyKind.PEOPLES_COMMITTEE,
        tier=Tier.COMMUNE,
        code="H60.31",
        province="tỉnh Tuyên Quang",
        place="Lũng Cú",
        valid_from=BEGAN.date(),
        by=MAKER,
        at=BEGAN,
    )
    unit = org.set_up_unit(
        agency=agency, name=login, kind=UnitKind.DIVISION, valid_from=BEGAN.date(), by=MAKER, at=BEGAN
    )
    if roles is None:
        roles = [Role.CASE_OFFICER] if at else [Role.CASE_OFFICER, Role.UNIT_HEAD, Role.AGENCY_LEADER]
    position = org.make_position(unit=unit, title=login, roles=roles, by=MAKER, at=BEGAN)
    staff = org.join(full_name=login, login=login, password=None, by=MAKER, at=BEGAN)
    org.appoint(staff=staff, position=position, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
    return staff.account


def _former(world: World) -> Account:
    staff = org.join(full_name="Thôi việc", login="former", password=None, by=MAKER, at=BEGAN)
    position = world.staff[Role.CASE_OFFICER].appointments.get().position
    org.appoint(staff=staff, position=position, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
    org.leave(staff_id=staff.pk, last_day=BEGAN.date(), by=MAKER, at=BEGAN)
    return Account.objects.get(pk=staff.account_id)


def routes() -> dict[str, Callable[..., Any]]:
    """Give every address of the house by its whole name, with its view."""
    return dict(_walk(get_resolver().url_patterns, "", ""))


def _walk(patterns: Any, spaces: str, path: str) -> Any:
    for one in patterns:
        if isinstance(one, URLResolver):
            space = f"{spaces}{one.namespace}:" if one.namespace else spaces
            yield from _walk(one.url_patterns, space, path + str(one.pattern))
        elif isinstance(one, URLPattern):
            yield f"{spaces}{one.name or path + str(one.pattern)}", one.callback


def address_of(route: str, scene: Scene) -> str:
    """Give the address of a route with the things of the scene in it."""
    if route in ("healthz", "livez"):
        return f"/{route}"
    pattern = _parameters()[route]
    dossier = scene.things["finished"] if route in OF_A_FINISHED_DOSSIER else scene.dossier.pk
    dossier = scene.things["asked"] if route.startswith("portal:answer") else dossier
    known = {
        "dossier_id": scene.draft.pk if route.startswith("portal:draft") else dossier,
        "paper_id": scene.things["held" if route in OF_THE_STORE else "paper_id"],
        "slip_id": scene.things["slip_id"],
        "result_id": scene.things["result_id"],
        "consultation_id": scene.things["consultation_id"],
        "representation_id": scene.things["representation_id"],
        "correction_id": scene.things["correction_id"],
        "field_name": "child_name",
        "upload_id": scene.things["upload"],
        "notice_id": scene.things["notice_of_officer" if route == "desk:notice" else "notice"],
        "event": "accepted",
        "addressee": "applicant",
        "requirement_id": scene.things["requirement"],
        "photo_id": scene.things["photos"].get(route, scene.things["photo"]),
        **{name: scene.things[name] for name in ("item_id", "waiting_id", "document_id")},
        "code": CODE,
        "rest": "nothing",
        "sent_id": scene.things["sent_id"],
        "problem_id": scene.things["problem_id"],
        **{name: scene.things[name] for name in ("version_id", "decision_id", "offering_id", "part", "slug")},
        **{name: scene.things[name] for name in ORGANISATION},
        **{name: scene.things[name] for name in ("route_id", "step_key", "template_code")},
        "form_code": FORM_CODE,
        "year": scene.world.at.year,
        "number": 1,
        "page_code": "child",
        "kind": KINDS.get(route, "saying" if route.startswith("desk:") else "linh-vuc"),
        "act": "chuyen",
        "view_id": scene.draft.pk,  # of no view: nobody's is let go
        "outage_id": scene.things["outage"],
        "provider_id": "vneid",
        "pk": 1,
    }
    return reverse(route, kwargs={name: known[name] for name in pattern})


@cache
def _parameters() -> dict[str, tuple[str, ...]]:
    return dict(reversed(list(_named(get_resolver().url_patterns, "", ()))))


def _named(patterns: Any, spaces: str, before: tuple[str, ...]) -> Any:
    for one in patterns:
        names = (*before, *one.pattern.converters)
        if isinstance(one, URLResolver):
            space = f"{spaces}{one.namespace}:" if one.namespace else spaces
            yield from _named(one.url_patterns, space, names)
        else:
            yield f"{spaces}{one.name}", names
