"""The terms of a procedure: ways and times, fees, who does what, where, by which acts."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from motcua.base.text import fold
from motcua.doors.portal.readings.offers import cut_of, statutory_of
from motcua.doors.portal.readings.places import told as counter_told
from motcua.doors.portal.readings.procedure.papers import LOOSE_END
from motcua.doors.portal.readings.procedure.shapes import Act, FeeLine, Place, Step, Way, Ways
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue import sentences
from motcua.reference.catalogue.models import Procedure, ProcedureCase, ProcedureVersion
from motcua.reference.catalogue.queries import Parts
from motcua.reference.catalogue.words import Channel
from motcua.reference.org import queries as org

# A law is called by its name and then its number; every other act by its kind and number alone.
NAMED_ACTS = ("luật", "bộ luật", "pháp lệnh")


def ways(parts: Parts, cases: dict[UUID, ProcedureCase]) -> Ways:
    """Give the ways of filing; a note that all share is said once."""
    notes = {rule.note for rule in parts.channels}
    shared = notes.pop() if len(notes) == 1 else ""
    rows = tuple(
        Way(
            sentences.CHANNELS[Channel(rule.channel)],
            cases[rule.case_id].name if rule.case_id else "",
            sentences.time_of(rule),
            statutory_of(rule),
            cut_of(rule),
            "" if rule.note == shared else rule.note,
        )
        for rule in parts.channels
    )
    return Ways(rows, shared)


def fees(parts: Parts, cases: dict[UUID, ProcedureCase]) -> tuple[FeeLine, ...]:
    """Give the lines of fees; a line that several ways share is said once with all of them."""
    lines: dict[tuple[str, str, str, str], list[str]] = {}
    for fee in parts.fees:
        note = ". ".join(filter(None, (fee.note.rstrip(LOOSE_END), fee.exemption.rstrip(LOOSE_END))))
        case = cases[fee.case_id].name if fee.case_id else ""
        ways = lines.setdefault((fee.name, case, sentences.amount_of(fee), note), [])
        if fee.channel:
            ways.append(sentences.CHANNELS[Channel(fee.channel)])
    every = {sentences.CHANNELS[Channel(rule.channel)] for rule in parts.channels}
    return tuple(
        FeeLine(name, ". ".join(filter(None, (case, _some(ways, every)))), amount, note)
        for (name, case, amount, note), ways in lines.items()
    )


def _some(ways: Iterable[str], every: set[str]) -> str:
    named = list(dict.fromkeys(ways))
    return "" if set(named) >= every else ", ".join(named)


def who(version: ProcedureVersion) -> tuple[tuple[str, str], ...]:
    """Give who does what, those that are the deciding agency again left out."""
    said = (
        ("Cơ quan có thẩm quyền", version.competent_agency),
        ("Được ủy quyền, phân cấp", version.authorised_agency),
        ("Trực tiếp giải quyết", version.direct_handler),
        ("Phối hợp", ", ".join(version.coordinating_agencies)),
        ("Địa chỉ tiếp nhận", version.receiving_address),
    )
    return tuple(
        (term, value) for term, value in said if value and fold(value) != fold(version.deciding_agency)
    )


def places(procedure: Procedure, on: date) -> list[Place]:
    """Give the agencies that decide, each with its counter."""
    found = []
    for agency in catalogue.offering_agencies(procedure, on):
        counter = org.counter_of(agency.pk, on)
        found.append(Place(agency.name, counter_told(counter) if counter else agency.address))
    return found


def act(name: str, number: str) -> Act:
    """Tell an act by its name and its number."""
    return Act(f"{name} số" if name.lower().startswith(NAMED_ACTS) else name, number)


def step(words: str) -> Step:
    """Part a step from what follows its first sentence."""
    lead, dot, rest = words.rstrip(".").partition(". ")
    return Step(f"{lead}.", f"{rest}." if dot else "")
