"""What the reform officer sets: years and months to be scored, deadlines, appraisers, other criteria."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponseBase
from django.urls import reverse

from motcua.base.clock import today
from motcua.base.web.page import Request, page
from motcua.reform.scoring import commands
from motcua.reform.scoring.models import CriteriaSet, ScoringRound
from motcua.reform.scoring.pages import saying
from motcua.reform.scoring.pages.audiences import OFFICERS
from motcua.reform.scoring.pages.frame import answered, common, round_for, sent, shown
from motcua.reform.scoring.pages.round_forms import AllocateForm, DeadlineForm, MonthForm, MoveForm, OpenForm
from motcua.reform.scoring.pages.rounds import round_title
from motcua.reform.scoring.queries import rounds as rounds_read
from motcua.reform.scoring.queries.sets import criteria_of, criteria_sets
from motcua.reform.scoring.words import LeafChange, ScoringAct

OPENING = (
    "Mỗi đơn vị của cấp được chấm nhận một bảng điểm theo bộ tiêu chí này. "
    "Lĩnh vực chưa phân công do cơ quan mở đợt thẩm định."
)
NOT_OWN = "Cơ quan không thẩm định bảng điểm của chính mình; khi đó UBND tỉnh thẩm định."
BY_MONTH = "Tháng mở theo bộ tiêu chí và phân công của năm; hạn khóa điểm là ngày cuối tháng."


@page(audience=OFFICERS, writes=True)
def open_year(request: Request) -> HttpResponseBase:
    """Open the round of a year."""
    form = OpenForm(sent(request), initial={"year": today().year, "opens_on": today()})
    done = answered(
        request,
        form,
        lambda: commands.open_round(**form.round_said, **common(request, form)),
        done="Đã mở đợt chấm điểm. Mỗi đơn vị có một bảng điểm.",
        to=reverse("desk:score-rounds"),
    )
    context = {
        "title": "Mở đợt chấm điểm năm",
        "button": "Mở đợt chấm điểm",
        "lead": OPENING,
        "back": reverse("desk:score-rounds"),
    }
    return done or shown(request, "act.html", context, form)


@page(audience=OFFICERS, writes=True)
def deadline(request: Request, round_id: UUID) -> HttpResponseBase:
    """Set the last day of a stage."""
    round_ = round_for(request, round_id, ScoringAct.RUN)
    form = DeadlineForm(sent(request))
    back = reverse("desk:score-round", args=[round_id])
    done = answered(
        request,
        form,
        lambda: commands.set_deadline(round_id=round_id, **form.said, **common(request, form)),
        done="Đã đổi hạn.",
        to=back,
    )
    context = {
        "title": "Đổi hạn của một bước",
        "button": "Đổi hạn",
        "lead": round_title(round_),
        "back": back,
    }
    return done or shown(request, "act.html", context, form)


@page(audience=OFFICERS, writes=True)
def allocate(request: Request, round_id: UUID, domain: str) -> HttpResponseBase:
    """Say who appraises a domain."""
    round_ = round_for(request, round_id, ScoringAct.RUN)
    node = next((one for one in criteria_of(round_.criteria).roots if one.code == domain), None)
    if node is None:
        raise Http404
    now_ = [str(one.pk) for one in rounds_read.allocation_of(round_).get(domain, [])]
    form = AllocateForm(round_, sent(request), initial={"agencies": now_})
    back = reverse("desk:score-round", args=[round_id])
    done = answered(
        request,
        form,
        lambda: commands.allocate(
            round_id=round_id,
            domain=domain,
            agencies=[UUID(one) for one in form.cleaned_data["agencies"]],
            **common(request, form),
        ),
        done=f"Đã phân công thẩm định lĩnh vực {domain}.",
        to=back,
    )
    lead = f"Lĩnh vực {domain}. {node.name}. {NOT_OWN}"
    context = {"title": "Phân công thẩm định", "button": "Phân công", "lead": lead, "back": back}
    return done or shown(request, "act.html", context, form)


@page(audience=OFFICERS, writes=True)
def month(request: Request, round_id: UUID) -> HttpResponseBase:
    """Open the provisional scoring of a month."""
    round_ = round_for(request, round_id, ScoringAct.RUN)
    form = MonthForm(round_, sent(request))
    back = reverse("desk:score-round", args=[round_id])
    done = answered(
        request,
        form,
        lambda: commands.open_month(
            year_round_id=round_id,
            month=date.fromisoformat(form.cleaned_data["month"]),
            **common(request, form),
        ),
        done="Đã mở tháng tạm tính.",
        to=back,
    )
    lead = f"{round_title(round_)}. {BY_MONTH}"
    context = {"title": "Mở tháng tạm tính", "button": "Mở tháng", "lead": lead, "back": back}
    return done or shown(request, "act.html", context, form)


@page(audience=OFFICERS, writes=True)
def move(request: Request, round_id: UUID) -> HttpResponseBase:
    """Choose other criteria, see by GET what they would change, and move the round."""
    round_ = round_for(request, round_id, ScoringAct.RUN)
    given = sent(request) or (request.GET if "criteria_id" in request.GET else None)
    form = MoveForm(round_, given)
    chosen = _chosen(form)
    back = reverse("desk:score-round", args=[round_id])
    done = None
    if chosen and request.method == "POST":
        ids = common(request, form)
        done = answered(
            request,
            form,
            lambda: commands.move_round(round_id=round_id, criteria_id=chosen.pk, **ids),
            done="Đã chuyển đợt chấm điểm sang bộ tiêu chí mới. Số liệu, giải trình và tài liệu được giữ.",
            to=back,
        )
    context = {
        "round": round_,
        "title": "Đổi bộ tiêu chí",
        "lead": round_title(round_),
        "back": back,
        "preview": _preview(round_, chosen) if chosen else None,
        "chosen": chosen,
    }
    return done or shown(request, "move.html", context, form)


def _chosen(form: MoveForm) -> CriteriaSet | None:
    if not form.is_bound or not form.is_valid():
        return None
    return criteria_sets().filter(pk=form.cleaned_data["criteria_id"]).first()


def _preview(round_: ScoringRound, chosen: CriteriaSet) -> dict[str, Any]:
    told = rounds_read.preview_move(round_, chosen)
    groups = [
        (saying.CHANGES[change], [(leaf, told.papers.get(leaf.code, 0)) for leaf in told.of(change)])
        for change in LeafChange
    ]
    return {"groups": groups, "moving": told.moving, "staying": told.staying}
