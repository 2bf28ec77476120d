"""Entering late what was taken in by hand: within an outage alone, and not for ever after it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.words import Why
from motcua.reference.org.words import Role


@dataclass(frozen=True)
class Span:
    """A counter's outage: from when to when it lasted, and until when its dossiers are entered."""

    counter: UUID
    began_at: datetime
    ended_at: datetime
    enter_until: datetime


def may_open(span: Span, *, reason: str, legal_basis: str, by: Actor, at: datetime) -> Refusal | None:
    """Say why somebody may not put an outage on record; the head of the counter or the administrator may."""
    if not by.has(Role.ADMINISTRATOR) and not (by.has(Role.ONE_STOP_HEAD) and by.unit == span.counter):
        return Refusal(Why.NOT_OUTAGE_APPROVER)
    if not span.began_at < span.ended_at:
        return Refusal(Why.OUTAGE_SPAN)
    if span.ended_at > at:
        return Refusal(Why.OUTAGE_NOT_OVER)
    if not reason.strip() or not legal_basis.strip():
        return Refusal(Why.NO_OUTAGE_BASIS)
    return _closed(span, at)


def may_enter(span: Span, *, taken_in_at: datetime, by: Actor, at: datetime) -> Refusal | None:
    """Say why a dossier may not be entered as taken in during an outage."""
    if by.unit != span.counter:
        return Refusal(Why.NOT_OUTAGE_COUNTER)
    if not span.began_at <= taken_in_at <= span.ended_at:
        return Refusal(Why.OUTSIDE_OUTAGE, {"began": _said(span.began_at), "ended": _said(span.ended_at)})
    return _closed(span, at)


def _closed(span: Span, at: datetime) -> Refusal | None:
    return Refusal(Why.OUTAGE_CLOSED, {"until": _said(span.enter_until)}) if at > span.enter_until else None


def _said(at: datetime) -> str:
    return local(at).strftime("%H:%M, %d/%m/%Y")
