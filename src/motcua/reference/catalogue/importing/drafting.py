"""From a record to the draft of a version. What is doubtful is left unsaid there and told as a flaw."""

import re
from collections.abc import Iterable

from motcua.reference.catalogue.importing.channels import draft_channels
from motcua.reference.catalogue.importing.fees import draft_fees
from motcua.reference.catalogue.importing.flaws import Flaws
from motcua.reference.catalogue.importing.names import title_of
from motcua.reference.catalogue.importing.papers import draft_papers
from motcua.reference.catalogue.importing.record import Record, ResultRow
from motcua.reference.catalogue.importing.words import Flaw
from motcua.reference.catalogue.words import (
    Act,
    Channel,
    Draft,
    Level,
    OnlineLevel,
    Origin,
    Outcome,
    Terms,
)

LEVELS = {"bo": Level.MINISTRY, "tinh": Level.PROVINCE, "xa": Level.COMMUNE, "khac": Level.OTHER}
LONG_NAME = 500
ONLINE_UNSAID = "Nguồn quốc gia có cách nộp trực tuyến nhưng không nêu toàn trình hay một phần."
# Flags of the source that say what the parts of the record say themselves, or what a flaw of ours says.
FLAGS = {
    "brief_record": Flaw.BRIEF,
    "detail_page_mismatch_dropped": Flaw.WRONG_PAGE,
    "name_truncated": Flaw.NAME_TRUNCATED,
    "duration_unit_missing": Flaw.UNIT_MISSING,
    "duration_fee_split_guessed": Flaw.DURATION_UNSURE,
    "duration_fee_ambiguous": Flaw.DURATION_UNSURE,
    "methods_unparsed": Flaw.CHANNEL_UNKNOWN,
    "fee_amount_suspect": Flaw.FEE_SUSPECT,
    "fee_zero_with_note": Flaw.FEE_DEPENDS,
    "component_qty_guessed": Flaw.QUANTITY_GUESSED,
    "component_without_qty": Flaw.QUANTITY_MISSING,
    "components_unparsed": Flaw.COMPONENTS_UNPARSED,
    "no_components": Flaw.NO_COMPONENTS,
    "no_results": Flaw.NO_RESULTS,
    "no_legal_basis": Flaw.NO_LEGAL_BASIS,
    "no_agency": Flaw.NO_AGENCY,
    "agency_from_list": Flaw.AGENCY_FROM_LIST,
}
_CODE = re.compile(r"[1-9]\.\d{6}")


def draft_of(record: Record, *, code: str, flaws: Flaws) -> Draft:
    """Give the draft of the national version under its own code, and tell the flaws met on the way."""
    texts, lists = record.texts, record.lists
    _judge_facts(record, flaws)
    channels = draft_channels(record.methods, flaws)
    cases, papers = draft_papers(record.components, flaws)
    online, reason = _online(channels)
    return Draft(
        code=code,
        field=texts["field"],
        levels=_levels(lists["levels"], flaws),
        name=record.name,
        title=title_of(record.name),
        decision_no=texts["decision_no"],
        effective_from=None,
        subjects=lists["subjects"],
        deciding_agency=texts["agency"] or texts["competent_authority"],
        competent_agency=texts["competent_authority"],
        authorised_agency=texts["delegated_agency"],
        coordinating_agencies=_one_or_none(texts["coordinating_agency"]),
        receiving_address=texts["receiving_address"],
        ministry=texts["ministry"] or texts["publisher"],
        procedure_type=texts["procedure_type"],
        channels=channels,
        cases=cases,
        papers=papers,
        fees=draft_fees(record.methods, flaws),
        results=_results(record.results, flaws),
        legal_basis=tuple(Act(number, "") for number in dict.fromkeys(lists["legal_basis"])),
        route=(),
        requirements=texts["conditions"],
        implementing_order=texts["implementing_order"],
        keywords=_one_or_none(texts["keywords"]),
        related=tuple(dict.fromkeys(_CODE.findall(texts["related"]))),
        portal_url=texts["portal_url"],
        brief=texts["detail"] == "brief",
        online_level=online,
        partial_reason=reason,
        origin=Origin.NATIONAL,
    )


def _judge_facts(record: Record, flaws: Flaws) -> None:
    texts, lists = record.texts, record.lists
    missing = {
        Flaw.FIELD_MISSING: not texts["field"],
        Flaw.NO_AGENCY: not (texts["agency"] or texts["competent_authority"]),
        Flaw.NO_SUBJECTS: not lists["subjects"],
        Flaw.BRIEF: texts["detail"] == "brief",
        Flaw.NO_RESULTS: not record.results,
        Flaw.NO_LEGAL_BASIS: not lists["legal_basis"],
    }
    for kind in (kind for kind, lacks in missing.items() if lacks):
        flaws.add(kind)
    if len(record.name) > LONG_NAME:
        flaws.add(Flaw.NAME_LONG, length=str(len(record.name)))
    for part in record.unknown:
        flaws.add(Flaw.UNKNOWN_PART, part)
    for flag in lists["quality_flags"]:
        if flag in FLAGS:
            flaws.add(FLAGS[flag])
        else:
            flaws.add(Flaw.FLAGGED, flag)


def _levels(words: Iterable[str], flaws: Flaws) -> tuple[str, ...]:
    said = tuple(words)
    for word in said:
        if word not in LEVELS:
            flaws.add(Flaw.LEVEL_UNKNOWN, f"“{word}”")
    if not said:
        flaws.add(Flaw.LEVEL_UNKNOWN)
    known = {LEVELS[word] for word in said if word in LEVELS}
    return tuple(level.value for level in Level if level in known)


def _online(channels: Iterable[Terms]) -> tuple[OnlineLevel, str]:
    if any(terms.channel is Channel.ONLINE for terms in channels):
        return OnlineLevel.PARTIAL, ONLINE_UNSAID
    return OnlineLevel.NONE, ""


def _results(rows: Iterable[ResultRow], flaws: Flaws) -> tuple[Outcome, ...]:
    found: dict[str, Outcome] = {}
    for number, row in enumerate(rows, start=1):
        code = row.code or f"KQ{number:02}"
        if not row.code:
            flaws.add(Flaw.RESULT_CODE_MISSING, str(number))
        if code in found:
            flaws.add(Flaw.RESULT_CODE_REPEATED, code)
            code = f"{code}-{number}"
        found[code] = Outcome(code, row.name)
    return tuple(found.values())


def _one_or_none(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
