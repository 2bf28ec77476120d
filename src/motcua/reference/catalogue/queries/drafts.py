"""A stored version as its rules read it."""

from uuid import UUID

from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.words import (
    Case,
    Channel,
    Draft,
    DurationUnit,
    OnlineLevel,
    Outcome,
    Paper,
    Step,
    Terms,
)


def as_drafted(version: ProcedureVersion) -> Draft:
    """Give what the rules of publishing judge: cases, ways of filing, papers, steps, results."""
    cases: dict[UUID | None, str] = {case.pk: case.code for case in version.cases.order_by("order")}
    return Draft(
        code=version.procedure.code,
        field=version.procedure.field,
        level=version.procedure.level,
        name=version.name,
        title=version.title,
        decision_no=version.decision_no,
        effective_from=version.effective_from,
        subjects=tuple(version.subjects),
        deciding_agency=version.deciding_agency,
        online_level=OnlineLevel(version.online_level),
        cases=tuple(Case(case.code, case.name) for case in version.cases.order_by("order")),
        channels=tuple(
            Terms(
                Channel(rule.channel),
                rule.duration_value,
                DurationUnit(rule.duration_unit) if rule.duration_unit else None,
                case=cases.get(rule.case_id, ""),
            )
            for rule in version.channels.order_by("order")
        ),
        papers=tuple(
            Paper(
                paper.code,
                paper.name,
                required=paper.required,
                data_source=paper.data_source,
                case=cases.get(paper.case_id, ""),
            )
            for paper in version.components.order_by("order")
        ),
        route=tuple(
            Step(step.name, step.public_name, step.person_role, step.unit_kind, step.hours)
            for step in version.route.order_by("order")
        ),
        results=tuple(Outcome(result.code, result.name) for result in version.results.order_by("order")),
    )
