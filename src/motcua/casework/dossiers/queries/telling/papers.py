"""Which papers lie in a dossier: filed, asked for, issued, handed over."""

from motcua.casework.dossiers.models import (
    Dossier,
    Paper,
    Result,
    ResultReturn,
    Slip,
    StopNotice,
    SupplementRound,
)
from motcua.casework.dossiers.words import ResultState


def papers_of(dossier: Dossier) -> list[Paper]:
    """Give the papers of a dossier, replaced ones last."""
    return list(
        dossier.papers.select_related("file", "requirement", "judged_by").order_by(
            "superseded", "added_at", "id"
        )
    )


def rounds_of(dossier: Dossier) -> list[SupplementRound]:
    """Give the supplement requests of a dossier with what was asked for."""
    return list(
        dossier.rounds.select_related("proposed_by", "approved_by", "sent_by")
        .prefetch_related("items__papers__file", "items__requirement")
        .order_by("number")
    )


def slips_of(dossier: Dossier) -> list[Slip]:
    """Give the slips issued for a dossier, newest first."""
    return list(dossier.slips.select_related("issued_by", "unit").order_by("-issued_at", "-id"))


def results_of(dossier: Dossier) -> list[Result]:
    """Give the result of a dossier and what replaces it, in order."""
    rows = Result.objects.select_related("result_type", "attachment", "file", "replaces")
    return list(rows.filter(dossier=dossier).order_by("seq"))


def result_of(dossier: Dossier) -> Result | None:
    """Give the result in force, or the first one as far as it is."""
    found = results_of(dossier)
    issued = [one for one in found if one.state == ResultState.ISSUED]
    return issued[-1] if issued else next(iter(found), None)


def correction_of(dossier: Dossier) -> Result | None:
    """Give the result that is to replace the one in force, as long as it is not issued."""
    last = next(reversed(results_of(dossier)), None)
    return last if last and last.replaces_id and last.state != ResultState.ISSUED else None


def stop_notice_of(dossier: Dossier) -> StopNotice | None:
    """Give how a dossier was stopped; None when it was not."""
    return StopNotice.objects.select_related("decided_by").filter(dossier=dossier).first()


def return_of(dossier: Dossier) -> ResultReturn | None:
    """Give to whom the result in force was handed over."""
    rows = ResultReturn.objects.select_related("by").filter(dossier=dossier, result__replaced_by=None)
    return rows.first()
