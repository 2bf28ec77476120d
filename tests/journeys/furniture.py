"""One of each thing that a page of the house shows, beside those of the demo. Runs inside the house."""

import json
import sys
from datetime import timedelta
from typing import Any

from demo.dossiers import BIRTH, BUSINESS, DAY, HOUR, MARITAL, MINH_XUAN, WANTED, Writer, actor
from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.access.models import Account
from motcua.base.clock import now
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier, SupplementRound
from motcua.casework.dossiers.words import RoundState, State
from motcua.reference.catalogue import commands as catalogue
from motcua.reference.catalogue.commands import uploading
from motcua.reference.catalogue.models import ImportBatch, ImportProblem, Procedure
from motcua.reference.catalogue.words import Change, DecisionKind
from motcua.reference.forms import commands as forms
from motcua.reference.org.models import Staff
from motcua.reference.org.words import Role
from motcua.reference.people import commands as people
from motcua.reference.people.models import Correction, HeldPaper, Person
from motcua.reference.people.queries import actor_of
from motcua.reference.people.words import Basis, Identity, Mandate, Power
from tests.journeys.officials import session

PROCEDURE, FORM = "1.004873", "khai-sinh"


def furnish(controller: str, citizen: str, *logins: str) -> None:
    """Make the things; tell the session of everybody and the addresses that nothing links to."""
    at, person = now(), Person.objects.get(full_name=citizen)
    minh = actor(Staff.objects.get(account__login=controller), at)
    version = _catalogue(minh)
    right = _representation(person, Identity(full_name="Nông Văn Chải", personal_id="008000000777"))
    draft = Dossier.objects.filter(submitter=person, state=State.DRAFT).first()
    filed = Dossier.objects.filter(submitter=person).exclude(state=State.DRAFT).first()
    asked = SupplementRound.objects.filter(state=RoundState.SENT).first()
    held = HeldPaper.objects.filter(owner=person).first()
    assert draft is not None and filed is not None and asked is not None and held is not None
    _correction(filed, person)
    fresh = Writer(at).online(BIRTH, MINH_XUAN, ago=HOUR, citizen=citizen).dossier
    said = Identity(full_name=person.full_name, personal_id=person.personal_id or "")
    unconfirmed = _representation(asked.dossier.submitter, said)
    told: dict[str, Any] = {
        "sessions": {login: session(Account.objects.get(login=login)) for login in logins}
        | {"citizen": session(person.account), "asked": session(asked.dossier.submitter.account)},
        "citizen": [
            reverse("portal:draft-check", args=[draft.pk]),
            reverse("portal:draft-done", args=[fresh.pk]),
            reverse("portal:looks", args=[filed.pk]),
            reverse("portal:held-uses", args=[held.pk]),
            reverse("portal:represented"),
            reverse("portal:end-representation", args=[right]),
            reverse("portal:confirm-representation", args=[unconfirmed]),
        ],
        "asked": [reverse("portal:supplement", args=[asked.dossier_id])],
    }
    told["desk"] = [reverse("desk:dossier", args=[one]) for one in _for_every_act(Writer(at))]
    told["drafted"] = [reverse("desk:catalogue-version", args=[version])]
    sys.stdout.write(json.dumps(told))


def _catalogue(by: Actor) -> object:
    at = now()
    procedure = Procedure.objects.get(code=PROCEDURE)
    version = catalogue.open_draft(procedure_id=procedure.pk, change=Change.AMENDED, by=by, at=at)
    assert not isinstance(version, Refusal), version
    made = (
        catalogue.register_decision(
            kind=DecisionKind.AMEND, issuer="UBND tỉnh", summary="Sửa đổi thủ tục hộ tịch", by=by, at=at
        ),
        forms.start_draft(code=FORM, by=by, at=at),
        uploading.take_upload(file_name="danh-muc.jsonl", content=b"{}", by=by, at=at),
    )
    assert not [one for one in made if isinstance(one, Refusal)], made
    batch = ImportBatch.objects.create(file_name="danh-muc.jsonl", sha256="", rows=1, at=at)
    ImportProblem.objects.create(batch=batch, row=1, code=PROCEDURE, kind="no_agency")
    return version.pk


def _for_every_act(writer: Writer) -> list[object]:
    """Give dossiers of one ward between which every act of its officials stands open."""
    judged = writer.online(BIRTH, MINH_XUAN, ago=DAY).judged()
    with_officer = writer.online(MARITAL, MINH_XUAN, ago=DAY).accepted().forwarded()
    with_head = writer.online(MARITAL, MINH_XUAN, ago=DAY).accepted().forwarded().at_role(Role.UNIT_HEAD)
    with_clerk = writer.online(MARITAL, MINH_XUAN, ago=DAY).accepted().forwarded().at_role(Role.RECORDS_CLERK)
    approved = writer.online(BUSINESS, MINH_XUAN, ago=DAY).accepted().forwarded()
    paper = WANTED[BUSINESS]
    wanted = approved.dossier.version.components.get(name=paper.paper)
    approved.do(
        commands.propose_supplement,
        approved.handler,
        items=[commands.Asked(paper.paper, paper.fault, wanted.pk)],
        reason=paper.reason,
        legal_basis=paper.act,
    ).do(commands.approve_supplement, approved.leader)
    return [one.dossier.pk for one in (judged, with_officer, with_head, with_clerk, approved)]


def _representation(person: Person, represented: Identity) -> object:
    at = now()
    made = people.represent_person(
        identity=represented,
        mandate=Mandate(Basis.GUARDIAN, frozenset({Power.FILE}), at.date() - timedelta(days=3)),
        by=actor_of(person),
        at=at,
    )
    assert not isinstance(made, Refusal), made
    return made.pk


def _correction(dossier: Dossier, person: Person) -> None:
    Correction.objects.create(
        owner=person,
        subject="Ngày sinh",
        source="VNeID",
        said_value="01/01/1990",
        thing=f"dossier:{dossier.pk}",
        procedure=dossier.version.procedure.code,
        agency_id=dossier.competent_agency_id,
        opened_at=now(),
        opened_by="journeys",
    )
