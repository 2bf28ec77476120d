"""Slips: numbered and frozen with the act that issues them; the bytes follow from the facts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import printing
from motcua.casework.dossiers.commands import register
from motcua.casework.dossiers.commands.serials import draw
from motcua.casework.dossiers.models import Dossier, Slip
from motcua.casework.dossiers.papers import checks
from motcua.casework.dossiers.papers.sets import form_on
from motcua.casework.dossiers.sentences import published_list
from motcua.casework.dossiers.words import SlipForm, Stage
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.org import queries as org

EXTENSION_RULE = "extend_before"


class NotReady(RuntimeError):
    """Raised when an act issues a slip without having asked what it lacks: a fault of the program."""


def lacking(dossier: Dossier, form: SlipForm, facts: Mapping[str, Any], *, at: datetime) -> Refusal | None:
    """Say why a slip cannot be issued yet; every act asks before it issues."""
    version = dossier.version
    filed = local(dossier.submitted_at or at).date()
    rule = catalogue.parts_of(dossier.version_id).rule_for(dossier.case_id, dossier.channel)
    ended = version.effective_to is not None and version.effective_to < filed
    asked = checks.Asked(
        form=form,
        day=local(at).date(),
        facts={**facts, "legal_basis": _basis(dossier, form, facts, at)},
        applicant=(facts.get("applicant") or dossier.applicant).get("name", ""),
        in_force=(version.effective_from is None or version.effective_from <= filed) and not ended,
        without_date=rule is not None and rule.no_fixed_date,
    )
    why = checks.lacking(asked)
    return Refusal(why) if why else None


def issue(
    dossier: Dossier,
    form: SlipForm,
    facts: dict[str, Any],
    *,
    unit_id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Slip:
    """Issue a slip with the next number of its unit, year and form: the counter's, unless another signs.

    What it says is frozen with it, names and addresses included. A receipt enters the dossier into the
    register of its counter.
    """
    assert by.person is not None, "a slip is issued by an official"
    refusal = lacking(dossier, form, facts, at=at)
    found = form_on(form, local(at).date())
    if refusal is not None or found is None:
        raise NotReady(f"{form}: {refusal.why if refusal else 'no set of forms'}")
    unit, year = unit_id or dossier.receiving_unit_id, local(at).year
    slip = Slip(
        dossier=dossier,
        form=form.value,
        form_set=found[0].version,
        form_code=found[1].code,
        number=draw(f"slip:{unit}:{year}:{form}"),
        year=year,
        unit_id=unit,
        facts={**facts, **_added(dossier, form, facts, at)},
        issued_at=at,
        issued_by_id=by.person,
    )
    slip.facts["paper"] = printing.paper_of(slip).data()
    slip.save(force_insert=True)
    return slip


def _added(dossier: Dossier, form: SlipForm, facts: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    """Give what the house adds to the facts of an act."""
    if form is not SlipForm.M01:
        return {"legal_basis": _basis(dossier, form, facts, at)}
    entry = register.enter(dossier, at=at)
    earlier = Slip.objects.filter(dossier=dossier, form=SlipForm.M01).order_by("-issued_at", "-id").first()
    return {
        "register": [f"{entry.volume:02}", f"{entry.number:02}"],
        "previous_due_at": earlier.facts["due_at"] if earlier else None,
    }


def _basis(dossier: Dossier, form: SlipForm, facts: Mapping[str, Any], at: datetime) -> str:
    """Give the legal basis of a slip, as its maker named it, else as the law itself names it.

    At intake the published list of papers is the basis; an extension rests on the rule that limits it.
    """
    named = str(facts.get("legal_basis") or "").strip()
    if named or form is SlipForm.M03 or form is SlipForm.M05:
        return named
    if form is SlipForm.M02 and facts.get("stage") == Stage.INTAKE:
        return published_list(dossier.version.decision_no)
    if form is SlipForm.M04:
        rule = org.regulation(EXTENSION_RULE, local(at).date())
        return rule.legal_basis if rule else ""
    return ""
