"""What a decision about one dossier rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from motcua.casework.dossiers.words import (
    ExtensionState,
    Finance,
    ResultState,
    RoundState,
    Stage,
    State,
    Transfer,
    Verdict,
)
from motcua.reference.people.words import Power


@dataclass(frozen=True)
class Facts:
    """All that a decision about one dossier needs, read under its lock."""

    state: State | None
    owner: UUID | None = None
    submitter: UUID | None = None
    represented_by: Mapping[UUID, frozenset[Power]] = field(default_factory=dict)
    receiving_unit: UUID | None = None
    receiving_agency: UUID | None = None
    competent_agency: UUID | None = None
    superiors: frozenset[UUID] = frozenset()
    handling_unit: UUID | None = None
    handling_role: str = ""
    holder: UUID | None = None
    took_part: frozenset[UUID] = frozenset()
    sender: UUID | None = None
    next_acted: bool = False
    verdicts: tuple[Verdict, ...] = ()
    missing_papers: tuple[str, ...] = ()
    finance: Finance = Finance.NONE
    electronic_result: bool = False
    round_state: RoundState | None = None
    round_stage: Stage | None = None
    rounds_at_intake: int = 0
    items_open: int = 0
    result: ResultState | None = None
    correction: ResultState | None = None
    result_drafter: UUID | None = None
    correction_drafter: UUID | None = None
    consulted: frozenset[UUID] = frozenset()
    consulted_open: frozenset[UUID] = frozenset()
    shares_open: int = 0
    paused: bool = False
    transfer: Transfer = Transfer.NONE
    home_counter: UUID | None = None
    result_ready: bool = False
    officers_unit: UUID | None = None
    supplement_until: date | None = None
    today: date | None = None
    accepted: bool = False
    closing_until: date | None = None
    due_on: date | None = None
    extension: ExtensionState | None = None
    extensions_made: int = 0
    extensions_most: int | None = None
    extend_until: date | None = None
    officer_step_reached: bool = False
    has_next_step: bool = True
    has_step_before: bool = True
    step_moves: frozenset[str] = frozenset()
