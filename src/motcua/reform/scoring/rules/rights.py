"""Who may do what in a year of scoring: by role and by relation, never by rank alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from motcua.base.rooms.refusal import Refusal
from motcua.reference.org.words import Role
from motcua.reform.scoring.words import RoundWhy, ScoringAct


@dataclass(frozen=True)
class Relation:
    """How somebody stands to one sheet, or to a round for acts that concern all of it.

    `own`: they work in its agency now. `belongs`: they have any place there, also while standing in for
    somebody elsewhere. `allocated`: they appraise its domain. `superior`: they work in the province that runs
    the round, `head` in the committee that decides. `scored` and `appraised`: they wrote into this sheet from
    that side.
    """

    own: bool = False
    belongs: bool = False
    allocated: bool = False
    superior: bool = False
    head: bool = False
    scored: bool = False
    appraised: bool = False


class Stands(Protocol):
    """A relation whose parts may be looked up only when they are asked for."""

    @property
    def own(self) -> bool:
        """As in `Relation`."""

    @property
    def belongs(self) -> bool:
        """As in `Relation`."""

    @property
    def allocated(self) -> bool:
        """As in `Relation`."""

    @property
    def superior(self) -> bool:
        """As in `Relation`."""

    @property
    def head(self) -> bool:
        """As in `Relation`."""

    @property
    def scored(self) -> bool:
        """As in `Relation`."""

    @property
    def appraised(self) -> bool:
        """As in `Relation`."""


@dataclass(frozen=True)
class Right:
    """One way to have a right: one of these roles, and every relation named."""

    roles: frozenset[Role]
    relations: tuple[str, ...] = ()


def _right(*roles: Role, to: tuple[str, ...] = ()) -> Right:
    return Right(frozenset(roles), to)


RIGHTS: Mapping[ScoringAct, tuple[Right, ...]] = MappingProxyType(
    {
        ScoringAct.RUN: (_right(Role.REFORM_OFFICER, to=("superior",)),),
        ScoringAct.SCORE: (_right(Role.SCORER, to=("own",)),),
        ScoringAct.LOCK: (_right(Role.AGENCY_LEADER, to=("own",)),),
        ScoringAct.APPRAISE: (_right(Role.APPRAISER, to=("allocated",)),),
        ScoringAct.EXPLAIN: (_right(Role.SCORER, to=("own",)),),
        ScoringAct.LOCK_EXPLANATION: (_right(Role.AGENCY_LEADER, to=("own",)),),
        ScoringAct.SURVEY: (_right(Role.REFORM_OFFICER, to=("superior",)),),
        ScoringAct.COUNCIL: (_right(Role.COUNCIL_MEMBER, to=("superior",)),),
        ScoringAct.DECIDE: (_right(Role.AGENCY_LEADER, to=("head",)),),
        ScoringAct.READ: (
            _right(Role.SCORER, Role.AGENCY_LEADER, Role.UNIT_HEAD, to=("own",)),
            _right(Role.APPRAISER, Role.COUNCIL_MEMBER, Role.REFORM_OFFICER, to=("superior",)),
            _right(Role.AGENCY_LEADER, to=("head",)),
        ),
        ScoringAct.READ_EVIDENCE: (
            _right(Role.SCORER, Role.AGENCY_LEADER, Role.UNIT_HEAD, to=("own",)),
            _right(Role.APPRAISER, to=("allocated",)),
            _right(Role.COUNCIL_MEMBER, Role.REFORM_OFFICER, to=("superior",)),
            _right(Role.AGENCY_LEADER, to=("head",)),
        ),
    }
)
# The province's own sheet is filled in by the office that runs reform, for the committee above it.
FOR_THE_PROVINCE = frozenset({ScoringAct.SCORE, ScoringAct.EXPLAIN})
JUDGING = frozenset({ScoringAct.APPRAISE, ScoringAct.COUNCIL})
SCORING = frozenset({ScoringAct.SCORE, ScoringAct.LOCK, ScoringAct.EXPLAIN, ScoringAct.LOCK_EXPLANATION})


def may(act: ScoringAct, roles: frozenset[str], to: Stands, *, of_province: bool = False) -> Refusal | None:
    """Tell why somebody may not do an act; None where they may.

    Nobody judges the agency in which they have a place (OWN_AGENCY); nobody both scores and judges one sheet
    (SCORED_IT, APPRAISED_IT); without the role or the relation it is NOT_YOURS. `of_province` says that the
    sheet is the province's own.
    """
    if not _has(act, roles, to, of_province=of_province):
        return Refusal(RoundWhy.NOT_YOURS)
    if act in JUDGING and (to.own or to.belongs):
        return Refusal(RoundWhy.OWN_AGENCY)
    if act in JUDGING and to.scored:
        return Refusal(RoundWhy.SCORED_IT)
    if act in SCORING and to.appraised:
        return Refusal(RoundWhy.APPRAISED_IT)
    return None


def _has(act: ScoringAct, roles: frozenset[str], to: Stands, *, of_province: bool) -> bool:
    if of_province and act in FOR_THE_PROVINCE and Role.REFORM_OFFICER in roles and to.superior:
        return True
    return any(
        not right.roles.isdisjoint(roles) and all(getattr(to, name) for name in right.relations)
        for right in RIGHTS[act]
    )
