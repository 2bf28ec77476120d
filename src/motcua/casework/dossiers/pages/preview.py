"""The draft of a result as it will be printed."""

from copy import copy
from datetime import datetime

from motcua.casework.dossiers import printing
from motcua.casework.dossiers.models import Result
from motcua.reference.org.models import Staff


def draft_bytes(result: Result, at: datetime) -> bytes:
    """Print a result that is not issued yet, marked as a draft; nothing is stored."""
    drafted = copy(result)
    drafted.title = f"DỰ THẢO: {result.title}"
    drafted.number, drafted.issued_at = "…", at
    drafted.approved_by = result.approved_by or Staff(full_name="(chưa ký)")
    return printing.result_bytes(drafted)
