"""Storage of procedures. A published version never changes: the database refuses."""

from motcua.reference.catalogue.models.decisions import PublicationDecision
from motcua.reference.catalogue.models.imports import ImportBatch, ImportProblem, ImportUpload, SourceRecord
from motcua.reference.catalogue.models.parts import (
    ChannelRule,
    ComponentRequirement,
    Fee,
    LegalBasis,
    Part,
    ProcedureCase,
    ResultType,
)
from motcua.reference.catalogue.models.procedures import (
    Offering,
    Procedure,
    ProcedureCode,
    ProcedureVersion,
    Remark,
)
from motcua.reference.catalogue.models.routes import Route, RouteImport, RouteStep, RouteTemplate
from motcua.reference.catalogue.models.wording import WordingLine

__all__ = [
    "ChannelRule",
    "ComponentRequirement",
    "Fee",
    "ImportBatch",
    "ImportProblem",
    "ImportUpload",
    "LegalBasis",
    "Offering",
    "Part",
    "Procedure",
    "ProcedureCase",
    "ProcedureCode",
    "ProcedureVersion",
    "PublicationDecision",
    "Remark",
    "ResultType",
    "Route",
    "RouteImport",
    "RouteStep",
    "RouteTemplate",
    "SourceRecord",
    "WordingLine",
]
