"""Opinions of other units: asked with a day, answered, withdrawn, late (NĐ 61/2018/NĐ-CP, Điều 19)."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.clock.segments import MarkKind
from motcua.base.files.models import StoredFile
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands import steps, ticking
from motcua.casework.dossiers.commands.held import Held, hold, save
from motcua.casework.dossiers.models import Consultation, Dossier
from motcua.casework.dossiers.words import ConsultationKind, ConsultationState, Move, PauseReason, Why
from motcua.reference.org import queries as org

# Set for a procedure whose sector rule lets no time run while an opinion is awaited.
PAUSES = "consultation_pauses:{procedure}"


@command
def open_consultation(
    *,
    dossier_id: UUID,
    unit_id: UUID,
    content: str,
    reply_due: date,
    by: Actor,
    at: datetime,
    key: str = "",
    seen: int | None = None,
) -> Dossier | Refusal:
    """Ask another unit for its opinion by a day; the clock goes on unless a sector rule pauses it."""
    held = hold(dossier_id, Move.OPEN_CONSULTATION, by=by, at=at, seen=seen, also=("version__procedure",))
    if isinstance(held, Refusal):
        return held
    refusal = _not_askable(held, unit_id, content, reply_due, at)
    if refusal is not None:
        return refusal
    asked = ask(held, unit_id, content, reply_due, by=by, at=at)
    fields = steps.touch(held, by=by, at=at)
    if _pauses(held.dossier, at) and held.dossier.paused_since is None:
        ticking.mark(held.dossier, MarkKind.PAUSE, at=at, reason=PauseReason.CONSULTATION.value)
        fields = (*fields, *ticking.PROJECTED)
    save(held, *fields)
    note(held, "dossier.consultation_opened", asked, by=by, at=at)
    return held.dossier


@command
def answer_consultation(
    *,
    dossier_id: UUID,
    reply: str,
    file: StoredFile | None = None,
    by: Actor,
    at: datetime,
    key: str = "",
    seen: int | None = None,
) -> Dossier | Refusal:
    """Answer the oldest open question to one's unit, with a file where there is one."""
    held = hold(dossier_id, Move.ANSWER_CONSULTATION, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    if not reply.strip():
        return Refusal(Why.NO_CONTENT)
    asked = next(one for one in held.consultations_open if one.unit_id == by.unit)
    asked.state, asked.reply, asked.file = ConsultationState.ANSWERED.value, reply, file
    asked.replied_at, asked.replied_by_id = at, by.person
    asked.save(update_fields=["state", "reply", "file", "replied_at", "replied_by"])
    save(held, *_go_on(held, at))
    note(held, "dossier.consultation_answered", asked, by=by, at=at)
    return held.dossier


@command
def withdraw_consultation(
    *,
    dossier_id: UUID,
    consultation_id: UUID,
    reason: str,
    by: Actor,
    at: datetime,
    key: str = "",
    seen: int | None = None,
) -> Dossier | Refusal:
    """Take back a question that is not answered yet, and say why."""
    held = hold(dossier_id, Move.WITHDRAW_CONSULTATION, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    if not reason.strip():
        return Refusal(Why.NO_REASON)
    asked = next((one for one in held.consultations_open if one.pk == consultation_id), None)
    if asked is None:
        return Refusal(Why.NO_CONSULTATION)
    asked.state = ConsultationState.WITHDRAWN.value
    asked.withdrawn_at, asked.withdrawn_why = at, reason
    asked.save(update_fields=["state", "withdrawn_at", "withdrawn_why"])
    save(held, *_go_on(held, at))
    note(held, "dossier.consultation_withdrawn", asked, by=by, at=at)
    return held.dossier


@command
def flag_consultee_late(
    *, dossier_id: UUID, consultation_id: UUID, by: Actor, at: datetime
) -> Dossier | Refusal:
    """Note once that the day for an answer is over; who must know of it hears it by the journal."""
    held = hold(dossier_id, Move.FLAG_CONSULTEE_LATE, by=by, at=at)
    if isinstance(held, Refusal):
        return held
    asked = next((one for one in held.consultations_open if one.pk == consultation_id), None)
    if asked is None or asked.late_told_at is not None or local(at).date() <= asked.reply_due:
        return Refusal(Why.NOT_LATE_YET)
    asked.late_told_at = at
    asked.save(update_fields=["late_told_at"])
    note(held, "consultation.late", asked, by=by, at=at)
    return held.dossier


def ask(
    held: Held,
    unit_id: UUID,
    content: str,
    reply_due: date,
    *,
    hours: Decimal | None = None,
    by: Actor,
    at: datetime,
) -> Consultation:
    """Put one question to one unit; with hours it is a share of the work."""
    assert by.person is not None and by.unit is not None, "an official asks"
    kind = ConsultationKind.OPINION if hours is None else ConsultationKind.SHARE
    asked = Consultation.objects.create(
        dossier=held.dossier,
        number=len(held.consultations) + 1,
        kind=kind.value,
        state=ConsultationState.OPEN.value,
        unit_id=unit_id,
        content=content,
        hours=hours,
        reply_due=reply_due,
        asked_at=at,
        asked_by_id=by.person,
        asked_by_unit_id=by.unit,
    )
    held.consultations.append(asked)
    return asked


def note(held: Held, verb: str, asked: Consultation, *, by: Actor, at: datetime) -> None:
    """Note what happened to a question: ids and the day, never its words."""
    data = {
        "consultation": asked.pk,
        "unit": asked.unit_id,
        "asked": org.unit(asked.unit_id).name,
        "until": asked.reply_due.isoformat(),
        "kind": asked.kind,
    }
    journal.write(verb, about=held.dossier, by=by, at=at, data=data)


def _not_askable(held: Held, unit_id: UUID, content: str, reply_due: date, at: datetime) -> Refusal | None:
    if not content.strip():
        return Refusal(Why.NO_CONTENT)
    if unit_id == held.dossier.handling_unit_id:
        return Refusal(Why.OWN_UNIT)
    if reply_due < local(at).date():
        return Refusal(Why.REPLY_DUE_PAST)
    return None


def _pauses(dossier: Dossier, at: datetime) -> bool:
    code = PAUSES.format(procedure=dossier.version.procedure.code)
    return org.applies(code, local(at).date())


def _go_on(held: Held, at: datetime) -> tuple[str, ...]:
    """Let a clock run on that a consultation paused, once nothing is awaited any more."""
    dossier = held.dossier
    if held.consultations_open or dossier.paused_since is None:
        return ()
    last = dossier.clock_marks.order_by("-seq").first()
    if last is None or last.reason != PauseReason.CONSULTATION:
        return ()
    ticking.mark(dossier, MarkKind.RESUME, at=at, reason="consultation answered")
    return ticking.PROJECTED
