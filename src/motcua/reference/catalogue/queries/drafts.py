"""A stored version as its rules read it."""

from collections.abc import Mapping
from types import MappingProxyType
from uuid import UUID

from motcua.reference.catalogue.models import (
    ChannelRule,
    ComponentRequirement,
    Fee,
    ProcedureVersion,
    ResultType,
)
from motcua.reference.catalogue.words import (
    Act,
    Case,
    Change,
    Channel,
    Charge,
    Draft,
    DurationUnit,
    FeeKind,
    OnlineLevel,
    Origin,
    Outcome,
    Paper,
    Step,
    SupplementClock,
    Terms,
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
        route=tuple(
            Step(step.name, step.public_name, step.person_role, step.unit_kind, step.hours)
            for step in version.route.order_by("order")
        ),
        results=tuple(_outcome(one) for one in version.results.order_by("order")),
        legal_basis=tuple(Act(act.number, act.name) for act in version.legal_basis.order_by("order")),
    )


def terms_of(rule: ChannelRule, codes: Mapping[UUID | None, str] = MappingProxyType({})) -> Terms:
    """Give one way of filing as it was drafted; `codes` names the cases."""
    return Terms(
        Channel(rule.channel),
        rule.duration_value,
        _unit(rule.duration_unit),
        case=codes.get(rule.case_id, ""),
        no_fixed_date=rule.no_fixed_date,
        note=rule.note,
        line=rule.line,
        statutory_value=rule.statutory_value,
        statutory_unit=_unit(rule.statutory_unit),
        cut_decision_no=rule.cut_decision_no,
        cut_decided_on=rule.cut_decided_on,
        cut_legal_basis=rule.cut_legal_basis,
    )


def _unit(word: str) -> DurationUnit | None:
    return DurationUnit(word) if word else None


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
