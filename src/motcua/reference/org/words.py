"""Words of the organisation."""

from enum import StrEnum


class Tier(StrEnum):
    """Tiers of local government since 1 July 2025; the district lives in history alone."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


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


class Why(StrEnum):
    """Why a change of the organisation was refused."""

    AGENCY_ENDED = "org.agency_ended"
    STAFF_LEFT = "org.staff_left"
