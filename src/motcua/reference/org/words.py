"""Words of the organisation."""

from datetime import date
from enum import StrEnum

from motcua.base.clock.calendar import DayKind


class Tier(StrEnum):
    """Tiers of local government since 1 July 2025; the district lives in history alone."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


# The last day of the tier between (Luật Tổ chức chính quyền địa phương 72/2025/QH15).
LAST_OF_DISTRICTS = date(2025, 6, 30)


class AgencyKind(StrEnum):
    """What an agency is."""

    PEOPLES_COMMITTEE = "peoples_committee"
    DEPARTMENT = "department"
    CENTRE = "centre"


class UnitKind(StrEnum):
    """What a unit inside an agency does."""

    COUNTER = "counter"
    DIVISION = "division"
    LEADERSHIP = "leadership"
    CLERICAL = "clerical"
    OFFICE = "office"


class Role(StrEnum):
    """What a position may do; the actors of a dossier's life."""

    RECEPTION_OFFICER = "reception_officer"
    ONE_STOP_HEAD = "one_stop_head"
    CASE_OFFICER = "case_officer"
    UNIT_HEAD = "unit_head"
    AGENCY_LEADER = "agency_leader"
    RECORDS_CLERK = "records_clerk"
    PROCEDURE_CONTROLLER = "procedure_controller"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    REFORM_OFFICER = "reform_officer"
    SCORER = "scorer"
    APPRAISER = "appraiser"
    COUNCIL_MEMBER = "council_member"


class CalendarState(StrEnum):
    """Where a decision about the calendar stands; once in force it never changes."""

    DRAFT = "draft"
    IN_FORCE = "in_force"


class Grade(StrEnum):
    """How a part of the house stands: well, to be looked at, or broken."""

    WELL = "well"
    WATCH = "watch"
    BROKEN = "broken"


WITHDRAWN = "withdrawn"  # what was decided about the day before no longer holds
DAY_KINDS = frozenset({*(kind.value for kind in DayKind), WITHDRAWN})


class Why(StrEnum):
    """Why a change of the organisation was refused."""

    AGENCY_ENDED = "org.agency_ended"
    AGENCY_OWN_SUCCESSOR = "org.agency_own_successor"
    NO_DISTRICTS = "org.no_districts"
    CODE_TAKEN = "org.code_taken"
    COUNTER_NEEDS_CODE = "org.counter_needs_code"
    STAFF_LEFT = "org.staff_left"
    LOGIN_TAKEN = "org.login_taken"
    ALREADY_THERE = "org.already_there"
    OWN_PLACE = "org.own_place"
    NO_ROLES = "org.no_roles"
    SPAN_BACKWARDS = "org.span_backwards"
    DECISION_IN_FORCE = "org.decision_in_force"
    DECISION_EMPTY = "org.decision_empty"
    NO_DOCUMENT = "org.no_document"
    DAY_OUT_OF_CALENDAR = "org.day_out_of_calendar"
    TOO_MANY_DAYS = "org.too_many_days"
    HALF_DAY_NEEDS_SHIFTS = "org.half_day_needs_shifts"
    WEEK_WITHOUT_WORK = "org.week_without_work"
    REGULATION_NOT_LATER = "org.regulation_not_later"
    REGULATION_UNIT = "org.regulation_unit"
    REGULATION_NO_HOUR = "org.regulation_no_hour"
    REGULATION_SAME = "org.regulation_same"
    OWN_DELEGATION = "org.own_delegation"
    NOT_THEIR_POSITION = "org.not_their_position"
    DELEGATED_ALREADY = "org.delegated_already"
    DELEGATION_ENDED = "org.delegation_ended"
