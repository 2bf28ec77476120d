"""Input of the command line that cannot be used."""

from django.core.management.base import CommandError


class BadInput(CommandError):
    """Input that cannot be used; its text is one sentence for whoever typed it."""
