"""The parts of a published version, kept in memory: they never change."""

from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from motcua.reference.catalogue.models import (
    ChannelRule,
    ComponentRequirement,
    Fee,
    LegalBasis,
    ProcedureVersion,
    ResultType,
)


@dataclass(frozen=True)
class Parts:
    """What a dossier of a version needs to know about it, each list in order."""

    procedure: str
    field: str
    online_level: str
    channels: tuple[ChannelRule, ...]
    components: tuple[ComponentRequirement, ...]
    results: tuple[ResultType, ...]
    fees: tuple[Fee, ...]
    legal_basis: tuple[LegalBasis, ...]

    def rule_for(self, case_id: UUID | None, channel: str) -> ChannelRule | None:
        """Give the time limit of a case and a way of filing; one for every case stands in for a case."""
        fitting = [
            rule for rule in self.channels if rule.channel == channel and rule.case_id in (None, case_id)
        ]
        return min(fitting, key=lambda rule: (rule.case_id is None, rule.line, rule.order), default=None)

    def requirements(self, case_id: UUID | None) -> tuple[ComponentRequirement, ...]:
        """Give the papers of a case, those that every case needs among them."""
        return tuple(paper for paper in self.components if paper.case_id in (None, case_id))


@lru_cache(maxsize=16384)
def parts_of(version_id: UUID) -> Parts:
    """Give the parts of a published version. Raises LookupError for a draft: its parts may still change."""
    version = (
        ProcedureVersion.objects.filter(pk=version_id, published_at__isnull=False)
        .select_related("procedure")
        .first()
    )
    if version is None:
        raise LookupError(f"no published version {version_id}")
    return Parts(
        procedure=version.procedure.code,
        field=version.procedure.field,
        online_level=version.online_level,
        channels=tuple(version.channels.order_by("order")),
        components=tuple(version.components.order_by("order")),
        results=tuple(version.results.order_by("order")),
        fees=tuple(version.fees.order_by("order")),
        legal_basis=tuple(version.legal_basis.order_by("order")),
    )
