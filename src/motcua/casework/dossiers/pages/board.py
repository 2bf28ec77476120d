"""The board of a head: who carries how much, what is late where, and what waits to be given to somebody."""

from dataclasses import dataclass, replace
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from motcua.base.clock import local, now
from motcua.base.clock.sentences import clock_time, day_and_month
from motcua.base.database.ids import uuid7
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Form
from motcua.base.web.page import Request, page
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.pages import asked
from motcua.casework.dossiers.pages.audiences import HEADS
from motcua.casework.dossiers.pages.opening import UNPROCESSABLE, shown
from motcua.casework.dossiers.pages.told import due_told, moment
from motcua.casework.dossiers.queries import NOBODY, UNGIVEN, Board, Bucket, Load, Scope, Sought, View
from motcua.reference.org.models import Delegation

UNIT = Sought(Scope.UNIT)
COLUMNS = {
    Bucket.LATE: ("Quá hạn", View.LATE),
    Bucket.TODAY: ("Hôm nay", View.TODAY),
    Bucket.SOON: ("2 ngày", View.SOON),
    Bucket.LATER: ("Sau đó", View.LATER),
    Bucket.PAUSED: ("Tạm dừng", View.PAUSED),
}
LEGEND = {
    Bucket.LATE: "Quá hạn",
    Bucket.TODAY: "Hạn hôm nay",
    Bucket.SOON: "2 ngày tới",
    Bucket.LATER: "Sau đó",
    Bucket.PAUSED: "Tạm dừng",
    Bucket.NEW: "Chưa tính hạn, chờ trả",
}
LATE_BY = "Quá hạn "
WIDTH = 1000
REST = (Bucket.NEW, Bucket.DONE, Bucket.OPEN)


@dataclass(frozen=True)
class Figure:
    """A number that leads to the list behind it; nothing leads nowhere."""

    amount: int
    href: str
    late: bool = False
    label: str = ""


@dataclass(frozen=True)
class Bar:
    """One piece of a bar: whose bucket, from where, how wide, in thousandths of the longest bar."""

    bucket: str
    x: int
    width: int


@dataclass(frozen=True)
class Line:
    """One person on the board."""

    name: str
    note: str
    href: str
    bars: list[Bar]
    figures: list[Figure]
    total: Figure
    give: str
    act: str


class GiveForm(Form):
    """One dossier, and who gets it."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    dossier = forms.UUIDField(widget=forms.HiddenInput)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    to = forms.UUIDField(label="Người nhận", error_messages={"required": "Chọn người nhận hồ sơ."})


@page(audience=HEADS, writes=True)
def board(request: Request) -> HttpResponseBase:
    """Show the board; give a dossier that nobody holds to the person chosen beside it."""
    wrong = ""
    if request.method == "POST":
        form = GiveForm(request.POST)
        wrong = _given(request, form) if form.is_valid() else "Chọn người nhận hồ sơ."
        if not wrong:
            return redirect("desk:board")
    at = now()
    seen = queries.board_of(request.actor, at)
    context = {
        "board": seen,
        "wrong": wrong,
        "looked": clock_time(at),
        "facts": _facts(seen),
        "oldest": due_told(seen.oldest_late.left).words.removeprefix(LATE_BY) if seen.oldest_late else "",
        "waiting": Figure(seen.waiting, asked.address(replace(UNIT, holder=UNGIVEN))),
        "waiting_since": moment(seen.waiting_since, at),
        "columns": [words for words, _ in COLUMNS.values()],
        "lines": _lines(seen),
        "whole": [_figure(UNIT, seen.whole, one) for one in COLUMNS],
        "all": Figure(seen.whole.total, asked.address(UNIT)),
        "legend": [(bucket.value, words) for bucket, words in LEGEND.items()],
        "steps": [_step(one) for one in seen.steps],
        "month": f"{local(at).month}/{local(at).year}",
        "unassigned": [
            (row, due_told(row.left), reverse("desk:dossier", args=[row.id]), people, str(uuid7()))
            for row, people in seen.unassigned
        ],
    }
    return shown(request, "board.html", context, status=UNPROCESSABLE if wrong else 200)


def _given(request: Request, form: GiveForm) -> str:
    """Give the dossier; the answer is what went wrong, empty when nothing did."""
    said = form.cleaned_data
    ids: UUID = said["dossier"]
    done = commands.reassign(
        dossier_id=ids, to=said["to"], key=said["key"], seen=said["seen"], by=request.actor, at=now()
    )
    if isinstance(done, Refusal):
        return refusal_sentence(done)
    held = queries.by_id(done.pk).holder
    messages.success(request, f"Đã giao hồ sơ {done} cho {held}.")
    return ""


def _facts(seen: Board) -> list[tuple[str, Figure]]:
    words = {Bucket.LATE: "Quá hạn", Bucket.TODAY: "Hạn hôm nay", Bucket.SOON: "2 ngày làm việc tới"}
    return [(label, _figure(UNIT, seen.whole, bucket)) for bucket, label in words.items()]


def _lines(seen: Board) -> list[Line]:
    longest = max(one.total for one in (seen.nobody, *(person.load for person in seen.people)))
    lines = [
        _line(one.name, _away(one.away) or one.title, one.load, str(one.id), longest) for one in seen.people
    ]
    if seen.nobody.total:
        lines.append(_line("Chưa có người giữ", "", seen.nobody, NOBODY, longest))
    return lines


def _line(name: str, note: str, load: Load, holder: str, longest: int) -> Line:
    theirs = replace(UNIT, holder=holder)
    return Line(
        name=name,
        note=note,
        href=asked.address(theirs),
        bars=_bars(load, longest),
        figures=[_figure(theirs, load, bucket) for bucket in COLUMNS],
        total=Figure(load.total, asked.address(theirs)),
        give=asked.address(theirs) if load.total else "",
        act="Giao" if holder == NOBODY else "Giao lại",
    )


def _bars(load: Load, longest: int) -> list[Bar]:
    """Give the pieces of a bar on the one scale of all bars, with a gap of two between pieces."""
    bars, x = [], 0
    pieces = [(bucket.value, load.of(bucket)) for bucket in COLUMNS]
    pieces.append((Bucket.NEW.value, sum(load.of(one) for one in REST)))
    for bucket, amount in pieces:
        if amount:
            width = amount * WIDTH // longest
            bars.append(Bar(bucket, x, max(width - 2, 2)))
            x += width
    return bars


def _figure(sought: Sought, load: Load, bucket: Bucket) -> Figure:
    href = asked.address(replace(sought, view=COLUMNS[bucket][1]))
    return Figure(load.of(bucket), href, bucket is Bucket.LATE and load.of(bucket) > 0, COLUMNS[bucket][0])


def _step(one: queries.StepLoad) -> dict[str, object]:
    at_step = replace(UNIT, step=one.name)
    return {
        "name": one.name,
        "here": Figure(one.here, asked.address(at_step)),
        "late": Figure(one.late, asked.address(replace(at_step, view=View.LATE)), one.late > 0),
        "norm": _days(one.norm),
        "taken": _days(one.taken),
        "slow": one.slow,
    }


def _days(amount: float | None) -> str:
    return f"{amount:g} ngày".replace(".", ",") if amount is not None else "chưa có"


def _away(lent: Delegation | None) -> str:
    if lent is None:
        return ""
    until = day_and_month(lent.valid_to, seen_on=local(now()).date())
    return f"Vắng đến {until}, {lent.taker.full_name} thay"
