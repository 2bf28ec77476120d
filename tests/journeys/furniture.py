"""One of each thing that a page of the house shows, beside those of the demo. Runs inside the house."""

import json
import sys
from datetime import timedelta
from typing import Any

from demo.dossiers import BIRTH, HOUR, MINH_XUAN, Writer
from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.access.models import Account
from motcua.base.clock import now
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.models import Dossier, SupplementRound
from motcua.casework.dossiers.words import RoundState, State
from motcua.reference.catalogue import commands as catalogue
from motcua.reference.catalogue.commands import uploading
from motcua.reference.catalogue.models import ImportBatch, ImportProblem, Procedure
from motcua.reference.catalogue.words import Change, DecisionKind
from motcua.reference.forms import commands as forms
from motcua.reference.people import commands as people
from motcua.reference.people.models import Correction, HeldPaper, Person
from motcua.reference.people.queries import actor_of
from motcua.reference.people.words import Basis, Identity, Mandate, Power
from tests.journeys import scoring_days
from tests.journeys.desk_furniture import for_every_act, for_the_desk, official
from tests.journeys.officials import session

PROCEDURE, FORM = "1.004873", "khai-sinh"


def furnish(controller: str, citizen: str, *logins: str) -> None:
    """Make the things; tell the session of everybody and the addresses that nothing links to."""
    at, person = now(), Person.objects.get(full_name=citizen)
    minh = official(controller, at)
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
    told["desk"] = [reverse("desk:dossier", args=[one]) for one in for_every_act(Writer(at))]
    told["by_login"] = for_the_desk(at)
    for login, pages in scoring_days.addresses().items():
        told["by_login"].setdefault(login, []).extend(pages)
    told["by_login"][controller].append(reverse("desk:catalogue-version", args=[version]))
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
