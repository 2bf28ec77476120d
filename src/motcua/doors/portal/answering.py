"""Answering a request for papers: files wait beside the request until every paper is there."""

from dataclasses import dataclass, field
from functools import cached_property

from motcua.base.clock import now
from motcua.base.clock.sentences import short_date
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.web.page import Request
from motcua.casework.dossiers import commands
from motcua.casework.dossiers import queries as dossiers
from motcua.casework.dossiers.models import Dossier, SupplementItem, SupplementRound
from motcua.casework.dossiers.queries.asking import answer_until
from motcua.casework.dossiers.words import RoundState, State
from motcua.doors.portal.forms import FilesForm
from motcua.doors.portal.photos import Gathered, gathered
from motcua.doors.portal.sentences import NO_FILE_CHOSEN
from motcua.doors.portal.shelves import AnswerShelf
from motcua.doors.portal.uploads import shelve

OPEN = (RoundState.SENT, RoundState.ANSWERED)


class Asked:
    """One paper asked for, and the files that are waiting for it."""

    def __init__(self, dossier: Dossier, item: SupplementItem) -> None:
        self.item, self.shelf = item, AnswerShelf(dossier, item)

    @property
    def field(self) -> str:
        """Give the name of its file control."""
        return f"tep-{self.item.pk}"

    @property
    def held(self) -> Gathered:
        """The files as they lie now, photos apart."""
        return gathered(self.shelf)


@dataclass
class Answer:
    """The open request of a dossier with what its owner has chosen so far."""

    request: Request
    dossier: Dossier
    round: SupplementRound
    asked: list[Asked]
    refused: str = field(default="")

    @classmethod
    def of(cls, request: Request, dossier: Dossier) -> "Answer | None":
        """Give the open request, None when nothing is asked now."""
        rounds = [one for one in dossiers.rounds_of(dossier) if one.state in OPEN]
        if dossier.state != State.SUPPLEMENT_REQUESTED or not rounds:
            return None
        asked = [Asked(dossier, item) for item in rounds[-1].items.all() if not item.ticked]
        return cls(request, dossier, rounds[-1], asked)

    @property
    def waiting(self) -> bool:
        """Tell whether any file waits to be sent."""
        return any(one.shelf.lying for one in self.asked)

    @cached_property
    def until(self) -> str:
        """The day until which the papers are awaited, nothing when no rule sets one."""
        end = answer_until(self.dossier, self.round.sent_at) if self.round.sent_at else None
        return short_date(end) if end else ""

    @property
    def form(self) -> FilesForm:
        """Give the form with one control for each paper asked for."""
        sent = (self.request.POST, self.request.FILES) if self.request.method == "POST" else ()
        asked = [(one.field, one.item.name, one.item.reason, True) for one in self.asked]
        return FilesForm(*sent, asked=asked)

    def take_in(self, form: FilesForm, *, whole: bool) -> bool:
        """Lay every good file by, and say at its control what is wrong with the others.

        `whole` says that no paper may be missing. Gives whether photos came that its sender should see joined
        before they are sent.
        """
        by, photos = commands.acting(self.request.actor, self.dossier), False
        for one in self.asked:
            got = shelve(self.request, one.field, one.shelf, by=by)
            photos = photos or got.photos
            for problem in got.problems:
                form.add_error(one.field, problem)
            if whole and not got.problems and not one.shelf.lying:
                form.add_error(one.field, NO_FILE_CHOSEN)
        return photos

    def leave_out(self, waiting_id: str) -> None:
        """Take a file out of those that are waiting."""
        for one in self.asked:
            for lying in one.shelf.lying:
                if str(lying.pk) == waiting_id:
                    one.shelf.take(lying, by=self.request.actor, at=now())

    def send(self) -> Refusal | None:
        """Send the answer; the same files for the same request are one answer."""
        lying = {one.item.pk: [held.file for held in one.shelf.lying] for one in self.asked}
        key = ".".join(str(file.pk) for some in lying.values() for file in some)
        done = commands.answer_supplement(
            dossier_id=self.dossier.pk,
            files={item: some for item, some in lying.items() if some},
            by=self.request.actor,
            at=now(),
            key=f"answer {self.round.pk} {key}",
        )
        if isinstance(done, Refusal):
            self.refused = refusal_sentence(done)
            return done
        return None
