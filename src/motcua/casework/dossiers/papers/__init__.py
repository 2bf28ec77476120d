"""The official papers of a dossier: receipt, supplement slip, refusal slip and result."""

from motcua.casework.dossiers.papers.forms import (
    Applicant,
    Component,
    FeeLine,
    Head,
    Lookup,
    Receipt,
    RefusalSlip,
    ResultPaper,
    SentPaper,
    Signature,
    SupplementItem,
    SupplementSlip,
)

__all__ = [
    "Applicant",
    "Component",
    "FeeLine",
    "Head",
    "Lookup",
    "Receipt",
    "RefusalSlip",
    "ResultPaper",
    "SentPaper",
    "Signature",
    "SupplementItem",
    "SupplementSlip",
]
