"""What there is besides the dossier, so that every address has something to show."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.files.models import StoredFile
from motcua.base.notices import commands as notices
from motcua.base.notices.words import Letter, Medium, Recipient
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands as dossiers
from motcua.casework.dossiers.models import Dossier
from motcua.reference.catalogue import commands as catalogue
from motcua.reference.catalogue.commands import uploading
from motcua.reference.catalogue.commands.routing import open_route
from motcua.reference.catalogue.models import (
    ImportBatch,
    ImportProblem,
    ImportUpload,
    PublicationDecision,
    Route,
    RouteImport,
    RouteTemplate,
)
from motcua.reference.catalogue.words import Change, DecisionKind
from motcua.reference.org import commands as org
from motcua.reference.org.words import Role
from motcua.reform.insight import commands as insight
from motcua.reform.scoring.commands import import_set
from motcua.reform.scoring.models import CriteriaSet
from motcua.reform.scoring.published.commands import import_file
from motcua.reform.scoring.published.models import Batch
from tests.support.world import BEGAN, CODE, MAKER, World

FORM_CODE = "birth"


def asked_and_answered(finished: Dossier, file: StoredFile, world: World) -> Any:
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


def of_the_catalogue(world: World) -> dict[str, Any]:
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


def notice_for(account: UUID | None) -> UUID:
    """Give a notice on somebody's own page."""
    letter = Letter(Recipient(f"account:{account}", account), Medium.IN_APP, "Hồ sơ", "Đã tiếp nhận")
    about = {"event": "accepted", "about": f"dossier:{uuid7()}", "happened_at": BEGAN}
    made = notices.tell(event_id=uuid7(), letters=[letter], by=MAKER, at=BEGAN, **about)
    assert not isinstance(made, Refusal)
    return made[0].pk


def of_the_organisation(world: World) -> dict[str, Any]:
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


def of_figures(world: World) -> dict[str, Any]:
    """Give a closed month, and a figure."""
    closed = insight.close_period(code="2025-12", by=MAKER, at=world.at)
    assert not isinstance(closed, Refusal), closed
    return {"closing_id": closed.pk, "measure_code": "dossiers.accepted"}


def of_an_outage(world: World) -> dict[str, Any]:
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


def of_an_import(world: World) -> dict[str, Any]:
    upload = uploading.take_upload(file_name="a.jsonl", content=b"{}", by=MAKER, at=world.at)
    assert isinstance(upload, ImportUpload)
    batch = ImportBatch.objects.create(file_name="a.jsonl", sha256="", rows=1, at=world.at)
    problem = ImportProblem.objects.create(batch=batch, row=1, code=CODE, kind="no_agency")
    return {"sent_id": upload.pk, "problem_id": problem.pk}


def of_what_others_published() -> dict[str, Any]:
    head = "index,year,unit,unit_kind,value,max,rank,of,status,source"
    row = "PAR,2020,Tuyên Quang,province,83.81,100,35,63,verified,Báo tỉnh"
    batch = import_file(file_name="chi-so.csv", content=f"{head}\n{row}".encode(), by=MAKER, at=BEGAN)
    assert isinstance(batch, Batch)
    return {"batch_id": batch.pk, "figure_id": batch.figures.get().pk}


def of_criteria(world: World) -> dict[str, Any]:
    """Give a criteria set of one leaf."""
    rows = [{"code": "1", "name_vi": "Một", "max_points": 100, "rule": {"type": "manual"}}]
    told = {"meta": {"level": "commune", "year": world.at.year}, "rows": rows}
    made = import_set(file_name="bo.json", content=json.dumps(told).encode(), by=MAKER, at=world.at)
    assert isinstance(made, CriteriaSet)
    return {"set_id": made.pk}
