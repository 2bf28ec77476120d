"""Ways of filing as their rules read them."""

from collections.abc import Mapping
from types import MappingProxyType
from uuid import UUID

from motcua.reference.catalogue.models import ChannelRule
from motcua.reference.catalogue.words import Channel, DurationUnit, Terms


def terms_of(rule: ChannelRule, codes: Mapping[UUID | None, str] = MappingProxyType({})) -> Terms:
    """Give one way of filing as it was drafted; `codes` names the cases."""
    return Terms(
        Channel(rule.channel),
        rule.duration_value,
        _unit(rule.duration_unit),
        case=codes.get(rule.case_id, ""),
        no_fixed_date=rule.no_fixed_date,
        note=rule.note,
        line=rule.line,
        statutory_value=rule.statutory_value,
        statutory_unit=_unit(rule.statutory_unit),
        cut_decision_no=rule.cut_decision_no,
        cut_decided_on=rule.cut_decided_on,
        cut_legal_basis=rule.cut_legal_basis,
    )


def _unit(word: str) -> DurationUnit | None:
    return DurationUnit(word) if word else None
