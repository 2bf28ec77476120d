"""What holds on a day."""

from datetime import date

from django.db.models import Q


def valid(on: date, prefix: str = "") -> Q:
    """Ask for rows whose span of days has the day in it, both ends included."""
    return Q(**{f"{prefix}valid_from__lte": on}) & (
        Q(**{f"{prefix}valid_to": None}) | Q(**{f"{prefix}valid_to__gte": on})
    )
