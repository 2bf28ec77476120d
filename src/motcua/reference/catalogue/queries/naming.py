"""What procedures are called."""

from collections.abc import Iterable, Mapping

from motcua.reference.catalogue.models import ProcedureVersion


def titles_by_code(codes: Iterable[str]) -> Mapping[str, str]:
    """Give the title of the newest version of each of some procedures; one statement."""
    rows = ProcedureVersion.objects.filter(procedure__code__in=list(codes)).order_by("number")
    return dict(rows.values_list("procedure__code", "title"))
