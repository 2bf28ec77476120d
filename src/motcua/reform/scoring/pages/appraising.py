"""Others judge: the queue of appraisers, the verdict on one leaf, and what the agency explains."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseBase

from motcua.base.access import Actor
from motcua.base.clock import now, today
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.web.page import Request, page
from motcua.base.web.refused import AccessRefused
from motcua.reform.scoring import commands
from motcua.reform.scoring.pages.acts_shown import Rights
from motcua.reform.scoring.pages.audiences import APPRAISERS, DECLARERS, JUDGES
from motcua.reform.scoring.pages.frame import (
    KeyedForm,
    Words,
    answered,
    common,
    read_for,
    sent,
    shown,
)
from motcua.reform.scoring.pages.leaf import leaf_of
from motcua.reform.scoring.pages.leaf_forms import NumberField
from motcua.reform.scoring.pages.leaf_shown import leaf_shown, own_points
from motcua.reform.scoring.pages.saying import SOURCES, sheet_line
from motcua.reform.scoring.pages.sheet import headed
from motcua.reform.scoring.pages.sheet_shown import address
from motcua.reform.scoring.queries import relations
from motcua.reform.scoring.queries import sheets as sheets_read
from motcua.reform.scoring.queries.sheets import LeafReading, SheetReading
from motcua.reform.scoring.rules import wording
from motcua.reform.scoring.words import LeafState, ScoringAct, SheetState, VerdictStage

GIVE, OUT = "give", "out"


class VerdictForm(KeyedForm):
    """Points of a leaf with the reason; in the first appraisal the agency may be asked to explain."""

    follow = {"way": {GIVE: ("points",)}}

    way = forms.ChoiceField(
        label="Kết quả",
        widget=forms.RadioSelect,
        choices=[(GIVE, "Cho điểm"), (OUT, "Không áp dụng cho đơn vị")],
        initial=GIVE,
    )
    points = NumberField(label="Điểm thẩm định")
    note = Words(label="Nhận xét", required=False)
    asks = forms.BooleanField(label="Yêu cầu đơn vị giải trình", required=False)

    def __init__(self, leaf: LeafReading, stage: VerdictStage, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        most = wording.figure(leaf.node.max)
        self.fields["points"].help_text = f"Từ 0 đến {most}. Đơn vị tự chấm {own_points(leaf)}."
        self.fields["note"].help_text = "Cần có khi khác điểm tự chấm hoặc yêu cầu giải trình."
        if stage is not VerdictStage.APPRAISAL_1:
            del self.fields["asks"]
        if stage is VerdictStage.COUNCIL:
            self.fields["points"].label = "Điểm của hội đồng"
            self.fields["note"].required = True
            self.fields["note"].help_text = "Vì sao khác điểm thẩm định."

    @property
    def verdict(self) -> dict[str, Any]:
        """Give the verdict as the commands take it."""
        said = self.cleaned_data
        out = said["way"] == OUT
        found = {"points": None if out else said["points"], "not_applicable": out, "note": said["note"]}
        return {**found, "asks": said["asks"]} if "asks" in said else found


class ExplainForm(KeyedForm):
    """What the agency answers."""

    text = Words(label="Giải trình", rows=5)


@page(audience=APPRAISERS)
def queue(request: Request) -> HttpResponse:
    """List the sheets that wait for one's agency."""
    rows = sheets_read.to_appraise(request.actor)
    return shown(request, "queue.html", {"rows": [sheet_line(one, today()) for one in rows]})


def count_waiting(actor: Actor) -> int:
    """Give how many sheets wait for one's agency to appraise."""
    return len(sheets_read.to_appraise(actor))


@page(audience=APPRAISERS, writes=True)
def begin(request: Request, sheet_id: UUID) -> HttpResponseBase:
    """Take up a locked sheet for the first appraisal."""
    read = read_for(request, sheet_id, ScoringAct.APPRAISE)
    form = KeyedForm(sent(request))
    done = answered(
        request,
        form,
        lambda: commands.begin_appraisal(sheet_id=sheet_id, **common(request, form)),
        done="Đã bắt đầu thẩm định lần 1.",
        to=address(read.sheet),
    )
    return done or shown(request, "begin.html", {**headed(request, read), "back": address(read.sheet)}, form)


@page(audience=JUDGES, writes=True)
def verdict(request: Request, sheet_id: UUID, code: str) -> HttpResponseBase:
    """Judge one leaf: for the appraisal under way, or for the council."""
    read = read_for(request, sheet_id)
    leaf = leaf_of(read, code)
    stage = _stage(request, read, code)
    form = VerdictForm(leaf, stage, sent(request), initial=_before(leaf, stage))
    judge = commands.record_council if stage is VerdictStage.COUNCIL else commands.appraise
    following = _following(read, leaf, stage)
    done = answered(
        request,
        form,
        lambda: judge(sheet_id=sheet_id, code=code, **form.verdict, **common(request, form)),
        done=f"Đã ghi điểm tiêu chí {code}.",
        to=address(read.sheet, leaf=following or code),
    )
    domain = read.criteria.domain(code).code
    context = {
        **headed(request, read),
        "one": leaf_shown(read, leaf, request.actor, may_open=Rights(request, read.sheet).opens(domain)),
        "leaf": leaf,
        "source": SOURCES[leaf.source],
        "back": address(read.sheet, leaf=code),
        "council": stage is VerdictStage.COUNCIL,
    }
    return done or shown(request, "verdict.html", context, form)


def _stage(request: Request, read: SheetReading, code: str) -> VerdictStage:
    """Give the sitting in which somebody may judge a leaf now. Raises AccessRefused."""
    council = read.sheet.state == SheetState.COUNCIL
    act = ScoringAct.COUNCIL if council else ScoringAct.APPRAISE
    domain = read.criteria.domain(code).code
    refused = relations.why_not(request.actor, act, read.sheet, domain=domain, at=now())
    if isinstance(refused, Refusal):
        raise AccessRefused(refusal_sentence(refused))
    if council:
        return VerdictStage.COUNCIL
    second = read.sheet.state == SheetState.APPRAISAL_2
    return VerdictStage.APPRAISAL_2 if second else VerdictStage.APPRAISAL_1


def _before(leaf: LeafReading, stage: VerdictStage) -> dict[str, Any]:
    """Give what was judged before; else the agency's own points, to be agreed to or changed."""
    found = leaf.verdicts.get(stage) or leaf.judged
    if found is not None:
        way = OUT if found.not_applicable else GIVE
        mine = found.stage == stage
        return {
            "way": way,
            "points": found.points,
            "note": found.note if mine else "",
            "asks": found.asks and mine,
        }
    if leaf.own.state is LeafState.NOT_APPLICABLE:
        return {"way": OUT}
    return {"way": GIVE, "points": leaf.own.points if leaf.own.state is LeafState.SCORED else None}


def _following(read: SheetReading, leaf: LeafReading, stage: VerdictStage) -> str:
    """Give the next leaf of the same domain that waits for a verdict in this sitting."""
    codes = [one.code for one in read.criteria.under(read.criteria.domain(leaf.node.code).code)]
    after = codes[codes.index(leaf.node.code) + 1 :]
    waiting = (code for code in after if stage not in read.leaves[code].verdicts)
    return next((code for code in waiting if read.leaves[code].source == leaf.source), "")


@page(audience=DECLARERS, writes=True)
def explain(request: Request, sheet_id: UUID, code: str) -> HttpResponseBase:
    """Explain one leaf about which the appraisers asked."""
    read = read_for(request, sheet_id, ScoringAct.EXPLAIN)
    leaf = leaf_of(read, code)
    if leaf.asked is None:
        raise Http404
    form = ExplainForm(sent(request), initial={"text": leaf.score.reply if leaf.score else ""})
    done = answered(
        request,
        form,
        lambda: commands.explain(sheet_id=sheet_id, code=code, **form.said, **common(request, form)),
        done=f"Đã ghi giải trình tiêu chí {code}.",
        to=address(read.sheet, filter="hoi"),
    )
    context = {
        **headed(request, read),
        "one": leaf_shown(read, leaf, request.actor, may_open=True, may_drop=True),
        "leaf": leaf,
        "back": address(read.sheet, leaf=code),
    }
    return done or shown(request, "explain.html", context, form)
