"""The only hands on applicants, on who acts for them, and on their papers."""

from motcua.reference.people.commands.applicants import (
    name_organisation,
    name_person,
    note_look,
    register,
    welcome,
    welcome_first,
)
from motcua.reference.people.commands.corrections import answer_correction, note_correction_look, report_wrong
from motcua.reference.people.commands.papers import (
    define_paper_kind,
    hold_paper,
    put_under_correction,
    revoke_paper,
    use_paper,
)
from motcua.reference.people.commands.representations import (
    confirm_representation,
    end_representation,
    represent_organisation,
    represent_person,
)

__all__ = [
    "answer_correction",
    "confirm_representation",
    "define_paper_kind",
    "end_representation",
    "hold_paper",
    "name_organisation",
    "name_person",
    "note_correction_look",
    "note_look",
    "put_under_correction",
    "register",
    "report_wrong",
    "represent_organisation",
    "represent_person",
    "revoke_paper",
    "use_paper",
    "welcome",
    "welcome_first",
]
