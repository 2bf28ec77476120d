"""Other procedures beside one: those that go with it, and those that bear its name."""

from datetime import date

from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue import sentences
from motcua.reference.catalogue.models import ProcedureVersion

OTHERS_SHOWN = 6


def related(version: ProcedureVersion, on: date) -> tuple[tuple[str, str], ...]:
    """Give those that the version names, then those whose names go on from its own."""
    named = {one.code: one.title for one in catalogue.listing(on)}
    longer = [
        code for code, title in named.items() if title.casefold().startswith(f"{version.title.casefold()} ")
    ]
    codes = dict.fromkeys(code for code in (*version.related, *longer) if code in named)
    return tuple((code, named[code]) for code in list(codes)[:OTHERS_SHOWN])


def alike(version: ProcedureVersion, on: date) -> tuple[tuple[str, str, str], ...]:
    """Give the other procedures of this name, each with what tells it from this one."""
    same = catalogue.in_force(on).filter(title_sort_key=version.title_sort_key).exclude(pk=version.pk)
    return tuple(
        (
            one.procedure.code,
            one.title,
            sentences.levels_of(one.procedure.levels)
            if one.procedure.levels != version.procedure.levels
            else f"Lĩnh vực {one.procedure.field}, mã {one.procedure.code}",
        )
        for one in same.order_by("procedure__code")[:OTHERS_SHOWN]
    )
