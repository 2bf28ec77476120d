"""A later date: what is proposed, and until when it may be promised."""

from datetime import datetime

from motcua.base.clock.sentences import short_date
from motcua.casework.dossiers.facts import facts_of
from motcua.casework.dossiers.models import Dossier, Extension
from motcua.casework.dossiers.words import ExtensionState


def proposed_extension(dossier: Dossier) -> Extension | None:
    """Give the extension that waits for the leader."""
    rows = Extension.objects.select_related("proposed_by")
    return rows.filter(dossier=dossier, state=ExtensionState.PROPOSED).last()


def extensions_of(dossier: Dossier) -> list[Extension]:
    """Give the extensions of a dossier, in order."""
    return list(Extension.objects.select_related("proposed_by", "decided_by").filter(dossier=dossier))


def extend_until(dossier: Dossier, at: datetime) -> str:
    """Give the last day on which the date may be put off; nothing when no rule sets one."""
    until = facts_of(dossier, at).extend_until
    return short_date(until) if until else ""
