"""Background work about notices: sending, sending again, letting go of words."""

from uuid import UUID

from django.db import transaction

from motcua.base.access import system
from motcua.base.clock import now
from motcua.base.notices import commands, queries, senders
from motcua.base.notices.models import Notice
from motcua.base.notices.words import Medium, Message, NoticeState
from motcua.base.queue import defer_many, task, waiting_arguments
from motcua.base.rooms import News

WORKER = system("notices")
_AT_ONCE = 500


def send_queued(news: News) -> None:
    """Send the notice that was just queued."""
    post(news.about_id)


def post(notice_id: UUID) -> None:
    """Send one notice under its lock: two workers never send it at once.

    When the worker dies between the sending and the mark, the notice is sent once more with the same id,
    and the gateway drops the double.
    """
    with transaction.atomic():
        mine = Notice.objects.select_for_update(of=("self",), skip_locked=True)
        notice = mine.filter(pk=notice_id, state__in=[NoticeState.WAITING, NoticeState.FAILED]).first()
        if notice is None:
            return
        refusal = senders.send(
            Message(notice.pk, Medium(notice.medium), notice.address, notice.subject, notice.body)
        )
        if refusal is None:
            commands.note_sent(notice_id=notice.pk, by=WORKER, at=now())
        else:
            commands.note_unsent(notice_id=notice.pk, refusal=refusal, by=WORKER, at=now())


@task("notices.send")
def send(*, notice: str) -> None:
    """Send one notice."""
    post(UUID(notice))


@task("notices.send_due", every="* * * * *")
def send_due(*, timestamp: int) -> None:
    """Queue every failed notice whose next attempt has come."""
    queued = waiting_arguments(send, "notice")
    due = map(str, queries.due_again(now(), _AT_ONCE))
    defer_many(send, [{"notice": one} for one in due if one not in queued])


@task("notices.wipe", every="15 3 * * *")
def wipe(*, timestamp: int) -> None:
    """Empty the words and addresses whose time is over."""
    commands.wipe_old(by=WORKER, at=now())
