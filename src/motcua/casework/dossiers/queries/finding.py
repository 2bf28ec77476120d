"""Finding one dossier, within one's rights."""

from uuid import UUID

from django.db.models import Q

from motcua.base.access import Actor
from motcua.base.clock import now
from motcua.base.journal.models import RetryKey
from motcua.base.journal.sameness import key_within
from motcua.base.web.refused import AccessRefused
from motcua.casework.dossiers import rules
from motcua.casework.dossiers.facts import facts_of
from motcua.casework.dossiers.models import Dossier, StepRun
from motcua.casework.dossiers.words import Relation, State

# What every page tells. Joining all twelve tables took PostgreSQL 12 ms to plan; the others come when asked.
_WITH = ("version__procedure", "receiving_unit__agency")


class NoSuchDossier(LookupError):
    """There is no dossier with this code or id."""


def by_id(dossier_id: UUID, *, whole: bool = True) -> Dossier:
    """Give a dossier by its id, with what its page shows unless it is not `whole`. Raises NoSuchDossier."""
    rows = Dossier.objects.select_related(*_WITH) if whole else Dossier.objects
    try:
        return rows.get(pk=dossier_id)
    except Dossier.DoesNotExist as error:
        raise NoSuchDossier(dossier_id) from error


def by_code(code: str) -> Dossier | None:
    """Give a dossier by its code or temporary code as typed: spaces and letter case do not matter."""
    wanted = "".join(code.split()).upper()
    if not wanted:
        return None
    found = Dossier.objects.select_related(*_WITH).filter(Q(code=wanted) | Q(temporary_code=wanted))
    return found.exclude(state=State.DRAFT).first()


def one_for(
    actor: Actor, dossier_id: UUID, verb: str = "read", *, whole: bool = True
) -> tuple[Dossier, rules.Facts]:
    """Give a dossier to somebody who may do this with it. Raises NoSuchDossier or AccessRefused."""
    dossier = by_id(dossier_id, whole=whole)
    facts = with_participants(dossier)
    if not rules.may(facts, actor, verb):
        raise AccessRefused(_not_yours(dossier))
    return dossier, facts


def done_before(actor: Actor, key: str) -> bool:
    """Tell whether somebody's act with this retry key is done already."""
    kept = RetryKey.objects.filter(key=key_within(actor, key))
    return bool(key) and kept.exclude(outcome_id="").exists()


def relations(actor: Actor, dossier: Dossier) -> frozenset[Relation]:
    """Give how somebody stands to a dossier."""
    return rules.relations(with_participants(dossier), actor)


def with_participants(dossier: Dossier) -> rules.Facts:
    """Give the facts of a dossier with everybody who had it at a step."""
    had = StepRun.objects.filter(dossier=dossier).order_by().values_list("staff_id", "sent_by_id")
    took_part = frozenset(one for pair in had for one in pair if one is not None)
    return facts_of(dossier, now(), took_part=took_part)


def _not_yours(dossier: Dossier) -> str:
    if dossier.state == State.DRAFT:
        return "Bạn không phụ trách hồ sơ này."
    unit = dossier.handling_unit or dossier.receiving_unit
    # Units of one name stand in every commune.
    who = dossier.holder.full_name if dossier.holder else f"{unit.name}, {unit.agency.name}"
    return f"Bạn không phụ trách hồ sơ này. Nơi đang giữ: {who}."
