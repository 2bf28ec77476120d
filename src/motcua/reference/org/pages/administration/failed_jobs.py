"""Work of the house itself that went wrong: what it was for, why, and the way to do it again."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse

from motcua.base.clock.sentences import full_moment
from motcua.base.queue import queries
from motcua.base.queue.commands.retrying import run_again
from motcua.base.queue.queries import Kind, Trouble
from motcua.base.queue.words import RunState
from motcua.base.rooms.registry import subjects_of, task_words
from motcua.base.web.page import Request, page
from motcua.reference.org.pages.administration.frame import (
    ADMINISTRATORS,
    KeyedForm,
    answered,
    common,
    sent,
    shown,
)
from motcua.reference.org.sentences import JOB_ERRORS, JOB_STATES, OTHER_ERROR, WORKER_DIED

DONE = "Đã xếp lại vào hàng chờ. Việc chạy trong vài giây tới; chạy xong thì không còn ở trang này."


class AgainForm(KeyedForm):
    """Which work is done again: one job, or all of a kind."""

    task = forms.CharField(max_length=128, widget=forms.HiddenInput)
    job = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)


@dataclass(frozen=True)
class Row:
    """One job in words."""

    job: int
    about: str
    why: str
    told: str
    first: str
    last: str
    state: str
    look: str
    failed: bool


@dataclass(frozen=True)
class Group:
    """The jobs of one kind in words."""

    task: str
    what: str
    failed: int
    rows: tuple[Row, ...]
    more: int


@page(audience=ADMINISTRATORS, writes=True)
def listing(request: Request) -> HttpResponse:
    """Show what went wrong, kind by kind; a POST puts one job, or all of a kind, back into the queue."""
    form = AgainForm(sent(request))
    done = answered(
        request,
        form,
        lambda: run_again(**form.said, **common(request, form)),
        done=DONE,
        to=lambda _: reverse("desk:admin-jobs"),
    )
    groups = [_group(one) for one in queries.kinds_in_trouble()]
    context: dict[str, Any] = {
        "groups": groups,
        "key": KeyedForm()["key"].value(),
    }
    return done or shown(request, "org/failed_jobs.html", context, form)


def _group(kind: Kind) -> Group:
    subjects = subjects_of(kind.task, [one.args for one in kind.troubles])
    rows = tuple(_row(one, about) for one, about in zip(kind.troubles, subjects, strict=True))
    return Group(kind.task, task_words(kind.task) or kind.task, kind.failed, rows, kind.more)


def _row(one: Trouble, about: str) -> Row:
    state, look = JOB_STATES[one.state]
    when = f", lúc {full_moment(one.next_at)}" if one.next_at else ""
    return Row(
        one.job,
        about,
        JOB_ERRORS.get(one.error, OTHER_ERROR) if one.error else WORKER_DIED,
        ", ".join(part for part in (one.error, one.place) if part),
        full_moment(one.first_at) if one.first_at else "",
        full_moment(one.last_at) if one.last_at and one.last_at != one.first_at else "",
        f"{state}{when}",
        look,
        one.state is RunState.FAILED,
    )
