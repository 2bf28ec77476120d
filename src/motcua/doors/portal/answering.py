"""Answering a request for papers: good files wait in the session until every paper is there."""

from dataclasses import dataclass, field
from uuid import UUID

from motcua.base.clock import now
from motcua.base.files.models import StoredFile
from motcua.base.files.queries import one as file_of
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.web.page import Request
from motcua.casework.dossiers import commands
from motcua.casework.dossiers import queries as dossiers
from motcua.casework.dossiers.models import Dossier, SupplementItem, SupplementRound
from motcua.casework.dossiers.words import RoundState, State
from motcua.doors.portal.forms import FilesForm
from motcua.doors.portal.sentences import NO_FILE_CHOSEN
from motcua.doors.portal.uploads import received

OPEN = (RoundState.SENT, RoundState.ANSWERED)


@dataclass
class Asked:
    """One paper asked for, and the files that are waiting for it."""

    item: SupplementItem
    files: list[StoredFile]

    @property
    def field(self) -> str:
        """Give the name of its file control."""
        return f"tep-{self.item.pk}"


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
        waiting = request.session.get(_place(rounds[-1]), {})
        asked = [
            Asked(item, [file_of(UUID(one)) for one in waiting.get(str(item.pk), [])])
            for item in rounds[-1].items.all()
            if not item.ticked
        ]
        return cls(request, dossier, rounds[-1], asked)

    @property
    def key(self) -> str:
        """Give the retry key: the same files for the same request are one answer."""
        return f"answer {self.round.pk} {'.'.join(str(file.pk) for one in self.asked for file in one.files)}"

    @property
    def form(self) -> FilesForm:
        """Give the form with one control for each paper asked for."""
        sent = (self.request.POST, self.request.FILES) if self.request.method == "POST" else ()
        asked = [(one.field, one.item.name, one.item.reason, True) for one in self.asked]
        return FilesForm(*sent, asked=asked)

    def take_in(self, form: FilesForm) -> None:
        """Take every good file and keep it waiting; say at its control what a paper lacks."""
        for one in self.asked:
            got = received(self.request, one.field, {file.content_mark for file in one.files})
            one.files += got.files
            for problem in got.problems:
                form.add_error(one.field, problem)
            if not one.files and not got.problems:
                form.add_error(one.field, NO_FILE_CHOSEN)
        self._keep()

    def _keep(self) -> None:
        self.request.session[_place(self.round)] = {
            str(one.item.pk): [str(file.pk) for file in one.files] for one in self.asked if one.files
        }

    def leave_out(self, file_id: str) -> None:
        """Take a file out of those that are waiting."""
        for one in self.asked:
            one.files = [file for file in one.files if str(file.pk) != file_id]
        self._keep()

    def send(self) -> Refusal | None:
        """Send the answer; what waited is forgotten once it is sent."""
        done = commands.answer_supplement(
            dossier_id=self.dossier.pk,
            files={one.item.pk: one.files for one in self.asked if one.files},
            by=self.request.actor,
            at=now(),
            key=self.key,
        )
        if isinstance(done, Refusal):
            self.refused = refusal_sentence(done)
            return done
        self.request.session.pop(_place(self.round), None)
        return None


def _place(asked: SupplementRound) -> str:
    return f"supplement {asked.pk}"
