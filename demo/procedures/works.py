"""Procedures told in a few lines each: what a field of work has in common is said once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from demo.forms import FORMS
from demo.procedures.shared import (
    BY_COUNCIL,
    CITIZEN,
    EFFECTIVE,
    Json,
    Plan,
    acts,
    applicant_page,
    commune_route,
    department_route,
    form,
    identity_known,
    page,
)
from motcua.reference.catalogue.rules import guaranteed_hours
from motcua.reference.catalogue.words import (
    Channel,
    Charge,
    Draft,
    DurationUnit,
    FeeKind,
    Origin,
    Outcome,
    Paper,
    Step,
    Terms,
)

EVERY_WAY = (Channel.ONLINE, Channel.DIRECT, Channel.POST)
NOT_BY_POST = (Channel.ONLINE, Channel.DIRECT)
AT_COUNTER_ONLY = (Channel.DIRECT,)
INVENTED_DECISION = "Số quyết định giả định của bản chạy thử."
MOST_ROUTE_HOURS = 200


@dataclass(frozen=True)
class Cut:
    """A limit that the province shortened: to how much, by which (invented) decision, when."""

    value: int
    decision_no: str
    decided_on: date


@dataclass(frozen=True)
class Limit:
    """How long a procedure takes, and what is to be known about it; `cut` is the province's own, shorter."""

    value: int
    unit: DurationUnit = DurationUnit.WORKING_DAY
    note: str = ""
    ways: tuple[Channel, ...] = EVERY_WAY
    cut: Cut | None = None

    @property
    def local(self) -> int:
        """Give the limit that holds in the province."""
        return self.cut.value if self.cut else self.value

    @property
    def hours(self) -> Decimal:
        """Give the working hours that a route may take within the limit."""
        return Decimal(min(guaranteed_hours(self.local, self.unit), MOST_ROUTE_HOURS))

    def terms(self) -> tuple[Terms, ...]:
        """Give the limit for each way of filing."""
        cut: dict[str, Any] = {}
        if self.cut:
            cut = {
                "statutory_value": self.value,
                "statutory_unit": self.unit,
                "cut_decision_no": self.cut.decision_no,
                "cut_decided_on": self.cut.decided_on,
                "cut_legal_basis": INVENTED_DECISION,
            }
        return tuple(Terms(way, self.local, self.unit, note=self.note, **cut) for way in self.ways)


@dataclass(frozen=True)
class Work:
    """A field of work: who decides, on which acts, by which decision of the ministry."""

    field: str
    ministry: str
    agencies: tuple[str, ...]
    deciding: str
    decision: str = ""
    acts: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    officer: str = ""
    department: str = ""

    def plan(
        self,
        code: str,
        name: str,
        *,
        title: str = "",
        summary: str,
        limit: Limit,
        result: tuple[str, str],
        papers: tuple[Paper, ...] = (),
        fees: tuple[Charge, ...] = (),
        asks: tuple[Json, ...] = (),
        words: tuple[str, ...] = (),
        popularity: int = 30,
        **more: Any,
    ) -> Plan:
        """Give a procedure of this field; `more` are further facts of the draft, by name."""
        agencies = more.pop("agencies", self.agencies)
        said: dict[str, Any] = {
            "field": self.field,
            "ministry": self.ministry,
            "decision_no": self.decision,
            "effective_from": EFFECTIVE,
            "levels": ("province",) if self.department else ("commune",),
            "subjects": (CITIZEN,),
            "deciding_agency": self.deciding,
            "legal_basis": acts(*more.pop("acts", self.acts)),
            "life_events": self.events,
            "route": self._route(limit) if agencies else (),
            "origin": Origin.PROVINCIAL if agencies else Origin.NATIONAL,
            **more,
        }
        draft = Draft(
            code=code,
            name=name,
            title=title or name,
            summary=summary,
            channels=limit.terms(),
            papers=(*papers, identity_known()),
            fees=fees,
            results=(Outcome(*result),),
            other_words=words,
            popularity=popularity,
            **said,
        )
        return Plan(draft, FORMS.get(code) or plain_form(code, title or name, *asks), agencies)

    def _route(self, limit: Limit) -> tuple[Step, ...]:
        total = limit.hours
        work = total * 6 / 10
        if self.department:
            return department_route(str(total), work=str(work), department=self.department)
        return commune_route(
            str(total), work=str(work), case_officer=self.officer, leader="Lãnh đạo UBND xã, phường"
        )


def plain_form(code: str, title: str, *asks: Json) -> Mapping[str, object]:
    """Give the short e-form of a procedure: what is asked for, and who asks."""
    pages = (page("noi-dung", "Nội dung đề nghị", *asks),) if asks else ()
    return form(f"to-khai-{code.replace('.', '-')}", f"Tờ khai: {title}", *pages, applicant_page())


def original(code: str, name: str, hint: str = "", *, when: str = "", case: str = "") -> Paper:
    """Give a paper whose original is handed in; `when` says under which condition."""
    return Paper(code, name, hint, originals=1, required=not when, condition=when, case=case)


def copy(code: str, name: str, hint: str = "", *, when: str = "", case: str = "") -> Paper:
    """Give a paper of which a copy is enough."""
    return Paper(code, name, hint, copies=1, required=not when, condition=when, case=case)


def known(code: str, name: str, source: str, hint: str = "") -> Paper:
    """Give a paper that nobody brings: its data stands in a database of the State."""
    return Paper(code, name, hint, required=False, data_source=source)


def by_council(name: str, basis: str = "85/2019/TT-BTC") -> Charge:
    """Give a fee that the province's council sets, so that the national record cannot say how much."""
    return Charge(FeeKind.CHARGE, name, None, note=BY_COUNCIL, legal_basis=basis)


def charge(name: str, amount: int, basis: str = "", *, per: str = "") -> Charge:
    """Give a lệ phí."""
    return Charge(FeeKind.CHARGE, name, amount, legal_basis=basis, per=per)


def service_fee(name: str, amount: int, basis: str = "", *, per: str = "") -> Charge:
    """Give a phí."""
    return Charge(FeeKind.SERVICE_FEE, name, amount, legal_basis=basis, per=per)


def free(name: str = "Không thu phí, lệ phí") -> Charge:
    """Say that it costs nothing."""
    return Charge(FeeKind.CHARGE, name, 0, free=True)
