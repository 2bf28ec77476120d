"""Who may come to the pages of scoring at all; what they see there is decided by relation."""

from motcua.base.access.audience import staff_with
from motcua.reference.org.words import Role

READERS = staff_with(
    Role.SCORER,
    Role.AGENCY_LEADER,
    Role.UNIT_HEAD,
    Role.APPRAISER,
    Role.COUNCIL_MEMBER,
    Role.REFORM_OFFICER,
)
INDICES = staff_with(
    Role.AGENCY_LEADER,
    Role.REFORM_OFFICER,
    Role.SCORER,
    Role.APPRAISER,
    Role.COUNCIL_MEMBER,
    Role.PROCEDURE_CONTROLLER,
    Role.AUDITOR,
    Role.ONE_STOP_HEAD,
)
DECLARERS = staff_with(Role.SCORER, Role.REFORM_OFFICER)
LOCKERS = staff_with(Role.AGENCY_LEADER, Role.SCORER)
LEADERS = staff_with(Role.AGENCY_LEADER)
APPRAISERS = staff_with(Role.APPRAISER)
COUNCIL = staff_with(Role.COUNCIL_MEMBER)
OFFICERS = staff_with(Role.REFORM_OFFICER)
JUDGES = staff_with(Role.APPRAISER, Role.COUNCIL_MEMBER)
RUNNERS = staff_with(Role.REFORM_OFFICER, Role.APPRAISER, Role.COUNCIL_MEMBER, Role.AGENCY_LEADER)
