"""A draft goes over to the version in force: what its maker gave stays wherever it still has a place."""

from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.files import commands as stored
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands import in_force, reusing
from motcua.casework.dossiers.commands.held import acting, hold, save
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.queries.renewing import Renewal, renewal_of
from motcua.casework.dossiers.words import Move, Why
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.forms import queries as forms
from motcua.reference.forms import rules as form_rules


@command
def renew_draft(*, dossier_id: UUID, by: Actor, at: datetime, key: str = "") -> Dossier | Refusal:
    """Move a draft to the version in force, with every answer and paper that it still asks for."""
    held = hold(dossier_id, Move.SAVE_DRAFT, by=by, at=at, also=("version__procedure", "submitter"))
    if isinstance(held, Refusal):
        return held
    dossier, on = held.dossier, local(at).date()
    renewal = renewal_of(dossier, on)
    if renewal is None:
        return in_force.why_not(dossier.version.procedure.code, on)
    if renewal.case_open:
        return Refusal(Why.VERSION_NOT_EFFECTIVE)
    if not catalogue.offers(dossier.competent_agency_id, renewal.version.procedure_id, on):
        return Refusal(Why.NOT_OFFERED)
    before = dossier.version_id
    _move_papers(renewal, by=by, at=at)
    dossier.version, dossier.case, dossier.answers = renewal.version, renewal.case, dict(renewal.answers)
    dossier.copies, dossier.saved_at = renewal.version.copies, at
    if renewal.version.form_id is not None:
        dossier.answers = form_rules.prefilled(
            forms.schema_of(renewal.version.form_id),
            forms.facts_about(dossier.submitter),
            dossier.answers,
            today=on,
        )
    save(held, "version", "case", "answers", "copies", "saved_at")
    reusing.draw(dossier, by=by, at=at)
    data = {"from": before, "to": renewal.version.pk, "papers_left": len(renewal.left)}
    journal.write("dossier.draft_renewed", about=dossier, by=acting(by, dossier), at=at, data=data)
    return dossier


def _move_papers(renewal: Renewal, *, by: Actor, at: datetime) -> None:
    for paper_id, requirement in renewal.moved.items():
        Paper.objects.filter(pk=paper_id).update(requirement=requirement, name=requirement.name)
    gone = [paper.file_id for paper in renewal.left if paper.file_id and paper.held_id is None]
    Paper.objects.filter(pk__in=[paper.pk for paper in renewal.left]).delete()
    for file_id in gone:
        stored.discard(file_id=file_id, by=by, at=at)
