"""Small tools of this door's templates."""

from django import template

from motcua.base.money import format_number
from motcua.doors.portal.readings.places import told
from motcua.reference.org.models import Unit

register = template.Library()


@register.filter
def counter(unit: Unit) -> str:
    """Say which counter, and where it is."""
    return told(unit)


@register.filter
def thousands(count: int) -> str:
    """Write a count with its thousands apart: `2.943`."""
    return format_number(count)
