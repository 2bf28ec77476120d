"""A handful of dossiers in every state, made through the same commands that people use, days back in time.

Everybody in them is invented.
"""

from demo.dossiers.outcomes import actor, agency_of, settled
from demo.dossiers.places import (
    AGRICULTURE,
    BADGE,
    BIRTH,
    BUSINESS,
    CONSTRUCTION,
    DAY,
    HOUR,
    LUNG_CU,
    MARITAL,
    MINH_XUAN,
    VET,
)
from demo.dossiers.scans import document
from demo.dossiers.story import Posts, Story
from demo.dossiers.telling import load
from demo.dossiers.wanted import WANTED
from demo.dossiers.writer import Writer

__all__ = [
    "AGRICULTURE",
    "BADGE",
    "BIRTH",
    "BUSINESS",
    "CONSTRUCTION",
    "DAY",
    "HOUR",
    "LUNG_CU",
    "MARITAL",
    "MINH_XUAN",
    "VET",
    "WANTED",
    "Posts",
    "Story",
    "Writer",
    "actor",
    "agency_of",
    "document",
    "load",
    "settled",
]
