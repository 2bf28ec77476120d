"""Official papers of a dossier, made from data alone: the same facts give the same bytes."""

from motcua.casework.dossiers.printing.control import control_bytes, control_name
from motcua.casework.dossiers.printing.records import result_bytes, result_name, sent_bytes
from motcua.casework.dossiers.printing.register import closed_sheet, lines_of, register_name, sheet_of
from motcua.casework.dossiers.printing.slips import paper_of, slip_bytes, slip_name

__all__ = [
    "closed_sheet",
    "control_bytes",
    "control_name",
    "lines_of",
    "paper_of",
    "register_name",
    "result_bytes",
    "result_name",
    "sent_bytes",
    "sheet_of",
    "slip_bytes",
    "slip_name",
]
