"""A stored version as its rules read it."""

from uuid import UUID

from motcua.reference.catalogue.models import (
    ComponentRequirement,
    Fee,
    ProcedureVersion,
    ResultType,
)
from motcua.reference.catalogue.queries.routes import founding_steps
from motcua.reference.catalogue.queries.terms import terms_of
from motcua.reference.catalogue.rules.routes import as_said
from motcua.reference.catalogue.words import (
    Act,
    Case,
    Change,
    Channel,
    Charge,
    Draft,
    FeeKind,
    OnlineLevel,
    Origin,
    Outcome,
    Paper,
    SupplementClock,
)


def as_drafted(version: ProcedureVersion) -> Draft:
    """Give everything that a version says, as it was drafted; seven statements."""
    procedure, cases = version.procedure, list(version.cases.order_by("order"))
    codes: dict[UUID | None, str] = {case.pk: case.code for case in cases}
    return Draft(
        code=procedure.code,
        field=procedure.field,
        levels=tuple(procedure.levels),
        ministry=procedure.ministry,
        procedure_type=procedure.procedure_type,
        life_events=tuple(procedure.life_events),
        popularity=procedure.popularity,
        name=version.name,
        title=version.title,
        summary=version.summary,
        decision_no=version.decision_no,
        effective_from=version.effective_from,
        subjects=tuple(version.subjects),
        deciding_agency=version.deciding_agency,
        competent_agency=version.competent_agency,
        authorised_agency=version.authorised_agency,
        direct_handler=version.direct_handler,
        coordinating_agencies=tuple(version.coordinating_agencies),
        receiving_address=version.receiving_address,
        requirements=version.requirements,
        implementing_order=version.implementing_order,
        keywords=tuple(version.keywords),
        related=tuple(version.related),
        portal_url=version.portal_url,
        brief=version.brief,
        origin=Origin(version.origin),
        change=Change(version.change),
        online_level=OnlineLevel(version.online_level),
        partial_reason=version.partial_reason,
        copies=version.copies,
        supplement_clock=SupplementClock(version.supplement_clock),
        supplement_clock_basis=version.supplement_clock_basis,
        other_words=tuple(version.other_words),
        cases=tuple(Case(case.code, case.name) for case in cases),
        channels=tuple(terms_of(one, codes) for one in version.channels.order_by("order")),
        papers=tuple(_paper(one, codes) for one in version.components.order_by("order")),
        fees=tuple(_charge(one, codes) for one in version.fees.order_by("order")),
        route=as_said(founding_steps(version)),
        results=tuple(_outcome(one) for one in version.results.order_by("order")),
        legal_basis=tuple(Act(act.number, act.name) for act in version.legal_basis.order_by("order")),
    )


def _paper(one: ComponentRequirement, codes: dict[UUID | None, str]) -> Paper:
    return Paper(
        one.code,
        one.name,
        one.hint,
        one.originals,
        one.copies,
        required=one.required,
        condition=one.condition,
        data_source=one.data_source,
        case=codes.get(one.case_id, ""),
        form_code=one.form_code,
        template_note=one.template_note,
        quantity_guessed=one.quantity_guessed,
    )


def _charge(one: Fee, codes: dict[UUID | None, str]) -> Charge:
    return Charge(
        FeeKind(one.kind),
        one.name,
        one.amount,
        per=one.per,
        note=one.note,
        legal_basis=one.legal_basis,
        due_at_filing=one.due_at_filing,
        channel=Channel(one.channel) if one.channel else None,
        case=codes.get(one.case_id, ""),
        free=one.free,
        exemption=one.exemption,
    )


def _outcome(one: ResultType) -> Outcome:
    return Outcome(one.code, one.name, one.validity_months, one.electronic)
