"""What must be there before a slip is issued (§2.8); whatever lacks is refused with a sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.casework.dossiers.papers.sets import form_on
from motcua.casework.dossiers.words import SlipForm, Why


@dataclass(frozen=True)
class Asked:
    """A slip that somebody wants to issue: what it says, and what is known of its dossier."""

    form: SlipForm
    day: date
    facts: Mapping[str, Any]
    applicant: str
    in_force: bool  # the procedure version held on the day of filing
    without_date: bool  # the procedure fixes no date

    def says(self, *names: str) -> bool:
        """Tell whether each of these facts has words."""
        return all(str(self.facts.get(name) or "").strip() for name in names)


_ALL = frozenset({SlipForm.M01, SlipForm.M02, SlipForm.M03, SlipForm.M04, SlipForm.M05})
_REASONS = {
    SlipForm.M02: ("reason",),
    SlipForm.M03: ("reason_code", "reason"),
    SlipForm.M04: ("reason_code", "reason"),
    SlipForm.M05: ("ground", "reason"),
}
_DATED = {SlipForm.M01: "due_at", SlipForm.M04: "new_due"}


def _has_date(asked: Asked) -> bool:
    return asked.says(_DATED[asked.form]) or (asked.form is SlipForm.M01 and asked.without_date)


def _lists_papers(asked: Asked) -> bool:
    return bool(asked.facts.get("items")) and all(str(item[0]).strip() for item in asked.facts["items"])


def _names_right_authority(asked: Asked) -> bool:
    return asked.facts.get("reason_code") != "wrong_authority" or asked.says("right_authority")


CHECKS: tuple[tuple[Why, frozenset[SlipForm], Callable[[Asked], bool]], ...] = (
    (Why.FORM_NOT_IN_SET, _ALL, lambda asked: form_on(asked.form, asked.day) is not None),
    (Why.NO_APPLICANT, _ALL, lambda asked: bool(asked.applicant.strip())),
    (Why.VERSION_NOT_EFFECTIVE, frozenset({SlipForm.M01}), lambda asked: asked.in_force),
    (Why.NO_DURATION, frozenset(_DATED), _has_date),
    (Why.NO_ITEMS, frozenset({SlipForm.M02}), _lists_papers),
    (Why.NO_REASON, frozenset(_REASONS), lambda asked: asked.says(*_REASONS[asked.form])),
    (Why.NO_LEGAL_GROUND, frozenset(_REASONS), lambda asked: asked.says("legal_basis")),
    (Why.RIGHT_AUTHORITY_NEEDED, frozenset({SlipForm.M03}), _names_right_authority),
)


def lacking(asked: Asked) -> Why | None:
    """Give the first thing that a slip lacks; None when it may be issued."""
    return next((why for why, forms, holds in CHECKS if asked.form in forms and not holds(asked)), None)
