"""Who sees ratings, and who declares for one."""

from motcua.base.access.audience import staff_with
from motcua.reference.org.words import Role

SEEING = staff_with(
    Role.AGENCY_LEADER,
    Role.REFORM_OFFICER,
    Role.PROCEDURE_CONTROLLER,
    Role.AUDITOR,
    Role.ONE_STOP_HEAD,
)
DECLARING = staff_with(Role.ONE_STOP_HEAD)
