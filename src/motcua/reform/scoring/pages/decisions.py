"""Decisions about results: approving a round, publishing, correcting by a new decision beside the old."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponseBase
from django.urls import reverse

from motcua.base.clock import today
from motcua.base.ui.forms import DateField
from motcua.base.web.page import Request, page
from motcua.reform.scoring import commands
from motcua.reform.scoring.commands import Correction
from motcua.reform.scoring.models import PublishedScore, ResultDecision
from motcua.reform.scoring.pages import saying
from motcua.reform.scoring.pages.audiences import LEADERS, READERS
from motcua.reform.scoring.pages.frame import (
    KeyedForm,
    Line,
    Words,
    answered,
    common,
    round_for,
    sent,
    shown,
)
from motcua.reform.scoring.pages.leaf_forms import NumberField
from motcua.reform.scoring.pages.results_shown import ranking_rows
from motcua.reform.scoring.pages.rounds import round_of, round_title
from motcua.reform.scoring.queries import relations, results
from motcua.reform.scoring.queries import rounds as rounds_read
from motcua.reform.scoring.queries.sets import criteria_of
from motcua.reform.scoring.words import NOT_OFFICIAL, ResultKind, ScoringAct, SheetState

KINDS = {
    ResultKind.ROUND: "Quyết định phê duyệt kết quả",
    ResultKind.CORRECTION: "Quyết định đính chính kết quả",
    ResultKind.PAST: "Kết quả năm trước, nhập lại",
}


class ApproveForm(KeyedForm):
    """The decision that approves the results of a round."""

    number = Line(label="Số, ký hiệu quyết định", max_length=80)
    decided_on = DateField(label="Ngày quyết định", latest=today)


class CorrectForm(ApproveForm):
    """A correction: one leaf of one agency, with the reason."""

    score = forms.ChoiceField(label="Đơn vị")
    code = forms.ChoiceField(label="Tiêu chí")
    points = NumberField(label="Điểm đúng")
    reason = Words(label="Lý do đính chính")
    field_order = ("score", "code", "points", "reason", "number", "decided_on")

    def __init__(self, decision: ResultDecision, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [row for row in results.ranking(decision) if row.sheet_id]
        leaves = criteria_of(decision.round.criteria).leaves
        choices = (
            ("score", [(str(row.sheet_id), row.agency.name) for row in rows]),
            (
                "code",
                [
                    (leaf.code, f"{leaf.code}. {leaf.name} (tối đa {saying.short(leaf.max)})")
                    for leaf in leaves
                ],
            ),
        )
        for name, held in choices:
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = held

    @property
    def corrections(self) -> list[Correction]:
        """Give what is corrected, as the command takes it."""
        said = self.cleaned_data
        points: Decimal = said["points"]
        return [Correction(UUID(said["score"]), said["code"], points)]


@page(audience=LEADERS, writes=True)
def approve(request: Request, round_id: UUID) -> HttpResponseBase:
    """Approve the results of a round; what is not closed yet is told."""
    round_ = round_for(request, round_id, ScoringAct.DECIDE)
    form = ApproveForm(sent(request))
    done = answered(
        request,
        form,
        lambda: commands.approve_round(round_id=round_id, **form.said, **common(request, form)),
        done="Đã phê duyệt kết quả. Công bố ở trang quyết định.",
        to=reverse("desk:score-round", args=[round_id]),
    )
    progress = rounds_read.progress_of(round_)
    context = {
        "round": round_,
        "title": "Phê duyệt kết quả",
        "lead": round_title(round_),
        "progress": [(saying.STATES[state], count) for state, count in progress.items() if count],
        "behind": sum(count for state, count in progress.items() if state != SheetState.COUNCIL),
        "official": round_.criteria.official,
        "not_official": NOT_OFFICIAL,
        "back": reverse("desk:score-round", args=[round_id]),
    }
    return done or shown(request, "approve.html", context, form)


@page(audience=READERS)
def show(request: Request, decision_id: UUID) -> HttpResponseBase:
    """Show a decision with its results, what it corrects, and what follows it."""
    decision = _decision(request, decision_id)
    decides = relations.why_not_round(request.actor, ScoringAct.DECIDE, decision.round) is None
    follows = ResultDecision.objects.filter(replaces=decision).first()
    runs = rounds_read.rounds_run_by(request.actor).filter(pk=decision.round_id).exists()
    context = {
        "decision": decision,
        "kind": KINDS[ResultKind(decision.kind)],
        "title": f"Quyết định {decision.number}",
        "lead": round_title(decision.round),
        "rows": ranking_rows(decision),
        "changes": _changes(decision),
        "follows": follows,
        "runs": runs,
        "back": reverse("desk:score-round", args=[decision.round_id])
        if runs
        else reverse("desk:score-results"),
        "official": decision.round.criteria.official,
        "not_official": NOT_OFFICIAL,
        "publishes": decides and decision.published_at is None,
        "corrects": decides
        and decision.published_at is not None
        and follows is None
        and decision.kind != ResultKind.PAST,
    }
    return shown(request, "decision.html", context)


def _decision(request: Request, decision_id: UUID) -> ResultDecision:
    """Give a decision that is published, or one of a round of one's own. Raises Http404."""
    found = results.decision_called(decision_id)
    if found is None:
        raise Http404
    if found.published_at is None:
        round_of(request, found.round_id)
    return found


def _changes(decision: ResultDecision) -> list[tuple[str, str, str, str]]:
    """Give each corrected leaf: whose, its code, points before and after."""
    names = {
        str(row.sheet_id): row.agency.name
        for row in PublishedScore.objects.filter(decision=decision).select_related("agency")
    }
    return [
        (names.get(one["sheet"], ""), one["code"], _points(one["old"]), _points(one["new"]))
        for one in decision.changes
    ]


def _points(kept: str | None) -> str:
    return "không áp dụng" if kept is None else saying.points(Decimal(kept))


@page(audience=LEADERS, writes=True)
def publish(request: Request, decision_id: UUID) -> HttpResponseBase:
    """Publish a decision."""
    decision = _decision(request, decision_id)
    round_for(request, decision.round_id, ScoringAct.DECIDE)
    form = KeyedForm(sent(request))
    back = reverse("desk:score-decision", args=[decision_id])
    done = answered(
        request,
        form,
        lambda: commands.publish(decision_id=decision_id, **common(request, form)),
        done="Đã công bố kết quả.",
        to=back,
    )
    lead = (
        f"{round_title(decision.round)}. Công bố rồi thì kết quả không sửa; đính chính bằng quyết định mới."
    )
    context = {
        "title": f"Công bố quyết định {decision.number}",
        "button": "Công bố kết quả",
        "lead": lead,
        "back": back,
    }
    return done or shown(request, "act.html", context, form)


@page(audience=LEADERS, writes=True)
def correct(request: Request, decision_id: UUID) -> HttpResponseBase:
    """Correct published results by a new decision; the old one stays as it was."""
    decision = _decision(request, decision_id)
    round_for(request, decision.round_id, ScoringAct.DECIDE)
    form = CorrectForm(decision, sent(request))
    back = reverse("desk:score-decision", args=[decision_id])
    done = answered(
        request,
        form,
        lambda: commands.correct(
            decision_id=decision_id,
            corrections=form.corrections,
            number=form.cleaned_data["number"],
            decided_on=form.cleaned_data["decided_on"],
            reason=form.cleaned_data["reason"],
            **common(request, form),
        ),
        done="Đã có quyết định đính chính. Công bố để quyết định này có hiệu lực.",
        to=reverse("desk:score-round", args=[decision.round_id]),
    )
    context = {
        "title": "Đính chính kết quả",
        "button": "Ra quyết định đính chính",
        "lead": f"Quyết định {decision.number} được giữ nguyên; quyết định mới xếp hạng lại mọi đơn vị.",
        "back": back,
    }
    return done or shown(request, "act.html", context, form)
