"""Who may come to the pages about dossiers at all; what they see there is decided by relation."""

from motcua.base.access.audience import staff_with
from motcua.reference.org.words import Role

HANDLERS = (
    Role.RECEPTION_OFFICER,
    Role.ONE_STOP_HEAD,
    Role.CASE_OFFICER,
    Role.UNIT_HEAD,
    Role.AGENCY_LEADER,
    Role.RECORDS_CLERK,
)
AT_WORK = staff_with(*HANDLERS)
ASKED_OR_ASKING = staff_with(Role.CASE_OFFICER, Role.UNIT_HEAD, Role.AGENCY_LEADER)
AT_COUNTER = staff_with(Role.RECEPTION_OFFICER)
AT_COUNTER_OR_HEAD = staff_with(Role.RECEPTION_OFFICER, Role.ONE_STOP_HEAD)
COUNTER_HEADS = staff_with(Role.ONE_STOP_HEAD)
HEADS = staff_with(Role.UNIT_HEAD, Role.ONE_STOP_HEAD, Role.AGENCY_LEADER)
AT_OUTAGE = staff_with(Role.RECEPTION_OFFICER, Role.ONE_STOP_HEAD, Role.ADMINISTRATOR)
INSPECTORS = staff_with(Role.AUDITOR)
