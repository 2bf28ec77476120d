"""The store: papers come in, are used again, are replaced, revoked, corrected."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.clock.months import add_months
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.reference.people import queries, rules
from motcua.reference.people.models import HeldPaper, PaperKind, PaperUse
from motcua.reference.people.words import Described, Kept, PaperOrigin, PaperState, Use, Why


@command
def define_paper_kind(
    *, kind: rules.Kind, name: str, legal_basis: str = "", by: Actor, at: datetime
) -> PaperKind:
    """Say by which words a kind of paper is known; the same code said again replaces what was said."""
    said = {
        "name": name,
        "words": list(kind.words),
        "without": list(kind.without),
        "reusable": kind.reusable,
        "single": kind.single,
        "months": kind.months,
        "legal_basis": legal_basis,
    }
    one, _ = PaperKind.objects.update_or_create(code=kind.code, defaults=said)
    journal.write("paper_kind.defined", about=one, by=by, at=at, data={"code": kind.code})
    return one


@command
def hold_paper(
    *,
    owner_id: UUID,
    paper: Kept,
    file_id: UUID,
    source: str,
    source_said: str = "",
    replaces_source: str = "",
    origin: PaperOrigin = PaperOrigin.RESULT,
    by: Actor,
    at: datetime,
) -> HeldPaper:
    """Keep a paper in its owner's store; the same source is kept once.

    A kind of which there is one at a time replaces the older one, and so does a newer paper accepted for the
    same component; `replaces_source` names the source of one that its issuer corrected.
    """
    known = rules.kind_of(paper.name, queries.kinds())
    held = HeldPaper.objects.filter(source=source).first()
    new = held is None
    if held is None:
        corrected = _corrected(owner_id, replaces_source) if replaces_source else None
        older = corrected or _replaced(owner_id, paper, known, origin)
        held = HeldPaper.objects.create(
            owner_id=owner_id,
            name=paper.name,
            kind=known.code if known else paper.kind,
            component=paper.component,
            origin=origin.value,
            issuer=paper.issuer,
            number=paper.number,
            issued_on=paper.issued_on,
            valid_to=paper.valid_to or _good_until(paper.issued_on, known),
            file_id=file_id,
            source=source,
            source_said=source_said,
            replaces=older,
            held_at=at,
        )
    journal.write("person.paper_held", about=held.owner, by=by, at=at, data={"paper": held.pk, "new": new})
    return held


@command
def use_paper(*, paper_id: UUID, use: Use, by: Actor, at: datetime) -> PaperUse | Refusal:
    """Use a held paper again, and count it once for each thing it goes into."""
    paper = HeldPaper.objects.select_for_update(of=("self",)).select_related("owner").get(pk=paper_id)
    if paper.standing(local(at).date()) is not PaperState.VALID:
        return Refusal(Why.PAPER_NOT_VALID, {"paper": paper.name})
    used, _ = PaperUse.objects.get_or_create(
        paper=paper,
        thing=use.thing,
        defaults={
            "procedure": use.procedure,
            "purpose": use.purpose,
            "by": journal.name_of(by),
            "by_name": by.name,
            "at": at,
        },
    )
    data = {"paper": paper.pk, "procedure": use.procedure, "thing": use.thing}
    journal.write("person.paper_used", about=paper.owner, by=by, at=at, data=data)
    return used


@command
def describe_paper(*, paper_id: UUID, said: Described, by: Actor, at: datetime) -> HeldPaper | Refusal:
    """Write down what an official read on a held paper; without a last day, its kind may give one."""
    refused = rules.check_described(said, local(at).date())
    if refused is not None:
        return refused
    paper = HeldPaper.objects.select_for_update(of=("self",)).select_related("owner").get(pk=paper_id)
    known = rules.kind_of(paper.name, queries.kinds())
    paper.number, paper.issuer, paper.issued_on = said.number, said.issuer, said.issued_on
    paper.valid_to = said.valid_to or _good_until(said.issued_on, known)
    paper.save(update_fields=["number", "issuer", "issued_on", "valid_to"])
    journal.write("person.paper_described", about=paper.owner, by=by, at=at, data={"paper": paper.pk})
    return paper


@command
def put_under_correction(*, paper_id: UUID, by: Actor, at: datetime) -> HeldPaper:
    """Take a paper out of use while somebody looks into what is wrong with it."""
    return _set_state(paper_id, PaperState.UNDER_CORRECTION, by=by, at=at)


@command
def revoke_paper(*, paper_id: UUID, by: Actor, at: datetime) -> HeldPaper:
    """Take a paper out of use for good: whoever issued it took it back."""
    return _set_state(paper_id, PaperState.REVOKED, by=by, at=at)


def _good_until(issued_on: date | None, known: rules.Kind | None) -> date | None:
    return add_months(issued_on, known.months) if issued_on and known and known.months else None


def _set_state(paper_id: UUID, state: PaperState, *, by: Actor, at: datetime) -> HeldPaper:
    paper = HeldPaper.objects.select_for_update(of=("self",)).select_related("owner").get(pk=paper_id)
    paper.state = state.value
    paper.save(update_fields=["state"])
    data = {"paper": paper.pk, "state": state.value}
    journal.write("person.paper_state_changed", about=paper.owner, by=by, at=at, data=data)
    return paper


def _replaced(owner_id: UUID, paper: Kept, known: rules.Kind | None, origin: PaperOrigin) -> HeldPaper | None:
    """Take the paper that a newer one replaces out of use, and give it."""
    rows = HeldPaper.objects.filter(
        owner_id=owner_id, state__in=(PaperState.VALID.value, PaperState.UNDER_CORRECTION.value)
    )
    if known is not None and known.single:
        rows = rows.filter(kind=known.code)
    elif origin is PaperOrigin.ACCEPTED and paper.component:
        rows = rows.filter(origin=origin.value, component=paper.component)
    else:
        return None
    return _out_of_use(rows)


def _corrected(owner_id: UUID, source: str) -> HeldPaper | None:
    return _out_of_use(HeldPaper.objects.filter(owner_id=owner_id, source=source))


def _out_of_use(rows: QuerySet[HeldPaper]) -> HeldPaper | None:
    """Mark the newest of some papers as replaced, and give it."""
    older = rows.select_for_update().order_by("-held_at", "-id").first()
    if older is not None:
        older.state = PaperState.REPLACED.value
        older.save(update_fields=["state"])
    return older
