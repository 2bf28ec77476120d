"""Setting the rules of what is told about dossiers; the ground keeps them."""

from datetime import datetime

from motcua.base.access import Actor
from motcua.base.notices import commands, queries
from motcua.base.notices.models import NoticeRule
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.notices.occasions import OCCASIONS
from motcua.casework.dossiers.notices.seeds import SEEDS, Seed


def missing_seeds(at: datetime) -> list[Seed]:
    """Give the rules of the starting set that no rule ever stood for."""
    known = {(rule.event, rule.addressee) for rule in queries.rules_at(at)}
    return [seed for seed in SEEDS if (seed.event.value, seed.addressee.value) not in known]


def seed_rules(*, by: Actor, at: datetime, valid_from: datetime | None = None) -> int:
    """Set every rule of the starting set that is missing, and give how many; what stands is left alone."""
    seeds = missing_seeds(at)
    for seed in seeds:
        made = commands.set_rule(
            occasion=OCCASIONS[seed.event],
            addressee=seed.addressee.value,
            media=seed.media,
            wording=seed.wording,
            legal_basis=seed.legal_basis,
            after_days=seed.after_days,
            valid_from=valid_from,
            by=by,
            at=at,
        )
        assert isinstance(made, NoticeRule) and not isinstance(made, Refusal), (seed, made)
    return len(seeds)
