"""News and alarms become letters in the outbox."""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.journal.writing import thing_of
from motcua.base.notices import commands, senders
from motcua.base.notices import queries as notices
from motcua.base.notices import rules as notice_rules
from motcua.base.notices.models import NoticeRule
from motcua.base.notices.words import Letter, Medium, Occasion, Recipient
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.notices.addressees import Directory
from motcua.casework.dossiers.notices.facts import facts_of
from motcua.casework.dossiers.notices.occasions import OCCASIONS
from motcua.casework.dossiers.notices.words import Addressee, NoticeEvent

Told = tuple[UUID, str, str]
WITH = (
    *("version__procedure", "receiving_unit__agency", "competent_agency", "handling_unit", "holder"),
    *("accepted_by", "home_counter"),
)


def tell(
    dossier_id: UUID,
    event: NoticeEvent,
    *,
    event_id: UUID,
    happened_at: datetime,
    payload: Mapping[str, Any],
    by: Actor,
    at: datetime,
) -> None:
    """Tell everybody whom the rules of the moment name about an act; once, however often it is called."""
    rules = notices.rules_of(event, happened_at)
    if not rules:
        return
    dossier = Dossier.objects.select_related(*WITH).get(pk=dossier_id)
    put(dossier, event, rules, event_id=event_id, happened_at=happened_at, payload=payload, by=by, at=at)


def put(
    dossier: Dossier,
    event: NoticeEvent,
    rules: list[NoticeRule],
    *,
    event_id: UUID,
    happened_at: datetime,
    payload: Mapping[str, Any],
    by: Actor,
    at: datetime,
    directory: Directory | None = None,
    told: Container[Told] = frozenset(),
) -> None:
    """Put the letters of some rules into the outbox; `told` spares the work for those that lie there."""
    found = directory or Directory(local(at).date())
    letters: dict[tuple[str, Medium], Letter] = {}
    for rule in rules:
        ways = [
            (recipient, medium)
            for recipient in found.recipients(dossier, Addressee(rule.addressee), payload)
            for medium in map(Medium, rule.media)
            if _reaches(recipient, medium) and (event_id, recipient.key, medium.value) not in told
        ]
        for letter in _letters(dossier, OCCASIONS[event], rule, payload, ways) if ways else ():
            letters.setdefault((letter.recipient.key, letter.medium), letter)
    if letters:
        commands.tell(
            event_id=event_id,
            event=event.value,
            about=thing_of(dossier),
            happened_at=happened_at,
            letters=list(letters.values()),
            by=by,
            at=at,
        )


def _letters(
    dossier: Dossier,
    occasion: Occasion,
    rule: NoticeRule,
    payload: Mapping[str, Any],
    ways: Sequence[tuple[Recipient, Medium]],
) -> Iterator[Letter]:
    facts = facts_of(dossier, occasion, Addressee(rule.addressee), payload)
    for recipient, medium in ways:
        subject, body = notice_rules.words_for(medium, rule.wording, facts)
        yield Letter(recipient, medium, subject, _signed(medium, body), occasion.quiet)


def _reaches(recipient: Recipient, medium: Medium) -> bool:
    """Tell whether somebody is reached by a medium that the house can send by."""
    if medium is Medium.IN_APP:
        return recipient.account is not None
    return bool(recipient.addresses.get(medium)) and senders.is_ready(medium)


def _signed(medium: Medium, body: str) -> str:
    if medium is not Medium.EMAIL:
        return body
    return f"{body}\n\n--\nMột Cửa, Ủy ban nhân dân {settings.PROVINCE}. Thư tự động, không cần trả lời."
