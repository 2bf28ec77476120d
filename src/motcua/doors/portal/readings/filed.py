"""What was filed, as its owner keeps it."""

from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.queries import papers_of
from motcua.casework.dossiers.sentences import PAPER_SOURCES
from motcua.casework.dossiers.words import PaperSource
from motcua.doors.portal.readings.journey import origin_of


def filed_papers(dossier: Dossier) -> list[tuple[str, str]]:
    """Give each paper that went with a dossier, and where it came from."""
    told = []
    for paper in papers_of(dossier):
        source = PAPER_SOURCES[PaperSource(paper.source)]
        name = paper.file.name if paper.file and paper.held_id is None else ""
        told.append((paper.name, origin_of(paper) if paper.held_id else name or source))
    return told
