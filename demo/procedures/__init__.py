"""Eight real procedures of different fields, each with its e-form and the agencies that decide on it.

Facts (names, codes, limits, fees, numbers of acts) come from the published national record; the wording of
titles, summaries, papers and questions is ours. The internal routes are invented, within the limits.
"""

from demo.procedures.birth import BIRTH
from demo.procedures.business import HOUSEHOLD_BUSINESS
from demo.procedures.copies import CERTIFIED_COPY
from demo.procedures.land import FIRST_LAND_TITLE
from demo.procedures.lawyers import LAWYER
from demo.procedures.marital import MARITAL_STATUS
from demo.procedures.shared import Plan
from demo.procedures.transport import TRANSPORT_BADGE
from demo.procedures.veterinary import VETERINARY_SHOP

__all__ = ["PLANS", "Plan"]

PLANS = (
    BIRTH,
    MARITAL_STATUS,
    CERTIFIED_COPY,
    HOUSEHOLD_BUSINESS,
    FIRST_LAND_TITLE,
    LAWYER,
    TRANSPORT_BADGE,
    VETERINARY_SHOP,
)
