"""Reading applicants, who acts for them, and their papers."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Count, Q
from django.http import HttpRequest

from motcua.base.access import Actor, Kind
from motcua.reference.people import rules
from motcua.reference.people.models import (
    Applicant,
    Correction,
    HeldPaper,
    PaperKind,
    PaperUse,
    Person,
    Representation,
    RepresentationFile,
)
from motcua.reference.people.words import CorrectionState, PaperState, Power, Wanted


def actor_of_request(request: HttpRequest) -> Actor | None:
    """Give the member behind a request, None when it is not one."""
    account = request.user
    if not account.is_authenticated or account.kind != Kind.MEMBER or not account.is_active:
        return None
    person = Person.objects.filter(account_id=account.pk).first()
    return actor_of(person) if person else None


def actor_of(person: Person) -> Actor:
    """Give a person as an actor."""
    return Actor(Kind.MEMBER, name=person.full_name, account=person.account_id, person=person.pk)


def one(person_id: UUID) -> Person:
    """Give one person."""
    return Person.objects.get(pk=person_id)


def applicant(applicant_id: UUID) -> Applicant:
    """Give one applicant, a person or an organisation."""
    return Applicant.objects.get(pk=applicant_id)


def known_by(personal_id: str) -> Person | None:
    """Give the person with an identity number, exact match only."""
    return Person.objects.filter(identifier=personal_id).first() if personal_id else None


def held_papers(owner_id: UUID) -> list[HeldPaper]:
    """Give the papers that the State holds for somebody, newest first, each with how often it was used."""
    rows = HeldPaper.objects.filter(owner_id=owner_id).annotate(used=Count("uses"))
    return list(rows.order_by("-held_at", "-id"))


def uses_of(paper: HeldPaper) -> list[PaperUse]:
    """Give every use of a paper, newest first."""
    return list(PaperUse.objects.filter(paper=paper))


def kinds() -> list[rules.Kind]:
    """Give what data says about kinds of papers."""
    return [
        rules.Kind(row.code, tuple(row.words), tuple(row.without), row.reusable, row.single, row.months)
        for row in PaperKind.objects.all()
    ]


def serving(owner_id: UUID, wanted: Sequence[Wanted], on: date) -> dict[str, HeldPaper]:
    """Give, for each key of what is wanted, the newest valid paper of this very owner that serves.

    A paper serves when it is of the kind that the wanted name speaks of, or was accepted for the same
    component before, and is not of a kind that is new every time.
    """
    there = _valid(owner_id, on) if wanted else []
    if not there:
        return {}
    known = kinds()
    found: dict[str, HeldPaper] = {}
    for want in wanted:
        kind = rules.kind_of(want.name, known)
        if kind is not None and not kind.reusable:
            continue
        fits = (one for one in there if one.component == want.key or (kind and one.kind == kind.code))
        paper = next(fits, None)
        if paper is not None:
            found[want.key] = paper
    return found


def still_valid(paper_ids: Iterable[UUID], on: date) -> set[UUID]:
    """Give those of the papers that are valid on a day."""
    rows = HeldPaper.objects.filter(pk__in=list(paper_ids))
    return {one.pk for one in rows if one.standing(on) is PaperState.VALID}


def representations_over(owner_id: UUID, on: date) -> list[Representation]:
    """Give every right to act for somebody that holds on a day."""
    rows = Representation.objects.filter(owner_id=owner_id, ended_at=None)
    return [one for one in rows if one.holds_on(on)]


def representations_by(person_id: UUID, on: date) -> list[Representation]:
    """Give every right of somebody to act for others that holds on a day."""
    rows = Representation.objects.filter(representative_id=person_id, ended_at=None)
    return [one for one in rows.select_related("owner") if one.holds_on(on)]


def representations_about(person_id: UUID) -> tuple[list[Representation], list[Representation]]:
    """Give the rights that somebody has over others, and those that others have over them, ended ones too."""
    rows = Representation.objects.select_related("owner", "representative")
    mine = rows.filter(representative_id=person_id)
    over_me = rows.filter(Q(owner_id=person_id) | Q(owner_id__in=_stood_for(person_id)))
    return list(mine), [one for one in over_me if one.representative_id != person_id]


def representation(representation_id: UUID) -> Representation | None:
    """Give one right to act for somebody."""
    rows = Representation.objects.select_related("owner", "representative")
    return rows.filter(pk=representation_id).first()


def document_of(representation_id: UUID) -> list[RepresentationFile]:
    """Give the files of the document behind a right, oldest first."""
    rows = RepresentationFile.objects.filter(representation_id=representation_id)
    return list(rows.select_related("file"))


def may_use_papers(actor: Actor, owner_id: UUID, on: date) -> bool:
    """Tell whether somebody may see and use the store of an applicant: their own, or by a confirmed right."""
    if actor.kind is not Kind.MEMBER or actor.person is None:
        return False
    if actor.person == owner_id:
        return True
    return any(
        one.confirmed_at is not None and Power.PAPERS in one.powers
        for one in representations_over(owner_id, on)
        if one.representative_id == actor.person
    )


def corrections_for(agency_ids: Iterable[UUID]) -> list[Correction]:
    """Give the reports of wrong data at some agencies: open ones first, oldest first."""
    rows = Correction.objects.filter(agency_id__in=list(agency_ids)).select_related("owner", "paper")
    return sorted(rows, key=lambda one: (one.state != CorrectionState.OPEN, one.opened_at))


def count_open_corrections(agency_ids: Iterable[UUID]) -> int:
    """Count the reports of wrong data that wait at some agencies."""
    waiting = Correction.objects.filter(state=CorrectionState.OPEN.value)
    return waiting.filter(agency_id__in=list(agency_ids)).count()


def corrections_of(owner_id: UUID) -> list[Correction]:
    """Give the reports of wrong data that somebody made, newest first."""
    return list(Correction.objects.filter(owner_id=owner_id).order_by("-opened_at", "-id"))


def disputed_in(thing: str) -> list[Correction]:
    """Give the reports of wrong data that came up in one dossier."""
    return list(Correction.objects.filter(thing=thing))


def held_from(sources: Sequence[str]) -> list[HeldPaper]:
    """Give the held papers that came from these things."""
    return list(HeldPaper.objects.filter(source__in=sources)) if sources else []


def correction(correction_id: UUID) -> Correction | None:
    """Give one report."""
    return Correction.objects.select_related("owner", "paper", "agency").filter(pk=correction_id).first()


def _valid(owner_id: UUID, on: date) -> list[HeldPaper]:
    rows = HeldPaper.objects.filter(owner_id=owner_id, state=PaperState.VALID.value)
    newest = rows.order_by("-held_at", "-id")
    return [one for one in newest if one.standing(on) is PaperState.VALID]


def _stood_for(person_id: UUID) -> list[UUID]:
    """Give for whom somebody stands in everything by a confirmed right that was not ended."""
    rows = Representation.objects.filter(
        representative_id=person_id,
        confirmed_at__isnull=False,
        ended_at=None,
        basis__in=[basis.value for basis in rules.STANDING],
    )
    return list(rows.values_list("owner_id", flat=True))
