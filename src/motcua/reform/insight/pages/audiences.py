"""Who may see figures of more than their own desk; how far is decided by `queries.scope`."""

from motcua.base.access.audience import Audience, staff_with
from motcua.reference.org.words import Role

FIGURES = staff_with(Role.AGENCY_LEADER, Role.REFORM_OFFICER, Role.PROCEDURE_CONTROLLER, Role.AUDITOR)
CLOSERS = staff_with(Role.REFORM_OFFICER, Role.PROCEDURE_CONTROLLER)
CHECKERS = staff_with(Role.REFORM_OFFICER, Role.PROCEDURE_CONTROLLER, Role.AUDITOR)
# For leaders it is the first page; whoever watches has work of their own before it.
STEERING = staff_with(Role.AGENCY_LEADER, Role.REFORM_OFFICER)
WATCHING = Audience(
    "staff: watching, not steering",
    lambda actor: FIGURES.admits(actor) and not STEERING.admits(actor),
    sign_in=FIGURES.sign_in,
)
