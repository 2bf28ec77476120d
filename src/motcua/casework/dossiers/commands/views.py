"""An official keeps ways of looking at their list, and lets them go."""

from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean, sort_key
from motcua.casework.dossiers.models import SavedView
from motcua.casework.dossiers.words import Why

MOST_VIEWS = 20


@command
def keep_view(*, name: str, query: str, by: Actor, at: datetime, key: str = "") -> SavedView | Refusal:
    """Keep a way of looking under a name; a name kept already now means the new one.

    What stands in the address may hold a name that was searched for, so the journal does not tell it.
    """
    assert by.person is not None, "only an official keeps views"
    name = clean(name)
    mine = SavedView.objects.select_for_update().filter(owner_id=by.person)
    kept = {one.name: one for one in mine}
    if not name:
        return Refusal(Why.NO_NAME)
    if name not in kept and len(kept) >= MOST_VIEWS:
        return Refusal(Why.TOO_MANY_VIEWS, {"most": str(MOST_VIEWS)})
    view = kept.get(name) or SavedView(owner_id=by.person, name=name, sort_key=sort_key(name))
    view.query, view.kept_at = query, at
    view.save()
    journal.write("saved_view.kept", about=view, by=by, at=at)
    return view


@command
def let_view_go(*, view_id: UUID, by: Actor, at: datetime) -> SavedView | Refusal:
    """Let one's own way of looking go."""
    view = SavedView.objects.select_for_update().filter(pk=view_id, owner_id=by.person).first()
    if view is None:
        return Refusal(Why.NO_SUCH_VIEW)
    journal.write("saved_view.let_go", about=view, by=by, at=at)
    SavedView.objects.filter(pk=view_id).delete()
    return view
