"""Official papers of a dossier, made from data alone: the same facts give the same bytes."""

from motcua.casework.dossiers.printing.records import result_bytes, result_name, sent_bytes
from motcua.casework.dossiers.printing.slips import paper_of, slip_bytes, slip_name

__all__ = ["paper_of", "result_bytes", "result_name", "sent_bytes", "slip_bytes", "slip_name"]
