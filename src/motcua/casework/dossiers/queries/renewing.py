"""What becomes of a draft whose procedure has a newer version: what goes along, what has no place there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from motcua.base.text import fold
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.queries.telling import papers_of
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import ComponentRequirement, ProcedureCase, ProcedureVersion
from motcua.reference.forms import queries as forms
from motcua.reference.forms import rules as form_rules


@dataclass(frozen=True)
class Renewal:
    """A draft as it would be under the newer version.

    `answers` are those whose fields still take them; `lost` names the others. `moved` gives the new component
    of each paper; `left` are the papers that nobody asks for any more. `case_open` says that the case must be
    chosen anew, which only a new draft can do.
    """

    version: ProcedureVersion
    case: ProcedureCase | None
    case_open: bool
    answers: Mapping[str, Any]
    lost: tuple[str, ...]
    moved: Mapping[UUID, ComponentRequirement]
    left: tuple[Paper, ...]


def renewal_of(dossier: Dossier, on: date) -> Renewal | None:
    """Give what becomes of a draft under the version in force on a day; None when it is that one, or none."""
    version = catalogue.effective_version(dossier.version.procedure.code, on)
    if version is None or version.pk == dossier.version_id:
        return None
    cases = list(version.cases.order_by("order"))
    case = _same_case(dossier.case, cases)
    answers, lost = _answers(dossier, version, on)
    wanted = {one.code: one for one in catalogue.parts_of(version.pk).requirements(case.pk if case else None)}
    there = [(paper, wanted.get(_code(paper))) for paper in papers_of(dossier)]
    return Renewal(
        version=version,
        case=case,
        case_open=bool(cases) and case is None,
        answers=answers,
        lost=lost,
        moved={paper.pk: to for paper, to in there if to},
        left=tuple(paper for paper, to in there if to is None),
    )


def _same_case(before: ProcedureCase | None, cases: list[ProcedureCase]) -> ProcedureCase | None:
    """Find the case of a draft among those of another version: by its code, else by its name."""
    if before is None:
        return None
    by_code = next((one for one in cases if before.code and one.code == before.code), None)
    return by_code or next((one for one in cases if fold(one.name) == fold(before.name)), None)


def _answers(dossier: Dossier, version: ProcedureVersion, on: date) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Give the answers that the newer form takes as they are, and the labels of the others."""
    given = dossier.answers
    answers: dict[str, Any] = {}
    if version.form_id is not None:
        answers, _ = form_rules.cleaned(forms.schema_of(version.form_id), given, today=on)
    if dossier.version.form_id is None:
        return answers, ()
    asked = forms.schema_of(dossier.version.form_id).asked()
    lost = (field.full_label for _, field in asked if given.get(field.name) and field.name not in answers)
    return answers, tuple(lost)


def _code(paper: Paper) -> str:
    return paper.requirement.code if paper.requirement else ""
