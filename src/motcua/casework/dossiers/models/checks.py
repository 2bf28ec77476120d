"""Constraints that many tables have."""

from collections.abc import Iterable
from enum import Enum

from django.db.models import Q


def pair(at: str, by: str) -> Q:
    """Say that a moment and its person are given together or not at all."""
    return Q(**{f"{at}__isnull": True, f"{by}__isnull": True}) | Q(
        **{f"{at}__isnull": False, f"{by}__isnull": False}
    )


def among(field: str, words: Iterable[Enum]) -> Q:
    """Say that a field holds one of the words."""
    return Q(**{f"{field}__in": [word.value for word in words]})
