"""Background work about dossiers: keeping what was printed, delivering what is electronic."""

from uuid import UUID

from motcua.base.access import system
from motcua.base.clock import local, now
from motcua.base.files import commands as files
from motcua.base.queue import task
from motcua.base.rooms import News
from motcua.casework.dossiers import commands, printing
from motcua.casework.dossiers.models import Dossier, Paper, Result, Slip
from motcua.casework.dossiers.queries.consulting import late_consultations
from motcua.casework.dossiers.queries.drafts import drafts_over
from motcua.casework.dossiers.queries.store import component_key, kept_once_accepted, source_of
from motcua.casework.dossiers.words import Delivery, ResultDelivery, ResultState, Verdict
from motcua.reference.people import commands as people
from motcua.reference.people.words import Kept, PaperOrigin

WORKER = system("dossiers")


def after_acceptance(news: News) -> None:
    """Keep the slips of an accepted dossier, and its accepted papers in the owner's store."""
    keep_slips(news)
    keep_papers(news.about_id)


def keep_papers(dossier_id: UUID) -> None:
    """Put every paper that an official accepted into its owner's store; nobody is asked for it again."""
    dossier = Dossier.objects.select_related("version__procedure").get(pk=dossier_id)
    if dossier.accepted_at is None:
        return
    accepted = Paper.objects.filter(dossier=dossier, verdict=Verdict.PASSED.value, superseded=False)
    for paper in kept_once_accepted(accepted.select_related("requirement").order_by("added_at", "id")):
        _keep_paper(dossier, paper)


def _keep_paper(dossier: Dossier, paper: Paper) -> None:
    assert paper.file_id is not None and paper.requirement is not None, "only those are kept"
    people.hold_paper(
        owner_id=dossier.owner_id,
        paper=Kept(
            name=paper.name,
            issuer=paper.issuer,
            number=paper.number,
            issued_on=paper.issued_on,
            valid_to=paper.valid_to,
            component=component_key(dossier.version.procedure.code, paper.requirement.code),
        ),
        file_id=paper.file_id,
        source=source_of(paper.pk),
        source_said=f"Đã chấp nhận trong hồ sơ {dossier}",
        origin=PaperOrigin.ACCEPTED,
        by=WORKER,
        at=now(),
    )


@task("dossiers.delete_old_drafts", every="40 2 * * *")
def delete_old_drafts(*, timestamp: int) -> None:
    """Delete the drafts whose time is over, each by an act of its own."""
    at = now()
    for dossier_id in drafts_over(at):
        commands.delete_draft(dossier_id=dossier_id, by=WORKER, at=at)


@task("dossiers.flag_late_consultees", every="20 7,13 * * *")
def flag_late_consultees(*, timestamp: int) -> None:
    """Note who has not answered in time, each once and by an act of its own."""
    at = now()
    for dossier_id, consultation_id in late_consultations(local(at).date()):
        commands.flag_consultee_late(dossier_id=dossier_id, consultation_id=consultation_id, by=WORKER, at=at)


def keep_slips(news: News) -> None:
    """Keep the bytes of every slip of a dossier that is not kept yet."""
    # Two pieces of news may come at once; a slip that another hand is keeping is left to it.
    mine = Slip.objects.select_for_update(of=("self",), skip_locked=True)
    for slip in mine.filter(dossier_id=news.about_id, file=None).order_by("issued_at", "id"):
        at = now()
        content = printing.slip_bytes(slip)
        file = files.keep_own(content=content, name=printing.slip_name(slip), by=WORKER, at=at)
        commands.keep_slip(slip_id=slip.pk, file=file, by=WORKER, at=at)


def keep_result(news: News) -> None:
    """Keep what was issued, put it into its owner's store, and deliver it when it is electronic."""
    rows = Result.objects.select_related("dossier__competent_agency", "dossier__owner", "attachment")
    issued = rows.filter(dossier_id=news.about_id, state=ResultState.ISSUED).order_by("seq")
    for result in issued:
        at = now()
        if result.file is None:
            file = result.attachment or files.keep_own(
                content=printing.result_bytes(result), name=printing.result_name(result), by=WORKER, at=at
            )
            commands.keep_result(result_id=result.pk, file=file, by=WORKER, at=at)
            result.file = file
        _hold_for_owner(result)
    keep_papers(news.about_id)
    _deliver(Dossier.objects.select_related("owner").get(pk=news.about_id))


def _hold_for_owner(result: Result) -> None:
    dossier = result.dossier
    assert result.file is not None and result.issued_at is not None, "kept just above"
    people.hold_paper(
        owner_id=dossier.owner_id,
        paper=Kept(
            name=result.title,
            kind=result.result_type.code if result.result_type else "refusal",
            issuer=dossier.competent_agency.name,
            number=result.number,
            issued_on=local(result.issued_at).date(),
        ),
        file_id=result.file.pk,
        source=_source_of(dossier, result.seq),
        source_said=f"Kết quả hồ sơ {dossier}",
        replaces_source=_source_of(dossier, result.seq - 1) if result.replaces_id else "",
        by=WORKER,
        at=now(),
    )


def _source_of(dossier: Dossier, seq: int) -> str:
    return f"dossier:{dossier.pk}" if seq == 1 else f"dossier:{dossier.pk}:{seq}"


def _deliver(dossier: Dossier) -> None:
    waits = dossier.delivery == Delivery.READY
    if dossier.result_delivery == ResultDelivery.ELECTRONIC and waits:
        commands.hand_over_result(
            dossier_id=dossier.pk,
            recipient=dossier.owner.full_name,
            relation="Chủ hồ sơ, qua kho giấy tờ điện tử",
            by=WORKER,
            at=now(),
        )
