"""The only hands on notices."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Case, Value, When

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.database.ids import uuid7
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.notices import queries, rules
from motcua.base.notices.models import Notice, NoticeRule, Reach
from motcua.base.notices.words import Letter, Medium, NoticeState, Occasion, Pace, Why, Wording
from motcua.base.rooms import Refusal


@dataclass(frozen=True)
class Batch:
    """Many notices in one act."""

    pk: UUID = field(default_factory=uuid7)
    THING: str = "notice_batch"


def pace(at: datetime) -> Pace:
    """Give the pace of sending in force at a moment."""
    return rules.pace_on(settings.NOTICE_PACE, local(at).date())


@command
def tell(
    *,
    event_id: UUID,
    event: str,
    about: str,
    happened_at: datetime,
    letters: Sequence[Letter],
    by: Actor,
    at: datetime,
) -> list[Notice] | Refusal:
    """Put letters into the outbox; whoever was told of this event by a medium before is not told again."""
    made = [_notice(one, at) for one in letters]
    for one in made:
        one.event_id, one.event, one.about, one.happened_at = event_id, event, about, happened_at
    Notice.objects.bulk_create(made, ignore_conflicts=True)
    kept = set(Notice.objects.filter(pk__in=[one.pk for one in made]).values_list("pk", flat=True))
    fresh = [one for one in made if one.pk in kept]
    if not fresh:
        return Refusal(Why.TOLD_BEFORE)
    for one in fresh:
        verb = "notice.shown" if one.state == NoticeState.SENT else "notice.queued"
        journal.write(verb, about=one, by=by, at=at, data=_told_of(one))
    return fresh


@command
def note_sent(*, notice_id: UUID, by: Actor, at: datetime) -> Notice:
    """Note that the other side took a notice."""
    notice = _locked(notice_id)
    notice.state, notice.sent_at, notice.next_at = NoticeState.SENT.value, at, None
    notice.attempts, notice.problem, notice.problem_said = notice.attempts + 1, "", ""
    notice.save(update_fields=["state", "sent_at", "next_at", "attempts", "problem", "problem_said"])
    journal.write("notice.sent", about=notice, by=by, at=at, data=_told_of(notice))
    return notice


@command
def note_unsent(*, notice_id: UUID, refusal: Refusal, by: Actor, at: datetime) -> Notice:
    """Note why a notice could not be sent, and when it is tried again, if ever."""
    notice = _locked(notice_id)
    notice.attempts += 1
    state, notice.next_at = rules.after_failure(refusal.why.value, notice.attempts, at, pace(at))
    notice.state, notice.problem = state.value, refusal.why.value
    notice.problem_said = refusal.facts.get("said", "")
    notice.save(update_fields=["attempts", "state", "next_at", "problem", "problem_said"])
    data = {**_told_of(notice), "problem": notice.problem, "attempt": notice.attempts}
    verb = "notice.given_up" if state is NoticeState.GIVEN_UP else "notice.failed"
    journal.write(verb, about=notice, by=by, at=at, data=data)
    return notice


@command
def send_again(*, notice_id: UUID, by: Actor, at: datetime, key: str = "") -> Notice | Refusal:
    """Queue a notice afresh that failed or was given up; its id stays, so no gateway delivers it twice."""
    notice = _locked(notice_id)
    if notice.wiped_at is not None:
        return Refusal(Why.WORDS_GONE)
    if notice.state not in (NoticeState.FAILED, NoticeState.GIVEN_UP):
        return Refusal(Why.NOT_FAILED)
    notice.state, notice.next_at, notice.attempts = NoticeState.WAITING.value, None, 0
    notice.save(update_fields=["state", "next_at", "attempts"])
    journal.write("notice.queued", about=notice, by=by, at=at, data=_told_of(notice))
    return notice


@command
def open_notice(*, notice: Notice, by: Actor, at: datetime) -> Notice:
    """Note that somebody opened a notice of theirs; the first time counts."""
    Notice.objects.filter(pk=notice.pk, read_at=None).update(read_at=at)
    journal.write("notice.opened", about=notice, by=by, at=at)
    return notice


@command
def mark_all_read(*, by: Actor, at: datetime) -> int:
    """Note that somebody has seen everything in their box; gives how much was new."""
    assert by.account is not None, "only who has an account has a box"
    unread = Notice.objects.filter(account_id=by.account, medium=Medium.IN_APP, read_at=None)
    count = unread.update(read_at=at)
    journal.write("notice.all_read", about=Batch(), by=by, at=at, data={"count": count})
    return count


@command
def choose_reach(
    *, chosen: Mapping[Medium, queries.Reached], by: Actor, at: datetime
) -> list[Reach] | Refusal:
    """Keep by which media somebody wants to be reached besides our own pages, and where."""
    assert by.account is not None, "only who has an account can choose"
    if any(one.wanted and not one.address.strip() for one in chosen.values()):
        return Refusal(Why.NO_ADDRESS)
    kept = []
    for medium, one in chosen.items():
        reach, _ = Reach.objects.update_or_create(
            account_id=by.account,
            medium=medium.value,
            defaults={"address": one.address.strip(), "wanted": one.wanted},
        )
        data = {"medium": medium.value, "wanted": one.wanted, "account": by.account}
        journal.write("reach.chosen", about=reach, by=by, at=at, data=data)
        kept.append(reach)
    return kept


@command
def set_rule(
    *,
    occasion: Occasion,
    addressee: str,
    media: Collection[Medium],
    wording: Wording,
    legal_basis: str,
    after_days: int = 0,
    on: bool = True,
    seen: UUID | None = None,
    valid_from: datetime | None = None,
    by: Actor,
    at: datetime,
    key: str = "",
) -> NoticeRule | Refusal:
    """Set who is told what from a moment on; what was before stays in the history.

    `seen` is the rule that the page showed: a change made on top of another's is refused.
    """
    wrong = rules.check_wording(wording, occasion, media)
    if wrong is not None:
        return wrong
    if not legal_basis.strip():
        return Refusal(Why.NO_LEGAL_BASIS)
    latest = next(iter(queries.history_of(occasion.event, addressee)), None)
    if seen is not None and (latest is None or latest.pk != seen):
        return Refusal(Why.CHANGED_MEANWHILE)
    made = NoticeRule.objects.create(
        event=occasion.event,
        addressee=addressee,
        media=[one.value for one in Medium if one in media],
        subject=wording.subject.strip(),
        body=wording.body.strip(),
        short=wording.short.strip(),
        after_days=after_days,
        on=on,
        legal_basis=legal_basis.strip(),
        valid_from=valid_from or at,
        made_by=journal.name_of(by),
        follows=latest,
    )
    data = {"event": made.event, "addressee": addressee, "media": made.media, "on": on, "rule": made.pk}
    journal.write("notice_rule.set", about=made, by=by, at=at, data=data)
    return made


def wipe_old(*, by: Actor, at: datetime) -> int:
    """Empty the words and addresses whose time is over, and give how many; the rows stay as proof."""
    end = at - timedelta(days=pace(at).keep_days)
    old = Notice.objects.filter(wiped_at=None, made_at__lt=end)
    return _wipe(ids=list(old.values_list("pk", flat=True)[:5000]), by=by, at=at) if old.exists() else 0


@command
def _wipe(*, ids: Sequence[UUID], by: Actor, at: datetime) -> int:
    count = Notice.objects.filter(pk__in=ids).update(
        address="", subject="", body="", wiped_at=at, state=_settled(), next_at=None
    )
    journal.write("notice.wiped", about=Batch(), by=by, at=at, data={"count": count})
    return count


def _settled() -> Case:
    """Give the state of a notice without words: sent stays sent, whatever else can no longer be."""
    return Case(
        When(state=NoticeState.SENT, then=Value(NoticeState.SENT.value)),
        default=Value(NoticeState.GIVEN_UP.value),
    )


def _locked(notice_id: UUID) -> Notice:
    return Notice.objects.select_for_update(of=("self",)).get(pk=notice_id)


def _notice(letter: Letter, at: datetime) -> Notice:
    """Make the row of a letter; what is told on our own pages has arrived with it."""
    arrived = letter.medium is Medium.IN_APP
    return Notice(
        recipient=letter.recipient.key,
        account_id=letter.recipient.account,
        medium=letter.medium.value,
        address="" if arrived else letter.recipient.addresses[letter.medium],
        subject=letter.subject,
        body=letter.body,
        state=(NoticeState.SENT if arrived else NoticeState.WAITING).value,
        made_at=at,
        sent_at=at if arrived else None,
        read_at=at if letter.quiet else None,
    )


def _told_of(notice: Notice) -> dict[str, str]:
    """Give what the journal may hold of a notice: no address, no words."""
    told = {"event": notice.event, "medium": notice.medium, "of": notice.about, "to": notice.recipient}
    return told | {"event_id": str(notice.event_id)}
