"""Files of an answer lie with the request until they are sent: for whoever may answer, in any browser."""

from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.files import commands as stored
from motcua.base.files.models import StoredFile
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands.held import Held, acting, hold
from motcua.casework.dossiers.models import AnswerFile, Dossier
from motcua.casework.dossiers.words import Move, Why


@command
def lay_by(
    *, dossier_id: UUID, item_id: UUID, file: StoredFile, by: Actor, at: datetime
) -> AnswerFile | Refusal:
    """Keep a file for a paper asked for, not sent yet; the same bytes are kept once."""
    held = hold(dossier_id, Move.ANSWER_SUPPLEMENT, by=by, at=at)
    if isinstance(held, Refusal):
        return held
    item = held.round.items.filter(pk=item_id, ticked=False).first() if held.round else None
    if item is None:
        return Refusal(Why.NO_ITEMS)
    there = item.waiting.filter(file__content_mark=file.content_mark).first()
    kept = there or AnswerFile.objects.create(item=item, file=file, added_at=at)
    _note(held, by=by, at=at, kept=kept.file_id)
    return kept


@command
def take_back(*, dossier_id: UUID, waiting_id: UUID, by: Actor, at: datetime) -> Dossier | Refusal:
    """Take a file out of those that wait, and let it go unless something else names it."""
    held = hold(dossier_id, Move.ANSWER_SUPPLEMENT, by=by, at=at)
    if isinstance(held, Refusal):
        return held
    rows = AnswerFile.objects.filter(pk=waiting_id, item__round__dossier=held.dossier)
    files = list(rows.values_list("file_id", flat=True))
    rows.delete()
    for file_id in files:
        stored.discard(file_id=file_id, by=by, at=at)
    _note(held, by=by, at=at, taken=waiting_id)
    return held.dossier


@command
def let_unsent_go(*, dossier_id: UUID, by: Actor, at: datetime) -> Dossier | Refusal:
    """Let the files go that were never sent, once nobody can send them any more."""
    rows = AnswerFile.objects.filter(item__round__dossier_id=dossier_id)
    rows = rows.exclude(
        item__ticked=False, item__round__completed_at=None, item__round__dossier__ended_at=None
    )
    files = list(rows.values_list("file_id", flat=True))
    if not files:
        return Refusal(Why.NO_ITEMS)
    rows.delete()
    for file_id in files:
        stored.discard(file_id=file_id, by=by, at=at)
    dossier = Dossier.objects.get(pk=dossier_id)
    journal.write("dossier.unsent_let_go", about=dossier, by=by, at=at, data={"files": len(files)})
    return dossier


def _note(held: Held, *, by: Actor, at: datetime, **ids: UUID) -> None:
    assert held.round is not None, "the rules let nobody answer what was not asked for"
    data = {"round": held.round.number, **{name: str(one) for name, one in ids.items()}}
    journal.write("dossier.answer_saved", about=held.dossier, by=acting(by, held.dossier), at=at, data=data)
