"""The versions of a procedure, what the newest changed, and its end."""

from datetime import date

from django.db.models import QuerySet

from motcua.base.clock.sentences import short_date
from motcua.doors.portal.readings.procedure.shapes import Edition, End
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import Procedure, ProcedureVersion
from motcua.reference.catalogue.queries import ProcedurePage
from motcua.reference.catalogue.words import VersionState


def end(procedure: Procedure, on: date) -> End | None:
    """Tell the end of a procedure, if it has come."""
    if procedure.abolished_on is None or procedure.abolished_on > on:
        return None
    successor = procedure.replaced_by
    title = catalogue.effective_version(successor.code, on) if successor else None
    return End(
        short_date(procedure.abolished_on),
        procedure.abolished_by.number if procedure.abolished_by else "",
        successor.code if successor else "",
        title.title if title else successor.code if successor else "",
    )


def published(procedure: Procedure) -> QuerySet[ProcedureVersion]:
    """Give the published versions, newest first."""
    return (
        ProcedureVersion.objects.filter(procedure=procedure, state=VersionState.PUBLISHED)
        .select_related("procedure", "form")
        .order_by("-number")
    )


def editions(page: ProcedurePage) -> tuple[Edition, ...]:
    """Give the history, newest first; a single version has none."""
    if len(page.versions) == 1:
        return ()
    return tuple(
        Edition(one.number, _span(one.decision_no, one.effective_from, one.effective_to), one.shown)
        for one in page.versions
    )


def changes(version: ProcedureVersion) -> tuple[str, ...]:
    """Say what this version changed in the one before it."""
    before = published(version.procedure).filter(number__lt=version.number).first()
    if before is None:
        return ()
    return tuple(line for part in catalogue.compare(before, version) for line in part.changes)


def _span(decision: str, first: date | None, last: date | None) -> str:
    days = " ".join(
        filter(None, (f"từ {short_date(first)}" if first else "", f"đến {short_date(last)}" if last else ""))
    )
    return (
        ", ".join(filter(None, (f"Quyết định {decision}" if decision else "", days))) or "Nguồn chưa ghi ngày"
    )
