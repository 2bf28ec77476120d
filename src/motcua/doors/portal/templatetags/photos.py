"""The photos of a paper, for the pages where papers are sent."""

from django import template

from motcua.casework.dossiers.models import Dossier
from motcua.doors.portal.photos import Gathered, gathered
from motcua.doors.portal.readings.journey import Wanted
from motcua.doors.portal.shelves import DraftShelf

register = template.Library()


@register.simple_tag
def photos_of(dossier: Dossier, wanted: Wanted) -> Gathered:
    """Give the photos of a paper of a draft, and its other files."""
    return gathered(DraftShelf(dossier, wanted.requirement, wanted.papers))
