"""Papers that the State has are used again, and never demanded (NĐ 224/2026/NĐ-CP, Điều 18)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.journal import writing as journal
from motcua.base.rooms import Refusal
from motcua.base.text import fold
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.queries import store
from motcua.casework.dossiers.words import Asked, PaperForm, PaperSource, Verdict
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import ComponentRequirement
from motcua.reference.people import commands as people
from motcua.reference.people import queries as applicants
from motcua.reference.people.models import HeldPaper
from motcua.reference.people.words import Use


def draw(dossier: Dossier, *, by: Actor, at: datetime) -> None:
    """Put into a draft what the owner's store has for it; only who may use the store does that.

    What lies in the draft for a component already stays.
    """
    on = local(at).date()
    if not applicants.may_use_papers(by, dossier.owner_id, on):
        return
    there = set(Paper.objects.filter(dossier=dossier).values_list("requirement_id", flat=True))
    asked = catalogue.parts_of(dossier.version_id).requirements(dossier.case_id)
    wanted = [one for one in asked if one.pk not in there]
    procedure = dossier.version.procedure.code
    for requirement, paper in store.serving(dossier.owner_id, procedure, wanted, on):
        from_store(dossier, requirement, paper, at=at)


def from_store(
    dossier: Dossier,
    requirement: ComponentRequirement,
    paper: HeldPaper,
    *,
    verdict: Verdict = Verdict.UNSEEN,
    at: datetime,
) -> None:
    """Add a held paper to a dossier for one of its components."""
    Paper.objects.create(
        dossier=dossier,
        requirement=requirement,
        name=requirement.name,
        form=PaperForm.ELECTRONIC.value,
        file_id=paper.file_id,
        source=PaperSource.STORE.value,
        held=paper,
        number=paper.number,
        issuer=paper.issuer,
        issued_on=paper.issued_on,
        valid_to=paper.valid_to,
        verdict=verdict.value,
        added_at=at,
    )


def use_at_counter(
    dossier: Dossier, drawn: Iterable[tuple[ComponentRequirement, HeldPaper]], *, by: Actor, at: datetime
) -> Refusal | None:
    """Put held papers into a dossier that a counter takes in, and count their use."""
    for requirement, paper in drawn:
        from_store(dossier, requirement, paper, verdict=Verdict.PASSED, at=at)
    return count_uses(dossier, by=by, at=at) if drawn else None


def count_uses(dossier: Dossier, *, by: Actor, at: datetime) -> Refusal | None:
    """Count each held paper that goes out with a dossier; what ended meanwhile is taken out of it first."""
    drawn = list(Paper.objects.filter(dossier=dossier, held__isnull=False, superseded=False))
    if not drawn:
        return None
    valid = applicants.still_valid([one.held_id for one in drawn if one.held_id], local(at).date())
    Paper.objects.filter(pk__in=[one.pk for one in drawn if one.held_id not in valid]).delete()
    kept = [one for one in drawn if one.held_id in valid]
    use = Use(dossier.version.procedure.code, dossier.version.title, journal.thing_of(dossier))
    for one in kept:
        assert one.held_id is not None, "drawn from the store"
        used = people.use_paper(paper_id=one.held_id, use=use, by=by, at=at)
        if isinstance(used, Refusal):
            return used
    # The State accepted it before; nobody judges it a second time unless they find fault with it.
    Paper.objects.filter(pk__in=[one.pk for one in kept]).update(verdict=Verdict.PASSED.value)
    return None


def held_by_state(dossier: Dossier, papers: Iterable[Paper], items: Sequence[Asked], on: date) -> list[str]:
    """Give the names of what is demanded although a database or the owner's store has it.

    What the owner disputes and gave themselves is theirs to mend, so that may be asked for.
    """
    wanted = catalogue.parts_of(dossier.version_id).requirements(dossier.case_id)
    given = {one.requirement_id for one in papers if one.source != PaperSource.STORE}
    known = {one.pk: one for one in wanted}
    by_name = {fold(one.name): one for one in wanted}
    asked = [
        known.get(item.requirement_id) if item.requirement_id else by_name.get(fold(item.name))
        for item in items
    ]
    in_database = [one.name for one in asked if one and one.data_source and one.pk not in given]
    components = [one for one in asked if one and not one.data_source and one.pk not in given]
    procedure = dossier.version.procedure.code
    in_store = [one.name for one, _ in store.serving(dossier.owner_id, procedure, components, on)]
    other = [item.name for item, one in zip(items, asked, strict=True) if one is None]
    return in_database + in_store + store.named_in_store(dossier.owner_id, other, on)


def put_in_doubt(papers: Iterable[Paper], *, by: Actor, at: datetime) -> None:
    """Take held papers out of use that an officer found fault with: those used here, those kept from here."""
    found = list(papers)
    ids: set[UUID] = {one.held_id for one in found if one.held_id}
    ids |= {one.pk for one in applicants.held_from([store.source_of(one.pk) for one in found])}
    for paper_id in sorted(ids):
        people.put_under_correction(paper_id=paper_id, by=by, at=at)
