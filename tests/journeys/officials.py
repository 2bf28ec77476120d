"""Officials who act by the house's own commands, where their pages are looked at in another journey.

Run inside the house: `motcua shell --no-imports -c "from tests.journeys import officials; officials.NAME(…)"`.
"""

import sys
from uuid import UUID

from demo.dossiers import Story

from motcua.base.clock import now
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier


def ask(dossier: str, paper: str, reason: str) -> None:
    """Let the counter ask for a paper anew."""
    story = _story(dossier)
    wanted = story.dossier.version.components.get(name=paper)
    story.do(
        commands.request_supplement_at_intake,
        story.counter,
        items=[commands.Asked(paper, "Bản chụp mờ", wanted.pk)],
        reason=reason,
        legal_basis="Luật Hộ tịch số 60/2014/QH13, Điều 16",
    )


def finish(dossier: str) -> None:
    """Let everybody do their part, from the answered supplement to the issued result; tell the code."""
    story = _story(dossier)
    story.judged()
    items = story.dossier.rounds.get().items.values_list("pk", flat=True)
    story.do(commands.supplement_received_complete, story.counter, ticked=list(items))
    story.forwarded().issued()
    sys.stdout.write(story.dossier.code)


def _story(dossier: str) -> Story:
    moment = now()
    return Story(Dossier.objects.get(pk=UUID(dossier)), moment, moment)
