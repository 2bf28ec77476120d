"""The results of the year before, as they were published; all figures are invented."""

from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from demo.scoring.sets import file_of
from motcua.base.access import Actor
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.reference.org import queries as org
from motcua.reform.scoring import commands
from motcua.reform.scoring.rules.computing import rounded
from motcua.reform.scoring.words import SetLevel

NUMBER, SOURCE = "18/QĐ-UBND (bản chạy thử)", "Số liệu của bản chạy thử, không phải kết quả đã công bố"

PAST = {
    SetLevel.COMMUNE: {
        "H60.24": ("88.15", "100"),
        "H60.31": ("76.40", "100"),
        "H60.25": ("84.25", "100"),
        "H60.32": ("80.88", "96"),
        "H60.33": ("84.25", "100"),
    },
    SetLevel.DEPARTMENT: {
        "H60.05": ("91.62", "100"),
        "H60.06": ("79.30", "100"),
        "H60.07": ("82.45", "100"),
        "H60.04": ("90.10", "100"),
        "H60.08": ("88.20", "95"),
        "H60.09": ("79.30", "100"),
    },
}

T = TypeVar("T")


def carry_over(level: SetLevel, year: int, *, by: Actor, at: datetime) -> None:
    """Carry over the results of the year before."""
    set_ = done(
        commands.import_set(
            file_name=f"bo-tieu-chi-{level.value}-{year}.json", content=file_of(level, year), by=by, at=at
        )
    )
    results = []
    for code, (earned, most) in PAST[level].items():
        agency = org.agency_coded(code, date(year, 12, 31))
        assert agency is not None, f"{code} stands since the province was founded"
        share = Decimal(earned) / Decimal(most) * 100
        told = (rounded(share), Decimal(earned), Decimal(most))
        results.append(commands.PastResult(agency.pk, *told))
    done(
        commands.enter_past_results(
            criteria_id=set_.pk,
            year=year,
            number=NUMBER,
            decided_on=date(year + 1, 1, 20),
            source=SOURCE,
            results=results,
            by=by,
            at=at,
        )
    )


def done(outcome: T | Refusal) -> T:
    """Give what a command made; a refusal here is a fault of the demo itself."""
    if isinstance(outcome, Refusal):
        raise ValueError(refusal_sentence(outcome))
    return outcome
