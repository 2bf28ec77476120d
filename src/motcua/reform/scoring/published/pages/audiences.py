"""Who reads what others published, and who takes it in."""

from motcua.base.access.audience import staff_with
from motcua.reference.org.words import Role

READERS = staff_with(
    Role.AGENCY_LEADER,
    Role.REFORM_OFFICER,
    Role.SCORER,
    Role.APPRAISER,
    Role.COUNCIL_MEMBER,
    Role.AUDITOR,
)
IMPORTERS = staff_with(Role.REFORM_OFFICER)
