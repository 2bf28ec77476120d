"""The official papers of a dossier: slips of the form sets, control slip, register, result."""

from motcua.casework.dossiers.papers.forms import (
    Component,
    ExtensionLetter,
    FeeLine,
    Receipt,
    RefusalSlip,
    StopLetter,
    SupplementItem,
    SupplementSlip,
)
from motcua.casework.dossiers.papers.parts import Applicant, Head, Lookup, Paper, Signature, Slip, typeset
from motcua.casework.dossiers.papers.records import ResultPaper, SentPaper
from motcua.casework.dossiers.papers.sets import SETS, Form, FormSet, form_in, form_on, set_on

__all__ = [
    "SETS",
    "Applicant",
    "Component",
    "ExtensionLetter",
    "FeeLine",
    "Form",
    "FormSet",
    "Head",
    "Lookup",
    "Paper",
    "Receipt",
    "RefusalSlip",
    "ResultPaper",
    "SentPaper",
    "Signature",
    "Slip",
    "StopLetter",
    "SupplementItem",
    "SupplementSlip",
    "form_in",
    "form_on",
    "set_on",
    "typeset",
]
