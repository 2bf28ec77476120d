"""One leaf of an agency's own sheet: figures, evidence, explanation."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from motcua.base.clock import now
from motcua.base.files import commands as files
from motcua.base.files import queries as kept
from motcua.base.files.models import StoredFile
from motcua.base.files.sentences import sentence as file_sentence
from motcua.base.files.upload import oversized
from motcua.base.files.words import Problem
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.web.downloads import send
from motcua.base.web.page import Request, page
from motcua.base.web.refused import AccessRefused
from motcua.reform.scoring import commands
from motcua.reform.scoring.models import Evidence, Sheet
from motcua.reform.scoring.pages.acts_shown import Rights
from motcua.reform.scoring.pages.audiences import DECLARERS, OFFICERS, READERS
from motcua.reform.scoring.pages.frame import (
    KeyedForm,
    answered,
    common,
    read_for,
    sent,
    sheet_for,
    shown,
)
from motcua.reform.scoring.pages.leaf_forms import (
    OUT,
    DeclareForm,
    EvidenceForm,
    GiveForm,
    declare_form,
    survey_form,
)
from motcua.reform.scoring.pages.leaf_shown import leaf_shown
from motcua.reform.scoring.pages.saying import SOURCES
from motcua.reform.scoring.pages.sheet import headed
from motcua.reform.scoring.pages.sheet_shown import address
from motcua.reform.scoring.queries.sheets import LeafReading, SheetReading, evidence_for, proposals
from motcua.reform.scoring.words import LeafSource, RoundWhy, ScoringAct, SheetState

NOT_TYPED = {
    LeafSource.COMPUTED: RoundWhy.LEAF_COMPUTED,
    LeafSource.SURVEYED: RoundWhy.LEAF_SURVEYED,
}
TOO_LARGE = "Tệp này lớn hơn mức cho phép. Quét lại ở cỡ nhỏ hơn rồi tải lên."


@page(audience=READERS, writes=True)
def show(request: Request, sheet_id: UUID, code: str) -> HttpResponseBase:
    """Show one leaf whole; who scores it declares its figures here."""
    read = read_for(request, sheet_id)
    leaf = leaf_of(read, code)
    rights = Rights(request, read.sheet)
    may = leaf.source is LeafSource.DECLARED and rights.may(ScoringAct.SCORE)
    if request.method == "POST" and not may:
        raise AccessRefused(refusal_sentence(Refusal(NOT_TYPED.get(leaf.source, RoundWhy.NOT_OPEN_FOR))))
    form = declare_form(leaf, sent(request)) if may else None
    done = _declared(request, read, leaf, form) if form else None
    return done or _page(request, read, leaf, form, rights)


def leaf_of(read: SheetReading, code: str) -> LeafReading:
    """Give the leaf of an address. Raises Http404."""
    if code not in read.leaves:
        raise Http404
    return read.leaves[code]


def _declared(
    request: Request, read: SheetReading, leaf: LeafReading, form: DeclareForm
) -> HttpResponseBase | None:
    """Declare what was typed; a figure that the rule cannot take is told beside its field."""
    if not form.is_bound or not form.is_valid():
        return None
    ids, code, said = common(request, form), leaf.node.code, form.cleaned_data
    outcome = (
        commands.rule_out(sheet_id=read.sheet.pk, code=code, reason=said["reason"], **ids)
        if said["way"] == OUT
        else commands.declare(
            sheet_id=read.sheet.pk, code=code, declared=form.declared, explanation=said["explanation"], **ids
        )
    )
    if isinstance(outcome, Refusal):
        put_beside(form, outcome)
        return None
    messages.success(request, f"Đã ghi tiêu chí {code}.")
    return redirect(address(read.sheet, leaf=code))


def put_beside(form: DeclareForm, refused: Refusal) -> None:
    """Put the sentence of a refusal beside the field that it is about, else above the form."""
    field = str(refused.facts.get("field", "")) if refused.why == RoundWhy.INPUT_WRONG else ""
    beside = next((name for name in form.fields if field and name.startswith(field)), None)
    said = str(refused.facts.get("says", ""))  # names its figure first: the label beside does so already
    form.add_error(beside, (said.partition(": ")[2] or said) if beside else refusal_sentence(refused))


def _page(
    request: Request, read: SheetReading, leaf: LeafReading, form: DeclareForm | None, rights: Rights
) -> HttpResponseBase:
    domain = read.criteria.domain(leaf.node.code).code
    changes = rights.may(ScoringAct.SCORE) or (leaf.asked is not None and rights.may(ScoringAct.EXPLAIN))
    context = {
        **headed(request, read),
        "one": leaf_shown(read, leaf, request.actor, may_open=rights.opens(domain), may_drop=changes),
        "leaf": leaf,
        "source": SOURCES[leaf.source],
        "above": read.criteria.above(leaf.node.code),
        "back": address(read.sheet, leaf=leaf.node.code),
        "gives": rights.may(ScoringAct.SCORE),
        "adds": changes and leaf.source is not LeafSource.SURVEYED,
    }
    return shown(request, "leaf.html", context, form)


@page(audience=DECLARERS, writes=True)
def give(request: Request, sheet_id: UUID, code: str) -> HttpResponseBase:
    """Say which unit of the agency answers for a leaf."""
    read = read_for(request, sheet_id, ScoringAct.SCORE)
    leaf = leaf_of(read, code)
    owner = leaf.score.owner_id if leaf.score else None
    form = GiveForm(read.sheet.agency, sent(request), initial={"unit_id": str(owner or "")})
    back = reverse("desk:score-leaf", args=[sheet_id, code])
    done = answered(
        request,
        form,
        lambda: commands.give_leaf(sheet_id=sheet_id, code=code, **form.said, **common(request, form)),
        done=f"Đã giao tiêu chí {code}.",
        to=back,
    )
    title = f"Giao tiêu chí {code}"
    context = {"title": title, "button": "Giao tiêu chí", "lead": leaf.node.name, "back": back}
    return done or shown(request, "act.html", context, form)


@page(audience=DECLARERS, writes=True)
def add_evidence(request: Request, sheet_id: UUID, code: str) -> HttpResponseBase:
    """Hand in a paper for a leaf: while the agency scores itself, or explains what it was asked."""
    read = read_for(request, sheet_id)
    sheet_for(request, sheet_id, _handing_in(read.sheet))
    leaf = leaf_of(read, code)
    form = EvidenceForm(sent(request), request.FILES or None)
    for field in oversized(request) & form.fields.keys():
        form.add_error(field, TOO_LARGE)
    taken = _taken(request, form)
    done = taken and answered(
        request,
        form,
        lambda: commands.add_evidence(
            sheet_id=sheet_id,
            code=code,
            file_id=taken.pk,
            **{name: value for name, value in form.said.items() if name != "file"},
            **common(request, form),
        ),
        done="Đã thêm tài liệu kiểm chứng.",
        to=address(read.sheet, leaf=code),
    )
    context = {**headed(request, read), "leaf": leaf, "back": address(read.sheet, leaf=code)}
    return done or shown(request, "evidence_add.html", context, form)


def _handing_in(sheet: Sheet) -> ScoringAct:
    return ScoringAct.EXPLAIN if sheet.state == SheetState.EXPLANATION else ScoringAct.SCORE


def _taken(request: Request, form: EvidenceForm) -> StoredFile | None:
    """Take in the file of a valid form; say on the form why it cannot be taken."""
    if not form.is_bound or not form.is_valid():
        return None
    upload = form.cleaned_data["file"]
    taken = files.take_in(stream=upload.file, name=upload.name, by=request.actor, at=now())
    if isinstance(taken, StoredFile):
        return taken
    assert isinstance(taken, Problem), "a file is kept or refused"
    form.add_error("file", file_sentence(taken))
    return None


@page(audience=READERS)
def open_evidence(request: Request, evidence_id: UUID) -> HttpResponseBase:
    """Send the file of a piece of evidence to whoever may open it."""
    found = evidence_for(request.actor, evidence_id, at=now())
    if found is None:
        raise Http404
    return send(kept.content(found.file), name=found.file.name, media_type=found.file.media_type)


@page(audience=DECLARERS, writes=True)
def drop_evidence(request: Request, evidence_id: UUID) -> HttpResponseBase:
    """Take a paper back."""
    found = _own_evidence(request, evidence_id)
    sheet = found.leaf.sheet
    form = KeyedForm(sent(request))
    back = address(sheet, leaf=found.leaf.code)
    done = answered(
        request,
        form,
        lambda: commands.withdraw_evidence(evidence_id=evidence_id, **common(request, form)),
        done="Đã rút tài liệu.",
        to=back,
    )
    return done or shown(request, "evidence_drop.html", {"paper": found, "back": back}, form)


def _own_evidence(request: Request, evidence_id: UUID) -> Evidence:
    found = evidence_for(request.actor, evidence_id, at=now())
    if found is None or found.withdrawn_at is not None:
        raise Http404
    sheet_for(request, found.leaf.sheet_id, _handing_in(found.leaf.sheet))
    return found


@page(audience=DECLARERS, writes=True)
def take_over(request: Request, sheet_id: UUID) -> HttpResponseBase:
    """Take over what the month before says of leaves that this month says nothing of yet."""
    sheet: Sheet = sheet_for(request, sheet_id, ScoringAct.SCORE)
    form = KeyedForm(sent(request))
    done = answered(
        request,
        form,
        lambda: commands.take_over(sheet_id=sheet_id, **common(request, form)),
        done="Đã lấy lại số liệu, giải trình và tài liệu của tháng trước. Kiểm tra lại từng tiêu chí.",
        to=address(sheet),
    )
    read = read_for(request, sheet_id)
    context = {**headed(request, read), "proposals": _proposed(read), "back": address(sheet)}
    return done or shown(request, "take_over.html", context, form)


def _proposed(read: SheetReading) -> list[tuple[str, str, int]]:
    from_before = proposals(read.sheet)
    names = read.criteria.by_code
    return [(code, names[code].name, len(one.evidence)) for code, one in from_before.items() if code in names]


@page(audience=OFFICERS, writes=True)
def survey(request: Request, sheet_id: UUID, code: str) -> HttpResponseBase:
    """Enter what people who were asked answered."""
    read = read_for(request, sheet_id, ScoringAct.SURVEY)
    leaf = leaf_of(read, code)
    if leaf.source is not LeafSource.SURVEYED:
        raise Http404
    form = survey_form(leaf, sent(request))
    done = None
    if form.is_bound and form.is_valid():
        ids = common(request, form)
        outcome = commands.enter_survey(sheet_id=sheet_id, code=code, declared=form.declared, **ids)
        if not isinstance(outcome, Refusal):
            messages.success(request, f"Đã ghi kết quả khảo sát của tiêu chí {code}.")
            return redirect(address(read.sheet, leaf=code))
        put_beside(form, outcome)
    one = leaf_shown(read, leaf, request.actor, may_open=False)
    context = {**headed(request, read), "one": one, "leaf": leaf, "back": address(read.sheet, leaf=code)}
    return done or shown(request, "survey.html", context, form)
