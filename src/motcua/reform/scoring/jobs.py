"""Background work of scoring: months open by themselves, sheets open on their day."""

from motcua.base.access import system
from motcua.base.clock import local, now
from motcua.base.queue import task
from motcua.reform.scoring import commands
from motcua.reform.scoring.models import Sheet
from motcua.reform.scoring.queries.rounds import months_to_open, to_start
from motcua.reform.scoring.words import SheetState

WORKER = system("scoring")


@task("scoring.open_month", every="10 0 * * *")
def open_month(*, timestamp: int) -> None:
    """Open the provisional scoring of the month under way where it is not open yet."""
    at = now()
    on = local(at).date()
    for year in months_to_open(on):
        commands.open_month(year_round_id=year.pk, month=on, by=WORKER, at=at)


@task("scoring.start_sheets", every="20 0 * * *")
def start_sheets(*, timestamp: int) -> None:
    """Open the sheets of the rounds whose day has come, each by an act of its own."""
    at = now()
    for round_ in to_start(local(at).date()):
        waiting = Sheet.objects.filter(round=round_, state=SheetState.NOT_OPEN.value).order_by("pk")
        for sheet in waiting:
            commands.start_sheet(sheet_id=sheet.pk, by=WORKER, at=at)
