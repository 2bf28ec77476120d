"""Who may see figures of more than their own desk; how far is decided by `queries.scope`."""

from motcua.base.access.audience import staff_with
from motcua.reference.org.words import Role

FIGURES = staff_with(Role.AGENCY_LEADER, Role.REFORM_OFFICER, Role.PROCEDURE_CONTROLLER, Role.AUDITOR)
CLOSERS = staff_with(Role.REFORM_OFFICER, Role.PROCEDURE_CONTROLLER)
