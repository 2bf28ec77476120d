"""Storage of applicants, of who acts for them, and of the papers that they already hold."""

from motcua.reference.people.models.applicants import Applicant, Organisation, Person
from motcua.reference.people.models.corrections import Correction
from motcua.reference.people.models.papers import HeldPaper, PaperKind, PaperUse
from motcua.reference.people.models.representations import Representation, RepresentationFile

__all__ = [
    "Applicant",
    "Correction",
    "HeldPaper",
    "Organisation",
    "PaperKind",
    "PaperUse",
    "Person",
    "Representation",
    "RepresentationFile",
]
