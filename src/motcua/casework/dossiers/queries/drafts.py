"""How long a draft is kept: a dated limit, counted from when it was last saved."""

from datetime import date, datetime, timedelta
from uuid import UUID

from motcua.base.clock import local
from motcua.base.text import fold
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import State
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import ComponentRequirement
from motcua.reference.org import queries as org
from motcua.reference.people.sentences import DOCUMENTS
from motcua.reference.people.words import Basis


def draft_deleted_on(saved_at: datetime) -> date | None:
    """Give the day on which a draft is deleted; None when no rule says, and then it is kept."""
    saved = local(saved_at).date()
    limit = org.regulation("draft_kept", saved)
    return saved + timedelta(days=limit.value) if limit else None


def draft_is_over(saved_at: datetime, at: datetime) -> bool:
    """Tell whether the time of a draft is over at a moment."""
    ends = draft_deleted_on(saved_at)
    return ends is not None and ends <= local(at).date()


def component_of_document(dossier: Dossier) -> ComponentRequirement | None:
    """Give the optional component that asks for the very document by which somebody files for another."""
    right = dossier.representation
    if right is None or not right.by_document:
        return None
    called = fold(DOCUMENTS[Basis(right.basis)])
    wanted = catalogue.parts_of(dossier.version_id).requirements(dossier.case_id)
    return next((one for one in wanted if fold(one.name) == called and not one.required), None)


def drafts_over(at: datetime) -> list[UUID]:
    """Give the drafts whose time is over, oldest first."""
    rows = Dossier.objects.filter(state=State.DRAFT).order_by("saved_at").values_list("pk", "saved_at")
    return [key for key, saved_at in rows.iterator() if draft_is_over(saved_at, at)]
