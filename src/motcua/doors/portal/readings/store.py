"""The store as its owner reads it."""

from dataclasses import dataclass
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import today
from motcua.base.clock.sentences import full_moment, short_date
from motcua.reference.people import queries as people
from motcua.reference.people.models import Correction, HeldPaper
from motcua.reference.people.sentences import CORRECTION_STATES, PAPER_STATES
from motcua.reference.people.words import CorrectionState, PaperState, Power

_LOOKS = {PaperState.VALID: "good", PaperState.UNDER_CORRECTION: "warn"}
_REPORT_LOOKS = {CorrectionState.OPEN: "warn", CorrectionState.CORRECTED: "good"}


@dataclass(frozen=True)
class Shelved:
    """One paper of the store."""

    paper: HeldPaper
    origin: str
    state: str
    look: str
    used: int


@dataclass(frozen=True)
class Shelf:
    """The papers of one owner; no name means oneself."""

    owner: str
    papers: list[Shelved]


@dataclass(frozen=True)
class Reported:
    """One report of wrong data, with its answer."""

    ticket: Correction
    state: str
    look: str
    opened: str


def shelves(actor: Actor) -> list[Shelf]:
    """Give one's own papers, then those of everybody whose store one may use."""
    assert actor.person is not None, "a member is a person"
    found = [Shelf("", _shelved(actor.person))]
    names = {
        one.owner_id: one.owner_name
        for one in people.representations_by(actor.person, today())
        if one.confirmed_at is not None and Power.PAPERS in one.powers
    }
    return found + [Shelf(name, _shelved(owner_id)) for owner_id, name in names.items()]


def shelf_of(actor: Actor, paper_id: UUID) -> HeldPaper | None:
    """Give a paper of a store that somebody may use."""
    papers = (one.paper for shelf in shelves(actor) for one in shelf.papers)
    return next((one for one in papers if one.pk == paper_id), None)


def used(paper: HeldPaper, actor: Actor) -> list[tuple[str, str, str]]:
    """Give each use of a paper: what for, who, when."""
    mine = f"member:{actor.person}"
    return [
        (one.purpose, "Bạn" if one.by == mine else one.by_name or "Cán bộ", full_moment(one.at))
        for one in people.uses_of(paper)
    ]


def reports_of(actor: Actor) -> list[Reported]:
    """Give what somebody reported as wrong."""
    assert actor.person is not None, "a member is a person"
    return [
        Reported(
            one,
            CORRECTION_STATES[CorrectionState(one.state)],
            _REPORT_LOOKS.get(CorrectionState(one.state), "mute"),
            full_moment(one.opened_at),
        )
        for one in people.corrections_of(actor.person)
    ]


def _shelved(owner_id: UUID) -> list[Shelved]:
    return [_told(one) for one in people.held_papers(owner_id)]


def _told(paper: HeldPaper) -> Shelved:
    state = paper.standing(today())
    issued = " ".join(
        part
        for part in (
            f"{paper.issuer} cấp" if paper.issuer else "",
            f"ngày {short_date(paper.issued_on)}" if paper.issued_on else "",
        )
        if part
    )
    until = f"Có giá trị đến {short_date(paper.valid_to)}" if paper.valid_to else ""
    number = f"Số {paper.number}" if paper.number else ""
    # Who issued it is said already.
    source = "" if paper.issuer and paper.issuer in paper.source_said else paper.source_said
    origin = ". ".join(part for part in (number, issued, until, source) if part)
    uses = getattr(paper, "used", 0)  # counted by the query
    return Shelved(paper, origin, PAPER_STATES[state], _LOOKS.get(state, "mute"), uses)
