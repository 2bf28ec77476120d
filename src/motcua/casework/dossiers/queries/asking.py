"""Papers asked for: until when they are awaited, and what waits to be sent."""

from datetime import date, datetime
from uuid import UUID

from motcua.casework.dossiers.models import AnswerFile, Dossier, SupplementItem
from motcua.casework.dossiers.reckoning import closing_day, period_end


def answer_until(dossier: Dossier, asked_at: datetime) -> date | None:
    """Give the day until which papers asked for at a moment are awaited; None when no rule sets one."""
    return closing_day(dossier, asked_at) or period_end(dossier, asked_at, "supplement_answer")


def item_of(item_id: UUID) -> SupplementItem | None:
    """Give one paper asked for, with its dossier."""
    return SupplementItem.objects.select_related("round__dossier").filter(pk=item_id).first()


def waiting_for(item_id: UUID) -> list[AnswerFile]:
    """Give the files that wait to be sent for a paper asked for, oldest first."""
    return list(AnswerFile.objects.filter(item_id=item_id).select_related("file"))
