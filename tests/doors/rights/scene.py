"""What stands ready for whoever comes to an address."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client

from motcua.base.access.models import Account
from motcua.base.files import commands as files
from motcua.casework.dossiers.models import Dossier
from motcua.reference.catalogue.words import Paper as Asked
from motcua.reference.forms import commands as forms
from motcua.reference.org.words import Role
from motcua.reference.people import commands as people
from motcua.reference.people.models import Correction, HeldPaper, Representation
from motcua.reference.people.words import Identity
from tests.doors.rights.addresses import address_of
from tests.doors.rights.people import (
    ADMINISTRATOR,
    FAR,
    FORMER,
    NOBODY,
    OFFICIALS,
    OVERSEER,
    OWNER,
    STRANGER,
    UNPROVED,
    former,
    official,
    proved,
    signed_in,
)
from tests.doors.rights.photos import of_a_right, of_an_answer, paper_asked, photo_of, upload_of
from tests.doors.rights.scoring import ABOVE, of_scoring, province
from tests.doors.rights.things import (
    FORM_CODE,
    asked_and_answered,
    notice_for,
    of_an_import,
    of_an_outage,
    of_criteria,
    of_figures,
    of_the_catalogue,
    of_the_organisation,
    of_what_others_published,
)
from tests.support.kept import kept
from tests.support.world import BEGAN, CODE, MAKER, World, build

PDF = b"%PDF-1.7 a paper of the tests"


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
    from_above = province()
    world = build(papers=(Asked("proof", "Giấy chứng sinh", required=False),))
    dossier, draft, finished = world.in_process(), world.draft(), world.issued()
    accounts: dict[str, Account | None] = {
        NOBODY: None,
        OWNER: world.citizen.account,
        STRANGER: Account.objects.get(person=world.stranger.person),
        **{who: proved(world.staff[role].account) for who, role in OFFICIALS.items()},
        FAR: proved(official(world, "far")),
        ADMINISTRATOR: proved(
            official(world, "administrator", at=world.committee, roles=[Role.ADMINISTRATOR])
        ),
        OVERSEER: proved(official(world, "overseer", at=from_above, roles=ABOVE)),
        FORMER: proved(former(world)),
        UNPROVED: official(world, "unproved", at=world.committee),
    }
    photo = photo_of(draft)
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
    answer, document = of_an_answer(world), of_a_right(right, world)
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
        "consultation_id": asked_and_answered(finished, file, world),
        "asked": answer["asked"],
        "item_id": answer["item_id"],
        "waiting_id": answer["waiting_id"],
        "document_id": document["document_id"],
        "photos": {"portal:answer-photo": answer["photo"], "portal:representation-photo": document["photo"]},
        **of_the_catalogue(world),
        **of_an_import(world),
        **of_an_outage(world),
        **of_criteria(world),
        **of_scoring(world, from_above),
        **of_figures(world),
        "notice": notice_for(world.citizen.account_id),
        "notice_of_officer": notice_for(world.tuan.account),
        **of_the_organisation(world),
        **of_what_others_published(),
    }
    forms.start_draft(code=FORM_CODE, by=MAKER, at=world.at)
    things |= {"photo": photo.pk, "requirement": paper_asked(draft).pk, "upload": upload_of(world).pk}
    return Scene(world, dossier, draft, {who: signed_in(one) for who, one in accounts.items()}, things)
