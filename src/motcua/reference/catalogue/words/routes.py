"""What a route (quy trình nội bộ) says: its steps, the ways between them, who is consulted beside them."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class RouteState(StrEnum):
    """How far a route has come; that it is in force or has ended follows from its dates."""

    DRAFT = "draft"
    APPROVED = "approved"


class WayKind(StrEnum):
    """When a way out of a step is taken."""

    ALWAYS = "always"
    CASE = "case"
    CHOICE = "choice"


class StepMove(StrEnum):
    """The moves that a step may allow or not; the other moves follow from the law alone."""

    ASSIGN = "assign"
    RETURN = "return_step"
    RECALL = "recall"
    PROPOSE_SUPPLEMENT = "propose_supplement"
    DRAFT_RESULT = "draft_result"


class RouteWhy(StrEnum):
    """Why a route, or a change of it, was refused."""

    NO_STEPS = "route.no_steps"
    NOT_AT_COUNTER = "route.not_at_counter"
    NO_HOURS = "route.no_hours"
    ROLE_UNKNOWN = "route.role_unknown"
    KEY_TWICE = "route.key_twice"
    DANGLING = "route.dangling"
    GOES_BACK = "route.goes_back"
    UNREACHABLE = "route.unreachable"
    CASE_UNKNOWN = "route.case_unknown"
    CASE_FORGOTTEN = "route.case_forgotten"
    CHOICE_ALONE = "route.choice_alone"
    CHOICE_TWICE = "route.choice_twice"
    CHOICE_BESIDE_ALWAYS = "route.choice_beside_always"
    TOO_LONG = "route.too_long"
    STILL_LONGER = "route.still_longer"
    NO_CHOICE = "route.no_choice"
    CHOICE_UNKNOWN = "route.choice_unknown"
    STEP_GONE = "route.step_gone"
    MOVES_NO_FURTHER = "route.moves_no_further"
    NOT_A_DRAFT = "route.not_a_draft"
    CHANGED_MEANWHILE = "route.changed_meanwhile"
    WITH_ITS_VERSION = "route.with_its_version"
    VERSION_NOT_PUBLISHED = "route.version_not_published"
    NO_DECISION = "route.no_decision"
    SIGNED_IN_FUTURE = "route.signed_in_future"
    STARTS_BEFORE_TODAY = "route.starts_before_today"
    STARTS_BEFORE_ANOTHER = "route.starts_before_another"
    NOTHING_NEW = "route.nothing_new"


@dataclass(frozen=True)
class Way:
    """A way to a later step. `value` is the code of a case or of a choice; `label` is how a choice reads."""

    to: str
    kind: WayKind = WayKind.ALWAYS
    value: str = ""
    label: str = ""


@dataclass(frozen=True)
class Consult:
    """Somebody asked beside a step, at the same time, with hours of their own."""

    whom: str
    hours: Decimal
