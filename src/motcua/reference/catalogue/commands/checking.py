"""A draft is checked by somebody else than its drafter, and signed with a decision."""

from datetime import date, datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.reference.catalogue import rules
from motcua.reference.catalogue.commands.deciding import register_decision, sign_decision
from motcua.reference.catalogue.commands.turning import locked, standing_of
from motcua.reference.catalogue.models import ProcedureVersion, PublicationDecision, Remark
from motcua.reference.catalogue.queries import as_drafted
from motcua.reference.catalogue.words import Change, DecisionKind, VersionMove, VersionState, Why

KINDS = {
    Change.NEW: DecisionKind.ANNOUNCE_NEW,
    Change.AMENDED: DecisionKind.AMEND,
    Change.REPLACED: DecisionKind.REPLACE,
    Change.TIME_CUT: DecisionKind.TIME_CUT,
    Change.FORM: DecisionKind.AMEND,
    Change.ROUTE: DecisionKind.INTERNAL_PROCESS,
    Change.RECORD: DecisionKind.AMEND,
}


@command
def submit_for_check(
    *, version_id: UUID, by: Actor, at: datetime, key: str = ""
) -> ProcedureVersion | Refusal:
    """Hand a draft to the control check; from now on nobody edits it."""
    version = locked(version_id)
    after = rules.decide(standing_of(version), VersionMove.SUBMIT, by=by.account)
    refusal = after if isinstance(after, Refusal) else rules.fault(as_drafted(version))
    if refusal:
        return refusal
    version.state, version.drafted_by = VersionState.IN_CHECK.value, version.drafted_by or by.account
    version.save(update_fields=["state", "drafted_by"])
    journal.write("version.submitted", about=version, by=by, at=at, data={"number": version.number})
    return version


@command
def send_back(
    *, version_id: UUID, remark: str, by: Actor, at: datetime, key: str = ""
) -> ProcedureVersion | Refusal:
    """Give a version back to be mended, with what is to be mended."""
    version, said = locked(version_id), clean(remark)
    after = rules.decide(standing_of(version), VersionMove.SEND_BACK, by=by.account)
    if isinstance(after, Refusal):
        return after
    if not said:
        return Refusal(Why.NO_REMARK)
    version.state, version.checked_at, version.checked_by = after.value, None, None
    version.save(update_fields=["state", "checked_at", "checked_by"])
    _remark(version, said, sent_back=True, by=by, at=at)
    journal.write("version.sent_back", about=version, by=by, at=at, data={"number": version.number})
    return version


@command
def pass_check(
    *, version_id: UUID, remark: str = "", by: Actor, at: datetime, key: str = ""
) -> ProcedureVersion | Refusal:
    """Find a version sound: it may be signed."""
    version, said = locked(version_id), clean(remark)
    after = rules.decide(standing_of(version), VersionMove.CONFIRM, by=by.account)
    refusal = after if isinstance(after, Refusal) else rules.fault(as_drafted(version))
    if refusal:
        return refusal
    version.checked_at, version.checked_by = at, by.account
    version.save(update_fields=["checked_at", "checked_by"])
    if said:
        _remark(version, said, sent_back=False, by=by, at=at)
    journal.write("version.checked", about=version, by=by, at=at, data={"number": version.number})
    return version


@command
def sign_version(
    *, version_id: UUID, decision_id: UUID, by: Actor, at: datetime, key: str = ""
) -> ProcedureVersion | Refusal:
    """Record that a signed decision announces a version."""
    version = locked(version_id)
    after = rules.decide(standing_of(version), VersionMove.SIGN, by=by.account)
    if isinstance(after, Refusal):
        return after
    decision = PublicationDecision.objects.select_for_update().get(pk=decision_id)
    if decision.signed_on is None:
        return Refusal(Why.DECISION_NOT_SIGNED)
    version.state, version.signed_at = after.value, at
    version.decision, version.decision_no = decision, decision.number
    version.save(update_fields=["state", "signed_at", "decision", "decision_no"])
    decision.procedures.add(version.procedure)
    journal.write("version.signed", about=version, by=by, at=at, data={"decision": decision.pk})
    return version


@command
def announce_version(
    *,
    version_id: UUID,
    issuer: str,
    number: str,
    signed_on: date,
    signed_by: str,
    summary: str,
    by: Actor,
    at: datetime,
    key: str = "",
) -> ProcedureVersion | Refusal:
    """Record a new signed decision and that it announces a version, with effect from the version's day."""
    version = locked(version_id)
    effective_on = version.effective_from
    if effective_on is None:
        return Refusal(Why.NO_START, {"code": version.procedure.code})
    decision = register_decision(
        kind=KINDS[Change(version.change)],
        issuer=issuer,
        summary=summary,
        codes=(version.procedure.code,),
        by=by,
        at=at,
    )
    if isinstance(decision, Refusal):
        return decision
    signed = sign_decision(
        decision_id=decision.pk,
        number=number,
        signed_on=signed_on,
        signed_by=signed_by,
        effective_on=effective_on,
        by=by,
        at=at,
    )
    if isinstance(signed, Refusal):
        return signed
    return sign_version(version_id=version_id, decision_id=signed.pk, by=by, at=at)


def _remark(version: ProcedureVersion, text: str, *, sent_back: bool, by: Actor, at: datetime) -> None:
    Remark.objects.create(version=version, text=text, sent_back=sent_back, by=by.account, at=at)
