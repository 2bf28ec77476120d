"""The official papers of a dossier: receipt, supplement slip, refusal slip and result."""

from motcua.casework.dossiers.papers.forms import (
    Applicant,
    Component,
    ExtensionLetter,
    FeeLine,
    Head,
    Lookup,
    Receipt,
    RefusalSlip,
    ResultPaper,
    SentPaper,
    Signature,
    StopLetter,
    SupplementItem,
    SupplementSlip,
)

__all__ = [
    "Applicant",
    "Component",
    "ExtensionLetter",
    "FeeLine",
    "Head",
    "Lookup",
    "Receipt",
    "RefusalSlip",
    "ResultPaper",
    "SentPaper",
    "Signature",
    "StopLetter",
    "SupplementItem",
    "SupplementSlip",
]
