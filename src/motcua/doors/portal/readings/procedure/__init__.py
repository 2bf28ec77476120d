"""The page of a procedure as people read it: what repeats is said once, what is missing is said to be."""

from motcua.doors.portal.readings.procedure.shapes import Stack, Told
from motcua.doors.portal.readings.procedure.telling import told

__all__ = ["Stack", "Told", "told"]
