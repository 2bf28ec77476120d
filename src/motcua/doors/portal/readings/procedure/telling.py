"""Everything about a procedure, told at once."""

from datetime import date

from motcua.doors.portal.readings.procedure import history, papers, related, terms
from motcua.doors.portal.readings.procedure.shapes import Told
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import Procedure, ProcedureVersion

ACTS_SHOWN = 6
PLACES_SHOWN = 4


def told(procedure: Procedure, on: date, number: str = "") -> Told | None:
    """Tell everything about a procedure: its version in force, or the one of a number, or the last one."""
    version = _version(procedure, on, number)
    if version is None:
        return None
    page, parts = catalogue.page_of(version), catalogue.parts_of(version.pk)
    cases = {one.pk: one for one in version.cases.order_by("order")}
    fileable = catalogue.fileable(procedure, on)
    current = catalogue.holds(version, on)
    places = terms.places(procedure, on) if fileable else []
    acts = tuple(terms.act(one.name, one.number) for one in page.legal_basis)
    # Hiding a single act would save nobody anything.
    shown = len(acts) if len(acts) <= ACTS_SHOWN + 1 else ACTS_SHOWN
    return Told(
        page=page,
        in_force=current,
        upcoming=version.effective_from is not None and version.effective_from > on,
        end=history.end(procedure, on),
        online=fileable == version and page.may_start_online,
        fileable=fileable == version,
        ways=terms.ways(parts, cases),
        fees=terms.fees(parts, cases),
        stacks=papers.stacks(parts.components, cases),
        known=papers.known(page),
        steps=tuple(terms.step(one) for one in page.steps),
        order=tuple(filter(None, (line.strip() for line in version.implementing_order.splitlines()))),
        acts=acts[:shown],
        further_acts=acts[shown:],
        who=terms.who(version),
        places=tuple(places[:PLACES_SHOWN]),
        more_places=max(len(places) - PLACES_SHOWN, 0),
        related=related.related(version, on),
        alike=related.alike(version, on),
        editions=history.editions(page),
        changes=history.changes(version),
        asks=bool(cases or page.conditional or len(places) > 1),
    )


def _version(procedure: Procedure, on: date, number: str) -> ProcedureVersion | None:
    published = history.published(procedure)
    if number.isdecimal():
        return published.filter(number=int(number[:4])).first()
    return catalogue.effective_version(procedure.code, on) or published.first()
