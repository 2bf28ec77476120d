"""Who acts for whom, as both sides read it."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.clock import today
from motcua.base.clock.sentences import short_date
from motcua.casework.dossiers.models import Dossier
from motcua.doors.portal.shelves import RightShelf
from motcua.reference.people import queries as people
from motcua.reference.people.models import Representation
from motcua.reference.people.sentences import BASES, DOCUMENTS, POWERS
from motcua.reference.people.words import Basis, Power


@dataclass(frozen=True)
class Told:
    """One right to act for somebody."""

    one: Representation
    owner: str
    who: str
    basis: str
    powers: str
    span: str
    state: str
    kind: str
    holds: bool
    may_confirm: bool
    document: tuple[tuple[str, str], ...]
    document_url: str
    lacks: str


def listed(actor: Actor) -> tuple[list[Told], list[Told]]:
    """Give the rights that somebody has over others, and those that others have over them."""
    assert actor.person is not None, "a member is a person"
    mine, over_me = people.representations_about(actor.person)
    return [_told(one, actor) for one in mine], [_told(one, actor) for one in over_me]


def one_of(actor: Actor, representation_id: UUID) -> Told | None:
    """Give one right when it is somebody's own or over them."""
    mine, over_me = listed(actor)
    return next((told for told in (*mine, *over_me) if told.one.pk == representation_id), None)


def choices(actor: Actor) -> list[tuple[str, str, str]]:
    """Give for whom somebody may file now: id, name, by what right."""
    assert actor.person is not None, "a member is a person"
    return [
        (str(one.pk), one.owner_name, BASES[Basis(one.basis)])
        for one in people.representations_by(actor.person, today())
        if Power.FILE in one.powers
    ]


@dataclass(frozen=True)
class Behind:
    """The document behind the right by which a draft is filed: its name, its files, what it lacks."""

    title: str
    number: str
    files: tuple[tuple[str, str], ...]
    lacks: str
    may_change: bool


def behind(dossier: Dossier, by: Actor) -> Behind | None:
    """Give the document behind the right by which a draft is filed; None where none is needed."""
    right = dossier.representation
    if right is None or not right.by_document:
        return None
    shelf = RightShelf(right)
    files = tuple((one.file.name, shelf.file_url(one)) for one in shelf.lying)
    lacks = "" if files else lacking(right)
    return Behind(shelf.title, right.document, files, lacks, shelf.may_change(by))


def basis_of(dossier: Dossier) -> str:
    """Say by what right a dossier is filed for another."""
    return BASES[Basis(dossier.representation.basis)] if dossier.representation else ""


def lacking(one: Representation) -> str:
    """Say that the document behind a right was not sent; nothing when none is behind it or it is over."""
    if not one.by_document or one.confirmed_at is not None or not one.holds_on(today()):
        return ""
    return f"Chưa có bản chụp {DOCUMENTS[Basis(one.basis)].lower()}"


def _told(one: Representation, actor: Actor) -> Told:
    over = one.representative_id != actor.person
    until = f" đến {short_date(one.valid_to)}" if one.valid_to else ""
    state, kind = _state(one)
    shelf = RightShelf(one) if one.by_document else None
    files = tuple((lying.file.name, shelf.file_url(lying)) for lying in shelf.lying) if shelf else ()
    may_send = shelf is not None and shelf.may_change(actor)
    return Told(
        one=one,
        owner=one.owner_name,
        who=one.representative.full_name,
        basis=BASES[Basis(one.basis)],
        powers="; ".join(POWERS[Power(power)] for power in one.powers),
        span=f"Từ {short_date(one.valid_from)}{until}",
        state=state,
        kind=kind,
        holds=one.holds_on(today()),
        may_confirm=over and one.confirmed_at is None and one.holds_on(today()),
        document=files,
        document_url=reverse("portal:representation-document", args=[one.pk]) if may_send else "",
        lacks=lacking(one) if not files else "",
    )


def _state(one: Representation) -> tuple[str, str]:
    if one.ended_at is not None:
        return "Đã chấm dứt", "mute"
    if not one.holds_on(today()):
        return "Hết hiệu lực", "mute"
    return ("Đã xác nhận", "good") if one.confirmed_at else ("Tự khai, chưa xác nhận", "warn")
