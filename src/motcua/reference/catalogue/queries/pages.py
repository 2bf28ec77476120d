"""Everything that the page of a procedure shows, ready to print."""

from uuid import UUID

from motcua.base.clock import today
from motcua.reference.catalogue import sentences
from motcua.reference.catalogue.models import ChannelRule, ComponentRequirement, Fee, ProcedureVersion
from motcua.reference.catalogue.queries.page_rows import (
    ActRow,
    ChannelRow,
    ConditionalPaper,
    Fact,
    FeeRow,
    KnownPaper,
    PaperRow,
    ProcedurePage,
    ResultRow,
    VersionRow,
)
from motcua.reference.catalogue.queries.routes import shown_steps
from motcua.reference.catalogue.queries.terms import terms_of
from motcua.reference.catalogue.rules import cut_percent
from motcua.reference.catalogue.rules.routes import main_path
from motcua.reference.catalogue.words import Channel, OnlineLevel, Origin, VersionState


def page_of(version: ProcedureVersion) -> ProcedurePage:
    """Give the page of a version, in nine statements whatever it holds."""
    cases: dict[UUID | None, str] = {case.pk: case.name for case in version.cases.order_by("order")}
    channels, fees = list(version.channels.order_by("order")), list(version.fees.order_by("order"))
    papers = list(version.components.order_by("order"))
    acts = tuple(ActRow(act.number, act.name) for act in version.legal_basis.order_by("order"))
    procedure, results = version.procedure, list(version.results.order_by("order"))
    return ProcedurePage(
        code=procedure.code,
        title=version.title,
        summary=version.summary,
        official_name=version.name,
        field=procedure.field,
        levels=tuple(procedure.levels),
        decision_no=version.decision_no,
        effective_from=version.effective_from,
        effective_to=version.effective_to,
        subjects=tuple(version.subjects),
        requirements=version.requirements,
        time=Fact(sentences.time_of_all(channels), _first_note(channels)),
        fee=_fee(fees),
        place=Fact(version.deciding_agency or sentences.NO_PLACE),
        may_start_online=_online(version, channels),
        partial_reason=version.partial_reason,
        has_form=version.form_id is not None,
        copies=version.copies,
        cases=tuple(cases.values()),
        bring=tuple(
            PaperRow(
                paper.name,
                _quantity(paper),
                paper.hint,
                cases.get(paper.case_id, ""),
                paper.code,
                paper.required,
                paper.form_code,
                paper.template_note,
                paper.quantity_guessed,
            )
            for paper in papers
            if not paper.data_source and not paper.condition
        ),
        not_bring=tuple(
            KnownPaper(paper.name, paper.data_source, paper.hint, cases.get(paper.case_id, ""), paper.code)
            for paper in papers
            if paper.data_source
        ),
        conditional=tuple(
            ConditionalPaper(
                paper.condition,
                paper.name,
                _quantity(paper),
                paper.hint,
                cases.get(paper.case_id, ""),
                paper.code,
            )
            for paper in papers
            if paper.condition and not paper.data_source
        ),
        channels=tuple(_channel_row(rule, cases.get(rule.case_id, "")) for rule in channels),
        fees=tuple(_fee_row(fee, cases.get(fee.case_id, "")) for fee in fees),
        steps=tuple(step.public_name for step in main_path(shown_steps(version, today()))),
        results=tuple(one.name for one in results),
        result_rows=tuple(
            ResultRow(one.code, one.name, one.validity_months, one.electronic) for one in results
        ),
        online_level=sentences.ONLINE_LEVELS[OnlineLevel(version.online_level)],
        ministry=procedure.ministry,
        procedure_type=procedure.procedure_type,
        life_events=tuple(procedure.life_events),
        competent_agency=version.competent_agency,
        authorised_agency=version.authorised_agency,
        direct_handler=version.direct_handler,
        coordinating_agencies=tuple(version.coordinating_agencies),
        receiving_address=version.receiving_address,
        implementing_order=version.implementing_order,
        keywords=tuple(version.keywords),
        related=tuple(version.related),
        portal_url=version.portal_url,
        brief=version.brief,
        name_doubtful=procedure.name_doubtful,
        national=version.origin == Origin.NATIONAL,
        legal_basis=acts,
        versions=_versions(version),
        missing=sentences.missing(channels, fees, place=version.deciding_agency, acts=len(acts)),
    )


def _first_note(channels: list[ChannelRule]) -> str:
    return next((rule.note for rule in channels if rule.note), "")


def _fee(fees: list[Fee]) -> Fact:
    """The first line leads; the others stand under it by name."""
    others = [f"{fee.name}: {sentences.amount_of(fee)}" for fee in fees[1:]]
    notes = [fees[0].note] if fees and fees[0].note else []
    return Fact(sentences.fee_of_all(fees), ". ".join([*others, *notes]))


def _online(version: ProcedureVersion, channels: list[ChannelRule]) -> bool:
    return version.online_level != OnlineLevel.NONE and any(
        rule.channel == Channel.ONLINE for rule in channels
    )


def _quantity(paper: ComponentRequirement) -> str:
    return sentences.quantity(paper.originals, paper.copies)


def _channel_row(rule: ChannelRule, case: str) -> ChannelRow:
    statutory = rule.statutory_value
    return ChannelRow(
        rule.channel,
        sentences.CHANNELS[Channel(rule.channel)],
        case,
        sentences.time_of(rule),
        rule.note,
        statutory=sentences.length(statutory, rule.statutory_unit) if statutory else "",
        cut_percent=cut_percent(terms_of(rule)),
        cut_decision_no=rule.cut_decision_no,
        cut_decided_on=rule.cut_decided_on,
        cut_legal_basis=rule.cut_legal_basis,
    )


def _fee_row(fee: Fee, case: str) -> FeeRow:
    return FeeRow(
        fee.kind,
        fee.name,
        sentences.amount_of(fee),
        fee.note,
        fee.legal_basis,
        channel=sentences.CHANNELS[Channel(fee.channel)] if fee.channel else "",
        case=case,
        exemption=fee.exemption,
    )


def _versions(version: ProcedureVersion) -> tuple[VersionRow, ...]:
    published = ProcedureVersion.objects.filter(
        procedure_id=version.procedure_id, state=VersionState.PUBLISHED
    ).order_by("-number")
    return tuple(
        VersionRow(
            one.pk, one.number, one.decision_no, one.effective_from, one.effective_to, one.pk == version.pk
        )
        for one in published
    )
