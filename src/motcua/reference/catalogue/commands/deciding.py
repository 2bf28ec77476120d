"""Publication decisions, and what they abolish."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.reference.catalogue.commands.publishing import end, in_the_way, withdraw
from motcua.reference.catalogue.models import Procedure, ProcedureVersion, PublicationDecision
from motcua.reference.catalogue.words import DecisionKind, DecisionStep, Origin, VersionState, Why

_COLUMNS = {
    DecisionStep.LOADED: "loaded_at",
    DecisionStep.PUBLISHED: "published_at",
    DecisionStep.POSTED: "posted_at",
}
_VERBS = {
    DecisionStep.LOADED: "decision.loaded",
    DecisionStep.PUBLISHED: "decision.published",
    DecisionStep.POSTED: "decision.posted",
}


@command
def register_decision(
    *,
    kind: DecisionKind,
    issuer: str,
    summary: str,
    ministry_decision: str = "",
    received_on: date | None = None,
    shortened: bool = False,
    codes: Iterable[str] = (),
    by: Actor,
    at: datetime,
    key: str = "",
) -> PublicationDecision | Refusal:
    """Open the register's row of a decision that is being prepared, with the procedures that it names."""
    named = list(dict.fromkeys(clean(code) for code in codes))
    found = {one.code: one for one in Procedure.objects.filter(code__in=named)}
    unknown = [code for code in named if code not in found]
    if unknown:
        return Refusal(Why.UNKNOWN_CODE, {"code": unknown[0]})
    decision = PublicationDecision.objects.create(
        kind=kind.value,
        issuer=clean(issuer),
        summary=clean(summary),
        ministry_decision=clean(ministry_decision),
        received_on=received_on,
        shortened=shortened,
    )
    decision.procedures.set(found.values())
    journal.write("decision.registered", about=decision, by=by, at=at, data={"kind": kind.value})
    return decision


@command
def sign_decision(
    *,
    decision_id: UUID,
    number: str,
    signed_on: date,
    signed_by: str,
    effective_on: date,
    by: Actor,
    at: datetime,
    key: str = "",
) -> PublicationDecision | Refusal:
    """Record that a decision was signed: its number, day, signer, and from which day it has effect."""
    decision = PublicationDecision.objects.select_for_update().get(pk=decision_id)
    number = clean(number)
    if decision.signed_on is not None:
        return Refusal(Why.NUMBER_TAKEN, {"number": decision.number})
    if signed_on > local(at).date():
        return Refusal(Why.SIGNED_IN_FUTURE, {"day": f"{signed_on:%d/%m/%Y}"})
    if PublicationDecision.objects.filter(issuer=decision.issuer, number=number).exists():
        return Refusal(Why.NUMBER_TAKEN, {"number": number})
    decision.number, decision.signed_on, decision.signed_by = number, signed_on, clean(signed_by)
    decision.effective_on = effective_on
    decision.save(update_fields=["number", "signed_on", "signed_by", "effective_on"])
    journal.write(
        "decision.signed", about=decision, by=by, at=at, data={"number": number, "effective_on": effective_on}
    )
    return decision


@command
def take_step(
    *, decision_id: UUID, step: DecisionStep, moment: datetime, by: Actor, at: datetime, key: str = ""
) -> PublicationDecision | Refusal:
    """Record that a signed decision was loaded, made public or posted, at the moment when it was."""
    decision = PublicationDecision.objects.select_for_update().get(pk=decision_id)
    if decision.signed_on is None or local(moment).date() < decision.signed_on:
        return Refusal(Why.STEP_BEFORE_SIGNING)
    if moment > at:
        return Refusal(Why.SIGNED_IN_FUTURE, {"day": f"{local(moment):%d/%m/%Y}"})
    if getattr(decision, _COLUMNS[step]) is not None:
        return Refusal(Why.STEP_TAKEN)
    setattr(decision, _COLUMNS[step], moment)
    decision.save(update_fields=[_COLUMNS[step]])
    journal.write(_VERBS[step], about=decision, by=by, at=at, data={"moment": moment})
    return decision


@command
def abolish(
    *,
    procedure_id: UUID,
    decision_id: UUID,
    from_day: date,
    successor_code: str = "",
    by: Actor,
    at: datetime,
    key: str = "",
) -> Procedure | Refusal:
    """Abolish a procedure from a day on: nobody files under it any more, its history stays.

    Dossiers on their way keep the version under which they were accepted.
    """
    procedure = Procedure.objects.select_for_update().get(pk=procedure_id)
    decision = PublicationDecision.objects.select_for_update().get(pk=decision_id)
    successor = Procedure.objects.filter(code=clean(successor_code)).first() if successor_code else None
    refusal = _why_not_abolish(procedure, decision, successor, successor_code)
    if refusal:
        return refusal
    refusal = _end_versions(procedure, from_day, by=by, at=at)
    if refusal:
        return refusal
    procedure.abolished_by, procedure.abolished_on, procedure.replaced_by = decision, from_day, successor
    procedure.save(update_fields=["abolished_by", "abolished_on", "replaced_by"])
    decision.procedures.add(procedure)
    journal.write(
        "procedure.abolished",
        about=procedure,
        by=by,
        at=at,
        data={
            "decision": decision.number,
            "from_day": from_day,
            "successor": successor.code if successor else "",
        },
    )
    return procedure


def _why_not_abolish(
    procedure: Procedure, decision: PublicationDecision, successor: Procedure | None, asked: str
) -> Refusal | None:
    if procedure.abolished_on is not None:
        return Refusal(Why.ALREADY_ABOLISHED, {"day": f"{procedure.abolished_on:%d/%m/%Y}"})
    if decision.signed_on is None:
        return Refusal(Why.DECISION_NOT_SIGNED)
    if asked and successor is None:
        return Refusal(Why.UNKNOWN_CODE, {"code": asked})
    if successor is not None and successor.pk == procedure.pk:
        return Refusal(Why.OWN_SUCCESSOR)
    if successor is not None and successor.abolished_on is not None:
        return Refusal(Why.SUCCESSOR_ABOLISHED, {"code": successor.code})
    return None


def _end_versions(procedure: Procedure, from_day: date, *, by: Actor, at: datetime) -> Refusal | None:
    """End what is in force on the eve; a version of the province that begins later is in the way."""
    published = ProcedureVersion.objects.select_for_update().filter(
        procedure=procedure, state=VersionState.PUBLISHED
    )
    for version in published.exclude(effective_to__lt=from_day):
        starts = version.effective_from or date.min
        if starts < from_day:
            end(version, from_day - timedelta(days=1), by=by, at=at)
        elif version.origin == Origin.NATIONAL:
            withdraw(version, by=by, at=at)
        else:
            return in_the_way(version)
    return None
