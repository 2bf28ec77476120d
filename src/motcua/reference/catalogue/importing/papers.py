"""Papers of the dossier, and the cases that their groups tell."""

import re
from collections.abc import Iterable, Mapping

from motcua.base.text import fold
from motcua.reference.catalogue.importing.flaws import Flaws
from motcua.reference.catalogue.importing.record import ComponentRow
from motcua.reference.catalogue.importing.words import Flaw
from motcua.reference.catalogue.words import Case, Paper

MOST_COPIES = 1000
NO_NAME = "(nguồn không ghi tên giấy tờ)"
FORM_ATTACHED = "Nguồn quốc gia có mẫu kèm theo."
# Headings over papers that everybody brings: they order the list, they are no case.
_HEADING = re.compile(
    r"^[\W\da-z]{0,4}\b(thanh phan ho so|ho so|giay to|chung tu|so luong ho so|luu y|tai lieu|bao gom|gom)\b"
    r"(\s*(phai|can|de|bao|gom|nop|xuat trinh|dang ky|kiem dich|nhu sau|khac|sau day|day|va|ghi chu))*"
    r"\W*$"
)


def draft_papers(rows: Iterable[ComponentRow], flaws: Flaws) -> tuple[tuple[Case, ...], tuple[Paper, ...]]:
    """Give the cases (where the groups really differ) and the papers, each with its case."""
    components = tuple(rows)
    if not components:
        flaws.add(Flaw.NO_COMPONENTS)
    cases = _cases(row.group for row in components)
    if cases:
        flaws.add(Flaw.SEVERAL_CASES, number=str(len(cases)))
    papers = tuple(_paper(number, row, cases, flaws) for number, row in enumerate(components, start=1))
    return tuple(Case(code, name) for name, code in cases.items()), papers


def is_heading(group: str) -> bool:
    """Tell whether the name of a group is a mere heading."""
    return _HEADING.match(fold(group)) is not None


def _cases(groups: Iterable[str]) -> Mapping[str, str]:
    """Give the code of each case by its name; one group alone is no choice."""
    names = [name for name in dict.fromkeys(groups) if name and not is_heading(name)]
    return {name: f"TH{number:02}" for number, name in enumerate(names, start=1)} if len(names) > 1 else {}


def _paper(number: int, row: ComponentRow, cases: Mapping[str, str], flaws: Flaws) -> Paper:
    place = f"giấy tờ {number}"
    if row.qty_guessed:
        flaws.add(Flaw.QUANTITY_GUESSED, place)
    if (row.original is None and row.copy is None) or not row.name:
        flaws.add(Flaw.QUANTITY_MISSING, place)
    return Paper(
        code=f"GT{number:02}",
        name=row.name or NO_NAME,
        hint="" if row.group in cases else row.group,
        originals=_count(row.original, place, flaws),
        copies=_count(row.copy, place, flaws),
        case=cases.get(row.group, ""),
        template_note=FORM_ATTACHED if row.form_attached else "",
        quantity_guessed=row.qty_guessed,
    )


def _count(number: int | None, place: str, flaws: Flaws) -> int:
    if number is None:
        return 0
    if not 0 <= number <= MOST_COPIES:
        flaws.add(Flaw.QUANTITY_MISSING, place)
        return 0
    return number
