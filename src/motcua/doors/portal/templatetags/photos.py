"""The photos of a paper, for the page where papers are sent."""

from uuid import UUID

from django import template

from motcua.doors.portal.photos import Gathered, gathered
from motcua.doors.portal.readings.journey import Wanted

register = template.Library()


@register.simple_tag
def photos_of(dossier_id: UUID, wanted: Wanted) -> Gathered:
    """Give the photos of a paper of a draft, and its other files."""
    return gathered(dossier_id, wanted.requirement.pk, wanted.papers)
