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
    describe_paper,
    hold_paper,
    put_under_correction,
    revoke_paper,
    use_paper,
)
from motcua.reference.people.commands.representations import (
    add_document,
    confirm_representation,
    end_representation,
    remove_document,
    represent_organisation,
    represent_person,
)

__all__ = [
    "add_document",
    "answer_correction",
    "confirm_representation",
    "define_paper_kind",
    "describe_paper",
    "end_representation",
    "hold_paper",
    "name_organisation",
    "name_person",
    "note_correction_look",
    "note_look",
    "put_under_correction",
    "register",
    "remove_document",
    "report_wrong",
    "represent_organisation",
    "represent_person",
    "revoke_paper",
    "use_paper",
    "welcome",
    "welcome_first",
]
