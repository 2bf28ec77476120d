"""Sixty real procedures of all fields, each with its e-form and the agencies that decide on it.

Facts (names, codes, limits, fees, numbers of acts) come from the published national record; the wording of
titles, summaries, papers and questions is ours. The internal routes are invented, within the limits, and so
are the decisions by which the province shortened a limit. Without agencies of the province a procedure is
done in a ministry's system; its page says where.
"""

from demo.procedures import callings, family, police, soil, support, trade
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
    *family.PLANS,
    *police.PLANS,
    *trade.PLANS,
    *soil.PLANS,
    *support.PLANS,
    *callings.PLANS,
)
